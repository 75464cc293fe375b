// Periods of whole days as people type them: `12–23 Aug`, `12 Aug to 23 Aug 2024`, `until 23 Aug`, `next week`, `half term`.
// Without a year, the next such days are meant; the answer always says which they are.
import type { Temporal } from 'temporal-polyfill';
import type { DateProblem } from './date-forms.ts';
import { plainDayText } from './date-words.ts';
import { type DateContext, MAX_DATE_LENGTH, parseDate } from './parse-date.ts';
import { parseBreak } from './term-forms.ts';
import { parseSmallNumber, SMALL_NUMBER } from './time-of-day.ts';

export type Period = {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
};

/** What words mean as a period, last day included. */
export type PeriodReading =
  | { readonly kind: 'period'; readonly period: Period }
  | {
      readonly kind: 'unread';
      readonly problem: DateProblem;
      /** What they would be read as: each is read for certain when it is typed instead. */
      readonly readings: readonly string[];
    };

/** Longest absence that one line records, in days. */
export const MAX_PERIOD_DAYS = 92;

const LONG = new RegExp(
  `^(?:for )?(?:the )?(${SMALL_NUMBER}) (day|week|fortnight)s?(?:'s?)? (?:from|starting|beginning) (?:on )?(.+)$`,
);
/** The same the other way round: `12 Aug for two weeks`. */
const FOR_LONG = new RegExp(`^(.+?),? for (?:the )?(${SMALL_NUMBER}) (day|week|fortnight)s?$`);
const WEEK_OF = /^(?:(?:the )?week (?:of|commencing|beginning|starting)|w\/?c) (.+)$/;
/** `12-Aug-24 - 23-Aug-24` can be cut in five places. */
const MOST_CUTS = 5;

/** The period that the whole text means. */
export function parsePeriod(
  words: string,
  today: Temporal.PlainDate,
  context: DateContext = {},
): PeriodReading {
  const text = words
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'");
  if (text.length > 2 * MAX_DATE_LENGTH) return unread('not-a-date');
  const until = /^(?:until|till|to)\s+(.+)$/.exec(text)?.[1];
  const reader = { today, context };
  if (until) {
    const end = readDay(until, today, reader);
    return end.kind === 'day' ? period(today, end.day) : end;
  }
  const plain = text.replace(/^(?:from|on) /, '');
  const named = namedPeriod(plain.replace(/^for /, ''), reader);
  if (named) return named;
  const single = readDay(plain, today, reader);
  if (single.kind === 'day') return period(single.day, single.day);
  for (const { before, after } of splits(plain)) {
    const read = readBoth(before, after, reader);
    if (read) return read;
  }
  return single;
}

type Reader = { readonly today: Temporal.PlainDate; readonly context: DateContext };

type Unread = Extract<PeriodReading, { kind: 'unread' }>;

type DayReading = { readonly kind: 'day'; readonly day: Temporal.PlainDate } | Unread;

/** `next week`, `two weeks from 12 Aug`, `w/c 12 Aug`, `half term`; null: none of these. */
function namedPeriod(plain: string, reader: Reader): PeriodReading | null {
  const { today, context } = reader;
  if (/^(?:the )?(?:this|next|rest of (?:this|the)) week$/.test(plain)) {
    const monday = today.subtract({ days: today.dayOfWeek - 1 });
    return plain.includes('next')
      ? week(monday.add({ days: 7 }))
      : today.dayOfWeek > 5
        ? unread('not-a-date', plainDayText(today))
        : period(today, monday.add({ days: 4 }));
  }
  const [, weekOf] = WEEK_OF.exec(plain) ?? [];
  if (weekOf !== undefined) {
    const day = readDay(weekOf, today, reader);
    if (day.kind === 'unread') return day;
    return day.day.dayOfWeek === 1
      ? week(day.day)
      : unread(
          'wrong-weekday',
          `w/c ${plainDayText(day.day.subtract({ days: day.day.dayOfWeek - 1 }))}`,
        );
  }
  const [, starts, length = '', each = ''] = FOR_LONG.exec(plain) ?? [];
  const [, count = length, unit = each, from = starts] = LONG.exec(plain) ?? [];
  if (from !== undefined) {
    const first = readDay(from, today, reader);
    if (first.kind === 'unread') return first;
    const days = parseSmallNumber(count) * (unit === 'day' ? 1 : unit === 'week' ? 7 : 14);
    return days > 0 ? period(first.day, first.day.add({ days: days - 1 })) : null;
  }
  const { terms = [] } = context;
  const off = parseBreak(plain, { today, direction: 'future', terms, isPrinted: false });
  if (!off) return null;
  return off.kind === 'span' ? period(off.span.first, off.span.last) : off;
}

/** Every way to cut the text in two: a hyphen may also be part of a date. */
function splits(text: string): { before: string; after: string }[] {
  const cuts = [...text.matchAll(/ (?:to|until|till) | ?[-–—] ?/g)];
  return cuts.slice(0, MOST_CUTS).map((cut) => ({
    before: text.slice(0, cut.index).trim(),
    after: text.slice(cut.index + cut[0].length).trim(),
  }));
}

function readBoth(before: string, after: string, reader: Reader): PeriodReading | null {
  const { today } = reader;
  // A first day with a year, or counted from today, tells which year the last day is in.
  const dated = /\d{4}|^[a-z ]+$/.test(before) ? readDay(before, today, reader) : null;
  const from = dated?.kind === 'day' ? dated.day : today;
  const end = readDay(after, from, { ...reader, today: from });
  if (end.kind === 'unread') return end.problem === 'which' ? end : null;
  if (dated?.kind === 'day') return period(dated.day, end.day);
  const first = readFirstDay(before, end.day, reader);
  return first && period(first, end.day);
}

/** A bare number is a day of the last day's month; a day without a year is the latest such before it. */
function readFirstDay(
  words: string,
  endsOn: Temporal.PlainDate,
  { context }: Reader,
): Temporal.PlainDate | null {
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(words)?.[1];
  if (number === undefined) {
    const read = parseDate(words, endsOn, 'past', { ...context, isPrinted: true });
    return read.kind === 'date' && read.date.precision === 'day' ? read.date.lastDay : null;
  }
  const day = Number(number);
  return day >= 1 && day <= endsOn.daysInMonth ? endsOn.with({ day }) : null;
}

/** Runs of words of one sentence are cut at the same places again and again: what a part means is found out once. */
const knownDays = new WeakMap<DateContext, Map<string, DayReading>>();

function readDay(words: string, from: Temporal.PlainDate, reader: Reader): DayReading {
  const known = knownDays.get(reader.context) ?? new Map<string, DayReading>();
  knownDays.set(reader.context, known);
  const key = `${words}|${from}|${reader.today}`;
  const read = known.get(key) ?? findDay(words, from, reader);
  known.set(key, read);
  return read;
}

/** A single day, the next such from `from` on where it has no year. */
function findDay(words: string, from: Temporal.PlainDate, { today, context }: Reader): DayReading {
  const read = parseDate(words, from.equals(today) ? today : from, 'future', context);
  if (read.kind === 'open') return unread('not-a-date');
  if (read.kind === 'unread') return read;
  const { date, firstDay } = read;
  if (date.precision === 'day' && firstDay.equals(date.lastDay))
    return { kind: 'day', day: date.lastDay };
  return unread('vague', `${plainDayText(firstDay)} to ${plainDayText(date.lastDay)}`);
}

function week(monday: Temporal.PlainDate): PeriodReading {
  return period(monday, monday.add({ days: 4 }));
}

function period(startsOn: Temporal.PlainDate, endsOn: Temporal.PlainDate): PeriodReading {
  return { kind: 'period', period: { startsOn, endsOn } };
}

function unread(problem: DateProblem, ...readings: readonly string[]): Unread {
  return { kind: 'unread', problem, readings };
}
