// What becomes of a notification whose send failed: tried again, checked, held, given up, or sent to the
// same person elsewhere. The claim was made, so the row is `sending`.
import type { Temporal } from 'temporal-polyfill';
import { DeliveryError } from '../../../core/outbox/app/delivery-error.ts';
import { RetryLater } from '../../../core/request/app/faults.ts';
import { chooseAccount } from '../../../people/people/domain/choose-account.ts';
import type { Delivery } from './delivery.ts';
import type { Way } from './find-way.ts';
import { hold } from './hold.ts';
import { tellAppGone, tellChannelGone, tellUnreachable } from './tell-unreachable.ts';

/** Longest wait that a platform may ask for before we treat its answer as our own back-off. */
const MAX_RETRY_AFTER_MS = 3_600_000;
export const MAX_ATTEMPTS = 8;
/** Until then the platform will have shown what it took, and our request has timed out. */
export const CHECK_AFTER_MS = 60_000;
/** How often a platform that will not have the bot is tried. */
const APP_GONE_MS = 900_000;

/**
 * @param delivery its row says when the attempt began that failed
 * @throws RetryLater when there is to be another try, or a check
 */
export async function settleFailure(delivery: Delivery, way: Way, error: unknown): Promise<void> {
  const failure = toFailure(error);
  const { record, row, clock, log } = delivery;
  const at = await clock.now();
  const fields = { err: failure, notification: row.id, code: failure.code };
  const giveToOffice = async () => {
    await hold(delivery, { from: 'sending', code: failure.code, at });
    log.error(fields, 'a notification may or may not have gone out: it is held');
  };
  const settle = (state: 'queued' | 'checking' | 'dead' | 'cancelled') =>
    record.notifications.settle(row.id, {
      state,
      at,
      lastError: failure.code,
      ofAttempt: row.attemptedAt,
    });
  if (failure.gone === 'app') return await stopPlatform(delivery, way, failure, at);
  if (way.externalId !== undefined) {
    // A change is no message: a message that is gone, or a change that never works, alarms nobody.
    if (failure.failure === 'never' || row.attempts + 1 >= MAX_ATTEMPTS) {
      await settle('cancelled');
      return log.info(fields, 'a message could not be changed where it stands');
    }
  } else if (failure.gone) {
    return await settleGone(delivery, way, failure, at);
  } else if (failure.failure === 'unknown') {
    if (!way.sender.findSent) return await giveToOffice();
    await settle('checking');
    log.warn(fields, 'a notification may or may not have gone out: it will be checked');
    throw new RetryLater(CHECK_AFTER_MS);
  } else if (failure.failure === 'never' || row.attempts + 1 >= MAX_ATTEMPTS) {
    if (failure.mayBeThere) return await giveToOffice();
    await settle('dead');
    return log.error(fields, 'a notification was given up');
  }
  const asked = failure.retryAfterMs && Math.min(failure.retryAfterMs, MAX_RETRY_AFTER_MS);
  if (asked) await delivery.store.pace.holdUp(way.sender.paceOf(way.route.target).slowedBy, asked);
  await settle('queued');
  log.warn(fields, 'a notification will be tried again');
  throw new RetryLater(asked ?? backOff(2_000 * 2 ** row.attempts, delivery.random));
}

/** A failure as one of the three that decide what happens; a bug of ours may have sent it. */
export function toFailure(error: unknown): DeliveryError {
  return error instanceof DeliveryError
    ? error
    : new DeliveryError('unknown', 'unexpected-error', { cause: error });
}

/** Half of the wait is certain; the other half is chance, so that what failed together comes back apart. */
export function backOff(ms: number, random: () => number): number {
  const wait = Math.min(ms, MAX_RETRY_AFTER_MS);
  return Math.round(wait / 2 + (random() * wait) / 2);
}

/** Nothing is sent on a platform that will not have the bot, and no message pays for it. */
async function stopPlatform(
  { record, row, store, partnership, log }: Delivery,
  { sender, route }: Way,
  failure: DeliveryError,
  at: Temporal.Instant,
): Promise<void> {
  await store.pace.holdUp(sender.paceOf(route.target).stoppedBy, APP_GONE_MS);
  await record.transaction(async (repositories) => {
    const outcome = {
      ...({ state: 'queued', at, lastError: failure.code, uncounted: true } as const),
      ofAttempt: row.attemptedAt,
    };
    if (await repositories.notifications.settle(row.id, outcome))
      await tellAppGone(repositories, route.platform, failure.code, { partnership, now: at });
  });
  const fields = { err: failure, code: failure.code, platform: route.platform };
  log.error(fields, 'the platform does not accept the bot: nothing is sent there');
  throw new RetryLater(APP_GONE_MS);
}

/** Marks who or what cannot be reached. A person who has another account gets the message there at once. */
async function settleGone(
  { record, row, partnership, senders, log }: Delivery,
  { route }: Way,
  { code, failure }: DeliveryError,
  now: Temporal.Instant,
): Promise<void> {
  const { platform, target } = route;
  const elsewhere = await record.transaction(async (repositories) => {
    const { people, channels, notifications } = repositories;
    if (target.kind === 'person') await people.markUnreachable({ platform, ...target }, code, now);
    else await channels.markUnreachable({ platform, ...target }, code, now);
    const person = row.personId ? await people.details(row.personId) : null;
    const connected = new Set(senders.map((one) => one.platform));
    const other = person && chooseAccount(person.accounts, person.preferredPlatform, connected);
    const state = other ? 'queued' : 'dead';
    const outcome = { state, at: now, lastError: code, ofAttempt: row.attemptedAt } as const;
    if (!(await notifications.settle(row.id, outcome))) return false;
    const told = { partnership, now };
    if (!other && row.personId) await tellUnreachable(repositories, row.personId, told);
    if (row.channelBindingId) await tellChannelGone(repositories, row.channelBindingId, code, told);
    return other !== null;
  });
  const fields = { notification: row.id, code, failure, platform };
  log.warn(fields, elsewhere ? 'a person is written to elsewhere' : 'a notification was given up');
  if (elsewhere) throw new RetryLater(0);
}
