// Applies prisma/migrations at start, on either database, and keeps Prisma's own bookkeeping so that
// `prisma migrate status` agrees. One process at a time: the others wait on an advisory lock.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvariantError } from '../../request/app/faults.ts';
import type { Queries } from './queries.ts';

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
export async function applyMigrations(db: Queries, folder: string): Promise<string[]> {
  const wanted = readMigrations(folder);
  const { missing } = await compare(db, wanted);
  const applied: string[] = [];
  for (const migration of missing) {
    if (await applyOne(db, migration, wanted)) applied.push(migration.name);
  }
  return applied;
}

/**
 * The names of the migrations that the record lacks, in their order, and whether it has none yet.
 * @throws InvariantError as `applyMigrations`
 */
export async function findMissing(
  db: Queries,
  folder: string,
): Promise<{ missing: string[]; isNew: boolean }> {
  const { missing, isNew } = await compare(db, readMigrations(folder));
  return { missing: missing.map(({ name }) => name), isNew };
}

/** Whether the record has every migration of the folder, as it is there. */
export async function isMigrated(db: Queries, folder: string): Promise<boolean> {
  const applied = await readApplied(db);
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

async function compare(
  db: Queries,
  wanted: readonly Migration[],
): Promise<{ missing: readonly Migration[]; isNew: boolean }> {
  const { rows } = await db.query(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS known`,
  );
  if (rows[0]?.known !== true) return { missing: wanted, isNew: true };
  const applied = await readApplied(db);
  refuseSurprises(wanted, applied);
  return {
    missing: wanted.filter(({ name }) => !applied.some((row) => row.migration_name === name)),
    isNew: applied.length === 0,
  };
}

async function readApplied(db: Queries): Promise<Applied[]> {
  const { rows } = await db.query<Applied>(
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
  db: Queries,
  migration: Migration,
  wanted: readonly Migration[],
): Promise<boolean> {
  await db.query('BEGIN');
  try {
    // Held to the end of the transaction. Embedded, all connections share one session, in which the
    // lock excludes nobody: there it is the open transaction that keeps the others out.
    await db.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await db.query(BOOKKEEPING);
    const stillMissing = (await compare(db, wanted)).missing.includes(migration);
    if (stillMissing) {
      await db.query(migration.sql);
      await db.query(
        `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), now(), 1)`,
        [randomUUID(), checksums(migration.sql)[0], migration.name],
      );
    }
    await db.query('COMMIT');
    return stillMissing;
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}
