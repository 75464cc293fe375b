// What the application asks of a chat platform. Each folder under chat/ implements these.
import type { Message } from '../../message/messages/message.ts';
import type { GuestKind, Platform } from '../domain/platform.ts';

export type Target =
  | { readonly kind: 'person'; readonly tenantId: string; readonly userId: string }
  | { readonly kind: 'channel'; readonly tenantId: string; readonly channelId: string };

/** A rate that must not be exceeded: after `burst` sends at once, one every `everyMs`. */
export type PaceLimit = {
  /** Platform, workspace, conversation and rule: the same in every process that sends there. */
  readonly key: string;
  readonly everyMs: number;
  readonly burst: number;
};

export type Pace = {
  /** All of them hold for one send. */
  readonly limits: readonly PaceLimit[];
  /** What waits when the platform says "later". */
  readonly slowedBy: PaceLimit;
  /** What waits when the platform will not have the bot at all. */
  readonly stoppedBy: PaceLimit;
};

export interface MessageSender {
  readonly platform: Platform;
  /** How fast the platform lets us send to a target. */
  paceOf(target: Target): Pace;
  /**
   * Sends one message and returns the platform's id for it.
   * @param mark goes with the message unseen where the platform can keep it, so that `findSent` finds it
   * @throws DeliveryError and nothing else.
   */
  send(target: Target, message: Message, mark?: string): Promise<{ readonly externalId: string }>;
  /**
   * Changes a message where it stands; doing it twice changes nothing more.
   * @throws DeliveryError and nothing else; `never` when the message is gone
   */
  edit(target: Target, externalId: string, message: Message): Promise<void>;
  /**
   * Whether a message with this mark arrived. Only where a platform can be asked.
   * @throws DeliveryError when it cannot tell
   */
  findSent?(
    target: Target,
    mark: string,
    since: Date,
  ): Promise<{ readonly externalId: string } | 'absent'>;
}

/** The pace of every conversation, kept by the database so that all processes share it. */
export interface SendPace {
  /** How long a send has to wait, in milliseconds; takes nothing. */
  waitFor(limits: readonly PaceLimit[]): Promise<number>;
  /** Takes the next slot of all the limits and returns 0, or takes none and returns how long to wait. */
  take(limits: readonly PaceLimit[]): Promise<number>;
  /** Nothing passes this limit for so long. */
  holdUp(limit: PaceLimit, forMs: number): Promise<void>;
}

export type DirectoryEntry = {
  /** Verified by the platform, lower case; null when the platform does not show it. */
  readonly email: string | null;
  readonly kind: 'member' | 'guest' | 'bot';
  readonly active: boolean;
  /** Of a guest: which kind, the name that the platform shows, and of another organisation its workspace or tenant. */
  readonly guest?: {
    readonly kind: GuestKind;
    readonly name: string | null;
    readonly outsideTenantId?: string | null;
  };
};

export interface AccountDirectory {
  readonly platform: Platform;
  /**
   * What the platform knows of an account; null when it knows nothing.
   * @param tenantId where it is known: that of a channel, not of whoever is a guest there
   * @param channelId where they wrote, if it was a channel: Teams is asked there about people it knows nowhere else
   */
  lookUp(tenantId: string, userId: string, channelId?: string): Promise<DirectoryEntry | null>;
}

/** What was found by an address. */
export type Found = {
  readonly email: string;
  readonly accounts: readonly (DirectoryEntry & { readonly userId: string })[];
};

/** Why a platform does not tell: the app lacks the permission, or it is in no team whose roster could be read. */
export type FinderProblem = 'no-scope' | 'no-team';

/** Stops the looking for all addresses that were not answered yet. */
export class FinderStopped extends Error {
  readonly problem: FinderProblem;

  constructor(problem: FinderProblem) {
    super(`accounts cannot be looked for: ${problem}`);
    this.name = 'FinderStopped';
    this.problem = problem;
  }
}

/** Finds the accounts of people who have never written. */
export interface AccountFinder {
  readonly platform: Platform;
  /**
   * Looks for accounts by these addresses, lower case. An address that is not among the answers was not looked for: the
   * platform sets a pace, and the rest comes another time.
   * @throws FinderStopped when somebody has to do something first, and what the platform's failures throw
   */
  find(tenantId: string, emails: readonly string[]): AsyncIterable<Found>;
}

/** Where a Teams person or channel can be reached again; learnt from every activity. */
export type ConversationReferenceRow = {
  readonly platform: Platform;
  readonly tenantId: string;
  readonly kind: 'personal' | 'channel';
  /** The person's id for a personal conversation, the channel's id for a channel. */
  readonly subjectId: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  /** The id of the bot's own account in that conversation. */
  readonly botId: string;
  /** The tenant that a person wrote from, where it is another than the one they are known in. */
  readonly outsideTenantId?: string | null;
};

export interface ConversationBook {
  remember(row: ConversationReferenceRow): Promise<void>;
  find(
    platform: Platform,
    tenantId: string,
    kind: 'personal' | 'channel',
    subjectId: string,
  ): Promise<ConversationReferenceRow | null>;
  /** Every channel that was heard from in this tenant, and every team in which the app is, by its first channel. */
  channels(platform: Platform, tenantId: string): Promise<readonly ConversationReferenceRow[]>;
  /** Any service URL seen from this tenant, to open a first conversation with somebody new. */
  findServiceUrl(platform: Platform, tenantId: string): Promise<string | null>;
}
