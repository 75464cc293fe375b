// Has the time of the office's daily line come? A sweep every quarter of an hour: the office chooses the time.
import { postHeartbeat as post } from '../src/service/jobs/app/post-heartbeat.ts';
import { type Job, quarterHour } from '../src/service/jobs/app/run-job.ts';

export const postHeartbeat = {
  id: 'post-heartbeat',
  rule: '0 */15 * * * *',
  slot: quarterHour,
  run: post,
} satisfies Job;
