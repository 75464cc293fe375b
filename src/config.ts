// The only reader of the environment. Whatever is missing or wrong stops the start, all of it at once, with the
// names of the variables and what to do; no setting that guards a door has a default.
import { resolve } from 'node:path';
import {
  checkAppId,
  checkAppPassword,
  checkAppToken,
  checkBotToken,
  checkDatabaseUrl,
  checkFolder,
  checkHost,
  checkPublicUrl,
  checkSigningSecret,
  checkTeamId,
  checkTenantId,
  checkWebUrl,
  places,
} from './setting-checks.ts';
import { type Environment, SettingsReader } from './settings-reader.ts';

export type RecordConfig = {
  readonly databaseUrl: string | undefined;
  /** The same database as the owner of its tables, where the bot has a role of its own. */
  readonly migrationUrl?: string | undefined;
  readonly dataFolder: string;
  readonly logLevel: string;
  /** Where PAP is reached from outside, without a slash at its end; undefined: nobody said. */
  readonly publicUrl?: string | undefined;
};

/** How long a stop waits for what is being sent; what is not done by then is checked after the next start. */
export const STOP_WITHIN_MS = 25_000;

export type SlackConfig = {
  readonly botToken: string;
  readonly teamId: string;
  readonly apiUrl: string | undefined;
  readonly transport:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string };
};

export type TeamsConfig = {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
  readonly targetedReplies: boolean;
};

export type BotConfig = RecordConfig & {
  readonly host: string;
  readonly port: number;
  /** Where health, readiness and metrics are asked for; null: nowhere. */
  readonly ops: { readonly host: string; readonly port: number } | null;
  readonly slack: SlackConfig | null;
  readonly teams: TeamsConfig | null;
  /** Where people reach the bot's pages, without a slash at its end; undefined: there are none. */
  readonly publicUrl: string | undefined;
};

export type DemoConfig = RecordConfig & { readonly port: number; readonly playgroundPort: number };

/**
 * Where the record is, for every entry point.
 * @param defaultFolder the embedded record's folder when PAP_DATA_DIR does not name one
 * @throws ConfigError
 */
export function parseRecordConfig(
  environment: Environment,
  defaultFolder = '.pap/record',
): RecordConfig {
  const settings = new SettingsReader(environment);
  const config = recordConfig(settings, defaultFolder);
  settings.finish();
  return config;
}

/** Everything that the bot needs. @throws ConfigError naming every variable that is missing or wrong */
export function parseBotConfig(environment: Environment): BotConfig {
  const settings = new SettingsReader(environment);
  const config = parseBotSettings(settings);
  settings.finish();
  return config;
}

/** The same without a word about what is wrong: the reader has it, and what is wrong must not be used. */
export function parseBotSettings(settings: SettingsReader): BotConfig {
  const platforms = readPlatforms(settings);
  const port = settings.port('PORT', 3978);
  const host = settings.optional('HOST', checkHost) ?? '0.0.0.0';
  const opsPort = settings.port('PAP_OPS_PORT', 3979, true);
  const opsHost = settings.optional('PAP_OPS_HOST', checkHost) ?? '127.0.0.1';
  if (port !== 0 && port === opsPort)
    settings.refuse('PAP_OPS_PORT', `is the same as PORT (${port}); set another one, or off`);
  return {
    ...recordConfig(settings, '.pap/record'),
    ...{ host, port },
    ops: opsPort === null ? null : { host: opsHost, port: opsPort },
    slack: platforms.has('slack') ? slackConfig(settings) : null,
    teams: platforms.has('teams') ? teamsConfig(settings) : null,
    publicUrl: settings.optional('PAP_PUBLIC_URL', checkPublicUrl)?.replace(/\/+$/, ''),
  };
}

/** The demonstration's settings. It never takes a database URL: it fills what it opens with fiction. */
export function parseDemoConfig(environment: Environment): DemoConfig {
  const { DATABASE_URL: _unused, PAP_MIGRATION_DATABASE_URL: _neither, ...rest } = environment;
  const settings = new SettingsReader({ ...rest, LOG_LEVEL: environment.LOG_LEVEL ?? 'warn' });
  const config = {
    ...recordConfig(settings, '.pap/demo'),
    port: settings.port('PORT', 3978),
    playgroundPort: settings.port('PLAYGROUND_PORT', 56150),
  };
  settings.finish();
  return config;
}

/** The addresses of those who may set up, switch, export and erase whole partnerships. @throws ConfigError */
export function parseOperators(environment: Environment): readonly string[] {
  const settings = new SettingsReader(environment);
  const operators = parseOperatorSettings(settings);
  settings.finish();
  return operators;
}

/** The same without a word about what is wrong. */
export function parseOperatorSettings(settings: SettingsReader): readonly string[] {
  return (settings.optional('PAP_OPERATORS') ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter(Boolean);
}

/** The application id for the files that an administrator uploads. @throws ConfigError */
export function parseTeamsAppId(environment: Environment): string | undefined {
  const settings = new SettingsReader(environment);
  const appId = settings.optional('TEAMS_APP_ID', checkAppId);
  settings.finish();
  return appId;
}

function recordConfig(settings: SettingsReader, defaultFolder: string): RecordConfig {
  const databaseUrl = settings.optional('DATABASE_URL', checkDatabaseUrl);
  const migrationUrl = settings.optional('PAP_MIGRATION_DATABASE_URL', checkDatabaseUrl);
  if (migrationUrl && !databaseUrl)
    settings.refuse(
      'PAP_MIGRATION_DATABASE_URL',
      'is the owner’s address of a PostgreSQL database: set DATABASE_URL too, to the address of the bot’s own role',
    );
  else if (migrationUrl && databaseUrl && nameOf(migrationUrl) !== nameOf(databaseUrl))
    settings.refuse('PAP_MIGRATION_DATABASE_URL', 'names another database than DATABASE_URL');
  else if (migrationUrl && databaseUrl && isSameUser(migrationUrl, databaseUrl))
    settings.refuse(
      'PAP_MIGRATION_DATABASE_URL',
      'has the same user as DATABASE_URL: set DATABASE_URL to the address of the bot’s own role (docs/operations.md, ' +
        '“Two roles on PostgreSQL”), or leave this one out',
    );
  return {
    ...{ databaseUrl, migrationUrl },
    dataFolder: resolve(settings.optional('PAP_DATA_DIR', checkFolder) ?? defaultFolder),
    publicUrl: settings.optional('PAP_PUBLIC_URL', checkPublicUrl)?.replace(/\/+$/, ''),
    logLevel: settings.choice('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
  };
}

/** The name of the database in an address; the hosts may differ, as where one goes through a pooler. */
function nameOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).pathname : null;
}

/** Whether both name a user, and the same one. */
function isSameUser(one: string, other: string): boolean {
  const [first, second] = [one, other].map((address) =>
    URL.canParse(address) ? decodeURIComponent(new URL(address).username) : '',
  );
  return first !== '' && first === second;
}

function readPlatforms(settings: SettingsReader): ReadonlySet<string> {
  const read = (value: string) =>
    value
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter(Boolean);
  const value = settings.optional('PAP_PLATFORMS', (given) => {
    const names = read(given);
    return names.length > 0 && names.every((name) => name === 'slack' || name === 'teams')
      ? null
      : 'name slack, teams or both, separated by a comma';
  });
  return new Set(read(value ?? 'slack,teams'));
}

function slackConfig(settings: SettingsReader): SlackConfig {
  const unless = 'or leave Slack out with PAP_PLATFORMS=teams (docs/connect-slack.md)';
  const required = (name: string, fix: string, check: typeof checkBotToken) =>
    settings.required(name, `${fix}, ${unless}`, check);
  return {
    botToken: required('SLACK_BOT_TOKEN', places.botToken, checkBotToken),
    teamId: required('SLACK_TEAM_ID', places.teamId, checkTeamId),
    apiUrl: settings.optional('SLACK_API_URL', checkWebUrl),
    transport:
      settings.choice('SLACK_MODE', ['http', 'socket'], 'http') === 'socket'
        ? {
            kind: 'socket',
            appToken: required('SLACK_APP_TOKEN', places.appToken, checkAppToken),
          }
        : {
            kind: 'http',
            signingSecret: required(
              'SLACK_SIGNING_SECRET',
              places.signingSecret,
              checkSigningSecret,
            ),
          },
  };
}

function teamsConfig(settings: SettingsReader): TeamsConfig {
  const unless = 'or leave Teams out with PAP_PLATFORMS=slack (docs/connect-teams.md)';
  const required = (name: string, fix: string, check: typeof checkAppId) =>
    settings.required(name, `${fix}, ${unless}`, check);
  const appId = required('TEAMS_APP_ID', places.appId, checkAppId);
  return {
    appId,
    appPassword: required('TEAMS_APP_PASSWORD', places.appPassword, checkAppPassword),
    tenantId: required('TEAMS_TENANT_ID', places.tenantId, (value) =>
      value.toLowerCase() === appId.toLowerCase()
        ? `is the application id; ${places.tenantId}`
        : checkTenantId(value),
    ),
    targetedReplies:
      settings.choice('TEAMS_PRIVATE_REPLIES', ['personal', 'targeted'], 'personal') === 'targeted',
  };
}
