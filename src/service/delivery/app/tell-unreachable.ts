// Tells the programme office who or what cannot be reached, in the transaction that finds it out: once a
// day for a person, once for a channel, once a day for a platform.

import { localDate } from '../../../core/dates/domain/working-days.ts';
import { inline, type Message } from '../../../core/message/messages/message.ts';
import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { NewNotification } from '../../../core/outbox/app/notification-ports.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import type { Platform } from '../../../core/request/domain/platform.ts';
import { isOwner } from '../../../plan/objectives/domain/objective.ts';
import { appGoneMessage, channelGoneMessage, personGoneMessage } from '../messages/unreachable.ts';

type Told = Given<'partnership' | 'now'>;

/** Nothing of the person's accounts can be reached. */
export async function tellUnreachable(
  repositories: Reads<'objectives' | 'people'> & Uses<'notifications'>,
  personId: string,
  told: Told,
): Promise<void> {
  const { people, objectives } = repositories;
  const today = localDate(told.now, told.partnership.timeZone);
  const person = await people.details(personId);
  if (!person) return;
  const owned = (await objectives.list(today, { personId })).filter(
    (one) => one.status === 'open' && isOwner(one, personId),
  );
  const message = personGoneMessage({
    name: person.name,
    accounts: person.accounts,
    refs: owned.map(({ ref }) => ref),
    timeZone: told.partnership.timeZone,
  });
  await tellOffice(repositories, `unreachable:${personId}:${today}`, message, told, personId);
}

/** Nothing can be posted in the channel. */
export async function tellChannelGone(
  repositories: Reads<'people'> & Uses<'channels' | 'notifications'>,
  bindingId: string,
  code: string,
  told: Told,
): Promise<void> {
  const channel = await repositories.channels.find(bindingId);
  if (!channel) return;
  const since = channel.unreachableSince?.toString() ?? '';
  const { platform, tenantId, channelId } = channel;
  const intent = `channel-gone:${platform}:${tenantId}:${channelId}:${since}`;
  await tellOffice(repositories, intent, channelGoneMessage(channel, code), told);
}

/** A platform does not accept the bot: the office hears of it through the other one, where there is one. */
export async function tellAppGone(
  repositories: Reads<'people'> & Uses<'notifications'>,
  platform: Platform,
  code: string,
  told: Told,
): Promise<void> {
  const today = localDate(told.now, told.partnership.timeZone);
  const message = appGoneMessage(platform, code);
  const rather = platform === 'slack' ? 'teams' : 'slack';
  await tellOffice(repositories, `app-gone:${platform}:${today}`, message, told, null, rather);
}

async function tellOffice(
  { people, notifications }: Reads<'people'> & Uses<'notifications'>,
  intent: string,
  message: Message,
  told: Told,
  except: string | null = null,
  rather?: 'slack' | 'teams',
): Promise<void> {
  const today = localDate(told.now, told.partnership.timeZone);
  const office = await people.listByRole('programme-office', null, today);
  const footer = inline('You are getting this because you are the programme office.');
  const notices = office
    .filter(({ id }) => id !== except)
    .map(({ id }) => noticeTo(id, intent, { ...message, footer }, told))
    .map((notice) => (rather ? goingRather(notice, rather) : notice));
  await notifications.enqueue(notices);
}

function goingRather(notice: NewNotification, rather: 'slack' | 'teams'): NewNotification {
  const { payload } = notice;
  return payload.kind === 'message' ? { ...notice, payload: { ...payload, rather } } : notice;
}
