// When the programme office is reminded of a meeting's draft minutes: on the working day before they are due.
import { Temporal } from 'temporal-polyfill';
import {
  localDate,
  localInstant,
  type WorkCalendar,
  workingDaysBefore,
} from '../../../core/dates/domain/working-days.ts';
import { isBefore } from '../../cycles/domain/cycle.ts';
import { type LeadTime, minutesInstant } from '../../cycles/domain/forum-rules.ts';

const TIME = '10:00';
/** So long after they were due the minutes are asked for by other means. */
const STILL_USEFUL_DAYS = 14;

export type MinutesReminder = {
  /** When the draft minutes are due. */
  readonly dueAt: Temporal.Instant;
  /** From when the reminder may go out. */
  readonly from: Temporal.Instant;
};

/** 10:00 on the working day before they are due, but never before the day after the meeting. */
export function minutesReminder(
  heldOn: Temporal.PlainDate,
  minutesDue: LeadTime,
  timeZone: string,
  calendar: WorkCalendar,
): MinutesReminder {
  const dueAt = minutesInstant(heldOn, minutesDue, timeZone, calendar);
  const before = workingDaysBefore(localDate(dueAt, timeZone), 1, calendar);
  const after = heldOn.add({ days: 1 });
  const day = Temporal.PlainDate.compare(before, after) < 0 ? after : before;
  return { dueAt, from: localInstant(day, TIME, timeZone) };
}

/**
 * Whether it is time for it, and still of use: an outage or leave must not lose it, and a month later it is no news.
 * @param backAt the end of the leave that kept it from somebody; they have as long after that
 */
export function isMinutesReminderTime(
  { dueAt, from }: MinutesReminder,
  now: Temporal.Instant,
  backAt: Temporal.Instant | null = null,
): boolean {
  const since = backAt && isBefore(dueAt, backAt) ? backAt : dueAt;
  return !isBefore(now, from) && isBefore(now, since.add({ hours: 24 * STILL_USEFUL_DAYS }));
}
