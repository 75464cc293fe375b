// The use cases behind `admin delivery`: what did not arrive is sent again or dropped. The row, its job, the
// audit and the mark that the request was answered commit together.

import type { Undelivered } from '../../../core/outbox/app/notification-ports.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { deliveryReason } from '../messages/delivery-reason.ts';
import { messageName } from '../messages/undelivered.ts';

/** What stood on the screen: a press that finds something else changes nothing. */
export type Seen = 'dead' | 'held' | null;

/**
 * The messages of these numbers, if each waits for the office.
 * Refusals: `not-permitted`, `unknown-message`, `message-moved-on`
 */
export async function findUndelivered(
  numbers: readonly number[],
  seen: Seen,
  verb: string,
  { record, actor, partnership }: Given<'actor' | 'partnership', Uses<'notifications'>>,
): Promise<Result<readonly Undelivered[]>> {
  const allowed = permit(actor, 'delivery', verb);
  if (!allowed.ok) return allowed;
  const found: Undelivered[] = [];
  for (const number of numbers) {
    const one = await record.notifications.findByNumber(number);
    if (!one) return refuse({ code: 'unknown-message', number });
    if (!isDecidable(one.state) || (seen !== null && one.state !== seen)) {
      const since = one.since.toZonedDateTimeISO(partnership.timeZone).toPlainDateTime().toString();
      return refuse({ code: 'message-moved-on', number, state: one.state, since });
    }
    found.push(one);
  }
  return ok(found);
}

/**
 * Queues them afresh; whoever they go to counts as reachable again until the platform says otherwise.
 * @returns those that nobody was quicker with
 */
export async function resendMessages(
  rows: readonly Undelivered[],
  context: Given<Doing, Commits<'audit' | 'channels' | 'notifications' | 'people'>>,
): Promise<readonly Undelivered[]> {
  return await commitOnce(context, async ({ notifications, people, channels, audit }) => {
    const done: Undelivered[] = [];
    for (const row of rows) {
      if (!isDecidable(row.state) || !(await notifications.resend(row.id, row.state))) continue;
      if (row.personId) await people.tryAgain(row.personId);
      if (row.channelBindingId) await channels.tryAgain(row.channelBindingId);
      const { summary, ...event } = auditOf(row, context);
      await audit.append({ ...event, kind: 'message-resent', summary: `${summary} sent again` });
      done.push(row);
    }
    return done;
  });
}

/** Takes them off the list for good. @returns those that nobody was quicker with */
export async function dropMessages(
  rows: readonly Undelivered[],
  context: Given<Doing, Commits<'audit' | 'notifications'>>,
): Promise<readonly Undelivered[]> {
  return await commitOnce(context, async ({ notifications, audit }) => {
    const done: Undelivered[] = [];
    for (const row of rows) {
      const outcome = { state: 'cancelled', at: context.now, lastError: 'dropped' } as const;
      if (!isDecidable(row.state)) continue;
      if (!(await notifications.settle(row.id, outcome, row.state))) continue;
      const { summary, ...event } = auditOf(row, context);
      await audit.append({ ...event, kind: 'message-dropped', summary: `${summary} dropped` });
      done.push(row);
    }
    return done;
  });
}

function auditOf(row: Undelivered, { actor, now }: Given<'actor' | 'now'>) {
  const was = `${row.state}: ${deliveryReason(row.reason)}`;
  const summary = `message ${row.number}, ${messageName(row)} (${was}), was`;
  return { summary, authorId: actor.personId, at: now };
}

function isDecidable(state: Undelivered['state']): state is 'dead' | 'held' {
  return state === 'dead' || state === 'held';
}
