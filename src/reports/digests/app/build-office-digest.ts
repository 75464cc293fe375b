// What the programme office's digest says: the whole plan, and all that waits for the office.
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import { fadeRatings } from '../../../cycle/ratings/app/fade-ratings.ts';
import { loadSlippage } from '../../../cycle/ratings/app/load-slippage.ts';
import { listOutstanding } from '../../../cycle/returns/app/list-outstanding.ts';
import { allObjectives } from '../../../plan/objectives/app/all-objectives.ts';
import { isVacant } from '../../../plan/objectives/domain/objective.ts';
import { loadSignals } from '../../signals/app/load-signals.ts';
import type { OfficeDigestFacts } from '../messages/digest-office.ts';
import { type DigestScope, loadChanges, loadNewFigures, loadPlanChanges } from './digest-news.ts';

/** Everything that the digest says. */
export async function buildOfficeDigest(
  record: Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives'> &
    Uses<'notifications'>,
  partnership: Pick<Partnership, 'timeZone'>,
  scope: DigestScope,
): Promise<OfficeDigestFacts> {
  const { timeZone } = partnership;
  const { now } = scope;
  const today = localDate(now, timeZone);
  const [objectives, changes, outstanding, undelivered, signals, slippage, figures, all] =
    await Promise.all([
      record.objectives.list(today),
      loadChanges(record, null, scope),
      listOutstanding(record, today),
      record.notifications.listUndelivered(now),
      loadSignals(record, partnership, now),
      loadSlippage(record, partnership, now),
      loadNewFigures(record, 'all', { ...scope, today }),
      allObjectives(record, null, today),
    ]);
  return {
    ...{ ...scope, timeZone, changes, signals, slippage, figures },
    planChanges: await loadPlanChanges(record, all, scope),
    objectives: await fadeRatings(objectives, record, now),
    waiting: outstanding.filter(({ asked }) => asked > 0),
    vacant: objectives.filter(isVacant),
    undelivered: undelivered.filter(({ state }) => state === 'dead' || state === 'held').length,
  };
}
