// Themes and their published indicator tables, cell for cell as printed.

import type { Temporal } from 'temporal-polyfill';
import { type Executor, fromInstant, isId } from '../../../core/database/db/executor.ts';
import type { KpiReads, KpiTableView } from '../app/kpi-table-ports.ts';

/**
 * Indicator tables of one partnership.
 * @param at reads what had been recorded by that moment; all of it when absent
 */
export function createKpis(db: Executor, partnershipId: string, at?: Temporal.Instant): KpiReads {
  return {
    async themes() {
      return await db.theme.findMany({
        where: { partnershipId },
        select: { id: true, kind: true, number: true, name: true, inShort: true },
        orderBy: [{ kind: 'asc' }, { number: 'asc' }],
      });
    },

    async table(themeId): Promise<KpiTableView | null> {
      if (!isId(themeId)) return null;
      const table = await db.kpiTable.findFirst({
        where: { partnershipId, themeId },
        include: { footnotes: { orderBy: { id: 'asc' } } },
      });
      if (!table) return null;
      const kpis = await db.kpi.findMany({
        where: { partnershipId, themeId },
        orderBy: { number: 'asc' },
        include: {
          observations: {
            where: { ordinal: 1, ...(at && { recordedAt: { lte: fromInstant(at) } }) },
          },
        },
      });
      return {
        title: table.title,
        headers: [
          table.nameHeader,
          table.baselineHeader,
          table.performanceHeader,
          table.directionHeader,
        ],
        rows: kpis
          // A KPI that was added since stands in no published table.
          .filter(({ observations }) => observations.length > 0)
          .map(({ number, name, publishedDirection, observations }) => ({
            number,
            name,
            baseline: observations.find(({ column }) => column === 'baseline')?.raw ?? '',
            performance: observations.find(({ column }) => column === 'performance')?.raw ?? '',
            publishedDirection,
          })),
        footnotes: table.footnotes.map(({ marker, text }) => ({ marker, text })),
      };
    },
  };
}
