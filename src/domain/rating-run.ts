// Which entry gave an objective the colour that it has, and which rating was before it.
import type { StatusEntry } from './objective.ts';

export type RatingRun = {
  /** The entry that moved it to its present colour. */
  readonly moved: StatusEntry | null;
  /** The rating before that one; null: it was the first. */
  readonly before: StatusEntry | null;
  /** Its latest confirmation in the same colour, where there was one since. */
  readonly confirmed: StatusEntry | null;
};

/**
 * Reads the delivery ratings that count: what was undone, or put right by a later entry, does not.
 * @param entries newest first
 */
export function ratingRun(entries: readonly StatusEntry[]): RatingRun {
  const counting = entries.filter(
    ({ rating, superseded, kind }) => rating === 'delivery' && !superseded && kind !== 'undo',
  );
  const [latest] = counting;
  if (!latest) return { moved: null, before: null, confirmed: null };
  const other = counting.findIndex(({ toRag }) => toRag !== latest.toRag);
  const run = other === -1 ? counting : counting.slice(0, other);
  const moved = run.at(-1) ?? latest;
  return {
    moved,
    before: other === -1 ? null : (counting[other] ?? null),
    confirmed: moved === latest ? null : latest,
  };
}
