// Starting, stopping, and sharing one HTTP server with another platform.

import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSlackApp } from '../../../src/chat/slack/inbound/app.ts';
import { paragraph } from '../../../src/core/message/messages/message.ts';
import { eventually } from '../../support/process/eventually.ts';
import {
  DONE,
  recordingLog,
  replyOf,
  SIGNING_SECRET,
  type SlackHarness,
  startSlackHarness,
} from '../../support/slack/slack-app-harness.ts';
import { urlOf } from '../../support/slack/slack-emulator.ts';
import { buttonPayload, slashPayload } from '../../support/slack/slack-payloads.ts';
import { SlackSignedClient } from '../../support/slack/slack-signed-client.ts';

let harness: SlackHarness;

beforeAll(async () => {
  harness = await startSlackHarness(150);
});

afterAll(async () => {
  await harness.close();
});

beforeEach(() => {
  harness.reset();
});

function json(text: string) {
  return JSON.parse(text) as Record<string, unknown>;
}

describe('mounted in a shared server', () => {
  test('answers Slack’s path and passes everything else on', async () => {
    const { slack } = harness;
    const app = createSlackApp({
      botToken: slack.botToken,
      teamId: slack.teamId,
      slackApiUrl: slack.apiUrl,
      log: recordingLog([]),
      transport: { kind: 'http', signingSecret: SIGNING_SECRET },
      handle: async () => DONE,
    });
    const server = createServer((request, response) => {
      app.requestHandler(request, response, () => response.writeHead(418).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const started = await app.start();
    const signed = new SlackSignedClient(`${urlOf(server)}/slack/events?a=1`, SIGNING_SECRET);

    const command = await signed.slash(slashPayload(slack));
    const other = await fetch(`${urlOf(server)}/api/messages`, { method: 'POST' });

    await app.stop();
    await new Promise((resolve) => server.close(resolve));
    expect(started).toEqual({ port: null });
    expect(json(command.text).text).toContain('2B:2 is amber');
    expect(other.status).toBe(418);
  });
});

describe('starting and stopping', () => {
  test('waits for work that was acknowledged already', async () => {
    const own = await startSlackHarness(150);
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    own.answerWith(async () => {
      await held;
      return replyOf({ title: 'Late', blocks: [paragraph('but there')] });
    });

    await own.signed.press(buttonPayload(own.slack));
    await eventually(() => expect(own.inbounds).toHaveLength(1));
    const stopped = own.app.stop();
    const before = own.slack.responses.length;
    finish();
    await stopped;
    const after = JSON.stringify(own.slack.responses);
    await own.slack.close();

    expect(before).toBe(0);
    expect(after).toContain('but there');
  });

  const refusing = async () => Response.json({ ok: false, error: 'invalid_auth' });

  test.each([
    ['a token that Slack refuses', { fetch: refusing }, 'SLACK_BOT_TOKEN'],
    ['a token of another workspace', { teamId: 'T0ANOTHER1' }, 'SLACK_TEAM_ID'],
  ])('%s stops the start and names the setting', async (_, wrong, setting) => {
    const { slack } = harness;
    const app = createSlackApp({
      botToken: slack.botToken,
      teamId: slack.teamId,
      slackApiUrl: slack.apiUrl,
      log: recordingLog([]),
      transport: { kind: 'http', signingSecret: SIGNING_SECRET },
      handle: async () => DONE,
      ...wrong,
    });

    await expect(app.start()).rejects.toThrow(setting);
  });

  test('goes on when Slack cannot be reached yet', async () => {
    const app = createSlackApp({
      botToken: 'xoxb-any',
      teamId: 'T0FICTION1',
      slackApiUrl: 'http://127.0.0.1:9/api/',
      log: recordingLog([]),
      transport: { kind: 'http', signingSecret: SIGNING_SECRET, port: 0 },
      handle: async () => DONE,
    });

    const { port } = await app.start();
    await app.stop();

    expect(port).toBeGreaterThan(0);
  });

  test('refuses to be open without a signing secret', () => {
    const { slack } = harness;

    expect(() =>
      createSlackApp({
        botToken: slack.botToken,
        teamId: slack.teamId,
        log: recordingLog([]),
        transport: { kind: 'http', signingSecret: '' },
        handle: async () => DONE,
      }),
    ).toThrow('signingSecret');
  });
});
