// The rule by which a forum's meetings recur, as people say it: `every 6 weeks from 24 July 2024`, `second and fourth
// Monday of every month except August`, `third Thursday of January, April, July and October`. It is kept in such words.
import { Temporal } from 'temporal-polyfill';
import { type WorkCalendar, workingDayOnOrAfter } from '../../../core/dates/domain/working-days.ts';

type PlainDate = Temporal.PlainDate;

/** 1 to 4: the first to the fourth of the month; -1: the last. */
export type Nth = 1 | 2 | 3 | 4 | -1;

export type Recurrence =
  | { readonly every: 'weeks'; readonly count: number; readonly from: PlainDate }
  | {
      readonly every: 'months';
      readonly count: number;
      readonly which: Nth;
      /** Further ones of the same month, in the order of the calendar. */
      readonly also?: readonly Nth[];
      /** 1 is Monday. */
      readonly weekday: number;
      /** The only months in which they meet, 1 to 12; absent: all that `count` gives. */
      readonly months?: readonly number[];
      /** Months in which they do not meet. */
      readonly except?: readonly number[];
      /** Months in which it is another day. */
      readonly instead?: readonly {
        readonly month: number;
        readonly which: Nth;
        readonly weekday: number;
      }[];
      /** The first slot is on or after it; its month is the first that counts. */
      readonly from: PlainDate;
    };

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
export const MONTHS = [
  ...(['January', 'February', 'March', 'April', 'May', 'June'] as const),
  ...(['July', 'August', 'September', 'October', 'November', 'December'] as const),
];
export const WHICH = { first: 1, second: 2, third: 3, fourth: 4, last: -1 } as const;

/** The words in which the record keeps a rule; `parseRecurrence` reads them again. */
export function recurrenceText(rule: Recurrence): string {
  const { count, from } = rule;
  if (rule.every === 'weeks')
    return `every ${count === 1 ? 'week' : `${count} weeks`} from ${from}`;
  const { which, also = [], weekday, months, except = [], instead = [] } = rule;
  const nths = listed([which, ...also].map(nthText));
  const every = count === 1 ? 'every month' : `every ${count} months`;
  const when = months ? listed(months.map(monthText)) : every;
  const not = except.length === 0 ? '' : ` except ${listed(except.map(monthText))}`;
  const other = instead.map(
    (one) => `, in ${monthText(one.month)} the ${nthText(one.which)} ${WEEKDAYS[one.weekday - 1]}`,
  );
  return `${nths} ${WEEKDAYS[weekday - 1]} of ${when}${not} from ${from}${other.join('')}`;
}

function nthText(nth: Nth): string {
  return Object.entries(WHICH).find(([, one]) => one === nth)?.[0] ?? 'first';
}

function monthText(month: number): string {
  return MONTHS[month - 1] ?? '';
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The days that the rule gives, both ends included, whether or not anybody works on them. */
export function slotsBetween(rule: Recurrence, from: PlainDate, until: PlainDate): PlainDate[] {
  const slots: PlainDate[] = [];
  const first = later(rule.from, from);
  for (let index = firstIndex(rule, first); ; index++) {
    const begins = beginOf(rule, index);
    if (Temporal.PlainDate.compare(begins, until) > 0) return slots;
    for (const slot of slotsOf(rule, begins)) if (isBetween(slot, first, until)) slots.push(slot);
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

/** The number of a week or month that is not after the day, counted from the rule's beginning. */
function firstIndex(rule: Recurrence, day: PlainDate): number {
  const unit = rule.every;
  const start = unit === 'months' ? rule.from.with({ day: 1 }) : rule.from;
  const passed = start.until(day, { largestUnit: unit })[unit];
  return Math.max(0, Math.floor(passed / rule.count) - 1);
}

function beginOf(rule: Recurrence, index: number): PlainDate {
  return rule.every === 'weeks'
    ? rule.from.add({ weeks: rule.count * index })
    : rule.from.with({ day: 1 }).add({ months: rule.count * index });
}

/** The days of one week or month, in the order of the calendar. */
function slotsOf(rule: Recurrence, begins: PlainDate): PlainDate[] {
  if (rule.every === 'weeks') return [begins];
  const { which, also = [], weekday, months, except = [], instead = [] } = rule;
  if (months && !months.includes(begins.month)) return [];
  if (except.includes(begins.month)) return [];
  const other = instead.find(({ month }) => month === begins.month);
  if (other) return [nthDay(begins, other.which, other.weekday)];
  return [which, ...also].map((nth) => nthDay(begins, nth, weekday));
}

function nthDay(month: PlainDate, which: Nth, weekday: number): PlainDate {
  if (which === -1) {
    const end = month.with({ day: month.daysInMonth });
    return end.subtract({ days: (end.dayOfWeek - weekday + 7) % 7 });
  }
  const offset = (weekday - month.dayOfWeek + 7) % 7;
  return month.add({ days: offset + 7 * (which - 1) });
}

function isBetween(day: PlainDate, from: PlainDate, until: PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(from, day) <= 0 && compare(day, until) <= 0;
}

function later(one: PlainDate, other: PlainDate): PlainDate {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other;
}
