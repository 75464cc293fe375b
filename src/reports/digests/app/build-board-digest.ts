// What the board's digest says: the whole plan in short.
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { Partnership, Reads } from '../../../core/request/app/ports.ts';
import { fadeRatings } from '../../../cycle/ratings/app/fade-ratings.ts';
import { loadSlippage } from '../../../cycle/ratings/app/load-slippage.ts';
import { allObjectives } from '../../../plan/objectives/app/all-objectives.ts';
import { isKind } from '../../../plan/plan-items/domain/plan-item.ts';
import type { BoardDigestFacts } from '../messages/digest-board.ts';
import {
  type DigestScope,
  loadChanges,
  loadDigestCharts,
  loadNewFigures,
  loadPlanChanges,
} from './digest-news.ts';

/** Everything that the digest says. */
export async function buildBoardDigest(
  record: Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives'>,
  partnership: Pick<Partnership, 'timeZone'>,
  scope: DigestScope,
): Promise<BoardDigestFacts> {
  const { timeZone } = partnership;
  const today = localDate(scope.now, timeZone);
  const objectives = await fadeRatings(await record.objectives.list(today), record, scope.now);
  const byId = new Map(objectives.map((one) => [one.id, one]));
  const [changes, themes, items, slippage, figures, all] = await Promise.all([
    loadChanges(record, null, scope),
    record.kpis.themes(),
    record.items.list({
      ...{ objectiveIds: [...byId.keys()], kinds: ['decision', 'recovery'] },
      statuses: ['needed', 'open'],
    }),
    loadSlippage(record, partnership, scope.now),
    loadNewFigures(record, 'all', { ...scope, today }),
    allObjectives(record, null, today),
  ]);
  const recovery = items.filter((item) => isKind(item, 'recovery'));
  return {
    ...{ ...scope, timeZone, today, objectives, changes, slippage, figures },
    planChanges: await loadPlanChanges(record, all, scope),
    charts: await loadDigestCharts(record, partnership, null, figures, scope),
    themes: themes.map((theme) => ({
      theme,
      objectives: objectives.filter((one) => one.themes.some(({ id }) => id === theme.id)),
    })),
    decisions: items
      .filter((item) => isKind(item, 'decision'))
      .flatMap((item) => {
        const objective = byId.get(item.objectiveId);
        return objective ? [{ objective, item }] : [];
      }),
    reds: objectives
      .filter(({ rag }) => rag === 'red')
      .map((objective) => ({
        objective,
        recovery: recovery.filter(({ objectiveId }) => objectiveId === objective.id),
      })),
  };
}
