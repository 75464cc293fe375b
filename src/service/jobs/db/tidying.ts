// Takes out of the record what nobody asks for any more, and packs it tightly.
import { text } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { OperationsRepository } from '../app/operations-ports.ts';

/** Where rows change and go all the time. Elsewhere they are only added, and to go through all would take seconds. */
const CHURNING = [
  ...['notification', 'job_run', 'answered_request', 'send_pace', 'conversation_reference'],
  ...['objective', 'return_request', 'plan_item', 'platform_account', 'plan_import'],
  ...['graphile_worker._private_jobs', 'graphile_worker._private_job_queues'],
];

/** What the nightly tidying does to one partnership. */
export function createTidying(
  db: Executor,
  partnershipId: string,
): Pick<OperationsRepository, 'discard' | 'compact'> {
  return {
    async discard({ requestsBefore, jobRunsBefore, pacesBefore }, limit) {
      const requests = await db.$executeRaw`
        DELETE FROM answered_request WHERE partnership_id = ${partnershipId}::uuid AND ctid IN (
          SELECT ctid FROM answered_request
          WHERE partnership_id = ${partnershipId}::uuid AND at < ${fromInstant(requestsBefore)} LIMIT ${limit})`;
      const jobRuns = await db.$executeRaw`
        DELETE FROM job_run WHERE partnership_id = ${partnershipId}::uuid AND ctid IN (
          SELECT r.ctid FROM job_run r
          WHERE r.partnership_id = ${partnershipId}::uuid AND r.started_at < ${fromInstant(jobRunsBefore)}
            AND EXISTS (SELECT FROM job_run newer WHERE newer.partnership_id = r.partnership_id
              AND newer.job = r.job AND newer.scheduled_for > r.scheduled_for)
          LIMIT ${limit})`;
      // The pace of a conversation is nobody's in particular: whichever partnership tidies first takes it.
      const paces = await db.$executeRaw`
        DELETE FROM send_pace WHERE ctid IN (
          SELECT ctid FROM send_pace WHERE free_at < ${fromInstant(pacesBefore)} LIMIT ${limit})`;
      return { requests, jobRuns, paces };
    },

    async compact() {
      const [row] = await rowsFrom(db, { banner: text })`SELECT version() AS banner`;
      if (!isEmbedded(row?.banner ?? '')) return false;
      await db.$executeRawUnsafe(`VACUUM (ANALYZE) ${CHURNING.join(', ')}`);
      return true;
    },
  };
}

/** The embedded engine says of itself that it is PGlite. */
export function isEmbedded(banner: string): boolean {
  return banner.includes('PGlite');
}
