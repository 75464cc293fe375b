// What the delivery of a notification works with.

import type { Temporal } from 'temporal-polyfill';
import type { NotificationRow } from '../../../core/outbox/app/notification-ports.ts';
import type { NoteNames } from '../../../core/personal-data/app/typed-note.ts';
import type { MessageSender } from '../../../core/request/app/chat-ports.ts';
import type {
  Clock,
  Commits,
  Log,
  Partnership,
  Reads,
  RecordStore,
  Uses,
} from '../../../core/request/app/ports.ts';

export type DeliveryParts = {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly senders: readonly MessageSender[];
  /** The time of this machine, also in the demonstration: a platform knows no other. */
  readonly wallClock?: () => Temporal.Instant;
  /** From 0 to 1, so that what failed together is not tried again together. */
  readonly random?: () => number;
};

/** One notification on its way. */
export type Delivery = Required<DeliveryParts> & {
  readonly partnership: Partnership;
  readonly record: Reads<NoteNames | 'calendars' | 'items' | 'meetings' | 'objectives'> &
    Uses<
      | 'absences'
      | 'channels'
      | 'cycles'
      | 'notifications'
      | 'operations'
      | 'preferences'
      | 'snoozes'
    > &
    Commits<'channels' | 'notifications' | 'objectives' | 'people'>;
  readonly row: NotificationRow;
};
