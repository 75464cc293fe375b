// The days on which school terms and half terms end, by the term calendars that a partnership keeps. A calendar lists the
// stretches in which its people work: two to a term where a half term lies between them, else one.
import { Temporal } from 'temporal-polyfill';
import { bankHolidayNames } from './bank-holidays.ts';
import type { Period } from './working-days.ts';

type PlainDate = Temporal.PlainDate;

/** The stretches of one calendar, the earliest first. */
export type TermDates = readonly Period[];

export type TermName = 'autumn' | 'spring' | 'summer';

/** A festival's holidays end a term: it ends so many days before it at most. */
const BEFORE_EASTER = 28;
const BEFORE_CHRISTMAS = 25;

/**
 * The last day of a term of a calendar year, or of its first or second half; null: the calendar does not say.
 * @param half 1 or 2 where only half of it is meant
 */
export function termEnd(
  terms: TermDates,
  name: TermName,
  year: number,
  half: 1 | 2 | null,
): PlainDate | null {
  const own = terms.filter(({ from }) => from.year === year && termOf(from) === name);
  if (own.length === 0 || (half !== null && own.length !== 2)) return null;
  return (half === 1 ? own[0] : own.at(-1))?.until ?? null;
}

/** The last school day before Easter or Christmas of a year; null: the calendar does not say. */
export function endBefore(
  terms: TermDates,
  festival: 'easter' | 'christmas',
  year: number,
): PlainDate | null {
  const day = festival === 'easter' ? easterOf(year) : Temporal.PlainDate.from(`${year}-12-25`);
  const most = festival === 'easter' ? BEFORE_EASTER : BEFORE_CHRISTMAS;
  const own = terms.filter(({ until }) => {
    const days = day === null ? -1 : until.until(day).days;
    return days >= 0 && days <= most;
  });
  return own.at(-1)?.until ?? null;
}

/** Every end of a stretch that is followed by a break: the half terms and the holidays. */
export function breaksOf(terms: TermDates): readonly Period[] {
  return terms.slice(1).flatMap((next, index) => {
    const before = terms[index];
    return before
      ? [{ from: before.until.add({ days: 1 }), until: next.from.subtract({ days: 1 }) }]
      : [];
  });
}

/** Easter Sunday, of the years that the table of bank holidays covers; null beyond them. */
export function easterOf(year: number): PlainDate | null {
  for (const [day, name] of bankHolidayNames)
    if (name === 'Easter Monday' && day.startsWith(`${year}-`))
      return Temporal.PlainDate.from(day).subtract({ days: 1 });
  return null;
}

/** A term goes by the month in which its stretch begins: nobody's summer term begins before April. */
function termOf({ month }: PlainDate): TermName {
  if (month >= 8) return 'autumn';
  return month <= 3 ? 'spring' : 'summer';
}
