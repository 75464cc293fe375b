// The demonstration's own clock. A partnership without a row runs on real time.
import type { Temporal } from 'temporal-polyfill';
import { type Executor, fromInstant, toInstant } from './executor.ts';

/** The demonstration's time, or null when the partnership runs on real time. */
export async function readDemoClock(db: Executor, partnershipId: string): Promise<Temporal.Instant | null> {
  const row = await db.demoClock.findUnique({ where: { partnershipId } });
  return row && toInstant(row.now);
}

/** Sets the demonstration's time; it stands still until it is set again. */
export async function setDemoClock(db: Executor, partnershipId: string, now: Temporal.Instant): Promise<void> {
  const row = { now: fromInstant(now) };
  await db.demoClock.upsert({ where: { partnershipId }, update: row, create: { partnershipId, ...row } });
}
