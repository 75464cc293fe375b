// Which KPIs of a theme get worse, for the signals that speak against a green rating.

import type { Repositories } from '../../../core/request/app/ports.ts';
import type { KpiMovement } from '../../figures/domain/kpi-facts.ts';
import { type KpiMoment, loadKpis } from './kpi-readings.ts';

/** By theme id. Only a reading of "worse" counts: with an undecided polarity nothing gets worse. */
export async function loadKpiMovements(
  repositories: Pick<Repositories, 'kpiFigures'>,
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
