// Keeps the record ready for what lies ahead: the meetings that recur are there, each forum's next meeting has its
// cycle, and each
// objective a return to give in it.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../domain/working-days.ts';
import type { Partnership, PartnershipRecord } from './ports.ts';
import { ensureRecurring } from './recurring-meetings.ts';

/** @returns how many cycles and return requests were missing and now exist */
export async function rollCycle(
  record: PartnershipRecord,
  { timeZone }: Partnership,
  now: Temporal.Instant,
): Promise<{ cycles: number; returns: number }> {
  const today = localDate(now, timeZone);
  return await record.transaction(
    async (repositories) => {
      await ensureRecurring(repositories, today);
      return await repositories.cycles.ensure(today);
    },
    { at: now, personId: null },
  );
}
