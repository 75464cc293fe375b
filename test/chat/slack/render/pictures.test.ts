// The charts of a digest as pictures: uploaded where nobody sees them, shown by the message, and left out without a
// trace of harm when Slack will not have them.
import { expect, test, vi } from 'vitest';
import { createSlackSender } from '../../../../src/chat/slack/send/send.ts';
import { type Message, paragraph } from '../../../../src/core/message/messages/message.ts';
import type { Target } from '../../../../src/core/request/app/chat-ports.ts';
import { recordingLog } from '../../../support/slack/slack-app-harness.ts';
import { startLocalSlack } from '../../../support/slack/slack-emulator.ts';
import { type Answer, failureOf, senderWith, TEAM } from '../../../support/slack/slack-failing.ts';
import { someRatings } from '../../../support/world/sample-documents.ts';

const channel: Target = { kind: 'channel', tenantId: TEAM, channelId: 'C0THEME001' };
const message: Message = {
  title: 'Theme 1: week to Mon 8 July 2024',
  blocks: [paragraph('What changed'), { kind: 'chart', chart: someRatings }],
};
const draw = async () => new Uint8Array([137, 80, 78, 71]);

/** A Slack that takes files, but for what a test says. */
function slack(other: Partial<Record<string, Answer>> = {}): Answer {
  const usual: Record<string, Answer> = {
    'files.getUploadURLExternal': () =>
      Response.json({
        ok: true,
        upload_url: 'https://files.example/upload/v1',
        file_id: 'F0CHART01',
      }),
    v1: () => new Response('OK'),
    'files.completeUploadExternal': () => Response.json({ ok: true, files: [{ id: 'F0CHART01' }] }),
    'files.info': () => Response.json({ ok: true, file: { mimetype: 'image/png' } }),
    'chat.postMessage': () => Response.json({ ok: true, ts: '1.2' }),
  };
  return (method, args) => {
    const answer = other[method] ?? usual[method];
    if (!answer) throw new Error(`not expected: ${method}`);
    return answer(method, args);
  };
}

function blocksOf(body: URLSearchParams | undefined): { type: string; [key: string]: unknown }[] {
  return JSON.parse(body?.get('blocks') ?? '[]');
}

test('a chart is uploaded to nobody, then shown with its numbers as text under it', async () => {
  const { sender, methods, bodies } = senderWith(slack(), draw);

  await sender.send(channel, message);

  expect(methods).toEqual([
    ...['files.getUploadURLExternal', 'v1', 'files.completeUploadExternal', 'files.info'],
    'chat.postMessage',
  ]);
  expect(bodies[0]?.get('alt_text')).toBe(someRatings.alt);
  expect(bodies[2]?.has('channel_id')).toBe(false);
  const blocks = blocksOf(bodies.at(-1));
  const place = blocks.findIndex(({ type }) => type === 'image');
  expect(blocks[place]).toEqual({
    ...{ type: 'image', slack_file: { id: 'F0CHART01' } },
    alt_text: someRatings.alt,
  });
  const numbers = JSON.stringify(blocks.slice(place + 1));
  for (const { label, counts } of someRatings.points) {
    expect(numbers).toContain(label);
    expect(numbers).toContain(String(counts.green));
  }
});

test.each([
  ['may not upload', 'files.getUploadURLExternal', 'missing_scope'],
  ['loses the upload', 'files.completeUploadExternal', 'file_not_found'],
  ['is too busy', 'files.getUploadURLExternal', 'ratelimited'],
])(
  'where the bot %s, the message goes out with the numbers alone',
  async (_what, method, error) => {
    const refused = () => Response.json({ ok: false, error });
    const { sender, methods, bodies, lines } = senderWith(slack({ [method]: refused }), draw);

    const sent = await sender.send(channel, message);

    expect(sent).toEqual({ externalId: 'C0THEME001:1.2' });
    expect(methods.filter((one) => one === 'chat.postMessage')).toHaveLength(1);
    expect(blocksOf(bodies.at(-1)).map(({ type }) => type)).not.toContain('image');
    expect(JSON.stringify(blocksOf(bodies.at(-1)))).toContain(someRatings.title);
    expect(lines).toContainEqual({
      ...{ level: 'warn', fields: { code: error } },
      msg: 'a picture could not be uploaded',
    });
  },
);

test('where it cannot be drawn, the message goes out with the numbers alone', async () => {
  const { sender, methods } = senderWith(slack(), async () => {
    throw new Error('no more memory');
  });

  await sender.send(channel, message);

  expect(methods).toEqual(['chat.postMessage']);
});

test('where Slack refuses the picture in the message, it is posted again without', async () => {
  let tries = 0;
  const { sender, methods, bodies } = senderWith(
    slack({
      'chat.postMessage': () =>
        tries++ === 0
          ? Response.json({ ok: false, error: 'invalid_blocks' })
          : Response.json({ ok: true, ts: '1.3' }),
    }),
    draw,
  );

  expect(await sender.send(channel, message)).toEqual({ externalId: 'C0THEME001:1.3' });
  expect(methods.slice(-2)).toEqual(['chat.postMessage', 'chat.postMessage']);
  expect(blocksOf(bodies.at(-1)).map(({ type }) => type)).toContain('table');
});

test('a picture that Slack never gets ready is left out', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const info = vi.fn(() => Response.json({ ok: true, file: {} }));
    const { sender, bodies } = senderWith(slack({ 'files.info': info }), draw);
    let sent = false;
    const sending = sender.send(channel, message).then(() => {
      sent = true;
    });

    while (!sent) await vi.advanceTimersByTimeAsync(100);
    await sending;

    expect(info).toHaveBeenCalledTimes(5);
    expect(blocksOf(bodies.at(-1)).map(({ type }) => type)).not.toContain('image');
  } finally {
    vi.useRealTimers();
  }
});

test('what is not known of the message itself stays not known', async () => {
  const { sender } = senderWith(
    slack({ 'chat.postMessage': () => Response.json({ ok: false, error: 'internal_error' }) }),
    draw,
  );

  expect(await failureOf(sender.send(channel, message))).toMatchObject({ failure: 'unknown' });
});

test('a message without a chart uploads nothing, nor does a bot without a drawer', async () => {
  const plain = senderWith(slack(), draw);
  const bare = senderWith(slack());

  await plain.sender.send(channel, { ...message, blocks: [paragraph('2B:2')] });
  await bare.sender.send(channel, message);

  expect([...plain.methods, ...bare.methods]).toEqual(['chat.postMessage', 'chat.postMessage']);
});

test('the whole way through a local Slack', async () => {
  const local = await startLocalSlack();
  const { botToken, teamId, apiUrl, fetch, userId } = local;
  const access = { botToken, teamId, slackApiUrl: apiUrl, fetch, log: recordingLog([]) };
  const sender = createSlackSender(access, draw);

  await sender.send({ kind: 'person', tenantId: teamId, userId }, message);
  await local.close();

  expect(local.calls.map(({ method }) => method)).toEqual([
    ...['conversations.open', 'files.getUploadURLExternal'],
    ...['files.completeUploadExternal', 'files.info', 'chat.postMessage'],
  ]);
});
