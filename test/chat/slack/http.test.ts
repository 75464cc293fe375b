// Signed requests through the real Bolt receiver, answers through a Web API that enforces scopes.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../../support/process/eventually.ts';
import {
  DONE,
  replyOf,
  type SlackHarness,
  startSlackHarness,
} from '../../support/slack/slack-app-harness.ts';
import {
  buttonPayload,
  directPayload,
  formPayload,
  mentionPayload,
  slashPayload,
} from '../../support/slack/slack-payloads.ts';

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

describe('a slash command', () => {
  test('is answered in its acknowledgement, to the person alone', async () => {
    const response = await harness.signed.slash(slashPayload(harness.slack));

    expect(response.status).toBe(200);
    const body = json(response.text);
    expect(body).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
      parse: 'none',
      link_names: false,
    });
    expect(body.text).toContain('2B:2 is amber');
    expect(harness.inbounds).toHaveLength(1);
    expect(harness.inbounds[0]).toMatchObject({
      tenantId: harness.slack.teamId,
      userId: harness.slack.userId,
      text: expect.stringContaining('update 2B:2 amber'),
    });
  });

  test('is answered to everyone when the person asked for that', async () => {
    harness.answerWith(async () => replyOf(DONE.message, 'conversation'));

    const response = await harness.signed.slash(slashPayload(harness.slack));

    expect(json(response.text)).toMatchObject({ response_type: 'in_channel' });
  });

  test('that was answered before is acknowledged in silence', async () => {
    harness.answerWith(async () => null);

    const response = await harness.signed.slash(slashPayload(harness.slack));

    expect(response).toEqual({ status: 200, text: '' });
  });

  test('that takes long is acknowledged in time and answered afterwards', async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    harness.answerWith(async () => {
      await held;
      return DONE;
    });

    const response = await harness.signed.slash(slashPayload(harness.slack));
    const before = harness.slack.responses.length;
    finish();
    const answer = await harness.responded();

    expect(response).toEqual({ status: 200, text: 'Working on it…' });
    expect(before).toBe(0);
    expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(JSON.stringify(answer)).toContain('2B:2 is amber');
  });

  test('that cannot be read says so and reaches no handler', async () => {
    const response = await harness.signed.slash(slashPayload(harness.slack, { trigger_id: '' }));

    expect(response.status).toBe(200);
    expect(response.text).toContain('could not be read');
    expect(harness.inbounds).toEqual([]);
  });
});

describe('a mention', () => {
  test('is answered in its thread to the person alone', async () => {
    const response = await harness.signed.event(mentionPayload(harness.slack));

    expect(response.status).toBe(200);
    expect(await harness.posted('chat.postEphemeral')).toMatchObject({
      channel: harness.slack.channelId,
      user: harness.slack.userId,
      thread_ts: '1789999999.000100',
      parse: 'none',
      link_names: 'false',
    });
    expect(harness.inbounds[0]?.text).toBe('same 2B:2');
  });

  test('is answered in the channel when the person asked for that', async () => {
    harness.answerWith(async () => replyOf(DONE.message, 'conversation'));

    await harness.signed.event(mentionPayload(harness.slack));

    expect(await harness.posted('chat.postMessage')).toMatchObject({
      channel: harness.slack.channelId,
      thread_ts: '1789999999.000100',
      mrkdwn: 'false',
      unfurl_links: 'false',
    });
  });

  test('is answered directly when the person is not in the channel', async () => {
    const outsider = { ...harness.slack, channelId: 'C0NOWHERE1' };

    await harness.signed.event(mentionPayload(outsider));

    expect(await harness.posted('chat.postMessage')).toMatchObject({ channel: harness.dm });
    expect(harness.log).toContainEqual({
      level: 'warn',
      fields: { way: 'ephemeral', code: 'channel_not_found' },
      msg: expect.any(String),
    });
  });

  test('sent again by Slack carries the same request id', async () => {
    const payload = mentionPayload(harness.slack);

    await harness.signed.event(payload);
    await harness.signed.retry(payload, 1);
    await eventually(() => expect(harness.inbounds).toHaveLength(2));

    const ids = harness.inbounds.map(({ requestId }) => requestId);
    expect(ids).toEqual(['slack:event:Ev0MENTION1', 'slack:event:Ev0MENTION1']);
  });
});

describe('a direct message', () => {
  test('is answered by a normal message', async () => {
    await harness.signed.event(directPayload(harness.slack, harness.dm));

    expect(await harness.posted('chat.postMessage')).toMatchObject({ channel: harness.dm });
    expect(harness.inbounds[0]?.conversation).toEqual({ kind: 'personal', id: harness.dm });
  });

  test('that the bot wrote itself is not read', async () => {
    const own = directPayload(harness.slack, harness.dm, { user: harness.slack.botUserId });

    const response = await harness.signed.event(own);

    expect(response.status).toBe(200);
    await harness.signed.event(directPayload(harness.slack, harness.dm));
    await harness.posted('chat.postMessage');
    expect(harness.inbounds).toHaveLength(1);
  });
});

describe('what takes long, such as an import,', () => {
  const payloads = {
    'a direct message': () => harness.signed.event(directPayload(harness.slack, harness.dm)),
    'a mention': () => harness.signed.event(mentionPayload(harness.slack)),
    'a press': () => harness.signed.press(buttonPayload(harness.slack)),
  };

  test.each(Object.entries(payloads))(
    'says once that it is under way, to the person alone: %s',
    async (_, send) => {
      let finish = () => {};
      const held = new Promise<void>((resolve) => {
        finish = resolve;
      });
      harness.answerWith(async () => {
        await held;
        return DONE;
      });

      const response = await send();

      expect(response.status).toBe(200);
      expect(await harness.posted('chat.postEphemeral')).toMatchObject({
        ...{ text: 'Working on it…', user: harness.slack.userId, parse: 'none' },
      });
      finish();
      const answered = () =>
        harness.slack.calls.some(({ args }) => JSON.stringify(args).includes('2B:2 is amber')) ||
        harness.slack.responses.length > 0;
      await eventually(() => expect(answered()).toBe(true));
      const told = harness.slack.calls.filter(({ args }) =>
        JSON.stringify(args).includes('Working'),
      );
      expect(told).toHaveLength(1);
    },
  );
});

describe('a press', () => {
  test('is acknowledged at once and answered through its response URL', async () => {
    const response = await harness.signed.press(buttonPayload(harness.slack));

    expect(response).toEqual({ status: 200, text: '' });
    expect(await harness.responded()).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
    });
    expect(harness.inbounds[0]).toMatchObject({
      text: 'same 2B:2',
      guard: { objectiveId: 'obj_0001', version: 7 },
    });
  });

  test('is answered in the channel when its response URL has died', async () => {
    harness.slack.refusals.push({ status: 404, body: 'expired_url' });

    await harness.signed.press(buttonPayload(harness.slack));

    expect(await harness.posted('chat.postEphemeral')).toMatchObject({
      channel: harness.slack.channelId,
    });
  });

  test('is answered again in plainer blocks when Slack dislikes them', async () => {
    harness.slack.refusals.push({ status: 200, body: '{"ok":false,"error":"invalid_blocks"}' });

    await harness.signed.press(buttonPayload(harness.slack));

    const blocks = (await harness.responded(2))?.blocks;
    expect(blocks).toMatchObject([{ type: 'section' }]);
  });

  test('of a form in a direct conversation is answered by a normal message', async () => {
    await harness.signed.press(formPayload(harness.slack, harness.dm));

    expect(await harness.posted('chat.postMessage')).toMatchObject({ channel: harness.dm });
    expect(harness.inbounds[0]?.text).toBe('update 2B:2 amber 14 of 20 trained & 6 booked');
    expect(harness.slack.responses).toEqual([]);
  });

  test('of a control that is not ours is acknowledged and nothing more', async () => {
    const actions = [{ type: 'button', action_id: 'other', block_id: 'b', value: 'v' }];

    const response = await harness.signed.press(buttonPayload(harness.slack, { actions }));

    expect(response.status).toBe(200);
    expect(harness.inbounds).toEqual([]);
  });
});
