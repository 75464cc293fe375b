// Drives Microsoft's Agents Playground for tests: types as its user, presses buttons on its cards and
// hears what the bot says. Its history lasts as long as it runs.
import { setTimeout as sleep } from 'node:timers/promises';
import { playgroundWorld } from '../../../src/chat/teams/playground/playground-world.ts';
import { listenToWebSocket } from './teams-websocket.ts';

export type PlaygroundMessage = {
  readonly messageId: string;
  /** A channel, a thread of it, or the personal chat. */
  readonly conversationId: string;
  /** The thread that a message at the top of a channel begins. */
  readonly postConversationId?: string;
  readonly from: { readonly id: string };
  readonly text?: string;
  readonly attachments: readonly { readonly contentType: string; readonly content: CardJson }[];
  /** Whether this replaces an earlier message with the same id. */
  readonly updated: boolean;
};

export type CardJson = { readonly [property: string]: unknown };

/** A button's `Action.Execute` as it stands on a card. */
export type CardButton = { readonly title: string; readonly verb: string; readonly data: CardJson };

export type TestPlayground = {
  readonly url: string;
  readonly heard: PlaygroundMessage[];
  /** Types in the current user's chat with the bot. */
  say(text: string): Promise<void>;
  /** Mentions the bot in a new thread of a channel; returns the thread's conversation. */
  mention(text: string, channelId?: string): Promise<string>;
  /** Presses a button on a message, with the form's answers; returns the answer to the press. */
  press(message: PlaygroundMessage, button: CardButton, answers?: CardJson): Promise<unknown>;
  /** Has the Playground send the bot any activity, for example as another person. */
  sendActivity(activity: object): Promise<void>;
  /** The first message, heard already or within ten seconds, that `wanted` accepts. */
  hear(wanted: (message: PlaygroundMessage) => boolean): Promise<PlaygroundMessage>;
  detach(): void;
};

const { currentUser, bot, personalChatId, channel } = playgroundWorld;

/** Listens to a Playground that is running, and types in it. */
export async function attachPlayground(url: string): Promise<TestPlayground> {
  const heard: PlaygroundMessage[] = [];
  const stream = `${url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`;
  const hangUp = await listenToWebSocket(stream, (text) => {
    const message = readMessage(text);
    if (message !== null) heard.push(message);
  });

  async function post(path: string, body: object): Promise<unknown> {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the Playground answered ${response.status}: ${text}`);
    return text.startsWith('{') ? JSON.parse(text) : text;
  }

  function type(conversationId: string, body: object): Promise<unknown> {
    const path = `/_conversation/v1/conversations/${encodeURIComponent(conversationId)}/messages`;
    return post(path, { from: { id: currentUser.id }, textFormat: 'plain', ...body });
  }

  return {
    url,
    heard,
    async say(text) {
      await type(personalChatId, { text });
    },
    async mention(text, channelId = channel.id) {
      const at = `<at>${bot.name}</at>`;
      const mentions = [{ mentioned: { id: bot.id }, text: at }];
      const posted = await type(channelId, { text: `${at} ${text}`, mentions });
      return String((posted as { postConversationId?: string }).postConversationId);
    },
    async press(message, { title, verb, data }, answers = {}) {
      return post('/_conversation/v1/invoke', {
        name: 'adaptiveCard/action',
        from: { id: currentUser.id },
        conversation: { id: message.postConversationId ?? message.conversationId },
        replyToId: message.messageId,
        value: {
          action: { type: 'Action.Execute', title, verb, data: { ...data, ...answers } },
          trigger: 'manual',
        },
      });
    },
    async sendActivity(activity) {
      await post('/_internal/v1/customActivities', activity);
    },
    async hear(wanted) {
      for (let waited = 0; waited < 10_000; waited += 50) {
        const found = heard.find(wanted);
        if (found !== undefined) return found;
        await sleep(50);
      }
      throw new Error(`not heard within ten seconds; heard ${heard.length} others`);
    },
    detach: hangUp,
  };
}

/** The buttons on a message's cards, in order. */
export function buttonsOf(message: PlaygroundMessage): CardButton[] {
  const buttons: CardButton[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, title, verb, data, ...rest } = value as Record<string, unknown>;
    if (type === 'Action.Execute') {
      buttons.push({ title: String(title), verb: String(verb), data: (data ?? {}) as CardJson });
      return;
    }
    for (const inner of Object.values(rest)) visit(inner);
  };
  for (const { content } of message.attachments) visit(content);
  return buttons;
}

/** Everything a person can read on a message, run together. */
export function readable(message: PlaygroundMessage): string {
  const words: string[] = message.text === undefined ? [] : [message.text];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      // A fallback is shown only where its element is not.
      if (key === 'fallback' || key === 'fallbackText') continue;
      if ((key === 'text' || key === 'title' || key === 'label') && typeof inner === 'string')
        words.push(inner);
      else visit(inner);
    }
  };
  for (const { content } of message.attachments) visit(content);
  return words.join(' ').replace(/\s+/g, ' ');
}

type Wire = {
  readonly action?: string;
  readonly actionConversationId?: string;
  readonly message?: Omit<PlaygroundMessage, 'conversationId' | 'updated'>;
};

function readMessage(text: string): PlaygroundMessage | null {
  const { action, actionConversationId, message } = JSON.parse(text) as Wire;
  if (message === undefined || actionConversationId === undefined) return null;
  if (action !== 'createMessage' && action !== 'updateMessage') return null;
  return { ...message, conversationId: actionConversationId, updated: action === 'updateMessage' };
}
