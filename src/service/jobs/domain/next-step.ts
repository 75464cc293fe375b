// The next moment at which something falls due by itself: what the demonstration's clock jumps to.
import type { Temporal } from 'temporal-polyfill';
import { localDate, localInstant } from '../../../core/dates/domain/working-days.ts';
import type { ChaseStep } from '../../../core/outbox/domain/past-chase.ts';
import { chaseStepAt } from '../../../cycle/cycles/domain/chase-steps.ts';
import { type Cycle, cycleDeadlines, isBefore } from '../../../cycle/cycles/domain/cycle.ts';
import { nextDigestTime } from '../../../reports/digests/domain/digest-policy.ts';

export type DueStep = {
  readonly at: Temporal.Instant;
  readonly what: ChaseStep | 'digest' | 'freeze' | 'meeting-over';
};

/**
 * The earliest step strictly after `now`; digests come weekly, so there always is one.
 * @param hours from which local hours on people want to be chased: a step reaches them then
 */
export function nextDueStep(
  cycles: readonly Cycle[],
  now: Temporal.Instant,
  timeZone: string,
  hours: readonly number[] = [],
): DueStep {
  const digest: DueStep = { at: nextDigestTime(now, timeZone), what: 'digest' };
  return [...cycles.flatMap((cycle) => stepsOf(cycle, hours)), digest]
    .filter(({ at }) => isBefore(now, at))
    .reduce((earliest, step) => (isBefore(step.at, earliest.at) ? step : earliest), digest);
}

function stepsOf(cycle: Cycle, hours: readonly number[]): DueStep[] {
  const { freezes, ends } = cycleDeadlines(cycle);
  return [
    ...cycle.chase.steps.flatMap((rule) => {
      const due = chaseStepAt(cycle, rule);
      const day = localDate(due, cycle.timeZone);
      const later = hours
        .map((hour) => localInstant(day, `${String(hour).padStart(2, '0')}:00`, cycle.timeZone))
        .filter((at) => isBefore(due, at));
      return [due, ...later].map((at) => ({ at, what: rule.step }));
    }),
    { at: freezes, what: 'freeze' },
    { at: ends, what: 'meeting-over' },
  ];
}
