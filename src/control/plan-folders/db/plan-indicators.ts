// The published indicator tables as the loader writes them: title, headers, cells and footnotes, each
// exactly as printed.
import type { PlanContent } from './plan-objectives.ts';
import { type PlanLoad, reconcile, resolve } from './plan-table.ts';

/** Loads the indicator tables. */
export async function loadIndicators(plan: PlanLoad, { themes }: PlanContent): Promise<void> {
  const tables = await loadTables(plan, themes);
  const kpis = await loadKpis(plan, themes);
  await loadFootnotes(plan, themes, tables, kpis);
}

async function loadTables(
  plan: PlanLoad,
  themes: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const { db, rows, partnershipId } = plan;
  const wanted = rows['kpi-table'].map(({ at, source: _source, theme, ...facts }) => ({
    partnershipId,
    themeId: resolve(themes, theme, 'theme', at),
    ...facts,
  }));
  const outcome = await reconcile(wanted, {
    keyOf: ({ themeId }) => themeId,
    read: () => db.kpiTable.findMany({ where: { partnershipId } }),
    add: (data) => db.kpiTable.createManyAndReturn({ data }),
    change: (id, data) =>
      db.kpiTable.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('kpi-table', 'kpi_table', rows['kpi-table'], outcome, ({ theme, at }) =>
    resolve(themes, theme, 'theme', at),
  );
  return outcome.ids;
}

async function loadKpis(
  plan: PlanLoad,
  themes: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const { db, rows, partnershipId, now: recordedAt } = plan;
  const wanted = rows.kpi.map(({ number, theme, name, direction, at }) => ({
    partnershipId,
    themeId: resolve(themes, theme, 'theme', at),
    number,
    name,
    publishedDirection: direction,
  }));
  const outcome = await reconcile(wanted, {
    keyOf: ({ number }) => String(number),
    read: () => db.kpi.findMany({ where: { partnershipId } }),
    add: (data) => db.kpi.createManyAndReturn({ data }),
    change: (id, data) =>
      db.kpi.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  const cells = rows.kpi.flatMap(({ number, baseline, performance, at }) => {
    const kpiId = resolve(outcome.ids, String(number), 'indicator', at);
    return [
      { partnershipId, kpiId, column: 'baseline' as const, raw: baseline, recordedAt },
      { partnershipId, kpiId, column: 'performance' as const, raw: performance, recordedAt },
    ];
  });
  const before = await db.kpiObservation.findMany({
    where: { partnershipId, column: { in: ['baseline', 'performance'] } },
    select: { kpiId: true, column: true, raw: true },
  });
  // A published cell stays: a newer figure is a reading of its own.
  const kept = cells.filter((cell) =>
    before.some(
      ({ kpiId, column, raw }) =>
        kpiId === cell.kpiId && column === cell.column && raw !== cell.raw,
    ),
  );
  const nameOf = (id: string) =>
    rows.kpi.find(({ number }) => outcome.ids.get(String(number)) === id)?.name ?? null;
  const differences = kept.map(({ kpiId, column }) => ({
    ...{ name: nameOf(kpiId), columns: [column], isKept: true },
  }));
  await db.kpiObservation.createMany({ data: cells, skipDuplicates: true });
  plan.note(
    'kpi',
    'kpi',
    rows.kpi,
    { ...outcome, differences: [...(outcome.differences ?? []), ...differences] },
    ({ number }) => String(number),
  );
  return outcome.ids;
}

async function loadFootnotes(
  plan: PlanLoad,
  themes: ReadonlyMap<string, string>,
  tables: ReadonlyMap<string, string>,
  kpis: ReadonlyMap<string, string>,
): Promise<void> {
  const { db, rows, partnershipId } = plan;
  const tableOf = ({ theme, at }: { theme: string; at: string }) =>
    resolve(tables, resolve(themes, theme, 'theme', at), 'table of the theme', at);
  const keyOf = ({ tableId, marker, place }: { tableId: string; marker: string; place: string }) =>
    `${tableId} ${marker} ${place}`;
  const wanted = rows.footnote.map((row) => ({
    partnershipId,
    tableId: tableOf(row),
    marker: row.marker,
    text: row.text,
    place: row.cell,
  }));
  const outcome = await reconcile(wanted, {
    keyOf,
    read: () => db.footnote.findMany({ where: { partnershipId } }),
    add: (data) => db.footnote.createManyAndReturn({ data }),
    change: (id, data) =>
      db.footnote.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  const keyOfRow = (row: (typeof rows.footnote)[number]) =>
    keyOf({ tableId: tableOf(row), marker: row.marker, place: row.cell });
  plan.note('footnote', 'footnote', rows.footnote, outcome, keyOfRow);
  const marks = rows.footnote.flatMap((row) =>
    row.kpis.map((number) => ({
      partnershipId,
      footnoteId: resolve(outcome.ids, keyOfRow(row), 'footnote', row.at),
      kpiId: resolve(kpis, String(number), 'indicator', row.at),
    })),
  );
  await db.footnoteMark.createMany({ data: marks, skipDuplicates: true });
}
