// Files through the real Bolt receiver: one shared with the bot, and one that an answer brings.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchShared, withFile } from '../../../../src/chat/slack/inbound/files.ts';
import { parseDirectMessage } from '../../../../src/chat/slack/inbound/inbound.ts';
import {
  DONE,
  type SlackHarness,
  startSlackHarness,
} from '../../../support/slack/slack-app-harness.ts';
import { slashPayload } from '../../../support/slack/slack-payloads.ts';

const recorded = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/slack/message-file.json'), 'utf8'),
);
const self = { botUserId: 'U0PAPBOT01', command: '/pap' };

describe('a file that is shared with the bot', () => {
  test('comes with the words that were written with it', () => {
    const request = parseDirectMessage(recorded, self);

    expect(request?.inbound.text).toBe('admin import');
    expect(request?.file).toEqual({
      ...{ name: 'plan.csv', size: 22 },
      url: 'https://files.slack.com/files-pri/T0FICTION1-F0PLAN0001/plan.csv',
    });
  });

  test('is fetched with the bot’s token, from Slack and nowhere else', async () => {
    const asked: string[] = [];
    const fetchFn = (async (url: string, init: RequestInit) => {
      asked.push(`${url} ${new Headers(init.headers).get('authorization')}`);
      return new Response('Ref,RAG');
    }) as typeof fetch;
    const file = parseDirectMessage(recorded, self)?.file;
    if (!file) throw new Error('no file');

    const good = await fetchShared(file, 'xoxb-1', fetchFn);
    const bad = await fetchShared(
      { ...file, url: 'https://files.slack.com.evil.test/' },
      'xoxb-1',
      fetchFn,
    );

    expect(good).toEqual({ name: 'plan.csv', bytes: new TextEncoder().encode('Ref,RAG') });
    expect(bad).toEqual({ name: 'plan.csv', problem: 'not-downloaded' });
    expect(asked).toEqual([`${file.url} Bearer xoxb-1`]);
  });

  test('is only fetched for an import', async () => {
    const request = parseDirectMessage(recorded, self);
    if (!request?.file) throw new Error('no file');
    const get = vi.fn(async () => ({ name: 'plan.csv', bytes: new Uint8Array() }));
    const update = { ...request.inbound, text: 'update 2B:2 amber see the file' };

    expect(await withFile(update, request.file, get)).toBe(update);
    expect(get).not.toHaveBeenCalled();
    expect(await withFile(request.inbound, request.file, get)).toHaveProperty('file');
  });
});

describe('a file of an answer', () => {
  let harness: SlackHarness;
  beforeAll(async () => {
    harness = await startSlackHarness();
  });
  afterAll(() => harness.close());
  beforeEach(() => harness.reset());

  test('goes to the person who asked, in the conversation with the bot', async () => {
    const bytes = new TextEncoder().encode('{}');
    const files = [{ name: 'plan.json', mediaType: 'application/json', bytes, line: 'x' }];
    harness.answerWith(async () => ({ ...DONE, files }));

    const response = await harness.signed.slash(slashPayload(harness.slack));

    expect(response.status).toBe(200);
    const done = await harness.posted('files.completeUploadExternal');
    expect(done.channel_id).toBe(harness.dm);
    expect(await harness.posted('files.getUploadURLExternal')).toMatchObject({
      filename: 'plan.json',
    });
    expect(harness.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
