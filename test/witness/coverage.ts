// Whether every kind of row stands: each table has rows, and each label of each enumeration occurs.
import type { Database } from '../../src/core/database/db/open-database.ts';

/** Tables that stay empty, and why. */
const EMPTY_TABLES: Readonly<Record<string, string>> = {
  demo_clock: 'only the demonstration has a clock of its own',
};

/** Labels that no row holds, and why. */
const NOWHERE: Readonly<Record<string, string>> = {
  'FootnotePlace.baseline': 'no footnote of the published tables stands in that column',
  'Platform.terminal': 'nothing is linked, bound or sent at the terminal',
};

/** What is missing, in words; empty: nothing. */
export async function missingKinds({ pool }: Database): Promise<string[]> {
  const missing: string[] = [];
  const tables = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  for (const { name } of tables.rows) {
    const { rows } = await pool.query(`SELECT 1 FROM public."${name}" LIMIT 1`);
    const expected = EMPTY_TABLES[name] === undefined;
    if (expected === (rows.length === 0))
      missing.push(expected ? `no row in ${name}` : `a row in ${name}, said to be empty`);
  }
  const columns = await pool.query<{ type: string; table: string; column: string }>(
    `SELECT t.typname AS type, c.relname AS table, a.attname AS column
     FROM pg_type t JOIN pg_attribute a ON a.atttypid = t.oid JOIN pg_class c ON c.oid = a.attrelid
     WHERE t.typtype = 'e' AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
  );
  const labels = await pool.query<{ type: string; label: string }>(
    `SELECT t.typname AS type, e.enumlabel AS label FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
     WHERE t.typnamespace = 'public'::regnamespace ORDER BY 1, e.enumsortorder`,
  );
  const found = new Set<string>();
  for (const { type, table, column } of columns.rows) {
    const { rows } = await pool.query<{ label: string }>(
      `SELECT DISTINCT "${column}"::text AS label FROM public."${table}" WHERE "${column}" IS NOT NULL`,
    );
    for (const { label } of rows) found.add(`${type}.${label}`);
  }
  for (const { type, label } of labels.rows) {
    const name = `${type}.${label}`;
    if (found.has(name) === (NOWHERE[name] !== undefined)) missing.push(`label ${name}`);
  }
  const waiting = await pool.query('SELECT 1 FROM graphile_worker._private_jobs LIMIT 1');
  if (waiting.rows.length === 0) missing.push('no job waits in the queue');
  return missing;
}
