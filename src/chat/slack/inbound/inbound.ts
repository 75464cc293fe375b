// Slack payload → Inbound and the place to answer in; null when it is not a request for us. Pure.
// Mentions of people stay in the text as `@U123`, of channels as `#C123`; links as they were typed.
import { z } from 'zod';
import {
  decodeActionValue,
  formLine,
  pressedFor,
} from '../../../core/message/messages/action-value.ts';
import type { FileAddress } from '../../../core/request/app/download-file.ts';
import type { Inbound } from '../../../core/request/app/inbound.ts';
import { unescapeText } from '../render/escape.ts';
import { ACTION_PREFIX, fieldPrefixOf } from '../render/render-actions.ts';
import { answersOf } from './form-answers.ts';

/** Where the answer goes. */
export type Place = {
  /** Null: asked in a modal or in App Home, so the answer goes to the person's own conversation. */
  readonly channelId: string | null;
  readonly userId: string;
  readonly threadTs?: string | undefined;
  readonly responseUrl?: string | undefined;
  /** A normal message here is private already: the conversation between the person and the bot. */
  readonly direct: boolean;
};

export type SlackRequest = {
  readonly inbound: Inbound;
  readonly place: Place;
  /** Opens one modal within three seconds. */
  readonly triggerId?: string;
  /** The modal that it was asked in. */
  readonly modalId?: string;
  /** The first file that came with the words. */
  readonly file?: FileAddress | undefined;
};

export type Self = {
  /** The bot's own user id, when it is known. */
  readonly botUserId?: string | undefined;
  /** The slash command, e.g. `/pap`. */
  readonly command: string;
};

const id = z.string().min(1).max(64);

const command = z.object({
  team_id: id,
  user_id: id,
  channel_id: id,
  trigger_id: z.string().min(1).max(200),
  text: z.string().default(''),
  response_url: z.url().optional(),
});

/** A slash command. Its answer is private even in a direct conversation, which may be between people. */
export function parseCommand(body: unknown): SlackRequest | null {
  const read = command.safeParse(body);
  if (!read.success) return null;
  const { team_id, user_id, channel_id, trigger_id, text, response_url } = read.data;
  return {
    inbound: {
      platform: 'slack',
      tenantId: team_id,
      userId: user_id,
      conversation: conversation(channel_id),
      text: unescapeText(text).trim(),
      ...mentionsIn(text, undefined),
      requestId: `slack:cmd:${trigger_id}`,
    },
    place: { channelId: channel_id, userId: user_id, responseUrl: response_url, direct: false },
    triggerId: trigger_id,
  };
}

const event = z.object({
  team_id: id,
  event_id: id,
  event: z.object({
    type: z.string(),
    user: id,
    text: z.string(),
    channel: id,
    channel_type: z.string().optional(),
    thread_ts: z.string().optional(),
    // Any of these says that a program wrote it, or that it is not a new message.
    bot_id: z.undefined().optional(),
    subtype: z.literal('file_share').optional(),
    edited: z.undefined().optional(),
    files: z.array(z.unknown()).optional().catch(undefined),
  }),
});

const changed = z.object({
  team_id: id,
  event_id: id,
  event: z.object({
    type: z.literal('message'),
    subtype: z.literal('message_changed'),
    channel: id,
    channel_type: z.literal('im'),
    message: z.object({
      user: id,
      text: z.string(),
      ts: id,
      thread_ts: z.string().optional(),
      bot_id: z.undefined().optional(),
    }),
    previous_message: z.object({ text: z.string() }),
  }),
});

/**
 * Somebody changed a message to the bot: they are told what becomes of that, once for each message. Null for what Slack
 * itself changes, such as the preview of a link, and for the bot's own messages.
 */
export function parseEdit(body: unknown, self: Self): SlackRequest | null {
  const read = changed.safeParse(body);
  if (!read.success) return null;
  const { channel, message, previous_message } = read.data.event;
  if (message.user === self.botUserId || message.text === previous_message.text) return null;
  return {
    inbound: {
      platform: 'slack',
      tenantId: read.data.team_id,
      userId: message.user,
      conversation: conversation(channel),
      text: 'help edits',
      requestId: `slack:edit:${channel}:${message.ts}`,
    },
    place: { channelId: channel, userId: message.user, threadTs: message.thread_ts, direct: true },
  };
}

const opened = z.object({
  team_id: id,
  event: z.object({ user: id, channel: id, tab: z.literal('messages') }),
});

/** Somebody opened their messages with the bot: whom it does not know yet it greets. */
export function parseOpened(body: unknown): SlackRequest | null {
  const read = opened.safeParse(body);
  if (!read.success) return null;
  const { user, channel } = read.data.event;
  return {
    inbound: {
      platform: 'slack',
      tenantId: read.data.team_id,
      userId: user,
      conversation: conversation(channel),
      text: 'help',
      isOpening: true,
      requestId: `slack:opened:${user}`,
    },
    place: { channelId: channel, userId: user, direct: true },
  };
}

const sharedFile = z.object({
  name: z.string().min(1).max(400),
  url_private: z.string().min(1).max(2_000),
  size: z.number().optional().catch(undefined),
});

/** `@PAP …` in a channel. */
export function parseMention(body: unknown, self: Self): SlackRequest | null {
  return readEvent(body, self, (type) => type === 'app_mention');
}

/** A message that a person wrote to the bot directly. */
export function parseDirectMessage(body: unknown, self: Self): SlackRequest | null {
  return readEvent(body, self, (type, channelType) => type === 'message' && channelType === 'im');
}

function readEvent(
  body: unknown,
  self: Self,
  wanted: (type: string, channelType: string | undefined) => boolean,
): SlackRequest | null {
  const read = event.safeParse(body);
  if (!read.success) return null;
  const { team_id, event_id } = read.data;
  const { type, user, text, channel, channel_type, thread_ts, files } = read.data.event;
  if (!wanted(type, channel_type) || user === self.botUserId || user === 'USLACKBOT') return null;
  return {
    inbound: {
      platform: 'slack',
      tenantId: team_id,
      userId: user,
      conversation: conversation(channel),
      text: commandLine(text, self),
      ...mentionsIn(text, self.botUserId),
      requestId: `slack:event:${event_id}`,
    },
    place: { channelId: channel, userId: user, threadTs: thread_ts, direct: channel_type === 'im' },
    ...fileOf(files),
  };
}

/** What Slack shows of a file in a channel without having it to hand is left aside. */
function fileOf(files: readonly unknown[] | undefined): Pick<SlackRequest, 'file'> {
  const { data } = sharedFile.safeParse(files?.[0]);
  return data ? { file: { name: data.name, url: data.url_private, size: data.size } } : {};
}

const press = z.object({
  team: z.object({ id }).optional().nullable(),
  user: z.object({ id, team_id: id.optional() }),
  trigger_id: z.string().min(1).max(200).optional(),
  response_url: z.url().optional(),
  channel: z.object({ id }).optional().nullable(),
  view: z.object({ id, type: z.string() }).optional().nullable(),
  container: z
    .object({ thread_ts: z.string().optional(), is_ephemeral: z.boolean().optional() })
    .default({}),
  actions: z
    .array(
      z.object({
        action_id: z.string().startsWith(ACTION_PREFIX),
        block_id: z.string().default(''),
        action_ts: z.string().default(''),
        value: z.string(),
      }),
    )
    .min(1),
  state: z.object({ values: z.record(z.string(), z.unknown()) }).optional(),
});

/** A press of one of our buttons, with the answers of the form that it submits. */
export function parsePress(body: unknown): SlackRequest | null {
  const read = press.safeParse(body);
  if (!read.success) return null;
  const { team, user, channel, view, container, actions, trigger_id, response_url, state } =
    read.data;
  const channelId = channel?.id ?? null;
  const tenantId = team?.id ?? user.team_id;
  const action = actions[0];
  const value = decodeActionValue(unescapeEntities(action?.value));
  if (tenantId === undefined || action === undefined || value === null) return null;
  if (channelId === null && !view) return null;
  const prefix = fieldPrefixOf(action.block_id);
  const answers = prefix === null ? [] : answersOf(state?.values ?? {}, prefix);
  const pressId = trigger_id ?? `${action.action_ts}:${user.id}:${action.action_id}`;
  return {
    inbound: {
      platform: 'slack',
      tenantId,
      userId: user.id,
      conversation: channelId === null ? ownConversation(user.id) : conversation(channelId),
      text: prefix === null ? value.line : formLine(value, answers),
      ...pressedFor(value),
      requestId: `slack:action:${pressId}`,
    },
    place: {
      channelId,
      userId: user.id,
      threadTs: container.thread_ts,
      responseUrl: response_url,
      direct: channelId?.startsWith('D') === true && container.is_ephemeral !== true,
    },
    ...(trigger_id !== undefined && { triggerId: trigger_id }),
    ...(view?.type === 'modal' && { modalId: view.id }),
  };
}

/** In a modal and in App Home there is nobody but the person. */
export function ownConversation(userId: string): Inbound['conversation'] {
  return { kind: 'personal', id: `view:${userId}` };
}

function conversation(channelId: string): Inbound['conversation'] {
  return { kind: channelId.startsWith('D') ? 'personal' : 'channel', id: channelId };
}

/** What was typed, without the mention of the bot and a leading `/pap` or `pap`. */
function commandLine(text: string, self: Self): string {
  const mention = self.botUserId === undefined ? /^\s*<@[UW][^>]*>/ : mentionOf(self.botUserId);
  const words = unescapeText(text.replace(mention, ' ')).trim();
  const name = self.command.replace(/^\//, '');
  const first = words.split(/\s/, 1)[0] ?? '';
  const named = first.replace(/^\//, '').toLowerCase() === name.toLowerCase();
  return named ? words.slice(first.length).trim() : words;
}

/** Whom the text mentions besides the bot. */
function mentionsIn(text: string, botUserId: string | undefined): Pick<Inbound, 'mentions'> {
  const ids = [...text.matchAll(/<@([UW][A-Z0-9]{2,30})(?:\|[^<>]*)?>/g)].map(([, id = '']) => id);
  const others = [...new Set(ids)].filter((id) => id !== botUserId);
  return others.length > 0
    ? { mentions: others.map((userId) => ({ said: `@${userId}`, userId })) }
    : {};
}

function mentionOf(userId: string): RegExp {
  return new RegExp(`<@${userId.replace(/\W/g, '')}(?:\\|[^<>]*)?>`, 'g');
}

/** Our values hold no raw `&`, so an entity in one was put there on the way. */
function unescapeEntities(value: string | undefined): string | undefined {
  return value?.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
