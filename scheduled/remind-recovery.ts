// Which objective has been red for a working day without a recovery action? A sweep every quarter of an hour.

import { type Job, quarterHour } from '../src/app/run-job.ts';
import { remindRecovery as remind } from '../src/cycle/chases/app/remind-recovery.ts';

export const remindRecovery = {
  id: 'remind-recovery',
  rule: '0 */15 * * * *',
  slot: quarterHour,
  run: remind,
} satisfies Job;
