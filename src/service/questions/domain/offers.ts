// What is offered beside or instead of what a rule reads: lines of sentences that are like it, and what is mostly wanted.
import { examples } from '../rules/examples.ts';
import { type Example, rankLikely } from './likely.ts';
import type { Sentence } from './sentence.ts';
import { filled, type Own, type Slots } from './slots.ts';
import { mayWishRating } from './updates-said.ts';

/** So many are offered: more is a list to be read. */
export const MOST_OFFERED = 4;
const MOST_LIKELY = 3;
/** What is less like any sentence that was written is like none. */
const LEAST_LIKE = 0.45;
/** What is as like as this is hardly anything else. */
export const VERY_LIKE = 1;
/** So much liker another line has to be than the one that a rule takes, before it is offered beside it. */
export const LIKER = 1;
export const MUCH_LIKER = 1.3;

export type Ranked = { readonly line: string; readonly likeness: number };

/** Lines of the sentences that are like it, the likeliest first; what takes more of what it names is likelier. */
export function rankLines(sentence: Sentence, own: Own, slots: Slots): readonly Ranked[] {
  const all = rankLikely(sentence.marked, examples, own.askers).slice(0, MOST_WEIGHED);
  const ranked = all.flatMap(({ example, likeness }) => {
    const [line, form] = lineOf(example, slots) ?? [];
    return line === undefined || form === undefined
      ? []
      : [{ line, likeness: likeness * taken(form, sentence, slots) }];
  });
  const mayUpdate = sentence.rating === null || mayWishRating(sentence);
  return ranked
    .filter(
      ({ line, likeness }) => likeness >= LEAST_LIKE && (mayUpdate || !/^update\b/.test(line)),
    )
    .sort((one, other) => other.likeness - one.likeness);
}

/** Whatever comes after these is not likely. */
const MOST_WEIGHED = 12;

/** What a line that takes what the sentence names is likelier than one that leaves it out. */
function taken(form: string, { refs, people, theme }: Sentence, slots: Slots): number {
  const named = [
    [refs.length > 0, /\{refs?\}/],
    [people.length > 0, /\{@?person\}|\{cover\}/],
    [theme !== null, /\{(?:the )?theme\}/],
    [form.includes('{period}') && slots.period !== null, /\{period\}/],
  ] as const;
  return named.reduce(
    (factor, [isNamed, takes]) => (isNamed ? factor * (takes.test(form) ? TAKEN : LEFT) : factor),
    1,
  );
}

const TAKEN = 1.15;
const LEFT = 0.8;

export function linesOf(ranked: readonly Ranked[]): readonly string[] {
  return [...new Set(ranked.map(({ line }) => line))].slice(0, MOST_LIKELY);
}

/** The lines, and those that are liker than any of them. */
export function withLiker(
  lines: readonly string[],
  ranked: readonly Ranked[],
  times: number,
): readonly string[] {
  const [first = ''] = lines;
  const own = ranked.find(
    ({ line }) => line === first || line.split(' ', 2).join(' ') === first.split(' ', 2).join(' '),
  );
  const least = Math.max(LEAST_LIKE, (own?.likeness ?? 0) * times);
  const liker = ranked.filter((one) => one !== own && one.likeness > least);
  return [...new Set([...lines, ...linesOf(liker)])].slice(0, MOST_OFFERED);
}

/** What is mostly wanted of what the sentence names. */
export function usualLines({ refs, people }: Sentence, { own }: Own): readonly string[] {
  const [ref] = refs;
  if (ref) return [`show ${ref}`, own.includes(ref) ? `update ${ref}` : `why ${ref}`];
  const [person, other] = people;
  return person && !other ? [`outstanding @${person}`] : people.length > 0 ? ['outstanding'] : [];
}

/** What somebody may mean who rates nothing and says a rating: “1A:1 shows green, but nobody picks up”. */
export function doubtsOf({ refs }: Sentence, { own, askers }: Own): readonly string[] {
  const [ref, other] = refs;
  const mayRate = askers.includes('office') || own.length > 0;
  return ref === undefined || other !== undefined || mayRate ? [] : [`challenge ${ref}`];
}

/** The update that a sentence may wish for; none: it names no one objective and rating, or denies it. */
export function ratingSaid(sentence: Sentence): readonly string[] {
  const { refs, rating, note, heard } = sentence;
  const [ref, other] = refs;
  const isOne = ref && !other && rating && !heard;
  return isOne && mayWishRating(sentence) ? [`update ${ref} ${rating} ${note}`.trim()] : [];
}

/** The first line of an example that the sentence fills, and its form. */
function lineOf({ lines }: Example, slots: Slots): readonly [string, string] | undefined {
  for (const form of lines) {
    const [line] = filled(form, slots) ?? [];
    if (line !== undefined) return [line, form];
  }
  return undefined;
}
