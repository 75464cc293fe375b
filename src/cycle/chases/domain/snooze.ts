// Putting chases off: once a cycle, and at most until the working day before the returns are due, so that the
// last call always comes.
import { Temporal } from 'temporal-polyfill';
import {
  type DateContext,
  type DateReading,
  parseDate,
} from '../../../core/dates/domain/parse-date.ts';
import { workingDayOnOrAfter } from '../../../core/dates/domain/working-days.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Cycle } from '../../cycles/domain/cycle.ts';
import { lastSnoozeDay } from './chase-policy.ts';

/**
 * The day from which chases come again.
 * @param words `until 3 July`, `2 days`, or nothing: as late as can be
 * Refusals: `bad-period`, `snooze-too-late`.
 */
export function decideSnooze(
  words: string,
  cycle: Cycle,
  today: Temporal.PlainDate,
  context: DateContext = {},
): Result<Temporal.PlainDate> {
  const lastDay = lastSnoozeDay(cycle);
  const meeting = cycle.meetingTitle;
  const read = words === '' ? lastDay : readUntil(words, today, context);
  if ('kind' in read)
    return refuse({
      ...{ code: 'bad-period', problem: 'unread', typed: words.trim() },
      readings: read.kind === 'unread' ? read.readings : [],
    });
  const until = read;
  const compare = Temporal.PlainDate.compare;
  if (compare(until, lastDay) > 0 || compare(today, lastDay) >= 0)
    return refuse({ code: 'snooze-too-late', lastDay, meeting });
  if (compare(until, today) <= 0)
    return refuse({ code: 'bad-period', problem: 'past', typed: words.slice(0, 40) });
  return ok(until);
}

/** Chases come on working days only: two days from a Thursday is Monday. */
function readUntil(
  words: string,
  today: Temporal.PlainDate,
  context: DateContext,
): Temporal.PlainDate | Exclude<DateReading, { kind: 'date' }> {
  const counted = /^(?:for\s+)?((?:\d{1,2}|an?|[a-z]+)\s+(?:day|week)s?)$/i.exec(words.trim())?.[1];
  const read = parseDate(counted ? `in ${counted}` : words, today, 'future', context);
  if (read.kind !== 'date') return read;
  const { date, firstDay } = read;
  if (counted) return workingDayOnOrAfter(date.lastDay);
  // “Until next week” is until it begins.
  return date.precision === 'day' ? date.lastDay : firstDay;
}
