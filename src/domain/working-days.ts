// Working days: Monday to Friday less England and Wales bank holidays. Deadlines count back from a
// meeting, excluding the day of the meeting itself.
import { Temporal } from 'temporal-polyfill';
import { bankHolidays } from './bank-holidays.ts';

type PlainDate = Temporal.PlainDate;

/** Whether councils work on this day. */
export function isWorkingDay(date: PlainDate): boolean {
  return date.dayOfWeek <= 5 && !bankHolidays.has(date.toString());
}

/**
 * The day `count` working days before `date`, which itself is not counted.
 * Public practice: meeting 18 January 2024 less 4 is 12 January; 30 January 2026 less 3 is 27 January.
 * @param count whole working days, 0 or more; 0 is `date` itself
 */
export function workingDaysBefore(date: PlainDate, count: number): PlainDate {
  return step(date, count, -1);
}

/** The day `count` working days after `date`, which itself is not counted. */
export function workingDaysAfter(date: PlainDate, count: number): PlainDate {
  return step(date, count, 1);
}

/** `date` itself when it is a working day, else the next one. */
export function workingDayOnOrAfter(date: PlainDate): PlainDate {
  return isWorkingDay(date) ? date : workingDaysAfter(date, 1);
}

/** The date of an instant in the partnership's time zone. */
export function localDate(at: Temporal.Instant, timeZone: string): PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate();
}

/** A local day and time of day (`HH:MM`) as an instant. */
export function localInstant(date: PlainDate, time: string, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}

function step(date: PlainDate, count: number, direction: 1 | -1): PlainDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = day.add({ days: direction });
    if (isWorkingDay(day)) left--;
  }
  return day;
}
