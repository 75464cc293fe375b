// Putting chases off: once a cycle, and at most until the working day before the returns are due, so that the
// last call always comes.
import { Temporal } from 'temporal-polyfill';
import { parseDate } from '../../../core/dates/domain/parse-date.ts';
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
): Result<Temporal.PlainDate> {
  const lastDay = lastSnoozeDay(cycle);
  const meeting = cycle.meetingTitle;
  const until = words === '' ? lastDay : readUntil(words, today);
  if (!until) return refuse({ code: 'bad-period', problem: 'unread', typed: words.slice(0, 40) });
  const compare = Temporal.PlainDate.compare;
  if (compare(until, lastDay) > 0 || compare(today, lastDay) >= 0)
    return refuse({ code: 'snooze-too-late', lastDay, meeting });
  if (compare(until, today) <= 0)
    return refuse({ code: 'bad-period', problem: 'past', typed: words.slice(0, 40) });
  return ok(until);
}

function readUntil(words: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const text = words.trim().toLowerCase();
  const days = /^(?:for\s+)?(\d{1,2}|a|one)\s+days?$/.exec(text)?.[1];
  // Chases come on working days only: two days from a Thursday is Monday.
  if (days) return workingDayOnOrAfter(today.add({ days: Number(days) || 1 }));
  if (/^(?:until\s+)?tomorrow$/.test(text)) return today.add({ days: 1 });
  const read = parseDate(text, today, 'future');
  return read?.precision === 'day' ? read.lastDay : null;
}
