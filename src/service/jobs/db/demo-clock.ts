// The demonstration's own clock. A partnership without a row runs on real time.
import type { Temporal } from 'temporal-polyfill';
import { type Executor, fromInstant, toInstant } from '../../../core/database/db/executor.ts';

export type DemoClocks = {
  /** The demonstration's time, or null when the partnership runs on real time. */
  read(partnershipId: string): Promise<Temporal.Instant | null>;
  /** Sets the demonstration's time; it stands still until it is set again. */
  set(partnershipId: string, now: Temporal.Instant): Promise<void>;
};

/** The demonstration clocks of the record. */
export function demoClocks(db: Executor): DemoClocks {
  return {
    async read(partnershipId) {
      const row = await db.demoClock.findUnique({ where: { partnershipId } });
      return row && toInstant(row.now);
    },

    async set(partnershipId, now) {
      const row = { now: fromInstant(now) };
      await db.demoClock.upsert({
        where: { partnershipId },
        update: row,
        create: { partnershipId, ...row },
      });
    },
  };
}
