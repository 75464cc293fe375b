// A date or a day as a rule's answer: read by the one reader of dates, or refused with what it would be read as.
import type { Temporal } from 'temporal-polyfill';
import { plainDayText } from '../../dates/domain/date-words.ts';
import type { FuzzyDate } from '../../dates/domain/fuzzy-date.ts';
import { type DateReading, type Direction, parseDate } from '../../dates/domain/parse-date.ts';
import type { TermDates } from '../../dates/domain/school-terms.ts';
import { ok, type Result, refuse } from './result.ts';

/** What a date is read beside: the day, and the partnership's term calendars. */
export type Calendar = {
  readonly today: Temporal.PlainDate;
  readonly terms: readonly TermDates[];
};

/** A date, however exact. Null: the words say that there is none, as “ongoing” does. Refusal: `bad-date`. */
export function dateOrNone(
  words: string,
  direction: Direction,
  { today, terms }: Calendar,
): Result<FuzzyDate | null> {
  const read = parseDate(words, today, direction, { terms });
  if (read.kind === 'date') return ok(read.date);
  return read.kind === 'open' ? ok(null) : badDate(words, read);
}

/** A date, however exact. Refusal: `bad-date`. */
export function someDate(
  words: string,
  direction: Direction,
  { today, terms }: Calendar,
): Result<FuzzyDate> {
  const read = parseDate(words, today, direction, { terms });
  return read.kind === 'date' ? ok(read.date) : badDate(words, read);
}

/** One whole day. Refusal: `bad-date`; of a month or the like with its first and last day. */
export function someDay(
  words: string,
  direction: Direction,
  { today, terms }: Calendar,
): Result<Temporal.PlainDate> {
  const read = parseDate(words, today, direction, { terms });
  if (read.kind !== 'date') return badDate(words, read);
  const { date, firstDay } = read;
  return date.precision === 'day' && firstDay.equals(date.lastDay)
    ? ok(date.lastDay)
    : refuse({
        ...{ code: 'bad-date', typed: words.trim(), problem: 'no-one-day' },
        readings: [plainDayText(firstDay), plainDayText(date.lastDay)],
      });
}

/** Words that were read as no date. */
export function badDate(typed: string, read: Exclude<DateReading, { kind: 'date' }>) {
  return refuse({
    ...{ code: 'bad-date', typed: typed.trim() },
    ...(read.kind === 'open'
      ? { problem: 'open', readings: [] }
      : { problem: read.problem, readings: read.readings }),
  });
}
