// How the ratings stood at moments of the past, faded as they were shown then: what a chart over time is drawn from, and
// what is said of a pack that did not keep its own.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { countRatings, type RagCounts, type Rated } from '../../../core/message/domain/standing.ts';
import {
  type HistoryEntry,
  isRating,
  type RatingEntry,
} from '../../../plan/history/domain/history-entry.ts';
import { reconstructObjective } from '../../../plan/history/domain/reconstruct.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { type Cycle, isBefore } from '../../cycles/domain/cycle.ts';
import { fadeOf, givenBy } from './stale-rag.ts';

export type RagPoint = { readonly day: Temporal.PlainDate; readonly counts: RagCounts };

export type WithHistory = {
  readonly objective: Objective;
  /** All of its history, oldest first. */
  readonly history: readonly HistoryEntry[];
};

/** An objective as it counted at a moment. */
export type RatedThen = Rated & { readonly objectiveId: string };

/**
 * The counts at each moment.
 * @param moments the earliest first
 * @param themeId only of what was in the theme then; null: of the whole plan
 */
export function ragOverTime(
  all: readonly WithHistory[],
  cycles: readonly Cycle[],
  moments: readonly Temporal.Instant[],
  timeZone: string,
  themeId: string | null = null,
): RagPoint[] {
  return moments.map((moment) => ({
    day: localDate(moment, timeZone),
    counts: countRatings(ratingsAt(all, cycles, moment, timeZone, themeId)),
  }));
}

/**
 * Every objective that was in the record and open at the moment, as it counted then. What was recorded at the very
 * moment had been recorded.
 */
export function ratingsAt(
  all: readonly WithHistory[],
  cycles: readonly Cycle[],
  moment: Temporal.Instant,
  timeZone: string,
  themeId: string | null = null,
): RatedThen[] {
  const begun = all.flatMap(({ history }) => history.slice(0, 1)).map(({ at }) => at);
  const day = localDate(moment, timeZone);
  return all.flatMap(({ objective, history }) => {
    const [first] = history;
    // Of what nothing was ever recorded of, the plan says no more than that it was there with the rest.
    const since = first ? [first.at] : begun;
    if (!since.some((at) => !isBefore(moment, at))) return [];
    const known = history.filter(({ at }) => !isBefore(moment, at));
    const later = history.filter(({ at }) => isBefore(moment, at));
    const then = reconstructObjective(objective, later.toReversed());
    if (!then || !isOpen(then, known, day)) return [];
    if (themeId !== null && !then.themes.some(({ id }) => id === themeId)) return [];
    return [{ objectiveId: objective.id, ...standingThen(then, known, history, cycles, moment) }];
  });
}

/** What came closed, without an entry that says when, was open until the day that it gives. */
function isOpen(
  { status, closedOn }: Objective,
  known: readonly HistoryEntry[],
  day: Temporal.PlainDate,
): boolean {
  if (status === 'open') return true;
  const saysWhen = known.some(
    ({ detail }) => detail?.of === 'objective' && detail.change === 'closed',
  );
  return !saysWhen && closedOn !== null && day.until(closedOn).days > 0;
}

/** The delivery rating as it was shown at the moment. */
function standingThen(
  { rag: reconstructed }: Objective,
  known: readonly HistoryEntry[],
  history: readonly HistoryEntry[],
  cycles: readonly Cycle[],
  moment: Temporal.Instant,
): Rated {
  const ratings = known.filter(isRating);
  const inEffect = inEffectOf(ratings);
  // Where no rating says it, it is what the first one of those that came later found.
  const found = history.filter(isRating).find(({ rating }) => rating === 'delivery');
  const rag = inEffect ? inEffect.toRag : found ? found.fromRag : reconstructed;
  if (!inEffect || rag === null) return { rag };
  const fade = fadeOf(givenBy(inEffect, ratings), cycles, moment);
  return fade ? { rag, fade } : { rag };
}

/** Nothing that came later had put any of these right. */
function inEffectOf(known: readonly RatingEntry[]): RatingEntry | undefined {
  const superseded = new Set(known.map(({ supersedesId }) => supersedesId));
  return known.findLast(
    ({ id, rating, kind }) => rating === 'delivery' && kind !== 'undo' && !superseded.has(id),
  );
}
