// A Slack and a Teams that fail in every way they can, and keep what they truly took. Both are one server
// on 127.0.0.1: Slack's Web API under /api/, the Teams connector under /v3/.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chaos-random.ts';
import { botUserId, GONE_CHANNEL, slackTeamId } from './chaos-world.ts';

export const FAULTS = [
  'rate limit',
  'rate limit without a time',
  'error, not taken',
  'error, yet taken',
  '502, not taken',
  '502, yet taken',
  '503, not taken',
  '503, yet taken',
  '504, not taken',
  '504, yet taken',
  '404, not taken',
  '404, yet taken',
  'no answer, not taken',
  'no answer, yet taken',
  'no answer, taken late',
  'dropped, not taken',
  'dropped, yet taken',
  'slow answer',
] as const;

export type FaultKind = (typeof FAULTS)[number];

/** A message that people can see. */
export type Accepted = {
  readonly platform: 'slack' | 'teams';
  /** The channel, or the person whose chat it is. */
  readonly to: string;
  /** The platform's id of it, as the outbox writes it down. */
  readonly externalId: string;
  /** The notification that it says it is; Teams keeps no such mark. */
  readonly mark: string | null;
  readonly text: string;
  readonly at: number;
};

export type ChaosPlatforms = {
  readonly url: string;
  readonly accepted: readonly Accepted[];
  readonly faults: ReadonlyMap<FaultKind, number>;
  /** From here on everything works. */
  calm(): void;
  close(): Promise<void>;
};

type Answer = { readonly status: number; readonly body: object };

/** Of the calls that deliver something, so many fail. */
const FAULT_SHARE = 0.4;
/** Later than the senders of the chaos wait, sooner than anybody looks whether it arrived. */
const LATE_MS = 1_200;
const SLOW_MS = 350;

export async function startChaosPlatforms(chance: Chance): Promise<ChaosPlatforms> {
  const accepted: Accepted[] = [];
  const faults = new Map<FaultKind, number>();
  let stormy = true;
  let lastId = 1_000_000;
  /** How often a person's chat in Teams has gone stale, by person. */
  const chats = new Map<string, number>();

  function takeFault(): FaultKind | null {
    if (!stormy || chance.next() >= FAULT_SHARE) return null;
    const fault = chance.pick(FAULTS);
    faults.set(fault, (faults.get(fault) ?? 0) + 1);
    return fault;
  }

  function take(message: Omit<Accepted, 'at'>): void {
    accepted.push({ ...message, at: Date.now() });
  }

  function slack(method: string, args: URLSearchParams): Answer {
    const channel = args.get('channel') ?? '';
    const ok = (fields: object) => ({ status: 200, body: { ok: true, ...fields } });
    if (method === 'auth.test')
      return ok({ team_id: slackTeamId, user_id: botUserId, bot_id: 'B0CHAOS' });
    if (method === 'conversations.open') return ok({ channel: { id: `D${args.get('users')}` } });
    if (channel === GONE_CHANNEL) return { status: 200, body: { ok: false, error: 'is_archived' } };
    if (method === 'chat.postMessage') {
      const ts = `${Math.floor(Date.now() / 1_000)}.${String(++lastId).slice(1)}`;
      take({
        ...{ platform: 'slack', to: channel, externalId: `${channel}:${ts}` },
        ...{ mark: markOf(args), text: args.get('text') ?? '' },
      });
      return ok({ channel, ts });
    }
    if (method === 'conversations.history') {
      const oldest = Number(args.get('oldest')) * 1_000;
      const found = accepted.filter(({ to, at }) => to === channel && at >= oldest);
      return ok({ messages: found.map(toHistory), response_metadata: { next_cursor: '' } });
    }
    return ok({});
  }

  function teams(method: string, path: string, text: string): Answer {
    const body = (text === '' ? {} : JSON.parse(text)) as TeamsBody;
    const id = String(++lastId);
    if (method === 'POST' && path === '/v3/conversations') {
      const channel = body.channelData?.channel?.id;
      if (!body.isGroup || channel === undefined)
        return { status: 201, body: { id: chatNow(body.members?.[0]?.id ?? '') } };
      const externalId = `${channel};messageid=${id}`;
      take({ platform: 'teams', to: channel, externalId, mark: null, text: shown(body.activity) });
      return { status: 201, body: { id: externalId, activityId: id } };
    }
    const chat = /^\/v3\/conversations\/([^/]+)\/activities/.exec(path)?.[1];
    if (chat?.startsWith(personalChat('')) && chat !== chatNow(personOf(chat)))
      return { status: 404, body: { error: { code: 'ConversationNotFound', message: '' } } };
    if (method === 'POST' && chat !== undefined) {
      // Whichever of the person's chats it is, it is they who see it.
      const to = chat.startsWith(personalChat('')) ? personalChat(personOf(chat)) : chat;
      take({ platform: 'teams', to, externalId: id, mark: null, text: shown(body) });
    }
    return { status: method === 'POST' ? 201 : 200, body: { id } };
  }

  function chatNow(userId: string): string {
    const stale = chats.get(userId) ?? 0;
    return personalChat(userId) + (stale === 0 ? '' : `~${stale}`);
  }

  /** Teams does not know a person's chat any more: who opens it gets another one. */
  function makeStale(path: string): boolean {
    const chat = /^\/v3\/conversations\/(a:[^/]+)\/activities/.exec(path)?.[1];
    if (chat === undefined) return false;
    const userId = personOf(chat);
    if (chat === chatNow(userId)) chats.set(userId, (chats.get(userId) ?? 0) + 1);
    return true;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readBody(request);
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const isSlack = path.startsWith('/api/');
    const act = () =>
      isSlack
        ? slack(path.slice('/api/'.length), new URLSearchParams(text))
        : teams(request.method ?? '', path, text);
    // What a start asks is answered: what is looked at here is what is delivered.
    const fault = path === '/api/auth.test' ? null : takeFault();
    switch (fault) {
      case 'rate limit':
        return refuse(response, 429, { 'retry-after': '1' });
      case 'rate limit without a time':
        return refuse(response, 429);
      case 'error, not taken':
        return refuse(response, 500);
      case 'error, yet taken':
        act();
        return refuse(response, 500);
      case '502, not taken':
      case '503, not taken':
      case '504, not taken':
        return refuse(response, Number(fault.slice(0, 3)));
      case '502, yet taken':
      case '503, yet taken':
      case '504, yet taken':
      case '404, yet taken':
        act();
        return refuse(response, Number(fault.slice(0, 3)));
      case '404, not taken':
        // Of a person's chat it says that the chat is gone, and says so from then on; else it is a gateway's.
        return makeStale(path) ? send(response, act()) : refuse(response, 404);
      case 'no answer, not taken':
        return;
      case 'no answer, yet taken':
        return void act();
      case 'no answer, taken late':
        await wait(LATE_MS);
        return void act();
      case 'dropped, not taken':
        return void request.socket.destroy();
      case 'dropped, yet taken':
        act();
        return void request.socket.destroy();
      case 'slow answer': {
        const answer = act();
        await wait(SLOW_MS);
        return send(response, answer);
      }
      case null:
        return send(response, act());
    }
  }

  const server = createServer((request, response) => {
    // A process that is killed takes its connection along.
    serve(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    accepted,
    faults,
    calm() {
      stormy = false;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type TeamsBody = {
  readonly isGroup?: boolean;
  readonly members?: readonly { readonly id: string }[];
  readonly channelData?: { readonly channel?: { readonly id: string } };
  readonly activity?: object;
};

/** The one chat of a person with the bot. */
export function personalChat(userId: string): string {
  return `a:chat-of-${userId}`;
}

function personOf(chat: string): string {
  return chat.slice(personalChat('').length).split('~')[0] ?? '';
}

function markOf(args: URLSearchParams): string | null {
  const metadata = JSON.parse(args.get('metadata') ?? 'null') as {
    event_payload?: { id?: string };
  } | null;
  return metadata?.event_payload?.id ?? null;
}

function toHistory({ externalId, mark, text }: Accepted): object {
  const metadata = { event_type: 'pap_notification', event_payload: { id: mark } };
  return { type: 'message', ts: externalId.split(':')[1], text, metadata };
}

/** What is to be read of an activity, whatever the library puts around it. */
function shown(activity: object = {}): string {
  const { text, attachments } = activity as { text?: unknown; attachments?: unknown };
  return JSON.stringify({ text, attachments });
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end('{"ok":false,"error":"internal_error"}');
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
