// Finding a message that got no answer, changing one that was sent, and what of a refusal means that somebody
// or something is gone.
import { describe, expect, test } from 'vitest';
import { type Message, paragraph } from '../../../src/core/message/messages/message.ts';
import type { Target } from '../../../src/core/request/app/chat-ports.ts';
import {
  type Answer,
  failureOf,
  refuse,
  senderWith,
  TEAM,
} from '../../support/slack/slack-failing.ts';

const channel: Target = { kind: 'channel', tenantId: TEAM, channelId: 'C0THEME001' };
const person: Target = { kind: 'person', tenantId: TEAM, userId: 'U0ASHA00' };
const message: Message = { title: 'Your update is due', blocks: [paragraph('2B:2')] };
const SINCE = new Date('2024-07-01T09:00:00.250Z');
const MARK = '0190a000-0000-7000-8000-000000000001';

/** A message as Slack gives it in a history. */
function marked(id: string, ts: string) {
  return { ts, metadata: { event_type: 'pap_notification', event_payload: { id } } };
}

function history(...pages: readonly (readonly object[])[]): Answer {
  let page = 0;
  return (method) => {
    if (method === 'conversations.open')
      return Response.json({ ok: true, channel: { id: 'D0ASHA' } });
    const messages = pages[page++] ?? [];
    const next = page < pages.length ? `page-${page}` : '';
    return Response.json({ ok: true, messages, response_metadata: { next_cursor: next } });
  };
}

function findSent(answer: Answer, target: Target = channel) {
  const { sender, methods, bodies } = senderWith(answer);
  if (!sender.findSent) throw new Error('Slack can be asked');
  return { found: sender.findSent(target, MARK, SINCE), methods, bodies };
}

describe('what was sent', () => {
  test('carries its mark, unseen', async () => {
    const { sender, bodies } = senderWith(() => Response.json({ ok: true, ts: '1.2' }));

    await sender.send(channel, message, MARK);
    await sender.send(channel, message);

    expect(JSON.parse(bodies[0]?.get('metadata') ?? '')).toEqual({
      event_type: 'pap_notification',
      event_payload: { id: MARK },
    });
    expect(bodies[1]?.has('metadata')).toBe(false);
  });

  test('is found by its mark and by nothing else', async () => {
    const { found, methods, bodies } = findSent(
      history([{ ts: '1.1' }, marked('another', '1.2')], [marked(MARK, '1.3')]),
    );

    expect(await found).toEqual({ externalId: 'C0THEME001:1.3' });
    expect(methods).toEqual(['conversations.history', 'conversations.history']);
    expect(Object.fromEntries(bodies[0] ?? [])).toMatchObject({
      channel: 'C0THEME001',
      oldest: '1719824400.250',
      include_all_metadata: 'true',
    });
    expect(bodies[1]?.get('cursor')).toBe('page-1');
  });

  test('is looked for in the person’s own conversation', async () => {
    const { found, methods } = findSent(history([marked(MARK, '1.3')]), person);

    expect(await found).toEqual({ externalId: 'D0ASHA:1.3' });
    expect(methods).toEqual(['conversations.open', 'conversations.history']);
  });

  test('is absent when the whole stretch has been seen', async () => {
    expect(await findSent(history([marked('another', '1.2')], [])).found).toBe('absent');
  });

  test('is absent in a channel that is archived: it takes no posts, and the next try says so', async () => {
    expect(await findSent(refuse('is_archived')).found).toBe('absent');
  });

  test('cannot be told of in a channel where too much was said', async () => {
    const endless = Array.from({ length: 9 }, () => [{ ts: '1.1' }]);
    const { found, methods } = findSent(history(...endless));

    expect(await failureOf(found)).toMatchObject({ failure: 'unknown', code: 'too-many-messages' });
    expect(methods).toHaveLength(5);
  });

  test.each(['missing_scope', 'not_in_channel', 'channel_not_found'])(
    'cannot be told of when Slack says %s',
    async (code) => {
      expect(await failureOf(findSent(refuse(code)).found)).toMatchObject({
        failure: 'never',
        code,
      });
    },
  );
});

describe('a change', () => {
  test('is made where the message stands', async () => {
    const { sender, methods, bodies } = senderWith(() => Response.json({ ok: true }));

    await sender.edit(channel, 'C0THEME001:1.2', message);

    expect(methods).toEqual(['chat.update']);
    expect(Object.fromEntries(bodies[0] ?? [])).toMatchObject({ channel: 'C0THEME001', ts: '1.2' });
  });

  test('of a message that is gone never works', async () => {
    const { sender } = senderWith(refuse('message_not_found'));

    const failure = await failureOf(sender.edit(channel, 'C0THEME001:1.2', message));

    expect(failure).toMatchObject({ failure: 'never', code: 'message_not_found', gone: null });
  });
});

describe('a refusal', () => {
  test.each([
    ['token_revoked', channel, 'app'],
    ['account_inactive', person, 'app'],
    ['invalid_auth', channel, 'app'],
    ['missing_scope', channel, 'app'],
    ['user_not_found', person, 'person'],
    ['user_disabled', person, 'person'],
    ['channel_not_found', person, 'person'],
    ['channel_not_found', channel, 'channel'],
    ['is_archived', channel, 'channel'],
    ['not_in_channel', channel, 'channel'],
    ['restricted_action', channel, 'channel'],
    ['no_text', channel, null],
  ] as const)('%s says what is gone', async (code, target, gone) => {
    const { sender } = senderWith(refuse(code));

    expect(await failureOf(sender.send(target, message))).toMatchObject({ failure: 'never', gone });
  });

  test('for now says that nothing is gone', async () => {
    const { sender } = senderWith(refuse('ratelimited'));

    expect(await failureOf(sender.send(channel, message))).toMatchObject({
      failure: 'not-sent',
      gone: null,
    });
  });
});
