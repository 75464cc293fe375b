// A chase that was recorded before: to whom, when, and what became of it.
import type { Temporal } from 'temporal-polyfill';
import type { ChaseStep } from './chase-rules.ts';

/** A chase that was recorded before. */
export type PastChase = {
  readonly personId: string;
  /** The cycle's id, or the review's meeting. */
  readonly cycleId: string;
  readonly step: ChaseStep;
  /** The day on which it arrived, or may have; until then, the day on which it was recorded. */
  readonly on: Temporal.PlainDate;
  readonly objectiveIds: readonly string[];
  /**
   * `passed`: it was not sent, and time went on; `waiting`: nothing of it went out yet; `sent`: it arrived;
   * `other`: it is being sent, or did not arrive.
   */
  readonly outcome: 'sent' | 'passed' | 'waiting' | 'other';
};
