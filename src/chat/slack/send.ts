// Sends chases, digests and warnings. Its client is its own: in Slack's client one rate-limited call
// holds up all the others, and an answer to a person must not wait for a digest.
import { WebClient } from '@slack/web-api';
import type { MessageSender, Target } from '../../app/chat-ports.ts';
import { DeliveryError } from '../../app/delivery-error.ts';
import type { Message } from '../../messages/message.ts';
import { clientOptions, type SlackAccess } from './client-options.ts';
import { beforePosting, toDeliveryError } from './errors.ts';
import { openDirect, postMessage } from './post.ts';

/** A sender for one workspace; a target in any other is refused. */
export function createSlackSender(access: SlackAccess): MessageSender {
  const client = new WebClient(access.botToken, {
    ...clientOptions(access),
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });
  return {
    platform: 'slack',
    async send(target, message) {
      if (target.tenantId !== access.teamId) throw new DeliveryError('never', 'other_workspace');
      return await sendTo(client, target, message);
    },
  };
}

async function sendTo(
  client: WebClient,
  target: Target,
  message: Message,
): Promise<{ readonly externalId: string }> {
  const channel = await channelOf(client, target);
  try {
    const ts = await postMessage(client, { channel }, message);
    return { externalId: `${channel}:${ts}` };
  } catch (error) {
    throw toDeliveryError(error);
  }
}

async function channelOf(client: WebClient, target: Target): Promise<string> {
  if (target.kind === 'channel') return target.channelId;
  try {
    return await openDirect(client, target.userId);
  } catch (error) {
    throw beforePosting(error);
  }
}
