// What somebody is told whom the workspace does not let in. The application hears nothing of them.
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

/** The one sentence, with what the programme office would type. */
export function turnedAway(outsideTenantId: string): string {
  return `Your organisation can’t use PAP here yet. The programme office can allow it: /pap admin people allow slack ${outsideTenantId} "your organisation" because …`;
}

/** So many of the latest events are remembered: Slack sends one again within the hour. */
const MOST_REMEMBERED = 1_000;

/**
 * Tells of an event once, however often Slack sends it.
 * @returns whether what the payload is about was not seen before; what is no event is always new
 */
export function createSeenOnce(most = MOST_REMEMBERED): (body: unknown) => boolean {
  const seen = new Set<string>();
  return (body) => {
    const id = z.object({ event_id: z.string() }).safeParse(body).data?.event_id;
    if (id === undefined) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    // A set keeps its order: the first is the oldest.
    for (const oldest of seen) {
      if (seen.size <= most) break;
      seen.delete(oldest);
    }
    return true;
  };
}

const spoken = z.object({
  event: z.object({
    ...{ type: z.enum(['app_mention', 'message']), user: z.string(), channel: z.string() },
    ...{ thread_ts: z.string().optional(), bot_id: z.undefined().optional() },
    channel_type: z.string().optional(),
  }),
});

const pressed = z.object({
  type: z.literal('block_actions'),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }),
});

/** Tells whoever spoke to the bot or pressed a button, and nobody else there. Other events tell nobody. */
export async function sayTurnedAway(
  client: WebClient,
  body: unknown,
  outsideTenantId: string,
): Promise<void> {
  const text = turnedAway(outsideTenantId);
  const press = pressed.safeParse(body).data;
  const event = spoken.safeParse(body).data?.event;
  if (press) {
    await client.chat.postEphemeral({ channel: press.channel.id, user: press.user.id, text });
  } else if (event?.type === 'message') {
    // What is said in a channel without a mention is not for the bot.
    if (event.channel_type === 'im')
      await client.chat.postMessage({ channel: event.channel, text });
  } else if (event) {
    const { channel, user, thread_ts } = event;
    await client.chat.postEphemeral({ channel, user, text, ...(thread_ts && { thread_ts }) });
  }
}
