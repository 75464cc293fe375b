import { describe, expect, test } from 'vitest';
import { parseActivity, type TeamsActivity } from '../../../../src/chat/teams/inbound/activity.ts';
import { commandText, mentionedOthers } from '../../../../src/chat/teams/inbound/command-text.ts';
import {
  parseCardAction,
  parseEdit,
  parseInstallation,
  parseMessage,
} from '../../../../src/chat/teams/inbound/inbound.ts';
import { referencesFrom } from '../../../../src/chat/teams/inbound/references.ts';
import { type FixtureName, recorded, teamsIds } from '../../../support/teams/teams-activity.ts';

const serviceUrl = 'https://smba.trafficmanager.net/uk/';
const reader = { tenantId: teamsIds.tenant, anonymous: false };
const line = 'update 2B:2 green 14 of 20 named workers trained';

function activity(name: FixtureName, changes: object = {}): TeamsActivity {
  const read = parseActivity(recorded(name, serviceUrl, changes));
  if (read === null) throw new Error('the fixture is malformed');
  return read;
}

describe('the same line', () => {
  test.each<[FixtureName, object]>([
    ['personal-message', {}],
    ['channel-mention', {}],
    ['submit-message', {}],
  ])('comes from %s', (name, changes) => {
    expect(parseMessage(activity(name, changes), reader)?.inbound.text).toBe(line);
  });

  test('comes from a form by Action.Execute', () => {
    const { value } = activity('submit-message');
    const invoke = activity('execute-invoke', {
      value: { action: { type: 'Action.Execute', verb: 'pap', data: value } },
    });

    expect(parseCardAction(invoke, reader)).toMatchObject({ by: 'form', inbound: { text: line } });
  });
});

const at = '<at>PAP</at>';
const bot = { type: 'mention', mentioned: { id: teamsIds.bot, name: 'PAP' }, text: at };

describe('what was typed', () => {
  test.each([
    ['update 2B:2 green', 'update 2B:2 green'],
    ['pap update 2B:2 green', 'update 2B:2 green'],
    ['PAP update 2B:2 green', 'update 2B:2 green'],
    ['/pap update 2B:2 green', 'update 2B:2 green'],
    ['/PAP  update 2B:2 green', 'update 2B:2 green'],
    ['/update 2B:2 green', 'update 2B:2 green'],
    ['  update\n2B:2\u00a0green  ', 'update\n2B:2 green'],
    ['&nbsp;update 2B:2 R&amp;D &lt;5&gt;', 'update 2B:2 R&D <5>'],
    ['update 2B:2 &amp;lt; stays', 'update 2B:2 &lt; stays'],
    ['\u200bupdate 2B:2', 'update 2B:2'],
    ['pap', ''],
    ['/pap', ''],
    ['/pap /help', 'help'],
    ['papers due', 'papers due'],
    ['update 2B:2 green 1/2 done', 'update 2B:2 green 1/2 done'],
    ['', ''],
  ])('%j is the line %j', (typed, expected) => {
    expect(commandText(typed, [], teamsIds.bot)).toBe(expected);
  });

  test.each([
    [`${at} mine`, 'mine'],
    [`${at}&nbsp;mine\n`, 'mine'],
    [`\n${at}\u00a0/pap mine`, 'mine'],
    [`mine ${at}`, 'mine'],
    [`${at} ${at} mine`, 'mine'],
    [`${at}`, ''],
  ])('%j, mentioning the bot, is the line %j', (typed, expected) => {
    expect(commandText(typed, [bot], teamsIds.bot)).toBe(expected);
  });

  test('a mention whose entity is missing is still ours by its name', () => {
    expect(commandText(`${at} mine`, [], teamsIds.bot)).toBe('@PAP mine');
  });

  test('somebody else’s mention is kept as one would type it', () => {
    const robin = {
      type: 'mention',
      mentioned: { id: teamsIds.personAccount },
      text: '<at>Robin</at>',
    };

    const text = commandText(`${at} outstanding <at id="1">Robin</at>`, [bot, robin], teamsIds.bot);

    expect(text).toBe('outstanding @Robin');
  });

  test('somebody else’s mention carries who it is, by the Entra id where there is one', () => {
    const robin = (more: object) => ({
      ...{ type: 'mention', text: '<at id="1">Robin</at>' },
      mentioned: { id: teamsIds.personAccount, ...more },
    });

    expect(mentionedOthers([bot, robin({})], teamsIds.bot)).toEqual({
      mentions: [{ said: '@Robin', userId: teamsIds.personAccount }],
    });
    expect(mentionedOthers([robin({ aadObjectId: 'entra-id' })], teamsIds.bot)).toEqual({
      mentions: [{ said: '@Robin', userId: 'entra-id' }],
    });
    expect(mentionedOthers([bot], teamsIds.bot)).toEqual({});
  });

  test.each([
    [null],
    ['mention'],
    [{ type: 'mention' }],
    [{ type: 'mention', mentioned: null, text: 3 }],
  ])('an entity like %j does no harm', (entity) => {
    expect(commandText('mine', [entity], teamsIds.bot)).toBe('mine');
  });
});

describe('nothing is read from', () => {
  test.each<[string, TeamsActivity]>([
    ['another kind of activity', activity('personal-message', { type: 'messageReaction' })],
    ['an activity without an id', activity('personal-message', { id: undefined })],
    ['a message without text', activity('personal-message', { text: undefined })],
    ['somebody without an Entra id', activity('personal-message', { from: { id: '29:x' } })],
    ['a press with another’s data', activity('submit-message', { value: { value: 'not ours' } })],
  ])('%s', (_what, one) => {
    expect(parseMessage(one, reader)).toBeNull();
  });

  test.each([
    ['a message', activity('personal-message')],
    ['another invoke', activity('execute-invoke', { name: 'task/submit' })],
    ['an invoke without a value', activity('execute-invoke', { value: undefined })],
    [
      'an invoke with a list for data',
      activity('execute-invoke', { value: { action: { data: [] } } }),
    ],
  ])('%s as a card’s button', (_what, one) => {
    expect(parseCardAction(one, reader)).toBeNull();
  });
});

describe('a form’s answers', () => {
  test.each([
    [{ f0: 'green', f1: ' 14 of 20 ' }, 'update 2B:2 green 14 of 20'],
    [{ f0: 'green' }, 'update 2B:2 green'],
    [{ f0: 'green', f1: '   ' }, 'update 2B:2 green'],
    [{ f0: 'green', f1: { evil: true } }, 'update 2B:2 green'],
    [{ f0: 'green', f1: '14', f2: 'of another form' }, 'update 2B:2 green 14'],
  ])('%j make the line %j', (answers, expected) => {
    const value = { value: '{"l":"update 2B:2"}', form: [0, 2], ...answers };

    expect(parseMessage(activity('submit-message', { value }), reader)?.inbound.text).toBe(
      expected,
    );
  });

  test('of a plain button are not looked for', () => {
    const value = { value: '{"l":"same 2B:2"}', f0: 'green' };

    expect(parseMessage(activity('submit-message', { value }), reader)).toMatchObject({
      by: 'button',
      inbound: { text: 'same 2B:2' },
    });
  });
});

describe('a request id', () => {
  test('is the same for a repeat', () => {
    const one = activity('personal-message', { id: '1767' });

    expect(parseMessage(one, reader)?.inbound.requestId).toBe(
      parseMessage({ ...one }, reader)?.inbound.requestId,
    );
  });

  test('differs for two chats’ messages of the same millisecond', () => {
    const one = activity('personal-message', { id: '1767' });
    const other = { ...one, conversation: { ...one.conversation, id: 'a:another' } };

    expect(parseMessage(one, reader)?.inbound.requestId).not.toBe(
      parseMessage(other, reader)?.inbound.requestId,
    );
  });
});

describe('in the demo, where nobody is authenticated', () => {
  test('the account id stands in for an Entra id', () => {
    const one = activity('personal-message', { from: { id: 'user-1' } });

    expect(parseMessage(one, { ...reader, anonymous: true })?.inbound.userId).toBe('user-1');
  });
});

describe('a reference', () => {
  test('of a person is their chat with the bot', () => {
    expect(referencesFrom(activity('personal-message'), reader)).toEqual([
      {
        platform: 'teams',
        tenantId: teamsIds.tenant,
        kind: 'personal',
        subjectId: teamsIds.person,
        conversationId: teamsIds.personalChat,
        serviceUrl,
        botId: teamsIds.bot,
      },
    ]);
  });

  test('of a channel has no thread', () => {
    expect(
      referencesFrom(
        activity('channel-mention', { channelData: { tenant: { id: teamsIds.tenant } } }),
        reader,
      ),
    ).toMatchObject([
      { kind: 'channel', subjectId: teamsIds.channel, conversationId: teamsIds.channel },
    ]);
  });

  test('of a channel comes with that of its team, whose roster can be read then', () => {
    const ids = referencesFrom(activity('channel-mention'), reader).map((one) => one.subjectId);

    expect(ids).toEqual([teamsIds.channel, '19:fictional-team@thread.tacv2']);
  });

  test('is not learnt from the bot itself', () => {
    expect(
      referencesFrom(activity('channel-mention', { from: { id: teamsIds.bot } }), reader),
    ).toEqual([]);
  });
});

describe('a message that was changed', () => {
  const changed = {
    type: 'messageUpdate',
    id: '1720000000000',
    channelData: { eventType: 'editMessage' },
  };

  test('asks what becomes of it, the same request however often it is changed', () => {
    const edit = parseEdit(activity('personal-message', changed), reader);
    const again = parseEdit(activity('personal-message', { ...changed, text: 'other' }), reader);
    const original = parseMessage(activity('personal-message'), reader);

    expect(edit?.inbound.text).toBe('help edits');
    expect(again?.inbound.requestId).toBe(edit?.inbound.requestId);
    expect(edit?.inbound.requestId).not.toBe(original?.inbound.requestId);
  });

  test('is nothing to answer where nobody changed its words', () => {
    const undeleted = { type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } };

    expect(parseEdit(activity('personal-message', undeleted), reader)).toBeNull();
    expect(parseEdit(activity('personal-message'), reader)).toBeNull();
    expect(parseMessage(activity('personal-message', changed), reader)).toBeNull();
  });
});

test('whoever installs PAP for themselves is greeted, and a team is not', () => {
  const installed = { type: 'installationUpdate', action: 'add', text: undefined };

  expect(parseInstallation(activity('personal-message', installed), reader)?.inbound.text).toBe(
    'help',
  );
  expect(parseInstallation(activity('channel-mention', installed), reader)).toBeNull();
  expect(
    parseInstallation(activity('personal-message', { ...installed, action: 'remove' }), reader),
  ).toBeNull();
});

test('a file without words is a request, and nothing without words or a file is', () => {
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'plan.docx',
    content: { downloadUrl: 'https://example.sharepoint.com/plan.docx' },
  };

  expect(
    parseMessage(activity('personal-message', { text: undefined, attachments: [file] }), reader),
  ).toMatchObject({ inbound: { text: '' }, file: { name: 'plan.docx' } });
  expect(parseMessage(activity('personal-message', { text: undefined }), reader)).toBeNull();
});
