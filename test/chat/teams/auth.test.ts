import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { connectTeams } from '../../../src/chat/teams/inbound/connection.ts';
import { type ActivityJson, recorded, teamsIds } from '../../support/teams/teams-activity.ts';
import { startTeams, type TeamsHarness } from '../../support/teams/teams-app.ts';
import { goodClaims } from '../../support/teams/teams-identity.ts';

let teams: TeamsHarness;

/** What the library printed by itself: its public key, for a signature that it turned down. */
const printed: unknown[] = [];

const TRUST = '0a1b2c3d-0000-4000-8000-00000000000f';

beforeAll(async () => {
  for (const method of ['error', 'warn', 'log'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void printed.push(...words));
  teams = await startTeams({ allowed: new Set([TRUST]) });
});
afterAll(() => teams.close());
beforeEach(() => {
  teams.handled.length = 0;
  teams.logged.length = 0;
  printed.length = 0;
  teams.connector.calls.length = 0;
});

/** Those that the library takes beside the Bot Framework's own. */
const emulatorIssuers = [
  'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
  'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
  'https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/',
  'https://login.microsoftonline.us/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0',
  `https://login.microsoftonline.com/${teamsIds.tenant}/v2.0`,
];

type Attempt = (teams: TeamsHarness, serviceUrl: string) => string | null;

const past = Math.floor(Date.now() / 1_000) - 3_600;

function claims(serviceUrl: string, changes: object = {}): Record<string, unknown> {
  return { ...goodClaims(teamsIds.appId, serviceUrl), ...changes };
}

function withBrokenSignature(token: string): string {
  const [head, body, signature = ''] = token.split('.');
  return `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
}

const attempts: readonly [string, Attempt][] = [
  ['no token', () => null],
  ['an empty token', () => 'Bearer '],
  ['something that is not a token', () => 'Bearer rubbish'],
  ['another scheme', () => 'Basic cGFwOnBhcA=='],
  [
    'another issuer',
    ({ identity }, url) => `Bearer ${identity.token(claims(url, { iss: 'https://example.org' }))}`,
  ],
  [
    'another audience',
    ({ identity }, url) => `Bearer ${identity.token(claims(url, { aud: 'another-bot' }))}`,
  ],
  [
    'no audience',
    ({ identity }, url) => `Bearer ${identity.token(claims(url, { aud: undefined }))}`,
  ],
  [
    'another service url',
    ({ identity }) => `Bearer ${identity.token(claims('https://smba.trafficmanager.net/uk/'))}`,
  ],
  [
    'an expired token',
    ({ identity }, url) => `Bearer ${identity.token(claims(url, { nbf: past - 60, exp: past }))}`,
  ],
  [
    'a token of tomorrow',
    ({ identity }, url) => `Bearer ${identity.token(claims(url, { nbf: past + 90_000 }))}`,
  ],
  ['a stranger’s key', ({ identity }, url) => `Bearer ${identity.tokenOfStranger(claims(url))}`],
  [
    'a forged signature',
    ({ identity }, url) => `Bearer ${withBrokenSignature(identity.token(claims(url)))}`,
  ],
  ...emulatorIssuers.flatMap((iss): [string, Attempt][] =>
    ['1.0', '2.0'].map((ver) => [
      `the emulator’s issuer ${iss}, version ${ver}`,
      ({ identity }, url) =>
        `Bearer ${identity.token(claims(url, { iss, ver, appid: teamsIds.appId, azp: teamsIds.appId }))}`,
    ]),
  ),
  [
    'the token of a skill',
    ({ identity }, url) =>
      `Bearer ${identity.token(claims(url, { iss: emulatorIssuers[0], ver: '2.0', azp: 'another-bot' }))}`,
  ],
  ...[undefined, null, 'tomorrow', String(past + 7_200), {}, [past + 7_200], 0].map(
    (exp): [string, Attempt] => [
      `the time of expiry ${JSON.stringify(exp) ?? 'left out'}`,
      ({ identity }, url) => `Bearer ${identity.token(claims(url, { exp }))}`,
    ],
  ),
  ...[
    undefined,
    ['https://api.botframework.com'],
    'https://api.botframework.com/',
    'HTTPS://API.BOTFRAMEWORK.COM',
  ].map((iss): [string, Attempt] => [
    `the issuer ${JSON.stringify(iss) ?? 'left out'}`,
    ({ identity }, url) => `Bearer ${identity.token(claims(url, { iss }))}`,
  ]),
  [
    'no service url in it',
    ({ identity }, url) => `Bearer ${identity.token(claims(url, { serviceurl: undefined }))}`,
  ],
  [
    'an audience of several',
    ({ identity }, url) => `Bearer ${identity.token(claims(url, { aud: [teamsIds.appId] }))}`,
  ],
  ['alg none', ({ identity }, url) => `Bearer ${identity.tokenWithoutSignature(claims(url))}`],
  [
    'HS256 with the public key',
    ({ identity }, url) => `Bearer ${identity.tokenByPublicKey(claims(url))}`,
  ],
];

test.each(attempts)('%s is turned away with 401 and no reason', async (_what, attempt) => {
  const activity = recorded('personal-message', teams.connector.url);

  const response = await teams.post(activity, attempt(teams, teams.connector.url));

  expect(response.status).toBe(401);
  expect(await response.text()).toBe('Unauthorized');
  expect(teams.handled).toEqual([]);
  expect(teams.connector.calls).toEqual([]);
});

test('a right token gets through', async () => {
  const response = await teams.post(recorded('personal-message', teams.connector.url));

  expect(response.status).toBe(200);
  expect(teams.handled).toHaveLength(1);
});

const foreign: readonly [string, (activity: ActivityJson) => object][] = [
  [
    'another tenant',
    () => ({
      channelData: { tenant: { id: 'another' } },
      conversation: { id: 'a:1', tenantId: 'another' },
    }),
  ],
  [
    'our tenant in one place only',
    ({ channelData }) => ({ channelData, conversation: { id: 'a:1', tenantId: 'another' } }),
  ],
  [
    'no tenant',
    () => ({ channelData: {}, conversation: { id: 'a:1', conversationType: 'personal' } }),
  ],
  ...[null, '', 5, true, {}, [], [teamsIds.tenant], ` ${teamsIds.tenant}`, 'x'.repeat(200)].flatMap(
    (id): [string, (activity: ActivityJson) => object][] => [
      [
        `the tenant id ${JSON.stringify(id)} beside our own`,
        ({ conversation }) => ({ channelData: { tenant: { id } }, conversation }),
      ],
      [
        `our tenant id and ${JSON.stringify(id)} in the conversation`,
        ({ conversation }) => ({ conversation: { ...conversation, tenantId: id } }),
      ],
    ],
  ),
  ['a tenant that is a bare id', () => ({ channelData: { tenant: teamsIds.tenant } })],
  ['a tenant that is null', () => ({ channelData: { tenant: null } })],
  ['channel data that cannot be read', () => ({ channelData: 'tenant' })],
  [
    'a host that is not Teams’',
    () => ({ serviceUrl: 'https://smba.trafficmanager.net.example.org/uk/' }),
  ],
  [
    'a host with a name and password',
    () => ({ serviceUrl: 'https://smba.trafficmanager.net@example.org/' }),
  ],
  ['plain http', () => ({ serviceUrl: 'http://smba.trafficmanager.net/uk/' })],
];

/** Somebody in whose own tenant the app is installed. */
function ofTenant(id: string): object {
  const conversation = { id: 'a:1theirs', conversationType: 'personal', tenantId: id };
  return { channelData: { tenant: { id } }, conversation };
}

test('a tenant that the office allowed gets through, as who they are', async () => {
  const whole = recorded('personal-message', teams.connector.url);

  const response = await teams.post({ ...whole, ...ofTenant(TRUST.toUpperCase()) });

  expect(response.status).toBe(200);
  const { tenant } = teamsIds;
  expect(teams.handled).toMatchObject([{ tenantId: tenant, outsideTenantId: TRUST }]);
  expect(teams.book.rows).toContainEqual(
    expect.objectContaining({ conversationId: 'a:1theirs', outsideTenantId: TRUST }),
  );
});

test.each(attempts)('an allowed tenant with %s is turned away', async (_what, attempt) => {
  const whole = recorded('personal-message', teams.connector.url);
  const activity = { ...whole, ...ofTenant(TRUST) };

  const response = await teams.post(activity, attempt(teams, teams.connector.url));

  expect(response.status).toBe(401);
  expect(teams.handled).toEqual([]);
});

test.each(foreign)('a right token with %s is turned away', async (_what, changes) => {
  const whole = recorded('personal-message', teams.connector.url);

  const response = await teams.post({ ...whole, ...changes(whole) });

  expect(response.status).toBe(403);
  expect(teams.handled).toEqual([]);
  expect(teams.connector.calls).toEqual([]);
});

const MARK = 'Casey-Fictional';
/** What would forge a line of a log, colour a terminal or fill a disk. */
const hostile = `${MARK}\r\n{"level":50}\u001b[31m\u2028${'x'.repeat(3_000)}${MARK}`;

const strangers: readonly [string, (serviceUrl: string) => RequestInit & { path?: string }][] = [
  [
    'a token',
    (url) => ({ headers: { authorization: `Bearer ${MARK}.${MARK}.${MARK}` }, body: sent(url) }),
  ],
  [
    'the claims of a token',
    (url) => ({
      headers: {
        authorization: `Bearer ${teams.identity.tokenOfStranger(claims(url, { iss: hostile }))}`,
      },
      body: sent(url),
    }),
  ],
  [
    'the claims of a token with the right issuer',
    (url) => ({
      headers: {
        authorization: `Bearer ${teams.identity.tokenOfStranger(claims(url, { sub: hostile }))}`,
      },
      body: sent(url),
    }),
  ],
  [
    'the words of a body',
    (url) => ({ body: sent(url, { text: hostile, from: { id: hostile.slice(0, 400) } }) }),
  ],
  [
    'the tenant of a body',
    (url) => ({ body: sent(url, { channelData: { tenant: { id: hostile } } }) }),
  ],
  ['the service url of a body', () => ({ body: sent(`https://example.org/${MARK}`) })],
  ['a body that is no JSON', () => ({ body: `{${hostile}` })],
  [
    'a charset',
    () => ({ headers: { 'content-type': `application/json; charset=${MARK}` }, body: '{}' }),
  ],
  ['an encoding', () => ({ headers: { 'content-encoding': MARK }, body: '{}' })],
];

function sent(serviceUrl: string, changes: object = {}): string {
  return JSON.stringify({ ...recorded('personal-message', serviceUrl), ...changes });
}

test.each(strangers)(
  'nothing of %s is printed, by us or by the library',
  async (_what, request) => {
    const { headers, body } = request(teams.connector.url);

    const response = await fetch(teams.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: body ?? null,
    });

    expect([400, 401, 403, 415]).toContain(response.status);
    expect(teams.handled).toEqual([]);
    const words = [await response.text(), JSON.stringify(teams.logged), ...printed.map(String)];
    expect(words.join('\n')).not.toMatch(/Casey|\u001b|xxxxx/);
  },
);

test.each([
  ['no type', { type: undefined }],
  ['another channel', { channelId: 'emulator' }],
  ['nobody', { from: undefined }],
  ['no conversation', { conversation: undefined }],
  ['no service url', { serviceUrl: undefined }],
])('a body with %s is malformed', async (_what, changes) => {
  const whole = recorded('personal-message', teams.connector.url);

  const response = await teams.post({ ...whole, ...changes });

  expect(response.status).toBe(400);
  expect(teams.handled).toEqual([]);
});

test.each([
  ['broken JSON', '{"type":"message"', 400],
  ['a bare word', '"message"', 400],
  ['a list', '[]', 400],
  ['too much', JSON.stringify({ text: 'x'.repeat(300_000) }), 413],
])('%s is refused without a stack', async (_what, body, status) => {
  const headers = { 'content-type': 'application/json' };

  const response = await fetch(teams.url, { method: 'POST', headers, body });

  expect(response.status).toBe(status);
  expect(await response.text()).not.toMatch(/at .*:\d+|node_modules/);
});

test('keys that cannot be fetched let nobody in', async () => {
  const other = await startTeams();
  await other.identity.close();

  const response = await other.post(recorded('personal-message', other.connector.url));

  expect(response.status).toBe(503);
  expect(other.handled).toEqual([]);
  await other.close();
});

const complete = { appId: teamsIds.appId, appPassword: 'x', tenantId: teamsIds.tenant };

test.each([
  ['app id', { ...complete, appId: ' ' }],
  ['app password', { ...complete, appPassword: '' }],
  ['tenant id', { ...complete, tenantId: '' }],
])('a connection without an %s is not made', (what, options) => {
  expect(() => connectTeams(options)).toThrow(`the ${what} is empty`);
});

test('only the demo, by its own flag, does without them', () => {
  const connection = connectTeams({ anonymous: true, tenantId: 'demo' });

  expect(connection.anonymous).toBe(true);
  expect(connection.trusts('http://127.0.0.1:56150/_connector')).toBe(true);
  expect(connection.trusts('http://example.org/')).toBe(false);
});

test('the demo takes what the Playground sends, and still only for our tenant', async () => {
  const demo = await startTeams({ anonymous: true });
  const activity = recorded('personal-message', demo.connector.url);

  const ours = await demo.post(activity, null);
  const theirs = await demo.post({ ...activity, channelData: { tenant: { id: 'another' } } }, null);
  const elsewhere = await demo.post({ ...activity, serviceUrl: 'http://example.org/' }, null);

  expect([ours.status, theirs.status, elsewhere.status]).toEqual([200, 403, 403]);
  expect(demo.handled).toHaveLength(1);
  expect(demo.connector.called(/^POST/)).toHaveLength(1);
  expect(demo.connector.calls[0]?.authorization).toBeUndefined();
  await demo.close();
});

test.each([
  ['https://smba.trafficmanager.net/uk/', true],
  ['https://smba.trafficmanager.net/amer/7b0c/', true],
  ['https://europe.webchat.botframework.com/', true],
  ['https://botframework.com.example.org/', false],
  ['https://evilbotframework.com/', false],
  ['https://smba.trafficmanager.net:8443/', false],
  ['http://127.0.0.1:3978/', false],
  ['rubbish', false],
])('in production %s is trusted: %s', (serviceUrl, trusted) => {
  expect(connectTeams(complete).trusts(serviceUrl)).toBe(trusted);
});
