// Throws away what nothing needs any more, at night. A start after an outage catches up the last night.
import { Temporal } from 'temporal-polyfill';
import { type Job, latestTimeOfDay } from '../src/service/jobs/app/run-job.ts';
import { tidyRecord as tidy } from '../src/service/jobs/app/tidy-record.ts';

export const tidyRecord = {
  id: 'tidy-record',
  rule: '0 30 2 * * *',
  slot: (now, timeZone) => latestTimeOfDay(now, '02:30', timeZone),
  run: (record, _partnership, now) => tidy(record, now, Temporal.Now.instant()),
} satisfies Job;
