// Finds out what became of a send that got no answer, where the platform can be asked: it arrived, or it is
// sent again, or, when that cannot be told, it is held for a person.

import { RetryLater } from '../../../core/request/app/faults.ts';
import type { Delivery } from './delivery.ts';
import { hold } from './hold.ts';
import { backOff, CHECK_AFTER_MS, MAX_ATTEMPTS, toFailure } from './settle-failure.ts';

/** How far two machines' and the platform's clocks may be apart. The mark decides, so more does no harm. */
const CLOCK_MARGIN_MS = 300_000;
const GIVE_UP_AFTER_MS = 1_800_000;

/** @throws RetryLater when it is to be checked, or sent, again */
export async function checkSent(delivery: Delivery): Promise<void> {
  const { record, row, senders, clock, log, wallClock, random } = delivery;
  const { route, attemptedAt } = row;
  const sender = senders.find(({ platform }) => platform === route?.platform);
  const at = await clock.now();
  // Whoever else has found it out meanwhile, and sent it again, is not overruled.
  const settle = (outcome: Parameters<typeof record.notifications.settle>[1]) =>
    record.notifications.settle(row.id, { ...outcome, ofAttempt: attemptedAt }, 'checking');
  const giveToOffice = async (code: string) => {
    await hold(delivery, { from: 'checking', code, at });
    const fields = { notification: row.id, code };
    log.error(fields, 'a notification may or may not have gone out: it is held');
  };
  if (!route || !attemptedAt || !sender?.findSent) return await giveToOffice('cannot-be-checked');
  const early = CHECK_AFTER_MS - (wallClock().epochMilliseconds - attemptedAt.epochMilliseconds);
  if (early > 0) throw new RetryLater(Math.min(early, CHECK_AFTER_MS));
  let found: Awaited<ReturnType<typeof sender.findSent>>;
  try {
    const since = new Date(attemptedAt.epochMilliseconds - CLOCK_MARGIN_MS);
    found = await sender.findSent(route.target, row.id, since);
  } catch (error) {
    const failure = toFailure(error);
    const checkedFor = wallClock().epochMilliseconds - row.stateSince.epochMilliseconds;
    if (failure.failure === 'never' || checkedFor > GIVE_UP_AFTER_MS)
      return await giveToOffice(failure.code);
    const fields = { err: failure, notification: row.id, code: failure.code };
    log.warn(fields, 'it could not be told whether a notification went out');
    // As long again as it has been tried already: after one minute, two, four, eight.
    throw new RetryLater(
      failure.retryAfterMs ?? backOff(2 * Math.max(checkedFor, CHECK_AFTER_MS), random),
    );
  }
  if (found !== 'absent') {
    await settle({ state: 'sent', at, sentVia: route.platform, ...found });
    return log.info({ notification: row.id }, 'a notification had gone out after all');
  }
  const state = row.attempts >= MAX_ATTEMPTS ? 'dead' : 'queued';
  await settle({ state, at, lastError: 'not-there' });
  if (state === 'dead')
    return log.error({ notification: row.id, code: 'not-there' }, 'a notification was given up');
  log.warn({ notification: row.id }, 'a notification had not gone out: it is sent again');
  throw new RetryLater(backOff(2_000 * 2 ** (row.attempts - 1), random));
}
