// Holds a message that may or may not have arrived. A request that is held is no quiet matter: the programme office
// hears of it in the transaction that holds it, or, when many are held at once, with the next sweep.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { NewNotification } from '../../../core/outbox/app/notification-ports.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { heldRequestsNotice } from '../messages/undelivered.ts';
import type { Delivery } from './delivery.ts';

/** Within this long of the last time they are collected: the sweep, every quarter of an hour, tells of them. */
const COLLECT_MINUTES = 10;

/** Holds the row of a delivery, if it is still `from` and of the same attempt. */
export async function hold(
  { record, row, partnership }: Delivery,
  { from, code, at }: { from: 'sending' | 'checking'; code: string; at: Temporal.Instant },
): Promise<void> {
  await record.transaction(async (repositories) => {
    const { notifications } = repositories;
    const outcome = { state: 'held', at, lastError: code, ofAttempt: row.attemptedAt } as const;
    if (!(await notifications.settle(row.id, outcome, from))) return;
    const last = await notifications.lastRecordedAt('notice:held:');
    const minutes = last ? (at.epochMilliseconds - last.epochMilliseconds) / 60_000 : null;
    if (minutes === null || minutes < 0 || minutes >= COLLECT_MINUTES)
      await tellHeldRequests(repositories, { partnership, now: at });
  });
}

/**
 * Tells the programme office of the held requests that it has not been told of, also out of hours.
 * @returns how many notices were queued
 */
export async function tellHeldRequests(
  { notifications, people }: Reads<'people'> & Uses<'notifications'>,
  told: Given<'partnership' | 'now'>,
): Promise<number> {
  const rows = await notifications.heldRequestsUntold();
  const [first] = rows;
  if (!first) return 0;
  const { now, partnership } = told;
  const today = localDate(now, partnership.timeZone);
  const message = heldRequestsNotice(rows, partnership.timeZone);
  const office = await people.listByRole('programme-office', null, today);
  const intent = `held:${first.id}:${now.epochMilliseconds}`;
  const about = rows.map(({ id }) => id);
  return await notifications.enqueue(
    office.map(({ id }) => atOnce(noticeTo(id, intent, message, told), about)),
  );
}

function atOnce(notice: NewNotification, about: readonly string[]): NewNotification {
  const { payload } = notice;
  if (payload.kind !== 'message') return notice;
  return { ...notice, payload: { kind: 'message', message: payload.message, about } };
}
