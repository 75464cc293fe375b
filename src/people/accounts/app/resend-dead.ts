// What never arrived because nobody could be written to is sent once they can be: as far as it is still to be said.
import type { Temporal } from 'temporal-polyfill';
import type { Uses } from '../../../core/request/app/ports.ts';

/** What is older has been said otherwise since, or is of no use any more; the office still sees it. */
const STILL_NEWS = { hours: 7 * 24 } as const;

/**
 * Queues it afresh, in the caller's transaction. A request that was answered or overtaken is not sent then.
 * @returns how many
 */
export async function resendDead(
  { notifications }: Uses<'notifications'>,
  personId: string,
  now: Temporal.Instant,
): Promise<number> {
  let sent = 0;
  for (const id of await notifications.deadFor(personId, now.subtract(STILL_NEWS)))
    if (await notifications.resend(id, 'dead')) sent += 1;
  return sent;
}
