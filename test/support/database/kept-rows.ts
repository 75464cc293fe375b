// Keeps the rows of a record and puts them back, touching only the tables that were written to since. Every test of a
// suite begins with it, so it has to be quick: a table is kept as the text of its rows, and triggers note which changed.
import type { Pool, PoolClient } from 'pg';

/** The rows of some tables, and how far the sequences were. */
export type Rows = {
  readonly tables: readonly { readonly name: string; readonly rows: readonly string[] }[];
  readonly sequences: readonly { readonly name: string; readonly value: string }[];
};

const SCHEMA = `
  CREATE SCHEMA kept;
  CREATE UNLOGGED TABLE kept.row (place text NOT NULL, "row" text NOT NULL);
  CREATE UNLOGGED TABLE kept.touched (place text NOT NULL);
  CREATE FUNCTION kept.touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN
    INSERT INTO kept.touched VALUES (format('%I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME));
    RETURN NULL;
  END $$;`;

/** Prepares a database for keeping. Also what a replica writes is noted: tests forge history that way. */
export async function installKept(pool: Pool): Promise<void> {
  const tables = await tablesOf(pool);
  const triggers = tables.map(
    (table) =>
      `CREATE TRIGGER kept_touch AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table} EXECUTE FUNCTION kept.touch();
       ALTER TABLE ${table} ENABLE ALWAYS TRIGGER kept_touch;`,
  );
  await pool.query(`BEGIN; ${SCHEMA} ${triggers.join('\n')} COMMIT`);
}

/**
 * What was asked of a table since its rows were kept, as long as nobody wrote to it: most tests write to few tables,
 * and hundreds of them compare all.
 */
const unwritten = new WeakMap<Pool, Map<string, readonly string[]>>();

/** Tables that were written to since a record was emptied, besides those that `kept.touched` still names. */
const writtenBefore = new WeakMap<Pool, Set<string>>();

/** What `kept.touched` names is about to be forgotten. */
async function rememberWritten(pool: Pool, database: Pool | PoolClient = pool): Promise<void> {
  const before = writtenBefore.get(pool);
  if (before) for (const place of await writtenTo(database)) before.add(place);
}

/** Every row as JSON text, by table and in order; of tables that nobody wrote to since the last call, as they were then. */
export async function jsonRows(
  pool: Pool,
  names: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const known = unwritten.get(pool) ?? new Map<string, readonly string[]>();
  unwritten.set(pool, known);
  const places = await writtenTo(pool);
  const asked = names.filter((name) => places.has(name) || !known.has(name));
  const found = new Map<string, string[]>(asked.map((name) => [name, []]));
  if (asked.length > 0) {
    const parts = asked.map(
      (name) => `SELECT '${name}' AS name, to_jsonb(t)::text AS row FROM ${name} t`,
    );
    const { rows } = await pool.query<{ name: string; row: string }>(
      `${parts.join(' UNION ALL ')} ORDER BY 1, 2`,
    );
    for (const { name, row } of rows) found.get(name)?.push(row);
  }
  // Asked again: somebody else may have written in between.
  const since = asked.length > 0 ? await writtenTo(pool) : places;
  for (const [name, rows] of found) if (!since.has(name)) known.set(name, rows);
  return new Map(names.map((name) => [name, found.get(name) ?? known.get(name) ?? []]));
}

/** Keeps every row as it is now. */
export async function keepRows(pool: Pool): Promise<void> {
  unwritten.delete(pool);
  const copies = (await tablesOf(pool))
    .filter(isOurs)
    .map((table) => `INSERT INTO kept.row SELECT '${table}', t::text FROM ${table} t;`);
  await rememberWritten(pool);
  await asReplica(pool, async (client) => {
    await client.query(`DELETE FROM kept.row; ${copies.join(' ')} TRUNCATE kept.touched`);
  });
}

/** Puts back what was kept: in the tables that were written to since then. */
export async function putRowsBack(pool: Pool): Promise<void> {
  await asReplica(pool, async (client) => {
    const places = [...(await writtenTo(client))];
    if (places.length === 0) return;
    for (const place of places) writtenBefore.get(pool)?.add(place);
    const restored = places.map(
      (place) => `DELETE FROM ${place}; ${isOurs(place) ? insertKept(place) : ''}`,
    );
    await client.query(`${restored.join(' ')} TRUNCATE kept.touched`);
  });
}

/**
 * Leaves every table without a row and starts the sequences again. Only the tables that were written to since the last
 * call are looked at: to truncate all of them takes the embedded engine longer than many a suite takes. What the
 * deleted rows leave is tidied up, for that engine never does so by itself and every later suite would read over it.
 */
export async function emptyRecord(pool: Pool): Promise<void> {
  unwritten.delete(pool);
  const before = writtenBefore.get(pool);
  const places = before
    ? [...new Set([...before, ...(await writtenTo(pool))])]
    : await tablesOf(pool);
  const deleted = [...places, 'kept.row'].map((place) => `DELETE FROM ${place};`);
  await asReplica(pool, async (client) => {
    await client.query(`${deleted.join(' ')}
      SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
      FROM pg_sequences WHERE last_value IS NOT NULL;
      TRUNCATE kept.touched`);
  });
  if (places.length > 0) await pool.query(`VACUUM ${[...places, 'kept.row'].join(', ')}`);
  writtenBefore.set(pool, new Set());
}

/** Everything that a record holds, to be written into another one. */
export async function takeRows(pool: Pool): Promise<Rows> {
  const tables: { name: string; rows: string[] }[] = [];
  for (const name of (await tablesOf(pool)).filter(isOurs)) {
    const { rows } = await pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    if (rows.length > 0) tables.push({ name, rows: rows.map(({ row }) => row) });
  }
  const { rows: sequences } = await pool.query<{ name: string; value: string }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS value
     FROM pg_sequences WHERE last_value IS NOT NULL`,
  );
  return { tables, sequences };
}

/** Writes what was taken into an empty record. */
export async function giveRows(pool: Pool, { tables, sequences }: Rows): Promise<void> {
  await asReplica(pool, async (client) => {
    for (const { name, rows } of tables)
      await client.query('INSERT INTO kept.row SELECT $1, unnest($2::text[])', [name, rows]);
    const insertions = tables.map(({ name }) => insertKept(name));
    const positions = sequences.map(({ name, value }) => `SELECT setval('${name}', ${value});`);
    await client.query(`${insertions.join(' ')} DELETE FROM kept.row; ${positions.join(' ')}`);
  });
}

/** OFFSET 0 has each row's text read once, and not once for each of its columns. */
function insertKept(place: string): string {
  return `INSERT INTO ${place} SELECT (r).* FROM
    (SELECT "row"::${place} AS r FROM kept.row WHERE place = '${place}' OFFSET 0) AS kept;`;
}

/** The tables that were written to since their rows were kept. */
async function writtenTo(database: Pool | PoolClient): Promise<Set<string>> {
  const { rows } = await database.query<{ place: string }>(
    'SELECT DISTINCT place FROM kept.touched',
  );
  return new Set(rows.map(({ place }) => place));
}

/** What waits in the queue is never put back: nobody would take it. */
function isOurs(table: string): boolean {
  return table.startsWith('public.');
}

async function tablesOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations')
       OR (schemaname = 'graphile_worker' AND tablename <> 'migrations')
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** As a replica, the database lets history go and checks no references. */
async function asReplica(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN; SET LOCAL session_replication_role = replica');
    await work(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
