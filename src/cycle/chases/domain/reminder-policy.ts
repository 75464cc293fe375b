// Who takes a reminder today, of whatever kind: the rules that the chase goes by, for what is asked outside a cycle.
import type { Temporal } from 'temporal-polyfill';
import {
  isWithin,
  isWorkingDay,
  localDate,
  type WorkCalendar,
} from '../../../core/dates/domain/working-days.ts';
import { isSendingTime } from '../../cycles/domain/chase-steps.ts';
import { absentOn, type ChaseCircumstances, isAway, standInsFor } from './chase-audience.ts';

export type ReminderPlace = { readonly timeZone: string; readonly calendar: WorkCalendar };

export type ReminderCircumstances = Pick<ChaseCircumstances, 'absences' | 'calendars'> &
  Partial<Pick<ChaseCircumstances, 'hours'>> & {
    /** Who had a message today, or gets a chase later today: nobody gets two. */
    readonly busy: ReadonlySet<string>;
  };

export type Reminded = {
  /** Whom to write to, and for whom they stand in; null: it is their own. */
  readonly to: readonly { readonly personId: string; readonly coversFor: string | null }[];
  /** Those who are away and whom nobody stands in for: theirs waits until they are back. */
  readonly uncovered: readonly string[];
};

/**
 * Within the sending hours of a working day: to each person who works today, or to whoever has agreed to cover while
 * they are away. What somebody cannot get today is decided again at the next sweep.
 */
export function decideReminder(
  personIds: readonly string[],
  now: Temporal.Instant,
  { timeZone, calendar }: ReminderPlace,
  { absences, calendars, hours, busy }: ReminderCircumstances,
): Reminded {
  if (!isSendingTime(now, timeZone, calendar)) return { to: [], uncovered: [] };
  const today = localDate(now, timeZone);
  const absent = absentOn(today, absences);
  const hour = now.toZonedDateTimeISO(timeZone).hour;
  const mayHave = (personId: string) =>
    isWorkingDay(today, calendars.get(personId) ?? calendar) &&
    (hours?.get(personId) ?? 0) <= hour &&
    !busy.has(personId);
  const to = new Map<string, string | null>();
  const uncovered: string[] = [];
  for (const personId of new Set(personIds)) {
    const [standIn] = standInsFor(personId, absent);
    if (standIn === undefined) uncovered.push(personId);
    // Their own reason to get it comes before that of somebody whom they cover for.
    else if (standIn === personId) to.set(personId, null);
    else if (!to.has(standIn)) to.set(standIn, personId);
  }
  return {
    to: [...to]
      .filter(([personId]) => mayHave(personId))
      .map(([personId, coversFor]) => ({ personId, coversFor })),
    uncovered,
  };
}

/**
 * Until when somebody was away without a cover who could have had a message that was due on a day: their leave as a
 * whole, where one follows upon the other. Null: they, or their cover, could.
 */
export function keptAwayUntil(
  personId: string,
  day: Temporal.PlainDate,
  absences: ChaseCircumstances['absences'],
): Temporal.PlainDate | null {
  let last: Temporal.PlainDate | null = null;
  for (let at = day; ; ) {
    const absent = absentOn(at, absences);
    if (!isAway(personId, absent) || standInsFor(personId, absent).length > 0) return last;
    const period = absences.find((one) => one.personId === personId && isWithin(at, one));
    if (!period) return last;
    last = period.until;
    at = period.until.add({ days: 1 });
  }
}
