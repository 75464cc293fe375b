// Posting one message: a plainer form each time that Slack refuses how it is made. Names, links and
// markup are never looked for in it.
import type { WebClient } from '@slack/web-api';
import type { Message } from '../../../core/message/messages/message.ts';
import { noPictures, type Pictures } from '../render/pictures.ts';
import { BLOCK_FORMS, render, renderAsText, type SlackMessage } from '../render/render.ts';
import { isShapeRefusal, slackErrorCode } from './errors.ts';

/** Nothing in a message of ours is looked up, linked or unfolded. */
export const QUIET = { parse: 'none', link_names: false } as const;

export type Destination = { readonly channel: string; readonly threadTs?: string | undefined };

/** Calls `send` with plainer and plainer forms until Slack takes one; other failures pass through. */
export async function withPlainerForms<Result>(
  message: Message,
  send: (form: SlackMessage) => Promise<Result>,
  pictures: Pictures = noPictures,
): Promise<Result> {
  const pictured = (one: Message) => render(one, pictures);
  for (const form of pictures.size > 0 ? [pictured, ...BLOCK_FORMS] : BLOCK_FORMS) {
    try {
      return await send(form(message));
    } catch (error) {
      if (!isShapeRefusal(slackErrorCode(error))) throw error;
    }
  }
  return await send(renderAsText(message));
}

/** The type of what is kept with a message, unseen, so that it can be found again. */
export const MARK_TYPE = 'pap_notification';

/**
 * Posts where everyone in the conversation sees it; returns the message's own id there.
 * @param mark is kept with the message, unseen
 */
export async function postMessage(
  client: WebClient,
  to: Destination,
  message: Message,
  mark?: string,
  pictures?: Pictures,
): Promise<string> {
  const post = (form: SlackMessage) =>
    client.chat.postMessage({
      channel: to.channel,
      ...(to.threadTs && { thread_ts: to.threadTs }),
      ...form,
      ...(mark !== undefined && {
        metadata: { event_type: MARK_TYPE, event_payload: { id: mark } },
      }),
      ...QUIET,
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
    });
  const answer = await withPlainerForms(message, post, pictures);
  return answer.ts ?? '';
}

/** Changes a message of ours where it stands. */
export async function updateMessage(
  client: WebClient,
  at: { readonly channel: string; readonly ts: string },
  message: Message,
): Promise<void> {
  await withPlainerForms(message, (form) => client.chat.update({ ...at, ...form, ...QUIET }));
}

/** Posts what only one person sees; it is gone when they reload. */
export async function postEphemeral(
  client: WebClient,
  to: Destination,
  user: string,
  message: Message,
): Promise<void> {
  await withPlainerForms(message, (form) =>
    client.chat.postEphemeral({
      channel: to.channel,
      user,
      ...(to.threadTs && { thread_ts: to.threadTs }),
      ...form,
      ...QUIET,
    }),
  );
}

/** The person's direct conversation with the bot. */
export async function openDirect(client: WebClient, user: string): Promise<string> {
  const answer = await client.conversations.open({ users: user });
  const id = answer.channel?.id;
  if (id === undefined) throw new Error('conversations.open named no channel');
  return id;
}
