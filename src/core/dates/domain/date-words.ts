// The words that dates are made of: months, days of the week, years of two digits. Every reader of dates shares them.
import { Temporal } from 'temporal-polyfill';

type PlainDate = Temporal.PlainDate;

/** January first. */
export const MONTH_NAMES = [
  ...(['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'] as const),
  ...(['September', 'October', 'November', 'December'] as const),
];

/** A month by its name or its usual short form, for forms that hold one; the text is in lower case. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** A day of the week by its name or its usual short form, in lower case. */
export const WEEKDAY =
  '(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** 1 to 12 of a name or its beginning; 0: no month is called so. */
export function monthNumber(name = ''): number {
  const start = name.toLowerCase().slice(0, 3);
  return start.length < 3
    ? 0
    : MONTH_NAMES.findIndex((month) => month.toLowerCase().startsWith(start)) + 1;
}

/** 1 for Monday to 7 for Sunday; 0: no day is called so. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.indexOf(name.toLowerCase().slice(0, 3)) + 1;
}

/** 2024 of `2024`, `24` and `'24`. */
export function fullYear(typed: string): number {
  const digits = typed.replace(/^'/, '');
  return Number(digits.length === 2 ? `20${digits}` : digits);
}

/** Two years of which the second follows the first, as `2024/25`, `24-25` and `2024/2025` say; null: anything else. */
export function twoYears(typed: string): { readonly from: number; readonly to: number } | null {
  const [, first, second = ''] = /^(\d{4}|\d\d) ?[/-] ?(\d{4}|\d\d)$/.exec(typed) ?? [];
  if (first === undefined) return null;
  const from = fullYear(first);
  const next = String(from + 1);
  return second === next || second === next.slice(2) ? { from, to: from + 1 } : null;
}

/** The day; null: the calendar has none such. */
export function dateOf(year: number, month: number, day: number): PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** The first day of a month; one past 12 is of the next year. */
export function monthStart(year: number, month: number): PlainDate {
  return Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ months: month - 1 });
}

/** The last day of a month; one past 12 is of the next year. */
export function monthEnd(year: number, month: number): PlainDate {
  return monthStart(year, month + 1).subtract({ days: 1 });
}

/** `31 March 2025`: a day in the words that every reader reads for certain. */
export function plainDayText(date: PlainDate): string {
  return `${date.day} ${MONTH_NAMES[date.month - 1]} ${date.year}`;
}
