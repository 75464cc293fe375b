// What is worked out once for each text of words and numbers, from one end to the other, so that a rule can ask it at
// every number and the whole still takes time in step with the text.
import type { Token } from './count-tokens.ts';

export type Places = {
  /** Of a number: where the word before its list stands, as “themes” before each number of “themes 1, 2 and 3”. */
  readonly beforeList: readonly number[];
  /** Of a number: where the word behind its range stands, as “weeks” behind each number of “2 to 3 weeks”. */
  readonly behindRange: readonly number[];
  /** The sentence of each token, counted from 0. */
  readonly sentence: readonly number[];
  /** The sentences that speak of people. */
  readonly aboutPeople: ReadonlySet<number>;
  /** What a number counts, and where its people end, by its place: filled in as they are asked for. */
  readonly counts: (number | null | undefined)[];
  readonly peopleEnds: (number | null | undefined)[];
};

export type PlaceWords = {
  readonly inList: ReadonlySet<string>;
  readonly inRange: ReadonlySet<string>;
  readonly sentenceEnd: ReadonlySet<string>;
  readonly isPeople: (at: number) => boolean;
};

/** One pass forwards and one backwards. */
export function readPlaces(tokens: readonly Token[], words: PlaceWords): Places {
  const isNumber = (at: number) => tokens[at]?.number != null;
  const beforeList: number[] = [];
  const sentence: number[] = [];
  const aboutPeople = new Set<number>();
  let current = 0;
  tokens.forEach(({ word }, at) => {
    const joins = isNumber(at - 2) && words.inList.has(tokens[at - 1]?.word ?? '');
    beforeList.push(joins ? (beforeList[at - 2] ?? at - 1) : at - 1);
    sentence.push(current);
    if (words.isPeople(at)) aboutPeople.add(current);
    if (words.sentenceEnd.has(word)) current++;
  });
  const behindRange: number[] = tokens.map((_, at) => at + 1);
  for (let at = tokens.length - 3; at >= 0; at--)
    if (isNumber(at + 2) && words.inRange.has(tokens[at + 1]?.word ?? ''))
      behindRange[at] = behindRange[at + 2] ?? at + 1;
  const unknown = () => tokens.map(() => undefined);
  return {
    ...{ beforeList, behindRange, sentence, aboutPeople },
    ...{ counts: unknown(), peopleEnds: unknown() },
  };
}

/** What `read` says of a key, asked once for each: texts are kept no longer than somebody holds them. */
export function keptFor<Key extends object, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.value;
    const value = read(key);
    known.set(key, { value });
    return value;
  };
}
