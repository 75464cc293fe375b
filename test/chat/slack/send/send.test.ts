// Messages that we start: to whom they go, and how a refused shape is made plainer.
import { describe, expect, test } from 'vitest';
import { createSlackSender } from '../../../../src/chat/slack/send/send.ts';
import { type Message, paragraph } from '../../../../src/core/message/messages/message.ts';
import type { Target } from '../../../../src/core/request/app/chat-ports.ts';
import { recordingLog } from '../../../support/slack/slack-app-harness.ts';
import { startLocalSlack } from '../../../support/slack/slack-emulator.ts';
import { failureOf, refuse, senderWith, TEAM } from '../../../support/slack/slack-failing.ts';

const channel: Target = { kind: 'channel', tenantId: TEAM, channelId: 'C0THEME001' };
const message: Message = {
  title: 'Your update is due',
  blocks: [
    paragraph('2B:2'),
    { kind: 'actions', actions: [{ label: 'Same as last time', line: 'same 2B:2' }] },
  ],
};

describe('sending', () => {
  test('to a person opens the conversation, then posts in it', async () => {
    const slack = await startLocalSlack();
    const sender = createSlackSender({
      botToken: slack.botToken,
      teamId: slack.teamId,
      slackApiUrl: slack.apiUrl,
      fetch: slack.fetch,
      log: recordingLog([]),
    });

    const { externalId } = await sender.send(
      { kind: 'person', tenantId: slack.teamId, userId: slack.userId },
      message,
    );
    await slack.close();

    expect(slack.calls.map(({ method }) => method)).toEqual([
      'conversations.open',
      'chat.postMessage',
    ]);
    expect(externalId).toMatch(/^D\w+:\d+\.\d+$/);
  });

  test('to a channel posts there, with nothing looked up or unfolded', async () => {
    const { sender, methods, bodies } = senderWith(() => Response.json({ ok: true, ts: '1.2' }));

    const sent = await sender.send(channel, message);

    expect(sent).toEqual({ externalId: 'C0THEME001:1.2' });
    expect(methods).toEqual(['chat.postMessage']);
    expect(Object.fromEntries(bodies[0] ?? [])).toMatchObject({
      channel: 'C0THEME001',
      parse: 'none',
      link_names: 'false',
      mrkdwn: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
  });

  test('to another workspace is refused without a call', async () => {
    const { sender, methods } = senderWith(refuse('never_asked'));

    const failure = await failureOf(sender.send({ ...channel, tenantId: 'T0ANOTHER1' }, message));

    expect(failure).toMatchObject({ failure: 'never', code: 'other_workspace' });
    expect(methods).toEqual([]);
  });
});

describe('a refused shape', () => {
  test('is sent again as plain sections', async () => {
    let tries = 0;
    const { sender, bodies } = senderWith(() =>
      tries++ === 0
        ? Response.json({ ok: false, error: 'invalid_blocks' })
        : Response.json({ ok: true, ts: '1.2' }),
    );

    const sent = await sender.send(channel, message);

    expect(sent.externalId).toBe('C0THEME001:1.2');
    const blocks = JSON.parse(bodies[1]?.get('blocks') ?? '[]') as { type: string }[];
    expect(blocks.map(({ type }) => type)).toEqual(['section']);
  });

  test('is sent as text alone when even sections are refused', async () => {
    let tries = 0;
    const { sender, bodies } = senderWith(() =>
      tries++ < 2
        ? Response.json({ ok: false, error: 'msg_blocks_too_long' })
        : Response.json({ ok: true, ts: '1.2' }),
    );

    await sender.send(channel, message);

    expect(bodies).toHaveLength(3);
    expect(bodies[2]?.get('blocks')).toBe('[]');
    expect(bodies[2]?.get('text')).toContain('Your update is due');
  });

  test('is given up when text is refused too', async () => {
    const { sender, methods } = senderWith(refuse('msg_too_long'));

    const failure = await failureOf(sender.send(channel, message));

    expect(failure).toMatchObject({ failure: 'never', code: 'msg_too_long' });
    expect(methods).toHaveLength(3);
  });
});
