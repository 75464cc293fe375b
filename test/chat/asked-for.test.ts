// Every permission and event that the packages ask for has a use in the code and a reason in the docs, and
// every use has its permission: what the code calls and listens to says what is needed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { addListeners } from '../../src/chat/slack/inbound/listeners.ts';
import { BOT_EVENTS, BOT_SCOPES, slackManifest } from '../../src/chat/slack/manifest.ts';
import { teamsManifest } from '../../src/chat/teams/app-package.ts';
import { teamsIds } from '../support/teams/teams-activity.ts';

const root = join(import.meta.dirname, '../..');

function sourceOf(folder: string): string {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts'),
  );
  return files.map((name) => readFileSync(join(root, folder, name), 'utf8')).join('\n');
}

/** The words in code font of the first column of a table, under a heading of a page. */
function tableOf(page: string, heading: string, column: string): string[] {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  const [, section = ''] = text.split(`## ${heading}\n`);
  const [, rows = ''] = (section.split('\n## ')[0] ?? '').split(`| ${column} | Why |\n|---|---|\n`);
  const lines = (rows.split('\n\n')[0] ?? '').split('\n');
  return lines.flatMap((line) =>
    [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, word = '']) => word),
  );
}

/**
 * What Slack asks of a bot token for each method (docs.slack.dev/reference/methods), for the kinds of conversation
 * that the bot has: public and private channels, and direct messages.
 */
const scopesOfMethod: Readonly<Record<string, readonly string[]>> = {
  // Asked with the app-level token, whose own scope (connections:write) is no scope of the bot.
  'apps.connections.open': [],
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read'],
  'conversations.join': ['channels:join'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'files.info': ['files:read'],
  filesUploadV2: ['files:write'],
  'users.info': ['users:read'],
  'users.lookupByEmail': ['users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

const scopesOfEvent: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  'message.im': ['im:history'],
  tokens_revoked: [],
  user_change: ['users:read'],
};

/** The listener hears messages of every kind that is subscribed; what it reads is direct ones. */
const subscriptionOf = (event: string) => (event === 'message' ? 'message.im' : event);

function calledMethods(): string[] {
  const calls = sourceOf('src/chat/slack').matchAll(
    /\b(?:client|web|slack)\s*\.\s*(\w+(?:\s*\.\s*\w+)*)\s*\(/gi,
  );
  const methods = [...calls].map(([, method = '']) => method.replace(/\s/g, ''));
  const ofTheLibrary = ['disconnect', 'removeAllListeners'];
  return [...new Set(methods)].filter((method) => !ofTheLibrary.includes(method));
}

function heardEvents(): { events: string[]; commands: string[] } {
  const events: string[] = [];
  const commands: string[] = [];
  const listen = () => undefined;
  const app = {
    ...{ action: listen, view: listen, shortcut: listen, options: listen },
    event: (name: string) => void events.push(name),
    command: (name: string) => void commands.push(name),
  };
  const tools = { self: () => ({ botUserId: undefined, command: '/pap' }) };
  addListeners(app as unknown as App, tools as Parameters<typeof addListeners>[1]);
  return { events: events.map(subscriptionOf), commands };
}

describe('Slack', () => {
  const heading = 'What PAP asks Slack for, and why';

  test('knows what every method that is called asks for', () => {
    const methods = calledMethods();

    expect(methods).toContain('chat.postMessage');
    expect(methods.filter((method) => !Object.hasOwn(scopesOfMethod, method))).toEqual([]);
    expect(sourceOf('src/chat/slack')).not.toMatch(/\.apiCall\(|slack\.com\/api/);
  });

  test('is asked for the scopes that calls, events and the command need, and for no other', () => {
    const { events, commands } = heardEvents();
    const methods = calledMethods();
    const source = sourceOf('src/chat/slack');
    const needed = [
      ...methods.flatMap((method) => scopesOfMethod[method] ?? []),
      ...events.flatMap((event) => scopesOfEvent[event] ?? []),
      ...(commands.length > 0 ? ['commands'] : []),
      // An account's address is left out without it.
      ...(/profile\.email/.test(source) ? ['users:read.email'] : []),
      // A file that somebody shared is fetched with the bot's token.
      ...(source.includes('fetchShared') ? ['files:read'] : []),
      // Posting in a public channel that the bot never joins.
      ...(methods.includes('conversations.join') ? [] : ['chat:write.public']),
    ];

    expect([...BOT_SCOPES].sort()).toEqual([...new Set(needed)].sort());
    expect(slackManifest({ name: 'PAP', socketMode: true }).oauth_config.scopes.bot).toEqual(
      BOT_SCOPES,
    );
  });

  test('sends the events that somebody listens to, and no other', () => {
    const { events } = heardEvents();

    expect([...BOT_EVENTS].sort()).toEqual([...new Set(events)].sort());
    expect(
      slackManifest({ name: 'PAP', socketMode: true }).settings.event_subscriptions.bot_events,
    ).toEqual(BOT_EVENTS);
  });

  test('has a reason in the docs for each', () => {
    expect(tableOf('connect-slack.md', heading, 'Permission').sort()).toEqual(
      [...BOT_SCOPES].sort(),
    );
    expect(tableOf('connect-slack.md', heading, 'Event').sort()).toEqual([...BOT_EVENTS].sort());
  });
});

type TeamsManifest = {
  readonly permissions: readonly string[];
  readonly webApplicationInfo?: unknown;
  readonly authorization?: unknown;
  readonly bots: readonly {
    readonly scopes: readonly string[];
    readonly commandLists: readonly { readonly scopes: readonly string[] }[];
  }[];
};

describe('Teams', () => {
  const manifest = teamsManifest({
    ...{ appId: teamsIds.appId, botId: teamsIds.appId, host: 'pap.example.org' },
  }) as TeamsManifest;
  const [bot] = manifest.bots;

  test('is asked for what the code needs, and for nothing in Graph', () => {
    const source = sourceOf('src/chat/teams');
    const needed = [
      ...(source.includes('aadObjectId') ? ['identity'] : []),
      ...(source.includes('createConversationAsync') ? ['messageTeamMembers'] : []),
    ];

    expect([...manifest.permissions].sort()).toEqual(needed.sort());
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest).not.toHaveProperty('webApplicationInfo');
    expect(source).not.toMatch(/graph\.microsoft/);
  });

  test('offers the commands wherever the bot can be added', () => {
    expect(bot?.commandLists.flatMap(({ scopes }) => scopes)).toEqual(bot?.scopes);
  });

  test('has a reason in the docs for each', () => {
    const entries: [string, unknown][] = Object.entries(bot ?? {});
    const switches = entries.flatMap(([name, on]) => (on === true ? [name] : []));

    expect(
      tableOf('connect-teams.md', 'What PAP asks Teams for, and why', 'In the package').sort(),
    ).toEqual([...manifest.permissions, ...(bot?.scopes ?? []), ...switches].sort());
  });
});
