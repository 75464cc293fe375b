import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pressNotes } from '../../../../src/chat/teams/inbound/handlers.ts';
import { notes } from '../../../../src/chat/teams/send/reply.ts';
import {
  type ActivityJson,
  type FixtureName,
  recorded,
  teamsIds,
} from '../../../support/teams/teams-activity.ts';
import { replyWith, startTeams, type TeamsHarness } from '../../../support/teams/teams-app.ts';
import { botToken } from '../../../support/teams/teams-identity.ts';

const secret = '14 of 20 named workers trained';

let teams: TeamsHarness;

beforeAll(async () => {
  teams = await startTeams();
});
afterAll(() => teams.close());

beforeEach(() => {
  teams.connector.calls.length = 0;
  teams.handled.length = 0;
  teams.logged.length = 0;
  teams.book.rows.length = 0;
  teams.reply = replyWith();
});

function activity(name: FixtureName, changes: object = {}): ActivityJson {
  return recorded(name, teams.connector.url, changes);
}

function posts(): ActivityJson[] {
  return teams.connector.called(/^POST .*\/activities/).map((call) => call.body);
}

describe('a message in a personal chat', () => {
  test('reaches the application as one line and is answered with a card there', async () => {
    const sent = activity('personal-message');

    const response = await teams.post(sent);

    expect(response.status).toBe(200);
    expect(teams.handled).toEqual([
      {
        platform: 'teams',
        tenantId: teamsIds.tenant,
        userId: teamsIds.person,
        conversation: { kind: 'personal', id: teamsIds.personalChat },
        text: 'update 2B:2 green 14 of 20 named workers trained',
        requestId: expect.stringMatching(new RegExp(`^teams:${sent.id}:[0-9a-f]{12}$`)),
      },
    ]);
    const [call] = teams.connector.called(/^POST .*\/activities/);
    expect(call?.path).toBe(`/v3/conversations/${teamsIds.personalChat}/activities/${sent.id}`);
    expect(call?.authorization).toBe(botToken);
    expect(call?.body.attachments[0].contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(call?.body.summary).toBe('Objective 2B:2 is green');
    expect(call?.body.text).toBeUndefined();
  });

  test('gets nothing when it is a repeat that was answered already', async () => {
    teams.reply = null;

    const response = await teams.post(activity('personal-message'));

    expect(response.status).toBe(200);
    expect(posts()).toEqual([]);
  });

  test('has the same request id when Teams sends it again', async () => {
    const sent = activity('personal-message');

    await teams.post(sent);
    await teams.post(sent);

    expect(teams.handled[0]?.requestId).toBe(teams.handled[1]?.requestId);
  });

  test('is answered on the second try when Teams says 412 in passing', async () => {
    teams.connector.fail({ on: /activities/, status: 412, headers: { 'retry-after': '0' } });

    await teams.post(activity('personal-message'));

    expect(posts()).toHaveLength(2);
  });

  test('is not answered twice when the first try ended in a 500', async () => {
    teams.connector.fail({ on: /activities/, status: 500 });

    const response = await teams.post(activity('personal-message'));

    expect(response.status).toBe(200);
    expect(posts()).toHaveLength(1);
    expect(teams.logged).toContainEqual({
      level: 'warn',
      fields: { code: 'Fault' },
      message: 'a Teams reply was not taken',
    });
  });
});

describe('a mention in a channel', () => {
  test('is answered in the asker’s own chat, with a note without content in the thread', async () => {
    await teams.post(activity('personal-message'));
    teams.connector.calls.length = 0;
    const sent = activity('channel-mention');

    await teams.post(sent);

    expect(teams.handled[1]).toMatchObject({
      text: 'update 2B:2 green 14 of 20 named workers trained',
      conversation: { kind: 'channel', id: teamsIds.channel },
    });
    const [answer, note] = teams.connector.called(/^POST/);
    expect(answer?.path).toBe(`/v3/conversations/${teamsIds.personalChat}/activities`);
    expect(JSON.stringify(answer?.body)).toContain(secret);
    expect(note?.path).toBe(`/v3/conversations/${sent.conversation.id}/activities/${sent.id}`);
    expect(note?.body.text).toBe(notes.answeredPrivately);
    expect(JSON.stringify(note?.body)).not.toContain(secret);
  });

  test('opens the chat when there is none yet, and remembers it', async () => {
    await teams.post(activity('channel-mention'));

    const [opened] = teams.connector.called(/^POST \/v3\/conversations$/);
    expect(opened?.body).toMatchObject({
      isGroup: false,
      members: [{ id: teamsIds.person }],
      tenantId: teamsIds.tenant,
      bot: { id: teamsIds.bot },
    });
    expect(teams.book.rows).toContainEqual(
      expect.objectContaining({ kind: 'personal', subjectId: teamsIds.person }),
    );
    expect(posts().at(-1)?.text).toBe(notes.answeredPrivately);
  });

  test('says so in the thread when the person cannot be reached, without the content', async () => {
    teams.connector.fail({ on: /^POST \/v3\/conversations$/, status: 403 });

    await teams.post(activity('channel-mention'));

    expect(posts()).toHaveLength(1);
    expect(posts()[0]?.text).toBe(notes.notReached);
    expect(JSON.stringify(teams.connector.calls)).not.toContain(secret);
  });

  test('is answered in the thread when it is for everybody', async () => {
    teams.reply = replyWith({ audience: 'conversation' });
    const sent = activity('channel-mention');

    await teams.post(sent);

    const [answer, ...more] = teams.connector.called(/^POST/);
    expect(answer?.path).toBe(`/v3/conversations/${sent.conversation.id}/activities/${sent.id}`);
    expect(JSON.stringify(answer?.body)).toContain(secret);
    expect(more).toEqual([]);
  });

  test('that only the bot saw, as a slash command is, is answered the same way', async () => {
    const sent = activity('channel-mention', { recipient: { id: teamsIds.bot, isTargeted: true } });

    await teams.post(sent);

    const [answer, ...more] = teams.connector.called(/^POST/);
    expect(answer?.query).toBe('?isTargetedActivity=true');
    expect(answer?.body.entities).toEqual([{ type: 'targetedMessageInfo', messageId: sent.id }]);
    expect(more).toEqual([]);
  });

  test('teaches where the channel is, without the thread', async () => {
    await teams.post(activity('channel-mention'));

    expect(teams.book.rows).toContainEqual({
      platform: 'teams',
      tenantId: teamsIds.tenant,
      kind: 'channel',
      subjectId: teamsIds.channel,
      conversationId: teamsIds.channel,
      serviceUrl: teams.connector.url,
      botId: teamsIds.bot,
    });
  });
});

describe('with targeted replies', () => {
  let targeted: TeamsHarness;

  beforeAll(async () => {
    targeted = await startTeams({ targetedReplies: true });
  });
  afterAll(() => targeted.close());

  test('the answer is a message in the channel for the asker alone, and nothing else', async () => {
    const sent = recorded('channel-mention', targeted.connector.url);

    await targeted.post(sent);

    const [answer, ...more] = targeted.connector.called(/^POST/);
    expect(answer?.path).toBe(`/v3/conversations/${sent.conversation.id}/activities`);
    expect(answer?.query).toBe('?isTargetedActivity=true');
    expect(answer?.authorization).toBe(botToken);
    expect(answer?.body.recipient).toEqual({ id: teamsIds.personAccount, isTargeted: true });
    expect(JSON.stringify(answer?.body)).toContain(secret);
    expect(more).toEqual([]);
  });

  test('a refusal by Teams falls back to the person’s own chat', async () => {
    targeted.connector.calls.length = 0;
    targeted.connector.fail({ on: /activities/, status: 400 });

    await targeted.post(recorded('channel-mention', targeted.connector.url));

    const paths = targeted.connector.called(/^POST/).map((call) => call.path);
    expect(paths).toHaveLength(4);
    expect(paths[1]).toBe('/v3/conversations');
    expect(targeted.connector.calls.at(-1)?.body.text).toBe(notes.answeredPrivately);
  });
});

describe('a press of a button', () => {
  test('enters with the button’s line and the version that was on screen', async () => {
    const sent = activity('execute-invoke');

    const response = await teams.post(sent);

    expect(teams.handled[0]).toMatchObject({
      text: 'same 2B:2',
      guard: { objectiveId: 'objective-2b2', version: 4 },
      conversation: { kind: 'personal', id: teamsIds.personalChat },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: pressNotes.done,
    });
    expect(JSON.stringify(posts())).toContain(secret);
  });

  test('that is refused says so and sends the refusal as a message', async () => {
    teams.reply = replyWith({ outcome: 'refused', code: 'stale-version' });

    const response = await teams.post(activity('execute-invoke'));

    expect(await response.json()).toMatchObject({ value: pressNotes.notDone });
    expect(posts()).toHaveLength(1);
  });

  test('that was dealt with already sends nothing', async () => {
    teams.reply = null;

    const response = await teams.post(activity('execute-invoke'));

    expect(await response.json()).toMatchObject({ value: pressNotes.repeated });
    expect(posts()).toEqual([]);
  });

  test('in a channel is answered privately and never in the thread', async () => {
    const { conversation, channelData } = activity('channel-mention');
    await teams.post(activity('personal-message'));
    teams.connector.calls.length = 0;

    const response = await teams.post(activity('execute-invoke', { conversation, channelData }));

    expect(await response.json()).toMatchObject({ value: notes.answeredPrivately });
    const paths = teams.connector.called(/^POST/).map((call) => call.path);
    expect(paths).toEqual([`/v3/conversations/${teamsIds.personalChat}/activities`]);
  });

  test.each([
    ['an unknown verb', { value: { action: { type: 'Action.Execute', verb: 'other', data: {} } } }],
    [
      'data that is not ours',
      { value: { action: { type: 'Action.Execute', verb: 'pap', data: { value: '{' } } } },
    ],
    ['no data', { value: null }],
  ])('with %s is told so and reaches nobody', async (_what, changes) => {
    const response = await teams.post(activity('execute-invoke', changes));

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ value: pressNotes.unreadable });
    expect(teams.handled).toEqual([]);
  });

  test('of another kind of invoke gets an empty 200', async () => {
    const response = await teams.post(activity('execute-invoke', { name: 'task/fetch' }));

    expect(response.status).toBe(200);
    expect(teams.handled).toEqual([]);
  });
});

describe('a form', () => {
  const data = {
    value: '{"l":"update 2B:2","o":"objective-2b2","v":4}',
    form: [0, 2],
    f0: 'green',
    f1: ' 14 of 20 named workers trained ',
  };
  const execute = { value: { action: { type: 'Action.Execute', verb: 'pap', data } } };

  test('that succeeds gives way to its receipt, on screen and in the chat', async () => {
    const response = await teams.post(activity('execute-invoke', execute));

    expect(teams.handled[0]?.text).toBe('update 2B:2 green 14 of 20 named workers trained');
    const body = (await response.json()) as ActivityJson;
    expect(body.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(JSON.stringify(body.value)).toContain(secret);
    const [update] = teams.connector.called(/^PUT/);
    expect(update?.path).toBe(
      `/v3/conversations/${teamsIds.personalChat}/activities/1767000000003`,
    );
    expect(posts()).toEqual([]);
  });

  test('still shows its receipt when the message cannot be changed', async () => {
    teams.connector.fail({ on: /^PUT/, status: 404 });

    const response = await teams.post(activity('execute-invoke', execute));

    expect(await response.json()).toMatchObject({
      type: 'application/vnd.microsoft.card.adaptive',
    });
  });

  test('that is refused stays as typed, and the refusal is a message', async () => {
    teams.reply = replyWith({ outcome: 'refused', code: 'note-required' });

    const response = await teams.post(activity('execute-invoke', execute));

    expect(await response.json()).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: pressNotes.notDone,
    });
    expect(teams.connector.called(/^PUT/)).toEqual([]);
    expect(posts()).toHaveLength(1);
  });

  test('from a client without Action.Execute enters with the same line', async () => {
    await teams.post(activity('submit-message'));

    expect(teams.handled[0]).toMatchObject({
      text: 'update 2B:2 green 14 of 20 named workers trained',
      guard: { objectiveId: 'objective-2b2', version: 4 },
    });
    expect(posts()).toHaveLength(1);
  });
});

describe('other activities', () => {
  test('an installation teaches where the person is, and greets them with help', async () => {
    const installed = activity('personal-message', {
      type: 'installationUpdate',
      action: 'add',
      text: undefined,
    });

    const response = await teams.post(installed);

    expect(response.status).toBe(200);
    expect(teams.handled).toMatchObject([{ text: 'help', userId: teamsIds.person }]);
    expect(teams.book.rows).toEqual([
      expect.objectContaining({
        kind: 'personal',
        subjectId: teamsIds.person,
        conversationId: teamsIds.personalChat,
      }),
    ]);
  });

  test('a removal is not remembered as a place to write to', async () => {
    await teams.post(
      activity('personal-message', { type: 'installationUpdate', action: 'remove' }),
    );

    expect(teams.book.rows).toEqual([]);
  });

  test('a person without an Entra id is nobody outside the demo', async () => {
    await teams.post(
      activity('personal-message', { from: { id: teamsIds.personAccount, name: 'Robin' } }),
    );

    expect(teams.handled).toEqual([]);
    expect(teams.book.rows).toEqual([]);
  });
});

test('nothing of what people write, nor who they are, is logged', async () => {
  teams.connector.fail({ on: /activities/, status: 500 });
  await teams.post(activity('personal-message'));
  teams.connector.fail({ on: /conversations$/, status: 403 });
  await teams.post(activity('channel-mention'));

  const log = JSON.stringify(teams.logged);
  expect(teams.logged.length).toBeGreaterThan(0);
  for (const word of [
    'named workers',
    'Robin',
    teamsIds.person,
    teamsIds.personAccount,
    botToken,
  ]) {
    expect(log).not.toContain(word);
  }
});
