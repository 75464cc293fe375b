// Whose weekly digest is due? A sweep every quarter of an hour; the outbox knows who had this week's.

import { postDueDigests } from '../src/reports/digests/app/post-due-digests.ts';
import { type Job, quarterHour } from '../src/service/jobs/app/run-job.ts';

export const postDigests = {
  id: 'post-digests',
  rule: '0 */15 * * * *',
  slot: quarterHour,
  run: postDueDigests,
} satisfies Job;
