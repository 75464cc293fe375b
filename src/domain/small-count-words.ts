// Counts under five in words that families read: “3 of 61 families”, “two children”, and “58 of 61 families”, which gives
// three away. A number is a count where people or their cases stand beside it. Numbers of schools, visits or weeks tell of
// no child, and “no”, “none”, “zero” and “all” are how promises are put: they pass. A 0 in figures is hidden, as
// `hideSmall` hides it, and so is 61 of 61, which leaves 0: it says of everybody who is known to be one of them.
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
import { countTokens, type Token } from './count-tokens.ts';
import { FEWER, SMALLEST_TOLD } from './small-counts.ts';

export type SmallCount = {
  readonly start: number;
  readonly end: number;
  /** As they stand there: `3 of 61 families`. */
  readonly words: string;
  /** What can stand in their place: `fewer than five of 61 families`. */
  readonly instead: string;
};

/** Tokens from `from` to before `to`, of which the number at `count` is not to be told. */
type Hit = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly instead: string;
  /** Where what is replaced ends, when it is more than the count: a range, or a total as small as the count. */
  readonly last?: number;
};

/** In place of a share that all but a few have. */
const MOST = 'most';
const BETWEEN_MOST = 6;
const REACH = 12;
const SENTENCE_END = words('. ! ? ;');
const FILLERS = words('the our these those all about around some nearly over a total of just only');
const THEM = words('whom which these those them');
const RANGE = words('to or and -');
/** Marks that may stand between a number and its people: “4+ children”, “"3" children”. */
const MARKS = words('+ " “ ” * _ )');
const ONLY = words('only just , about');
const QUALIFIERS = words('only just exactly about around nearly almost over');
const TWO_QUALIFIERS = /^(?:at (?:least|most)|up to|(?:more|fewer|less) than)$/;
const CONTACTS = words('named main lead contact trusted same dedicated link key');
const CONTACT_FOR = words('to for you they whose who with');
const GROUPS = words('groups classes sessions pairs teams tables');
const EACH = words('a per each every');
const STOPS = words('. ! ? ; , : ) (');
const STATES = words('was were is are totalled numbered');
const MOVES = words(
  'fell rose dropped fallen risen went came down up reduced cut increased decreased grew moved changed',
);
const DEEDS = words(
  `did was were waited refused declined left moved got received remain remained appealed withdrew dropped missed lost
  stayed failed answered replied said told joined started came went needed had has have`,
);
const BEFORE_DEEDS = words('still have has had also never only then now later do');
const NO_COUNT_BEFORE = words(
  'the this that each every no any some another other which last first',
);

/** Every count under five, and every count that gives one away, in the order in which they stand there. */
export function smallCountsIn(text: string): SmallCount[] {
  const tokens = countTokens(text);
  const hits = tokens
    .flatMap((_, at) => rules.flatMap((rule) => rule(tokens, at) ?? []))
    .map((hit) => withQualifier(tokens, hit))
    .sort((one, other) => one.from - other.from || other.to - one.to);
  const found: SmallCount[] = [];
  let end = 0;
  for (const hit of hits) {
    if (hit.from < end) continue;
    end = hit.to;
    found.push({
      start: tokens[hit.from]?.start ?? 0,
      end: tokens[hit.to - 1]?.end ?? text.length,
      words: slice(text, tokens, hit.from, hit.to),
      instead: reworded(text, tokens, hit),
    });
  }
  return found;
}

/** The text with other words in place of these. */
export function withoutSmallCounts(text: string, found: readonly SmallCount[]): string {
  return found.reduceRight(
    (kept, { start, end, instead }) => kept.slice(0, start) + instead + kept.slice(end),
    text,
  );
}

type Rule = (tokens: readonly Token[], at: number) => Hit | null;

const rules: readonly Rule[] = [
  shareOf,
  shareIn,
  percentOf,
  ofWhom,
  ofThose,
  bare,
  single,
  behindPeople,
  leftOut,
];

/** `3 of 61 families`, `58 families out of 61`, `3/61 pupils`, `58 of 61 waited`. */
function shareOf(tokens: readonly Token[], at: number): Hit | null {
  const count = countAt(tokens, at);
  if (count === null) return null;
  const own = peopleAfter(tokens, at) ?? at + 1;
  const behind =
    tokens[own + 1]?.percent === true && wordAt(tokens, own + 2) === ')' ? own + 3 : own;
  let next = skip(tokens, behind, words('( out'));
  const slash = wordAt(tokens, next) === '/';
  if (!slash && wordAt(tokens, next) !== 'of') return null;
  next = skip(tokens, next + 1, FILLERS);
  const total = countAt(tokens, next);
  if (total === null) return null;
  const people = peopleAfter(tokens, next);
  const told = people !== null || own > at + 1;
  if (slash && !told) return null;
  // “one of two” names no number of people.
  if (!told && (isOfThings(tokens, next) || (count === 1 && total < SMALLEST_TOLD))) return null;
  return share(tokens, {
    ...{ count, total, at, from: at, to: people ?? next + 1, totalAt: next },
    ...(behind > own && { last: behind - 1 }),
  });
}

/** `3 in 61 families`. “1 in 4 families” and “3 in 100” are rates. */
function shareIn(tokens: readonly Token[], at: number): Hit | null {
  const count = countAt(tokens, at);
  if (count === null || wordAt(tokens, at + 1) !== 'in') return null;
  const next = skip(tokens, skip(tokens, at + 2, EACH), FILLERS);
  const total = countAt(tokens, next);
  const people = peopleAfter(tokens, next);
  if (total === null || people === null || isRate(total)) return null;
  return share(tokens, { count, total, at, from: at, to: people, totalAt: next });
}

/** `5% of 61 families`, which is three. */
function percentOf(tokens: readonly Token[], at: number): Hit | null {
  const token = tokens[at];
  if (!token?.percent || wordAt(tokens, at + 1) !== 'of') return null;
  const next = skip(tokens, at + 2, FILLERS);
  const total = countAt(tokens, next);
  const people = peopleAfter(tokens, next);
  if (total === null || (people === null && isOfThings(tokens, next))) return null;
  const count = Math.round(((token.number ?? 0) / 100) * total);
  return share(tokens, { count, total, at, from: at, to: people ?? next + 1, totalAt: next });
}

/** `of 61 families, 58 waited`; `61 families, of whom 58 waited`; `61 families, 58 of them waited`. */
function ofWhom(tokens: readonly Token[], at: number): Hit | null {
  const total = countAt(tokens, at);
  const people = peopleAfter(tokens, at);
  if (total === null) return null;
  const isStart = tokens
    .slice(Math.max(0, at - BETWEEN_MOST), at)
    .some(({ word }) => word === 'of');
  for (let next = people ?? at + 1; next < at + REACH + BETWEEN_MOST; next++) {
    if (next >= tokens.length || SENTENCE_END.has(wordAt(tokens, next))) return null;
    const named = wordAt(tokens, next) === 'of' && THEM.has(wordAt(tokens, next + 1));
    const listed = people !== null && isStart && /^[,:]$/.test(wordAt(tokens, next));
    const behind = named ? next + 2 : listed ? next + 1 : null;
    if (behind !== null) {
      const where = skip(tokens, behind, ONLY);
      const count = countAt(tokens, where);
      if (count !== null && !isOfThings(tokens, where))
        return share(tokens, {
          ...{ count, total, at: where, from: named ? next : where },
          to: peopleAfter(tokens, where) ?? where + 1,
        });
    }
    const count = people === null ? null : countAt(tokens, next);
    if (count !== null && wordAt(tokens, next + 1) === 'of' && THEM.has(wordAt(tokens, next + 2)))
      return share(tokens, { count, total, at: next, from: next, to: next + 3 });
  }
  return null;
}

/** `three of them` where people are spoken of, `two of whom`, `of whom two`. */
function ofThose(tokens: readonly Token[], at: number): Hit | null {
  const count = countAt(tokens, at);
  if (count === null || count >= SMALLEST_TOLD) return null;
  const those = wordAt(tokens, at + 1) === 'of' ? wordAt(tokens, at + 2) : '';
  if (
    those === 'whom' ||
    (count !== 1 && (THEM.has(those) || those === 'us') && isAboutPeople(tokens, at))
  )
    return { from: at, to: at + 3, count: at, instead: FEWER };
  return wordAt(tokens, at - 1) === 'whom' && wordAt(tokens, at - 2) === 'of'
    ? { from: at - 2, to: at + 1, count: at, instead: FEWER }
    : null;
}

/** `two children`, `only 4 appeals`, `2 to 6 families`, `three (3) young people`. */
function bare(tokens: readonly Token[], at: number): Hit | null {
  const count = countAt(tokens, at);
  if (count === null || isRateTotal(tokens, at) || isOfGroups(tokens, at)) return null;
  const people = peopleAfter(tokens, at);
  if (people === null || isPerGroup(tokens, people)) return null;
  if (count >= SMALLEST_TOLD || isContact(tokens, at, people)) return null;
  const isOpen =
    wordAt(tokens, at + 1) === 'or' && /^(?:more|less|fewer)$/.test(wordAt(tokens, at + 2));
  if (isOpen) return { from: at, to: people, count: at, last: at + 2, instead: 'some' };
  const most = RANGE.has(wordAt(tokens, at + 1)) ? tokens[at + 2]?.number : undefined;
  const isRepeated = wordAt(tokens, at + 1) === '(' && wordAt(tokens, at + 3) === ')';
  return {
    ...{ from: at, to: people, count: at },
    instead: most != null && most >= SMALLEST_TOLD ? 'some' : FEWER,
    ...(most != null && { last: at + 2 }),
    ...(isRepeated && { last: at + 3 }),
  };
}

/** `a single child`, `a couple of families`. */
function single(tokens: readonly Token[], at: number): Hit | null {
  const word = wordAt(tokens, at);
  if (word !== 'single' && !/^(?:couple|pair|trio)$/.test(word)) return null;
  if (!/^(?:an?|one)$/.test(wordAt(tokens, at - 1)) || wordAt(tokens, at - 2) === 'not')
    return null;
  const people = peopleAfter(tokens, at);
  if (people === null || isContact(tokens, at, people) || isPerGroup(tokens, people)) return null;
  if (word !== 'single' && wordAt(tokens, at + 1) !== 'of') return null;
  const last = word === 'single' ? at : at + 1;
  return { from: at - 1, to: people, count: at - 1, last, instead: FEWER };
}

/** `appeals: 3`, `complaints (4)`, `the number of families was 3`, `appeals fell from 12 to 3`. */
function behindPeople(tokens: readonly Token[], at: number): Hit | null {
  const count = countAt(tokens, at);
  if (count === null || count >= SMALLEST_TOLD) return null;
  const next = wordAt(tokens, at + 1);
  if (at + 1 < tokens.length && !STOPS.has(next) && !words('in last this to by and at').has(next))
    return null;
  // “1. Call us. 2. Write to us.” is a list.
  if (next === '.' && isInList(tokens, count)) return null;
  let back = at - 1;
  while (ONLY.has(wordAt(tokens, back))) back--;
  const mark = wordAt(tokens, back);
  const isMarked = words(': = ( -').has(mark);
  const isStated =
    STATES.has(mark) || (mark === 'at' && /^(?:stood|stands)$/.test(wordAt(tokens, back - 1)));
  for (let reach = 1; reach <= REACH / 2; reach++) {
    const word = wordAt(tokens, back - reach);
    if (word === '' || STOPS.has(word)) return null;
    const between = tokens.slice(back - reach + 1, back);
    if (PEOPLE.has(word)) {
      const moved = words('to from by').has(mark) && between.some((token) => MOVES.has(token.word));
      return isMarked || isStated || moved
        ? { from: back - reach, to: at + 1, count: at, instead: FEWER }
        : null;
    }
  }
  return null;
}

/** `58 families answered and 3 did not`: the people are not said again. */
function leftOut(tokens: readonly Token[], at: number): Hit | null {
  const count = countAt(tokens, at);
  if (count === null || count >= SMALLEST_TOLD) return null;
  if (NO_COUNT_BEFORE.has(wordAt(tokens, at - 1)) || wordAt(tokens, at - 1) === '-') return null;
  const deed = skip(tokens, at + 1, BEFORE_DEEDS);
  const isDeed =
    DEEDS.has(wordAt(tokens, deed)) || (deed > at + 1 && wordAt(tokens, deed) === 'not');
  if (!isDeed || !isAboutPeople(tokens, at)) return null;
  return { from: at, to: at + 1, count: at, instead: FEWER };
}

function share(
  tokens: readonly Token[],
  one: {
    readonly count: number;
    readonly total: number;
    /** Where the count stands. */
    readonly at: number;
    readonly from: number;
    readonly to: number;
    readonly totalAt?: number;
    /** Where what goes with the count ends: its percentage. */
    readonly last?: number;
  },
): Hit | null {
  const { count, total, at, from, to, totalAt, last } = one;
  if (count >= SMALLEST_TOLD && total - count >= SMALLEST_TOLD) return null;
  const percent = tokens[at]?.percent === true;
  return {
    ...{ from, to, count: at },
    instead: percent ? 'some' : count < SMALLEST_TOLD ? FEWER : MOST,
    ...(last !== undefined && { last }),
    ...(total < SMALLEST_TOLD && totalAt !== undefined && { last: totalAt }),
  };
}

/** “only”, “at least” and the like go with the number: what is put in its place has its own. */
function withQualifier(tokens: readonly Token[], hit: Hit): Hit {
  const { from, count, last = count } = hit;
  if (from !== count) return hit;
  const two = `${wordAt(tokens, from - 2)} ${wordAt(tokens, from - 1)}`;
  const back = TWO_QUALIFIERS.test(two) ? 2 : QUALIFIERS.has(wordAt(tokens, from - 1)) ? 1 : 0;
  return { ...hit, from: from - back, count: from - back, last };
}

/** The words with something else in the number’s place, and several people in place of one. */
function reworded(text: string, tokens: readonly Token[], hit: Hit): string {
  const { from, to, count, last = count, instead } = hit;
  const before = text.slice(tokens[from]?.start, tokens[count]?.start);
  const after = text.slice(tokens[last]?.end, tokens[to - 1]?.end);
  const plural = SINGULAR.get(wordAt(tokens, to - 1));
  if (plural === undefined || to - 1 <= last) return `${before}${instead}${after}`;
  const noun = slice(text, tokens, to - 1, to);
  const several = plural === `${noun.toLowerCase()}s` ? `${noun}s` : plural;
  return `${before}${instead}${after.slice(0, -noun.length)}${several}`;
}

/** What the number at a place counts, where it can be a count; null: it is none. */
function countAt(tokens: readonly Token[], at: number): number | null {
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

/** “Year 4”, “aged 2 to 4”, “themes 1, 2 and 3”. */
function isLabelled(tokens: readonly Token[], at: number): boolean {
  let back = at - 1;
  while (
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
  while (RANGE.has(wordAt(tokens, next)) && tokens[next + 1]?.number !== null && tokens[next + 1])
    next += 2;
  if (MONTHS.has(wordAt(tokens, next))) return tokens[next]?.capital === true;
  if (BEFORE_UNITS.has(wordAt(tokens, next))) next++;
  // “two Year 4 children” are no two years.
  const isLabel = tokens[next]?.capital === true && tokens[next + 1]?.number != null;
  return UNITS.has(wordAt(tokens, next)) && !isLabel;
}

/** Where the people end that stand behind a number; null: there are none. */
function peopleAfter(tokens: readonly Token[], at: number): number | null {
  const count = tokens[at]?.number ?? 1;
  let next = skip(tokens, at + 1, MARKS);
  // “three (3) children”
  if (wordAt(tokens, next) === '(' && wordAt(tokens, next + 2) === ')') next += 3;
  if (RANGE.has(wordAt(tokens, next)) && tokens[next + 1]?.number != null)
    return peopleAfter(tokens, next + 1);
  for (const most = next + BETWEEN_MOST; next <= most; next++) {
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
function isContact(tokens: readonly Token[], at: number, end: number): boolean {
  const last = wordAt(tokens, end - 1);
  if (!/^(?:person|persons|people|adults?|individuals?)$/.test(last)) return false;
  const between = tokens.slice(at + 1, end - 1).map(({ word }) => word);
  if (between.some((word) => CONTACTS.has(word))) return true;
  if (between.includes('young')) return false;
  return CONTACT_FOR.has(wordAt(tokens, end)) && !DEEDS.has(wordAt(tokens, end + 1));
}

/** “1 in 4 families”. */
function isRateTotal(tokens: readonly Token[], at: number): boolean {
  let back = at - 1;
  while (FILLERS.has(wordAt(tokens, back)) || EACH.has(wordAt(tokens, back))) back--;
  return wordAt(tokens, back) === 'in' && tokens[back - 1]?.number != null;
}

function isRate(total: number): boolean {
  return total <= 10 || total % 10 === 0;
}

/** “groups of four children”. */
function isOfGroups(tokens: readonly Token[], at: number): boolean {
  let back = at - 1;
  while (words('up to about around between than more no').has(wordAt(tokens, back))) back--;
  return wordAt(tokens, back) === 'of' && GROUPS.has(wordAt(tokens, back - 1));
}

/** “four children in each class”, “two children at a time”. */
function isPerGroup(tokens: readonly Token[], end: number): boolean {
  const first = wordAt(tokens, end);
  if (first === 'at') return /^(?:a|once)$/.test(wordAt(tokens, end + 1));
  const each = words('in to on').has(first) ? end + 1 : end;
  const word = wordAt(tokens, each);
  return EACH.has(word) && (each === end || word !== 'a') && !PEOPLE.has(wordAt(tokens, each + 1));
}

/** Whether what follows the number is a thing: “two of three sessions”. */
function isOfThings(tokens: readonly Token[], at: number): boolean {
  return [1, 2, 3].some((reach) => {
    const between = tokens.slice(at + 1, at + reach);
    return (
      OTHER_THINGS.has(wordAt(tokens, at + reach)) &&
      between.every(({ word }) => /^\p{L}/u.test(word) && !PEOPLE.has(word))
    );
  });
}

/** Whether the sentence, or the one before it, speaks of people. */
function isAboutPeople(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < tokens.length && !SENTENCE_END.has(wordAt(tokens, next)); next++)
    if (isPeople(tokens, next)) return true;
  let ends = 0;
  for (let back = at - 1; back >= 0 && ends < 2; back--) {
    if (isPeople(tokens, back)) return true;
    if (SENTENCE_END.has(wordAt(tokens, back))) ends++;
  }
  return false;
}

function isInList(tokens: readonly Token[], count: number): boolean {
  return tokens.some(
    ({ number }, at) =>
      number !== null && Math.abs(number - count) === 1 && wordAt(tokens, at + 1) === '.',
  );
}

function skip(tokens: readonly Token[], at: number, passed: ReadonlySet<string>): number {
  let next = at;
  while (passed.has(wordAt(tokens, next))) next++;
  return next;
}

function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.word ?? '';
}

function slice(text: string, tokens: readonly Token[], from: number, to: number): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}
