// What a sentence that no rule reads is likely to want: the lines of the sentences that people have written which are most
// like it. Nothing is done for likeness alone: these lines are offered as buttons.
import { areEnglish } from '../../../core/personal-data/domain/english-words.ts';
import { nearestWord } from '../../../core/request/domain/similar.ts';
import type { Asker } from './intent.ts';
import { stemmed } from './stems.ts';

/** What people have written who wanted one thing. */
export type Example = {
  /** Lines that do it, of which the first is taken that the sentence fills: `{ref}`, `{person}` … stand for what it names. */
  readonly lines: readonly string[];
  /** Their words in small letters; `{ref}`, `{person}`, `{theme}` … stand where something of the plan was named. */
  readonly said: readonly string[];
  /** Who may want it; everybody where this is left out. */
  readonly only?: readonly Asker[];
};

/** How like a sentence is to what was written for one thing: 0 is not at all, 1 as like as one sentence of it. */
export type Likely = { readonly example: Example; readonly likeness: number };

type Sentence = { readonly example: Example; readonly length: number };
type Posting = { readonly sentence: number; readonly weight: number };
type Index = {
  readonly sentences: readonly Sentence[];
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  /** Words by their first letter, in which hardly a slip is made. */
  readonly words: ReadonlyMap<string, readonly string[]>;
};

const indexes = new WeakMap<readonly Example[], Index>();
/** Two words that stand together say less than either alone, for they say it again. */
const OF_PAIR = 0.7;
/** Short sentences are like many; this much of their length counts. */
const OF_LENGTH = 0.7;
/** What further sentences of one thing add that are like it too. */
const OF_FURTHER = [1, 0.3, 0.15];
/** So many words that are none are looked at as slips. */
const MOST_SLIPS = 6;

/**
 * What a sentence is likely to want, the likeliest first.
 * @param marked its words in small letters, with `{ref}`, `{person}`, `{theme}` … where something is named
 */
export function rankLikely(
  marked: string,
  examples: readonly Example[],
  askers: readonly Asker[],
): readonly Likely[] {
  const index = indexes.get(examples) ?? indexSaid(examples);
  indexes.set(examples, index);
  const said = signsOf(stemsOf(withoutSlips(wordsOf(marked), index)));
  const weights = said.flatMap((sign) => (index.postings.has(sign) ? [weightOf(sign, index)] : []));
  const unknown = said.filter((sign) => !sign.includes(' ') && !index.postings.has(sign)).length;
  const length = lengthOf([...weights, ...Array.from({ length: unknown }, () => UNKNOWN)]);
  const shared = new Map<number, number>();
  for (const sign of said) {
    const own = weightOf(sign, index);
    for (const { sentence, weight } of index.postings.get(sign) ?? [])
      shared.set(sentence, (shared.get(sentence) ?? 0) + own * weight);
  }
  const found = new Map<Example, number[]>();
  for (const [at, sum] of shared) {
    const sentence = index.sentences[at];
    if (!sentence || sentence.example.only?.every((one) => !askers.includes(one))) continue;
    const likeness = sum / (length * sentence.length ** OF_LENGTH);
    found.set(sentence.example, [...(found.get(sentence.example) ?? []), likeness]);
  }
  return [...found]
    .map(([example, all]) => ({ example, likeness: together(all) }))
    .sort((one, other) => other.likeness - one.likeness);
}

/** A word that nobody has written says that the sentence is about something else. */
const UNKNOWN = 3;

function together(all: readonly number[]): number {
  const sorted = [...all].sort((one, other) => other - one);
  return OF_FURTHER.reduce((sum, share, at) => sum + share * (sorted[at] ?? 0), 0);
}

function indexSaid(examples: readonly Example[]): Index {
  const said = examples.flatMap((example) =>
    example.said.map((text) => ({ example, signs: signsOf(stemsOf(wordsOf(text))) })),
  );
  const places = new Map<string, number[]>();
  for (const [at, { signs }] of said.entries())
    for (const sign of signs) places.set(sign, [...(places.get(sign) ?? []), at]);
  const weights = new Map(
    [...places].map(([sign, at]) => [
      sign,
      (sign.includes(' ') ? OF_PAIR : 1) * Math.log(1 + said.length / (1 + at.length)),
    ]),
  );
  const weight = (sign: string) => weights.get(sign) ?? 0;
  return {
    sentences: said.map(({ example, signs }) => ({ example, length: lengthOf(signs.map(weight)) })),
    postings: new Map(
      [...places].map(([sign, all]) => [
        sign,
        all.map((sentence) => ({ sentence, weight: weight(sign) })),
      ]),
    ),
    words: byFirstLetter(new Set(examples.flatMap(({ said: texts }) => texts.flatMap(wordsOf)))),
  };
}

function byFirstLetter(words: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const word of words)
    if (SLIP.test(word)) found.set(word.charAt(0), [...(found.get(word.charAt(0)) ?? []), word]);
  return found;
}

function weightOf(sign: string, { postings }: Index): number {
  return postings.get(sign)?.[0]?.weight ?? 0;
}

function lengthOf(weights: readonly number[]): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\{[a-z]+\}|[a-z']+/g) ?? [];
}

function stemsOf(words: readonly string[]): readonly string[] {
  return words.map((word) => stemmed(word));
}

/** The words, and each two that stand together; none twice. */
function signsOf(words: readonly string[]): readonly string[] {
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  return [...new Set([...words, ...pairs])];
}

/** A word that is no English one is taken for the nearest that people have written. */
function withoutSlips(words: readonly string[], { words: known, postings }: Index): string[] {
  let slips = 0;
  return words.map((word) => {
    const isSlip = SLIP.test(word) && !postings.has(stemmed(word)) && !areEnglish([word]);
    if (!isSlip || ++slips > MOST_SLIPS) return word;
    return nearestWord(word, known.get(word.charAt(0)) ?? []) ?? word;
  });
}

/** Shorter ones are near to many, and longer ones to none. */
const SLIP = /^[a-z]{4,15}$/;
