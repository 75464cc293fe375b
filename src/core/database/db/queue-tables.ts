// The queue’s own tables, which its library keeps up to date.
import type { Pool } from 'pg';
import type { Queries } from './queries.ts';

/** The queue's schema as this version of graphile-worker makes it; a test holds it to the library. */
export const QUEUE_SCHEMA_VERSION = 19;

/** Makes the queue's own tables where they are missing or older; one quick question when they are not. */
export async function installQueue(pool: Pool): Promise<void> {
  if (((await installedVersion(pool)) ?? 0) >= QUEUE_SCHEMA_VERSION) return;
  const { Logger, runMigrations } = await import('graphile-worker');
  await runMigrations({
    pgPool: pool,
    noPreparedStatements: true,
    logger: new Logger(() => () => {}),
  });
}

/** Whether the queue's own tables are there and older than this version makes them. */
export async function isQueueOlder(db: Queries): Promise<boolean> {
  const installed = await installedVersion(db);
  return installed !== null && installed < QUEUE_SCHEMA_VERSION;
}

export async function installedVersion(db: Queries): Promise<number | null> {
  const { rows: known } = await db.query(
    `SELECT to_regclass('graphile_worker.migrations') IS NOT NULL AS known`,
  );
  if (known[0]?.known !== true) return null;
  const { rows } = await db.query<{ version: number | null }>(
    'SELECT max(id) AS version FROM graphile_worker.migrations',
  );
  return rows[0]?.version ?? null;
}
