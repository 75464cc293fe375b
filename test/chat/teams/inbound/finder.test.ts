// People found on the rosters of the teams in which the app is.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TeamsConnection } from '../../../../src/chat/teams/inbound/connection.ts';
import { createTeamsFinder } from '../../../../src/chat/teams/inbound/finder.ts';
import type { Found } from '../../../../src/core/request/app/chat-ports.ts';
import { teamsIds } from '../../../support/teams/teams-activity.ts';
import { connectToFakes } from '../../../support/teams/teams-app.ts';
import { createMemoryBook } from '../../../support/teams/teams-book.ts';
import { type FakeConnector, startConnector } from '../../../support/teams/teams-connector.ts';
import { type FakeIdentity, startIdentity } from '../../../support/teams/teams-identity.ts';

const ONE = '19:fictional-team-one@thread.tacv2';
const TWO = '19:fictional-team-two@thread.tacv2';

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
  connector.rosters.clear();
});

function member(name: string, changes: object = {}): object {
  return {
    ...{ id: `29:${name}`, aadObjectId: `id-of-${name}`, tenantId: teamsIds.tenant },
    ...{ email: `${name}@Council.example`, userRole: 'user', name },
    ...changes,
  };
}

async function find(teams: readonly string[], emails: readonly string[]): Promise<Found[]> {
  const book = createMemoryBook(
    ...teams.map((id) => ({
      ...({
        platform: 'teams',
        tenantId: teamsIds.tenant,
        kind: 'channel',
        subjectId: id,
      } as const),
      ...{ conversationId: id, serviceUrl: connector.url, botId: teamsIds.bot },
    })),
  );
  const found: Found[] = [];
  for await (const one of createTeamsFinder(connection, book).find(teamsIds.tenant, emails))
    found.push(one);
  return found;
}

const idsOf = (found: readonly Found[]) =>
  found.map(({ email, accounts }) => [email, ...accounts.map(({ userId }) => userId)]);

test('reads every page of every team', async () => {
  const many = Array.from({ length: 700 }, (_, number) => member(`somebody-${number}`));
  connector.rosters.set(ONE, [...many, member('late')]);
  connector.rosters.set(TWO, [member('other')]);

  const found = await find(
    [ONE, TWO],
    ['late@council.example', 'other@council.example', 'nobody@council.example'],
  );

  expect(idsOf(found)).toEqual([
    ['late@council.example', 'id-of-late'],
    ['other@council.example', 'id-of-other'],
    ['nobody@council.example'],
  ]);
  expect(connector.called(/pagedmembers/).map(({ query }) => query)).toEqual([
    '?pageSize=500',
    '?pageSize=500&continuationToken=500',
    '?pageSize=500',
  ]);
});

test('has somebody once who is in two teams, and both of two who share an address', async () => {
  connector.rosters.set(ONE, [member('twice'), member('shared')]);
  connector.rosters.set(TWO, [
    member('twice'),
    member('other', { email: 'shared@council.example' }),
  ]);

  const found = await find([ONE, TWO], ['twice@council.example', 'shared@council.example']);

  expect(idsOf(found)).toEqual([
    ['twice@council.example', 'id-of-twice'],
    ['shared@council.example', 'id-of-shared', 'id-of-other'],
  ]);
});

test('knows a guest of the tenant by the sign-in name', async () => {
  const userPrincipalName = 'guest_nhs.example#EXT#@council.onmicrosoft.com';
  connector.rosters.set(ONE, [member('guest', { email: 'guest@nhs.example', userPrincipalName })]);

  const [found] = await find([ONE], ['guest@nhs.example']);

  expect(found?.accounts).toMatchObject([{ userId: 'id-of-guest', kind: 'guest' }]);
});

test('goes past a team that the app was taken out of', async () => {
  connector.fail({ on: /team-one.*pagedmembers/, status: 403 });
  connector.rosters.set(TWO, [member('there')]);

  expect(idsOf(await find([ONE, TWO], ['there@council.example']))).toEqual([
    ['there@council.example', 'id-of-there'],
  ]);
});

test('says that the app is in no team', async () => {
  await expect(find([], ['a@council.example'])).rejects.toMatchObject({ problem: 'no-team' });
});

test('says nothing of anybody when a roster could not be read to its end', async () => {
  connector.rosters.set(ONE, [member('there')]);
  connector.fail({ on: /team-two.*pagedmembers/, status: 500 });

  await expect(find([ONE, TWO], ['there@council.example'])).rejects.toThrow('Fault');
});
