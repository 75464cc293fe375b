// Tables as they were at a moment: a statement that begins with `WITH person AS (…)` reads those rows wherever
// it says “person”, and is otherwise the statement that reads today's.
import type { Temporal } from 'temporal-polyfill';
import { Prisma } from '../../../generated/prisma/client.ts';
import { type Executor, fromInstant, toInstant } from './executor.ts';

/** Put before a SELECT: the tables named are then read as they were. Empty for what holds now. */
export type RowsAt = (...tables: readonly TableAt[]) => Prisma.Sql;

/** `made`: when a row was made. `settled`: when it was decided; until then it said what `open` says. */
type Stamps = { readonly made?: string; readonly settled?: string; readonly open?: string };

/**
 * What rows say of their own times. All else that was written over is in row_change: a trigger keeps it for the
 * tables that are named in the migration as_at.
 */
const tables = {
  absence: { made: 'recorded_at' },
  channel_binding: {},
  closure_day: {},
  digest_choice: {},
  change_request: {
    ...{ made: 'proposed_at', settled: 'decided_at' },
    open: '{"state":"proposed","decided_by_id":null,"decided_at":null,"decision_note":null,"plan_version_id":null}',
  },
  forum: {},
  forum_deadline: {},
  governance_cycle: {},
  handover: {
    ...{ made: 'asked_at', settled: 'decided_at' },
    open: '{"state":"asked","decided_at":null}',
  },
  kpi: {},
  link_request: {
    ...{ made: 'requested_at', settled: 'decided_at' },
    open: '{"state":"open","person_id":null,"decided_by_id":null,"decided_at":null}',
  },
  meeting: {},
  organisation: {},
  person: {},
  plan_import: {
    ...{ made: 'read_at', settled: 'confirmed_at' },
    open: '{"state":"previewed","confirmed_by_id":null,"confirmed_at":null}',
  },
  plan_version: {
    settled: 'published_at',
    open: '{"status":"draft","content":null,"published_at":null,"published_by_id":null}',
  },
  priority_area: {},
  project: {},
  platform_account: { made: 'linked_at' },
  rag_wording: {},
  role_grant: {},
  source_document: {},
  theme: {},
  work_calendar: {},
  work_period: {},
} as const satisfies Readonly<Record<string, Stamps>>;

type TableAt = keyof typeof tables;

/** Reads one partnership's rows as they were at the moment, or as they are. */
export function rowsAt(partnershipId: string, at?: Temporal.Instant): RowsAt {
  if (!at) return () => Prisma.empty;
  return (...names) =>
    Prisma.sql`WITH ${Prisma.join(names.map((name) => tableAt(name, partnershipId, fromInstant(at))))} `;
}

/** From when on it is kept what rows said before they changed; null: from the beginning. */
export async function keptSince(
  db: Executor,
  partnershipId: string,
): Promise<Temporal.Instant | null> {
  const begun = await db.rowChange.findFirst({
    where: { partnershipId, tableName: 'row_change' },
    select: { at: true },
    orderBy: { at: 'desc' },
  });
  return begun && toInstant(begun.at);
}

/** Each row with what changed later put back: the oldest change says last what was before it. */
function tableAt(name: TableAt, partnershipId: string, at: Date): Prisma.Sql {
  const { made, settled, open }: Stamps = tables[name];
  const table = Prisma.raw(`"${name}"`);
  const column = (stamp: string) => Prisma.raw(`q."${stamp}"`);
  const there = made ? Prisma.sql`${column(made)} <= ${at}` : Prisma.sql`true`;
  const undecided =
    settled && open
      ? Prisma.sql`CASE WHEN (r.row ->> ${Prisma.raw(`'${settled}'`)})::timestamptz > ${at} THEN ${open}::jsonb ELSE '{}' END`
      : Prisma.sql`'{}'::jsonb`;
  return Prisma.sql`${table} AS (
    SELECT q.* FROM (
      SELECT t.id, to_jsonb(t) AS row FROM ${table} t WHERE t.partnership_id = ${partnershipId}::uuid
    ) r FULL JOIN (
      SELECT c.row_id, bool_or(c.before IS NULL) AS added,
        jsonb_object_agg(f.key, f.value ORDER BY c.seq DESC) FILTER (WHERE f.key IS NOT NULL) AS before
      FROM row_change c LEFT JOIN LATERAL jsonb_each(c.before) f ON true
      WHERE c.partnership_id = ${partnershipId}::uuid AND c.table_name = ${name} AND c.at > ${at}
      GROUP BY c.row_id
    ) w ON w.row_id = r.id
    CROSS JOIN LATERAL jsonb_populate_record(NULL::${table},
      coalesce(r.row, '{}') || ${undecided} || ${name === 'plan_version' ? stillCurrent(partnershipId, at) : Prisma.sql`'{}'::jsonb`} || coalesce(w.before, '{}')) q
    WHERE w.added IS NOT TRUE AND ${there})`;
}

/** A version that is superseded now was the current one until the next was published. */
function stillCurrent(partnershipId: string, at: Date): Prisma.Sql {
  return Prisma.sql`CASE WHEN r.row ->> 'status' = 'superseded' AND NOT EXISTS (
      SELECT FROM plan_version n WHERE n.partnership_id = ${partnershipId}::uuid
        AND n.number > (r.row ->> 'number')::int AND n.published_at <= ${at})
    THEN '{"status":"current"}'::jsonb ELSE '{}' END`;
}
