// Themes and their published indicator tables, cell for cell as printed.

import type { Temporal } from 'temporal-polyfill';
import { int, orNull, text, uuid, word } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant, isId } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { rowsAt } from '../../../core/database/db/rows-at.ts';
import { ThemeKind } from '../../../generated/prisma/enums.ts';
import type { KpiReads, KpiTableView } from '../app/kpi-table-ports.ts';

const themeRow = {
  ...{ id: uuid, kind: word(ThemeKind), number: int, name: text, inShort: orNull(text) },
};

/**
 * Indicator tables of one partnership.
 * @param at reads what had been recorded by that moment; all of it when absent
 */
export function createKpis(db: Executor, partnershipId: string, at?: Temporal.Instant): KpiReads {
  return {
    async themes() {
      return await rowsFrom(db, themeRow)`
        ${rowsAt(partnershipId, at)('theme')}SELECT t.id, t.kind::text AS kind, t.number, t.name, t.in_short AS "inShort"
        FROM theme t WHERE t.partnership_id = ${partnershipId}::uuid ORDER BY t.kind, t.number`;
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
