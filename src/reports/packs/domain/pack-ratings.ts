// What a board pack said of ratings, kept as data; and what a first pack compares with. Plain data, as JSON keeps it.

import { countRatings, type RagCounts, type Rated } from '../../../core/message/domain/standing.ts';
import {
  type HistoryEntry,
  isRating,
  type RatingEntry,
} from '../../../plan/history/domain/history-entry.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';

export type PackRatings = {
  /** Of the open objectives. */
  readonly counts: RagCounts;
  /** Everything that the pack listed, with its rating as the pack showed it. */
  readonly objectives: readonly (Rated & {
    readonly objectiveId: string;
    /** It had been closed since the pack before: listed, and not counted. */
    readonly closed?: true;
  })[];
};

/** @param listed what the pack lists, its ratings faded as they are shown */
export function packRatings(listed: readonly Objective[]): PackRatings {
  return {
    counts: countRatings(listed.filter(({ status }) => status === 'open')),
    objectives: listed.map(({ id, rag, fade, status }) => ({
      objectiveId: id,
      rag,
      ...(fade && { fade }),
      ...(status === 'closed' && { closed: true as const }),
    })),
  };
}

/**
 * The ratings that an objective came with, read from a file; none where it was rated later. They are its start and no
 * news.
 * @param history its own, oldest first
 */
export function arrivalRatings(history: readonly HistoryEntry[]): RatingEntry[] {
  const arrival = arrivalOf(history);
  const ratings = history.filter(isRating);
  return (['delivery', 'impact'] as const)
    .flatMap((kind) => ratings.find(({ rating }) => rating === kind) ?? [])
    .filter(({ at }) => arrival && at.equals(arrival.at));
}

function arrivalOf(history: readonly HistoryEntry[]): HistoryEntry | undefined {
  return history.find(({ detail }) => detail?.of === 'objective' && detail.change === 'added');
}

/**
 * What a first pack compares with: the rating that an objective came with, published in the plan's documents or read
 * from a file. Undefined: it came to the plan later, so it is new.
 * @param history all of its history, oldest first
 * @param begun when the first of the plan's objectives came
 */
export function startingRating(
  { rag }: Pick<Objective, 'rag'>,
  history: readonly HistoryEntry[],
  begun: HistoryEntry['at'] | null,
): Rated | undefined {
  const ratings = history.filter(isRating).filter(({ rating }) => rating === 'delivery');
  const published = ratings.find(({ kind }) => kind === 'published');
  if (published) return { rag: published.toRag };
  const [first] = ratings;
  const arrival = arrivalOf(history);
  if (!arrival) return { rag: first ? first.fromRag : rag };
  const [delivery] = arrivalRatings(history).filter(({ rating }) => rating === 'delivery');
  const cameWith = delivery?.toRag ?? null;
  return cameWith !== null || begun?.equals(arrival.at) ? { rag: cameWith } : undefined;
}
