// The run log of the scheduled jobs. The unique row of a slot is the claim: whoever writes it runs.

import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import type { JobRunWrites } from '../app/job-run-ports.ts';

/** Job runs of one partnership. */
export function createJobRuns(db: Executor, partnershipId: string): JobRunWrites {
  return {
    async claim(job, slot, now, staleBefore) {
      const claimed = await db.$executeRaw`
        INSERT INTO job_run AS run (id, partnership_id, job, scheduled_for, started_at)
        VALUES (gen_random_uuid(), ${partnershipId}::uuid, ${job}, ${fromInstant(slot)}, ${fromInstant(now)})
        ON CONFLICT (partnership_id, job, scheduled_for) DO UPDATE SET started_at = excluded.started_at
          WHERE run.finished_at IS NULL AND run.started_at < ${fromInstant(staleBefore)}`;
      return claimed === 1;
    },

    async finish(job, slot, now, outcome) {
      await db.jobRun.updateMany({
        where: { partnershipId, job, scheduledFor: fromInstant(slot) },
        data: { finishedAt: fromInstant(now), outcome: JSON.stringify(outcome) },
      });
    },
  };
}
