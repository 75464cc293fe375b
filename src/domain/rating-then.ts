// What a rating was at a moment: told by what was recorded after it, so that no pack has to remember it.
import { type HistoryEntry, isRating } from './history-entry.ts';
import type { Rag } from './rag.ts';

/**
 * How the work of an objective was rated; undefined: the record did not have the objective yet.
 * @param now its rating today
 * @param later what was recorded of it after the moment, in any order
 */
export function ratingThen(
  now: Rag | null,
  later: readonly HistoryEntry[],
): Rag | null | undefined {
  if (later.some(isArrival)) return undefined;
  const ratings = later
    .filter(isRating)
    .filter(({ rating }) => rating === 'delivery')
    .sort((one, other) => one.version - other.version);
  const [first] = ratings;
  return first ? first.fromRag : now;
}

function isArrival({ kind, detail }: HistoryEntry): boolean {
  return kind === 'published' || (detail?.of === 'objective' && detail.change === 'added');
}
