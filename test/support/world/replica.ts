// One replica of the bot as production puts it together, on 127.0.0.1: real Bolt, real teams-ai, the record, the queue
// and the scheduler. Several of them can stand on one record, behind the same stand-ins for Slack and Teams.
import { commands } from '../../../commands/index.ts';
import { createSlackApp, SLACK_PATH } from '../../../src/chat/slack/inbound/app.ts';
import { createSlackDirectory } from '../../../src/chat/slack/inbound/directory.ts';
import { createSlackFinder } from '../../../src/chat/slack/inbound/finder.ts';
import { createSlackSender } from '../../../src/chat/slack/send/send.ts';
import { createTeamsApp } from '../../../src/chat/teams/inbound/app.ts';
import { createTeamsDirectory } from '../../../src/chat/teams/inbound/directory.ts';
import { createTeamsFinder } from '../../../src/chat/teams/inbound/finder.ts';
import { createTeamsSender } from '../../../src/chat/teams/send/send.ts';
import type { Database } from '../../../src/core/database/db/open-database.ts';
import type { AccountFinder } from '../../../src/core/request/app/chat-ports.ts';
import type { HandleInbound } from '../../../src/core/request/app/inbound.ts';
import type { Clock, Log, RecordStore } from '../../../src/core/request/app/ports.ts';
import { fileFormats } from '../../../src/files/formats.ts';
import { lookAgain } from '../../../src/people/accounts/app/find-accounts.ts';
import { createDispatch } from '../../../src/service/dispatch/app/dispatch-command.ts';
import { demoClocks } from '../../../src/service/jobs/db/demo-clock.ts';
import { type RunningBot, startBot } from '../../../src/start-bot.ts';
import type { LocalSlack } from '../slack/slack-emulator.ts';
import { SlackSignedClient } from '../slack/slack-signed-client.ts';
import { type ActivityJson, recorded, teamsIds } from '../teams/teams-activity.ts';
import { connectToFakes } from '../teams/teams-app.ts';
import type { FakeConnector } from '../teams/teams-connector.ts';
import { type FakeIdentity, goodClaims } from '../teams/teams-identity.ts';

export type Replica = {
  readonly bot: RunningBot;
  /** What every door of it hands its requests to. */
  readonly handle: HandleInbound;
  /** Find the accounts of people who have never written; none unless asked for. */
  readonly finders: readonly AccountFinder[];
  readonly signed: SlackSignedClient;
  /** Posts an activity with a good token. */
  teams(activity: ActivityJson): Promise<Response>;
  /** What Teams sends when the app is added to a team: from then on the bot knows where to post. */
  installTeams(): Promise<Response>;
  close(): Promise<void>;
};

export type ReplicaParts = {
  readonly database: Database;
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly slack: LocalSlack;
  readonly connector: FakeConnector;
  readonly identity: FakeIdentity;
  readonly timeZones: readonly string[];
  /** How long Teams is waited for before it is open whether a message arrived. */
  readonly sendLimitMs?: number;
  /** How files get into OneDrive and out of it. */
  readonly fetch?: typeof fetch;
  /** Whether people are looked for by their addresses. */
  readonly finds?: boolean;
};

const SIGNING_SECRET = 'fictional-signing-secret';

/** Starts it. Whoever made the stand-ins and the database closes them. */
export async function startReplica(parts: ReplicaParts): Promise<Replica> {
  const { database, store, clock, log, slack, connector, identity, timeZones } = parts;
  const access = {
    botToken: slack.botToken,
    teamId: slack.teamId,
    slackApiUrl: slack.apiUrl,
    fetch: slack.fetch,
    log,
  };
  const connection = connectToFakes(connector, identity, parts.sendLimitMs);
  const book = store.conversations;
  const directories = [createSlackDirectory(access), createTeamsDirectory(connection, book)];
  const handle = createDispatch({
    ...{ store, clock, log, commands, directories, files: fileFormats },
  });
  const finders = parts.finds
    ? [createSlackFinder(access, store.pace), createTeamsFinder(connection, book)]
    : [];
  const slackApp = createSlackApp({
    ...{ ...access, handle, transport: { kind: 'http', signingSecret: SIGNING_SECRET } },
    letsIn: (outside) => store.routes.allows('slack', slack.teamId, outside),
  });
  await slackApp.start();
  const files = parts.fetch ? { fetch: parts.fetch } : {};
  const bot = await startBot({
    record: { database, store, clocks: demoClocks(database.prisma), close: async () => {} },
    ...{ clock, log, timeZones, finders },
    senders: [createSlackSender(access), createTeamsSender(connection, book)],
    handlers: [
      slackApp.requestHandler,
      createTeamsApp({
        ...{ connection, handle, book, log, ...files },
        letsIn: (outside) => store.routes.allows('teams', connection.tenantId, outside),
        onJoined: (tenantId) => lookAgain(store, { platform: 'teams', tenantId }),
      }),
    ],
    ...{ host: '127.0.0.1', port: 0 },
  });
  const root = `http://127.0.0.1:${bot.port}`;
  const teams = (activity: ActivityJson): Promise<Response> => {
    const token = identity.token(goodClaims(teamsIds.appId, activity.serviceUrl));
    return fetch(`${root}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(activity),
    });
  };
  return {
    ...{ bot, handle, finders, teams },
    signed: new SlackSignedClient(`${root}${SLACK_PATH}`, SIGNING_SECRET),
    installTeams() {
      const installed = { type: 'conversationUpdate', text: undefined, entities: [] };
      return teams(recorded('channel-mention', connector.url, installed));
    },
    async close() {
      await slackApp.stop();
      await bot.stop();
    },
  };
}
