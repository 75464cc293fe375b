import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  connectTeams,
  type TeamsConnection,
} from '../../../../src/chat/teams/inbound/connection.ts';
import { createTeamsSender } from '../../../../src/chat/teams/send/send.ts';
import { DeliveryError } from '../../../../src/core/outbox/app/delivery-error.ts';
import type { Target } from '../../../../src/core/request/app/chat-ports.ts';
import { teamsIds } from '../../../support/teams/teams-activity.ts';
import { connectToFakes, secretAnswer } from '../../../support/teams/teams-app.ts';
import { createMemoryBook, type MemoryBook } from '../../../support/teams/teams-book.ts';
import {
  type FakeConnector,
  type Fault,
  startConnector,
} from '../../../support/teams/teams-connector.ts';
import { type FakeIdentity, startIdentity } from '../../../support/teams/teams-identity.ts';

const person: Target = { kind: 'person', tenantId: teamsIds.tenant, userId: teamsIds.person };
const channel: Target = { kind: 'channel', tenantId: teamsIds.tenant, channelId: teamsIds.channel };

let connector: FakeConnector;
let identity: FakeIdentity;
let connection: TeamsConnection;

beforeAll(async () => {
  connector = await startConnector();
  identity = await startIdentity();
  connection = connectToFakes(connector, identity);
});
afterAll(async () => {
  await connector.close();
  await identity.close();
});
beforeEach(() => {
  connector.calls.length = 0;
});

/** A book that knows the person's chat and the channel. */
function knowing(changes: { serviceUrl?: string } = {}): MemoryBook {
  const common = {
    platform: 'teams',
    tenantId: teamsIds.tenant,
    serviceUrl: connector.url,
    botId: teamsIds.bot,
    ...changes,
  } as const;
  return createMemoryBook(
    {
      ...common,
      kind: 'personal',
      subjectId: teamsIds.person,
      conversationId: teamsIds.personalChat,
    },
    { ...common, kind: 'channel', subjectId: teamsIds.channel, conversationId: teamsIds.channel },
  );
}

async function failure(target: Target, book = knowing()): Promise<DeliveryError> {
  const error = await createTeamsSender(connection, book)
    .send(target, secretAnswer)
    .catch((one: unknown) => one);
  expect(error).toBeInstanceOf(DeliveryError);
  return error as DeliveryError;
}

describe('to a person', () => {
  test('goes into the known chat, as a message and not as a reply', async () => {
    const { externalId } = await createTeamsSender(connection, knowing()).send(
      person,
      secretAnswer,
    );

    const [call, ...more] = connector.calls;
    expect(`${call?.method} ${call?.path}`).toBe(
      `POST /v3/conversations/${teamsIds.personalChat}/activities`,
    );
    expect(call?.body.attachments[0].content.type).toBe('AdaptiveCard');
    expect(call?.body.replyToId).toBeUndefined();
    expect(externalId).toMatch(/^\d+$/);
    expect(more).toEqual([]);
  });

  test('opens the chat when it is not known, and remembers it for the next time', async () => {
    const book = knowing();
    const stranger: Target = { ...person, userId: 'c1d2e3f4-0000-4000-8000-00000000a002' };
    const sender = createTeamsSender(connection, book);

    await sender.send(stranger, secretAnswer);
    await sender.send(stranger, secretAnswer);

    const opened = connector.called(/^POST \/v3\/conversations$/);
    expect(opened).toHaveLength(1);
    expect(opened[0]?.body).toMatchObject({
      isGroup: false,
      members: [{ id: stranger.userId }],
      tenantId: teamsIds.tenant,
      channelData: { tenant: { id: teamsIds.tenant } },
    });
    const posted = connector.called(/\/activities$/);
    expect(posted).toHaveLength(2);
    expect(posted[0]?.path).toBe(posted[1]?.path);
  });

  test('of a tenant that was never heard from is tried at Teams’ worldwide address', async () => {
    const opened: string[] = [];
    const fresh = {
      ...connection,
      firstServiceUrl: connector.url,
      trusts: (url: string) => opened.push(url) > 0,
    };

    await createTeamsSender(fresh, createMemoryBook()).send(person, secretAnswer);

    expect(opened).toEqual([connector.url]);
    expect(connection.firstServiceUrl).toBe('https://smba.trafficmanager.net/teams/');
  });

  test('of another tenant is never delivered', async () => {
    const error = await failure({ ...person, tenantId: 'another' });

    expect(error).toMatchObject({ failure: 'never', code: 'other-tenant' });
    expect(connector.calls).toEqual([]);
  });

  test('never takes the token to a host that is not trusted', async () => {
    const error = await failure(person, knowing({ serviceUrl: 'https://example.org/' }));

    expect(error).toMatchObject({ failure: 'never', code: 'service-url-not-trusted' });
  });

  test.each<[string, Fault]>([
    ['a 500', { status: 500 }],
    ['a 404 that is not Teams’ own', { status: 404, body: '' }],
    ['a dropped connection', { drop: true }],
    ['silence', { hang: true }],
  ])('%s while the chat is being opened may be tried again', async (_what, fault) => {
    connector.fail({ on: /^POST \/v3\/conversations$/, ...fault });

    const error = await failure({ ...person, userId: 'c1d2e3f4-0000-4000-8000-00000000a003' });

    expect(error.failure).toBe('not-sent');
  });

  test('a chat that cannot be noted down is no failure: the message is there', async () => {
    const book = Object.assign(knowing(), {
      remember: () => Promise.reject(new Error('database')),
    });

    const sent = createTeamsSender(connection, book).send(
      { ...person, userId: 'someone' },
      secretAnswer,
    );

    await expect(sent).resolves.toMatchObject({ externalId: expect.stringMatching(/^\d+$/) });
  });
});

describe('to a person whose chat Teams does not know any more', () => {
  const notFound = JSON.stringify({ error: { code: 'ConversationNotFound', message: '' } });
  const toKnown = /activities$/;
  const opens = /^POST \/v3\/conversations$/;

  test.each([
    ['in Teams’ own words', notFound],
    ['without a word of Teams', ''],
  ])(
    'opens another one, posts there, and goes there from then on: a 404 %s',
    async (_how, body) => {
      const book = knowing();
      connector.fail({ on: toKnown, status: 404, body });
      const sender = createTeamsSender(connection, book);

      await sender.send(person, secretAnswer);
      await sender.send(person, secretAnswer);

      const [stale, first, second] = connector.called(toKnown).map(({ path }) => path);
      expect(stale).toContain(teamsIds.personalChat);
      expect(first).toContain('a:opened-');
      expect(second).toBe(first);
      expect(connector.called(opens)).toHaveLength(1);
      expect(book.rows.find(({ kind }) => kind === 'personal')?.conversationId).toContain(
        'a:opened',
      );
    },
  );

  test('is out of reach only when the new one does not take it either', async () => {
    connector.fail({ on: toKnown, status: 404, body: notFound });
    connector.fail({ on: toKnown, status: 404, body: notFound });

    expect(await failure(person)).toMatchObject({ failure: 'never', gone: 'person' });
    expect(connector.called(opens)).toHaveLength(1);
  });

  test('is out of reach when no other one can be had', async () => {
    connector.fail({ on: toKnown, status: 404, body: notFound });
    connector.fail({ on: opens, status: 403, body: '' });

    expect(await failure(person)).toMatchObject({ failure: 'never', gone: 'person' });
  });

  test.each<[string, Fault]>([
    ['a 502', { status: 502, body: '' }],
    ['a 429', { status: 429, body: '' }],
    ['silence', { hang: true }],
  ])(
    'is tried again after %s while another one is opened: nothing was taken',
    async (_what, fault) => {
      connector.fail({ on: toKnown, status: 404, body: notFound });
      connector.fail({ on: opens, ...fault });

      expect((await failure(person)).failure).toBe('not-sent');
    },
  );

  test('may have the message when nobody can say whose the 404 was: it is posted once', async () => {
    connector.fail({ on: toKnown, status: 404, body: '' });
    connector.fail({ on: opens, status: 201, body: JSON.stringify({ id: teamsIds.personalChat }) });

    const error = await failure(person);

    expect(error).toMatchObject({ failure: 'never', mayBeThere: true, gone: null });
    expect(connector.called(toKnown)).toHaveLength(1);
  });

  test('may have the message when that cannot even be asked', async () => {
    connector.fail({ on: toKnown, status: 404, body: '' });
    connector.fail({ on: opens, status: 502, body: '' });

    expect(await failure(person)).toMatchObject({ mayBeThere: true });
  });
});

test('a 404 for a channel without a word of Teams says neither that it is gone nor that nothing was taken', async () => {
  connector.fail({ status: 404, body: '' });

  expect(await failure(channel)).toMatchObject({
    ...{ failure: 'never', code: 'http-404', mayBeThere: true, gone: null },
  });
  expect(connector.calls).toHaveLength(1);
});

describe('to a channel', () => {
  test('starts a thread of its own', async () => {
    const { externalId } = await createTeamsSender(connection, knowing()).send(
      channel,
      secretAnswer,
    );

    const [call, ...more] = connector.calls;
    expect(`${call?.method} ${call?.path}`).toBe('POST /v3/conversations');
    expect(call?.body).toMatchObject({
      isGroup: true,
      channelData: { channel: { id: teamsIds.channel }, tenant: { id: teamsIds.tenant } },
      activity: { type: 'message', summary: secretAnswer.title },
    });
    expect(call?.body.activity.attachments[0].content.type).toBe('AdaptiveCard');
    expect(externalId).toMatch(/^19:fictional-board@thread\.tacv2;messageid=\d+$/);
    expect(more).toEqual([]);
  });

  test('that is a group chat is posted into it', async () => {
    const group: Target = { ...channel, channelId: '19:fictional-group@thread.v2' };

    await createTeamsSender(connection, knowing()).send(group, secretAnswer);

    expect(connector.calls[0]?.path).toBe(
      '/v3/conversations/19:fictional-group@thread.v2/activities',
    );
  });
});

const answers: readonly [number, string][] = [
  [400, 'never'],
  [401, 'never'],
  [403, 'never'],
  [413, 'never'],
  [412, 'not-sent'],
  [429, 'not-sent'],
  [500, 'unknown'],
  [502, 'unknown'],
  [503, 'unknown'],
  [504, 'unknown'],
];

describe.each([
  ['a person', person],
  ['a channel', channel],
])('to %s', (_who, target) => {
  test.each(answers)('a %i means %s, and is asked once', async (status, expected) => {
    connector.fail({ status, body: '' });

    const error = await failure(target);

    expect(error).toMatchObject({ failure: expected, code: `http-${status}` });
    expect(connector.calls).toHaveLength(1);
  });

  test('a dropped connection means unknown', async () => {
    connector.fail({ drop: true });

    expect(await failure(target)).toMatchObject({ failure: 'unknown', code: 'connection-lost' });
    expect(connector.calls).toHaveLength(1);
  });

  test('silence means unknown', async () => {
    connector.fail({ hang: true });

    expect(await failure(target)).toMatchObject({ failure: 'unknown', code: 'timeout' });
    expect(connector.calls).toHaveLength(1);
  });

  test('an answer that cannot be read means unknown', async () => {
    connector.fail({ status: 201, body: '<html>' });

    expect(await failure(target)).toMatchObject({ failure: 'unknown', code: 'unreadable-answer' });
  });

  test('a redirect is not followed', async () => {
    connector.fail({ status: 307, headers: { location: 'https://example.org/' } });

    expect(await failure(target)).toMatchObject({ failure: 'unknown' });
    expect(connector.calls).toHaveLength(1);
  });
});

test.each([
  ['in seconds', '7', 7_000],
  ['in seconds, too many', '86400', 3_600_000],
  ['not at all', undefined, 30_000],
  ['unreadably', 'soon', 30_000],
])('a 429 that says how long %s waits that long', async (_how, header, expected) => {
  connector.fail({
    status: 429,
    ...(header !== undefined && { headers: { 'retry-after': header } }),
  });

  expect(await failure(person)).toMatchObject({ failure: 'not-sent', retryAfterMs: expected });
});

test('a 429 with a date waits until then', async () => {
  const date = new Date(Date.now() + 20_000).toUTCString();
  connector.fail({ status: 429, headers: { 'retry-after': date } });

  const { retryAfterMs = 0 } = await failure(person);

  expect(retryAfterMs).toBeGreaterThan(15_000);
  expect(retryAfterMs).toBeLessThanOrEqual(20_000);
});

test('the cause that Teams names is kept, its words are not', async () => {
  const body = JSON.stringify({
    error: { code: 'BotNotInConversationRoster', message: 'Robin left' },
  });
  connector.fail({ status: 403, body });

  const error = await failure(person);

  expect(error.code).toBe('BotNotInConversationRoster');
  expect(`${error.message} ${String(error.cause)}`).not.toContain('Robin');
});

test('a refused connection means not sent', async () => {
  const gone = await startConnector();
  const toNobody = connectToFakes(gone, identity);
  const book = knowing({ serviceUrl: gone.url });
  await gone.close();

  const sending = createTeamsSender(toNobody, book).send(person, secretAnswer);

  await expect(sending).rejects.toMatchObject({ failure: 'not-sent', code: 'not-connected' });
});

test('no token to be had means not sent', async () => {
  const base = connectToFakes(connector, identity);
  const withoutToken = connectTeams({
    appId: teamsIds.appId,
    appPassword: 'not-a-secret',
    tenantId: teamsIds.tenant,
    serviceHosts: [new URL(connector.url).host],
    signIn: {
      config: identity.config,
      credentials: Object.assign(Object.create(base.adapter.credentialsFactory), {
        createCredentials: async () => ({
          signRequest: () => Promise.reject(new Error('no token')),
        }),
      }),
    },
  });

  const sending = createTeamsSender(withoutToken, knowing()).send(person, secretAnswer);

  await expect(sending).rejects.toMatchObject({ failure: 'not-sent', code: 'no-token' });
  expect(connector.calls).toEqual([]);
});

describe('a change', () => {
  test('of a message to a person is made where it stands', async () => {
    await createTeamsSender(connection, knowing()).edit(person, '1700000000123', secretAnswer);

    const [call, ...more] = connector.calls;
    expect(`${call?.method} ${call?.path}`).toBe(
      `PUT /v3/conversations/${teamsIds.personalChat}/activities/1700000000123`,
    );
    expect(call?.body.attachments[0].content.type).toBe('AdaptiveCard');
    expect(more).toEqual([]);
  });

  test('of a post in a channel is made in its thread', async () => {
    const sender = createTeamsSender(connection, knowing());
    const { externalId } = await sender.send(channel, secretAnswer);
    connector.calls.length = 0;

    await sender.edit(channel, externalId, secretAnswer);

    const [call] = connector.calls;
    expect(`${call?.method} ${call?.path}`).toBe(
      `PUT /v3/conversations/${externalId}/activities/${externalId.split('=')[1]}`,
    );
  });

  test('of a message that is gone never works', async () => {
    connector.fail({ status: 404 });

    const error = await createTeamsSender(connection, knowing())
      .edit(person, '1', secretAnswer)
      .catch((one: unknown) => one);

    expect(error).toMatchObject({ failure: 'never' });
  });
});

describe('a refusal says what is gone', () => {
  test.each([
    [403, 'MessageWritesBlocked', person, 'person'],
    [403, 'BotNotInConversationRoster', channel, 'channel'],
    [404, 'ConversationNotFound', channel, 'channel'],
    [403, 'BotDisabledByAdmin', person, 'app'],
    [401, 'Unauthorized', channel, 'app'],
    [413, 'MessageSizeTooBig', channel, null],
  ] as const)('%i %s', async (status, code, target, gone) => {
    connector.fail({ status, body: JSON.stringify({ error: { code, message: '' } }) });

    expect(await failure(target)).toMatchObject({ failure: 'never', code, gone });
  });
});

test('many messages that Teams is slow to take keep no other request waiting', async () => {
  for (let hung = 0; hung < 40; hung++) connector.fail({ on: /hung/, hang: true });
  const book = knowing();
  const hanging = createMemoryBook(
    ...Array.from({ length: 40 }, (_, index) => ({
      ...({ platform: 'teams', tenantId: teamsIds.tenant, kind: 'personal' } as const),
      ...{ subjectId: `hung-${index}`, conversationId: `a:hung-${index}` },
      ...{ serviceUrl: connector.url, botId: teamsIds.bot },
    })),
  );
  const bulk = Array.from({ length: 40 }, (_, index) =>
    createTeamsSender(connection, hanging)
      .send({ ...person, userId: `hung-${index}` }, secretAnswer)
      .catch(() => 'gave up'),
  );
  let bulkIsDone = false;
  void Promise.all(bulk).then(() => {
    bulkIsDone = true;
  });

  await createTeamsSender(connection, book).send(person, secretAnswer);

  expect(bulkIsDone).toBe(false);
  await Promise.all(bulk);
});
