// Finds what the queue has lost or a killed process left half sent, and tells the office which requests are held.
import { Temporal } from 'temporal-polyfill';
import { tellHeldRequests } from '../src/service/delivery/app/hold.ts';
import { sweepUnsent as sweep } from '../src/service/delivery/app/sweep-unsent.ts';
import { type Job, quarterHour } from '../src/service/jobs/app/run-job.ts';

export const sweepUnsent = {
  id: 'sweep-unsent',
  rule: '0 */15 * * * *',
  slot: quarterHour,
  // The age of a send is real time, whatever the demonstration's clock says.
  async run(record, partnership, now) {
    const swept = await sweep(record, Temporal.Now.instant());
    const told = await record.transaction((inner) => tellHeldRequests(inner, { partnership, now }));
    return { ...swept, told };
  },
} satisfies Job;
