// The doctor against stand-ins for Slack and Microsoft and real databases: what it asks, what it makes of the answers,
// and that it changes nothing and prints no secret.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BOT_SCOPES } from '../../../src/chat/slack/manifest.ts';
import { connectTeams } from '../../../src/chat/teams/inbound/connection.ts';
import { type Database, openDatabase } from '../../../src/core/database/db/open-database.ts';
import { examine } from '../../../src/service/doctor/examine.ts';
import {
  exitCode,
  type Finding,
  reportJson,
  reportText,
} from '../../../src/service/doctor/finding.ts';
import { findPostgresql } from '../../support/database/database-cluster.ts';
import {
  announceMissing,
  asRole,
  type FreshDatabase,
  freshDatabase,
} from '../../support/database/database-harness.ts';
import { urlOf } from '../../support/slack/slack-emulator.ts';
import { teamsIds } from '../../support/teams/teams-activity.ts';
import { type FakeConnector, startConnector } from '../../support/teams/teams-connector.ts';
import { FixedCredentials } from '../../support/teams/teams-identity.ts';
import { buildChannel, buildPartnership, buildPerson } from '../../support/world/builders.ts';

const SECRETS = ['xoxb-1-hidden', 'signing-hidden', 'client-hidden', 'pw-hidden'];
const log = { info: () => {}, warn: () => {}, error: () => {} };

/** What the stand-in answers to a path, and what it was asked for. */
let answers: Record<string, { readonly status?: number; readonly body: object }>;
const asked: string[] = [];
const server = createServer((request, response) => {
  const path = (request.url ?? '').split('?')[0] ?? '';
  asked.push(path);
  const { status = 200, body } = answers[path] ?? { status: 404, body: { ok: false } };
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-oauth-scopes': BOT_SCOPES.join(','),
  });
  response.end(JSON.stringify(body));
});
let connector: FakeConnector;
let environment: Record<string, string>;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  connector = await startConnector();
});
afterAll(async () => {
  await connector.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
  asked.length = 0;
  answers = {
    '/api/auth.test': {
      body: { ok: true, team_id: 'T0FICTION1', team: 'Fiction', bot_id: 'B1', user: 'pap' },
    },
    '/api/conversations.history': { body: { ok: true, messages: [{ text: 'hidden-words' }] } },
    [`/${teamsIds.tenant}/oauth2/v2.0/token`]: { body: { access_token: 'token-hidden' } },
    '/keys': { body: {} },
  };
  environment = {
    SLACK_BOT_TOKEN: 'xoxb-1-hidden',
    SLACK_SIGNING_SECRET: 'signing-hidden',
    SLACK_TEAM_ID: 'T0FICTION1',
    SLACK_API_URL: `${urlOf(server)}/api/`,
    TEAMS_APP_ID: teamsIds.appId,
    TEAMS_APP_PASSWORD: 'client-hidden',
    TEAMS_TENANT_ID: teamsIds.tenant,
    HOST: '127.0.0.1',
    PORT: '0',
    PAP_OPS_PORT: 'off',
    PAP_DATA_DIR: join(tmpdir(), 'pap-doctor-no-such-folder'),
  };
});

async function look(change: Record<string, string> = {}): Promise<readonly Finding[]> {
  const findings = await examine(
    { ...environment, ...change },
    {
      log,
      microsoft: { signIn: `${urlOf(server)}/`, keys: `${urlOf(server)}/keys` },
      connect: (app) =>
        connectTeams({
          ...app,
          serviceHosts: [new URL(connector.url).host],
          firstServiceUrl: connector.url,
          sendLimitMs: 2_000,
          signIn: { credentials: new FixedCredentials({ MicrosoftAppId: app.appId }) },
        }),
    },
  );
  const said = reportText(findings) + reportJson(findings);
  for (const secret of [...SECRETS, 'token-hidden', 'hidden-words', '@example.org'])
    expect(said).not.toContain(secret);
  return findings;
}

const wrong = (findings: readonly Finding[]) =>
  findings
    .filter(({ state }) => state === 'mend' || state === 'unseen')
    .map(({ state, code }) => `${state} ${code}`);

describe('before the first start', () => {
  it('says what is missing when nothing is set, and asks nobody', async () => {
    const findings = await examine(
      { PORT: '0', PAP_OPS_PORT: 'off', PAP_DATA_DIR: environment.PAP_DATA_DIR },
      { log },
    );

    expect(exitCode(findings)).toBe(1);
    expect(wrong(findings)).toEqual([
      'mend setting-SLACK_BOT_TOKEN',
      'mend setting-SLACK_TEAM_ID',
      'mend setting-SLACK_SIGNING_SECRET',
      'mend setting-TEAMS_APP_ID',
      'mend setting-TEAMS_APP_PASSWORD',
      'mend setting-TEAMS_TENANT_ID',
      'mend no-record',
      'unseen slack-not-set',
      'unseen teams-not-set',
      'unseen clock-unknown',
    ]);
    expect(asked).toEqual([]);
  });

  it('finds tokens, workspace, tenant and clock well, and only the plan missing', async () => {
    const findings = await look();

    expect(wrong(findings)).toEqual(['mend no-record']);
    expect(asked.toSorted()).toEqual([
      `/${teamsIds.tenant}/oauth2/v2.0/token`,
      '/api/auth.test',
      '/keys',
    ]);
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['slack-team', 'slack-scopes', 'teams-token', 'clock-right']),
    );
  });

  it('goes on without a platform that is away', async () => {
    answers = { '/api/auth.test': { status: 503, body: {} } };
    const findings = await look({ PAP_PLATFORMS: 'slack' });

    expect(wrong(findings)).toEqual(['mend no-record', 'unseen slack-unreachable']);
  });

  it.each([
    [
      { '/api/auth.test': { body: { ok: false, error: 'token_revoked' } } },
      'mend slack-token-refused',
    ],
    [
      {
        [`/${teamsIds.tenant}/oauth2/v2.0/token`]: {
          status: 401,
          body: { error: 'invalid_client', error_codes: [7_000_222] },
        },
      },
      'mend teams-secret-ended',
    ],
    [
      { [`/${teamsIds.tenant}/oauth2/v2.0/token`]: { status: 503, body: {} } },
      'unseen teams-unreachable',
    ],
  ])('says what is refused: %j', async (change, expected) => {
    Object.assign(answers, change);

    expect(wrong(await look())).toEqual(['mend no-record', expected]);
  });

  it('asks for a line of Socket Mode and opens none', async () => {
    answers['/api/apps.connections.open'] = { body: { ok: false, error: 'missing_scope' } };
    const socket = { SLACK_MODE: 'socket', SLACK_APP_TOKEN: 'xapp-1', PAP_PLATFORMS: 'slack' };

    expect(wrong(await look(socket))).toEqual(['mend no-record', 'mend slack-app-token-refused']);
  });

  it('names a port that another program has', async () => {
    const port = new URL(urlOf(server)).port;

    expect(wrong(await look({ PORT: port }))).toContain('mend port-taken');
  });
});

describe('a record with a plan', () => {
  let fresh: FreshDatabase;
  let bot: Database;
  const channels = { in: 'C0IN', gone: 'C0GONE', teams: '19:there', teamsGone: '19:gone' };

  beforeAll(async () => {
    fresh = await freshDatabase('embedded');
    bot = await openDatabase({ ...fresh, role: 'server' });
    const built = await buildPartnership(bot.prisma);
    await buildPerson(bot.prisma, built, { name: 'Nadia Khan', email: 'nadia@example.org' });
    const slack = { platform: 'slack', tenantId: 'T0FICTION1' } as const;
    const teams = { platform: 'teams', tenantId: teamsIds.tenant } as const;
    for (const facts of [
      { ...slack, channelId: channels.in, name: 'in' },
      { ...teams, channelId: channels.teams, name: 'there' },
      { ...teams, channelId: channels.teamsGone, name: 'gone' },
      { ...slack, tenantId: 'T0OTHER001', channelId: 'C0X', name: 'elsewhere' },
    ])
      await buildChannel(bot.prisma, built, facts);
  });
  afterAll(async () => {
    await bot.close();
    await fresh.remove();
  });

  it('is looked at through the bot that has it open; channels are asked about and nothing is posted', async () => {
    connector.fail({
      on: /19:gone/,
      status: 403,
      body: '{"error":{"code":"BotNotInConversationRoster"}}',
    });
    const findings = await look({ PAP_DATA_DIR: fresh.dataFolder });

    expect(wrong(findings)).toEqual(['mend channel-elsewhere', 'mend channel-closed']);
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['database-served', 'plan-loaded', 'reach-some', 'channel-open']),
    );
    expect(connector.calls.map(({ method }) => method)).toEqual(expect.arrayContaining(['GET']));
    expect(connector.called(/^(?:POST|PUT|DELETE)/)).toEqual([]);
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([
      '/api/auth.test',
      '/api/conversations.history',
    ]);
  });

  it('makes no record where there is none', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'pap-doctor-'));

    expect(wrong(await look({ PAP_DATA_DIR: empty }))).toEqual(['mend no-record']);
    expect(readdirSync(empty).filter((name) => name.startsWith('postgres'))).toEqual([]);
    rmSync(empty, { recursive: true });
  });
});

if (!findPostgresql())
  announceMissing('the doctor on PostgreSQL', 'PostgreSQL', 'apt-get install postgresql');
else
  describe('on PostgreSQL', () => {
    let fresh: FreshDatabase;

    beforeAll(async () => {
      fresh = await freshDatabase('postgresql');
    });
    afterAll(() => fresh.remove());

    const url = (change: (url: URL) => void) => {
      const one = new URL(fresh.databaseUrl ?? '');
      change(one);
      return one.href;
    };

    it('tells one role from two, and compares the clocks', async () => {
      const one = await look({ DATABASE_URL: fresh.databaseUrl ?? '', PAP_PLATFORMS: 'slack' });
      const two = await look({
        DATABASE_URL: asRole(fresh.databaseUrl ?? '', 'pap_bot_of_tests'),
        PAP_MIGRATION_DATABASE_URL: fresh.databaseUrl ?? '',
        PAP_PLATFORMS: 'slack',
      });

      expect(wrong(one)).toEqual(['mend no-plan']);
      expect(one.map(({ code }) => code)).toContain('roles-one');
      expect(one.filter(({ code }) => code === 'clock-right')).toHaveLength(2);
      expect(two.map(({ code }) => code)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^roles-(?:two|rights)$/)]),
      );
    });

    it('names the migrations of the next start, and applies none', async () => {
      const pool = new Pool({ connectionString: fresh.databaseUrl });
      const newest = `SELECT max(migration_name) AS name FROM _prisma_migrations`;
      const { rows } = await pool.query(`DELETE FROM _prisma_migrations
        WHERE migration_name = (${newest}) RETURNING migration_name`);
      const findings = await look({
        DATABASE_URL: fresh.databaseUrl ?? '',
        PAP_PLATFORMS: 'slack',
      });
      const [pending] = findings.filter(({ code }) => code === 'migrations-pending');
      const after = await pool.query(newest);
      await pool.end();

      expect(pending?.says).toContain(rows[0].migration_name);
      expect(after.rows[0].name < rows[0].migration_name).toBe(true);
    });

    it.each([
      [
        'a database that is not there',
        (one: URL) => {
          one.pathname = '/nowhere';
        },
        /does not exist/,
      ],
      [
        'a server that is not there',
        (one: URL) => {
          one.searchParams.set('host', '/nowhere');
        },
        /does not answer/,
      ],
    ])('says what is wrong with %s, without the password', async (_name, change, expected) => {
      const address = url((one) => {
        one.password = 'pw-hidden';
        change(one);
      });
      const findings = await look({ DATABASE_URL: address, PAP_PLATFORMS: 'slack' });
      const [closed] = findings.filter(({ code }) => code === 'database-closed');

      expect(closed?.says).toMatch(expected);
      expect(closed?.remedy).toBeTruthy();
    });
  });
