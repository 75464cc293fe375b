// What the real Bolt receiver keeps out, lets in without an answer, and leaves out of the log.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../../support/process/eventually.ts';
import { type SlackHarness, startSlackHarness } from '../../support/slack/slack-app-harness.ts';
import { buttonPayload, mentionPayload, slashPayload } from '../../support/slack/slack-payloads.ts';
import type { Signing } from '../../support/slack/slack-signed-client.ts';

let harness: SlackHarness;

const MARK = 'Casey-Fictional';

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

describe('a request that is not from Slack', () => {
  test.each([
    ['a wrong signature', { secret: 'another-secret' }],
    ['no signature', { unsigned: true }],
    ['a time six minutes ago', { secondsOld: 360 }],
    ['a time six minutes from now', { secondsOld: -360 }],
    ['a time a year from now', { secondsOld: -31_536_000 }],
  ])('with %s is refused before any handler', async (_, signing) => {
    const { slack, signed } = harness;

    const statuses = [
      await signed.slash(slashPayload(slack), signing),
      await signed.event(mentionPayload(slack), signing),
      await signed.press(buttonPayload(slack), signing),
    ].map(({ status }) => status);

    expect(statuses).toEqual([401, 401, 401]);
    expect(harness.inbounds).toEqual([]);
    expect(slack.calls).toEqual([]);
  });

  test.each([
    ['four minutes ago', 240],
    ['in four minutes', -240],
  ])('but a clock that is a little out is nobody’s fault: %s', async (_, secondsOld) => {
    const { status } = await harness.signed.slash(slashPayload(harness.slack), { secondsOld });

    expect(status).toBe(200);
    expect(harness.inbounds).toHaveLength(1);
  });

  test.each(['', 'tomorrow', '1e10', 'Infinity', '0x7fffffff', '-5', '99999999999999', '4.5'])(
    'with %j for a time is refused before any handler',
    async (time) => {
      const headers = { 'x-slack-request-timestamp': time };

      const { status } = await harness.signed.slash(slashPayload(harness.slack), { headers });

      expect(status).toBe(401);
      expect(harness.inbounds).toEqual([]);
    },
  );

  test.each<[string, Signing & { readonly body?: string; readonly path?: string }]>([
    ['a signature', { headers: { 'x-slack-signature': `v0=${MARK}` } }],
    ['a version of a signature', { headers: { 'x-slack-signature': `${MARK}=1` } }],
    ['a time', { headers: { 'x-slack-request-timestamp': MARK } }],
    ['a content type', { secret: 'x', headers: { 'content-type': `text/${MARK}` } }],
    ['a reason to try again', { secret: 'x', headers: { 'x-slack-retry-reason': MARK } }],
    [
      'the words of a body',
      { secret: 'x', body: `{"${MARK}\r\n\u001b[31m": ${'x'.repeat(3_000)}` },
    ],
    ['the query of an address', { secret: 'x', path: `/slack/events?${MARK}` }],
    ['another address', { secret: 'x', path: `/${MARK}%0a%1b%zz` }],
    ['an address that is none', { secret: 'x', path: `//${MARK}:a/` }],
  ])(
    'has nothing of %s printed',
    async (_, { body = 'a=1', path = '/slack/events', ...signing }) => {
      const { status, text } = await harness.signed.raw(path, body, signing);

      expect([401, 404]).toContain(status);
      expect(harness.inbounds).toEqual([]);
      expect(text + JSON.stringify(harness.log)).not.toMatch(/Casey|\\u001b|xxxxx/);
    },
  );

  test('but a copy of one is let in by Bolt with the same request id, for the app to refuse', async () => {
    await harness.signed.slash(slashPayload(harness.slack));

    const copy = await harness.signed.replay();

    expect(copy.status).toBe(200);
    const [first, second] = harness.inbounds;
    expect(second?.requestId).toBe(first?.requestId);
  });

  test('cannot pass by claiming to be a certificate check', async () => {
    const fields = new URLSearchParams({ ...slashPayload(harness.slack), ssl_check: '1' });

    const response = await fetch(harness.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: fields.toString(),
    });

    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(harness.inbounds).toEqual([]);
  });
});

describe('a request from another workspace', () => {
  test('by command is turned away in words', async () => {
    const response = await harness.signed.slash(
      slashPayload(harness.slack, { team_id: 'T0ANOTHER1' }),
    );

    expect(response).toEqual({ status: 200, text: expect.stringContaining('another workspace') });
    expect(harness.inbounds).toEqual([]);
  });

  test('by event or press is acknowledged and ignored', async () => {
    const other = { ...harness.slack, teamId: 'T0ANOTHER1' };

    const event = await harness.signed.event(mentionPayload(other));
    const press = await harness.signed.press(buttonPayload(other));

    expect([event.status, press.status]).toEqual([200, 200]);
    await harness.signed.slash(slashPayload(harness.slack));
    expect(harness.inbounds.map(({ tenantId }) => tenantId)).toEqual([harness.slack.teamId]);
    expect(harness.slack.calls).toEqual([]);
    expect(harness.slack.responses).toEqual([]);
  });
});

/** As Slack documents them: the sender's workspace in the event, the installing one in `authorizations`. */
describe('a channel that is shared with another workspace', () => {
  const SCHOOL = 'T0SCHOOL1';
  const visitor = () => ({ team: SCHOOL, user_team: SCHOOL, source_team: SCHOOL });
  const hosted = (more: object) => ({
    ...mentionPayload(harness.slack, more),
    ...{ team_id: SCHOOL, context_team_id: harness.slack.teamId, is_ext_shared_channel: true },
    event_id: 'Ev0HOSTED01',
  });
  const pressed = () =>
    buttonPayload(harness.slack, { user: { id: harness.slack.userId, team_id: SCHOOL } });

  test.each([
    ['a mention', () => harness.signed.event(mentionPayload(harness.slack, visitor()))],
    ['a mention in a channel that they host', () => harness.signed.event(hosted(visitor()))],
    ['a press', () => harness.signed.press(pressed())],
  ])('runs nothing for people that nobody allowed, and tells them why: %s', async (_, send) => {
    const { status } = await send();

    const { channel, user, text } = await harness.posted('chat.postEphemeral');
    expect(status).toBe(200);
    expect([channel, user]).toEqual([harness.slack.channelId, harness.slack.userId]);
    expect(text).toContain(`/pap admin people allow slack ${SCHOOL} "your organisation"`);
    expect(harness.inbounds).toEqual([]);
    expect(harness.slack.calls.map(({ method }) => method)).toEqual(['chat.postEphemeral']);
  });

  test('tells somebody once, though Slack sends the event again', async () => {
    const event = { ...mentionPayload(harness.slack, visitor()), event_id: 'Ev0REPEATED' };

    await harness.signed.event(event);
    await harness.posted('chat.postEphemeral');
    await harness.signed.event(event);
    await harness.signed.event({ ...event, event_id: 'Ev0ANOTHER' });
    await harness.app.settled();

    const methods = harness.slack.calls.map(({ method }) => method);
    expect(methods).toEqual(['chat.postEphemeral', 'chat.postEphemeral']);
  });

  test.each([
    ['a mention', () => harness.signed.event(mentionPayload(harness.slack, visitor()))],
    ['a mention in a channel that they host', () => harness.signed.event(hosted(visitor()))],
    ['a press', () => harness.signed.press(pressed())],
  ])('lets in people of an allowed one, as who they are: %s', async (_, send) => {
    harness.allowed.add(SCHOOL);

    await send();

    const { teamId } = harness.slack;
    expect(harness.inbounds).toMatchObject([{ tenantId: teamId, outsideTenantId: SCHOOL }]);
  });

  test('hears its own people in a channel that another workspace hosts', async () => {
    await harness.signed.event(hosted({}));

    expect(harness.inbounds).toMatchObject([{ tenantId: harness.slack.teamId }]);
    expect(harness.inbounds[0]).not.toHaveProperty('outsideTenantId');
  });

  test('ignores what is for another installation, allowed or not', async () => {
    harness.allowed.add(SCHOOL);
    const theirs = { ...hosted(visitor()), authorizations: [{ team_id: SCHOOL }] };

    expect((await harness.signed.event(theirs)).status).toBe(200);
    await harness.signed.slash(slashPayload(harness.slack, { team_id: SCHOOL }));

    expect(harness.inbounds).toEqual([]);
    expect(harness.slack.calls).toEqual([]);
  });
});

describe('the door', () => {
  test('answers Slack’s check of the URL', async () => {
    const response = await harness.signed.event({ type: 'url_verification', challenge: 'c1' });

    expect(json(response.text)).toEqual({ challenge: 'c1' });
  });

  test('knows no other path', async () => {
    const response = await fetch(new URL('/other', harness.url), { method: 'POST' });

    expect(response.status).toBe(404);
  });

  test('acknowledges events that need no answer', async () => {
    const opened = { type: 'app_home_opened', user: harness.slack.userId, channel: harness.dm };
    const callback = { ...mentionPayload(harness.slack), event: opened };

    const response = await harness.signed.event(callback);

    expect(response.status).toBe(200);
    expect(harness.inbounds).toEqual([]);
  });

  test('says in the log when the app was removed', async () => {
    const callback = { ...mentionPayload(harness.slack), event: { type: 'app_uninstalled' } };

    await harness.signed.event(callback);

    await eventually(() =>
      expect(harness.log).toContainEqual(expect.objectContaining({ level: 'error' })),
    );
  });

  test('writes no word of a request that is Slack’s and cannot be read', async () => {
    const body = `{"text":"${MARK}", no JSON`;

    const { status } = await harness.signed.raw('/slack/events', body, {});

    expect(status).toBe(400);
    expect(harness.log).toHaveLength(1);
    expect(JSON.stringify(harness.log)).not.toContain('Casey');
  });

  test('writes no word of a request, no name and no token into the log', async () => {
    const { slack, signed } = harness;
    slack.refusals.push({ status: 404, body: 'expired_url' });

    await signed.slash(slashPayload(slack), { secret: 'another-secret' });
    await signed.press(buttonPayload({ ...slack, channelId: 'C0NOWHERE1' }));
    await harness.posted('chat.postMessage');

    const lines = JSON.stringify(harness.log);
    expect(harness.log.length).toBeGreaterThan(1);
    expect(lines).not.toMatch(/trained|casey|xoxb|fictional-|2B:2|hooks|127\.0\.0\.1/i);
  });
});
