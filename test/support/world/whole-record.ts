// Every row of every table as text: what a test looks for traces in, and counts.
import type { Harness } from '../database/database-harness.ts';

/** Rows by table, as JSON text; what only says that a request was answered is left out. */
export async function wholeRecord({ pool }: Harness): Promise<Map<string, string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'answered_request'
     ORDER BY table_name`,
  );
  const parts = tables.map(
    ({ name }) => `SELECT '${name}' AS name, to_jsonb(t)::text AS row FROM public."${name}" t`,
  );
  // One statement: suites compare the whole record hundreds of times.
  const { rows } = await pool.query<{ name: string; row: string }>(
    `${parts.join(' UNION ALL ')} ORDER BY 1, 2`,
  );
  const record = new Map<string, string[]>(tables.map(({ name }) => [name, []]));
  for (const { name, row } of rows) record.get(name)?.push(row);
  return record;
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
