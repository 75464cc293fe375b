// Makes the cycles and return requests that lie ahead.
import { rollCycle as roll } from '../src/app/roll-cycle.ts';
import { type Job, quarterHour } from '../src/app/run-job.ts';

export const rollCycle = {
  id: 'roll-cycle',
  rule: '0 5 * * * *',
  slot: quarterHour,
  run: roll,
} satisfies Job;
