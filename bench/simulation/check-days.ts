// The checker's own calendar, on purpose unlike the product's: days are strings, working days stand in one long
// list, and the clocks change by arithmetic.
import Holidays from 'date-holidays';
import type { Lead, Stretch } from './story.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const FIRST_YEAR = 2025;
const LAST_YEAR = 2028;

const england = new Holidays('GB', 'ENG', { types: ['public', 'bank'] });
const bankHolidays = new Set(
  Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index).flatMap(
    (year) => england.getHolidays(year).map(({ date }) => date.slice(0, 10)),
  ),
);

export type Local = { readonly day: string; readonly time: string };

/** The local day and time of day in England. */
export function localOf(at: number): Local {
  const text = new Date(at + (isSummer(at) ? HOUR : 0)).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

/** The moment of a local day and time of day. */
export function momentAt(day: string, time: string): number {
  const utc = Date.parse(`${day}T${time}:00Z`);
  return isSummer(utc - HOUR) ? utc - HOUR : utc;
}

/** From the last Sunday of March to the last Sunday of October, at 01:00 UTC each. */
function isSummer(at: number): boolean {
  const year = new Date(at).getUTCFullYear();
  return at >= lastSunday(year, 2) && at < lastSunday(year, 9);
}

const sundays = new Map<string, number>();
function lastSunday(year: number, month: number): number {
  const known = sundays.get(`${year}-${month}`);
  if (known !== undefined) return known;
  const end = new Date(Date.UTC(year, month + 1, 0));
  const at = end.getTime() - end.getUTCDay() * DAY + HOUR;
  sundays.set(`${year}-${month}`, at);
  return at;
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

export interface Days {
  isWorking(day: string): boolean;
  /** The day so many working days before, not counting the day itself. */
  before(day: string, count: number): string;
  after(day: string, count: number): string;
  /** The day so long before a meeting. */
  lead(meeting: string, lead: Lead): string;
}

/** A partnership's days. */
export function daysOf(closed: readonly string[]): Days {
  const off = new Set([...bankHolidays, ...closed]);
  const working: string[] = [];
  for (let at = Date.UTC(FIRST_YEAR, 0, 1); at < Date.UTC(LAST_YEAR, 0, 1); at += DAY) {
    const day = new Date(at).toISOString().slice(0, 10);
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !off.has(day)) working.push(day);
  }
  const known = new Set(working);
  /** How many working days come before the day. */
  const rank = (day: string) => {
    let low = 0;
    for (let high = working.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((working[middle] ?? '') < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const before = (day: string, count: number) =>
    count === 0 ? day : (working[rank(day) - count] ?? '');
  return {
    isWorking: (day) => known.has(day),
    before,
    after: (day, count) =>
      count === 0 ? day : (working[rank(day) + count - (known.has(day) ? 0 : 1)] ?? ''),
    lead: (meeting, { days, unit }) =>
      unit === 'calendar' ? addDays(meeting, -days) : before(meeting, days),
  };
}

/** Whether a day lies in one of the stretches; null: every day does. */
export function liesIn(day: string, stretches: readonly Stretch[] | null): boolean {
  return stretches?.some(({ from, until }) => from <= day && day <= until) ?? true;
}
