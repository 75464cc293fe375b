// The next moment at which something falls due by itself: what the demonstration's clock jumps to.
import type { Temporal } from 'temporal-polyfill';
import { type ChaseStep, chaseLadder, chaseStepAt } from './chase-policy.ts';
import { type Cycle, cycleDeadlines, isBefore } from './cycle.ts';
import { nextDigestTime } from './digest-policy.ts';

export type DueStep = {
  readonly at: Temporal.Instant;
  readonly what: ChaseStep | 'digest' | 'freeze' | 'meeting-over';
};

/** The earliest step strictly after `now`; digests come weekly, so there always is one. */
export function nextDueStep(
  cycles: readonly Cycle[],
  now: Temporal.Instant,
  timeZone: string,
): DueStep {
  const digest: DueStep = { at: nextDigestTime(now, timeZone), what: 'digest' };
  return [...cycles.flatMap(stepsOf), digest]
    .filter(({ at }) => isBefore(now, at))
    .reduce((earliest, step) => (isBefore(step.at, earliest.at) ? step : earliest), digest);
}

function stepsOf(cycle: Cycle): DueStep[] {
  const { freezes, ends } = cycleDeadlines(cycle);
  return [
    ...chaseLadder.map((rule) => ({ at: chaseStepAt(cycle, rule), what: rule.step })),
    { at: freezes, what: 'freeze' },
    { at: ends, what: 'meeting-over' },
  ];
}
