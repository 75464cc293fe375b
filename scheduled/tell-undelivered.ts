// What did not arrive, told to the programme office once a day, when there is something new. Its slot is the
// day, so a start after an outage catches up once.
import type { Job } from '../src/app/run-job.ts';
import { tellUndelivered as tell } from '../src/app/tell-undelivered.ts';

export const tellUndelivered = {
  id: 'tell-undelivered',
  rule: '0 45 9 * * 1-5',
  slot: (now, timeZone) => now.toZonedDateTimeISO(timeZone).startOfDay().toInstant(),
  run: tell,
} satisfies Job;
