// The same listeners over Socket Mode, against a WebSocket server that plays Slack.

import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSlackApp, type SlackApp } from '../../../src/chat/slack/inbound/app.ts';
import type { Inbound, Reply } from '../../../src/core/request/app/inbound.ts';
import { eventually } from '../../support/process/eventually.ts';
import { DONE, recordingLog } from '../../support/slack/slack-app-harness.ts';
import { readRequest } from '../../support/slack/slack-emulator.ts';
import { buttonPayload, mentionPayload, slashPayload } from '../../support/slack/slack-payloads.ts';
import {
  type LocalSocketSlack,
  startLocalSocketSlack,
} from '../../support/slack/slack-socket-server.ts';

const TEAM = 'T0FICTION1';

let socket: LocalSocketSlack;
let app: SlackApp;
const inbounds: Inbound[] = [];
let answer: () => Promise<Reply> = async () => DONE;
const posts: { readonly url: string; readonly body: string }[] = [];
const place = {
  teamId: TEAM,
  userId: 'U0OWNER001',
  channelId: 'C0THEME001',
  responseUrl: 'https://hooks.slack.com/actions/T0FICTION1/1/x',
};

beforeAll(async () => {
  socket = await startLocalSocketSlack({ team_id: TEAM, user_id: 'U0PAPBOT01', ts: '1.1' });
  app = createSlackApp({
    botToken: 'xoxb-fictional',
    teamId: TEAM,
    slackApiUrl: socket.apiUrl,
    fetch: async (input, init) => {
      const { url, body } = readRequest(input, init);
      if (url.startsWith(socket.apiUrl) && /connections\.open|auth\.test/.test(url)) {
        return await fetch(input, init);
      }
      posts.push({ url, body });
      return Response.json({ ok: true, ts: '1.1' });
    },
    log: recordingLog([]),
    transport: { kind: 'socket', appToken: 'xapp-fictional' },
    handle: async (inbound) => {
      inbounds.push(inbound);
      return await answer();
    },
  });
  await app.start();
});

afterAll(async () => {
  await app.stop();
  await socket.close();
});

beforeEach(() => {
  inbounds.length = 0;
  posts.length = 0;
});

describe('Socket Mode', () => {
  test('connects with the app token', () => {
    expect(socket.tokens).toEqual(['Bearer xapp-fictional']);
  });

  test('answers a slash command in its acknowledgement', async () => {
    const answer = await socket.push({ type: 'slash_commands', payload: slashPayload(place) });

    expect(answer).toMatchObject({ response_type: 'ephemeral', blocks: expect.any(Array) });
    expect(inbounds[0]?.text).toContain('update 2B:2 amber');
  });

  test('answers a press through its response URL', async () => {
    await socket.push({ type: 'interactive', payload: buttonPayload(place) });

    await eventually(() => expect(posts.map(({ url }) => url)).toEqual([place.responseUrl]));
    expect(inbounds[0]?.text).toBe('same 2B:2');
  });

  test('answers a mention to the person alone', async () => {
    await socket.push({ type: 'events_api', payload: mentionPayload(place) });

    await eventually(() =>
      expect(posts.map(({ url }) => url)).toEqual([`${socket.apiUrl}chat.postEphemeral`]),
    );
    expect(inbounds[0]?.requestId).toBe('slack:event:Ev0MENTION1');
  });

  test('turns another workspace away', async () => {
    const other = slashPayload(place, { team_id: 'T0ANOTHER1' });

    const answer = await socket.push({ type: 'slash_commands', payload: other });

    expect(answer).toMatchObject({ text: expect.stringContaining('another workspace') });
    expect(inbounds).toEqual([]);
  });

  test('leaves a shared HTTP server alone', () => {
    const passedOn = vi.fn();

    app.requestHandler({} as never, {} as never, passedOn);

    expect(passedOn).toHaveBeenCalledOnce();
  });

  // The last one: it stops the app.
  test('takes nothing more once it is told to stop, and answers what it has taken', async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    answer = () => held.then(() => DONE);
    const taken = socket.push({ type: 'slash_commands', payload: slashPayload(place) });
    await eventually(() => expect(inbounds).toHaveLength(1));
    const acknowledged: string[] = [];

    const stopped = app.stop();
    for (const envelope of [
      { type: 'slash_commands', payload: slashPayload(place) },
      { type: 'interactive', payload: buttonPayload(place) },
      { type: 'events_api', payload: mentionPayload(place) },
    ] as const)
      socket.push(envelope).then(() => acknowledged.push(envelope.type), fail);
    await socket.delivered();
    finish();

    expect(await taken).toMatchObject({ response_type: 'ephemeral' });
    await stopped;
    expect(inbounds).toHaveLength(1);
    expect(acknowledged).toEqual([]);
    await eventually(() => expect(socket.connections()).toBe(0));
  });
});

function fail(): void {
  throw new Error('a stand-in failed');
}
