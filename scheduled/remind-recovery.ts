// Which objective has been red for a working day without a recovery action? A sweep every quarter of an hour.

import { remindRecovery as remind } from '../src/cycle/chases/app/remind-recovery.ts';
import { type Job, quarterHour } from '../src/service/jobs/app/run-job.ts';

export const remindRecovery = {
  id: 'remind-recovery',
  rule: '0 */15 * * * *',
  slot: quarterHour,
  run: remind,
} satisfies Job;
