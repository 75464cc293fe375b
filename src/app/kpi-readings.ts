// KPIs as they read at a moment, for whoever shows them: a reply, a digest, a paper.
import type { Temporal } from 'temporal-polyfill';
import type { KpiFacts } from '../domain/kpi-facts.ts';
import { readKpiRecord } from '../domain/kpi-read-record.ts';
import type { Repositories } from './ports.ts';

export type { KpiFacts } from '../domain/kpi-facts.ts';

/**
 * Reads a theme's KPIs, or all of them, in the order of their numbers. Those of which nothing had been recorded by
 * then are left out.
 * @param now what was recorded after it is not known
 */
export async function readKpis(
  { kpiFigures }: Pick<Repositories, 'kpiFigures'>,
  theme: string | 'all',
  now: Temporal.Instant,
): Promise<readonly KpiFacts[]> {
  const kpis = await kpiFigures.list(theme === 'all' ? {} : { themeId: theme });
  return kpis
    .map((kpi) => ({
      ...kpi,
      observations: kpi.observations.filter(
        ({ recordedAt }) => recordedAt.epochMilliseconds <= now.epochMilliseconds,
      ),
    }))
    .filter(({ observations }) => observations.length > 0)
    .map(readKpiRecord);
}
