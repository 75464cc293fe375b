// Every way in which sending can fail, made by a server or a fetch that fails that way.
import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { type Message, paragraph } from '../../../src/core/message/messages/message.ts';
import type { Target } from '../../../src/core/request/app/chat-ports.ts';
import {
  type BadServer,
  failureOf,
  refuse,
  senderTo,
  senderWith,
  serveBadly,
  TEAM,
} from '../../support/slack/slack-failing.ts';

const channel: Target = { kind: 'channel', tenantId: TEAM, channelId: 'C0THEME001' };
const person: Target = { kind: 'person', tenantId: TEAM, userId: 'U0OWNER001' };
const message: Message = {
  title: 'Your update is due',
  blocks: [
    paragraph('2B:2'),
    { kind: 'actions', actions: [{ label: 'Same as last time', line: 'same 2B:2' }] },
  ],
};

const servers: BadServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(listener: RequestListener): Promise<string> {
  const server = await serveBadly(listener);
  servers.push(server);
  return server.apiUrl;
}

describe('a failure that is certainly not sent', () => {
  test('a rate limit says how long to wait, and is not tried again here', async () => {
    const { sender, methods } = senderWith(
      () => new Response('', { status: 429, headers: { 'retry-after': '30' } }),
    );

    const failure = await failureOf(sender.send(channel, message));

    expect(failure).toMatchObject({
      failure: 'not-sent',
      code: 'ratelimited',
      retryAfterMs: 30_000,
    });
    expect(methods).toHaveLength(1);
  });

  test('a rate limit may leave the time out', async () => {
    const { sender } = senderWith(() => new Response('', { status: 429 }));

    const failure = await failureOf(sender.send(channel, message));

    expect(failure).toMatchObject({ failure: 'not-sent', retryAfterMs: undefined });
  });

  test('does not hold up the next message', async () => {
    let tries = 0;
    const { sender } = senderWith(() =>
      tries++ === 0
        ? new Response('', { status: 429, headers: { 'retry-after': '30' } })
        : Response.json({ ok: true, ts: '1.2' }),
    );

    await failureOf(sender.send(channel, message));
    const next = await sender.send(channel, message);

    expect(next.externalId).toBe('C0THEME001:1.2');
  });

  test('a refused connection', async () => {
    const url = await serve(() => {});
    await servers.pop()?.close();

    const failure = await failureOf(senderTo(url).send(channel, message));

    expect(failure).toMatchObject({ failure: 'not-sent', code: 'ECONNREFUSED' });
  });

  test('a name that cannot be found', async () => {
    const failure = await failureOf(senderTo('http://slack.invalid/api/').send(channel, message));

    expect(failure.failure).toBe('not-sent');
    expect(failure.code).toMatch(/ENOTFOUND|EAI_AGAIN/);
  });

  test('a time-out while only the conversation was being opened', async () => {
    const url = await serve(() => {});

    const failure = await failureOf(senderTo(url, 100).send(person, message));

    expect(failure).toMatchObject({ failure: 'not-sent', code: 'timeout' });
  });
});

describe('a failure that may have been sent', () => {
  test('a time-out after the request went out', async () => {
    const url = await serve(() => {});

    const failure = await failureOf(senderTo(url, 100).send(channel, message));

    expect(failure).toMatchObject({ failure: 'unknown', code: 'timeout' });
  });

  test('an answer that stops in the middle', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"ok":');
      setImmediate(() => response.destroy());
    });

    const failure = await failureOf(senderTo(url).send(channel, message));

    expect(failure.failure).toBe('unknown');
  });

  test('a connection dropped without an answer', async () => {
    const url = await serve((request) => {
      request.resume().on('end', () => request.socket.destroy());
    });

    const failure = await failureOf(senderTo(url).send(channel, message));

    expect(failure.failure).toBe('unknown');
  });

  test.each([500, 502, 503, 504, 408, 404])('status %i', async (status) => {
    const { sender } = senderWith(() => new Response('oops', { status }));

    const failure = await failureOf(sender.send(channel, message));

    expect(failure).toMatchObject({ failure: 'unknown', code: `http_${status}` });
  });

  test.each(['internal_error', 'fatal_error', 'service_unavailable'])(
    'Slack’s own %s',
    async (code) => {
      const { sender } = senderWith(refuse(code));

      expect(await failureOf(sender.send(channel, message))).toMatchObject({
        failure: 'unknown',
        code,
      });
    },
  );

  test('an answer that is not Slack’s, of which no word is kept', async () => {
    const { sender } = senderWith(() => new Response('<html>Casey’s proxy</html>'));

    const failure = await failureOf(sender.send(channel, message));

    expect(failure).toMatchObject({ failure: 'unknown', code: 'no_answer' });
    expect(failure.message).not.toContain('Casey');
  });
});

describe('a failure that will not pass by itself', () => {
  test.each([
    'account_inactive',
    'channel_not_found',
    'is_archived',
    'not_in_channel',
    'invalid_auth',
    'token_revoked',
    'restricted_action',
    'missing_scope',
  ])('%s of a channel', async (code) => {
    const { sender, methods } = senderWith(refuse(code));

    const failure = await failureOf(sender.send(channel, message));

    expect(failure).toMatchObject({ failure: 'never', code });
    expect(methods).toHaveLength(1);
  });

  test.each(['user_not_found', 'cannot_dm_bot', 'user_disabled'])(
    '%s of a person',
    async (code) => {
      const { sender, methods } = senderWith(refuse(code));

      const failure = await failureOf(sender.send(person, message));

      expect(failure).toMatchObject({ failure: 'never', code });
      expect(methods).toEqual(['conversations.open']);
    },
  );

  test.each([400, 403, 413])('status %i', async (status) => {
    const { sender } = senderWith(() => new Response('no', { status }));

    expect(await failureOf(sender.send(channel, message))).toMatchObject({ failure: 'never' });
  });
});
