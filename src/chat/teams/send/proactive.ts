// Conversations that the bot begins or takes up again by itself, outside a request. Each runs the
// given work in a library turn and hands back its result; a turn has no result of its own.
import type {
  Activity,
  ConversationParameters,
  ConversationReference,
  TurnContext,
} from 'botbuilder';
import { DeliveryError } from '../../../core/outbox/app/delivery-error.ts';
import type { ConversationReferenceRow } from '../../../core/request/app/chat-ports.ts';
import type { TeamsConnection } from '../inbound/connection.ts';
import { ConnectorFault, toDeliveryError } from './errors.ts';

type Work<T> = (context: TurnContext) => Promise<T>;
type Turn = (context: TurnContext) => Promise<void>;

/** Runs the work in a conversation that is known. */
export function inConversation<T>(
  connection: TeamsConnection,
  row: Pick<ConversationReferenceRow, 'conversationId' | 'serviceUrl' | 'botId'>,
  work: Work<T>,
): Promise<T> {
  const { serviceUrl, conversationId, botId } = row;
  // The library's types ask for names that we do not have, and an empty one is refused.
  const reference = {
    channelId: 'msteams',
    serviceUrl,
    bot: { id: botId },
    conversation: { id: conversationId },
  } as Partial<ConversationReference>;
  const { adapter, appId } = connection;
  return result(
    connection,
    (turn) => adapter.continueConversationAsync(appId, reference, turn),
    work,
  );
}

/** Opens the chat with a person and runs the work in it. Opening alone shows the person nothing. */
export async function inNewPersonalChat<T>(
  connection: TeamsConnection,
  person: { readonly serviceUrl: string; readonly userId: string },
  work: Work<T>,
): Promise<T> {
  let opened = false;
  const members = [{ id: person.userId }];
  try {
    return await create(connection, person.serviceUrl, { isGroup: false, members }, (context) => {
      opened = true;
      return work(context);
    });
  } catch (error) {
    const failure = toDeliveryError(error);
    // Without an open chat nothing can have been posted in it, so a repeat is safe.
    if (opened || (failure.failure !== 'unknown' && !failure.mayBeThere)) throw error;
    throw new DeliveryError('not-sent', failure.code, { cause: error });
  }
}

/** Posts in a turn's conversation; returns Teams' id of the message. */
export async function post(context: TurnContext, activity: Partial<Activity>): Promise<string> {
  return (await context.sendActivity(activity))?.id ?? '';
}

/** Posts a new thread in a channel; returns the id of its conversation. */
export function postNewThread(
  connection: TeamsConnection,
  channel: { readonly serviceUrl: string; readonly channelId: string },
  activity: Partial<Activity>,
): Promise<string> {
  const parameters = {
    isGroup: true,
    channelData: { channel: { id: channel.channelId } },
    activity,
  };
  return create(connection, channel.serviceUrl, parameters, async (context) => {
    return context.activity.conversation.id;
  });
}

/** The id of the bot's own account, as Teams writes it. */
export function botAccountId(connection: TeamsConnection): string {
  return `28:${connection.appId}`;
}

function create<T>(
  connection: TeamsConnection,
  serviceUrl: string,
  parameters: { readonly channelData?: object; readonly [name: string]: unknown },
  work: Work<T>,
): Promise<T> {
  const { adapter, appId, tenantId } = connection;
  // The library's type asks for every field of every kind of conversation.
  const all = {
    bot: { id: botAccountId(connection) },
    tenantId,
    ...parameters,
    channelData: { tenant: { id: tenantId }, ...parameters.channelData },
  } as unknown as ConversationParameters;
  // Null for the audience: the library then asks for a token for the Teams connector.
  const audience = null as unknown as string;
  return result(
    connection,
    (turn) => adapter.createConversationAsync(appId, 'msteams', serviceUrl, audience, all, turn),
    work,
  );
}

async function result<T>(
  connection: TeamsConnection,
  run: (turn: Turn) => Promise<void>,
  work: Work<T>,
): Promise<T> {
  const results: { readonly value: T }[] = [];
  const turn = run(async (context) => {
    // The library makes up an id for this turn's activity, and would then post a reply to it.
    delete context.activity.id;
    results.push({ value: await work(context) });
  });
  await within(connection.sendLimitMs * 2, turn);
  const [first] = results;
  if (!first) throw new Error('the turn did not run');
  return first.value;
}

// The transport has its own limit; this one also covers getting a token, which has none.
async function within(limitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const fault = new ConnectorFault({ status: null, code: 'timeout', sent: true });
    timer = setTimeout(() => reject(fault), limitMs);
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
