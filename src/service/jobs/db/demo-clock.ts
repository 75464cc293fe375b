// The demonstration's own clock. A partnership without a row runs on real time.
import type { Temporal } from 'temporal-polyfill';
import { type Executor, fromInstant, toInstant } from '../../../core/database/db/executor.ts';
import { ofPartnership } from '../../../core/database/db/partnership-scope.ts';

export type DemoClocks = {
  /** The demonstration's time, or null when the partnership runs on real time. */
  read(partnershipId: string): Promise<Temporal.Instant | null>;
  /** Sets the demonstration's time; it stands still until it is set again. */
  set(partnershipId: string, now: Temporal.Instant): Promise<void>;
};

/** The demonstration clocks of the record. */
export function demoClocks(client: Executor): DemoClocks {
  return {
    async read(partnershipId) {
      const db = ofPartnership(client, partnershipId);
      const row = await db.demoClock.findFirst({ where: { partnershipId } });
      return row && toInstant(row.now);
    },

    async set(partnershipId, now) {
      const db = ofPartnership(client, partnershipId);
      const row = { now: fromInstant(now) };
      await db.demoClock.upsert({
        where: { partnershipId },
        update: row,
        create: { partnershipId, ...row },
      });
    },
  };
}
