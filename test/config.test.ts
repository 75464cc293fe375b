// The environment: what is missing or wrong is named, and no door opens by default.
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../src/app/faults.ts';
import { readBotConfig, readDemoConfig, readRecordConfig } from '../src/config.ts';

const complete = {
  SLACK_BOT_TOKEN: 'xoxb-fictional',
  SLACK_SIGNING_SECRET: 'fictional',
  SLACK_TEAM_ID: 'T0FICTION1',
  TEAMS_APP_ID: '3d9a1f60-6f0b-4f0c-8a41-9f2b7c5d8e02',
  TEAMS_APP_PASSWORD: 'fictional',
  TEAMS_TENANT_ID: '7b0c2a54-3f61-4c0e-9d55-0a4f6a1e2c11',
};

function problem(environment: Record<string, string | undefined>): string {
  try {
    readBotConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('readBotConfig', () => {
  it('takes a complete environment', () => {
    const config = readBotConfig(complete);

    expect(config.port).toBe(3978);
    expect(config.ops).toEqual({ host: '127.0.0.1', port: 3979 });
    expect(config.slack?.transport).toEqual({ kind: 'http', signingSecret: 'fictional' });
    expect(config.teams).toMatchObject({ targetedReplies: false });
  });

  it('switches the second port off, and takes nothing else for a port', () => {
    expect(readBotConfig({ ...complete, PAP_OPS_PORT: 'off' }).ops).toBeNull();
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
    expect(readBotConfig({ ...socket, SLACK_APP_TOKEN: 'xapp-1' }).slack?.transport.kind).toBe(
      'socket',
    );
  });

  it('leaves a platform out only when told so', () => {
    const teamsOnly = { ...complete, SLACK_BOT_TOKEN: undefined, PAP_PLATFORMS: 'teams' };

    expect(readBotConfig(teamsOnly).slack).toBeNull();
    expect(problem({ ...complete, PAP_PLATFORMS: 'teams,signal' })).toContain('PAP_PLATFORMS: ');
    expect(problem({ ...complete, PAP_PLATFORMS: ',' })).toContain('PAP_PLATFORMS: ');
  });

  it.each([
    ['PORT', 'eighty'],
    ['DATABASE_URL', 'mysql://here/db'],
    ['SLACK_MODE', 'rtm'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s when it is %j', (name, value) => {
    expect(problem({ ...complete, [name]: value })).toContain(`${name}: `);
  });
});

describe('readRecordConfig and readDemoConfig', () => {
  it('keeps the record in a folder of the project unless told otherwise', () => {
    expect(readRecordConfig({}).dataFolder).toMatch(/\.pap\/record$/);
    expect(readRecordConfig({ PAP_DATA_DIR: '/srv/pap' }).dataFolder).toBe('/srv/pap');
    expect(readRecordConfig({ DATABASE_URL: 'postgresql://pap@db/pap' }).databaseUrl).toBe(
      'postgresql://pap@db/pap',
    );
  });

  it('never fills a database with fiction', () => {
    const config = readDemoConfig({ DATABASE_URL: 'postgresql://pap@db/pap' });

    expect(config.databaseUrl).toBeUndefined();
    expect(config.dataFolder).toMatch(/\.pap\/demo$/);
  });
});
