// The whole bot as production puts it together, on 127.0.0.1: real Bolt, real teams-ai, the record,
// the queue and the scheduler. Only Slack and Teams themselves are stand-ins.
import { vi } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { createSlackApp, SLACK_PATH } from '../../../src/chat/slack/inbound/app.ts';
import { createSlackDirectory } from '../../../src/chat/slack/inbound/directory.ts';
import { createSlackSender } from '../../../src/chat/slack/send/send.ts';
import { createTeamsApp } from '../../../src/chat/teams/inbound/app.ts';
import { createTeamsDirectory } from '../../../src/chat/teams/inbound/directory.ts';
import { createTeamsSender } from '../../../src/chat/teams/send/send.ts';
import { fileFormats } from '../../../src/files/formats.ts';
import { createDispatch } from '../../../src/service/dispatch/app/dispatch-command.ts';
import { demoClocks } from '../../../src/service/jobs/db/demo-clock.ts';
import { type RunningBot, startBot } from '../../../src/start-bot.ts';
import type { Harness } from '../database/database-harness.ts';
import { type LocalSlack, startLocalSlack } from '../slack/slack-emulator.ts';
import { SlackSignedClient } from '../slack/slack-signed-client.ts';
import { type ActivityJson, recorded, teamsIds } from '../teams/teams-activity.ts';
import { connectToFakes } from '../teams/teams-app.ts';
import { type FakeConnector, startConnector } from '../teams/teams-connector.ts';
import { type FakeIdentity, goodClaims, startIdentity } from '../teams/teams-identity.ts';
import { loadWorld, type PlanWorld } from './plan-world.ts';

export type WholeBot = {
  readonly world: PlanWorld;
  readonly bot: RunningBot;
  readonly slack: LocalSlack;
  readonly signed: SlackSignedClient;
  readonly connector: FakeConnector;
  /** Posts an activity with a good token. */
  teams(activity: ActivityJson): Promise<Response>;
  /** Waits until nothing is queued or being sent. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

const SIGNING_SECRET = 'fictional-signing-secret';

/**
 * Starts it on the plan. Asha Example, who owns 2B:2, is known to Teams by her account and to Slack by
 * her verified e-mail address; theme 1 has a channel on each.
 */
export async function startWholeBot(
  harness: Harness,
  /** How files get into OneDrive and out of it. */
  options: { fetch?: typeof fetch } = {},
): Promise<WholeBot> {
  const world = await loadWorld(harness);
  const slack = await startLocalSlack();
  const connector = await startConnector();
  const identity = await startIdentity();
  await placePeople(harness, world, slack);
  const { store } = harness;
  const { clock, log, partnership } = world;
  const access = {
    botToken: slack.botToken,
    teamId: slack.teamId,
    slackApiUrl: slack.apiUrl,
    fetch: slack.fetch,
    log,
  };
  const connection = connectToFakes(connector, identity);
  const book = store.conversations;
  const handle = createDispatch({
    store,
    clock,
    log,
    commands,
    directories: [createSlackDirectory(access), createTeamsDirectory(connection, book)],
    files: fileFormats,
  });
  const slackApp = createSlackApp({
    ...access,
    handle,
    transport: { kind: 'http', signingSecret: SIGNING_SECRET },
  });
  const bot = await startBot({
    record: {
      database: harness.database,
      store,
      clocks: demoClocks(harness.prisma),
      close: async () => {},
    },
    clock,
    log,
    senders: [createSlackSender(access), createTeamsSender(connection, book)],
    handlers: [
      slackApp.requestHandler,
      createTeamsApp({ connection, handle, book, log, ...options }),
    ],
    host: '127.0.0.1',
    port: 0,
    timeZones: [partnership.timeZone],
  });
  await slackApp.start();
  const root = `http://127.0.0.1:${bot.port}`;
  // What Teams sends when the app is added to a team: from then on the bot knows where to post.
  const installed = { type: 'conversationUpdate', text: undefined, entities: [] };
  await postActivity(root, recorded('channel-mention', connector.url, installed), identity);
  return {
    world,
    bot,
    slack,
    signed: new SlackSignedClient(`${root}${SLACK_PATH}`, SIGNING_SECRET),
    connector,
    teams: (activity) => postActivity(root, activity, identity),
    async settled() {
      await vi.waitFor(
        async () => {
          const state = { in: ['queued' as const, 'sending' as const] };
          const left = await harness.prisma.notification.count({ where: { state } });
          if (left > 0) throw new Error(`${left} are still on their way`);
        },
        { timeout: 15_000, interval: 50 },
      );
    },
    async close() {
      await slackApp.stop();
      await bot.stop();
      await slack.close();
      await connector.close();
      await identity.close();
    },
  };
}

async function placePeople(
  { prisma, store }: Harness,
  world: PlanWorld,
  slack: LocalSlack,
): Promise<void> {
  const partnershipId = world.partnership.id;
  await store.bindWorkspace(partnershipId, 'slack', slack.teamId);
  await store.bindWorkspace(partnershipId, 'teams', teamsIds.tenant);
  const asha = await prisma.person.update({
    where: { partnershipId_key: { partnershipId, key: 'asha' } },
    data: { email: 'casey.example@partnership.example' },
  });
  await prisma.platformAccount.deleteMany({ where: { personId: asha.id } });
  await prisma.platformAccount.create({
    data: {
      partnershipId,
      personId: asha.id,
      platform: 'teams',
      tenantId: teamsIds.tenant,
      userId: teamsIds.person,
      linkedAt: new Date('2024-06-01T09:00:00Z'),
    },
  });
  const theme = await prisma.theme.findFirstOrThrow({
    where: { partnershipId, key: 'right-support' },
  });
  // A bot that ran before may have posted there already, on a day of digests.
  await prisma.notification.deleteMany({
    where: { partnershipId, channelBindingId: { not: null } },
  });
  await prisma.channelBinding.deleteMany({ where: { partnershipId } });
  const places = [
    {
      platform: 'slack' as const,
      tenantId: slack.teamId,
      channelId: slack.channelId,
      name: 'send-theme-1',
    },
    {
      platform: 'teams' as const,
      tenantId: teamsIds.tenant,
      channelId: teamsIds.channel,
      name: 'Right Support',
    },
  ];
  for (const place of places) {
    await prisma.channelBinding.create({ data: { partnershipId, themeId: theme.id, ...place } });
  }
}

function postActivity(
  root: string,
  activity: ActivityJson,
  identity: FakeIdentity,
): Promise<Response> {
  const token = identity.token(goodClaims(teamsIds.appId, activity.serviceUrl));
  return fetch(`${root}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(activity),
  });
}
