// Finds notifications that the queue has lost, and sends that a killed process left half done. The
// first are queued again; the second may have gone out, so they are checked, or held for a person.
import type { Temporal } from 'temporal-polyfill';
import type { Uses } from '../../../core/request/app/ports.ts';

/** Far longer than any send may take, and than the queue's own pick-up. */
const STUCK_AFTER_MINUTES = 15;

export type Swept = {
  readonly requeued: number;
  readonly checking: number;
  readonly held: number;
};

/** @param realNow the wall clock: the age of a send is real time, also in the demonstration */
export async function sweepUnsent(
  record: Uses<'notifications'>,
  realNow: Temporal.Instant,
): Promise<Swept> {
  const { notifications } = record;
  const before = realNow.subtract({ minutes: STUCK_AFTER_MINUTES });
  await notifications.releaseAbandoned(before);
  const counts = { requeued: 0, checking: 0, held: 0 };
  for (const { id, kind, state, route } of await notifications.listStuck(before)) {
    if (state === 'sending') {
      // A change of a message can be made twice; without a route nobody can be asked.
      const next = kind === 'edit' ? 'queued' : route ? 'checking' : 'held';
      const outcome = { state: next, at: realNow, lastError: 'interrupted while sending' } as const;
      if (!(await notifications.settle(id, outcome))) continue;
      counts[next === 'queued' ? 'requeued' : next]++;
      if (next === 'held') continue;
    } else counts.requeued++;
    await notifications.requeue(id);
  }
  return counts;
}
