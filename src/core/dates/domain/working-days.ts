// Working days: Monday to Friday less England and Wales bank holidays and what a calendar closes besides.
// Deadlines count back from a meeting, excluding the day of the meeting itself.
import { Temporal } from 'temporal-polyfill';
import { bankHolidays } from './bank-holidays.ts';

type PlainDate = Temporal.PlainDate;

/** A stretch of days, both ends included. */
export type Period = { readonly from: PlainDate; readonly until: PlainDate };

/** What sets somebody's working days apart from everybody's. */
export type WorkCalendar = {
  /** ISO days that are no working days here: closure days, extra bank holidays. */
  readonly closed: ReadonlySet<string>;
  /** ISO days of the published bank holidays that are worked after all. */
  readonly worked: ReadonlySet<string>;
  /** The only stretches worked, e.g. a school's terms; absent: all year. */
  readonly periods?: readonly Period[];
};

/** Nothing set apart: Monday to Friday less the published bank holidays. */
export const everydayCalendar: WorkCalendar = { closed: new Set(), worked: new Set() };

/** Whether the calendar's people work on this day. */
export function isWorkingDay(date: PlainDate, calendar = everydayCalendar): boolean {
  if (date.dayOfWeek > 5) return false;
  const day = date.toString();
  if (calendar.closed.has(day)) return false;
  if (bankHolidays.has(day) && !calendar.worked.has(day)) return false;
  return calendar.periods?.some((period) => isWithin(date, period)) ?? true;
}

/**
 * The day `count` working days before `date`, which itself is not counted.
 * Public practice: meeting 18 January 2024 less 4 is 12 January; 30 January 2026 less 3 is 27 January.
 * @param count whole working days, 0 or more; 0 is `date` itself
 * @param calendar one without periods, for there may be no earlier day within them
 */
export function workingDaysBefore(
  date: PlainDate,
  count: number,
  calendar = everydayCalendar,
): PlainDate {
  return step(date, count, -1, calendar);
}

/** The day `count` working days after `date`, which itself is not counted. */
export function workingDaysAfter(
  date: PlainDate,
  count: number,
  calendar = everydayCalendar,
): PlainDate {
  return step(date, count, 1, calendar);
}

/** `date` itself when it is a working day, else the next one. */
export function workingDayOnOrAfter(date: PlainDate, calendar = everydayCalendar): PlainDate {
  return isWorkingDay(date, calendar) ? date : workingDaysAfter(date, 1, calendar);
}

/** The nearest working day from `date` on, up to `last`; null: there is none. */
export function workingDayWithin(
  date: PlainDate,
  last: PlainDate,
  calendar: WorkCalendar,
): PlainDate | null {
  const direction = Temporal.PlainDate.compare(date, last) <= 0 ? 1 : -1;
  for (let day = date; ; day = day.add({ days: direction })) {
    if (isWorkingDay(day, calendar)) return day;
    if (day.equals(last)) return null;
  }
}

/** The date of an instant in the partnership's time zone. */
export function localDate(at: Temporal.Instant, timeZone: string): PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate();
}

/** A local day and time of day (`HH:MM`) as an instant. */
export function localInstant(date: PlainDate, time: string, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}

/** Whether a day lies in a period. */
export function isWithin(date: PlainDate, { from, until }: Period): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(from, date) <= 0 && compare(date, until) <= 0;
}

function step(
  date: PlainDate,
  count: number,
  direction: 1 | -1,
  calendar: WorkCalendar,
): PlainDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = day.add({ days: direction });
    if (isWorkingDay(day, calendar)) left--;
  }
  return day;
}
