// Recorded payloads → Inbound.
import { describe, expect, test } from 'vitest';
import {
  parseCommand,
  parseDirectMessage,
  parseEdit,
  parseMention,
  parseOpened,
  parsePress,
} from '../../../../src/chat/slack/inbound/inbound.ts';
import { placeOf } from '../../../../src/chat/slack/inbound/team.ts';
import { unescapeText } from '../../../../src/chat/slack/render/escape.ts';
import mention from '../../../fixtures/slack/app-mention.json' with { type: 'json' };
import button from '../../../fixtures/slack/button.json' with { type: 'json' };
import form from '../../../fixtures/slack/form.json' with { type: 'json' };
import direct from '../../../fixtures/slack/message-im.json' with { type: 'json' };
import slash from '../../../fixtures/slack/slash-command.json' with { type: 'json' };

const self = { botUserId: 'U0PAPBOT01', command: '/pap' };

function mentionSaying(text: string, more: object = {}) {
  return { ...mention, event: { ...mention.event, text, ...more } };
}

function directSaying(text: string, more: object = {}) {
  return { ...direct, event: { ...direct.event, text, ...more } };
}

describe('a slash command', () => {
  test('is read whole, its entities and mentions made plain', () => {
    expect(parseCommand(slash)).toEqual({
      inbound: {
        platform: 'slack',
        tenantId: 'T0FICTION1',
        userId: 'U0OWNER001',
        conversation: { kind: 'channel', id: 'C0THEME001' },
        text: 'update 2B:2 amber 14 of 20 trained & 6 booked with @U0DEPUTY01',
        mentions: [{ said: '@U0DEPUTY01', userId: 'U0DEPUTY01' }],
        requestId: 'slack:cmd:5150000000.1111111111.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      },
      place: {
        channelId: 'C0THEME001',
        userId: 'U0OWNER001',
        responseUrl: 'https://hooks.slack.com/commands/T0FICTION1/1111111111/abcdefabcdef',
        direct: false,
      },
      triggerId: '5150000000.1111111111.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    });
  });

  test('without words is an empty line', () => {
    const { text: _, ...bare } = slash;

    expect(parseCommand(bare)?.inbound.text).toBe('');
  });

  test('in a direct conversation is personal', () => {
    const there = parseCommand({ ...slash, channel_id: 'D0OWNER001' });

    expect(there?.inbound.conversation).toEqual({ kind: 'personal', id: 'D0OWNER001' });
  });

  test.each([
    ['nothing', undefined],
    ['a string', 'update'],
    ['no person', { ...slash, user_id: undefined }],
    ['two persons', { ...slash, user_id: ['U1', 'U2'] }],
    ['no trigger', { ...slash, trigger_id: '' }],
    ['a response URL that is none', { ...slash, response_url: 'here' }],
  ])('malformed (%s) is not a request', (_, body) => {
    expect(parseCommand(body)).toBeNull();
  });
});

describe('a mention', () => {
  test('loses the name of the bot and a typed /pap, and keeps its thread', () => {
    expect(parseMention(mention, self)).toEqual({
      inbound: {
        platform: 'slack',
        tenantId: 'T0FICTION1',
        userId: 'U0OWNER001',
        conversation: { kind: 'channel', id: 'C0THEME001' },
        text: 'same 2B:2',
        requestId: 'slack:event:Ev0MENTION1',
      },
      place: {
        channelId: 'C0THEME001',
        userId: 'U0OWNER001',
        threadTs: '1789999999.000100',
        direct: false,
      },
    });
  });

  test.each([
    ['<@U0PAPBOT01>', ''],
    ['<@U0PAPBOT01|PAP> mine', 'mine'],
    ['<@U0PAPBOT01>\u00a0mine', 'mine'],
    ['<@U0PAPBOT01> PAP mine', 'mine'],
    ['<@U0PAPBOT01> papers due', 'papers due'],
    ['<@U0PAPBOT01> update 2B:2 green ask <@U0DEPUTY01> in <#C0OTHER001|general>', null],
  ])('%j is the line %j', (text, line) => {
    const expected = line ?? 'update 2B:2 green ask @U0DEPUTY01 in #C0OTHER001';

    expect(parseMention(mentionSaying(text), self)?.inbound.text).toBe(expected);
  });

  test('says by their ids whom it mentions, the bot left out', () => {
    const text = '<@U0PAPBOT01> handover 2B:2 <@U0DEPUTY01|sam> then <@U0DEPUTY01>';

    expect(parseMention(mentionSaying(text), self)?.inbound.mentions).toEqual([
      { said: '@U0DEPUTY01', userId: 'U0DEPUTY01' },
    ]);
    expect(parseMention(mentionSaying('<@U0PAPBOT01> mine'), self)?.inbound).not.toHaveProperty(
      'mentions',
    );
  });

  test('is understood before the bot knows its own id', () => {
    const unknown = { command: '/pap' };

    expect(parseMention(mention, unknown)?.inbound.text).toBe('same 2B:2');
  });

  test('follows the command when that has another name', () => {
    const renamed = { ...self, command: '/pap-test' };

    expect(parseMention(mentionSaying('<@U0PAPBOT01> /pap-test mine'), renamed)?.inbound.text).toBe(
      'mine',
    );
  });

  test.each([
    ['a program', { bot_id: 'B0OTHER001' }],
    ['the bot itself', { user: 'U0PAPBOT01' }],
    ['an edit of an older message', { edited: { user: 'U0OWNER001', ts: '1.1' } }],
  ])('by %s is ignored', (_, more) => {
    expect(parseMention(mentionSaying('<@U0PAPBOT01> mine', more), self)).toBeNull();
  });
});

describe('a direct message', () => {
  test('loses a leading pap and reads as it was typed', () => {
    const request = parseDirectMessage(direct, self);

    expect(request?.inbound.text).toBe('update 2B:2 green see plan.example > page 4');
    expect(request?.inbound.conversation).toEqual({ kind: 'personal', id: 'D0OWNER001' });
    expect(request?.inbound.requestId).toBe('slack:event:Ev0DIRECT01');
    expect(request?.place.direct).toBe(true);
  });

  test.each([
    ['<mailto:casey@example.org|casey@example.org>', 'casey@example.org'],
    ['<https://plan.example/a?b=1&amp;c=2>', 'https://plan.example/a?b=1&c=2'],
    ['<https://plan.example|the plan>', 'the plan (https://plan.example)'],
    ['<!here> <!subteam^S012|@leads>', '@here @leads'],
    ['1 &lt; 2 &amp;lt;', '1 < 2 &lt;'],
  ])('%j is the words %j', (text, words) => {
    expect(parseDirectMessage(directSaying(text), self)?.inbound.text).toBe(words);
  });

  test.each([
    ['message_changed', { subtype: 'message_changed' }],
    ['bot_message', { subtype: 'bot_message', bot_id: 'B1' }],
    ['a channel', { channel_type: 'channel' }],
    ['Slackbot', { user: 'USLACKBOT' }],
  ])('that is or comes from %s is ignored', (_, more) => {
    expect(parseDirectMessage(directSaying('mine', more), self)).toBeNull();
  });
});

describe('a press', () => {
  test('types its line, with the item and version that were on screen', () => {
    expect(parsePress(button)).toEqual({
      inbound: {
        platform: 'slack',
        tenantId: 'T0FICTION1',
        userId: 'U0OWNER001',
        conversation: { kind: 'channel', id: 'C0THEME001' },
        text: 'same 2B:2',
        guard: { objectiveId: 'obj_0001', version: 7 },
        requestId: 'slack:action:5150000001.1111111111.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
      },
      place: {
        channelId: 'C0THEME001',
        userId: 'U0OWNER001',
        threadTs: undefined,
        responseUrl: 'https://hooks.slack.com/actions/T0FICTION1/2222222222/abcdefabcdef',
        direct: false,
      },
      triggerId: '5150000001.1111111111.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
    });
  });

  test('without a trigger is told apart by its time, person and button', () => {
    const { trigger_id: _, ...untriggered } = button;

    expect(parsePress(untriggered)?.inbound.requestId).toBe(
      'slack:action:1790000250.111111:U0OWNER001:pap:0',
    );
  });

  test('is read even when Slack sends entities in its value', () => {
    const [action] = button.actions;
    const escaped = { ...action, value: '{"l":"update 2B:2 amber R&amp;D &lt;5"}' };

    expect(parsePress({ ...button, actions: [escaped] })?.inbound.text).toBe(
      'update 2B:2 amber R&D <5',
    );
  });

  test.each([
    ['another app’s value', { value: 'approve' }],
    ['another app’s id', { action_id: 'approve' }],
    ['no value', { value: undefined }],
  ])('of a button with %s is not a request', (_, more) => {
    expect(parsePress({ ...button, actions: [{ ...button.actions[0], ...more }] })).toBeNull();
  });
});

describe('a form', () => {
  test('appends its own answers to the line, in field order', () => {
    const request = parsePress(form);

    expect(request?.inbound.text).toBe('update 2B:2 amber 14 of 20 trained & 6 booked');
    expect(request?.inbound.guard).toEqual({ objectiveId: 'obj_0001', version: 7 });
    expect(request?.place.direct).toBe(true);
  });

  test('with nothing filled in is its line alone', () => {
    expect(parsePress({ ...form, state: { values: {} } })?.inbound.text).toBe('update 2B:2');
  });

  test('with a state that makes no sense is its line alone', () => {
    const values = { 'pap:form:0:0:rag': 7, 'pap:form:0:x': { a: { value: 'lost' } } };

    expect(parsePress({ ...form, state: { values } })?.inbound.text).toBe('update 2B:2');
  });
});

describe('the workspace of a payload', () => {
  const recorded = { slash, mention, direct, button, form };

  test.each(Object.entries(recorded))('is ours for the recorded %s', (_, body) => {
    expect(placeOf(body, 'T0FICTION1')).toEqual({ tenantId: 'T0FICTION1' });
    expect(placeOf(body, 'T0ANOTHER1')).toBeNull();
  });

  test.each([
    ['a command', { ...slash, team_id: 'T0ANOTHER1' }],
    [
      'a message that is for another workspace',
      { ...mentionSaying('x'), authorizations: [{ team_id: 'T0ANOTHER1' }] },
    ],
    [
      'a press that names another workspace only',
      { ...button, team: { id: 'T0ANOTHER1' }, user: { team_id: 'T0ANOTHER1' } },
    ],
    [
      'a message that names two other workspaces',
      mentionSaying('x', { team: 'T0ANOTHER1', user_team: 'T0ANOTHER2' }),
    ],
    ['a payload that names none', { event: {} }],
    ['no payload', null],
  ])('is not ours for %s', (_, body) => {
    expect(placeOf(body, 'T0FICTION1')).toBeNull();
  });

  test.each([
    [
      'a message by a person of another workspace',
      mentionSaying('x', {
        team: 'T0ANOTHER1',
        user_team: 'T0ANOTHER1',
        source_team: 'T0ANOTHER1',
      }),
      'T0ANOTHER1',
    ],
    [
      'such a message in a channel that their workspace hosts',
      { ...mentionSaying('x', { team: 'T0ANOTHER1' }), team_id: 'T0ANOTHER1' },
      'T0ANOTHER1',
    ],
    [
      'a message of ours in a channel that another workspace hosts',
      { ...mentionSaying('x', { team: 'T0FICTION1' }), team_id: 'T0HOST0001' },
      undefined,
    ],
    [
      'a message in a channel of a third workspace',
      { ...mentionSaying('x', { team: 'T0ANOTHER1' }), team_id: 'T0HOST0001' },
      'T0ANOTHER1',
    ],
    [
      'a press by a person of another workspace',
      { ...button, user: { team_id: 'T0ANOTHER1' } },
      'T0ANOTHER1',
    ],
  ])('in a shared channel is the one that installed the app for %s', (_, body, outsideTenantId) => {
    expect(placeOf(body, 'T0FICTION1')).toEqual({
      tenantId: 'T0FICTION1',
      ...(outsideTenantId && { outsideTenantId }),
    });
  });
});

test('reads emoji, which Slack sends by name, and leaves a workspace’s own alone', () => {
  expect(unescapeText('update 2B:2 :large_orange_diamond: all well :tada: :our_logo:')).toBe(
    'update 2B:2 🔶 all well 🎉 :our_logo:',
  );
});

describe('a message that was changed', () => {
  const { user, channel } = direct.event;
  const edit = (more: object = {}) => ({
    ...direct,
    event: {
      type: 'message',
      subtype: 'message_changed',
      channel,
      channel_type: 'im',
      message: { user, text: 'update 2B:2 red', ts: '1720000000.000100', ...more },
      previous_message: { text: 'update 2B:2 amber' },
    },
  });

  test('asks what becomes of it, the same request however often it is changed', () => {
    const first = parseEdit(edit(), self);

    expect(first).toMatchObject({
      inbound: { text: 'help edits', userId: user, conversation: { kind: 'personal' } },
      place: { channelId: channel, direct: true },
    });
    expect(parseEdit({ ...edit({ text: 'x' }), event_id: 'Ev2' }, self)?.inbound.requestId).toBe(
      first?.inbound.requestId,
    );
    expect(parseEdit(edit({ ts: '2' }), self)?.inbound.requestId).not.toBe(
      first?.inbound.requestId,
    );
  });

  test.each([
    ['Slack showed the preview of a link', { text: 'update 2B:2 amber' }],
    ['the bot changed its own', { user: 'U0PAPBOT01' }],
    ['a program did it', { bot_id: 'B1' }],
  ])('is nothing to answer where %s', (_why, more) => {
    expect(parseEdit(edit(more), self)).toBeNull();
  });

  test('is no message', () => {
    expect(parseDirectMessage(edit(), self)).toBeNull();
    expect(parseEdit(direct, self)).toBeNull();
  });
});

test('whoever opens their messages with the bot is greeted, by the same request each time', () => {
  const event = { type: 'app_home_opened', user: 'U0OWNER001', channel: 'D0OWNER001' };
  const opened = parseOpened({ ...direct, event: { ...event, tab: 'messages' } });

  expect(opened).toMatchObject({
    inbound: { text: 'help', isOpening: true, requestId: 'slack:opened:U0OWNER001' },
    place: { channelId: 'D0OWNER001', direct: true },
  });
  expect(parseOpened({ ...direct, event: { ...event, tab: 'home' } })).toBeNull();
});
