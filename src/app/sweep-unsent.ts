// Finds notifications that the queue has lost, and sends that a killed process left half done. The
// first are queued again; the second may have gone out, so they are held for a person.
import type { Temporal } from 'temporal-polyfill';
import type { PartnershipRecord } from './ports.ts';

/** Far longer than any send may take, and than the queue's own pick-up. */
const STUCK_AFTER_MINUTES = 15;

/** @param realNow the wall clock: the age of a send is real time, also in the demonstration */
export async function sweepUnsent(
  record: PartnershipRecord,
  realNow: Temporal.Instant,
): Promise<{ requeued: number; held: number }> {
  const stuck = await record.notifications.listStuck(
    realNow.subtract({ minutes: STUCK_AFTER_MINUTES }),
  );
  const counts = { requeued: 0, held: 0 };
  for (const { id, state } of stuck) {
    if (state === 'queued') {
      await record.notifications.requeue(id);
      counts.requeued++;
    } else if (
      await record.notifications.settle(id, {
        state: 'held',
        at: realNow,
        lastError: 'interrupted while sending',
      })
    ) {
      counts.held++;
    }
  }
  return counts;
}
