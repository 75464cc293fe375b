// Time that passes more quickly, for what nobody has touched for a while: its moments are moved into the past.
// Quarters of an hour become seconds this way while every limit in the product stays what it is. The order of
// things stays too: a send ends within a second and a half or so, and what is moved has been at rest for longer.
import type { Pool } from 'pg';

const AT_REST = "interval '4 seconds'";

export async function passTime(pool: Pool): Promise<void> {
  await pool.query(`
    UPDATE notification SET state_since = state_since - interval '15 minutes', attempted_at = attempted_at - interval '15 minutes'
    WHERE state IN ('queued', 'sending', 'checking')
      AND state_since < now() - ${AT_REST} AND state_since > now() - interval '15 minutes'`);
  await pool.query(`
    UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '15 minutes'
    WHERE locked_at < now() - ${AT_REST}`);
  await pool.query(`
    UPDATE graphile_worker._private_job_queues SET locked_at = locked_at - interval '15 minutes'
    WHERE locked_at < now() - ${AT_REST}`);
  // Waits end: a check once its send is old enough, everything else at once.
  await pool.query(`
    UPDATE graphile_worker._private_jobs j SET run_at = now()
    WHERE locked_at IS NULL AND run_at > now() + interval '1 second'
      AND NOT EXISTS (
        SELECT FROM notification n WHERE j.key = 'notification:' || n.id
          AND n.state = 'checking' AND n.attempted_at > now() - interval '60 seconds')`);
  await pool.query('UPDATE send_pace SET free_at = now() WHERE free_at > now()');
}
