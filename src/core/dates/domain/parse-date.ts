// Dates as people type them, alone or at the end of a line, day first, always echoed back as read: 2024-07-31, 31/07/2024,
// 31 July, "end of July", July 2024, Autumn 2024.
import { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from './fuzzy-date.ts';

/** Without a year, the nearest such date in this direction is meant. */
export type Direction = 'past' | 'future';

/** No date that people type is longer, however it is led up to; what is longer is not read as one. */
export const MAX_DATE_LENGTH = 80;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Meteorological seasons, each by its last month; winter ends in the year after. */
const SEASONS = new Map(Object.entries({ spring: 5, summer: 8, autumn: 11, winter: 14 }));

const month = '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const year = '(?<year>\\d{4})';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
/** Words that only lead up to a date, and the day of the week: the calendar knows it. */
const LEADING =
  /^(?:(?:by|before|until|on|at|the|end of|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?),?\s+)+/;

const forms = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})$/,
  new RegExp(`^${day}\\s+(?:of\\s+)?${month}(?:,?\\s+${year})?$`),
  new RegExp(`^${month}\\s+${day}(?:,?\\s+${year})$`),
  new RegExp(`^${month}(?:\\s+${year})?$`),
  new RegExp(`^(?<season>spring|summer|autumn|winter)(?:\\s+${year})?$`),
  new RegExp(`^${year}$`),
];

/**
 * Reads a whole text as a date; null when it is none, or one that the calendar does not have.
 * Words that only lead up to it are passed over: by, before, end of, the, Wednesday.
 */
export function parseDate(
  words: string,
  today: Temporal.PlainDate,
  direction: Direction,
): FuzzyDate | null {
  const text = words.trim().replace(/\s+/g, ' ');
  if (text.length > MAX_DATE_LENGTH) return null;
  const plain = text.toLowerCase().replace(LEADING, '');
  for (const form of forms) {
    const parts = form.exec(plain)?.groups;
    if (parts) return interpret(text, parts, today, direction);
  }
  return null;
}

function interpret(
  text: string,
  parts: Readonly<Record<string, string | undefined>>,
  today: Temporal.PlainDate,
  direction: Direction,
): FuzzyDate | null {
  const precision = parts.day ? 'day' : parts.month ? 'month' : parts.season ? 'season' : 'year';
  const lastDayIn = (inYear: number) => lastDay(inYear, parts);
  if (parts.year) {
    const found = lastDayIn(Number(parts.year));
    return found && { text, precision, lastDay: found };
  }
  const years = [today.year - 1, today.year, today.year + 1];
  const candidates = years.map(lastDayIn).filter((one) => one !== null);
  const found =
    direction === 'past'
      ? candidates.findLast((one) => Temporal.PlainDate.compare(one, today) <= 0)
      : candidates.find((one) => Temporal.PlainDate.compare(one, today) >= 0);
  return found ? { text, precision, lastDay: found } : null;
}

/** The last day that the parts can mean in a year; null when the calendar has no such day. */
function lastDay(
  inYear: number,
  parts: Readonly<Record<string, string | undefined>>,
): Temporal.PlainDate | null {
  const ordinal = monthNumber(parts);
  if (ordinal < 1 || (parts.month && ordinal > 12)) return null;
  const first = Temporal.PlainDate.from({ year: inYear, month: 1, day: 1 }).add({
    months: ordinal - 1,
  });
  const end = first.with({ day: first.daysInMonth });
  if (!parts.day) return end;
  const wanted = Number(parts.day);
  return wanted >= 1 && wanted <= first.daysInMonth ? first.with({ day: wanted }) : null;
}

function monthNumber({
  month: named,
  season,
}: Readonly<Record<string, string | undefined>>): number {
  if (season) return SEASONS.get(season) ?? 0;
  if (!named) return 12;
  return /^\d/.test(named) ? Number(named) : MONTHS.indexOf(named) + 1;
}

/** What leads up to a date at the end of words. */
const LEADING_UP = /(?<![\s,;–-])(?:[\s,;–-]+(?:on|in|by|during))?[\s,;–-]*$/i;
/** `by the end of July 2024` has six words. */
const MAX_WORDS = 6;

/** What stands before the date, and the date; null where the last words are none. */
export function splitDateTail(
  words: string,
  today: Temporal.PlainDate,
  direction: Direction,
): { readonly before: string; readonly date: FuzzyDate } | null {
  const parts = words.trim().replace(/[.]$/, '').split(/\s+/);
  for (let count = Math.min(MAX_WORDS, parts.length); count > 0; count--) {
    const date = parseDate(parts.slice(-count).join(' '), today, direction);
    if (date) {
      const before = parts.slice(0, -count).join(' ');
      // 31 February is no date; its month alone is not what was meant.
      if (date.precision === 'month' && /(?:^|\s)\d{1,2}(?:st|nd|rd|th)?$/.test(before))
        return null;
      return { before: before.replace(LEADING_UP, ''), date };
    }
  }
  return null;
}
