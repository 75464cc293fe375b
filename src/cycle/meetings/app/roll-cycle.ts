// Writes down what lies ahead: the meetings that recur, the cycle of each forum's next meeting, and whom it asks. What is
// owed does not rest on it: that is worked out from the meetings, the objectives and what was recorded.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { Commits, Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import { ensureRecurring } from './recurring-meetings.ts';

/** @returns how many cycles and return requests were missing and now exist */
export async function rollCycle(
  record: Commits<'calendars' | 'cycles' | 'meetings'>,
  { timeZone }: Partnership,
  now: Temporal.Instant,
): Promise<{ cycles: number; returns: number }> {
  const today = localDate(now, timeZone);
  return await record.transaction(async (repositories) => await prepareAhead(repositories, today), {
    at: now,
    personId: null,
  });
}

/** The same in the caller's transaction, for whoever changes what lies ahead. */
export async function prepareAhead(
  repositories: Reads<'calendars'> & Uses<'cycles' | 'meetings'>,
  today: Temporal.PlainDate,
): Promise<{ cycles: number; returns: number }> {
  await ensureRecurring(repositories, today);
  return await repositories.cycles.ensure(today);
}
