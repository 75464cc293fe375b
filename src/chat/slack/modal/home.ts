// App Home: what a person answers for, at a glance. Its words are those of `mine home`, so the same can be
// typed; it is built anew each time that it is opened, and after what the person records.
import type { App, types } from '@slack/bolt';
import { z } from 'zod';
import type { Message } from '../../../core/message/messages/message.ts';
import type { Inbound } from '../../../core/request/app/inbound.ts';
import { ownConversation, type SlackRequest } from '../inbound/inbound.ts';
import { type ListenerTools, placed } from '../inbound/listener-tools.ts';
import { fitBlocks } from '../render/fit-blocks.ts';
import { LIMITS } from '../render/limits.ts';
import { footer, header, renderBody } from '../render/render.ts';
import { failureName } from '../send/errors.ts';

const HOME_LINE = 'mine home';

/** The message as App Home. */
export function homeView(message: Message): types.HomeView {
  let number = 0;
  const body = renderBody(message.blocks, () => number++);
  const blocks = [...header(message.title), ...body];
  return { type: 'home', blocks: fitBlocks(blocks, footer(message.footer), LIMITS.viewBlocks) };
}

const id = z.string().min(1).max(64);
const opened = z.object({
  team_id: id,
  event_id: id,
  event: z.object({ user: id, tab: z.literal('home') }),
});

/** Somebody who opens App Home asks for it; null for the messages tab. */
export function parseHomeOpened(body: unknown): Inbound | null {
  const read = opened.safeParse(body);
  if (!read.success) return null;
  const { team_id, event_id, event } = read.data;
  return homeInbound(team_id, event.user, `slack:event:${event_id}`);
}

function homeInbound(tenantId: string, userId: string, requestId: string): Inbound {
  const conversation = ownConversation(userId);
  return { platform: 'slack', tenantId, userId, conversation, text: HOME_LINE, requestId };
}

/**
 * Adds the listener, and gives what brings a person's Home up to date after they recorded something.
 * Whoever has not opened it since the start will when they do.
 */
export function addHomeListener(app: App, tools: ListenerTools): (request: SlackRequest) => void {
  const seen = new Set<string>();
  app.event('app_home_opened', async ({ body, context }) => {
    const asked = parseHomeOpened(body);
    const inbound = placed(asked && { inbound: asked }, context)?.inbound;
    if (!inbound) return;
    seen.add(inbound.userId);
    publishSoon(tools, inbound);
  });
  return ({ inbound: { tenantId, userId, requestId } }) => {
    if (seen.has(userId)) publishSoon(tools, homeInbound(tenantId, userId, `${requestId}#home`));
  };
}

function publishSoon(tools: ListenerTools, inbound: Inbound): void {
  const publishing = tools.handle(inbound).then(async (reply) => {
    if (reply === null) return;
    await tools.client.views.publish({ user_id: inbound.userId, view: homeView(reply.message) });
  });
  tools.track(publishing).catch((error: unknown) => {
    tools.log.warn({ code: failureName(error) }, 'App Home could not be shown');
  });
}
