// Dates and times as people here write them: `Wed 10 July 2024`, `17:00`.
import type { Temporal } from 'temporal-polyfill';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `Wed 10 July 2024`. */
export function dayText(date: Temporal.PlainDate): string {
  return `${weekdays[date.dayOfWeek - 1]} ${date.day} ${months[date.month - 1]} ${date.year}`;
}

/** `Wed 10 July 2024, 17:00` in the given time zone. */
export function momentText(at: Temporal.Instant, timeZone: string): string {
  return localMomentText(at.toZonedDateTimeISO(timeZone).toPlainDateTime());
}

/** `Wed 10 July 2024, 17:00` of a time that is local already. */
export function localMomentText(at: Temporal.PlainDateTime): string {
  return `${dayText(at.toPlainDate())}, ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
