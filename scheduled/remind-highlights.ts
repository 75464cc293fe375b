// Whose theme has no approved report of the month that is over? Asked on weekdays; its slot is the latest such time.
import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../src/cycle/cycles/domain/cycle.ts';
import { remindHighlights as remind } from '../src/reports/highlights/app/remind-highlights.ts';
import type { Job } from '../src/service/jobs/app/run-job.ts';

const TIME = Temporal.PlainTime.from('10:00');

export const remindHighlights = {
  id: 'remind-highlights',
  rule: '0 0 10 * * 1-5',
  slot(now, timeZone) {
    const today = now.toZonedDateTimeISO(timeZone).withPlainTime(TIME);
    return (isBefore(now, today.toInstant()) ? today.subtract({ days: 1 }) : today).toInstant();
  },
  run: remind,
} satisfies Job;
