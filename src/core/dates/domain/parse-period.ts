// Periods of whole days as people type them: `12–23 Aug`, `12 Aug to 23 Aug 2024`, `until 23 Aug`, `today`.
// Without a year, the next such days are meant; the answer always says which they are.
import type { Temporal } from 'temporal-polyfill';
import { MAX_DATE_LENGTH, parseDate } from './parse-date.ts';

export type Period = {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
};

/** Longest absence that one line records, in days. */
export const MAX_PERIOD_DAYS = 92;

/** The period that the whole text means, last day included; null when it means none. */
export function parsePeriod(words: string, today: Temporal.PlainDate): Period | null {
  const text = words.trim().replace(/\s+/g, ' ').toLowerCase();
  if (text.length > 2 * MAX_DATE_LENGTH) return null;
  const until = /^(?:until|till|to)\s+(.+)$/.exec(text)?.[1];
  if (until) {
    const endsOn = readDay(until, today, today);
    return endsOn && { startsOn: today, endsOn };
  }
  const plain = text.replace(/^(?:from|on)\s+/, '');
  const single = readDay(plain, today, today);
  if (single) return { startsOn: single, endsOn: single };
  for (const { before, after } of splits(plain)) {
    const period = readBoth(before, after, today);
    if (period) return period;
  }
  return null;
}

/** Every way to cut the text in two: a hyphen may also be part of a date. */
function splits(text: string): { before: string; after: string }[] {
  return [...text.matchAll(/\s+(?:to|until|till)\s+|\s*[-–—]\s*/g)].map((cut) => ({
    before: text.slice(0, cut.index).trim(),
    after: text.slice(cut.index + cut[0].length).trim(),
  }));
}

function readBoth(before: string, after: string, today: Temporal.PlainDate): Period | null {
  // A first day with a year tells which year the last day is in.
  const dated = hasYear(before) ? readDay(before, today, today) : null;
  const endsOn = readDay(after, today, dated ?? today);
  if (!endsOn) return null;
  const startsOn = dated ?? readFirstDay(before, endsOn, today);
  return startsOn && { startsOn, endsOn };
}

/** A bare number is a day of the last day's month; a day without a year is the latest such before it. */
function readFirstDay(
  words: string,
  endsOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(words)?.[1];
  if (number === undefined) {
    if (words === 'today' || words === 'tomorrow') return readDay(words, today, today);
    const read = parseDate(words, endsOn, 'past');
    return read?.precision === 'day' ? read.lastDay : null;
  }
  const day = Number(number);
  return day >= 1 && day <= endsOn.daysInMonth ? endsOn.with({ day }) : null;
}

/** A single day, the next such from `from` on where it has no year. */
function readDay(
  words: string,
  today: Temporal.PlainDate,
  from: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (words === 'today') return today;
  if (words === 'tomorrow') return today.add({ days: 1 });
  const read = parseDate(words, from, 'future');
  return read?.precision === 'day' ? read.lastDay : null;
}

function hasYear(words: string): boolean {
  return /\d{4}/.test(words);
}
