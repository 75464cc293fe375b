// A rehearsal: what the rules would send from a moment on if nobody answered. It asks the policy that sends, at
// every sweep of the job that can find something which the one before could not.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { PastChase } from '../../../core/outbox/domain/past-chase.ts';
import type {
  ChaseCircumstances,
  OutstandingReturn,
} from '../../../cycle/chases/domain/chase-audience.ts';
import { type ChaseDecision, decideChases } from '../../../cycle/chases/domain/chase-policy.ts';
import {
  decideEvidenceCalls,
  type EvidenceGap,
  evidenceDueAt,
} from '../../../cycle/chases/domain/evidence-call.ts';
import { sweeps, timesOfDay } from '../../../cycle/chases/domain/sweep-times.ts';
import { type Cycle, cycleDeadlines, type Review } from '../../../cycle/cycles/domain/cycle.ts';

export type Rehearsed = ChaseDecision & { readonly at: Temporal.Instant };

type Known = {
  readonly past: readonly PastChase[];
  readonly circumstances: Partial<ChaseCircumstances>;
};

/** Every message of a cycle's chase from `from` on, in order, if no return came in and each message arrived. */
export function rehearseCycle(
  cycle: Cycle,
  outstanding: readonly OutstandingReturn[],
  from: Temporal.Instant,
  { past, circumstances }: Known,
): Rehearsed[] {
  const { ends } = cycleDeadlines(cycle);
  const times = timesOfDay(cycle.chase.steps, circumstances);
  return rehearse(cycle, times, from, ends, past, (at, sofar) =>
    decideChases(cycle, outstanding, sofar, at, circumstances),
  );
}

/** The same of a review's calls for evidence. */
export function rehearseReview(
  review: Review,
  gaps: readonly EvidenceGap[],
  from: Temporal.Instant,
  { past, circumstances }: Known,
): Rehearsed[] {
  const times = timesOfDay(review.chase.evidence, circumstances);
  return rehearse(review, times, from, evidenceDueAt(review), past, (at, sofar) =>
    decideEvidenceCalls(review, gaps, sofar, at, circumstances),
  );
}

function rehearse(
  { timeZone, calendar }: Pick<Cycle, 'timeZone' | 'calendar'>,
  times: readonly string[],
  from: Temporal.Instant,
  until: Temporal.Instant,
  past: readonly PastChase[],
  decide: (at: Temporal.Instant, past: readonly PastChase[]) => ChaseDecision[],
): Rehearsed[] {
  const rehearsed: Rehearsed[] = [];
  const sofar = [...past];
  for (const at of sweeps(timeZone, calendar, times, from, until)) {
    for (const decision of decide(at, sofar)) {
      rehearsed.push({ ...decision, at });
      const on = localDate(at, timeZone);
      const { personId, cycleId, step, objectiveIds } = decision;
      sofar.push({ personId, cycleId, step, objectiveIds, on, outcome: 'sent' });
    }
  }
  return rehearsed;
}
