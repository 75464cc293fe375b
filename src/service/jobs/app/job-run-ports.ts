// What the application asks of the record about the runs of jobs.
import type { Temporal } from 'temporal-polyfill';
import type { JobOutcome } from './operations-ports.ts';

export interface JobRunWrites {
  /** True for exactly one caller a slot; a run that died can be claimed again after `staleAfter`. */
  claim(
    job: string,
    slot: Temporal.Instant,
    now: Temporal.Instant,
    staleBefore: Temporal.Instant,
  ): Promise<boolean>;
  finish(
    job: string,
    slot: Temporal.Instant,
    now: Temporal.Instant,
    outcome: JobOutcome,
  ): Promise<void>;
}

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly jobRuns: JobRunWrites;
  }
}
