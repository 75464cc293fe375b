// Where an answer goes, and where it goes next when that fails.
import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import type { Place } from '../../../../src/chat/slack/inbound/inbound.ts';
import { sdkLogger } from '../../../../src/chat/slack/send/log.ts';
import { sendReply, waysToReply } from '../../../../src/chat/slack/send/reply.ts';
import { DONE, type LogLine, recordingLog } from '../../../support/slack/slack-app-harness.ts';

const channel: Place = { channelId: 'C1', userId: 'U1', direct: false };
const pressed: Place = { ...channel, responseUrl: 'https://hooks.slack.com/x' };
const direct: Place = { channelId: 'D1', userId: 'U1', direct: true };

describe('the ways to reply', () => {
  test.each([
    ['a mention', channel, 'private', ['ephemeral', 'direct']],
    ['a mention for everyone', channel, 'conversation', ['conversation', 'direct']],
    ['a press', pressed, 'private', ['response-url', 'ephemeral', 'direct']],
    ['a press for everyone', pressed, 'conversation', ['conversation', 'response-url', 'direct']],
    ['a direct message', direct, 'private', ['conversation']],
  ] as const)('to %s', (_, place, audience, ways) => {
    expect(waysToReply(place, audience)).toEqual(ways);
  });

  test('never show a private reply to everyone', () => {
    expect(waysToReply(pressed, 'private')).not.toContain('conversation');
  });
});

describe('sendReply', () => {
  test('tries every way, then gives up in the log and never throws', async () => {
    const lines: LogLine[] = [];
    const log = recordingLog(lines);
    const asked: string[] = [];
    const fetch = async (input: unknown) => {
      asked.push(String(input).split('/').at(-1) ?? '');
      return Response.json({ ok: false, error: 'channel_not_found' });
    };
    const client = new WebClient('xoxb-fictional', { fetch, logger: sdkLogger(log) });

    await sendReply({ client, log, fetch }, pressed, DONE);

    expect(asked).toEqual(['x', 'chat.postEphemeral', 'conversations.open']);
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'warn', 'warn', 'error']);
  });
});

describe('the SDK’s own log lines', () => {
  const lines: LogLine[] = [];
  const logger = sdkLogger(recordingLog(lines));

  test('lose tokens, addresses and everything but the first words', () => {
    logger.debug('whole payload');
    logger.info('hello');
    logger.warn('token xoxb-1-2-abc at https://hooks.slack.com/a/b', { text: 'Casey' });
    logger.error(new TypeError('Casey was here'));

    expect(lines).toEqual([
      { level: 'warn', fields: { source: 'slack-sdk' }, msg: 'token [token] at [url]' },
      { level: 'error', fields: { source: 'slack-sdk' }, msg: 'TypeError' },
    ]);
  });
});
