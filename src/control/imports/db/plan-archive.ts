// A partnership's whole plan as rows, and back into an empty record. Which tables there are, what refers
// to what and what is unique is asked of the database itself, so a new table is never forgotten.

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { json, text } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { ObjectiveReads } from '../../../plan/objectives/app/objective-ports.ts';
import { detailOf, joinWords, noteOf } from '../../../plan/objectives/db/entry-words.ts';
import type { ArchivedTable, ArchiveReads, PlanArchive } from '../app/archive-ports.ts';
import { archiveTables, NOT_THE_PLAN, type TableShape } from './archive-tables.ts';

type Row = Record<string, unknown>;

const anyRow = json('a table of the plan', z.record(z.string(), z.unknown()));

/** What can be asked of the archive as at a moment. */
export function planArchiveAsAt(objectivesThen: Pick<ObjectiveReads, 'listNames'>): ArchiveReads {
  return { isEmpty: async () => (await objectivesThen.listNames()).length === 0 };
}

/** The archive of one partnership. */
export function createPlanArchive(db: Executor, partnershipId: string): PlanArchive {
  async function rowsOf({ name, columns }: TableShape): Promise<Row[]> {
    // What other tables of this record said before is left out with them.
    const kept = columns.includes('table_name')
      ? Prisma.sql`NOT t.table_name = ANY(${NOT_THE_PLAN}::text[])`
      : Prisma.sql`true`;
    const order = columns.includes('seq') ? 'seq' : columns.includes('id') ? 'id' : 't::text';
    const found = await rowsFrom(db, { row: anyRow })`
      SELECT to_jsonb(t) - 'partnership_id' ${name === 'objective_entry' ? inFull : Prisma.empty} AS row
      FROM ${Prisma.raw(name)} t
      WHERE t.partnership_id = ${partnershipId}::uuid AND ${kept} ORDER BY ${Prisma.raw(order)}`;
    return found.map(({ row }) => row);
  }

  return {
    async dump() {
      const tables: ArchivedTable[] = [];
      for (const shape of await archiveTables(db))
        tables.push({ table: shape.name, rows: await rowsOf(shape) });
      return tables;
    },

    async isEmpty() {
      return (await db.objective.count({ where: { partnershipId } })) === 0;
    },

    async restore(archived) {
      // What comes in has its own past with it, or none that was kept; that it came in now is in the office's log.
      if (!archived.some(({ table }) => table === 'row_change'))
        await db.$executeRaw`
          INSERT INTO row_change (id, partnership_id, table_name, row_id, at)
          SELECT gen_random_uuid(), ${partnershipId}::uuid, 'row_change', ${partnershipId}::uuid, w.at::timestamptz
          FROM nullif(current_setting('pap.at', true), '') w (at) WHERE w.at IS NOT NULL`;
      await db.$executeRaw`SELECT set_config('pap.at', '', true)`;
      const rowsByTable = new Map(archived.map(({ table, rows }) => [table, rows]));
      const shapes = await archiveTables(db);
      const rowsIn = (name: string) => parentsFirst(rowsByTable.get(name) ?? []);
      // Every id is settled before the first row is written: sources and history name rows of any table.
      const ids = new Map<string, string>();
      const there = new Set<Row>();
      for (const shape of shapes) {
        const rows = rowsByTable.get(shape.name) ?? [];
        await chooseIds(db, partnershipId, shape, rows, ids);
        if (shape.name === 'plan_version')
          await becomeVersion(
            db,
            partnershipId,
            rows.map((row) => translatedRow(row, ids)),
          );
        for (const { row, same } of matches(shape, rows, await rowsOf(shape), ids)) {
          if (typeof row.id === 'string' && typeof same.id === 'string') ids.set(row.id, same.id);
          there.add(row);
        }
      }
      let made = 0;
      for (const shape of shapes) {
        const fresh = rowsIn(shape.name)
          .filter((row) => !there.has(row))
          .map((row) => ({ ...translatedRow(row, ids), partnership_id: partnershipId }));
        await insert(db, shape, fresh);
        made += fresh.length;
      }
      await nameWhoPublished(
        db,
        partnershipId,
        rowsIn('plan_version').map((row) => translatedRow(row, ids)),
      );
      return made;
    },
  };
}

/** An entry with its words, as it came in and as it can come in again. Digests are each record's own. */
const inFull = Prisma.sql`- 'said' - 'first_hash' || (
        SELECT jsonb_build_object('note', ${noteOf}, 'detail', ${detailOf})
        FROM objective_entry u ${joinWords} WHERE u.partnership_id = t.partnership_id AND u.id = t.id)`;

/** A record that holds no plan yet has a first version of it: that becomes the one that comes in. */
async function becomeVersion(
  db: Executor,
  partnershipId: string,
  versions: readonly Row[],
): Promise<void> {
  const current = versions.find(({ status }) => status === 'current');
  if (!current) return;
  await db.$executeRaw`
    UPDATE plan_version v SET number = r.number, label = r.label, content = r.content, published_at = r.published_at, example = r.example
    FROM jsonb_populate_record(null::plan_version, ${JSON.stringify(current)}::jsonb) r
    WHERE v.partnership_id = ${partnershipId}::uuid AND v.status = 'current'`;
}

/** Once the people are there, the version says who published it. */
async function nameWhoPublished(
  db: Executor,
  partnershipId: string,
  versions: readonly Row[],
): Promise<void> {
  const publisher = versions.find(({ status }) => status === 'current')?.published_by_id ?? null;
  await db.$executeRaw`
    UPDATE plan_version SET published_by_id = ${publisher}::uuid
    WHERE partnership_id = ${partnershipId}::uuid AND status = 'current'`;
}

/** Ids stay what they were, unless a row of the partnership has one. */
async function chooseIds(
  db: Executor,
  partnershipId: string,
  { name, columns }: TableShape,
  rows: readonly Row[],
  ids: Map<string, string>,
): Promise<void> {
  if (!columns.includes('id') || rows.length === 0) return;
  const wanted = rows.map(({ id }) => String(id));
  const taken = await rowsFrom(db, { id: text })`
    SELECT id::text FROM ${Prisma.raw(name)}
    WHERE partnership_id = ${partnershipId}::uuid AND id::text = ANY(${wanted}::text[])`;
  for (const { id } of taken) ids.set(id, randomUUID());
}

/** The row with every id replaced by the one that it has here, inside JSON too. */
function translated(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => translated(one, ids));
  if (typeof value !== 'object' || value === null) return value;
  return translatedRow(value, ids);
}

function translatedRow(row: object, ids: ReadonlyMap<string, string>): Row {
  return Object.fromEntries(Object.entries(row).map(([key, one]) => [key, translated(one, ids)]));
}

/** The rows that the record has already, under whatever id. */
function matches(
  shape: TableShape,
  rows: readonly Row[],
  existing: readonly Row[],
  ids: ReadonlyMap<string, string>,
): { row: Row; same: Row }[] {
  if (existing.length === 0) return [];
  return rows.flatMap((row) => {
    const here = translatedRow(row, ids);
    const same = existing.find((one) => isSame(shape, one, here));
    return same ? [{ row, same }] : [];
  });
}

/** Whether the database would hold the two for one row. */
function isSame({ name, unique }: TableShape, one: Row, other: Row): boolean {
  return (
    unique
      // A person is known by the e-mail address; two people may well have had the same short key.
      .filter((columns) => !(name === 'person' && columns.includes('key')))
      .some((columns) =>
        columns.every((column) => one[column] !== null && one[column] === other[column]),
      ) ||
    (name === 'person' && addressesIn(one).some((address) => addressesIn(other).includes(address)))
  );
}

function addressesIn({ email, further_emails: further }: Row): readonly unknown[] {
  return [email, ...(Array.isArray(further) ? further : [])];
}

/** Only `parent_id` and `supersedes_id` point into their own table; history is in order already. */
function parentsFirst(rows: readonly Row[]): Row[] {
  return [...rows].sort((one, other) => Number(!!one.parent_id) - Number(!!other.parent_id));
}

async function insert(db: Executor, { name, columns }: TableShape, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  // The order of recording is given anew; place and digest of history are the trigger's.
  const kept = columns.filter((column) => column !== 'seq');
  const list = Prisma.raw(kept.map((column) => `"${column}"`).join(', '));
  await db.$executeRaw`
    INSERT INTO ${Prisma.raw(name)} (${list})
    SELECT ${list} FROM jsonb_populate_recordset(null::${Prisma.raw(name)}, ${JSON.stringify(rows)}::jsonb)`;
}
