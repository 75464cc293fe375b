// The whole bot on the plan of the tests. Only Slack and Teams themselves are stand-ins.
import { vi } from 'vitest';
import type { RunningBot } from '../../../src/start-bot.ts';
import type { Harness } from '../database/database-harness.ts';
import { type LocalSlack, startLocalSlack } from '../slack/slack-emulator.ts';
import type { SlackSignedClient } from '../slack/slack-signed-client.ts';
import { type ActivityJson, teamsIds } from '../teams/teams-activity.ts';
import { type FakeConnector, startConnector } from '../teams/teams-connector.ts';
import { startIdentity } from '../teams/teams-identity.ts';
import { loadWorld, type PlanWorld } from './plan-world.ts';
import { startReplica } from './replica.ts';

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
  const replica = await startReplica({
    ...{ database: harness.database, store, clock, log, slack, connector, identity, ...options },
    timeZones: [partnership.timeZone],
  });
  await replica.installTeams();
  return {
    world,
    bot: replica.bot,
    slack,
    signed: replica.signed,
    connector,
    teams: replica.teams,
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
      await replica.close();
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
