// What the application asks of the record about channels and about what is told to whom.
import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../message/messages/message.ts';
import type { Target } from '../../request/app/chat-ports.ts';
import type { Platform } from '../../request/domain/platform.ts';
import type { NothingToSay, PastChase } from '../domain/past-chase.ts';

export type ChannelView = {
  readonly id: string;
  readonly platform: Platform;
  readonly tenantId: string;
  readonly channelId: string;
  readonly name: string;
  readonly themeId: string | null;
  readonly alwaysPost: boolean;
  /** Whether the weekly digest is posted, on which day (1 is Monday) and at what local time; null: the usual one. */
  readonly digestOn: boolean;
  readonly digestWeekday: number | null;
  readonly digestTime: string | null;
  /** Since when nothing can be posted there; null: as far as is known, it can. */
  readonly unreachableSince: Temporal.Instant | null;
  /** Whether a post arrives there, as far as is known now: it is not gone, and its platform is connected. */
  readonly takesPosts: boolean;
};

export type ChannelPlace = Pick<ChannelView, 'platform' | 'tenantId' | 'channelId'>;

/** A channel as a receipt names it. */
export type ToldChannel = Pick<ChannelView, 'platform' | 'name'>;

/** A channel that is told of something, and whether a post arrives there, as far as is known now. */
export type ToldWhere = ToldChannel & { readonly takesPosts: boolean };

export interface ChannelReads {
  forThemes(themeIds: readonly string[]): Promise<ChannelView[]>;
  find(id: string): Promise<ChannelView | null>;
}

export interface ChannelWrites {
  /** Notes that something was posted in a channel: it can be posted in. */
  markReachable(place: ChannelPlace): Promise<void>;
  /** Notes that nothing can be posted in a channel, for every theme it is bound to. */
  markUnreachable(place: ChannelPlace, code: string, at: Temporal.Instant): Promise<void>;
  /** The channel of a binding may be tried again. */
  tryAgain(id: string): Promise<void>;
}

export type ChannelRepository = ChannelReads & ChannelWrites;

export type NotificationPayload =
  /** Told as it was when it was decided. */
  | {
      readonly kind: 'message';
      readonly message: Message;
      /** Nobody waits for it: it does not go out at night or on a day off. */
      readonly inHours?: true;
      /**
       * It asks something of the person: while they are away whoever covers is asked, and it waits.
       * `intent`: that of the notice. `itemId`: the part that it asks about; once that is settled, nothing is asked.
       * `personal`: no cover can answer.
       */
      readonly asks?: {
        readonly intent: string;
        readonly itemId?: string;
        readonly personal?: true;
      };
      /** What it tells of this platform makes every other way better. */
      readonly rather?: 'slack' | 'teams';
      /** The notifications that it tells of. */
      readonly about?: readonly string[];
    }
  /** Built when its turn comes, from what is outstanding then. */
  | {
      readonly kind: 'chase';
      readonly cycleId: string;
      readonly step: PastChase['step'];
      readonly objectiveIds: readonly string[];
    }
  /** Changes a message that was sent, to what is so when its turn comes. */
  | { readonly kind: 'edit'; readonly notificationId: string };

/** Why something is in the outbox that was never to be sent. */
export type PassedReason = 'passed before it could be sent' | 'there was nothing to say';

/** Where an attempt went. */
export type Route = { readonly platform: Platform; readonly target: Target };

export type NewNotification = {
  /** A notice tells a person what somebody did that concerns them; a heartbeat, the office that PAP runs. */
  readonly kind: 'chase' | 'rag-change' | 'digest' | 'notice' | 'heartbeat' | 'edit';
  /** A second notification with the same key is the same intent and is not recorded. */
  readonly dedupeKey: string;
  readonly target: { readonly personId: string } | { readonly channelBindingId: string };
  readonly payload: NotificationPayload;
  readonly createdAt: Temporal.Instant;
};

/**
 * `sending` and `checking` are between: a try is under way, or it is being found out whether it arrived.
 * `held` and `dead` wait for the programme office: it may have arrived, or it did not.
 */
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
  /** By the database's clock. */
  readonly stateSince: Temporal.Instant;
  readonly attempts: number;
  /** Where the latest attempt went; null before the first. */
  readonly route: Route | null;
  /** When the latest attempt began, by the clock of the machine that made it. */
  readonly attemptedAt: Temporal.Instant | null;
  /** The platform's id of what was sent. */
  readonly externalId: string | null;
};

/** A message that did not arrive, or may not have. */
export type Undelivered = {
  readonly id: string;
  /** How people name it. */
  readonly number: number;
  readonly kind: string;
  /** The title of a message that was written when it was decided. */
  readonly title: string | null;
  /** The name of the person or channel. */
  readonly to: string;
  readonly personId: string | null;
  readonly channelBindingId: string | null;
  readonly state: NotificationState;
  /** The platform's own word for what went wrong, or ours. */
  readonly reason: string | null;
  /** When it was settled; until then, when it was recorded. */
  readonly since: Temporal.Instant;
  readonly attemptedAt: Temporal.Instant | null;
  /** When what is queued is tried next, by the database's clock; null: it is due. */
  readonly nextTryAt: Temporal.Instant | null;
};

/** Whom or where a message will not arrive, as far as is known now. */
export type Unreached =
  | { readonly kind: 'person'; readonly name: string }
  | (ToldChannel & {
      readonly kind: 'channel';
      /** `gone`: the last post failed; `not-connected`: the bot is not on that platform. */
      readonly why: 'gone' | 'not-connected';
    });

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

export interface NotificationReads {
  /** Chases of everybody, recorded since a day; those that a moved meeting called off are none. */
  pastChases(since: Temporal.PlainDate): Promise<PastChase[]>;
  /** Which of these intents are recorded, whatever became of them. */
  recorded(dedupeKeys: readonly string[]): Promise<ReadonlySet<string>>;
  find(id: string): Promise<NotificationRow | null>;
  /**
   * Of messages that were just recorded, those that will not arrive. Of the programme office one who can be written to
   * is enough.
   */
  unreached(ids: readonly string[]): Promise<Unreached[]>;
  /** Dead, held, being checked, or queued since before `queuedBefore`: the oldest of each first. */
  listUndelivered(queuedBefore: Temporal.Instant): Promise<Undelivered[]>;
  /** Held requests that the office has not been told of since they are, the oldest first. */
  heldRequestsUntold(): Promise<Undelivered[]>;
  findByNumber(number: number): Promise<Undelivered | null>;
  /** Ids of what certainly never arrived of what was recorded for a person since then, the oldest first. */
  deadFor(personId: string, since: Temporal.Instant): Promise<readonly string[]>;
  /** Who got a notice of one of these intents on a local day, or is to get one that was recorded on it. */
  noticedOn(
    day: Temporal.PlainDate,
    dedupePrefixes: readonly string[],
  ): Promise<ReadonlySet<string>>;
  /** When the latest of an intent was recorded; null: never. */
  lastRecordedAt(dedupePrefix: string): Promise<Temporal.Instant | null>;
  /** In a state that should pass, for longer than `olderThan`: what the queue or its process may have lost. */
  listStuck(olderThan: Temporal.Instant): Promise<
    readonly {
      readonly id: string;
      readonly kind: string;
      readonly state: 'queued' | 'sending' | 'checking';
      readonly route: Route | null;
    }[]
  >;
  /** What was recorded at that very instant, and the name of whom it is for. */
  listCreatedAt(
    at: Temporal.Instant,
  ): Promise<readonly { readonly kind: string; readonly to: string }[]>;
  /** What was recorded for a person, newest first. */
  listFor(personId: string, limit: number): Promise<readonly PersonNotification[]>;
  /** When a channel or person was last sent a digest of a theme; null: never. */
  lastDigestAt(dedupePrefix: string): Promise<Temporal.Instant | null>;
}

export interface NotificationWrites {
  /** Records the intents and queues them, in the caller's transaction. Returns how many were new. */
  enqueue(notifications: readonly NewNotification[]): Promise<number>;
  /** Records what was never sent because there was nothing to say, or nothing any more; returns how many were new. */
  recordPassed(
    passed: readonly NewNotification[],
    at: Temporal.Instant,
    why: PassedReason,
  ): Promise<number>;
  /** Cancels those of these intents that nothing went out of yet, in the caller's transaction; returns which. */
  cancelWaiting(
    waiting: readonly { readonly dedupeKey: string; readonly why: NothingToSay }[],
    at: Temporal.Instant,
  ): Promise<ReadonlySet<string>>;
  /** Moves a queued row to sending, counts the attempt and notes where it goes; false when it is not queued any more. */
  claim(
    id: string,
    attempt: { readonly route: Route; readonly at: Temporal.Instant },
  ): Promise<boolean>;
  /** Moves a row from `from`, sending unless said otherwise, to its outcome; false when it was not in it. */
  settle(
    id: string,
    outcome: {
      readonly state: Exclude<NotificationState, 'sending'>;
      readonly at: Temporal.Instant;
      readonly sentVia?: Platform;
      readonly externalId?: string;
      readonly lastError?: string;
      /** The attempt does not count: it was not the message's fault. */
      readonly uncounted?: true;
      /** When the attempt began that it is the outcome of: where there was another one since, nothing is settled. */
      readonly ofAttempt?: Temporal.Instant | null;
    },
    from?: Exclude<NotificationState, 'sent' | 'cancelled'>,
  ): Promise<boolean>;
  /** Queues what is dead or held afresh, in the caller's transaction; false when it is not in `from` any more. */
  resend(id: string, from: 'dead' | 'held'): Promise<boolean>;
  /** Takes the queue's jobs from processes that have held one since before `olderThan`: they are dead. */
  releaseAbandoned(olderThan: Temporal.Instant): Promise<void>;
  /**
   * Cancels what is still queued of an intent, in the caller's transaction. `toldChannels` and `toldPeople` are those
   * that were told of it, or may have been.
   */
  withdraw(
    dedupePrefix: string,
    at: Temporal.Instant,
  ): Promise<{
    readonly cancelled: number;
    readonly toldChannels: readonly string[];
    readonly toldPeople: readonly string[];
  }>;
  /** Gives a row that is queued or being checked to the queue again; harmless when it is there already. */
  requeue(id: string): Promise<void>;
}

export type NotificationRepository = NotificationReads & NotificationWrites;

declare module '../../request/app/ports.ts' {
  interface Repositories {
    readonly channels: ChannelRepository;
    readonly notifications: NotificationRepository;
  }
}
