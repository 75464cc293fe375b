// When chases are looked for: the moments of the sweeps of a day, and the times of day that people chose.
import type { Temporal } from 'temporal-polyfill';
import { isWorkingDay, localDate, localInstant } from '../../../core/dates/domain/working-days.ts';
import { SENDING_HOURS } from '../../cycles/domain/chase-rules.ts';
import { isSendingTime } from '../../cycles/domain/chase-steps.ts';
import { type Cycle, isBefore } from '../../cycles/domain/cycle.ts';
import type { ChaseCircumstances } from './chase-audience.ts';

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
