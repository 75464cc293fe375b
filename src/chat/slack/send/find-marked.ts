// Looks for a message of ours in a conversation by the mark that it was posted with.

import type { WebClient } from '@slack/web-api';
import { fieldOf } from '../../../core/message/domain/narrow.ts';
import { DeliveryError } from '../../../core/outbox/app/delivery-error.ts';
import { MARK_TYPE } from './post.ts';

const PAGE_SIZE = 200;
/** A thousand messages in the minutes since: then it cannot be told. */
const MAX_PAGES = 5;

/**
 * The message's own id, or null when it is not there.
 * @throws when it cannot be told, be it that Slack does not show the conversation to the bot
 */
export async function findMarked(
  client: WebClient,
  channel: string,
  mark: string,
  since: Date,
): Promise<string | null> {
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await client.conversations.history({
      channel,
      oldest: (since.getTime() / 1_000).toFixed(3),
      limit: PAGE_SIZE,
      include_all_metadata: true,
      ...(cursor && { cursor }),
    });
    const found = (answer.messages ?? []).find(({ metadata }) => isMarked(metadata, mark));
    if (found?.ts) return found.ts;
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) return null;
  }
  throw new DeliveryError('unknown', 'too-many-messages');
}

function isMarked(metadata: unknown, mark: string): boolean {
  return (
    fieldOf(metadata, 'event_type') === MARK_TYPE &&
    fieldOf(fieldOf(metadata, 'event_payload'), 'id') === mark
  );
}
