// One notification for Asha on its way, with senders that fail as a test says, a machine's clock of its own and
// no chance in the waits.
import { Temporal } from 'temporal-polyfill';
import type { NewNotification } from '../../../src/core/outbox/app/notification-ports.ts';
import type { MessageSender } from '../../../src/core/request/app/chat-ports.ts';
import { RetryLater } from '../../../src/core/request/app/faults.ts';
import { deliverNotification } from '../../../src/service/delivery/app/deliver-notification.ts';
import { newNotification } from './builders.ts';
import type { PlanSuite } from './plan-suite.ts';
import { type PlanWorld, recordingSender, SLACK_TEAM } from './plan-world.ts';

export type Try = { readonly senders: readonly MessageSender[]; readonly wall?: Temporal.Instant };

/** The id of one message for Asha, queued. */
export async function queueForAsha(
  { world, harness }: PlanSuite,
  facts: Partial<NewNotification> = {},
): Promise<string> {
  const notification = newNotification(await world.personId('owner@example.org'), facts);
  await world.record.notifications.enqueue([notification]);
  const { dedupeKey } = notification;
  return (await harness.prisma.notification.findFirstOrThrow({ where: { dedupeKey } })).id;
}

/** Delivers it once; for how long it is put off, or null when it is not. */
export async function deliverOnce(
  { world, harness }: PlanSuite,
  id: string,
  { senders, wall = Temporal.Now.instant() }: Try,
): Promise<number | null> {
  const { clock, log, partnership } = world;
  const parts = {
    store: harness.store,
    clock,
    log,
    senders,
    random: () => 1,
    wallClock: () => wall,
  };
  try {
    await deliverNotification(parts, partnership.id, id);
    return null;
  } catch (error) {
    if (error instanceof RetryLater) return error.afterMs;
    throw error;
  }
}

/** A sender that records what it is given, with something of it replaced. */
export function senderLike(
  world: PlanWorld,
  platform: 'slack' | 'teams',
  changes: Partial<MessageSender> = {},
): MessageSender {
  return { ...recordingSender(platform, world.sent, world.edited), ...changes };
}

/** Links Asha's Slack account beside the one in Teams. */
export async function linkAshaInSlack({ world }: PlanSuite): Promise<void> {
  await world.record.people.linkAccount(
    await world.personId('owner@example.org'),
    { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0ASHA00' },
    Temporal.Instant.from('2024-08-01T09:00Z'),
  );
}
