// A chase that was recorded before: to whom, when, and what became of it.
import type { Temporal } from 'temporal-polyfill';

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

/** Asks whoever answers for an objective. */
export type AskStep = 'open' | 'nudge' | 'last-call' | 'due-today' | 'overdue';
/** Tells others of returns that have not come in. */
export type ReportStep = 'roll-up' | 'office';
/** Calls for evidence for a review. */
export type EvidenceStep = 'evidence-call' | 'evidence-reminder' | 'evidence-due';
export type ChaseStep = AskStep | ReportStep | EvidenceStep;

/** Why nothing is left to say; the outbox keeps it. */
export type NothingToSay =
  | 'answered before it was sent'
  | 'overtaken before it was sent'
  | 'away before it was sent'
  | 'put off before it was sent';

/** How far back earlier chases matter: longer than any cycle's escalation schedule. */
export const LOOK_BACK_DAYS = 60;
