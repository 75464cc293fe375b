// What stands around a number: whether it counts anything, the people whom it counts, and what else it may belong to.
import {
  BEFORE_UNITS,
  CAPITAL_LABELS,
  LABELS,
  MONTHS,
  NAMED_AFTER_PEOPLE,
  NO_LABEL_AFTER,
  OTHER_THINGS,
  PEOPLE,
  SINGULAR,
  standsBetween,
  UNITS,
  words,
} from './count-nouns.ts';
import type { Token } from './count-tokens.ts';
import { SMALLEST_TOLD } from './small-counts.ts';

export const BETWEEN_MOST = 6;
export const SENTENCE_END = words('. ! ? ;');
export const FILLERS = words(
  'the our these those all about around some nearly over a total of just only',
);
export const RANGE = words('to or and -');
/** Marks that may stand between a number and its people: “4+ children”, “"3" children”. */
const MARKS = words('+ " “ ” * _ )');
const CONTACTS = words('named main lead contact trusted same dedicated link key');
const CONTACT_FOR = words('to for you they whose who with');
const GROUPS = words('groups classes sessions pairs teams tables');
export const EACH = words('a per each every');
export const DEEDS = words(
  `did was were waited refused declined left moved got received remain remained appealed withdrew dropped missed lost
  stayed failed answered replied said told joined started came went needed had has have`,
);

/** What the number at a place counts, where it can be a count; null: it is none. */
export function countAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (!token || token.number === null || token.percent) return null;
  if (isLabelled(tokens, at) || isMeasured(tokens, at)) return null;
  const { number } = token;
  // “fewer than five” is how it is said.
  const said = `${wordAt(tokens, at - 2)} ${wordAt(tokens, at - 1)}`;
  if (number === SMALLEST_TOLD && /^(?:(?:fewer|less) than|.*(?:under|below))$/.test(said))
    return null;
  const isYear = /^(?:199|20\d)\d$/.test(token.word);
  return isYear && peopleAfter(tokens, at) === null ? null : number;
}

/** So many tokens of a list of numbers, and of a sentence, are looked at from one number: the work stays linear. */
const LIST_MOST = 24;
const SENTENCE_MOST = 150;

/** “Year 4”, “aged 2 to 4”, “themes 1, 2 and 3”. */
function isLabelled(tokens: readonly Token[], at: number): boolean {
  let back = at - 1;
  while (
    at - back < LIST_MOST &&
    (RANGE.has(wordAt(tokens, back)) || /^[,&]$/.test(wordAt(tokens, back))) &&
    tokens[back - 1]?.number !== null &&
    tokens[back - 1] !== undefined
  )
    back -= 2;
  const label = tokens[back];
  if (!label) return false;
  const isLabel = LABELS.has(label.word) || (label.capital && CAPITAL_LABELS.has(label.word));
  return isLabel && !NO_LABEL_AFTER.has(wordAt(tokens, back - 1));
}

/** “within 4 weeks”, “2 or 3 working days”, “1 September”. */
function isMeasured(tokens: readonly Token[], at: number): boolean {
  let next = at + 1;
  while (
    next - at < LIST_MOST &&
    RANGE.has(wordAt(tokens, next)) &&
    tokens[next + 1]?.number !== null &&
    tokens[next + 1]
  )
    next += 2;
  if (MONTHS.has(wordAt(tokens, next))) return tokens[next]?.capital === true;
  if (BEFORE_UNITS.has(wordAt(tokens, next))) next++;
  // “two Year 4 children” are no two years.
  const isLabel = tokens[next]?.capital === true && tokens[next + 1]?.number != null;
  return UNITS.has(wordAt(tokens, next)) && !isLabel;
}

/** Where the people end that stand behind a number; null: there are none. */
export function peopleAfter(
  tokens: readonly Token[],
  at: number,
  most = at + LIST_MOST,
): number | null {
  const count = tokens[at]?.number ?? 1;
  let next = skip(tokens, at + 1, MARKS);
  // “three (3) children”
  if (wordAt(tokens, next) === '(' && wordAt(tokens, next + 2) === ')') next += 3;
  if (RANGE.has(wordAt(tokens, next)) && tokens[next + 1]?.number != null)
    return next < most ? peopleAfter(tokens, next + 1, most) : null;
  for (const last = next + BETWEEN_MOST; next <= last; next++) {
    const olds = oldsAt(tokens, next);
    if (olds !== null) return olds;
    if (isPeople(tokens, next))
      return isCounted(tokens, next, count) ? lastOfPeople(tokens, next) : null;
    if (!isBetween(tokens, next)) return null;
  }
  return null;
}

function isBetween(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.number !== null) return isLabelled(tokens, at);
  // A name, as in “two Somali families” and “Gypsy, Roma and Traveller families”.
  if (token.word === ',')
    return tokens[at - 1]?.capital === true && tokens[at + 1]?.capital === true;
  return token.capital || standsBetween(token.word);
}

/** Not the first half of a thing’s name. */
function isCounted(tokens: readonly Token[], at: number, count: number): boolean {
  if (isNameOfThing(tokens, at)) return false;
  const word = wordAt(tokens, at);
  const isSingular = SINGULAR.has(word) && word !== 'child' && word !== 'person';
  return count <= 1 || !isSingular || isPeople(tokens, at + 1);
}

/** “two tribunal hearings”, “one parent carer”. */
function lastOfPeople(tokens: readonly Token[], at: number): number {
  let next = at + 1;
  while (isPeople(tokens, next)) next++;
  return next;
}

/** `three-year-olds`, `3 year olds`. */
function oldsAt(tokens: readonly Token[], at: number): number | null {
  if (/-years?-olds?$/.test(wordAt(tokens, at))) return at + 1;
  const isAge = tokens[at]?.number != null && /^years?$/.test(wordAt(tokens, at + 1));
  return isAge && /^olds?$/.test(wordAt(tokens, at + 2)) ? at + 3 : null;
}

function isPeople(tokens: readonly Token[], at: number): boolean {
  return PEOPLE.has(wordAt(tokens, at).replace(/'s?$/, ''));
}

/** “parent carer forums”, “children’s centres”, “family support workers”. */
function isNameOfThing(tokens: readonly Token[], at: number): boolean {
  const isOwned = /'s?$/.test(wordAt(tokens, at));
  return [1, 2, 3].some((reach) => {
    const between = tokens.slice(at + 1, at + reach);
    const thing = wordAt(tokens, at + reach);
    // Each child has a plan, and “two children’s plans” are two children.
    return (
      NAMED_AFTER_PEOPLE.has(thing) &&
      !(isOwned && /^plans?$/.test(thing)) &&
      between.every(({ word }) => PEOPLE.has(word) || NAMED_AFTER_PEOPLE.has(word) || word === '-')
    );
  });
}

/** “one named person to talk to”, “two people who know your child”. */
export function isContact(tokens: readonly Token[], at: number, end: number): boolean {
  const last = wordAt(tokens, end - 1);
  if (!/^(?:person|persons|people|adults?|individuals?)$/.test(last)) return false;
  const between = tokens.slice(at + 1, end - 1).map(({ word }) => word);
  if (between.some((word) => CONTACTS.has(word))) return true;
  if (between.includes('young')) return false;
  return CONTACT_FOR.has(wordAt(tokens, end)) && !DEEDS.has(wordAt(tokens, end + 1));
}

/** “1 in 4 families”. */
export function isRateTotal(tokens: readonly Token[], at: number): boolean {
  let back = at - 1;
  while (FILLERS.has(wordAt(tokens, back)) || EACH.has(wordAt(tokens, back))) back--;
  return wordAt(tokens, back) === 'in' && tokens[back - 1]?.number != null;
}

export function isRate(total: number): boolean {
  return total <= 10 || total % 10 === 0;
}

/** “groups of four children”. */
export function isOfGroups(tokens: readonly Token[], at: number): boolean {
  let back = at - 1;
  while (words('up to about around between than more no').has(wordAt(tokens, back))) back--;
  return wordAt(tokens, back) === 'of' && GROUPS.has(wordAt(tokens, back - 1));
}

/** “four children in each class”, “two children at a time”. */
export function isPerGroup(tokens: readonly Token[], end: number): boolean {
  const first = wordAt(tokens, end);
  if (first === 'at') return /^(?:a|once)$/.test(wordAt(tokens, end + 1));
  const each = words('in to on').has(first) ? end + 1 : end;
  const word = wordAt(tokens, each);
  return EACH.has(word) && (each === end || word !== 'a') && !PEOPLE.has(wordAt(tokens, each + 1));
}

/** Whether what follows the number is a thing: “two of three sessions”. */
export function isOfThings(tokens: readonly Token[], at: number): boolean {
  return [1, 2, 3].some((reach) => {
    const between = tokens.slice(at + 1, at + reach);
    return (
      OTHER_THINGS.has(wordAt(tokens, at + reach)) &&
      between.every(({ word }) => /^\p{L}/u.test(word) && !PEOPLE.has(word))
    );
  });
}

/** Whether the sentence, or the one before it, speaks of people. */
export function isAboutPeople(tokens: readonly Token[], at: number): boolean {
  const furthest = Math.min(tokens.length, at + SENTENCE_MOST);
  for (let next = at + 1; next < furthest && !SENTENCE_END.has(wordAt(tokens, next)); next++)
    if (isPeople(tokens, next)) return true;
  let ends = 0;
  for (let back = at - 1; back >= 0 && at - back < 2 * SENTENCE_MOST && ends < 2; back--) {
    if (isPeople(tokens, back)) return true;
    if (SENTENCE_END.has(wordAt(tokens, back))) ends++;
  }
  return false;
}

export function isInList(tokens: readonly Token[], count: number): boolean {
  let items = listItems.get(tokens);
  if (!items) {
    const numbered = tokens.filter((_, at) => wordAt(tokens, at + 1) === '.');
    items = new Set(numbered.flatMap(({ number }) => number ?? []));
    listItems.set(tokens, items);
  }
  return items.has(count - 1) || items.has(count + 1);
}

/** The numbers with a full stop behind them, worked out once for each text. */
const listItems = new WeakMap<readonly Token[], ReadonlySet<number>>();

export function skip(tokens: readonly Token[], at: number, passed: ReadonlySet<string>): number {
  let next = at;
  while (next - at < LIST_MOST && passed.has(wordAt(tokens, next))) next++;
  return next;
}

export function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.word ?? '';
}

export function slice(text: string, tokens: readonly Token[], from: number, to: number): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}
