// When somebody's weekly digest is due, and when it has nothing to say.
import type { Temporal } from 'temporal-polyfill';
import { localInstant, workingDayOnOrAfter } from '../../../core/dates/domain/working-days.ts';
import { isBefore } from '../../../cycle/cycles/domain/cycle.ts';
import { type DigestTime, usualDigestTime } from './digest-choice.ts';

/** A digest that could not go out on its day still goes out for this long, marked as late. */
const STILL_USEFUL_HOURS = 72;
/** One that goes out within this time is on time. */
const ON_TIME_MINUTES = 60;

export type DigestSlot = {
  /** When it is due: on the chosen day and hour, or on the next working day at that hour. */
  readonly at: Temporal.Instant;
  /**
   * The week that it is of, in the outbox's key: the usual time of that week, whatever time was chosen, so that a
   * choice that changes in the middle of a week brings no second one.
   */
  readonly week: Temporal.Instant;
};

/** The latest digest due at or before `now`. */
export function latestDigest(
  now: Temporal.Instant,
  timeZone: string,
  when: DigestTime = usualDigestTime,
): DigestSlot {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  let monday = today.subtract({ days: today.dayOfWeek - 1 });
  // A day off may move a week's digest into the next week, so it may be two weeks back.
  while (isBefore(now, timeInWeek(monday, timeZone, when))) monday = monday.subtract({ weeks: 1 });
  return {
    at: timeInWeek(monday, timeZone, when),
    week: timeInWeek(monday, timeZone, usualDigestTime),
  };
}

/** The next usual time strictly after `now`. */
export function nextDigestTime(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const thisWeek = timeInWeek(monday, timeZone, usualDigestTime);
  return isBefore(now, thisWeek)
    ? thisWeek
    : timeInWeek(monday.add({ weeks: 1 }), timeZone, usualDigestTime);
}

/** Whether a digest that was due at `slot` is still worth sending. */
export function isStillUseful(slot: Temporal.Instant, now: Temporal.Instant): boolean {
  return !isBefore(now, slot) && isBefore(now, slot.add({ hours: STILL_USEFUL_HOURS }));
}

/** Whether a digest that goes out at `now` says that it is late. */
export function isLateDigest(slot: Temporal.Instant, now: Temporal.Instant): boolean {
  return isBefore(slot.add({ minutes: ON_TIME_MINUTES }), now);
}

/** Silent when nothing changed and nothing is outstanding, unless asked to always post. */
export function hasSomethingToSay(content: {
  readonly changes: number;
  readonly outstanding: number;
  readonly alwaysPost: boolean;
}): boolean {
  return content.alwaysPost || content.changes > 0 || content.outstanding > 0;
}

function timeInWeek(
  monday: Temporal.PlainDate,
  timeZone: string,
  { weekday, time }: DigestTime,
): Temporal.Instant {
  return localInstant(workingDayOnOrAfter(monday.add({ days: weekday - 1 })), time, timeZone);
}
