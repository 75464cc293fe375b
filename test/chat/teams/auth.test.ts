import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { connectTeams } from '../../../src/chat/teams/connection.ts';
import { type ActivityJson, recorded, teamsIds } from '../../support/teams-activity.ts';
import { startTeams, type TeamsHarness } from '../../support/teams-app.ts';
import { goodClaims } from '../../support/teams-identity.ts';

let teams: TeamsHarness;

beforeAll(async () => {
  // The library prints its public key and a stack for every token that it turns down.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  teams = await startTeams();
});
afterAll(() => teams.close());
beforeEach(() => {
  teams.handled.length = 0;
  teams.connector.calls.length = 0;
});

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

test.each(foreign)('a right token with %s is turned away', async (_what, changes) => {
  const whole = recorded('personal-message', teams.connector.url);

  const response = await teams.post({ ...whole, ...changes(whole) });

  expect(response.status).toBe(403);
  expect(teams.handled).toEqual([]);
  expect(teams.connector.calls).toEqual([]);
});

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
