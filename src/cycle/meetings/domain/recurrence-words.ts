// How people say a rule by which meetings recur, and how it is read: in the words in which the record keeps it, and in
// those that boards print: "quarterly", "every eight weeks", "in January the second Tuesday".
import type { Temporal } from 'temporal-polyfill';
import { MONTH, monthNumber } from '../../../core/dates/domain/date-words.ts';
import { parseDate } from '../../../core/dates/domain/parse-date.ts';
import { parseSmallNumber, SMALL_NUMBER } from '../../../core/dates/domain/time-of-day.ts';
import { isKeyOf } from '../../../core/message/domain/narrow.ts';
import { type Nth, type Recurrence, WEEKDAYS, WHICH } from './recurrence.ts';

type PlainDate = Temporal.PlainDate;
type Monthly = Extract<Recurrence, { every: 'months' }>;

const NUMBERED = [1, 2, 3, 4] as const;
const MAX_WEEKS = 26;
const MAX_MONTHS = 12;
const NTH = '(?:first|second|third|fourth|last|[1-4](?:st|nd|rd|th))';
const LIST = (one: string) => `${one}(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+(?:and|&)\\s+)${one})*`;
/** Months between two meetings. Bi-monthly boards print every two months; termly is three times a year. */
const WORDS = { monthly: 1, 'bi-monthly': 2, bimonthly: 2, quarterly: 3, termly: 4 } as const;
const EVERY = `(?:(?:every|each|the)\\s+(?:(${SMALL_NUMBER})\\s+months?|(other|second|alternate)\\s+month|month)|(monthly|bi-?monthly|quarterly|termly))`;

const WEEKLY = new RegExp(
  `^(?:every\\s+(?:(${SMALL_NUMBER})\\s+weeks?|week|(other\\s+week|second\\s+week|fortnight))|(weekly)|(fortnightly))\\s+from\\s+(.+)$`,
  'i',
);
const WEEKDAYS_OF =
  /^(?:every\s+(?:(other|second|alternate)\s+)?|(alternate)\s+)(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:days?)?\s+from\s+(.+)$/i;
const MONTHLY = new RegExp(
  `^(?:on\\s+)?(?:the\\s+)?(${LIST(`(?:the\\s+)?${NTH}`)})\\s+(\\S+?)s?\\s+(?:(?:of|in)\\s+)?(?:${EVERY}|(${LIST(MONTH)}))(?:\\s+(?:each|every|a)\\s+year)?(.*)$`,
  'i',
);
/** The same the other way about: "quarterly on the third Thursday". */
const LED = new RegExp(
  `^${EVERY},?\\s+(?:on\\s+)?(?:the\\s+)?(${LIST(`(?:the\\s+)?${NTH}`)})\\s+([a-z]+?)s?(?:\\s+of\\s+the\\s+month)?((?:\\s|,).*)?$`,
  'i',
);
const FROM_A_DAY = new RegExp(`^${EVERY}\\s+from\\s+(.+)$`, 'i');

/**
 * Reads a rule. Without `from` a monthly one begins this month.
 * Null: it is none, or one that asks for a day at the weekend or less than once a year.
 */
export function parseRecurrence(words: string, today: PlainDate): Recurrence | null {
  const text = words.trim().replace(/\s+/g, ' ');
  return (
    readWeekly(text, today) ??
    readWeekdays(text, today) ??
    readMonthly(text, today) ??
    readFromDay(text, today)[0] ??
    null
  );
}

/** Where words fit two rules, such as "quarterly from" a fourth Thursday that is the last as well: each in full. */
export function recurrenceChoices(words: string, today: PlainDate): readonly Recurrence[] {
  const both = fromDay(words.trim().replace(/\s+/g, ' '), today);
  return both.length > 1 ? both : [];
}

function readWeekly(text: string, today: PlainDate): Recurrence | null {
  const [, weeks, other, , fortnightly, start] = WEEKLY.exec(text) ?? [];
  if (start === undefined) return null;
  const count = other || fortnightly ? 2 : weeks === undefined ? 1 : parseSmallNumber(weeks);
  return inWeeks(count, readDay(start, today));
}

function readWeekdays(text: string, today: PlainDate): Recurrence | null {
  const [, other, alternate, name = '', start = ''] = WEEKDAYS_OF.exec(text) ?? [];
  const from = name === '' ? null : readDay(start, today);
  if (from?.dayOfWeek !== weekdayOf(name)) return null;
  return inWeeks(other || alternate ? 2 : 1, from);
}

function inWeeks(count: number, from: PlainDate | null): Recurrence | null {
  return from && from.dayOfWeek <= 5 && count >= 1 && count <= MAX_WEEKS
    ? { every: 'weeks', count, from }
    : null;
}

function readMonthly(text: string, today: PlainDate): Recurrence | null {
  const led = LED.exec(text);
  const [, nths = '', day = '', count, other, word, months, rest = ''] = led
    ? [led[0], led[4], led[5], led[1], led[2], led[3], undefined, led[6]]
    : (MONTHLY.exec(text) ?? []);
  const weekday = weekdayOf(day);
  if (nths === '' || weekday === 0) return null;
  const tail = readTail(rest, today);
  const which = nths
    .split(/,| and | & /i)
    .map((one) => nthOf(one.replace(/\bthe\b|\band\b/gi, '').trim()));
  const apart = which.filter((one): one is Nth => one !== null);
  if (!tail || apart.length < which.length || new Set(apart).size < which.length) return null;
  const [first, ...also] = apart.toSorted((one, next) => orderOf(one) - orderOf(next));
  const every = monthsBetween(count, other, word);
  if (first === undefined || every === null) return null;
  const only = months === undefined ? [] : monthsOf(months);
  return {
    ...{ every: 'months', count: every, which: first, weekday },
    ...(also.length > 0 && { also }),
    ...(only.length > 0 && { months: only }),
    ...(tail.except.length > 0 && { except: tail.except }),
    ...(tail.instead.length > 0 && { instead: tail.instead }),
    from: tail.from ?? today.with({ day: 1 }),
  };
}

type Tail = {
  readonly from: PlainDate | null;
  readonly except: readonly number[];
  readonly instead: NonNullable<Monthly['instead']>;
};

const EXCEPT = new RegExp(
  `(?:,?\\s*\\(?\\s*(?:except(?: for)?|but not|not|excluding|other than)\\s+(?:in\\s+)?(${LIST(MONTH)})\\)?)`,
  'i',
);
const INSTEAD = new RegExp(
  `,?\\s*(?:(?:but|and)\\s+)?in\\s+(${MONTH})\\s+(?:on\\s+)?the\\s+(${NTH})(?:\\s+([a-z]+))?$`,
  'i',
);

/** What stands behind the months: exceptions, another day in one of them, from when. Null: something else. */
function readTail(words: string, today: PlainDate): Tail | null {
  let rest = words;
  const except: number[] = [];
  const instead: { month: number; which: Nth; weekday: number }[] = [];
  for (let found = INSTEAD.exec(rest); found; found = INSTEAD.exec(rest)) {
    const [, month = '', nth = '', day = ''] = found;
    const which = nthOf(nth);
    const weekday = weekdayOf(day);
    if (which === null || weekday === 0) return null;
    instead.unshift({ month: monthNumber(month), which, weekday });
    rest = rest.slice(0, found.index);
  }
  const left = EXCEPT.exec(rest);
  if (left) {
    except.push(...monthsOf(left[1] ?? ''));
    rest = rest.replace(left[0], '');
  }
  const start = /^,?\s*(?:(?:from|starting|beginning)\s+(.+))?$/i.exec(rest.trim());
  if (!start) return null;
  const from = start[1] === undefined ? null : readDay(start[1], today);
  return start[1] !== undefined && !from ? null : { from, except, instead };
}

/** "quarterly from 24 July 2024": on the weekday of that day, as often in the month as it is the first. */
function readFromDay(text: string, today: PlainDate): readonly Recurrence[] {
  const both = fromDay(text, today);
  return both.length === 1 ? both : [];
}

function fromDay(text: string, today: PlainDate): readonly Recurrence[] {
  const [, count, other, word, start = ''] = FROM_A_DAY.exec(text) ?? [];
  const from = start === '' ? null : readDay(start, today);
  const every = monthsBetween(count, other, word);
  if (!from || from.dayOfWeek > 5 || every === null) return [];
  const nth = Math.ceil(from.day / 7);
  const isLast = from.day > from.daysInMonth - 7;
  const which: readonly Nth[] = [
    ...NUMBERED.filter((one) => one === nth),
    ...(isLast ? [-1 as const] : []),
  ];
  return which.map((one) => ({
    ...{ every: 'months' as const, count: every, which: one, weekday: from.dayOfWeek, from },
  }));
}

/** Null: more than a year, or none. */
function monthsBetween(count?: string, other?: string, word?: string): number | null {
  const named = word?.toLowerCase();
  if (named !== undefined) return isKeyOf(WORDS, named) ? WORDS[named] : null;
  const months = other ? 2 : count === undefined ? 1 : parseSmallNumber(count);
  return months >= 1 && months <= MAX_MONTHS ? months : null;
}

function nthOf(word: string): Nth | null {
  const text = word.toLowerCase();
  if (isKeyOf(WHICH, text)) return WHICH[text];
  return NUMBERED.find((one) => text.startsWith(String(one))) ?? null;
}

/** The last comes after the fourth. */
function orderOf(nth: Nth): number {
  return nth === -1 ? 5 : nth;
}

/** 1 is Monday; 0: no working day is called so, or too few letters of it are there. */
function weekdayOf(word: string): number {
  const text = word.toLowerCase().replace(/\.$/, '');
  if (text.length < 3) return 0;
  return WEEKDAYS.findIndex((name) => name.toLowerCase().startsWith(text)) + 1;
}

function monthsOf(words: string): number[] {
  const found = words.match(new RegExp(MONTH, 'gi')) ?? [];
  return [...new Set(found.map(monthNumber))].toSorted((one, next) => one - next);
}

function readDay(words: string, today: PlainDate): PlainDate | null {
  const read = parseDate(words, today, 'future');
  return read.kind === 'date' && read.date.precision === 'day' ? read.date.lastDay : null;
}
