// What the application asks of the record about channels and about what is told to whom.
import type { Temporal } from 'temporal-polyfill';
import type { PastChase } from '../domain/chase-policy.ts';
import type { Message } from '../messages/message.ts';
import type { Platform } from './inbound.ts';

export type ChannelView = {
  readonly id: string;
  readonly platform: Platform;
  readonly tenantId: string;
  readonly channelId: string;
  readonly name: string;
  readonly themeId: string | null;
  readonly alwaysPost: boolean;
};

/** A channel as a receipt names it. */
export type ToldChannel = Pick<ChannelView, 'platform' | 'name'>;

export interface ChannelRepository {
  forThemes(themeIds: readonly string[]): Promise<ChannelView[]>;
  find(id: string): Promise<ChannelView | null>;
}

export type NotificationPayload =
  /** Told as it was when it was decided. */
  | {
      readonly kind: 'message';
      readonly message: Message;
      /** Nobody waits for it: it does not go out at night or on a day off. */
      readonly inHours?: true;
    }
  /** Built when its turn comes, from what is outstanding then. */
  | {
      readonly kind: 'chase';
      readonly cycleId: string;
      readonly step: PastChase['step'];
      readonly objectiveIds: readonly string[];
    };

export type NewNotification = {
  /** A notice tells a person what somebody did that concerns them; a heartbeat, the office that PAP runs. */
  readonly kind: 'chase' | 'rag-change' | 'digest' | 'notice' | 'heartbeat';
  /** A second notification with the same key is the same intent and is not recorded. */
  readonly dedupeKey: string;
  readonly target: { readonly personId: string } | { readonly channelBindingId: string };
  readonly payload: NotificationPayload;
  readonly createdAt: Temporal.Instant;
};

export type NotificationState =
  | 'queued'
  | 'sending'
  | 'checking'
  | 'sent'
  | 'held'
  | 'dead'
  | 'cancelled';

export type NotificationRow = {
  readonly id: string;
  readonly kind: string;
  readonly personId: string | null;
  readonly channelBindingId: string | null;
  readonly payload: NotificationPayload;
  readonly state: NotificationState;
  readonly attempts: number;
};

/** A message to a person as they are told of it afterwards. */
export type PersonNotification = {
  readonly kind: string;
  /** The step of a chase. */
  readonly step: string | null;
  /** The title of a message that was written when it was decided. */
  readonly title: string | null;
  readonly state: NotificationState;
  /** When it was sent or given up; until then, when it was recorded. */
  readonly at: Temporal.Instant;
};

export interface NotificationRepository {
  /** Records the intents and queues them, in the caller's transaction. Returns how many were new. */
  enqueue(notifications: readonly NewNotification[]): Promise<number>;
  /** Chases of everybody, recorded since a day; those that a moved meeting called off are none. */
  pastChases(since: Temporal.PlainDate): Promise<PastChase[]>;
  /** Records chases that were never sent because time had overtaken them; returns how many were new. */
  recordPassed(chases: readonly NewNotification[], at: Temporal.Instant): Promise<number>;
  find(id: string): Promise<NotificationRow | null>;
  /** Moves the row from `from` to sending and counts the attempt; false when it is not in `from` any more. */
  claim(id: string, from: 'queued'): Promise<boolean>;
  /** Moves a row that is being sent to its outcome; false when it was not being sent. */
  settle(
    id: string,
    outcome: {
      readonly state: Exclude<NotificationState, 'sending'>;
      readonly at: Temporal.Instant;
      readonly sentVia?: Platform;
      readonly externalId?: string;
      readonly lastError?: string;
    },
  ): Promise<boolean>;
  /** Queued longer than `olderThan`, or left in sending: what the queue may have lost. */
  listStuck(
    olderThan: Temporal.Instant,
  ): Promise<readonly { readonly id: string; readonly state: NotificationState }[]>;
  /**
   * Cancels what is still queued of an intent, in the caller's transaction. `toldChannels` are those that
   * were told of it, or may have been.
   */
  withdraw(
    dedupePrefix: string,
    at: Temporal.Instant,
  ): Promise<{ readonly cancelled: number; readonly toldChannels: readonly string[] }>;
  /** Gives an existing queued row to the queue again; harmless when it is there already. */
  requeue(id: string): Promise<void>;
  /** What was recorded at that very instant, and the name of whom it is for. */
  listCreatedAt(
    at: Temporal.Instant,
  ): Promise<readonly { readonly kind: string; readonly to: string }[]>;
  /** What was recorded for a person, newest first. */
  listFor(personId: string, limit: number): Promise<readonly PersonNotification[]>;
  /** When a channel or person was last sent a digest of a theme; null: never. */
  lastDigestAt(dedupePrefix: string): Promise<Temporal.Instant | null>;
}
