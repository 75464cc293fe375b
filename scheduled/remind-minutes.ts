// Are a meeting's draft minutes due on the next working day? Asked on weekdays; its slot is the latest such time.
import { remindMinutes as remind } from '../src/cycle/chases/app/remind-minutes.ts';
import { type Job, latestTimeOfDay } from '../src/service/jobs/app/run-job.ts';

export const remindMinutes = {
  id: 'remind-minutes',
  rule: '0 0 10 * * 1-5',
  slot: (now, timeZone) => latestTimeOfDay(now, '10:00', timeZone),
  run: remind,
} satisfies Job;
