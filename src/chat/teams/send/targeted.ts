// A message in a channel that only one person sees ("targeted"). The library predates these and
// its client drops the fields they need, so the request is made here with that client's credentials.
import type { TurnContext } from 'botbuilder';
import type { TeamsActivity } from '../inbound/activity.ts';
import type { TeamsConnection } from '../inbound/connection.ts';
import type { OutgoingActivity } from './outgoing.ts';

/** The part of the library's connector client that signs a request with the bot's token. */
interface Signer {
  signRequest(request: { headers: { set(name: string, value: string): void } }): Promise<unknown>;
}

/** Shows the activity to the sender of `asked` alone. @throws ConnectorFault when Teams does not take it */
export async function sendTargeted(
  connection: TeamsConnection,
  context: TurnContext,
  asked: TeamsActivity,
  activity: OutgoingActivity,
): Promise<void> {
  const client = context.turnState.get<{ credentials: Signer }>(
    connection.adapter.ConnectorClientKey,
  );
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  await client.credentials.signRequest({
    headers: {
      set(name, value) {
        headers[name] = value;
      },
    },
  });
  const base = asked.serviceUrl.replace(/\/$/, '');
  const conversation = encodeURIComponent(asked.conversation.id);
  await connection.transport({
    url: `${base}/v3/conversations/${conversation}/activities?isTargetedActivity=true`,
    method: 'POST',
    headers,
    body: JSON.stringify({
      ...activity,
      from: { id: asked.recipient.id },
      recipient: { id: asked.from.id, isTargeted: true },
      conversation: { id: asked.conversation.id },
      ...(wasTargeted(asked) && {
        entities: [{ type: 'targetedMessageInfo', messageId: asked.id }],
      }),
    }),
  });
}

/** Whether the person's own message was one that only the bot sees, as a slash command is. */
export function wasTargeted(asked: TeamsActivity): boolean {
  return asked.recipient.isTargeted === true;
}
