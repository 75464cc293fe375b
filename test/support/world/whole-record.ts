// Every row of every table as text: what a test looks for traces in, and counts.
import type { Harness } from '../database/database-harness.ts';
import { jsonRows } from '../database/kept-rows.ts';

/** Rows by table, as JSON text; what only says that a request was answered is left out. */
export async function wholeRecord({ pool }: Harness): Promise<Map<string, readonly string[]>> {
  const { rows: tables } = await pool.query<{ name: string; place: string }>(
    `SELECT tablename AS name, format('%I.%I', schemaname, tablename) AS place FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('answered_request', '_prisma_migrations')
     ORDER BY 1`,
  );
  const found = await jsonRows(
    pool,
    tables.map(({ place }) => place),
  );
  return new Map(tables.map(({ name, place }) => [name, found.get(place) ?? []]));
}

/** How many rows each table has. */
export function countsOf(record: ReadonlyMap<string, readonly string[]>): Record<string, number> {
  return Object.fromEntries([...record].map(([table, rows]) => [table, rows.length]));
}

/** The tables in which some row has one of the words, also as JSON escapes them. */
export async function tablesWith(harness: Harness, words: RegExp): Promise<string[]> {
  const record = await wholeRecord(harness);
  const { rows } = await harness.pool.query<{ row: string }>(
    'SELECT to_jsonb(t)::text AS row FROM public.answered_request t',
  );
  record.set(
    'answered_request',
    rows.map(({ row }) => row),
  );
  return [...record].filter(([, all]) => all.some((row) => words.test(row))).map(([name]) => name);
}
