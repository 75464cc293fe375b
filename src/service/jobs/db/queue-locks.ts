// Which of the queue's locks are held by processes that live. A living process says so every few seconds on each
// lock that it holds, by the database's clock; what nobody has spoken for is taken from whoever held it.
import type { Queries } from '../../../core/database/db/queries.ts';

/** How often a living process speaks for its locks. */
export const SPEAK_EVERY_MS = 10_000;
/** Three times in a row is no accident; what was locked by the dead moves within a minute. */
const SILENT_FOR = "interval '35 seconds'";
/** What was written later than now was written by a clock that ran ahead and has been put right. */
const AHEAD = "interval '1 minute'";
const TABLES = ['_private_jobs', '_private_job_queues'] as const;

/**
 * Speaks for the locks of these workers, and frees those that nobody speaks for. A job that is freed runs again, but
 * sends nothing by itself: the row of its notification says whether anything is to be sent.
 * @param own the ids by which this process holds locks
 */
export async function keepQueueLocks(db: Queries, own: readonly string[]): Promise<void> {
  for (const table of TABLES)
    await db.query(
      `UPDATE graphile_worker.${table} SET locked_at = now() WHERE locked_by = ANY($1::text[])`,
      [own],
    );
  const silent = TABLES.map(
    (table) => `SELECT locked_by FROM graphile_worker.${table}
      WHERE locked_at < now() - ${SILENT_FOR} OR locked_at > now() + ${AHEAD}`,
  );
  await db.query(`
    SELECT graphile_worker.force_unlock_workers(array_agg(locked_by))::text
    FROM (${silent.join(' UNION ')}) silent HAVING count(*) > 0`);
  // A job that is run too early puts itself off again.
  await db.query(`
    UPDATE graphile_worker._private_jobs SET run_at = now(), updated_at = now()
    WHERE locked_at IS NULL AND updated_at > now() + ${AHEAD}`);
}
