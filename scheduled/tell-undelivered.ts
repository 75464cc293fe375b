// What did not arrive, told to the programme office once a day, when there is something new. Its slot is the
// latest such time, so a start after an outage catches up once and one in the morning takes nothing away.
import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../src/cycle/cycles/domain/cycle.ts';
import { tellUndelivered as tell } from '../src/service/delivery/app/tell-undelivered.ts';
import type { Job } from '../src/service/jobs/app/run-job.ts';

const TIME = Temporal.PlainTime.from('09:45');

export const tellUndelivered = {
  id: 'tell-undelivered',
  rule: '0 45 9 * * 1-5',
  slot(now, timeZone) {
    const today = now.toZonedDateTimeISO(timeZone).withPlainTime(TIME);
    return (isBefore(now, today.toInstant()) ? today.subtract({ days: 1 }) : today).toInstant();
  },
  run: tell,
} satisfies Job;
