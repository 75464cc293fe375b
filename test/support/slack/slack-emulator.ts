// A Slack Web API on 127.0.0.1 with the bot's scopes enforced, a record of every call made to it, and
// the address that answers to presses and commands are posted to.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import { BOT_SCOPES } from '../../../src/chat/slack/manifest.ts';

export type SlackCall = {
  readonly method: string;
  readonly args: Readonly<Record<string, string>>;
};

export type LocalSlack = {
  readonly apiUrl: string;
  readonly teamId: string;
  readonly botToken: string;
  readonly botUserId: string;
  readonly userId: string;
  readonly channelId: string;
  /** The id of each of `emails`. */
  readonly users: ReadonlyMap<string, string>;
  /** The id of every channel, by name. */
  readonly channels: ReadonlyMap<string, string>;
  readonly responseUrl: string;
  /** Calls of the Web API, oldest first. */
  readonly calls: SlackCall[];
  /** What was posted to the response URL, oldest first. */
  readonly responses: Record<string, unknown>[];
  /** What the response URL answers next; empty: it takes everything. */
  readonly refusals: { readonly status: number; readonly body: string }[];
  readonly fetch: typeof fetch;
  close(): Promise<void>;
};

const BOT_TOKEN = 'xoxb-000000000000-fictional-bot-token';
/** For what the stand-in asks itself; the bot has no scope for it. */
const OWN_TOKEN = 'xoxb-000000000000-fictional-stand-in';
const BOT_USER = 'U0PAPBOT01';

/**
 * @param more who and what the workspace has beside Casey Example and one channel. What stands before an address’s @ is
 *   the name there, and has to be nobody else’s.
 */
export async function startLocalSlack(
  more: { readonly emails?: readonly string[]; readonly channels?: readonly string[] } = {},
): Promise<LocalSlack> {
  const { emails = [] } = more;
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    hostname: '127.0.0.1',
    seed: {
      slack: {
        users: [
          { name: 'casey.example', email: 'Casey.Example@partnership.example' },
          ...emails.map((email) => ({ name: nameOf(email), email })),
        ],
        channels: ['send-theme-1', ...(more.channels ?? [])].map((name) => ({ name })),
        oauth_apps: [
          {
            client_id: '1.2',
            client_secret: 'fictional',
            name: 'PAP',
            redirect_uris: [],
            scopes: [...BOT_SCOPES],
            bot_id: 'B0PAPBOT01',
            bot_user_id: BOT_USER,
            bot_name: 'pap',
          },
        ],
        tokens: [
          { token: BOT_TOKEN, user: BOT_USER, scopes: [...BOT_SCOPES], type: 'bot' },
          {
            token: OWN_TOKEN,
            user: BOT_USER,
            scopes: ['users:read', 'channels:read'],
            type: 'bot',
          },
        ],
        strict_scopes: true,
      },
    },
  });
  const apiUrl = `${emulator.url}/api/`;
  const ask = async (method: string, args: Record<string, string>) => {
    const response = await fetch(`${apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${OWN_TOKEN}` },
      body: new URLSearchParams(args),
    });
    return JSON.parse(await response.text());
  };
  const { members } = await ask('users.list', {});
  const { channels } = await ask('conversations.list', {});
  const user = members.find((one: { name: string }) => one.name === 'casey.example');

  const responses: Record<string, unknown>[] = [];
  const refusals: { status: number; body: string }[] = [];
  const hook = await listen(
    createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        responses.push(JSON.parse(body));
        const refusal = refusals.shift();
        response.writeHead(refusal?.status ?? 200);
        response.end(refusal?.body ?? 'ok');
      });
    }),
  );

  const calls: SlackCall[] = [];
  return {
    apiUrl,
    teamId: user.team_id,
    botToken: BOT_TOKEN,
    botUserId: BOT_USER,
    userId: user.id,
    channelId: idOf(channels, 'send-theme-1'),
    users: new Map(emails.map((email) => [email, idOf(members, nameOf(email))])),
    channels: new Map(channels.map(({ id, name }: { id: string; name: string }) => [name, id])),
    responseUrl: `${urlOf(hook)}/actions/T1/1/x`,
    calls,
    responses,
    refusals,
    fetch: async (input, init) => {
      const { url, method, args } = readRequest(input, init);
      if (url.startsWith(apiUrl)) calls.push({ method, args: Object.fromEntries(args) });
      return await fetch(input, init);
    },
    async close() {
      await emulator.close();
      await new Promise((resolve) => hook.close(resolve));
    },
  };
}

function nameOf(email: string): string {
  return email.split('@')[0] ?? email;
}

function idOf(all: readonly { id: string; name: string }[], name: string): string {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`the stand-in for Slack has no ${name}`);
  return found.id;
}

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** The address and the form of a request that Slack's client makes. */
export function readRequest(input: string | URL | Request, init: RequestInit | undefined) {
  const url = input instanceof Request ? input.url : input.toString();
  const body = typeof init?.body === 'string' ? init.body : '';
  return { url, body, method: url.split('/').at(-1) ?? '', args: new URLSearchParams(body) };
}

/** Where a server of ours listens. */
export function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
