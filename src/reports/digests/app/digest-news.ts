// What a digest tells beside ratings: what else changed in the plan, new KPI figures, and the charts of both.

import type { ChartData } from '../../../core/message/messages/chart-data.ts';
import type { Partnership, PartnershipRecord } from '../../../core/request/app/ports.ts';
import type { ThemeView } from '../../../core/themes/app/theme-ports.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import { loadRagOverTime } from '../../../cycle/ratings/app/rag-over-time.ts';
import { ratingsChart } from '../../../cycle/ratings/messages/ratings-chart.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { KpiFacts } from '../../figures/domain/kpi-facts.ts';
import { type KpiMoment, loadKpis } from '../../kpis/app/kpi-readings.ts';
import { kpiTrend } from '../../kpis/messages/kpi-trend.ts';
import type { DigestPlanChange } from '../messages/digest-sections.ts';
import type { DigestScope } from './digest-scope.ts';

/** More pictures would hide the words. */
const MOST_TRENDS = 2;

/** What was recorded of these objectives that is no rating, oldest first: dates, owners, parts, closures. */
export async function loadPlanChanges(
  { history }: Pick<PartnershipRecord, 'history'>,
  objectives: readonly Objective[],
  { since, now }: DigestScope,
): Promise<DigestPlanChange[]> {
  const known = new Map(objectives.map((one) => [one.id, one]));
  // As with ratings, what was recorded at the very moment of the last digest came after it.
  const entries = await history.listAfter([...known.keys()], since.subtract({ milliseconds: 1 }));
  return entries.toReversed().flatMap((entry) => {
    const objective = known.get(entry.objectiveId);
    // What came with the plan's documents is no change of it.
    const isOther =
      entry.author !== null && ['item', 'objective', 'assignment'].includes(entry.kind);
    return objective && isOther && entry.at.epochMilliseconds <= now.epochMilliseconds
      ? [{ ref: objective.ref, example: objective.example, entry }]
      : [];
  });
}

/** KPIs of a theme, or of all, with a figure that was recorded since the last digest. */
export async function loadNewFigures(
  record: PartnershipRecord,
  theme: string | 'all',
  scope: DigestScope & Pick<KpiMoment, 'today'>,
): Promise<KpiFacts[]> {
  return newFigures(await loadKpis(record, theme, scope), scope);
}

/** Those of the KPIs. */
export function newFigures(
  kpis: readonly KpiFacts[],
  { since }: Pick<DigestScope, 'since'>,
): KpiFacts[] {
  return kpis.filter(({ history }) =>
    history.some(
      ({ at, published }) => !published && at.epochMilliseconds >= since.epochMilliseconds,
    ),
  );
}

/** The ratings over time where there are two dates to compare, and the lines of new figures. */
export async function loadDigestCharts(
  record: PartnershipRecord,
  partnership: Pick<Partnership, 'timeZone'>,
  theme: ThemeView | null,
  figures: readonly KpiFacts[],
  { now }: DigestScope,
): Promise<ChartData[]> {
  const weekly = await loadRagOverTime(record, partnership, theme?.id ?? null, now);
  const ratings = ratingsChart(theme ? themeName(theme) : 'the plan', weekly);
  const trends = figures.flatMap((kpi) => kpiTrend(kpi) ?? []);
  return [
    ...(ratings && ratings.points.length > 1 ? [ratings] : []),
    ...trends.slice(0, MOST_TRENDS),
  ];
}
