// A month that something is about: `2024-06` in the record, `June 2024` to people.
import { Temporal } from 'temporal-polyfill';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
];

/** How a month can be typed, for a place within a line: `June 2024`, `Jun 2024`, `2024-06`, `06/2024`. */
export const MONTH_PATTERN =
  '(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\s+\\d{4}|\\d{4}-(?:0[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])/\\d{4})';

/** What matches `MONTH_PATTERN`, as the record keeps it; null: it is none. */
export function parseMonth(typed: string): string | null {
  const words = typed.trim().toLowerCase();
  const [, iso] = /^(\d{4}-\d\d)$/.exec(words) ?? [];
  if (iso) return iso;
  const [, first = '', year = ''] = /^(\w+)[\s/]+(\d{4})$/.exec(words) ?? [];
  const byName = months.findIndex((name) => name.toLowerCase().startsWith(first.slice(0, 3)));
  const number = /^\d+$/.test(first) ? Number(first) : byName + 1;
  return first === '' || number < 1 || number > 12
    ? null
    : `${year}-${String(number).padStart(2, '0')}`;
}

/** `June 2024`. */
export function monthText(month: string): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month);
  return `${months[number - 1]} ${year}`;
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
