// What was recorded of objectives, and from it the ratings of a theme, or of the whole plan, week by week: for charts.
import { Temporal } from 'temporal-polyfill';
import { localDate, localInstant } from '../../../core/dates/domain/working-days.ts';
import type { Partnership, Reads } from '../../../core/request/app/ports.ts';
import type { HistoryEntry } from '../../../plan/history/domain/history-entry.ts';
import { allObjectives } from '../../../plan/objectives/app/all-objectives.ts';
import { isBefore } from '../../cycles/domain/cycle.ts';
import { type RagPoint, ragOverTime } from '../domain/rag-over-time.ts';
import { loadPastCycles } from './fade-ratings.ts';

const WEEKS = 26;

/**
 * The counts at the end of this day and of the same day in each of the weeks before, the earliest first.
 * @param themeId null: of the whole plan
 */
export async function loadRagOverTime(
  record: Reads<'cycles' | 'history' | 'objectives'>,
  { timeZone }: Pick<Partnership, 'timeZone'>,
  themeId: string | null,
  now: Temporal.Instant,
): Promise<RagPoint[]> {
  const today = localDate(now, timeZone);
  const objectives = await allObjectives(record, null, today);
  const [histories, cycles] = await Promise.all([
    loadHistories(
      objectives.map(({ id }) => id),
      record,
    ),
    loadPastCycles(record, now),
  ]);
  const moments = Array.from({ length: WEEKS }, (_, index) => {
    const day = today.subtract({ weeks: WEEKS - 1 - index });
    const end = localInstant(day.add({ days: 1 }), '00:00', timeZone).subtract({ milliseconds: 1 });
    return isBefore(now, end) ? now : end;
  });
  const all = objectives.map((objective) => ({
    objective,
    history: histories.get(objective.id) ?? [],
  }));
  return ragOverTime(all, cycles, moments, timeZone, themeId);
}

/** By objective, all that was recorded of it, oldest first. */
export async function loadHistories(
  objectiveIds: readonly string[],
  { history }: Reads<'history'>,
): Promise<Map<string, HistoryEntry[]>> {
  const histories = new Map<string, HistoryEntry[]>();
  for (const entry of (await history.listAfter(objectiveIds, BEGINNING)).reverse()) {
    const own = histories.get(entry.objectiveId);
    if (own) own.push(entry);
    else histories.set(entry.objectiveId, [entry]);
  }
  return histories;
}

export const BEGINNING = Temporal.Instant.fromEpochMilliseconds(0);
