// What the schedule says is not kept any longer loses its words, at night. A start after an outage catches up the last night.
import { keepSchedule as keep } from '../src/control/privacy/app/keep-schedule.ts';
import { type Job, latestTimeOfDay } from '../src/service/jobs/app/run-job.ts';

export const keepSchedule = {
  id: 'keep-schedule',
  rule: '0 10 3 * * *',
  slot: (now, timeZone) => latestTimeOfDay(now, '03:10', timeZone),
  run: keep,
} satisfies Job;
