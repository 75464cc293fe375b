// Sends one notification of the ledger and writes down what became of it. Exactly once by intent: a
// row is claimed before sending, and a send whose outcome is unknown is held for a person.
import type { Temporal } from 'temporal-polyfill';
import { isSendingTime } from '../domain/chase-policy.ts';
import { chooseAccount } from '../domain/choose-account.ts';
import type { MessageSender, Target } from './chat-ports.ts';
import { composeNotification } from './compose-notification.ts';
import { DeliveryError } from './delivery-error.ts';
import { RetryLater } from './faults.ts';
import type { Clock, Log, NotificationRow, PartnershipRecord, RecordStore } from './ports.ts';

export type DeliveryParts = {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly senders: readonly MessageSender[];
};

/** Longest wait that a platform may ask for before we treat its answer as our own back-off. */
const MAX_RETRY_AFTER_MS = 3_600_000;
const MAX_ATTEMPTS = 8;

/**
 * Delivers one notification. Safe to call twice: a row that is not queued any more is left alone.
 * @throws RetryLater when the platform certainly did not take it and another try may work
 */
export async function deliverNotification(
  parts: DeliveryParts,
  partnershipId: string,
  id: string,
): Promise<void> {
  const partnership = (await parts.store.list()).find((one) => one.id === partnershipId);
  if (!partnership) return;
  const record = parts.store.open(partnershipId);
  const row = await record.notifications.find(id);
  if (row?.state !== 'queued') return;
  const now = await parts.clock.now();
  if (row.payload.kind === 'chase' || row.payload.inHours)
    waitForSendingTime(now, partnership.timeZone);
  // Prepared before it is claimed: what fails here was certainly not sent and may be tried again.
  const route = await routeOf(row, record, parts.senders);
  const message = await composeNotification(row, record, partnership, now);
  if (!(await record.notifications.claim(id, 'queued'))) return;
  if ('problem' in route) {
    await record.notifications.settle(id, { state: 'dead', at: now, lastError: route.problem });
    parts.log.warn(
      { notification: id, reason: route.problem },
      'a notification cannot be delivered',
    );
    return;
  }
  if (typeof message === 'string') {
    await record.notifications.settle(id, { state: 'cancelled', at: now, lastError: message });
    return;
  }
  try {
    const { externalId } = await route.sender.send(route.target, message);
    await record.notifications.settle(id, {
      state: 'sent',
      at: now,
      sentVia: route.sender.platform,
      externalId,
    });
  } catch (error) {
    await settleFailure(parts, record, row, error);
  }
}

/**
 * Nobody is chased, and no digest posted, out of hours; also when the queue was held up.
 * @throws RetryLater until the next time at which chases go out
 */
function waitForSendingTime(now: Temporal.Instant, timeZone: string): void {
  let next = now;
  while (!isSendingTime(next, timeZone)) next = next.add({ minutes: 15 });
  if (next !== now) throw new RetryLater(next.epochMilliseconds - now.epochMilliseconds);
}

type Route =
  | { readonly sender: MessageSender; readonly target: Target }
  | { readonly problem: string };

async function routeOf(
  row: NotificationRow,
  record: PartnershipRecord,
  senders: readonly MessageSender[],
): Promise<Route> {
  if (row.channelBindingId) {
    const channel = await record.channels.find(row.channelBindingId);
    const sender = senders.find(({ platform }) => platform === channel?.platform);
    if (!channel || !sender) return { problem: 'no-such-channel' };
    return {
      sender,
      target: { kind: 'channel', tenantId: channel.tenantId, channelId: channel.channelId },
    };
  }
  const person = row.personId ? await record.people.details(row.personId) : null;
  const account =
    person &&
    chooseAccount(
      person.accounts,
      person.preferredPlatform,
      new Set(senders.map(({ platform }) => platform)),
    );
  const sender = senders.find(({ platform }) => platform === account?.platform);
  if (!account || !sender) return { problem: 'person-has-no-account' };
  return { sender, target: { kind: 'person', tenantId: account.tenantId, userId: account.userId } };
}

async function settleFailure(
  { clock, log }: DeliveryParts,
  record: PartnershipRecord,
  row: NotificationRow,
  error: unknown,
): Promise<void> {
  const failure =
    error instanceof DeliveryError
      ? error
      : new DeliveryError('unknown', 'unexpected-error', { cause: error });
  const at = await clock.now();
  const fields = { err: failure, notification: row.id, code: failure.code };
  if (failure.failure === 'unknown') {
    await record.notifications.settle(row.id, { state: 'held', at, lastError: failure.code });
    log.error(fields, 'a notification may or may not have gone out: it is held');
    return;
  }
  if (failure.failure === 'never' || row.attempts + 1 >= MAX_ATTEMPTS) {
    await record.notifications.settle(row.id, { state: 'dead', at, lastError: failure.code });
    log.error(fields, 'a notification was given up');
    return;
  }
  await record.notifications.settle(row.id, { state: 'queued', at, lastError: failure.code });
  log.warn(fields, 'a notification will be tried again');
  throw new RetryLater(waitBefore(row.attempts, failure.retryAfterMs));
}

/** What the platform asked for, else doubling from two seconds. */
function waitBefore(attempts: number, retryAfterMs: number | undefined): number {
  return Math.min(retryAfterMs ?? 2_000 * 2 ** attempts, MAX_RETRY_AFTER_MS);
}
