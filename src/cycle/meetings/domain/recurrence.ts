// The rule by which a forum's meetings recur, as people say it: `every 6 weeks from 24 July 2024`, `third Wednesday of
// every month`, `last Thursday of every 2 months from 26 September 2024`. It is kept in the same words.

import { Temporal } from 'temporal-polyfill';
import { parseDate } from '../../../core/dates/domain/parse-date.ts';
import { type WorkCalendar, workingDayOnOrAfter } from '../../../core/dates/domain/working-days.ts';
import { isKeyOf } from '../../../core/message/domain/narrow.ts';

type PlainDate = Temporal.PlainDate;

export type Recurrence =
  | { readonly every: 'weeks'; readonly count: number; readonly from: PlainDate }
  | {
      readonly every: 'months';
      readonly count: number;
      /** 1 to 4: the first to the fourth of the month; -1: the last. */
      readonly which: 1 | 2 | 3 | 4 | -1;
      /** 1 is Monday. */
      readonly weekday: number;
      /** The first slot is on or after it; its month is the first that counts. */
      readonly from: PlainDate;
    };

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const WHICH = { first: 1, second: 2, third: 3, fourth: 4, last: -1 } as const;
const NUMBERED = [1, 2, 3, 4] as const;
const MAX_WEEKS = 26;
const MAX_MONTHS = 12;

const WEEKLY = /^every\s+(?:(\d{1,2})\s+weeks?|week|(fortnight))\s+from\s+(.+)$/i;
const MONTHLY =
  /^(?:the\s+)?(first|second|third|fourth|last|[1-4](?:st|nd|rd|th))\s+(\S+?)\s+(?:of|in)\s+(?:every|each)\s+(?:(\d{1,2})\s+months?|(other)\s+month|month)(?:\s+from\s+(.+))?$/i;

/**
 * Reads a rule. Without `from` a monthly one begins this month.
 * Null: it is none, or one that asks for a day at the weekend or less than once a year.
 */
export function parseRecurrence(words: string, today: PlainDate): Recurrence | null {
  const text = words.trim().replace(/\s+/g, ' ');
  return readWeekly(text, today) ?? readMonthly(text, today);
}

function readWeekly(text: string, today: PlainDate): Recurrence | null {
  const [, weeks, fortnight, start] = WEEKLY.exec(text) ?? [];
  if (start === undefined) return null;
  const from = readDay(start, today);
  const count = fortnight ? 2 : Number(weeks ?? 1);
  return from && from.dayOfWeek <= 5 && count >= 1 && count <= MAX_WEEKS
    ? { every: 'weeks', count, from }
    : null;
}

function readMonthly(text: string, today: PlainDate): Recurrence | null {
  const [, which = '', day = '', months, other, start] = MONTHLY.exec(text) ?? [];
  const word = which.toLowerCase();
  const nth = isKeyOf(WHICH, word)
    ? WHICH[word]
    : NUMBERED.find((one) => word.startsWith(String(one)));
  const weekday =
    day.length < 3
      ? 0
      : WEEKDAYS.findIndex((name) => name.toLowerCase().startsWith(day.toLowerCase())) + 1;
  const count = other ? 2 : Number(months ?? 1);
  const from = start === undefined ? today.with({ day: 1 }) : readDay(start, today);
  if (!nth || weekday === 0 || !from || count < 1 || count > MAX_MONTHS) return null;
  return { every: 'months', count, which: nth, weekday, from };
}

function readDay(words: string, today: PlainDate): PlainDate | null {
  const read = parseDate(words, today, 'future');
  return read?.precision === 'day' ? read.lastDay : null;
}

/** The words in which the record keeps a rule; `parseRecurrence` reads them again. */
export function recurrenceText(rule: Recurrence): string {
  const { count, from } = rule;
  if (rule.every === 'weeks')
    return `every ${count === 1 ? 'week' : `${count} weeks`} from ${from}`;
  const which = Object.entries(WHICH).find(([, nth]) => nth === rule.which)?.[0] ?? 'first';
  const months = count === 1 ? 'month' : `${count} months`;
  return `${which} ${WEEKDAYS[rule.weekday - 1]} of every ${months} from ${from}`;
}

/** The days that the rule gives, both ends included, whether or not anybody works on them. */
export function slotsBetween(rule: Recurrence, from: PlainDate, until: PlainDate): PlainDate[] {
  const slots: PlainDate[] = [];
  const first = later(rule.from, from);
  for (let index = firstIndex(rule, first); ; index++) {
    const slot = slotAt(rule, index);
    if (Temporal.PlainDate.compare(slot, until) > 0) return slots;
    if (Temporal.PlainDate.compare(slot, first) >= 0) slots.push(slot);
  }
}

export type Slot = {
  /** The day that the rule gives. */
  readonly recursOn: PlainDate;
  /** The day of the meeting: the next working day where nobody works on that one. */
  readonly heldOn: PlainDate;
};

/** The meetings that the rule gives between two days. */
export function meetingsBetween(
  rule: Recurrence,
  from: PlainDate,
  until: PlainDate,
  calendar: WorkCalendar,
): Slot[] {
  return slotsBetween(rule, from, until).map((recursOn) => ({
    recursOn,
    heldOn: workingDayOnOrAfter(recursOn, calendar),
  }));
}

/** The number of a slot that is not after the day, counted from the rule's beginning. */
function firstIndex(rule: Recurrence, day: PlainDate): number {
  const unit = rule.every;
  const start = unit === 'months' ? rule.from.with({ day: 1 }) : rule.from;
  const passed = start.until(day, { largestUnit: unit })[unit];
  return Math.max(0, Math.floor(passed / rule.count) - 1);
}

function slotAt(rule: Recurrence, index: number): PlainDate {
  if (rule.every === 'weeks') return rule.from.add({ weeks: rule.count * index });
  const month = rule.from.with({ day: 1 }).add({ months: rule.count * index });
  if (rule.which === -1) {
    const end = month.with({ day: month.daysInMonth });
    return end.subtract({ days: (end.dayOfWeek - rule.weekday + 7) % 7 });
  }
  const offset = (rule.weekday - month.dayOfWeek + 7) % 7;
  return month.add({ days: offset + 7 * (rule.which - 1) });
}

function later(one: PlainDate, other: PlainDate): PlainDate {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other;
}
