// Keeps the record ready for what lies ahead: each forum's next meeting has its cycle, and each
// objective a return to give in it.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../domain/working-days.ts';
import type { Partnership, PartnershipRecord } from './ports.ts';

/** @returns how many cycles and return requests were missing and now exist */
export async function rollCycle(
  record: PartnershipRecord,
  { timeZone }: Partnership,
  now: Temporal.Instant,
): Promise<{ cycles: number; returns: number }> {
  return await record.transaction(({ cycles }) => cycles.ensure(localDate(now, timeZone)), {
    ...{ at: now, personId: null },
  });
}
