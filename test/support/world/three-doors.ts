// One plan behind its three doors: the real Bolt over signed HTTP, the real teams-ai behind its sign-in,
// and the terminal. Everybody of the plan has an account at each, so that a line can be said anywhere.

import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, vi } from 'vitest';
import { createSlackApp, SLACK_PATH } from '../../../src/chat/slack/inbound/app.ts';
import { createTeamsApp } from '../../../src/chat/teams/inbound/app.ts';
import { parseTerminal } from '../../../src/chat/terminal/inbound.ts';
import { renderTerminal } from '../../../src/chat/terminal/render.ts';
import type { HandleInbound, Reply } from '../../../src/core/request/app/inbound.ts';
import type { Harness } from '../database/database-harness.ts';
import { startLocalSlack } from '../slack/slack-emulator.ts';
import { slashPayload } from '../slack/slack-payloads.ts';
import { SlackSignedClient } from '../slack/slack-signed-client.ts';
import { recorded, teamsIds } from '../teams/teams-activity.ts';
import { connectToFakes } from '../teams/teams-app.ts';
import { startConnector } from '../teams/teams-connector.ts';
import { goodClaims, startIdentity } from '../teams/teams-identity.ts';
import type { PlanWorld } from './plan-world.ts';

export type Door = 'slack' | 'teams' | 'terminal';

export const doors = ['slack', 'teams', 'terminal'] as const satisfies readonly Door[];

export type Said = {
  /** What the person reads, as the platform carries it in plain text. */
  readonly text: string;
  /** What the application answered; null: nothing, as to a repeat. */
  readonly reply: Reply | null;
};

export type ThreeDoors = {
  /** Types a line at a door as whoever has this e-mail address. */
  say(door: Door, email: string, line: string): Promise<Said>;
  close(): Promise<void>;
};

const SECRET = 'fictional-signing-secret';

/** Opens the doors of a world and gives each of its people an account at every one of them. */
export async function openThreeDoors(harness: Harness, world: PlanWorld): Promise<ThreeDoors> {
  const { prisma, store } = harness;
  const slack = await startLocalSlack();
  const connector = await startConnector();
  const identity = await startIdentity();
  const partnershipId = world.partnership.id;
  await store.bindWorkspace(partnershipId, 'slack', slack.teamId);
  await store.bindWorkspace(partnershipId, 'teams', teamsIds.tenant);
  await giveAccounts();
  let last: Reply | null = null;
  const handle: HandleInbound = async (inbound) => {
    last = await world.handle(inbound);
    return last;
  };
  const slackApp = createSlackApp({
    botToken: slack.botToken,
    teamId: slack.teamId,
    slackApiUrl: slack.apiUrl,
    fetch: slack.fetch,
    log: world.log,
    handle,
    transport: { kind: 'http', signingSecret: SECRET, port: 0, host: '127.0.0.1' },
  });
  const { port } = await slackApp.start();
  const signed = new SlackSignedClient(`http://127.0.0.1:${port}${SLACK_PATH}`, SECRET);
  const connection = connectToFakes(connector, identity);
  const teamsServer = express()
    .use(createTeamsApp({ connection, handle, book: store.conversations, log: world.log }))
    .listen(0, '127.0.0.1');
  await new Promise((resolve) => teamsServer.once('listening', resolve));
  const teamsUrl = `http://127.0.0.1:${(teamsServer.address() as AddressInfo).port}/api/messages`;
  let said = 0;

  /** People who join later in a test get theirs when they first speak. */
  async function giveAccounts(): Promise<void> {
    const people = await prisma.person.findMany({
      where: { partnershipId, accounts: { none: { platform: 'slack', tenantId: slack.teamId } } },
    });
    if (people.length === 0) return;
    // The doors are held to one another; a greeting comes once, at the first of them.
    await prisma.person.updateMany({ where: { greetedAt: null }, data: { greetedAt: new Date() } });
    const linkedAt = new Date('2024-01-01T09:00:00Z');
    await prisma.platformAccount.createMany({
      data: people.flatMap(({ id: personId, key, email }) => [
        {
          ...{ partnershipId, personId, linkedAt },
          platform: 'slack' as const,
          tenantId: slack.teamId,
          userId: slackUser(email),
        },
        {
          ...{ partnershipId, personId, linkedAt },
          platform: 'teams' as const,
          tenantId: teamsIds.tenant,
          userId: `aad-${key}`,
        },
      ]),
      skipDuplicates: true,
    });
  }

  /** What takes longer than Slack waits is answered with a line, and then at the request's own address. */
  async function lateAnswer(before: number): Promise<Record<string, unknown>> {
    await vi.waitFor(() => expect(slack.responses.length).toBeGreaterThan(before), 20_000);
    return slack.responses.at(-1) ?? {};
  }

  async function saySlack(email: string, line: string): Promise<string> {
    const before = slack.responses.length;
    const answer = await signed.slash(
      slashPayload(slack, { text: line, user_id: slackUser(email), trigger_id: `t.${++said}` }),
    );
    if (answer.status !== 200) throw new Error(`Slack was answered ${answer.status}`);
    if (answer.text === '') return '';
    const body = answer.text.startsWith('{') ? JSON.parse(answer.text) : await lateAnswer(before);
    return String(body.text)
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  }

  async function sayTeams(email: string, line: string): Promise<string> {
    const person = await prisma.person.findFirst({ where: { partnershipId, email } });
    const key = person?.key ?? 'nobody';
    const activity = recorded('personal-message', connector.url, {
      text: line,
      from: { id: `29:${key}`, name: person?.name ?? 'Nobody', aadObjectId: `aad-${key}` },
    });
    connector.calls.length = 0;
    const token = identity.token(goodClaims(teamsIds.appId, activity.serviceUrl));
    const answer = await fetch(teamsUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(activity),
    });
    if (answer.status !== 200) throw new Error(`Teams was answered ${answer.status}`);
    // What takes more than a second is announced by a typing notice.
    const sent = connector
      .called(/^POST .*\/activities/)
      .find(({ body }) => body.type === 'message');
    return sent?.body.attachments?.[0]?.content.fallbackText ?? '';
  }

  async function sayTerminal(email: string, line: string): Promise<string> {
    const request = parseTerminal(['--as', email, ...line.split(' ')]);
    if (!request) throw new Error('the terminal could not read that');
    const reply = await handle({ ...request.inbound, tenantId: world.partnership.key });
    if (!reply) return '';
    const { stdout, stderr } = renderTerminal(reply, false);
    // A refusal's code stands before its sentence in the terminal, for scripts.
    return (stdout + stderr)
      .trimEnd()
      .replace(/^[a-z-]+: (?=[^\n])/, (code) => (code === `${reply.code}: ` ? '' : code));
  }

  await giveAccounts();
  return {
    async say(door, email, line) {
      await giveAccounts();
      last = null;
      const ways = { slack: saySlack, teams: sayTeams, terminal: sayTerminal };
      const text = await ways[door](email, line);
      return { text, reply: last };
    },
    async close() {
      await slackApp.stop();
      teamsServer.closeAllConnections();
      await new Promise((resolve) => teamsServer.close(resolve));
      await slack.close();
      await connector.close();
      await identity.close();
    },
  };
}

function slackUser(email: string): string {
  return `U${email.replace(/\W/g, '').toUpperCase()}`;
}
