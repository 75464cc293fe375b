// A date at the end of other words: `six parents of the forum, on 12 June 2024`.
import type { Temporal } from 'temporal-polyfill';
import type { Direction } from './date-forms.ts';
import { MONTH } from './date-words.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import { type DateContext, type DateReading, parseDate } from './parse-date.ts';

/** What stands before the date, and the date; `unread`: the words end with a date that cannot be read for certain. */
export type DateTail =
  | { readonly kind: 'date'; readonly before: string; readonly date: FuzzyDate }
  | (Extract<DateReading, { kind: 'unread' }> & { readonly typed: string });

/** What leads up to a date at the end of words. */
const LEADING_UP = /(?<![\s,;–-])(?:[\s,;–-]+(?:on|in|by|during))?[\s,;–-]*$/i;
/** `by the end of the spring term 2025` has eight words. */
const MAX_WORDS = 8;
/** A word that belongs to a date, so that what follows it is no date of its own: `31 February`, `Diwali 2025` is left to the year. */
const HALF = new RegExp(
  `(?:^|[\\s(/–-])(?:\\d{1,2}(?:st|nd|rd|th)?|${MONTH}|q[1-4]|quarter|term|half|early|mid|late|fy|ay)[\\s,./'–-]*$`,
  'i',
);
const LED =
  /(?:^|[\s,;(])(?:in|by|during|before|until|since|of|from|end|year|on)[\s,]*$|[,;:(–-]\s*$|^$/i;
const BY = /(?:^|\s)(?:by|before|until)(?:\s+\S+){1,3}\s*$/i;

/** No date that is led up to in words is longer. */
const NEAR = 100;

/** Null where the last words are no date. */
export function splitDateTail(
  words: string,
  today: Temporal.PlainDate,
  direction: Direction,
  context: DateContext = {},
): DateTail | null {
  const parts = words.trim().replace(/[.]$/, '').split(/\s+/);
  for (let count = Math.min(MAX_WORDS, parts.length); count > 0; count--) {
    const typed = parts.slice(-count).join(' ');
    const read = parseDate(typed, today, direction, context);
    if (read.kind === 'open') continue;
    if (read.kind === 'unread') {
      // Words that only may be a date are what is said: “20 of 24”, “in 6 months”.
      if (['not-a-date', 'several', 'only-start', 'counted-from'].includes(read.problem)) continue;
      return { ...read, typed };
    }
    const before = parts.slice(0, -count).join(' ');
    return isHalf(before, read.date)
      ? { kind: 'unread', problem: 'not-a-date', readings: [], typed: nearBy(before, typed) }
      : { kind: 'date', before: before.replace(LEADING_UP, ''), date: read.date };
  }
  return null;
}

/** Whether what stands before says that the date is only the end of one that cannot be read. */
function isHalf(words: string, { precision }: FuzzyDate): boolean {
  const before = words.slice(-NEAR);
  if (precision !== 'day' && HALF.test(before)) return true;
  return precision === 'year' && (BY.test(before) || !LED.test(before));
}

/** The words that were meant as the date. */
function nearBy(before: string, typed: string): string {
  const near = before.slice(-NEAR);
  const by = BY.exec(near)?.[0].trim();
  return `${by ?? near.split(' ').at(-1)} ${typed}`;
}
