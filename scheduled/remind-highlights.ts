// Whose theme has no approved report of the month that is over? Asked on weekdays; its slot is the latest such time.
import { remindHighlights as remind } from '../src/reports/highlights/app/remind-highlights.ts';
import { type Job, latestTimeOfDay } from '../src/service/jobs/app/run-job.ts';

export const remindHighlights = {
  id: 'remind-highlights',
  rule: '0 0 10 * * 1-5',
  slot: (now, timeZone) => latestTimeOfDay(now, '10:00', timeZone),
  run: remind,
} satisfies Job;
