// Likely child detail: an age or year group with a name or initials, what is told of somebody by name,
// and rare circumstances. These are heuristics and only ever ask; the labelled lines in the tests say
// how well they do.

import { acronyms } from '../domain/personal-data-names.ts';
import { type Person, peopleIn, smallNamesIn } from '../domain/personal-data-people.ts';
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
import { isAtWork, toldOf } from './details.ts';
import { findFamilies } from './families.ts';
import { findInitials } from './initials.ts';
import { findRareCircumstances } from './rare.ts';

/** How far an age may stand from a listed forename. */
const REACH = 80;

const INITIALS =
  /(?<![\p{L}\p{N}.&/])(?:\p{Lu}{2,3}|(?:\p{Lu}\.){2,3}(?:\p{Lu}\b)?)(?![\p{L}\p{N}&/])/gu;

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
  `^(?:,? ?\\(${N}(?: ?(?:yrs?|years?))?\\)|, ${N}(?=[,.;]|$),?|(?:'s|,? (?:who is|who's|is|who was|was|turned|turns|turning|will be|will turn|has turned|just turned|has just turned|about to turn|now|nearly|only))(?: only| now| nearly| almost| just)? ${N}(?= ?[,.;)]|$| and\\b| last\\b| this\\b| next\\b| now\\b| so\\b| but\\b| in\\b(?! \\d)))`,
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

/**
 * Names or initials with an age or a year group, names with a child's papers or parents or with what is
 * told of one child, and rare circumstances that point at one child. Every later mention of a name that
 * was found is found too.
 * Source: the partnership's requirement; a small count of children in one place is held back, as
 * official statistics hold it back.
 * @param text with the names of people on the plan blanked out
 */
export function findChildDetail(text: string): Hit[] {
  const ages = matchesOf(text, AGES).map(spanOf);
  const people = peopleIn(text);
  const isToldOf = toldOf(text);
  const isToldOfSmall = toldOf(text);
  const ofOneChild = EVIDENCE.test(text);
  const agesOf = nearby(ages, REACH);
  const named = people.flatMap((person) => {
    const detail = withDetail(text, person, agesOf(person), ofOneChild, isToldOf(person));
    return detail ? [{ person, detail }] : [];
  });
  const names = new Set(named.flatMap(({ person }) => person.words));
  const mentions = people
    .filter(({ words }) => words.some((word) => names.has(word)))
    .map(({ start, end }): Hit => ({ start, end, certainty: 'likely' }));
  const agesOfSmall = nearby(ages, REACH);
  const small = smallNamesIn(text).flatMap((person) => {
    const told = isToldOfSmall(person) ? { ...widen(text, person), certainty: 'likely' } : null;
    return joined(text, person, agesOfSmall(person), false) ?? (told as Hit | null) ?? [];
  });
  const agesOfInitials = nearby(ages, REACH);
  const initials = hits(text, INITIALS, 'likely')
    .filter(({ start, end }) => !acronyms.has(text.slice(start, end)))
    .flatMap((hit) => bareAge(text, hit) ?? joined(text, hit, agesOfInitials(hit), false) ?? []);
  return [
    ...findRareCircumstances(text, ages),
    ...named.map(({ detail }) => detail),
    ...initials,
    ...findInitials(text),
    ...findFamilies(text),
    ...small,
    ...mentions,
  ];
}

function withDetail(
  text: string,
  person: Person,
  ages: readonly Span[],
  ofOneChild: boolean,
  told: boolean,
): Hit | null {
  const rest = behind(text, person.end);
  const listed = person.sort === 'listed';
  const name = person.sort !== 'unknown' || ofOneChild;
  const beside = (name ? bareAge(text, person) : null) ?? joined(text, person, ages, !name);
  if (beside) return beside;
  const near = listed
    ? OWN.test(rest) ||
      (!isAtWork(rest, before(text, person.start)) && ages.some((age) => isNear(text, person, age)))
    : FAMILY.test(rest) || (person.words.length === 1 && BARE_OF_ANYBODY.test(rest));
  return near || told ? { ...widen(text, person), certainty: 'likely' } : null;
}

/** A bare number behind a name, or behind initials with full stops. */
function bareAge(text: string, who: Span): Hit | null {
  const name = text.slice(who.start, who.end);
  const bare = /^\p{Lu}{2,3}$/u.test(name) ? null : BARE.exec(behind(text, who.end));
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
      const tail = /^\)?,?/.exec(behind(text, age.end))?.[0].length ?? 0;
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
