// When the co-chairs are reminded of the report of the month that is over.
import type { Temporal } from 'temporal-polyfill';
import {
  isWorkingDay,
  localDate,
  localInstant,
  type WorkCalendar,
  workingDayOnOrAfter,
} from '../../../core/dates/domain/working-days.ts';
import { isBefore } from '../../../cycle/cycles/domain/cycle.ts';

const TIME = '10:00';
/** So many days into the month the report of the one before is no news any more. */
const LAST_DAY = 10;

/**
 * From 10:00 of the month's first working day, and after an outage on any working day up to its tenth.
 * @param awayUntil the last day of the leave that kept it from somebody; they have as long after that
 */
export function isReminderTime(
  now: Temporal.Instant,
  timeZone: string,
  calendar: WorkCalendar,
  awayUntil: Temporal.PlainDate | null = null,
): boolean {
  const today = localDate(now, timeZone);
  const first = firstReminderDay(today, calendar);
  const isNews =
    today.day <= LAST_DAY || (awayUntil !== null && awayUntil.until(today).days <= LAST_DAY);
  return (
    !isBefore(now, localInstant(first, TIME, timeZone)) && isNews && isWorkingDay(today, calendar)
  );
}

/** The month's first working day. */
export function firstReminderDay(
  today: Temporal.PlainDate,
  calendar: WorkCalendar,
): Temporal.PlainDate {
  return workingDayOnOrAfter(today.with({ day: 1 }), calendar);
}
