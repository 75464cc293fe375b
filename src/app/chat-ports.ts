// What the application asks of a chat platform. Each folder under chat/ implements these.
import type { Message } from '../messages/message.ts';
import type { Platform } from './inbound.ts';

export type Target =
  | { readonly kind: 'person'; readonly tenantId: string; readonly userId: string }
  | { readonly kind: 'channel'; readonly tenantId: string; readonly channelId: string };

export interface MessageSender {
  readonly platform: Platform;
  /**
   * Sends one message and returns the platform's id for it.
   * @throws DeliveryError and nothing else.
   */
  send(target: Target, message: Message): Promise<{ readonly externalId: string }>;
}

export type DirectoryEntry = {
  /** Verified by the platform, lower case; null when the platform does not show it. */
  readonly email: string | null;
  readonly kind: 'member' | 'guest' | 'bot';
  readonly active: boolean;
};

export interface AccountDirectory {
  readonly platform: Platform;
  /** What the platform knows of an account; null when it knows nothing. */
  lookUp(tenantId: string, userId: string): Promise<DirectoryEntry | null>;
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
};

export interface ConversationBook {
  remember(row: ConversationReferenceRow): Promise<void>;
  find(
    platform: Platform,
    tenantId: string,
    kind: 'personal' | 'channel',
    subjectId: string,
  ): Promise<ConversationReferenceRow | null>;
  /** Any service URL seen from this tenant, to open a first conversation with somebody new. */
  findServiceUrl(platform: Platform, tenantId: string): Promise<string | null>;
}
