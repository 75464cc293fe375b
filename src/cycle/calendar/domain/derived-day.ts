// A day that follows from another one by counting, and the days that were passed over on the way: the answer to
// "how did you get there?".
import type { Temporal } from 'temporal-polyfill';
import { bankHolidayNames } from '../../../core/dates/domain/bank-holidays.ts';
import { isWorkingDay, type WorkCalendar } from '../../../core/dates/domain/working-days.ts';
import type { DayUnit } from '../../cycles/domain/forum-rules.ts';

/** So many days on, back when negative. */
export type DayCount = { readonly days: number; readonly unit: DayUnit };

export type SkippedDay = {
  readonly day: Temporal.PlainDate;
  readonly why: 'weekend' | 'bank-holiday' | 'closed';
  /** What the holiday or closure is called. */
  readonly name: string | null;
};

/** Nobody plans further ahead, and each day is counted. */
export const MAX_COUNT = 366;

const COUNT = /^([+\-−–])?\s*(\d{1,3})\s*(wd|cd|(?:working|calendar)\s*days?)$/i;

/** `-4wd`, `+10cd`, `−4 working days`; null: it is no count. */
export function parseDayCount(words: string): DayCount | null {
  const [, sign = '+', digits = '', unit = ''] = COUNT.exec(words.trim()) ?? [];
  const count = Number(digits);
  if (digits === '' || count > MAX_COUNT) return null;
  const days = sign === '+' || count === 0 ? count : -count;
  return { days, unit: /^w/i.test(unit) ? 'working' : 'calendar' };
}

/**
 * The day so many days from `from`, which itself is not counted, and which days were passed over.
 * @param closures what the calendar's closure days are called, by `yyyy-mm-dd`
 */
export function deriveDay(
  from: Temporal.PlainDate,
  { days, unit }: DayCount,
  calendar: WorkCalendar,
  closures: ReadonlyMap<string, string> = new Map(),
): { readonly day: Temporal.PlainDate; readonly skipped: readonly SkippedDay[] } {
  if (unit === 'calendar') return { day: from.add({ days }), skipped: [] };
  const skipped: SkippedDay[] = [];
  let day = from;
  for (let left = Math.abs(days); left > 0; ) {
    day = day.add({ days: Math.sign(days) });
    if (isWorkingDay(day, calendar)) left--;
    else skipped.push({ day, ...whyOff(day, closures) });
  }
  return { day, skipped };
}

function whyOff(
  day: Temporal.PlainDate,
  closures: ReadonlyMap<string, string>,
): Pick<SkippedDay, 'why' | 'name'> {
  if (day.dayOfWeek > 5) return { why: 'weekend', name: null };
  const iso = day.toString();
  const closure = closures.get(iso);
  if (closure !== undefined) return { why: 'closed', name: closure };
  const holiday = bankHolidayNames.get(iso);
  return holiday === undefined
    ? { why: 'closed', name: null }
    : { why: 'bank-holiday', name: holiday };
}
