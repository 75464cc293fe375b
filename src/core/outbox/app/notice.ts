// Telling somebody what another person did that concerns them. Every notice says why it came.
import { noticeExamples } from '../../message/messages/example-notice.ts';
import type { Message } from '../../message/messages/message.ts';
import type { CommandContext } from '../../request/app/command.ts';
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
  { now, partnership }: Pick<CommandContext, 'now' | 'partnership'>,
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
