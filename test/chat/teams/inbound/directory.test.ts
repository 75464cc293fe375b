import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TeamsConnection } from '../../../../src/chat/teams/inbound/connection.ts';
import { createTeamsDirectory } from '../../../../src/chat/teams/inbound/directory.ts';
import { teamsIds } from '../../../support/teams/teams-activity.ts';
import { connectToFakes } from '../../../support/teams/teams-app.ts';
import { createMemoryBook, type MemoryBook } from '../../../support/teams/teams-book.ts';
import { type FakeConnector, startConnector } from '../../../support/teams/teams-connector.ts';
import { type FakeIdentity, startIdentity } from '../../../support/teams/teams-identity.ts';

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
  connector.members.clear();
});

function knowing(subjectId: string = teamsIds.person): MemoryBook {
  return createMemoryBook({
    platform: 'teams',
    tenantId: teamsIds.tenant,
    kind: 'personal',
    subjectId,
    conversationId: teamsIds.personalChat,
    serviceUrl: connector.url,
    botId: teamsIds.bot,
  });
}

function member(changes: object = {}): object {
  return {
    id: teamsIds.personAccount,
    aadObjectId: teamsIds.person,
    name: 'Robin Example',
    email: 'Robin.Example@Council.example.org',
    userPrincipalName: 'robin@council.example.org',
    tenantId: teamsIds.tenant,
    userRole: 'user',
    ...changes,
  };
}

function lookUp(book = knowing(), tenantId: string = teamsIds.tenant) {
  return createTeamsDirectory(connection, book).lookUp(tenantId, teamsIds.person);
}

test('a member is found by the address in lower case', async () => {
  connector.members.set(teamsIds.person, member());

  const entry = await lookUp();

  expect(entry).toEqual({
    email: 'robin.example@council.example.org',
    kind: 'member',
    active: true,
  });
  expect(connector.calls[0]?.path).toBe(
    `/v3/conversations/${teamsIds.personalChat}/members/${teamsIds.person}`,
  );
});

test('a member without an address has the sign-in name for one', async () => {
  connector.members.set(teamsIds.person, member({ email: undefined }));

  expect(await lookUp()).toMatchObject({ email: 'robin@council.example.org' });
});

test.each([
  [
    'by the sign-in name',
    { userPrincipalName: 'robin_example.org#EXT#@council.onmicrosoft.example' },
  ],
  ['by the role', { userRole: 'guest' }],
])('a guest is told apart %s', async (_how, changes) => {
  connector.members.set(teamsIds.person, member(changes));

  expect(await lookUp()).toMatchObject({
    kind: 'guest',
    email: 'robin.example@council.example.org',
  });
});

test('a guest’s made-up sign-in name is not taken for an address', async () => {
  const userPrincipalName = 'robin_example.org#EXT#@council.onmicrosoft.example';
  connector.members.set(teamsIds.person, member({ email: undefined, userPrincipalName }));

  expect(await lookUp()).toEqual({
    ...{ email: null, kind: 'guest', active: true },
    guest: { kind: 'tenant_guest', name: 'Robin Example' },
  });
});

test('somebody of another tenant is a guest who belongs there, whatever their role says', async () => {
  connector.members.set(teamsIds.person, member({ tenantId: 'Another' }));

  expect(await lookUp()).toEqual({
    ...{ email: 'robin.example@council.example.org', kind: 'guest', active: true },
    guest: { kind: 'other_organisation', name: 'Robin Example', outsideTenantId: 'another' },
  });
});

test('somebody without a chat is asked about in the channel where they wrote', async () => {
  connector.members.set(teamsIds.person, member());
  const book = knowing('somebody-else');
  await book.remember({
    ...{ platform: 'teams', tenantId: teamsIds.tenant, kind: 'channel' },
    ...{ subjectId: teamsIds.channel, conversationId: teamsIds.channel },
    ...{ serviceUrl: connector.url, botId: teamsIds.bot },
  });
  const directory = createTeamsDirectory(connection, book);

  const entry = await directory.lookUp(teamsIds.tenant, teamsIds.person, teamsIds.channel);

  expect(entry).toMatchObject({ kind: 'member' });
  expect(connector.calls.map(({ method, path }) => [method, decodeURIComponent(path)])).toEqual([
    ['GET', expect.stringContaining(`/${teamsIds.channel}/members/`)],
  ]);
});

test('another tenant is not asked about', async () => {
  expect(await lookUp(knowing(), 'another')).toBeNull();
  expect(connector.calls).toEqual([]);
});

test('somebody whom Teams does not know is unknown', async () => {
  expect(await lookUp()).toBeNull();
});

test('somebody new is asked about in a chat opened for it, without a message', async () => {
  connector.members.set(teamsIds.person, member());

  const entry = await lookUp(knowing('somebody-else'));

  expect(entry).toMatchObject({ kind: 'member' });
  expect(connector.calls.map(({ method }) => method)).toEqual(['POST', 'GET']);
});

test('a tenant never heard from knows nobody', async () => {
  expect(await lookUp(createMemoryBook())).toBeNull();
});

test('a fault is a fault and not an absence', async () => {
  connector.fail({ status: 503 });

  await expect(lookUp()).rejects.toMatchObject({ status: 503 });
});
