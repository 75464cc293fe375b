// Objectives that a sentence names by words of their titles.
import type { PlanRefs } from '../../../plan/objectives/domain/plan-refs.ts';
import { plainWords } from './plain-words.ts';

type Title = { readonly ref: string; readonly words: string };

/** Titles by their words, for each plan once: a sentence looks only at those that have its rarest word. */
const indexed = new WeakMap<PlanRefs, ReadonlyMap<string, readonly Title[]>>();
/** A shorter word says little of what a title is about. */
const SHORTEST = 5;
const MOST_WORDS = 8;

/** Words of a title by which it is known: two of some length that stand together in no other title. */
export function findTitle(plain: string, plan: PlanRefs): string[] {
  const titles = indexed.get(plan) ?? indexTitles(plan);
  indexed.set(plan, titles);
  const words = plain.trim().split(' ');
  for (let count = Math.min(MOST_WORDS, words.length); count >= 2; count--)
    for (let at = 0; at + count <= words.length; at++) {
      const said = words.slice(at, at + count);
      const [one, other] = mayHold(said, titles).filter((title) =>
        title.words.includes(` ${said.join(' ')} `),
      );
      if (one && !other) return [one.ref];
    }
  return [];
}

/** The titles that may hold the words: those with the rarest of them. */
function mayHold(
  said: readonly string[],
  titles: ReadonlyMap<string, readonly Title[]>,
): readonly Title[] {
  const long = said.filter((word) => word.length >= SHORTEST);
  if (long.length < 2) return [];
  return long
    .map((word) => titles.get(word) ?? [])
    .reduce((fewest, some) => (some.length < fewest.length ? some : fewest));
}

function indexTitles({ all }: PlanRefs): ReadonlyMap<string, readonly Title[]> {
  const titles = new Map<string, Title[]>();
  for (const { ref, title } of all) {
    const words = plainWords(title);
    for (const word of new Set(words.trim().split(' ')))
      if (word.length >= SHORTEST) titles.set(word, [...(titles.get(word) ?? []), { ref, words }]);
  }
  return titles;
}
