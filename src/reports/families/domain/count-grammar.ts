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
import { keptFor, readPlaces } from './count-places.ts';
import type { Token } from './count-tokens.ts';
import { SMALLEST_TOLD } from './small-counts.ts';

export const BETWEEN_MOST = 6;
export const SENTENCE_END = words('. ! ? ;');
export const FILLERS = words(
  'the our these those all about around some nearly over a total of just only',
);
export const RANGE = words('to or and -');
const IN_LIST = words('to or and - , &');
/** Marks that may stand between a number and its people: “4+ children”, “"3" children”. */
const MARKS = words('+ " “ ” * _ )');
const CONTACTS = words('named main lead contact trusted same dedicated link key');
const CONTACT_FOR = words('to for you they whose who with');
const GROUPS = words('groups classes sessions pairs teams tables');
const ABOUT = words('up to about around between than more no');
const BEFORE_EACH = words('in to on');
export const EACH = words('a per each every');
export const DEEDS = words(
  `did was were waited refused declined left moved got received remain remained appealed withdrew dropped missed lost
  stayed failed answered replied said told joined started came went needed had has have`,
);

/** What the number at a place counts, where it can be a count; null: it is none. Every rule asks it: it is kept. */
export function countAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (!token || token.number === null || token.percent) return null;
  const { counts } = placesOf(tokens);
  const known = counts[at];
  if (known !== undefined) return known;
  const count = readCount(tokens, at, token);
  counts[at] = count;
  return count;
}

const placesOf = keptFor((tokens: readonly Token[]) =>
  readPlaces(tokens, {
    ...{ inList: IN_LIST, inRange: RANGE, sentenceEnd: SENTENCE_END },
    isPeople: (at) => isPeople(tokens, at),
  }),
);

function readCount(tokens: readonly Token[], at: number, token: Token): number | null {
  if (isLabelled(tokens, at) || isMeasured(tokens, at)) return null;
  const { number } = token;
  if (number === SMALLEST_TOLD && isFewerThan(tokens, at)) return null;
  const isYear = /^(?:199|20\d)\d$/.test(token.word);
  return isYear && peopleAfter(tokens, at) === null ? null : number;
}

/** “fewer than five” is how it is said. */
function isFewerThan(tokens: readonly Token[], at: number): boolean {
  const said = `${wordAt(tokens, at - 2)} ${wordAt(tokens, at - 1)}`;
  return /^(?:(?:fewer|less) than|.*(?:under|below))$/.test(said);
}

/** “Year 4”, “aged 2 to 4”, “themes 1, 2 and 3”. */
function isLabelled(tokens: readonly Token[], at: number): boolean {
  const back = placesOf(tokens).beforeList[at] ?? -1;
  const label = tokens[back];
  if (!label) return false;
  const isLabel = LABELS.has(label.word) || (label.capital && CAPITAL_LABELS.has(label.word));
  return isLabel && !NO_LABEL_AFTER.has(wordAt(tokens, back - 1));
}

/** “within 4 weeks”, “2 or 3 working days”, “1 September”. */
function isMeasured(tokens: readonly Token[], at: number): boolean {
  let next = placesOf(tokens).behindRange[at] ?? at + 1;
  if (MONTHS.has(wordAt(tokens, next))) return tokens[next]?.capital === true;
  if (BEFORE_UNITS.has(wordAt(tokens, next))) next++;
  // “two Year 4 children” are no two years.
  const isLabel = tokens[next]?.capital === true && tokens[next + 1]?.number != null;
  return UNITS.has(wordAt(tokens, next)) && !isLabel;
}

/** Where the people end that stand behind a number, or behind a range of them; null: there are none. */
export function peopleAfter(tokens: readonly Token[], at: number): number | null {
  const { peopleEnds } = placesOf(tokens);
  const passed: number[] = [];
  let end: number | null = null;
  for (let from = at; from < tokens.length; ) {
    const known = peopleEnds[from];
    if (known !== undefined) {
      end = known;
      break;
    }
    passed.push(from);
    const next = behindMarks(tokens, from);
    if (!RANGE.has(wordAt(tokens, next)) || tokens[next + 1]?.number == null) {
      end = peopleFrom(tokens, next, tokens[from]?.number ?? 1);
      break;
    }
    from = next + 1;
  }
  for (const place of passed) peopleEnds[place] = end;
  return end;
}

/** “4+ children”, “three (3) children”. */
function behindMarks(tokens: readonly Token[], at: number): number {
  const next = skip(tokens, at + 1, MARKS);
  return wordAt(tokens, next) === '(' && wordAt(tokens, next + 2) === ')' ? next + 3 : next;
}

function peopleFrom(tokens: readonly Token[], from: number, count: number): number | null {
  for (let next = from; next <= from + BETWEEN_MOST; next++) {
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
  const word = wordAt(tokens, at);
  return PEOPLE.has(word) || (word.includes("'") && PEOPLE.has(word.replace(/'s?$/, '')));
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
  while (ABOUT.has(wordAt(tokens, back))) back--;
  return wordAt(tokens, back) === 'of' && GROUPS.has(wordAt(tokens, back - 1));
}

/** “four children in each class”, “two children at a time”. */
export function isPerGroup(tokens: readonly Token[], end: number): boolean {
  const first = wordAt(tokens, end);
  if (first === 'at') return /^(?:a|once)$/.test(wordAt(tokens, end + 1));
  const each = BEFORE_EACH.has(first) ? end + 1 : end;
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
  const { sentence, aboutPeople } = placesOf(tokens);
  const own = sentence[at] ?? 0;
  return aboutPeople.has(own) || aboutPeople.has(own - 1);
}

/** Whether a list numbered with full stops has the number before or behind this one. */
export function isInList(tokens: readonly Token[], count: number): boolean {
  const items = listItems(tokens);
  return items.has(count - 1) || items.has(count + 1);
}

const listItems = keptFor((tokens: readonly Token[]): ReadonlySet<number> => {
  const numbered = tokens.filter((_, at) => wordAt(tokens, at + 1) === '.');
  return new Set(numbered.flatMap(({ number }) => number ?? []));
});

/** So many marks or small words in a row are passed over: the work stays in step with the text. */
const SKIPPED_MOST = 24;

export function skip(tokens: readonly Token[], at: number, passed: ReadonlySet<string>): number {
  let next = at;
  while (next - at < SKIPPED_MOST && passed.has(wordAt(tokens, next))) next++;
  return next;
}

export function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.word ?? '';
}

export function slice(text: string, tokens: readonly Token[], from: number, to: number): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}
