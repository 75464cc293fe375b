// The rows whose time has come, kind by kind, and what becomes of them.
import { int, text, uuid } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { DueKind, RetentionRepository } from '../app/privacy-ports.ts';

type Which = (before: Date, held: string[]) => Prisma.Sql;
type Due = {
  readonly table: string;
  readonly which: Which;
  /** What becomes of the row; null: it goes. */
  readonly set: ((erased: string) => Prisma.Sql) | null;
};

const nobodyHeld = (column: string, held: string[]) => {
  const person = Prisma.raw(`t."${column}"`);
  return Prisma.sql`(${person} IS NULL OR NOT ${person} = ANY(${held}::uuid[]))`;
};
const notYet = (words: Prisma.Sql) => Prisma.sql`NOT starts_with(${words}, 'words erased on ')`;

const dueRows: Readonly<Record<DueKind, Due>> = {
  messages: {
    table: 'notification',
    which: (
      before,
      held,
    ) => Prisma.sql`t.state IN ('sent', 'dead', 'cancelled') AND t.payload ->> 'kind' = 'message'
      AND coalesce(t.finished_at, t.created_at) < ${before} AND ${notYet(Prisma.sql`t.payload #>> '{message,title}'`)}
      AND ${nobodyHeld('person_id', held)}`,
    set: (erased) =>
      Prisma.sql`payload = jsonb_set(t.payload, '{message}', jsonb_build_object('title', ${erased}::text, 'blocks', '[]'::jsonb))`,
  },
  imports: {
    table: 'plan_import',
    which: (
      before,
      held,
    ) => Prisma.sql`t.state <> 'previewed' AND t.read_at < ${before} AND ${nobodyHeld('read_by_id', held)}
      AND (t.reading #> '{kept,reading,rows}' <> '[]' OR t.reading #> '{kept,plan,tables}' <> '[]')`,
    set: () => Prisma.sql`reading = CASE WHEN t.reading #>> '{kept,kind}' = 'plan'
      THEN jsonb_set(t.reading, '{kept,plan,tables}', '[]')
      ELSE jsonb_set(jsonb_set(t.reading, '{kept,reading,rows}', '[]'), '{kept,reading,problems}', '[]') END`,
  },
  'link-requests': {
    table: 'link_request',
    which: (
      before,
      held,
      // A guest's that nobody decided is too old to be decided long before this (guests/domain/link-expiry.ts).
    ) => Prisma.sql`(t.decided_at < ${before} OR t.decided_at IS NULL AND t.guest_kind IS NOT NULL
        AND t.requested_at < ${before}) AND ${notYet(Prisma.sql`t.claim`)} AND ${nobodyHeld('person_id', held)}`,
    set: (erased) =>
      Prisma.sql`claim = ${erased}, user_id = 'erased-' || t.id, shown_name = NULL, vouched_email = NULL`,
  },
  absences: {
    table: 'absence',
    // The latest stays, so that no number is given twice.
    which: (
      before,
      held,
    ) => Prisma.sql`t.ends_on < ${before}::date AND ${nobodyHeld('person_id', held)}
      AND t.number < (SELECT max(a.number) FROM absence a WHERE a.partnership_id = t.partnership_id)`,
    set: null,
  },
  'office-log': {
    table: 'audit_event',
    // By what an approval says it is found again.
    which: (
      before,
      held,
    ) => Prisma.sql`t.at < ${before} AND t.kind <> 'families-small-count-approved'
      AND ${notYet(Prisma.sql`t.summary`)} AND ${nobodyHeld('author_id', held)}`,
    set: (erased) => Prisma.sql`summary = ${erased}`,
  },
};

/** The rows of one partnership. */
export function createDueRows(
  db: Executor,
  partnershipId: string,
): Pick<RetentionRepository, 'leftBefore' | 'due' | 'clear'> {
  const own = Prisma.sql`${partnershipId}::uuid`;
  return {
    async leftBefore(day) {
      return await rowsFrom(db, { id: uuid, name: text })`
        SELECT p.id, p.name FROM person p
        WHERE p.partnership_id = ${own} AND NOT p.active AND p.left_on < ${day.toString()}::date
          AND NOT EXISTS (SELECT FROM erasure e WHERE e.partnership_id = ${own} AND e.person_id = p.id)
        ORDER BY p.left_on, p.id`;
    },

    async due(kind, before, held) {
      const { table, which } = dueRows[kind];
      const [row] = await rowsFrom(db, { count: int })`
        SELECT count(*)::int AS count FROM ${Prisma.raw(table)} t
        WHERE t.partnership_id = ${own} AND (${which(fromInstant(before), [...held])})`;
      return row?.count ?? 0;
    },

    async clear(kind, before, held, erased, limit) {
      const { table, which, set } = dueRows[kind];
      const name = Prisma.raw(table);
      const chosen = Prisma.sql`t.partnership_id = ${own} AND t.id IN (
        SELECT t.id FROM ${name} t WHERE t.partnership_id = ${own} AND (${which(fromInstant(before), [...held])})
        ORDER BY t.id LIMIT ${limit})`;
      return set === null
        ? await db.$executeRaw`DELETE FROM ${name} t WHERE ${chosen}`
        : await db.$executeRaw`UPDATE ${name} t SET ${set(erased)} WHERE ${chosen}`;
    },
  };
}
