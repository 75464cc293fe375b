// A theme's digest from the record: the same for preview, for a post on request and for the weekly one.
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { Partnership, Reads } from '../../../core/request/app/ports.ts';
import type { ThemeView } from '../../../core/themes/app/theme-ports.ts';
import { fadeRatings } from '../../../cycle/ratings/app/fade-ratings.ts';
import { listOutstanding } from '../../../cycle/returns/app/list-outstanding.ts';
import { allObjectives } from '../../../plan/objectives/app/all-objectives.ts';
import { newestFigures } from '../../figures/messages/kpi-newest.ts';
import { loadKpis } from '../../kpis/app/kpi-readings.ts';
import type { ThemeDigestFacts } from '../messages/digest-theme.ts';
import {
  type DigestScope,
  loadChanges,
  loadDigestCharts,
  loadPlanChanges,
  newFigures,
} from './digest-news.ts';

/** Everything that the digest says. */
export async function buildThemeDigest(
  record: Reads<'cycles' | 'history' | 'kpiFigures' | 'kpis' | 'objectives'>,
  { timeZone }: Pick<Partnership, 'timeZone'>,
  theme: ThemeView,
  audience: ThemeDigestFacts['audience'],
  scope: DigestScope,
): Promise<ThemeDigestFacts> {
  const today = localDate(scope.now, timeZone);
  const [objectives, changes, outstanding, kpis, readings, all] = await Promise.all([
    record.objectives.list(today, { themeId: theme.id }),
    loadChanges(record, theme.id, scope),
    listOutstanding(record, today, { themeId: theme.id }),
    record.kpis.table(theme.id),
    loadKpis(record, theme.id, { now: scope.now, today }),
    allObjectives(record, theme.id, today),
  ]);
  const figures = newFigures(readings, scope);
  return {
    ...{ ...scope, timeZone, theme, audience, changes, kpis, figures },
    newest: newestFigures(readings),
    planChanges: await loadPlanChanges(record, all, scope),
    charts: await loadDigestCharts(record, { timeZone }, theme, figures, scope),
    objectives: await fadeRatings(objectives, record, scope.now),
    waiting: outstanding.filter(({ asked }) => asked > 0),
  };
}
