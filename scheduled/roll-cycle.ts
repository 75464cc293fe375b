// Makes the cycles and return requests that lie ahead.

import { rollCycle as roll } from '../src/cycle/meetings/app/roll-cycle.ts';
import { type Job, quarterHour } from '../src/service/jobs/app/run-job.ts';

export const rollCycle = {
  id: 'roll-cycle',
  rule: '0 5 * * * *',
  slot: quarterHour,
  run: roll,
} satisfies Job;
