// Who is due a chase now? A sweep every quarter of an hour; the policy knows the hours and days.

import { chaseDueOwners } from '../src/cycle/chases/app/chase-due-owners.ts';
import { type Job, quarterHour } from '../src/service/jobs/app/run-job.ts';

export const chaseOwners = {
  id: 'chase-owners',
  rule: '0 */15 * * * *',
  slot: quarterHour,
  run: chaseDueOwners,
} satisfies Job;
