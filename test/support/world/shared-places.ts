// People at the doors of a workspace and a tenant that several partnerships share, in front of replicas of the bot: each
// thing said goes to the next replica, as behind a proxy. What the platforms took is read from their stand-ins.
import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { eventually } from '../process/eventually.ts';
import { type LocalSlack, type SlackCall, startLocalSlack } from '../slack/slack-emulator.ts';
import { buttonPayload, slashPayload } from '../slack/slack-payloads.ts';
import type { SignedResponse } from '../slack/slack-signed-client.ts';
import { type ActivityJson, recorded, teamsIds } from '../teams/teams-activity.ts';
import {
  type ConnectorCall,
  type FakeConnector,
  startConnector,
} from '../teams/teams-connector.ts';
import { type FakeIdentity, startIdentity } from '../teams/teams-identity.ts';
import type { Replica } from './replica.ts';

/** What somebody reads: its words, and its buttons by label with the value that a press sends. */
export type Read = { readonly text: string; readonly buttons: ReadonlyMap<string, string> };

/** A message that the bot sent of itself. */
export type Posted = Read & {
  /** The channel's id, or the e-mail address of whose chat it is. */
  readonly to: string;
  /** The notification that Slack was told it is; what Teams called it. */
  readonly id: string;
};

export type SharedPlaces = {
  readonly slack: LocalSlack;
  readonly connector: FakeConnector;
  readonly identity: FakeIdentity;
  /** Types a command in Slack, in the own chat with the bot or in a channel. */
  slash(email: string, line: string, channelId?: string): Promise<Read>;
  pressInSlack(email: string, value: string): Promise<Read>;
  /** Types in the own chat with the bot, or mentions it in the tenant's channel. */
  typeInTeams(email: string, line: string, where?: 'chat' | 'channel'): Promise<Read>;
  /** Presses a button of a card; `filled` is what was typed into its form. */
  pressInTeams(email: string, data: object): Promise<Read>;
  /** Hands the last request to the next replica once more, as the platforms do when they are in doubt. */
  again(): Promise<void>;
  /** What the bot posted of itself, oldest first on each platform: no answers. */
  posted(): Posted[];
  close(): Promise<void>;
};

/** Starts the stand-ins, with whoever is in the workspace and in the tenant. */
export async function openSharedPlaces(
  people: { readonly slack: readonly string[]; readonly teams: readonly string[] },
  channels: readonly string[],
  replicas: readonly Replica[],
): Promise<SharedPlaces> {
  const slack = await startLocalSlack({ emails: people.slack, channels });
  const connector = await startConnector();
  const identity = await startIdentity();
  for (const email of people.teams)
    connector.members.set(aadOf(email), { email, tenantId: teamsIds.tenant, userRole: 'user' });
  const chats = await slackChats(slack);
  let turns = 0;
  let last = async (): Promise<unknown> => undefined;
  /** The bodies of the cards that answered somebody in Teams. */
  const answers = new Set<unknown>();

  function next(): Replica {
    const replica = replicas[turns++ % replicas.length];
    if (!replica) throw new Error('no replica runs');
    return replica;
  }

  async function fromSlack(
    chat: string,
    send: (replica: Replica) => Promise<SignedResponse>,
  ): Promise<Read> {
    const before = { responses: slack.responses.length, calls: slack.calls.length };
    const answer = await send(next());
    if (answer.status !== 200) throw new Error(`Slack was answered ${answer.status}`);
    last = () => send(next());
    if (answer.text.startsWith('{')) {
      const body = JSON.parse(answer.text);
      if (body.blocks) return readSlack(body);
    }
    // A press in a chat is answered there, and what takes long at the request's own address.
    return await vi.waitFor(() => {
      const inChat = slack.calls.slice(before.calls).find(({ method, args }) => {
        const isAnswer = method === 'chat.postMessage' && !args.metadata;
        return isAnswer && args.channel === chat;
      });
      const body = inChat ? bodyOf(inChat) : slack.responses[before.responses];
      if (!body) throw new Error('Slack was not answered yet');
      return readSlack(body);
    }, 20_000);
  }

  async function fromTeams(email: string, activity: ActivityJson): Promise<Read> {
    const before = connector.calls.length;
    const response = await next().teams(activity);
    if (response.status !== 200) throw new Error(`Teams was answered ${response.status}`);
    last = () => next().teams(activity);
    const own = ({ path, body }: ConnectorCall) =>
      whoseChat(connector, path) === email && cardOf(body) !== undefined;
    const answer = connector.calls.slice(before).find(own);
    if (answer) {
      answers.add(answer.body);
      return readCard(cardOf(answer.body));
    }
    // What was pressed gives way to its answer.
    const { value } = (await response.json()) as ActivityJson;
    return typeof value === 'string' ? { text: value, buttons: new Map() } : readCard(value);
  }

  const slackId = (email: string) => slack.users.get(email) ?? email;
  const chatInSlack = (email: string) =>
    [...chats].find(([, whose]) => whose === email)?.[0] ?? email;
  const inTeams = (email: string) => ({
    from: { id: `29:${email}`, name: email, aadObjectId: aadOf(email) },
    conversation: {
      ...{ conversationType: 'personal', tenantId: teamsIds.tenant, id: `a:${email}` },
    },
  });
  return {
    ...{ slack, connector, identity },
    slash(email, line, channelId = chatInSlack(email)) {
      const payload = slashPayload(slack, {
        ...{ text: line, trigger_id: randomUUID(), user_id: slackId(email) },
        ...{ channel_id: channelId, channel_name: 'whatever' },
      });
      return fromSlack(channelId, (replica) => replica.signed.slash(payload));
    },
    pressInSlack(email, value) {
      const chat = chatInSlack(email);
      const payload = buttonPayload(slack, {
        user: { id: slackId(email), team_id: slack.teamId },
        ...{ trigger_id: randomUUID(), channel: { id: chat } },
        actions: [{ type: 'button', action_id: 'pap:0', block_id: 'b', action_ts: '1.0', value }],
      });
      return fromSlack(chat, (replica) => replica.signed.press(payload));
    },
    typeInTeams(email, line, where = 'chat') {
      const { from, conversation } = inTeams(email);
      const [kind, place] =
        where === 'chat'
          ? (['personal-message', { text: line, conversation }] as const)
          : (['channel-mention', { text: `<at>PAP</at> ${line}` }] as const);
      return fromTeams(email, recorded(kind, connector.url, { ...place, from, attachments: [] }));
    },
    pressInTeams(email, data) {
      const value = { action: { type: 'Action.Execute', verb: 'pap', data }, trigger: 'manual' };
      const activity = recorded('execute-invoke', connector.url, { ...inTeams(email), value });
      return fromTeams(email, activity);
    },
    async again() {
      await last();
    },
    posted() {
      const ofSlack = slack.calls.flatMap((call): Posted[] => {
        const { method, args } = call;
        if (method !== 'chat.postMessage' || !args.metadata) return [];
        const { id } = JSON.parse(args.metadata).event_payload;
        const channel = args.channel ?? '';
        return [{ to: chats.get(channel) ?? channel, id, ...readSlack(bodyOf(call)) }];
      });
      const ofTeams = connector.called(/^POST /).flatMap(({ path, body, id }): Posted[] => {
        const card = cardOf(body?.activity ?? body);
        if (card === undefined || answers.has(body)) return [];
        const to = whoseChat(connector, path) ?? body.channelData?.channel?.id ?? path;
        return [{ to, id: id ?? '', ...readCard(card) }];
      });
      return [...ofSlack, ...ofTeams];
    },
    async close() {
      await slack.close();
      await connector.close();
      await identity.close();
    },
  };
}

const aadOf = (email: string) => `aad-${email}`;

/** Whose chat each is, by its id. */
async function slackChats(slack: LocalSlack): Promise<ReadonlyMap<string, string>> {
  const chats = new Map<string, string>();
  const open = async (users: string): Promise<string> => {
    const response = await fetch(`${slack.apiUrl}conversations.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
      body: new URLSearchParams({ users }),
    });
    return JSON.parse(await response.text()).channel.id;
  };
  // Opened twice it is the same one. A connection that was kept may be gone on a machine that is busy.
  for (const [email, user] of slack.users) chats.set(await eventually(() => open(user)), email);
  return chats;
}

/** The e-mail address of whose chat a call of the connector is about. */
function whoseChat({ chats }: FakeConnector, path: string): string | undefined {
  const chat = /^\/v3\/conversations\/(a:[^/]+)\//.exec(path)?.[1];
  return chats.get(chat ?? '')?.replace(/^aad-/, '') ?? chat?.slice('a:'.length);
}

function cardOf(activity: ActivityJson): ActivityJson {
  return activity?.attachments?.[0]?.content;
}

function bodyOf({ args }: SlackCall): { text?: unknown; blocks?: unknown } {
  return { text: args.text, blocks: JSON.parse(args.blocks ?? '[]') };
}

function readSlack(body: { readonly text?: unknown; readonly blocks?: unknown }): Read {
  const blocks = (body.blocks ?? []) as {
    elements?: { text?: { text?: string }; value?: string }[];
  }[];
  const buttons = blocks
    .flatMap(({ elements = [] }) => elements)
    .flatMap(({ text, value }) => (text?.text && value ? [[text.text, value] as const] : []));
  return { text: String(body.text), buttons: new Map(buttons) };
}

function readCard(card: ActivityJson): Read {
  const buttons = (card.body as ActivityJson[])
    .flatMap(({ actions = [] }) => actions)
    .map(({ title, data }) => [String(title), String(data?.value)] as const);
  return { text: String(card.fallbackText), buttons: new Map(buttons) };
}
