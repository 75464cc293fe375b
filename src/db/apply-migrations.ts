// Applies prisma/migrations at start, on either database, and keeps Prisma's own bookkeeping so that
// `prisma migrate status` agrees. One process at a time: the others wait on an advisory lock.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { InvariantError } from '../app/faults.ts';

/** Any fixed number; everybody who migrates this record takes the same one. */
const LOCK = 7_220_240_724;

const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Brings the record up to date; returns the names of the migrations that it applied.
 * @throws InvariantError when an applied migration was edited, is unfinished, or is unknown here
 */
export async function applyMigrations(client: ClientBase, folder: string): Promise<string[]> {
  const wanted = readMigrations(folder);
  const missing = await findMissing(client, wanted);
  const applied: string[] = [];
  for (const migration of missing) {
    if (await applyOne(client, migration, wanted)) applied.push(migration.name);
  }
  return applied;
}

/** Whether the record has every migration of the folder, as it is there. */
export async function isMigrated(client: ClientBase, folder: string): Promise<boolean> {
  const applied = await readApplied(client);
  return readMigrations(folder).every(({ name }) =>
    applied.some((row) => row.migration_name === name && row.finished_at !== null),
  );
}

type Migration = { readonly name: string; readonly sql: string };

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function findMissing(
  client: ClientBase,
  wanted: readonly Migration[],
): Promise<readonly Migration[]> {
  const { rows } = await client.query(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS known`,
  );
  if (rows[0]?.known !== true) return wanted;
  const applied = await readApplied(client);
  refuseSurprises(wanted, applied);
  return wanted.filter(({ name }) => !applied.some((row) => row.migration_name === name));
}

async function readApplied(client: ClientBase): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  return rows;
}

function refuseSurprises(wanted: readonly Migration[], applied: readonly Applied[]): void {
  for (const row of applied) {
    const file = wanted.find(({ name }) => name === row.migration_name);
    if (!file) {
      throw new InvariantError(
        `the record has migration ${row.migration_name}, which this version does not know: it belongs to a newer version`,
      );
    }
    if (row.finished_at === null) {
      throw new InvariantError(
        `migration ${row.migration_name} was begun and not finished; see "prisma migrate resolve"`,
      );
    }
    if (!checksums(file.sql).includes(row.checksum)) {
      throw new InvariantError(
        `migration ${row.migration_name} was edited after it was applied; restore the file`,
      );
    }
  }
}

/** The file's own checksum first, then with the other line ending: Git may convert them. */
function checksums(sql: string): string[] {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].map((content) =>
    createHash('sha256').update(content).digest('hex'),
  );
}

/** One migration and its bookkeeping in one transaction; false when another process was quicker. */
async function applyOne(
  client: ClientBase,
  migration: Migration,
  wanted: readonly Migration[],
): Promise<boolean> {
  await client.query('BEGIN');
  try {
    // Held to the end of the transaction. Embedded, all connections share one session, in which the
    // lock excludes nobody: there it is the open transaction that keeps the others out.
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(BOOKKEEPING);
    const stillMissing = (await findMissing(client, wanted)).includes(migration);
    if (stillMissing) {
      await client.query(migration.sql);
      await client.query(
        `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), now(), 1)`,
        [randomUUID(), checksums(migration.sql)[0], migration.name],
      );
    }
    await client.query('COMMIT');
    return stillMissing;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
