// When the weekly digest is due, and when it has nothing to say.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './cycle.ts';
import { localInstant, workingDayOnOrAfter } from './working-days.ts';

const DIGEST_TIME = '09:30';
/** A digest that could not go out on its day still goes out for this long, marked as late. */
const STILL_USEFUL_HOURS = 72;

/** The latest weekly digest time at or before `now`: Monday 09:30, or the next working day's. */
export function latestDigestTime(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const thisWeek = digestTimeOfWeek(monday, timeZone);
  return isBefore(now, thisWeek)
    ? digestTimeOfWeek(monday.subtract({ weeks: 1 }), timeZone)
    : thisWeek;
}

/** The next weekly digest time strictly after `now`. */
export function nextDigestTime(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const thisWeek = digestTimeOfWeek(monday, timeZone);
  return isBefore(now, thisWeek) ? thisWeek : digestTimeOfWeek(monday.add({ weeks: 1 }), timeZone);
}

/** Whether a digest that was due at `slot` is still worth sending. */
export function isStillUseful(slot: Temporal.Instant, now: Temporal.Instant): boolean {
  return !isBefore(now, slot) && isBefore(now, slot.add({ hours: STILL_USEFUL_HOURS }));
}

/** Silent when nothing changed and nothing is outstanding, unless asked to always post. */
export function hasSomethingToSay(content: {
  readonly changes: number;
  readonly outstanding: number;
  readonly alwaysPost: boolean;
}): boolean {
  return content.alwaysPost || content.changes > 0 || content.outstanding > 0;
}

function digestTimeOfWeek(monday: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return localInstant(workingDayOnOrAfter(monday), DIGEST_TIME, timeZone);
}
