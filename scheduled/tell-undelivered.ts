// What did not arrive, told to the programme office once a day, when there is something new. Its slot is the
// latest such time, so a start after an outage catches up once and one in the morning takes nothing away.
import { tellUndelivered as tell } from '../src/service/delivery/app/tell-undelivered.ts';
import { type Job, latestTimeOfDay } from '../src/service/jobs/app/run-job.ts';

export const tellUndelivered = {
  id: 'tell-undelivered',
  rule: '0 45 9 * * 1-5',
  slot: (now, timeZone) => latestTimeOfDay(now, '09:45', timeZone),
  run: tell,
} satisfies Job;
