// Brings an answer to the person who asked. The work is done by then, so a way that fails is followed
// by the next one: the answer to a saved update must not be lost with a stale address.
import type { WebClient } from '@slack/web-api';
import type { Reply } from '../../../core/request/app/inbound.ts';
import type { Place } from '../inbound/inbound.ts';
import { postToResponseUrl, type ResponseType } from '../inbound/response-url.ts';
import { failureName } from './errors.ts';
import type { SlackLog } from './log.ts';
import { openDirect, postEphemeral, postMessage } from './post.ts';

export type ReplyTools = {
  readonly client: WebClient;
  readonly log: SlackLog;
  readonly fetch?: typeof fetch | undefined;
};

type Way = 'conversation' | 'response-url' | 'ephemeral' | 'direct';

/** The ways to answer in a place, best first. */
export function waysToReply(place: Place, audience: Reply['audience']): Way[] {
  if (place.channelId === null) return ['direct'];
  const responseUrl: Way[] = place.responseUrl === undefined ? [] : ['response-url'];
  if (place.direct) return ['conversation', ...responseUrl];
  return audience === 'conversation'
    ? ['conversation', ...responseUrl, 'direct']
    : [...responseUrl, 'ephemeral', 'direct'];
}

/** Tries each way until one works. Never throws: there is nobody left to tell. */
export async function sendReply(tools: ReplyTools, place: Place, reply: Reply): Promise<void> {
  for (const way of waysToReply(place, reply.audience)) {
    try {
      return await replyBy(way, tools, place, reply);
    } catch (error) {
      tools.log.warn({ way, code: failureName(error) }, 'a reply did not reach Slack this way');
    }
  }
  tools.log.error({ outcome: reply.outcome }, 'a reply was lost: no way to Slack worked');
}

async function replyBy(way: Way, tools: ReplyTools, place: Place, reply: Reply): Promise<void> {
  const { client } = tools;
  const here = { channel: place.channelId ?? '', threadTs: place.threadTs };
  switch (way) {
    case 'conversation':
      await postMessage(client, here, reply.message);
      return;
    case 'response-url': {
      const to = { url: place.responseUrl ?? '', threadTs: place.threadTs };
      return await postToResponseUrl(to, reply.message, responseType(reply), tools.fetch);
    }
    case 'ephemeral':
      return await postEphemeral(client, here, place.userId, reply.message);
    case 'direct':
      await postMessage(client, { channel: await openDirect(client, place.userId) }, reply.message);
      return;
    default:
      return way satisfies never;
  }
}

/** How a command's acknowledgement or response URL shows the reply. */
export function responseType(reply: Reply): ResponseType {
  return reply.audience === 'conversation' ? 'in_channel' : 'ephemeral';
}
