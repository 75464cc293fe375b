// The environment: what is missing or wrong is named, and no door opens by default.
import { describe, expect, it } from 'vitest';
import { parseBotConfig, parseDemoConfig, parseRecordConfig } from '../src/config.ts';
import { ConfigError } from '../src/core/request/app/faults.ts';

const complete = {
  SLACK_BOT_TOKEN: 'xoxb-fictional',
  SLACK_SIGNING_SECRET: 'fictional',
  SLACK_TEAM_ID: 'T0FICTION1',
  TEAMS_APP_ID: '3d9a1f60-6f0b-4f0c-8a41-9f2b7c5d8e02',
  TEAMS_APP_PASSWORD: 'fictional',
  TEAMS_TENANT_ID: '7b0c2a54-3f61-4c0e-9d55-0a4f6a1e2c11',
};

const OWNER = 'postgresql://pap_owner:y@db/pap';

function problem(environment: Record<string, string | undefined>): string {
  try {
    parseBotConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('parseBotConfig', () => {
  it('takes a complete environment', () => {
    const config = parseBotConfig(complete);

    expect(config.port).toBe(3978);
    expect(config.ops).toEqual({ host: '127.0.0.1', port: 3979 });
    expect(config.slack?.transport).toEqual({ kind: 'http', signingSecret: 'fictional' });
    expect(config.teams).toMatchObject({ targetedReplies: false });
  });

  it('switches the second port off, and takes nothing else for a port', () => {
    expect(parseBotConfig({ ...complete, PAP_OPS_PORT: 'off' }).ops).toBeNull();
    expect(problem({ ...complete, PAP_OPS_PORT: 'no' })).toContain(
      'PAP_OPS_PORT: set it to a port number, or to off',
    );
  });

  it.each(Object.keys(complete))('names %s when it is missing or empty', (name) => {
    expect(problem({ ...complete, [name]: undefined })).toContain(`${name}: is missing`);
    expect(problem({ ...complete, [name]: '  ' })).toContain(`${name}: `);
    expect(problem({ ...complete, [name]: '' })).toContain(`${name}: is missing`);
  });

  it('asks for the app token instead of the signing secret in Socket Mode', () => {
    const socket = { ...complete, SLACK_MODE: 'socket', SLACK_SIGNING_SECRET: undefined };

    expect(problem(socket)).toContain('SLACK_APP_TOKEN: is missing');
    expect(parseBotConfig({ ...socket, SLACK_APP_TOKEN: 'xapp-1' }).slack?.transport.kind).toBe(
      'socket',
    );
  });

  it('leaves a platform out only when told so', () => {
    const teamsOnly = { ...complete, SLACK_BOT_TOKEN: undefined, PAP_PLATFORMS: 'teams' };

    expect(parseBotConfig(teamsOnly).slack).toBeNull();
    expect(problem({ ...complete, PAP_PLATFORMS: 'teams,signal' })).toContain('PAP_PLATFORMS: ');
    expect(problem({ ...complete, PAP_PLATFORMS: ',' })).toContain('PAP_PLATFORMS: ');
  });

  it.each([
    ['https://pap.county.example/', 'https://pap.county.example'],
    ['http://127.0.0.1:3978', 'http://127.0.0.1:3978'],
    [undefined, undefined],
  ])('takes %j for the public address', (PAP_PUBLIC_URL, expected) => {
    expect(parseBotConfig({ ...complete, PAP_PUBLIC_URL }).publicUrl).toBe(expected);
  });

  it.each([
    ['PAP_PUBLIC_URL', 'http://pap.county.example'],
    ['PAP_PUBLIC_URL', 'pap.county.example'],
    ['PAP_PUBLIC_URL', 'https://pap.county.example/?a=1'],
    ['PORT', 'eighty'],
    ['DATABASE_URL', 'mysql://here/db'],
    ['SLACK_MODE', 'rtm'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s when it is %j', (name, value) => {
    expect(problem({ ...complete, [name]: value })).toContain(`${name}: `);
  });
});

const SOCKET = { SLACK_MODE: 'socket', SLACK_APP_TOKEN: 'xapp-1-A0FICTION1-1-fictional' };
const USER_TOKEN = 'xoxp-1-fictional';
const CHANNEL = 'C0FICTION1';

describe('a setting that is wrong', () => {
  it.each<[string, Record<string, string>, string]>([
    ['a user’s token', { SLACK_BOT_TOKEN: USER_TOKEN }, 'SLACK_BOT_TOKEN: is a user token'],
    ['the app token', { SLACK_BOT_TOKEN: SOCKET.SLACK_APP_TOKEN }, 'belongs in SLACK_APP_TOKEN'],
    ['a token that ends', { SLACK_BOT_TOKEN: 'xoxe.xoxb-1-x' }, 'turn off token rotation'],
    ['no token', { SLACK_BOT_TOKEN: 'fictional' }, 'SLACK_BOT_TOKEN: is not a bot token'],
    ['the bot token', { ...SOCKET, SLACK_APP_TOKEN: 'xoxb-1-x' }, 'belongs in SLACK_BOT_TOKEN'],
    ['a token as the secret', { SLACK_SIGNING_SECRET: 'xoxb-1-x' }, 'SLACK_SIGNING_SECRET: is the'],
    ['a channel’s id', { SLACK_TEAM_ID: CHANNEL }, 'SLACK_TEAM_ID: is the id of a channel'],
    ['an organisation’s id', { SLACK_TEAM_ID: 'E0FICTION1' }, 'is the id of an organisation'],
    ['a person’s id', { SLACK_TEAM_ID: 'U0FICTION1' }, 'is the id of a person'],
    ['small letters', { SLACK_TEAM_ID: 't0fiction1' }, 'write it in capital letters'],
    ['a workspace’s name', { SLACK_TEAM_ID: 'our-county' }, 'is not the id of a workspace'],
    ['a web address', { SLACK_TEAM_ID: 'https://x.slack.com' }, 'is not the id of a workspace'],
    ['the tenant’s name', { TEAMS_TENANT_ID: 'county.onmicrosoft.com' }, 'name and not its id'],
    ['no tenant', { TEAMS_TENANT_ID: 'county' }, 'TEAMS_TENANT_ID: is not a tenant id'],
    ['the app’s id', { TEAMS_TENANT_ID: complete.TEAMS_APP_ID }, 'is the application id'],
    ['no GUID', { TEAMS_APP_ID: 'pap-county' }, 'TEAMS_APP_ID: is not an application id'],
    ['the secret’s id', { TEAMS_APP_PASSWORD: complete.TEAMS_APP_ID }, 'is the Secret ID'],
    ['quotation marks', { SLACK_BOT_TOKEN: '"xoxb-1-x"' }, 'remove the quotation marks'],
    ['a place-holder', { SLACK_BOT_TOKEN: 'xoxb-…' }, 'place-holder'],
    ['no host', { DATABASE_URL: 'postgresql:///pap' }, 'DATABASE_URL: names no host'],
    ['no host before a port', { DATABASE_URL: 'postgresql://:5432/pap' }, 'cannot be read'],
    ['no database', { DATABASE_URL: 'postgresql://pap@db' }, 'DATABASE_URL: names no database'],
    ['a bare /', { DATABASE_URL: 'postgresql://pap:a/b@db/pap' }, 'cannot be read'],
    [
      'an owner alone',
      { PAP_MIGRATION_DATABASE_URL: OWNER },
      'set DATABASE_URL too, to the address',
    ],
    [
      'an owner of another database',
      { PAP_MIGRATION_DATABASE_URL: OWNER, DATABASE_URL: 'postgresql://pap_bot@db/other' },
      'PAP_MIGRATION_DATABASE_URL: names another database than DATABASE_URL',
    ],
    [
      'the bot as the owner',
      { PAP_MIGRATION_DATABASE_URL: OWNER, DATABASE_URL: OWNER },
      'PAP_MIGRATION_DATABASE_URL: has the same user as DATABASE_URL',
    ],
    [
      'an owner of no database',
      { PAP_MIGRATION_DATABASE_URL: 'mysql://db/pap' },
      'PAP_MIGRATION_DATABASE_URL: ',
    ],
    ['a web API', { SLACK_API_URL: 'slack.com/api' }, 'SLACK_API_URL: set it to a web address'],
    ['a scheme', { HOST: 'http://0.0.0.0' }, 'HOST: set it to an address alone'],
    ['a port in the host', { HOST: '0.0.0.0:3978' }, 'HOST: set it to an address alone'],
    ['a port too high', { PORT: '70000' }, 'PORT: set it to a port number'],
    ['half a port', { PORT: '80.5' }, 'PORT: set it to a port number'],
    ['another way to write it', { PORT: '0x50' }, 'PORT: set it to a port number'],
    ['the same port twice', { PORT: '3979' }, 'PAP_OPS_PORT: is the same as PORT'],
    ['an address as a folder', { PAP_DATA_DIR: 'postgresql://db/pap' }, 'belongs in DATABASE_URL'],
    ['a choice', { TEAMS_PRIVATE_REPLIES: 'yes' }, 'set it to personal or targeted'],
  ])('is named with what it is and where the right one is: %s', (_what, wrong, said) => {
    expect(problem({ ...complete, ...wrong })).toContain(said);
    for (const value of Object.values(wrong).filter((each) => /^"?xox|^xapp/.test(each)))
      expect(problem({ ...complete, ...wrong })).not.toContain(value);
  });

  it('is taken where it is right, in every form that is right', () => {
    for (const right of [
      { DATABASE_URL: 'postgres://pap@localhost/pap?host=%2Frun%2Fpostgresql' },
      { DATABASE_URL: 'postgresql://pap:p%40ss@[::1]:5432/pap?sslmode=require' },
      { DATABASE_URL: 'postgresql://pap_bot:x@pooler/pap', PAP_MIGRATION_DATABASE_URL: OWNER },
      { HOST: '::' },
      { PORT: '0', PAP_OPS_PORT: '0' },
      { TEAMS_TENANT_ID: complete.TEAMS_TENANT_ID.toUpperCase() },
      { SLACK_BOT_TOKEN: ' xoxb-1-x ' },
      { PAP_PLATFORMS: 'Teams', SLACK_BOT_TOKEN: USER_TOKEN },
    ])
      expect(() => parseBotConfig({ ...complete, ...right })).not.toThrow();
    expect(parseBotConfig({ ...complete, SLACK_BOT_TOKEN: ' xoxb-1-x ' }).slack?.botToken).toBe(
      'xoxb-1-x',
    );
  });

  it('is named together with every other one', () => {
    const said = problem({
      ...{ PORT: 'eighty', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://here/db' },
      ...{ SLACK_BOT_TOKEN: USER_TOKEN, SLACK_TEAM_ID: CHANNEL, TEAMS_APP_ID: 'x' },
    });

    expect(said.split('\n')[0]).toBe('9 settings are missing or wrong:');
    expect([...said.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name).sort()).toEqual([
      ...['DATABASE_URL', 'LOG_LEVEL', 'PORT', 'SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'],
      ...['SLACK_TEAM_ID', 'TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'],
    ]);
  });
});

describe('parseRecordConfig and parseDemoConfig', () => {
  it('keeps the record in a folder of the project unless told otherwise', () => {
    expect(parseRecordConfig({}).dataFolder).toMatch(/\.pap\/record$/);
    expect(parseRecordConfig({ PAP_DATA_DIR: '/srv/pap' }).dataFolder).toBe('/srv/pap');
    expect(parseRecordConfig({ DATABASE_URL: 'postgresql://pap@db/pap' }).databaseUrl).toBe(
      'postgresql://pap@db/pap',
    );
  });

  it('never fills a database with fiction', () => {
    const config = parseDemoConfig({ DATABASE_URL: 'postgresql://pap@db/pap' });

    expect(config.databaseUrl).toBeUndefined();
    expect(config.dataFolder).toMatch(/\.pap\/demo$/);
  });
});
