// A rehearsal: what the rules would send from a moment on if nobody answered. It asks the policy that sends,
// quarter of an hour by quarter of an hour, as the job does.
import type { Temporal } from 'temporal-polyfill';
import {
  type ChaseCircumstances,
  type ChaseDecision,
  decideChases,
  isSendingTime,
  type OutstandingReturn,
  type PastChase,
} from './chase-policy.ts';
import { type Cycle, cycleDeadlines, isBefore } from './cycle.ts';
import {
  decideEvidenceCalls,
  type EvidenceGap,
  evidenceDueAt,
  type Review,
} from './evidence-call.ts';
import { isWorkingDay, localDate, localInstant } from './working-days.ts';

export type Rehearsed = ChaseDecision & { readonly at: Temporal.Instant };

/** How often the job looks, in minutes; `scheduled/chase-owners.ts` fires as often. */
export const SWEEP_MINUTES = 15;

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
  return rehearse(cycle, from, ends, past, (at, sofar) =>
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
  return rehearse(review, from, evidenceDueAt(review), past, (at, sofar) =>
    decideEvidenceCalls(review, gaps, sofar, at, circumstances),
  );
}

function rehearse(
  { timeZone, calendar }: Pick<Cycle, 'timeZone' | 'calendar'>,
  from: Temporal.Instant,
  until: Temporal.Instant,
  past: readonly PastChase[],
  decide: (at: Temporal.Instant, past: readonly PastChase[]) => ChaseDecision[],
): Rehearsed[] {
  const rehearsed: Rehearsed[] = [];
  const sofar = [...past];
  for (const at of sweeps(timeZone, calendar, from, until)) {
    for (const decision of decide(at, sofar)) {
      rehearsed.push({ ...decision, at });
      const on = localDate(at, timeZone);
      const { personId, cycleId, step, objectiveIds } = decision;
      sofar.push({ personId, cycleId, step, objectiveIds, on, outcome: 'sent' });
    }
  }
  return rehearsed;
}

/** The moments at which the job looks and may send something. */
export function* sweeps(
  timeZone: string,
  calendar: Cycle['calendar'],
  from: Temporal.Instant,
  until: Temporal.Instant,
): Generator<Temporal.Instant> {
  const last = localDate(until, timeZone);
  for (let day = localDate(from, timeZone); last.since(day).days >= 0; day = day.add({ days: 1 })) {
    if (!isWorkingDay(day, calendar)) continue;
    const next = localInstant(day.add({ days: 1 }), '00:00', timeZone);
    for (
      let at = localInstant(day, '00:00', timeZone);
      isBefore(at, next);
      at = at.add({ minutes: SWEEP_MINUTES })
    ) {
      if (!isBefore(at, from) && isBefore(at, until) && isSendingTime(at, timeZone, calendar))
        yield at;
    }
  }
}
