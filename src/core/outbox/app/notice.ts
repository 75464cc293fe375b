// Telling somebody what another person did that concerns them, the programme office or the people of an agreement, in the
// transaction of what they are told. Every notice says why it came.
import { noticeExamples } from '../../message/messages/example-notice.ts';
import { inline, type Message } from '../../message/messages/message.ts';
import type { Given } from '../../request/app/command.ts';
import type { Reads } from '../../request/app/ports.ts';
import type { NewNotification, NotificationPayload } from './notification-ports.ts';

type Asks = NonNullable<Extract<NotificationPayload, { kind: 'message' }>['asks']>;
type Asking = Omit<Asks, 'intent'>;

/**
 * A notice to one person, for `notifications.enqueue` in the transaction of what it tells of.
 * @param asking that it asks something of them, so that it waits while they are away
 * @param intent what is told, e.g. `handover:<id>:asked`; the same intent to the same person goes out once
 */
export function noticeTo(
  personId: string,
  intent: string,
  message: Message,
  { now, partnership }: Given<'partnership' | 'now'>,
  asking: { readonly asks?: Asking } = {},
): NewNotification {
  return {
    kind: 'notice',
    dedupeKey: `notice:${intent}:${personId}`,
    target: { personId },
    payload: {
      kind: 'message',
      message: partnership.hasExamples ? noticeExamples(message) : message,
      inHours: true,
      ...(asking.asks && { asks: { intent, ...asking.asks } }),
    },
    createdAt: now,
  };
}

type Told = Given<'actor' | 'partnership' | 'now' | 'today'>;

/** A notice to everyone who is the programme office, but for whoever did it themselves. */
export async function noticesToOffice(
  { people }: Reads<'people'>,
  intent: string,
  message: Message,
  context: Told,
): Promise<NewNotification[]> {
  const office = await people.listByRole('programme-office', null, context.today);
  const footer = inline('You are getting this because you are the programme office.');
  return noticesTo(
    office.map(({ id }) => id),
    intent,
    { ...message, footer },
    context,
  );
}

/** A notice to each of these people, but for whoever did it themselves; nobody gets two. */
export function noticesTo(
  personIds: readonly (string | null | undefined)[],
  intent: string,
  message: Message,
  context: Given<'actor' | 'partnership' | 'now'>,
  asking: Parameters<typeof noticeTo>[4] = {},
): NewNotification[] {
  return [...new Set(personIds)]
    .filter((id) => typeof id === 'string')
    .filter((id) => id !== context.actor.personId)
    .map((id) => noticeTo(id, intent, message, context, asking));
}
