// Likely child detail: an age or year group with a name or initials, and rare circumstances. These
// are heuristics and only ever ask; the labelled lines in the tests say how well they do.
import { AGES, N } from './personal-data-ages.ts';
import { acronyms, forenames, ordinary, smallForenames, wordNames } from './personal-data-names.ts';
import { findRareCircumstances } from './personal-data-rare.ts';
import { before, type Hit, hits, overlaps, type Span, spanOf } from './personal-data-text.ts';

/** How far an age may stand from a listed forename. */
const REACH = 60;

const CAPITAL = "\\p{Lu}\\p{L}*\\p{Ll}(?:[-']\\p{Lu}\\p{Ll}+)*";
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}@·])${CAPITAL}(?: (?:${CAPITAL}|\\p{Lu}\\b))?(?: ${CAPITAL})?`,
  'gu',
);
const SMALL_NAME = /(?<![\p{L}\p{N}@.'-])\p{Ll}{3,}(?![\p{L}\p{N}@'-])/gu;
const INITIALS =
  /(?<![\p{L}\p{N}.&/])(?:\p{Lu}{2,3}|(?:\p{Lu}\.){2,3}(?:\p{Lu}\b)?)(?![\p{L}\p{N}&/])/gu;
const TITLE =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Lady|Lord|Dame|Rev|St|Saint|King|Queen|Prince|Princess)\.? $/;
const ADULT_BEFORE =
  /\b(?:teachers?|head|headteacher|tutor|lead|director|manager|officer|chair|governor|colleague|senco|worker|adviser|consultant|psychologist),? $/i;
const ORGANISATION =
  /^(?:'s)?(?: [\p{Lu}][\p{L}']*){0,3} (?:School|Primary|Infants?|Juniors?|Academy|College|Nursery|Hospital|House|Hall|Centre|Trust|Road|Street|Team|Unit|University|Hub|Library)\b/u;

/** Behind a word that no list knows: “is 9 and has”. */
const BARE_OF_ANYBODY = new RegExp(
  `^(?:,? who)? (?:is|was)(?: only| now| nearly| almost)? ${N} and (?:has|have|is|was|can|cannot|can't|needs|waits|still|lives|out)\\b`,
  'u',
);
/** A parent shows that the name is a child's. */
const FAMILY = /^'s? (?:mum|mummy|dad|daddy|mother|father|nan|gran|foster carers?)\b(?! and)/i;
const BESIDE =
  /^(?:'s)?,? ?\(?(?:(?:who (?:is|was)|is|now|just|currently|in|from|a|an|at) ){0,3}$/i;
const CLOSE = /^(?:'s)?,? ?\(?(?:in |from )?$/i;
const AGE_FIRST =
  /^:?,? (?:(?:pupil|child|boy|girl|student|learner|lad),? )?(?:(?:called|named) )?$/i;
/** A bare number that can only be an age, right after a forename. */
const BARE = new RegExp(
  `^(?:,? ?\\(${N}(?: ?(?:yrs?|years?))?\\)|, ${N}(?=[,.;]|$),?|,? (?:who is|is|who was|was|turned|turns|just turned)(?: only| now| nearly| almost)? ${N}(?= ?[,.;)]|$| and\\b| last\\b| this\\b| next\\b| now\\b))`,
  'u',
);
const NEXT_SENTENCE = /(?<!(?:^|[\s.])\p{L})[.!?]\s+(?!(?:He|She|His|Her|They)\b)|\n/u;
const CHILD_NOUN =
  /(?:\b(?:an?|the|our) )?\b(?:pupil|child|boy|girl|student|learner|young person|initials),?(?: (?:called|named))? $/i;

/** Words about one child: then any capitalised word beside an age is taken for a name. */
const EVIDENCE =
  /\b(?:he|she|his|her|him|mum|dad|mother|father|nan|sister|brother|excluded|out of school|turned down|without an? (?:school|place|plan)|has no (?:plan|place|school|taxi|transport|named worker|college))\b/i;

/** What only a child or their family has. */
const OWN =
  /^'s? (?:EHCP|EHC plan|mum|mummy|dad|mother|father|parents?|nan|gran|foster|carers?|annual review|diagnosis|school place|taxi|tribunal|exclusion|suspension|(?:year|y) ?\d+ (?:transition|transfer|move))\b/iu;

type Person = Span & { readonly words: readonly string[]; readonly listed: boolean };

/**
 * Names or initials with an age or a year group, names with a child's papers or parents, and rare
 * circumstances that point at one child. Every later mention of a name that was found is found too.
 * Source: the partnership's requirement; a small count of children in one place is held back, as
 * official statistics hold it back.
 * @param text with the names of people on the plan blanked out
 */
export function findChildDetail(text: string): Hit[] {
  const ages = [...text.matchAll(AGES)].map(spanOf);
  const people = [...text.matchAll(NAME)].flatMap((match) => personAt(text, match));
  const named = people.flatMap((person) => {
    const detail = withAge(text, person, ages);
    return detail ? [{ person, detail }] : [];
  });
  const names = new Set(named.flatMap(({ person }) => person.words));
  const mentions = people
    .filter(({ words }) => words.some((word) => names.has(word)))
    .map(({ start, end }): Hit => ({ start, end, certainty: 'likely' }));
  const small = [...text.matchAll(SMALL_NAME)]
    .filter(([word]) => smallForenames.has(word))
    .flatMap((match) => joined(text, spanOf(match), ages, false) ?? []);
  const initials = hits(text, INITIALS, 'likely')
    .filter(({ start, end }) => !acronyms.has(text.slice(start, end)))
    .flatMap((hit) => bareAge(text, hit) ?? joined(text, hit, ages, false) ?? []);
  return [
    ...findRareCircumstances(text),
    ...named.map(({ detail }) => detail),
    ...initials,
    ...small,
    ...mentions,
  ];
}

/** The person that capitalised words name; a title, a role or an organisation makes it none. */
function personAt(text: string, match: RegExpMatchArray): Person[] {
  const words = match[0].split(' ');
  const listed = words.findIndex(isForename);
  const skipped = listed < 0 ? words.findIndex((word) => !ordinary.has(word)) : listed;
  if (skipped < 0) return [];
  const own = words.slice(skipped);
  const upTo = own.findIndex((word) => ordinary.has(word));
  const kept = upTo < 0 ? own : own.slice(0, upTo);
  const start = (match.index ?? 0) + words.slice(0, skipped).join(' ').length + (skipped ? 1 : 0);
  const end = start + kept.join(' ').length;
  const lead = before(text, start);
  const organisation = ORGANISATION.test(text.slice(start + (kept[0]?.length ?? 0)));
  if (TITLE.test(lead) || ADULT_BEFORE.test(lead) || organisation) return [];
  return [{ start, end, words: kept, listed: isForename(kept[0]) }];
}

function withAge(text: string, person: Person, ages: readonly Span[]): Hit | null {
  const rest = text.slice(person.end);
  const [first = ''] = person.words;
  const name = person.listed || wordNames.has(first) || EVIDENCE.test(text);
  const beside = (name ? bareAge(text, person) : null) ?? joined(text, person, ages, !name);
  if (beside) return beside;
  const near = person.listed
    ? OWN.test(rest) || ages.some((age) => isNear(text, person, age))
    : FAMILY.test(rest) || (person.words.length === 1 && BARE_OF_ANYBODY.test(rest));
  return near ? { ...widen(text, person), certainty: 'likely' } : null;
}

/** A bare number behind a name, or behind initials with full stops. */
function bareAge(text: string, who: Span): Hit | null {
  const name = text.slice(who.start, who.end);
  const bare = /^\p{Lu}{2,3}$/u.test(name) ? null : BARE.exec(text.slice(who.end));
  const length = bare && /^,? ?[(\d]/.test(bare[0]) ? bare[0].length : 0;
  return bare && { ...widen(text, who), end: who.end + length, certainty: 'likely' };
}

/** A name or initials right beside an age. */
function joined(text: string, who: Span, ages: readonly Span[], strict: boolean): Hit | null {
  for (const age of ages) {
    const after = text.slice(who.end, age.start);
    const ahead = text.slice(age.end, who.start);
    const yearOnly = /^(?:year|yr|y) ?\d/i.test(text.slice(age.start, age.end));
    const sure =
      !strict ||
      !yearOnly ||
      /\b(?:is|was) /.test(after) ||
      isEnclosed(text, who, age) ||
      CHILD_NOUN.test(before(text, who.start));
    if (age.start >= who.end && BESIDE.test(after) && sure) {
      const tail = /^\)?,?/.exec(text.slice(age.end))?.[0].length ?? 0;
      const end = CLOSE.test(after) ? age.end + tail : who.end;
      return { ...widen(text, who), end, certainty: 'likely' };
    }
    const noun = /\w/.test(ahead) || !yearOnly;
    if (age.end <= who.start && AGE_FIRST.test(ahead) && (!strict || noun)) {
      const start = ahead.startsWith(':') ? who.start : withArticle(text, age.start);
      return { start, end: who.end, certainty: 'likely' };
    }
  }
  return null;
}

function isNear(text: string, person: Span, age: Span): boolean {
  if (overlaps(person, age)) return false;
  const gap =
    age.start >= person.end ? text.slice(person.end, age.start) : text.slice(age.end, person.start);
  return gap.length <= REACH && !NEXT_SENTENCE.test(gap);
}

/** One word with a year group in brackets or between commas: a name, unless it is a rating. */
function isEnclosed(text: string, who: Span, age: Span): boolean {
  const name = text.slice(who.start, who.end);
  const around = text.slice(who.end, age.start) + (text[age.end] ?? '');
  return [' ()', ', ,'].includes(around) && !/ |^(?:Amber|Red|Green|Blue|Grey)$/.test(name);
}

/** “the pupil called Jack” is one person. */
function widen(text: string, who: Span): Span {
  const noun = CHILD_NOUN.exec(before(text, who.start))?.[0].length ?? 0;
  return { start: who.start - noun, end: who.end };
}

function withArticle(text: string, start: number): number {
  return start - (/\b(?:an?|the|our) $/i.exec(before(text, start))?.[0].length ?? 0);
}

function isForename(word = ''): boolean {
  return forenames.has(word) || forenames.has(word.split('-')[0] ?? '');
}
