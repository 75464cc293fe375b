// The registry of jobs, in the order in which a start catches them up.
import type { Job } from '../src/service/jobs/app/run-job.ts';
import { chaseOwners } from './chase-owners.ts';
import { findPeople } from './find-people.ts';
import { keepSchedule } from './keep-schedule.ts';
import { postDigests } from './post-digests.ts';
import { postHeartbeat } from './post-heartbeat.ts';
import { remindHighlights } from './remind-highlights.ts';
import { remindMinutes } from './remind-minutes.ts';
import { remindRecovery } from './remind-recovery.ts';
import { rollCycle } from './roll-cycle.ts';
import { sweepUnsent } from './sweep-unsent.ts';
import { tellUndelivered } from './tell-undelivered.ts';
import { tidyRecord } from './tidy-record.ts';

export const jobs: readonly Job[] = [
  rollCycle,
  sweepUnsent,
  findPeople,
  chaseOwners,
  remindRecovery,
  remindHighlights,
  remindMinutes,
  postDigests,
  postHeartbeat,
  tidyRecord,
  keepSchedule,
  tellUndelivered,
];
