// A month that something is about: `2024-06` in the record, `June 2024` to people.
import { Temporal } from 'temporal-polyfill';
import { MONTH, MONTH_NAMES } from './date-words.ts';
import { parseDate } from './parse-date.ts';

/** How a month can be typed, for a place within a line: `June 2024`, `Jun 2024`, `2024-06`, `06/2024`. */
export const MONTH_PATTERN = `(?:${MONTH}[\\s-]+(?:\\d{4}|['’]?\\d\\d(?!\\d))|\\d{4}-(?:0[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])/\\d{4})`;

/** Of a month nothing is asked that a day would be needed for. */
const ANY_DAY = Temporal.PlainDate.from('2024-01-01');

/** What matches `MONTH_PATTERN`, as the record keeps it; null: it is none. */
export function parseMonth(typed: string): string | null {
  const read = parseDate(typed, ANY_DAY, 'future', { isPrinted: true });
  if (read.kind !== 'date' || read.date.precision !== 'month') return null;
  return /\d/.test(typed) ? read.date.lastDay.toPlainYearMonth().toString() : null;
}

/** `June 2024`. */
export function monthText(month: string): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month);
  return `${MONTH_NAMES[number - 1]} ${year}`;
}

/** The month of a day, and so many months on. */
export function monthOf(day: Temporal.PlainDate, later = 0): string {
  return day.toPlainYearMonth().add({ months: later }).toString();
}

/** Its first day, and its last. */
export function daysOfMonth(month: string): {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
} {
  const from = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  return { from, until: from.add({ months: 1 }).subtract({ days: 1 }) };
}
