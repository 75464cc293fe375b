// The stretch of time that a digest tells of, and what is new in it: ratings, the plan, KPI figures, and charts of them.

import type { Temporal } from 'temporal-polyfill';
import type { ChartData } from '../../../core/message/messages/chart-data.ts';
import type { Partnership, Reads } from '../../../core/request/app/ports.ts';
import type { ThemeView } from '../../../core/themes/app/theme-ports.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import { type Cycle, cyclePhase } from '../../../cycle/cycles/domain/cycle.ts';
import { loadRagOverTime } from '../../../cycle/ratings/app/rag-over-time.ts';
import { ratingNews } from '../../../cycle/ratings/domain/rating-news.ts';
import { ratingsChart } from '../../../cycle/ratings/messages/ratings-chart.ts';
import type { RecordedUpdate } from '../../../plan/objectives/app/objective-ports.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { KpiFacts } from '../../figures/domain/kpi-facts.ts';
import { kpiTrend } from '../../figures/messages/kpi-trend.ts';
import { type KpiMoment, loadKpis } from '../../kpis/app/kpi-readings.ts';
import type {
  DigestChange,
  DigestPlanChange,
  DigestTimes,
  Waiting,
} from '../messages/digest-sections.ts';

const DAYS_PREVIEWED = 7;

/** More pictures would hide the words. */
const MOST_TRENDS = 2;

/** What was recorded of these objectives that is no rating, oldest first: dates, owners, parts, closures. */
export async function loadPlanChanges(
  { history }: Reads<'history'>,
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
  record: Reads<'kpiFigures'>,
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
  record: Reads<'cycles' | 'history' | 'objectives'>,
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

export type DigestScope = Omit<DigestTimes, 'timeZone'>;

/** What a preview tells of: the days up to now. */
export function previewScope(now: Temporal.Instant): DigestScope {
  return { slot: now, since: now.subtract({ hours: 24 * DAYS_PREVIEWED }), now, late: false };
}

/**
 * What is new of ratings, each objective once: in the order in which they were last spoken of.
 * @param themeId null: of the whole plan
 */
export async function loadChanges(
  { objectives }: Reads<'objectives'>,
  themeId: string | null,
  { since, now }: DigestScope,
): Promise<DigestChange[]> {
  // What was recorded at the very moment of the last digest came after it: the demonstration's
  // clock stands still, and there that is the rule.
  const after = since.subtract({ milliseconds: 1 });
  const byObjective = new Map<string, RecordedUpdate[]>();
  for (const update of await objectives.updatesSince(themeId, after, now)) {
    const earlier = byObjective.get(update.objectiveId) ?? [];
    byObjective.delete(update.objectiveId);
    byObjective.set(update.objectiveId, [...earlier, update]);
  }
  return [...byObjective].flatMap(([objectiveId, updates]) => {
    const news = ratingNews(updates);
    const ref = updates[0]?.ref ?? '';
    return news.length > 0 ? [{ objectiveId, ref, news }] : [];
  });
}

/** How many returns are owed: before a cycle's first request goes out, none is. */
export function countOwed(waiting: readonly Waiting[], now: Temporal.Instant): number {
  const isAsked = ({ cycle }: { readonly cycle: Cycle }) => cyclePhase(cycle, now) !== 'planned';
  return waiting.filter(isAsked).reduce((sum, { objectives }) => sum + objectives.length, 0);
}
