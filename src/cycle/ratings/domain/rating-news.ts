// What is new of an objective's rating in a stretch of time, told once however often it was spoken of: where it
// went, and the latest words about where it is now. New words are news, also without a new colour.

import type { Rag, RatingKind } from '../../../core/message/domain/rag.ts';
import { netUpdates } from '../../../plan/objectives/domain/net-updates.ts';
import type { StatusEntry } from '../../../plan/objectives/domain/objective.ts';
import { lastWords, type RatingWords } from '../../../plan/objectives/domain/rating-story.ts';

export type RatingNews = {
  readonly rating: RatingKind;
  /** The ratings that it went through, the first as it was before. One alone: it did not change. */
  readonly path: readonly (Rag | null)[];
  /** The latest that was said about the rating where it is now; null: nothing new. */
  readonly words: RatingWords | null;
  /** What moved it, or else what was said last. */
  readonly told: Pick<StatusEntry, 'kind' | 'author' | 'at' | 'late' | 'meeting'>;
  /** It was confirmed, and no more. */
  readonly onlyConfirmed: boolean;
};

/**
 * Of each rating of one objective that has news, delivery first.
 * @param entries the objective's, of the time that it is about, oldest first; published ones are no news
 */
export function ratingNews(entries: readonly StatusEntry[]): RatingNews[] {
  return (['delivery', 'impact'] as const).flatMap((rating) => {
    const news = newsOf(
      rating,
      entries.filter((entry) => entry.rating === rating && entry.kind !== 'published'),
    );
    return news ? [news] : [];
  });
}

/** Whether it stands at another rating than it did, or went to one and came back. */
export function hasMoved({ path }: Pick<RatingNews, 'path'>): boolean {
  return path.length > 1;
}

function newsOf(rating: RatingKind, entries: readonly StatusEntry[]): RatingNews | null {
  const net = netUpdates(entries);
  const [first] = net;
  const last = net.at(-1);
  if (!first || !last) return null;
  const path = [first.fromRag, ...net.map(({ toRag }) => toRag)].filter(
    (rag, index, all) => index === 0 || rag !== all[index - 1],
  );
  const other = net.findLastIndex(({ toRag }) => toRag !== last.toRag);
  const words = lastWords(net.slice(other + 1));
  const told =
    net.findLast(({ fromRag, toRag }) => fromRag !== toRag) ??
    net.findLast(({ note }) => note !== null) ??
    last;
  const onlyConfirmed = path.length === 1 && words === null && told.kind !== 'undo';
  return { rating, path, words, told, onlyConfirmed };
}
