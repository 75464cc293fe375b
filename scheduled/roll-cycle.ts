// Makes the cycles and return requests that lie ahead.

import { type Job, quarterHour } from '../src/app/run-job.ts';
import { rollCycle as roll } from '../src/cycle/meetings/app/roll-cycle.ts';

export const rollCycle = {
  id: 'roll-cycle',
  rule: '0 5 * * * *',
  slot: quarterHour,
  run: roll,
} satisfies Job;
