// Everything that the record holds of a plan, history included, as files.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { ExportTable } from '../../../core/request/app/file-ports.ts';
import { shownInWords } from '../../../core/request/app/in-words.ts';
import type { MadeFile } from '../../../core/request/app/inbound.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { fullRef } from '../../../plan/plan-items/domain/item-ref.ts';
import type { ItemKind } from '../../../plan/plan-items/domain/plan-item.ts';
import type { ArchivedTable } from './archive-ports.ts';
import { PLAN_FORMAT_VERSION, planExport } from './archived-plan.ts';

export type ExportFormat = 'xlsx' | 'csv' | 'json';

export type PlanExported = {
  readonly file: MadeFile;
  readonly tables: number;
  readonly rows: number;
  readonly formatVersion: number;
};

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'application/zip',
  json: 'application/json',
} as const satisfies Record<ExportFormat, string>;

/** Makes the file and notes in the office's log that it was made. */
export async function exportPlan(
  format: ExportFormat,
  context: Given<
    Doing | 'partnership' | 'today' | 'files',
    Reads<'channelBindings' | 'peopleAdmin'> & Commits<'archive' | 'audit'>
  >,
): Promise<PlanExported> {
  const { record, partnership, today, now, actor } = context;
  // In one transaction, so that all tables are of the same moment.
  const tables = await record.transaction(({ archive }) => archive.dump());
  const name = `${partnership.key}-plan-${today}.${format === 'csv' ? 'csv.zip' : format}`;
  const bytes = await toBytes(format, tables, context);
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  await commitOnce(context, async ({ audit }) => {
    await audit.append({
      kind: 'plan-exported',
      summary: `the plan was exported as ${format}: ${rows} rows`,
      authorId: actor.personId,
      at: now,
    });
  });
  const file = { name, mediaType: mediaTypes[format], bytes, line: `admin export ${format}` };
  return { file, tables: tables.length, rows, formatVersion: PLAN_FORMAT_VERSION };
}

async function toBytes(
  format: ExportFormat,
  tables: readonly ArchivedTable[],
  {
    files,
    partnership,
    record,
    today,
    now,
  }: Given<'partnership' | 'now' | 'today' | 'files', Reads<'channelBindings' | 'peopleAdmin'>>,
): Promise<Uint8Array> {
  // The JSON file is the record itself, as it is to be taken back; the others are to be read.
  const inWords = () => shownInWords(readableTables(tables), record, today);
  switch (format) {
    case 'json': {
      const plan = planExport(partnership, tables, now.toString());
      return new TextEncoder().encode(`${JSON.stringify(plan, null, 1)}\n`);
    }
    case 'xlsx':
      return await files.writeXlsx(await inWords(), new Date(now.epochMilliseconds));
    case 'csv':
      return await files.writeCsvZip(await inWords());
  }
}

/** E-mail addresses are in the JSON file alone, which has to find people again. */
const LEFT_OUT = new Set(['email', 'further_emails']);

/** Ids of what people call by a name are given that name beside them. */
const namedBy: Readonly<Record<string, string>> = {
  objective: 'ref',
  person: 'name',
  organisation: 'name',
  theme: 'name',
};
const pointsTo: Readonly<Record<string, string>> = {
  objective_id: 'objective',
  person_id: 'person',
  author_id: 'person',
  owner_id: 'person',
  organisation_id: 'organisation',
  theme_id: 'theme',
  item_id: 'plan_item',
};

function readableTables(tables: readonly ArchivedTable[]): ExportTable[] {
  const names = new Map(
    tables.flatMap(({ table, rows }) => {
      const column = namedBy[table];
      return column === undefined ? [] : rows.map((row) => [row.id, row[column]] as const);
    }),
  );
  // A part is shown by its full reference, as everywhere; its own stays in the column "ref".
  const parts = tables.find(({ table }) => table === 'plan_item')?.rows ?? [];
  for (const { id, objective_id, kind, ref } of parts)
    names.set(
      id,
      fullRef(String(names.get(objective_id) ?? ''), {
        ...{ kind: kind as ItemKind, ref: String(ref) },
      }),
    );
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ table, rows }) => {
      const columns = Object.keys(rows[0] ?? {}).filter((column) => !LEFT_OUT.has(column));
      const named = columns.filter((column) => pointsTo[column] !== undefined);
      return {
        name: table,
        columns: [
          ...(table === 'plan_item' ? ['part'] : []),
          ...named.map((column) => pointsTo[column] ?? column),
          ...columns,
        ],
        rows: rows.map((row) => [
          ...(table === 'plan_item' ? [toCell(names.get(row.id))] : []),
          ...named.map((column) => toCell(names.get(row[column]))),
          ...columns.map((column) => toCell(row[column])),
        ]),
      };
    });
}

function toCell(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return JSON.stringify(value);
}
