// How the ratings stood week by week, faded as they were shown then: what a chart over time is drawn from.
import type { Temporal } from 'temporal-polyfill';
import { type Cycle, isBefore } from './cycle.ts';
import { type HistoryEntry, isRating, type RatingEntry } from './history-entry.ts';
import type { Objective } from './objective.ts';
import type { Rag } from './rag.ts';
import { countRatings, fadeOf, givenBy, type RagCounts } from './stale-rag.ts';
import { localDate } from './working-days.ts';

export type RagPoint = { readonly day: Temporal.PlainDate; readonly counts: RagCounts };

export type Rated = {
  readonly objective: Pick<Objective, 'closedOn'>;
  /** All of its history, oldest first. */
  readonly history: readonly HistoryEntry[];
};

/**
 * The counts at each moment. What was not in the record yet, or was closed, is not counted.
 * @param moments the earliest first
 */
export function ragOverTime(
  rated: readonly Rated[],
  cycles: readonly Cycle[],
  moments: readonly Temporal.Instant[],
  timeZone: string,
): RagPoint[] {
  const begun = rated.flatMap(({ history }) => history.slice(0, 1)).map(({ at }) => at);
  return moments.map((moment) => {
    const day = localDate(moment, timeZone);
    const isThere = ({ objective, history }: Rated) => {
      const [first] = history;
      // Of what nothing was ever recorded of, the plan says no more than that it was there with the rest.
      const since = first ? [first.at] : begun;
      const isOpen = !objective.closedOn || day.until(objective.closedOn).days > 0;
      return isOpen && since.some((at) => !isBefore(moment, at));
    };
    return {
      day,
      counts: countRatings(
        rated.filter(isThere).map(({ history }) => standingAt(history, cycles, moment)),
      ),
    };
  });
}

/** The delivery rating as it was shown at the moment. */
function standingAt(
  history: readonly HistoryEntry[],
  cycles: readonly Cycle[],
  moment: Temporal.Instant,
): Pick<Objective, 'rag' | 'fade'> {
  const known = history.filter(isRating).filter(({ at }) => !isBefore(moment, at));
  const inEffect = inEffectOf(known);
  const rag: Rag | null = inEffect?.toRag ?? null;
  if (!inEffect || rag === null) return { rag };
  const fade = fadeOf(givenBy(inEffect, known), cycles, moment);
  return fade ? { rag, fade } : { rag };
}

/** Nothing that came later had put any of these right. */
function inEffectOf(known: readonly RatingEntry[]): RatingEntry | undefined {
  const superseded = new Set(known.map(({ supersedesId }) => supersedesId));
  return known.findLast(
    ({ id, rating, kind }) => rating === 'delivery' && kind !== 'undo' && !superseded.has(id),
  );
}
