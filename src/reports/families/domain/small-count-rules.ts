// The ways in which words tell a count under five, or one that gives it away. Each rule looks at one place of the words.
import {
  BETWEEN_MOST,
  countAt,
  DEEDS,
  EACH,
  FILLERS,
  isAboutPeople,
  isContact,
  isInList,
  isOfGroups,
  isOfThings,
  isPerGroup,
  isRate,
  isRateTotal,
  peopleAfter,
  RANGE,
  SENTENCE_END,
  skip,
  wordAt,
} from './count-grammar.ts';
import { PEOPLE, words } from './count-nouns.ts';
import type { Token } from './count-tokens.ts';
import { FEWER, SMALLEST_TOLD } from './small-counts.ts';

/** Tokens from `from` to before `to`, of which the number at `count` is not to be told. */
export type Hit = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly instead: string;
  /** Where what is replaced ends, when it is more than the count: a range, or a total as small as the count. */
  readonly last?: number;
};

/** In place of a share that all but a few have. */
const MOST = 'most';
const REACH = 12;
const THEM = words('whom which these those them');
const ONLY = words('only just , about');
const STOPS = words('. ! ? ; , : ) (');
const SEVERAL = words('couple pair trio');
const OUT_OF = words('( out');
const BEHIND_COUNT = words('in last this to by and at');
const BEFORE_COUNT = words(': = ( -');
const BEFORE_MOVED = words('to from by');
const STATES = words('was were is are totalled numbered');
const MOVES = words(
  'fell rose dropped fallen risen went came down up reduced cut increased decreased grew moved changed',
);
const BEFORE_DEEDS = words('still have has had also never only then now later do');
const NO_COUNT_BEFORE = words(
  'the this that each every no any some another other which last first',
);

type Rule = (tokens: readonly Token[], at: number) => Hit | null;

export const rules: readonly Rule[] = [
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
  let next = skip(tokens, behind, OUT_OF);
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
  if (total === null) return null;
  const people = peopleAfter(tokens, at);
  const isStart = people !== null && isBehindOf(tokens, at);
  for (let next = people ?? at + 1; next < at + REACH + BETWEEN_MOST; next++) {
    if (next >= tokens.length || SENTENCE_END.has(wordAt(tokens, next))) return null;
    const named = wordAt(tokens, next) === 'of' && THEM.has(wordAt(tokens, next + 1));
    const listed = isStart && (wordAt(tokens, next) === ',' || wordAt(tokens, next) === ':');
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

function isBehindOf(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - BETWEEN_MOST), at).some(({ word }) => word === 'of');
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
  if (word !== 'single' && !SEVERAL.has(word)) return null;
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
  if (at + 1 < tokens.length && !STOPS.has(next) && !BEHIND_COUNT.has(next)) return null;
  // “1. Call us. 2. Write to us.” is a list.
  if (next === '.' && isInList(tokens, count)) return null;
  let back = at - 1;
  while (ONLY.has(wordAt(tokens, back))) back--;
  const mark = wordAt(tokens, back);
  const isMarked = BEFORE_COUNT.has(mark);
  const isStated =
    STATES.has(mark) || (mark === 'at' && /^(?:stood|stands)$/.test(wordAt(tokens, back - 1)));
  for (let reach = 1; reach <= REACH / 2; reach++) {
    const word = wordAt(tokens, back - reach);
    if (word === '' || STOPS.has(word)) return null;
    const between = tokens.slice(back - reach + 1, back);
    if (PEOPLE.has(word)) {
      const moved = BEFORE_MOVED.has(mark) && between.some((token) => MOVES.has(token.word));
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
