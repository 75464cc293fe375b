// A rehearsal: what the rules would send from a moment on if nobody answered. It asks the policy that sends, at
// every sweep of the job that can find something which the one before could not.
import type { Temporal } from 'temporal-polyfill';
import type { ChaseCircumstances, OutstandingReturn } from './chase-audience.ts';
import { type ChaseDecision, decideChases } from './chase-policy.ts';
import { SENDING_HOURS } from './chase-rules.ts';
import { isSendingTime } from './chase-steps.ts';
import { type Cycle, cycleDeadlines, isBefore, type Review } from './cycle.ts';
import { decideEvidenceCalls, type EvidenceGap, evidenceDueAt } from './evidence-call.ts';
import type { PastChase } from './past-chase.ts';
import { isWorkingDay, localDate, localInstant } from './working-days.ts';

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

/**
 * The times of day at which somebody may become due who was not: when sending begins, when a step falls due, and
 * when somebody's hour comes. The job looks at all of them, for they are whole quarters of an hour or it looks
 * again soon after.
 */
export function timesOfDay(
  rules: readonly { readonly time: string }[],
  { hours }: Partial<ChaseCircumstances>,
): string[] {
  const own = [...(hours?.values() ?? [])].map((hour) => `${String(hour).padStart(2, '0')}:00`);
  return [...new Set([SENDING_HOURS.from, ...rules.map(({ time }) => time), ...own])].sort();
}

/** The moments at which the job looks and may find something new. */
export function* sweeps(
  timeZone: string,
  calendar: Cycle['calendar'],
  times: readonly string[],
  from: Temporal.Instant,
  until: Temporal.Instant,
): Generator<Temporal.Instant> {
  const last = localDate(until, timeZone);
  // What is due already is seen by the next sweep.
  if (isSendingTime(from, timeZone, calendar)) yield from;
  for (let day = localDate(from, timeZone); last.since(day).days >= 0; day = day.add({ days: 1 })) {
    if (!isWorkingDay(day, calendar)) continue;
    for (const time of times) {
      const at = localInstant(day, time, timeZone);
      if (isBefore(from, at) && isBefore(at, until) && isSendingTime(at, timeZone, calendar))
        yield at;
    }
  }
}
