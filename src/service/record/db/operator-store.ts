// Whole partnerships, for their operator: counted, switched off, exported and erased. Every table with a partnership is
// found in the database itself, so that one that is added later is not forgotten.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { int, json, moment, orNull, text, texts, uuid } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma, type PrismaClient } from '../../../generated/prisma/client.ts';
import type { OperatorStore } from '../app/operator-ports.ts';
import type { Counts, OperatorEvent, Subject } from '../domain/operator.ts';

/** All rows of a large partnership, in one transaction. */
const LONGEST = { maxWait: 10_000, timeout: 600_000 } as const;
/** How many rows of a table are in memory at once. */
const PAGE = 1_000;

const eventRow = {
  kind: text,
  subjectKey: text,
  operator: text,
  reason: orNull(text),
  detail: json('operator_event.detail', z.record(z.string(), z.unknown())),
  at: moment,
};

const factsRow = {
  ...{ id: uuid, key: text, name: text, people: int, objectives: int, waiting: int },
  ...{ workspaces: texts, switchedOffAt: orNull(moment) },
};

/** The operators' store. */
export function createOperatorStore(prisma: PrismaClient): OperatorStore {
  return {
    async list() {
      const rows = await rowsFrom(prisma, factsRow)`
        SELECT p.id, p.key, p.name,
          (SELECT count(*)::int FROM person x WHERE x.partnership_id = p.id AND x.active) AS people,
          (SELECT count(*)::int FROM objective x WHERE x.partnership_id = p.id) AS objectives,
          (SELECT count(*)::int FROM notification x WHERE x.partnership_id = p.id AND x.state = 'queued') AS waiting,
          ARRAY(SELECT w.platform || ' ' || w.tenant_id FROM workspace w WHERE w.partnership_id = p.id ORDER BY 1) AS workspaces,
          p.switched_off_at AS "switchedOffAt"
        FROM partnership p ORDER BY p.key`;
      return rows.map((row) => ({ ...row, switchedOff: row.switchedOffAt !== null }));
    },

    async events(subjectId) {
      const rows = await rowsFrom(prisma, eventRow)`
        SELECT kind, subject_key AS "subjectKey", operator, reason, detail, at FROM operator_event
        WHERE ${subjectId}::uuid IS NULL OR subject_id = ${subjectId}::uuid ORDER BY seq`;
      return rows.map((row) => ({ ...row, kind: row.kind as OperatorEvent['kind'] }));
    },

    note: (subject, event) => note(prisma, subject, event).then(() => {}),

    async bind({ id, ...subject }, platform, tenantId, event) {
      await prisma.$transaction(async (db) => {
        await db.workspace.upsert({
          where: { partnershipId_platform_tenantId: { partnershipId: id, platform, tenantId } },
          update: {},
          create: { partnershipId: id, platform, tenantId },
          select: { id: true },
        });
        await note(db, { id, ...subject }, event);
      });
    },

    switchOff: (subject, off, event) =>
      prisma.$transaction(async (db) => {
        const { count } = await db.partnership.updateMany({
          where: { id: subject.id, switchedOffAt: off ? null : { not: null } },
          data: { switchedOffAt: off ? fromInstant(event.at) : null },
        });
        if (count === 0) return false;
        await note(db, subject, event);
        if (!off)
          await db.$executeRaw`
            UPDATE graphile_worker._private_jobs j SET run_at = now()
            FROM notification n WHERE n.partnership_id = ${subject.id}::uuid AND n.state = 'queued'
              AND j.key = 'notification:' || n.id AND j.locked_at IS NULL AND j.run_at > now()`;
        return true;
      }),

    async count(subjectId) {
      const counts: Record<string, number> = {};
      for (const table of await tablesInOrder(prisma))
        counts[table] = await countRows(prisma, table, subjectId);
      return counts;
    },

    exportRows: (subjectId, write) =>
      prisma.$transaction(async (db) => await exportAll(db, subjectId, write), {
        ...LONGEST,
        isolationLevel: 'RepeatableRead',
      }),

    erase: (subject, event) =>
      prisma.$transaction(async (db) => await eraseAll(db, subject, event), LONGEST),
  };
}

async function note(db: Executor, subject: Subject, event: OperatorEvent): Promise<string> {
  const id = randomUUID();
  await db.$executeRaw`
    INSERT INTO operator_event (id, kind, subject_id, subject_key, operator, reason, detail, at)
    VALUES (${id}::uuid, ${event.kind}, ${subject.id}::uuid, ${subject.key}, ${event.operator}, ${event.reason},
      ${JSON.stringify(event.detail)}::jsonb, ${fromInstant(event.at)})`;
  return id;
}

/** The tables with a partnership, each after those that it refers to; the partnership's own row is the first. */
async function tablesInOrder(db: Executor): Promise<string[]> {
  const tables = await rowsFrom(db, { name: text, parents: texts })`
    SELECT c.table_name AS name, ARRAY(
      SELECT DISTINCT f.confrelid::regclass::text FROM pg_constraint f
      WHERE f.contype = 'f' AND f.conrelid = format('public.%I', c.table_name)::regclass AND f.confrelid <> f.conrelid
    ) AS parents
    FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.column_name = 'partnership_id' ORDER BY c.table_name`;
  const ordered = ['partnership'];
  while (ordered.length <= tables.length) {
    const ready = tables.filter(
      ({ name, parents }) =>
        !ordered.includes(name) && parents.every((parent) => ordered.includes(parent)),
    );
    if (ready.length === 0)
      throw new Error('the tables of a partnership refer to each other in a circle');
    ordered.push(...ready.map(({ name }) => name));
  }
  return ordered;
}

/** The rows `t` of a table that are the partnership's. The table's name comes from the database. */
function rowsOf(table: string, subjectId: string): Prisma.Sql {
  const column = table === 'partnership' ? 'id' : 'partnership_id';
  return Prisma.sql`${Prisma.raw(`"${table}" t WHERE t.${column}`)} = ${subjectId}::uuid`;
}

async function countRows(db: Executor, table: string, subjectId: string): Promise<number> {
  const [row] = await rowsFrom(db, { count: int })`
    SELECT count(*)::int AS count FROM ${rowsOf(table, subjectId)}`;
  return row?.count ?? 0;
}

async function exportAll(
  db: Executor,
  subjectId: string,
  write: (line: string) => void,
): Promise<Counts> {
  const counts: Record<string, number> = {};
  for (const table of await tablesInOrder(db)) {
    let count = 0;
    for (;;) {
      // Within one snapshot the rows stay where they are.
      const rows = await rowsFrom(db, { row: text })`
        SELECT to_jsonb(t)::text AS row FROM ${rowsOf(table, subjectId)} ORDER BY t.ctid LIMIT ${PAGE}::int OFFSET ${count}::int`;
      for (const { row } of rows) write(`{"table":${JSON.stringify(table)},"row":${row}}`);
      count += rows.length;
      if (rows.length < PAGE) break;
    }
    counts[table] = count;
  }
  return counts;
}

/** The one way through the append-only triggers: they let rows go whose erasure was recorded in this transaction. */
async function eraseAll(
  db: Executor,
  subject: Subject,
  event: Omit<OperatorEvent, 'kind'>,
): Promise<Counts> {
  const tables = (await tablesInOrder(db)).reverse();
  const rows: Record<string, number> = {};
  for (const table of tables) rows[table] = await countRows(db, table, subject.id);
  const detail = { ...event.detail, rows };
  const id = await note(db, subject, { ...event, kind: 'erased', detail });
  await db.$executeRaw`SELECT set_config('pap.partnership_erasure', ${id}, true), set_config('pap.at', '', true)`;
  await db.$executeRaw`
    DELETE FROM graphile_worker._private_jobs WHERE payload ->> 'partnershipId' = ${subject.id}`;
  for (const table of tables) await db.$executeRaw`DELETE FROM ${rowsOf(table, subject.id)}`;
  return rows;
}
