// KPIs as they read at a moment, for whoever shows them: a reply, a digest, a paper; and which of them get worse.
import type { Temporal } from 'temporal-polyfill';
import type { Reads } from '../../../core/request/app/ports.ts';
import { computeKpiFacts } from '../../figures/domain/compute-kpi-facts.ts';
import type { KpiFacts, KpiMovement } from '../../figures/domain/kpi-facts.ts';

export type { KpiFacts } from '../../figures/domain/kpi-facts.ts';

/** What was recorded after `now` is not known; targets are judged on the day `today`. */
export type KpiMoment = { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate };

/**
 * Reads a theme's KPIs, or all of them, in the order of their numbers. Those of which nothing had been recorded by
 * then are left out.
 */
export async function loadKpis(
  { kpiFigures }: Reads<'kpiFigures'>,
  theme: string | 'all',
  { now, today }: KpiMoment,
): Promise<readonly KpiFacts[]> {
  const kpis = await kpiFigures.list(theme === 'all' ? {} : { themeId: theme });
  const isThere = ({ recordedAt }: { readonly recordedAt: Temporal.Instant }) =>
    recordedAt.epochMilliseconds <= now.epochMilliseconds;
  return kpis
    .map((kpi) => ({
      ...kpi,
      observations: kpi.observations.filter(isThere),
      comparators: kpi.comparators.filter(isThere),
      trajectory: kpi.trajectory.filter(isThere),
    }))
    .filter(({ observations }) => observations.length > 0)
    .map((kpi) => computeKpiFacts(kpi, today));
}

/** By theme id. Only a reading of "worse" counts: with an undecided polarity nothing gets worse. */
export async function loadKpiMovements(
  repositories: Reads<'kpiFigures'>,
  moment: KpiMoment,
): Promise<ReadonlyMap<string, readonly KpiMovement[]>> {
  const movements = new Map<string, KpiMovement[]>();
  for (const { number, name, theme, aid } of await loadKpis(repositories, 'all', moment)) {
    const own = movements.get(theme.id) ?? [];
    own.push({ kpiNumber: number, name, worsening: aid.verdict === 'worse' });
    movements.set(theme.id, own);
  }
  return movements;
}
