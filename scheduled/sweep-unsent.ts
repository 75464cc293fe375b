// Finds what the queue has lost or a killed process left half sent.
import { Temporal } from 'temporal-polyfill';
import { type Job, quarterHour } from '../src/app/run-job.ts';
import { sweepUnsent as sweep } from '../src/app/sweep-unsent.ts';

export const sweepUnsent = {
  id: 'sweep-unsent',
  rule: '0 */15 * * * *',
  slot: quarterHour,
  // The age of a send is real time, whatever the demonstration's clock says.
  run: (record) => sweep(record, Temporal.Now.instant()),
} satisfies Job;
