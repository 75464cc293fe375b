// Sends one notification of the outbox and writes down what became of it. Exactly once by intent: a
// row is claimed before sending, and a send whose outcome is unknown is never blindly repeated.
//
// A process may be killed at any line. What each leaves behind, and who takes it up:
// - before the claim: `queued`, nothing was sent. The queue's job is taken from the dead process and runs
//   again (sweep-unsent). At worst a slot of the pace was used for nothing.
// - after the claim, before or after the platform took it: `sending`, with its route. The sweep moves it to
//   `checking`; where the platform cannot be asked it is `held`.
// - after `checking` was written, before its job was put off: `checking`. The sweep queues it again.
// - after `queued` was written for another try, before its job was put off: `queued`, as above.
// - after `sent`, `held`, `dead` or `cancelled`: done; a job that runs again finds nothing to do.
import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../../../core/dates/domain/working-days.ts';
import type { Message } from '../../../core/message/messages/message.ts';
import { ofPartnership } from '../../../core/message/messages/of-partnership.ts';
import { DeliveryError } from '../../../core/outbox/app/delivery-error.ts';
import type { PaceLimit } from '../../../core/request/app/chat-ports.ts';
import { RetryLater } from '../../../core/request/app/faults.ts';
import type { Partnership } from '../../../core/request/app/ports.ts';
import { isSendingTime } from '../../../cycle/cycles/domain/chase-steps.ts';
import { sayWhose } from '../../../people/accounts/messages/partnership.ts';
import { checkSent } from './check-sent.ts';
import { composeNotification } from './compose-notification.ts';
import type { Delivery, DeliveryParts } from './delivery.ts';
import { findWay, type NoWay, type Way } from './find-way.ts';
import { settleFailure } from './settle-failure.ts';
import { tellUnreachable } from './tell-unreachable.ts';

/** How long a change waits for the message that it is to change. */
const NOT_SENT_YET_MS = 30_000;
/** How often what is paused is looked at, should the end of the pause go by unheard. */
const PAUSED_MS = 600_000;

/**
 * Delivers one notification. Safe to call twice: a row that is not waiting any more is left alone.
 * @throws RetryLater when its time has not come, or when another try may work
 */
export async function deliverNotification(
  parts: DeliveryParts,
  partnershipId: string,
  id: string,
): Promise<void> {
  const partnership = await parts.store.find(partnershipId);
  if (!partnership) return;
  const record = parts.store.open(partnershipId);
  const row = await record.notifications.find(id);
  if (!row) return;
  const delivery = { wallClock, random: Math.random, ...parts, partnership, record, row };
  if (row.state === 'checking') await checkSent(delivery);
  else if (row.state === 'queued') await deliver(delivery);
}

async function deliver(delivery: Delivery): Promise<void> {
  const { store, record, row, partnership, clock, senders } = delivery;
  const { payload } = row;
  const now = await clock.now();
  await waitWhilePaused(delivery);
  if (payload.kind === 'chase' || (payload.kind === 'message' && payload.inHours))
    waitForSendingTime(now, partnership.timeZone, await record.calendars.ofPartnership());
  // Prepared before it is claimed: what fails here was certainly not sent and may be tried again.
  const way = await findWay(row, record, senders);
  if (way === 'not-yet') throw new RetryLater(NOT_SENT_YET_MS);
  if ('problem' in way) return await giveUp(delivery, way.problem, now);
  const isShared = (await placesOf(delivery, way)).length > 1;
  const limits = limitsOf(delivery, way, isShared);
  // Asked first, as many may wait for the same slot and composing is dear.
  waitFor(await store.pace.waitFor(limits));
  const composed = await composeNotification(row, record, partnership, now);
  if (typeof composed === 'string') {
    await record.notifications.settle(
      row.id,
      { state: 'cancelled', at: now, lastError: composed },
      'queued',
    );
    return;
  }
  const named = isShared ? sayWhose(composed, partnership, null) : composed;
  const message = ofPartnership(named, partnership.id);
  waitFor(await store.pace.take(limits));
  const attempt = { route: way.route, at: delivery.wallClock() };
  // Claiming and pausing exclude each other in the database: what is claimed was so before the pause.
  if (!(await record.notifications.claim(row.id, attempt))) return await waitWhilePaused(delivery);
  try {
    // A process that was asleep for as long as this does not know what others have done since.
    if (isLongAgo(attempt.at, delivery.wallClock())) throw new DeliveryError('not-sent', 'asleep');
    const externalId = await sendBy(way, message, row.id);
    await noteArrival(delivery, way);
    await record.notifications.settle(row.id, {
      state: 'sent',
      at: now,
      sentVia: way.sender.platform,
      externalId,
      ofAttempt: attempt.at,
    });
  } catch (error) {
    await settleFailure({ ...delivery, row: { ...row, attemptedAt: attempt.at } }, way, error);
  }
}

/** Longer than any send takes, and well before a sweep takes it for interrupted. */
const ASLEEP_AFTER_MS = 120_000;

function isLongAgo(then: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.epochMilliseconds - then.epochMilliseconds > ASLEEP_AFTER_MS;
}

/** @throws RetryLater while the office has paused all sending; when it goes on, what waits is called at once */
async function waitWhilePaused({ record }: Delivery): Promise<void> {
  if (await record.operations.sendingPausedAt()) throw new RetryLater(PAUSED_MS);
}

async function sendBy(
  { sender, route, externalId }: Way,
  message: Message,
  mark: string,
): Promise<string> {
  if (externalId === undefined) return (await sender.send(route.target, message, mark)).externalId;
  await sender.edit(route.target, externalId, message);
  return externalId;
}

/** The partnerships that the workspace stands for which it goes to. */
async function placesOf({ store }: Delivery, { route }: Way): Promise<readonly Partnership[]> {
  return await store.listByWorkspace(route.platform, route.target.tenantId);
}

/** The platform's own limits; in a workspace that several share, none of them may use more than half of its pace. */
function limitsOf(
  { partnership }: Delivery,
  { sender, route }: Way,
  isShared: boolean,
): readonly PaceLimit[] {
  const { limits, stoppedBy } = sender.paceOf(route.target);
  const { key, everyMs, burst } = stoppedBy;
  const share = {
    key: `${key} of ${partnership.id}`,
    everyMs: everyMs * 2,
    burst: Math.max(1, Math.floor(burst / 2)),
  };
  return isShared ? [...limits, share] : limits;
}

/** A channel that takes a post is not gone any more. */
async function noteArrival({ record }: Delivery, { route }: Way): Promise<void> {
  const { platform, target } = route;
  if (target.kind === 'channel') await record.channels.markReachable({ platform, ...target });
}

/** Nothing was sent, and nothing can be. */
async function giveUp(
  { record, row, partnership, log }: Delivery,
  problem: NoWay,
  now: Temporal.Instant,
): Promise<void> {
  const state = row.payload.kind === 'edit' ? 'cancelled' : 'dead';
  await record.transaction(async (repositories) => {
    const outcome = { state, at: now, lastError: problem } as const;
    const settled = await repositories.notifications.settle(row.id, outcome, 'queued');
    if (settled && problem.startsWith('person-') && row.personId)
      await tellUnreachable(repositories, row.personId, { partnership, now });
  });
  if (state === 'dead')
    log.warn({ notification: row.id, reason: problem }, 'a notification cannot be delivered');
}

/**
 * Nobody is chased, and no digest posted, out of hours; also when the queue was held up.
 * @throws RetryLater until the next time at which chases go out
 */
function waitForSendingTime(now: Temporal.Instant, timeZone: string, calendar: WorkCalendar): void {
  let next = now;
  while (!isSendingTime(next, timeZone, calendar)) next = next.add({ minutes: 15 });
  waitFor(next.epochMilliseconds - now.epochMilliseconds);
}

function waitFor(ms: number): void {
  if (ms > 0) throw new RetryLater(ms);
}

function wallClock(): Temporal.Instant {
  return Temporal.Now.instant().round('millisecond');
}
