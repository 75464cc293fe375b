// The story of a rating, the same for every place that tells of it: since when it holds, why, and who confirmed it
// last. The reason belongs to the rating, not to the last entry: "same" without words leaves it standing.

import type { Rag, RatingKind } from '../../../core/message/domain/rag.ts';
import { type NetUpdate, netUpdates } from './net-updates.ts';
import type { StatusEntry } from './objective.ts';

/** What somebody said of a rating. `by` null: the plan's documents. */
export type RatingWords = {
  readonly words: string;
  readonly by: StatusEntry['author'];
  readonly at: StatusEntry['at'];
};

export type RatingStory = {
  readonly rag: Rag;
  /** The first of the unbroken run of this rating: what moved it here. */
  readonly since: NetUpdate;
  /** The last words that were said about it while it had this rating; null: none were. */
  readonly reason: RatingWords | null;
  /** The last entry that said the same again; null: nobody has, since it got here. */
  readonly confirmed: NetUpdate | null;
  /** The last entry of another rating; null: it was the first. */
  readonly before: NetUpdate | null;
};

/**
 * The ratings that count, as they read now, oldest first: what was taken back is gone, what was amended is put right.
 * @param entries in any order; anything that was put right has to be among them
 */
export function standingRatings<Entry extends StatusEntry>(
  entries: readonly Entry[],
  rating: RatingKind = 'delivery',
): NetUpdate<Entry>[] {
  const own = entries
    .filter((entry) => entry.rating === rating)
    .sort((one, other) => one.version - other.version);
  return netUpdates(own).filter(({ kind }) => kind !== 'undo');
}

/**
 * The story of the rating that holds; null: there is none.
 * @param entries of one objective, in any order: at least those of the present run and what it came from
 */
export function ratingStory(
  entries: readonly StatusEntry[],
  rating: RatingKind = 'delivery',
): RatingStory | null {
  const standing = standingRatings(entries, rating);
  const latest = standing.at(-1);
  if (!latest || latest.toRag === null) return null;
  const other = standing.findLastIndex(({ toRag }) => toRag !== latest.toRag);
  const run = standing.slice(other + 1);
  const [since = latest] = run;
  return {
    rag: latest.toRag,
    since,
    reason: lastWords(run),
    confirmed: since === latest ? null : latest,
    before: standing[other] ?? null,
  };
}

/** The last words among ratings, oldest first; those of an amendment are whose it is. Null: there are none. */
export function lastWords(ratings: readonly NetUpdate[]): RatingWords | null {
  const said = ratings.findLast(({ note }) => note !== null);
  if (!said || said.note === null) return null;
  const { author, at } = said.amended ?? said;
  return { words: said.note, by: author, at };
}

/** The reason where a person gave it: what the plan's documents say is nobody's words to go on with. */
export function ownWords(story: RatingStory | undefined): string | null {
  return story?.reason?.by ? story.reason.words : null;
}
