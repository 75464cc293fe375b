// Watermelon signals and the forecast of slippage, from the whole record.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { Partnership, Reads } from '../../../core/request/app/ports.ts';
import { fadeRatings, loadPastCycles } from '../../../cycle/ratings/app/fade-ratings.ts';
import { loadHistories } from '../../../cycle/ratings/app/rag-over-time.ts';
import { loadKpiMovements } from '../../kpis/app/kpi-readings.ts';
import { watermelonSignals } from '../domain/watermelon.ts';
import type { Signalled } from '../messages/watermelon.ts';

/** What was seen of every open objective. */
export async function loadSignals(
  record: Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'objectives'>,
  { timeZone }: Pick<Partnership, 'timeZone'>,
  now: Temporal.Instant,
): Promise<Signalled[]> {
  const today = localDate(now, timeZone);
  const objectives = await fadeRatings(await record.objectives.list(today), record, now);
  const ids = objectives.map(({ id }) => id);
  const [items, history, cycles, kpis] = await Promise.all([
    record.items.list({ objectiveIds: ids, kinds: ['action', 'milestone'] }),
    loadHistories(ids, record),
    loadPastCycles(record, now),
    loadKpiMovements(record, { now, today }),
  ]);
  return objectives.flatMap((objective) =>
    watermelonSignals({
      objective,
      items: items.filter(({ objectiveId }) => objectiveId === objective.id),
      history: history.get(objective.id) ?? [],
      kpis: objective.themes.flatMap(({ id }) => kpis.get(id) ?? []),
      ...{ cycles, today, timeZone },
    }).map((signal) => ({ objective, signal })),
  );
}
