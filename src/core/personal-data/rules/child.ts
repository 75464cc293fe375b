// Likely child detail: an age or year group with a name or initials, what is told of somebody by name,
// and rare circumstances. These are heuristics and only ever ask; the labelled lines in the tests say
// how well they do.

import { CLOSE_KIN } from '../domain/personal-data-child-words.ts';
import { acronyms } from '../domain/personal-data-names.ts';
import {
  isDoubleName,
  isLikeName,
  isWherePlacesStand,
  namedIn,
  type Person,
  smallUnknownIn,
} from '../domain/personal-data-people.ts';
import {
  before,
  behind,
  type Hit,
  hits,
  matchesOf,
  nearby,
  overlaps,
  type Span,
  spanOf,
} from '../domain/personal-data-text.ts';
import { AGES, N } from './ages.ts';
import { atWorkIn, isOfOne, sentencesBehind } from './at-work.ts';
import { toldOf } from './details.ts';
import { findFamilies } from './families.ts';
import { findBareInitials, findInitials } from './initials.ts';
import { findRareCircumstances } from './rare.ts';

/**
 * So many names are looked at one by one: a note of 2,000 characters seldom has room for them. What names more is a list, or
 * meant to keep everybody waiting, and is asked about as a whole from there on.
 */
const MOST_NAMED = 200;
/** How far an age may stand from a name. */
const REACH = 80;
const INITIALS =
  /(?<![\p{L}\p{N}.&/])(?:\p{Lu}{2,3}|(?:\p{Lu}\.){2,3}(?:\p{Lu}\b)?)(?![\p{L}\p{N}&/])/gu;
/** Between a name and its age: “who is in”. */
const BESIDE =
  /^(?:'s)?,? ?\(?(?:(?:who (?:is|was)|is|now|just|currently|in|from|a|an|at) ){0,3}$/i;
const CLOSE = /^(?:'s)?,? ?\(?(?:in |from )?$/i;
const AGE_FIRST =
  /^:?,? (?:(?:pupil|child|boy|girl|student|learner|lad),? )?(?:(?:and )?(?:called|named) )?$/i;
/** A bare number that can only be an age, right after a name. */
const BARE = new RegExp(
  `^(?:,? ?\\(${N}(?: ?(?:yrs?|years?))?\\)|, ${N}(?=[,.;](?!\\d)|$),?|(?:'s|,? (?:who is|who's|is|who was|was|turned|turns|turning|will be|will turn|has turned|just turned|has just turned|about to turn|now|nearly|only|just gone|gone))(?: only| now| nearly| almost| just)? ${N}(?= ?[,.;)]|$| and\\b| last\\b| this\\b| next\\b| now\\b| so\\b| but\\b| in\\b(?! \\d)))`,
  'u',
);
const BRACKETED = /^ \((?:[4-9]|1\d)\)/;
/** In the middle of a sentence. */
const MIDDLE = /[\p{Ll},] $/u;
const NEXT_SENTENCE = /(?<!(?:^|[\s.])\p{L})[.!?]\s+(?!(?:He|She|His|Her|They)\b)|\n/iu;
const CHILD_NOUN =
  /(?:\b(?:an?|the|our) )?\b(?:pupil|child|boy|girl|student|learner|young person|initials),?(?: (?:called|named))? $/i;
/** “ola b. refusing school” */
const SMALL_INITIAL = /^ [b-hj-z]\.?(?= )/u;
/** Beside a word without a capital that no list knows: “vik's brother”, “dad of luka”. */
const KIN_AFTER = new RegExp(
  `^(?:'s|s'?|') (?:own |little |big |older |younger )?(?:${CLOSE_KIN}|family|parents)\\b|^,? (?:and|&) (?:his|her) (?:own |little |big |older |younger )?(?:${CLOSE_KIN}|family|parents)\\b`,
  'iu',
);
const KIN_BEFORE = new RegExp(
  `\\b(?:${CLOSE_KIN}|parents|family) of $|\\b(?:called|named) $`,
  'iu',
);

/**
 * Names or initials with an age or a year group, names with what is told of one child, and rare
 * circumstances that point at one child. Every later mention of a name that was found is found too.
 * Source: the partnership's requirement; a small count of children in one place is held back, as
 * official statistics hold it back.
 * @param text with the names of people on the plan blanked out
 * @param people everybody who is named in it, in order
 */
export function findChildDetail(text: string, people: readonly Person[] = namedIn(text)): Hit[] {
  const start = people[MOST_NAMED]?.start;
  if (start !== undefined) {
    const looked = findChildDetail(text.slice(0, start), people.slice(0, MOST_NAMED));
    return [...looked, { start, end: text.length, certainty: 'likely' }];
  }
  const ages = matchesOf(text, AGES).map(spanOf);
  const said = sentencesBehind(text);
  const isBusy = atWorkIn(text, said);
  const isToldOf = toldOf(text, said, isBusy);
  const agesOf = nearby(ages, REACH);
  const named = people.flatMap((person) => {
    const detail =
      withAge(text, person, agesOf(person), isBusy) ??
      (isToldOf(person) ? withInitial(text, person) : null);
    return detail ? [{ person, detail }] : [];
  });
  const names = new Set(named.flatMap(({ person }) => person.words));
  const mentions = people
    .filter(({ words }) => words.some((word) => names.has(word)))
    .map(({ start, end }): Hit => ({ start, end, certainty: 'likely' }));
  const agesOfUnknown = nearby(ages, REACH);
  const unknown = smallUnknownIn(text).flatMap((person): Hit[] => {
    const isNumbered = BRACKETED.test(behind(text, person.end));
    const beside =
      (isNumbered ? bareAge(text, person) : null) ?? besideAge(text, person, agesOfUnknown(person));
    if (beside) return [beside];
    const isKin =
      KIN_AFTER.test(behind(text, person.end)) || KIN_BEFORE.test(before(text, person.start));
    const [initial] = SMALL_INITIAL.exec(behind(text, person.end)) ?? [];
    const isTold = initial !== undefined && isOfOne(behind(text, person.end + initial.length));
    return isKin || isTold ? [{ start: person.start, end: person.end, certainty: 'likely' }] : [];
  });
  const agesOfInitials = nearby(ages, REACH);
  const initials = hits(text, INITIALS, 'likely')
    .filter(({ start, end }) => !acronyms.has(text.slice(start, end)))
    .flatMap((hit) => bareAge(text, hit) ?? besideAge(text, hit, agesOfInitials(hit)) ?? []);
  return [
    ...findRareCircumstances(text, ages),
    ...findInitials(text),
    ...named.map(({ detail }) => detail),
    ...initials,
    ...findFamilies(text),
    ...unknown,
    ...mentions,
    ...findBareInitials(text),
  ];
}

/** A name with an age beside it, or with one in its sentence when the name is not at work. */
function withAge(
  text: string,
  person: Person,
  ages: readonly Span[],
  isBusy: (person: Person) => boolean,
): Hit | null {
  const rest = behind(text, person.end);
  const lead = before(text, person.start);
  if (!isLikeName(person) && person.sort === 'unknown' && !isDoubleName(person)) {
    const isNumbered = BRACKETED.test(rest) && MIDDLE.test(lead) && person.words.length === 1;
    return isNumbered ? bareAge(text, person) : null;
  }
  const beside = bareAge(text, person) ?? besideAge(text, person, ages);
  if (beside) return beside;
  if (person.sort === 'word' || !ages.some((age) => isInSentence(text, person, age))) return null;
  if (isWherePlacesStand(text, person) || isBusy(person)) return null;
  return { ...widen(text, person), certainty: 'likely' };
}

/** A bare number behind a name, or behind initials with full stops. */
function bareAge(text: string, who: Span): Hit | null {
  const name = text.slice(who.start, who.end);
  const bare = /^\p{Lu}{2,3}$/u.test(name) ? null : BARE.exec(behind(text, who.end));
  const length = bare && /^,? ?[(\d]/.test(bare[0]) ? bare[0].length : 0;
  return bare && { ...widen(text, who), end: who.end + length, certainty: 'likely' };
}

/** A name or initials right beside an age. */
function besideAge(text: string, who: Span, ages: readonly Span[]): Hit | null {
  for (const age of ages) {
    const after = text.slice(who.end, age.start);
    const ahead = text.slice(age.end, who.start);
    if (age.start >= who.end && BESIDE.test(after)) {
      const tail = /^\)?,?/.exec(behind(text, age.end))?.[0].length ?? 0;
      const end = CLOSE.test(after) ? age.end + tail : who.end;
      return { ...widen(text, who), end, certainty: 'likely' };
    }
    if (age.end <= who.start && AGE_FIRST.test(ahead)) {
      const start = ahead.startsWith(':') ? who.start : withArticle(text, age.start);
      return { start, end: who.end, certainty: 'likely' };
    }
  }
  return null;
}

function isInSentence(text: string, person: Span, age: Span): boolean {
  if (overlaps(person, age)) return false;
  const gap =
    age.start >= person.end ? text.slice(person.end, age.start) : text.slice(age.end, person.start);
  return gap.length <= REACH && !NEXT_SENTENCE.test(gap);
}

/** The initial behind a name goes with it: “Connor McK”, “rosie-mae g”. */
function withInitial(text: string, person: Person): Hit {
  const rest = behind(text, person.end);
  const isSmall = /^\p{Ll}/u.test(person.words[0] ?? '');
  const [initial = ''] = (isSmall ? LAST_SMALL : BEGUN).exec(rest) ?? [];
  return { ...widen(text, person), end: person.end + initial.length, certainty: 'likely' };
}
const LAST_SMALL = /^ [b-hj-z](?=[.,;:)]|$)/u;
const BEGUN = /^ (?:Mc|Mac|O'|D')\p{Lu}(?!\p{L})/u;

/** “the pupil called Jack” is one person. */
function widen(text: string, who: Span): Span {
  const noun = CHILD_NOUN.exec(before(text, who.start))?.[0].length ?? 0;
  return { start: who.start - noun, end: who.end };
}

function withArticle(text: string, start: number): number {
  return start - (/\b(?:an?|the|our) $/i.exec(before(text, start))?.[0].length ?? 0);
}
