// Are a meeting's draft minutes due on the next working day? Asked on weekdays; its slot is the latest such time.
import { Temporal } from 'temporal-polyfill';
import { remindMinutes as remind } from '../src/cycle/chases/app/remind-minutes.ts';
import { isBefore } from '../src/cycle/cycles/domain/cycle.ts';
import type { Job } from '../src/service/jobs/app/run-job.ts';

const TIME = Temporal.PlainTime.from('10:00');

export const remindMinutes = {
  id: 'remind-minutes',
  rule: '0 0 10 * * 1-5',
  slot(now, timeZone) {
    const today = now.toZonedDateTimeISO(timeZone).withPlainTime(TIME);
    return (isBefore(now, today.toInstant()) ? today.subtract({ days: 1 }) : today).toInstant();
  },
  run: remind,
} satisfies Job;
