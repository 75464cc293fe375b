// Sends messages that nobody asked for in this moment: chases to people, digests to channels.

import type { Message } from '../../../core/message/messages/message.ts';
import { DeliveryError } from '../../../core/outbox/app/delivery-error.ts';
import type {
  ConversationBook,
  ConversationReferenceRow,
  MessageSender,
  Target,
} from '../../../core/request/app/chat-ports.ts';
import type { TeamsConnection } from '../inbound/connection.ts';
import { ConnectorFault, toDeliveryError } from './errors.ts';
import { type OutgoingActivity, type ReadIn, toActivity } from './outgoing.ts';
import { teamsPace } from './pace.ts';
import {
  botAccountId,
  inConversation,
  inNewPersonalChat,
  post,
  postNewThread,
} from './proactive.ts';

type ChannelTarget = Extract<Target, { kind: 'channel' }>;

export interface TeamsSender extends MessageSender {
  /**
   * Brings a person of our tenant what no Message can hold: the offer of a file.
   * @throws DeliveryError and nothing else
   */
  sendToPerson(userId: string, activity: OutgoingActivity): Promise<void>;
}

/** The Teams side of the MessageSender port. */
export function createTeamsSender(
  connection: TeamsConnection,
  book: ConversationBook,
): TeamsSender {
  return {
    platform: 'teams',
    async sendToPerson(userId, activity) {
      try {
        await sendToPerson(connection, book, userId, activity);
      } catch (error) {
        throw toDeliveryError(error);
      }
    },
    paceOf: teamsPace,
    async send(target, message) {
      try {
        requireOwn(connection, target);
        const externalId =
          target.kind === 'person'
            ? await sendToPerson(connection, book, target.userId, toActivity(message, 'chat'))
            : await sendToChannel(connection, book, target, message);
        return { externalId };
      } catch (error) {
        throw toDeliveryError(error, target.kind);
      }
    },
    async edit(target, externalId, message) {
      try {
        requireOwn(connection, target);
        await editIn(
          connection,
          await whereIs(connection, book, target, externalId),
          message,
          target.kind === 'person' ? 'chat' : 'channel',
        );
      } catch (error) {
        throw toDeliveryError(error, target.kind);
      }
    },
  };
}

function requireOwn(connection: TeamsConnection, { tenantId }: Target): void {
  if (tenantId !== connection.tenantId) throw new DeliveryError('never', 'other-tenant');
}

type Place = Pick<ConversationReferenceRow, 'conversationId' | 'serviceUrl' | 'botId'> & {
  readonly activityId: string;
};

/** What was posted as a new thread goes by the thread's conversation, which names the message. */
async function whereIs(
  connection: TeamsConnection,
  book: ConversationBook,
  target: Target,
  externalId: string,
): Promise<Place> {
  const isPerson = target.kind === 'person';
  const subjectId = isPerson ? target.userId : target.channelId;
  const kind = isPerson ? 'personal' : 'channel';
  const known = await book.find('teams', target.tenantId, kind, subjectId);
  const thread = externalId.split(';messageid=')[1];
  if (thread !== undefined) {
    const serviceUrl = known?.serviceUrl ?? (await anyServiceUrl(connection, book));
    const botId = known?.botId ?? botAccountId(connection);
    return { conversationId: externalId, serviceUrl, botId, activityId: thread };
  }
  if (known === null) throw new DeliveryError('never', 'no-conversation');
  return { ...known, activityId: externalId };
}

async function editIn(
  connection: TeamsConnection,
  { activityId, ...row }: Place,
  message: Message,
  readIn: ReadIn,
): Promise<void> {
  requireTrust(connection, row.serviceUrl);
  await inConversation(connection, row, async (context) => {
    await context.updateActivity({ ...toActivity(message, readIn), id: activityId });
  });
}

async function sendToPerson(
  connection: TeamsConnection,
  book: ConversationBook,
  userId: string,
  activity: OutgoingActivity,
): Promise<string> {
  const known = await book.find('teams', connection.tenantId, 'personal', userId);
  if (known === null) return await sendInNewChat(connection, book, userId, activity);
  requireTrust(connection, known.serviceUrl);
  try {
    return await inConversation(connection, known, (context) => post(context, activity));
  } catch (error) {
    if (!isStale(error)) throw error;
    return await sendInNewChat(connection, book, userId, activity, { known, error });
  }
}

/** Teams does not know the conversation: it may have given the person another one. */
function isStale(error: unknown): error is ConnectorFault {
  return error instanceof ConnectorFault && error.status === 404;
}

type Stale = { readonly known: ConversationReferenceRow; readonly error: ConnectorFault };

/**
 * Opens the chat with a person, where it can be opened anew, and posts in it.
 * @param stale the chat that was known and answered 404. A named 404 says that nothing was taken; one without a name
 *   says so only where the chat turns out to be another one.
 */
async function sendInNewChat(
  connection: TeamsConnection,
  book: ConversationBook,
  userId: string,
  activity: OutgoingActivity,
  stale?: Stale,
): Promise<string> {
  const serviceUrl = await anyServiceUrl(connection, book);
  const unsure = stale !== undefined && !stale.error.isNamed;
  let isAnother = false;
  try {
    return await inNewPersonalChat(connection, { serviceUrl, userId }, async (context) => {
      const conversationId = context.activity.conversation.id;
      isAnother = conversationId !== stale?.known.conversationId;
      if (unsure && !isAnother) throw stale.error;
      // Before it is posted in, so that another try goes there as well.
      if (isAnother) await remember(connection, book, { userId, conversationId, serviceUrl });
      return await post(context, activity);
    });
  } catch (error) {
    throw unsure && !isAnother ? stale.error : error;
  }
}

async function sendToChannel(
  connection: TeamsConnection,
  book: ConversationBook,
  { tenantId, channelId }: ChannelTarget,
  message: Message,
): Promise<string> {
  const activity = toActivity(message, 'channel');
  const known = await book.find('teams', tenantId, 'channel', channelId);
  const serviceUrl = known?.serviceUrl ?? (await anyServiceUrl(connection, book));
  requireTrust(connection, serviceUrl);
  if (!isGroupChat(channelId))
    return postNewThread(connection, { serviceUrl, channelId }, activity);
  const row = known ?? { conversationId: channelId, serviceUrl, botId: botAccountId(connection) };
  return inConversation(connection, row, (context) => post(context, activity));
}

/** A group chat has no threads: a message is posted straight into it. */
function isGroupChat(id: string): boolean {
  return id.endsWith('@thread.v2');
}

async function anyServiceUrl(connection: TeamsConnection, book: ConversationBook): Promise<string> {
  const known = await book.findServiceUrl('teams', connection.tenantId);
  const serviceUrl = known ?? connection.firstServiceUrl;
  requireTrust(connection, serviceUrl);
  return serviceUrl;
}

function requireTrust(connection: TeamsConnection, serviceUrl: string): void {
  if (!connection.trusts(serviceUrl)) throw new DeliveryError('never', 'service-url-not-trusted');
}

async function remember(
  connection: TeamsConnection,
  book: ConversationBook,
  chat: { readonly userId: string; readonly conversationId: string; readonly serviceUrl: string },
): Promise<void> {
  const { userId, conversationId, serviceUrl } = chat;
  const common = { platform: 'teams', tenantId: connection.tenantId, kind: 'personal' } as const;
  const botId = botAccountId(connection);
  // Not to note it is no failure: the chat can be opened anew next time.
  await book
    .remember({ ...common, subjectId: userId, conversationId, serviceUrl, botId })
    .catch(() => undefined);
}
