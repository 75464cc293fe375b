// The way that a notification takes: to which account or channel, through which sender.

import type { NotificationRow, Route } from '../../../core/outbox/app/notification-ports.ts';
import type { MessageSender } from '../../../core/request/app/chat-ports.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { chooseAccount } from '../../../people/people/domain/choose-account.ts';

export type Way = {
  readonly sender: MessageSender;
  readonly route: Route;
  /** The message that is to be changed; absent: a new one is sent. */
  readonly externalId?: string;
};

/** Why there is none; the outbox keeps it. */
export type NoWay =
  | 'no-such-channel'
  | 'platform-not-connected'
  | 'person-has-no-account'
  | 'person-unreachable'
  | 'no-message-to-change';

type Found = Way | { readonly problem: NoWay } | 'not-yet';

/** `not-yet`: what it is to change has not been sent, but may be. */
export async function findWay(
  row: NotificationRow,
  record: Reads<'people'> & Uses<'channels' | 'notifications'>,
  senders: readonly MessageSender[],
): Promise<Found> {
  if (row.payload.kind === 'edit')
    return await wayToMessage(row.payload.notificationId, record, senders);
  if (row.channelBindingId) return await wayToChannel(row.channelBindingId, record, senders);
  const person = row.personId ? await record.people.details(row.personId) : null;
  const connected = new Set<string>(senders.map(({ platform }) => platform));
  const choose = (platforms: ReadonlySet<string>) =>
    person && chooseAccount(person.accounts, person.preferredPlatform, platforms);
  const rather = row.payload.kind === 'message' ? row.payload.rather : undefined;
  const account =
    (rather && connected.has(rather) ? choose(new Set([rather])) : null) ?? choose(connected);
  const sender = senders.find(({ platform }) => platform === account?.platform);
  if (account && sender) {
    const { platform, tenantId, userId } = account;
    return { sender, route: { platform, target: { kind: 'person', tenantId, userId } } };
  }
  const marked = person?.accounts.some(({ platform }) => connected.has(platform));
  return { problem: marked ? 'person-unreachable' : 'person-has-no-account' };
}

async function wayToChannel(
  id: string,
  record: Uses<'channels'>,
  senders: readonly MessageSender[],
): Promise<Found> {
  const channel = await record.channels.find(id);
  const sender = senders.find(({ platform }) => platform === channel?.platform);
  if (!channel) return { problem: 'no-such-channel' };
  if (!sender) return { problem: 'platform-not-connected' };
  // One that was found gone is tried all the same: a post is the only way to find out that it is back.
  const { platform, tenantId, channelId } = channel;
  return { sender, route: { platform, target: { kind: 'channel', tenantId, channelId } } };
}

async function wayToMessage(
  id: string,
  record: Uses<'notifications'>,
  senders: readonly MessageSender[],
): Promise<Found> {
  const original = await record.notifications.find(id);
  if (original?.state === 'sending' || original?.state === 'checking') return 'not-yet';
  const { route, externalId } = original ?? {};
  const sender = senders.find(({ platform }) => platform === route?.platform);
  if (original?.state !== 'sent' || !route || !externalId || !sender)
    return { problem: 'no-message-to-change' };
  return { sender, route, externalId };
}
