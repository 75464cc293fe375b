// Sends chases, digests and warnings. Its client is its own: in Slack's client one rate-limited call
// holds up all the others, and an answer to a person must not wait for a digest.
import { WebClient } from '@slack/web-api';
import { DeliveryError } from '../../../core/outbox/app/delivery-error.ts';
import type { MessageSender, Target } from '../../../core/request/app/chat-ports.ts';
import { type DrawPng, noPictures, uploadPictures } from '../render/pictures.ts';
import { clientOptions, type SlackAccess } from './client-options.ts';
import { beforePosting, slackErrorCode, toDeliveryError } from './errors.ts';
import { findMarked } from './find-marked.ts';
import { slackPace } from './pace.ts';
import { openDirect, postMessage, updateMessage } from './post.ts';

/**
 * A sender for one workspace; a target in any other is refused.
 * @param draw makes the pictures of charts; without it, their numbers alone are sent
 */
export function createSlackSender(access: SlackAccess, draw?: DrawPng): MessageSender {
  const client = new WebClient(access.botToken, {
    ...clientOptions(access),
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });
  return {
    platform: 'slack',
    paceOf: slackPace,
    async send(target, message, mark) {
      requireOwn(access, target);
      const channel = await channelOf(client, target);
      const pictures = draw ? await uploadPictures(client, message, draw, access.log) : noPictures;
      try {
        const ts = await postMessage(client, { channel }, message, mark, pictures);
        return { externalId: `${channel}:${ts}` };
      } catch (error) {
        throw toDeliveryError(error, target.kind);
      }
    },
    async edit(target, externalId, message) {
      requireOwn(access, target);
      const [channel = '', ts = ''] = externalId.split(':');
      try {
        await updateMessage(client, { channel, ts }, message);
      } catch (error) {
        throw toDeliveryError(error, target.kind);
      }
    },
    async findSent(target, mark, since) {
      requireOwn(access, target);
      const channel = await channelOf(client, target);
      try {
        const ts = await findMarked(client, channel, mark, since);
        return ts === null ? 'absent' : { externalId: `${channel}:${ts}` };
      } catch (error) {
        // It takes no posts: another try is refused, and says to everybody that the channel is gone.
        if (slackErrorCode(error) === 'is_archived') return 'absent';
        throw toDeliveryError(error, target.kind);
      }
    },
  };
}

function requireOwn({ teamId }: SlackAccess, { tenantId }: Target): void {
  if (tenantId !== teamId) throw new DeliveryError('never', 'other_workspace');
}

async function channelOf(client: WebClient, target: Target): Promise<string> {
  if (target.kind === 'channel') return target.channelId;
  try {
    return await openDirect(client, target.userId);
  } catch (error) {
    throw beforePosting(error, target.kind);
  }
}
