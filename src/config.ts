// The only reader of the environment. A setting that is missing or wrong stops the start with the
// name of its variable and what to do; no setting that guards a door has a default.
import { resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from './app/faults.ts';

const filled = z.string().trim().min(1);
const port = z.coerce
  .number('set it to a port number, e.g. 3978')
  .int('set it to a whole number')
  .min(0)
  .max(65_535);

const recordSettings = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'set it to a PostgreSQL address: postgresql://user:password@host:5432/database',
    })
    .optional(),
  PAP_DATA_DIR: filled.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

const botSettings = z.object({
  PAP_PLATFORMS: z.string().default('slack,teams'),
  PAP_PARTNERSHIP: filled.optional(),
  HOST: filled.default('0.0.0.0'),
  PORT: port.default(3978),
  PAP_OPS_HOST: filled.default('127.0.0.1'),
  PAP_OPS_PORT: z
    .union([z.literal('off'), port], 'set it to a port number, or to off')
    .default(3979),
  SLACK_MODE: z.enum(['http', 'socket']).default('http'),
  SLACK_BOT_TOKEN: filled.optional(),
  SLACK_SIGNING_SECRET: filled.optional(),
  SLACK_APP_TOKEN: filled.optional(),
  SLACK_TEAM_ID: filled.optional(),
  SLACK_API_URL: z.url().optional(),
  TEAMS_APP_ID: filled.optional(),
  TEAMS_APP_PASSWORD: filled.optional(),
  TEAMS_TENANT_ID: filled.optional(),
  TEAMS_PRIVATE_REPLIES: z.enum(['targeted', 'personal']).default('personal'),
});

export type RecordConfig = {
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly logLevel: string;
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
  readonly partnership: string | undefined;
  readonly host: string;
  readonly port: number;
  /** Where health, readiness and metrics are asked for; null: nowhere. */
  readonly ops: { readonly host: string; readonly port: number } | null;
  readonly slack: SlackConfig | null;
  readonly teams: TeamsConfig | null;
};

export type DemoConfig = RecordConfig & { readonly port: number; readonly playgroundPort: number };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the record is, for every entry point.
 * @param defaultFolder the embedded record's folder when PAP_DATA_DIR does not name one
 * @throws ConfigError
 */
export function readRecordConfig(
  environment: Environment,
  defaultFolder = '.pap/record',
): RecordConfig {
  const read = parse(recordSettings, environment);
  return {
    databaseUrl: read.DATABASE_URL,
    dataFolder: resolve(read.PAP_DATA_DIR ?? defaultFolder),
    logLevel: read.LOG_LEVEL,
  };
}

/** Everything that the bot needs. @throws ConfigError naming the first variable that is missing or wrong */
export function readBotConfig(environment: Environment): BotConfig {
  const read = parse(botSettings, environment);
  const platforms = new Set(
    read.PAP_PLATFORMS.split(',')
      .map((name) => name.trim().toLowerCase())
      .filter(Boolean),
  );
  const strange = [...platforms].find((name) => name !== 'slack' && name !== 'teams');
  if (strange !== undefined || platforms.size === 0) {
    throw new ConfigError('PAP_PLATFORMS', 'name slack, teams or both, separated by a comma');
  }
  return {
    ...readRecordConfig(environment),
    partnership: read.PAP_PARTNERSHIP,
    host: read.HOST,
    port: read.PORT,
    ops: read.PAP_OPS_PORT === 'off' ? null : { host: read.PAP_OPS_HOST, port: read.PAP_OPS_PORT },
    slack: platforms.has('slack') ? slackConfig(read) : null,
    teams: platforms.has('teams') ? teamsConfig(read) : null,
  };
}

/** The demonstration's settings. It never takes a database URL: it fills what it opens with fiction. */
export function readDemoConfig(environment: Environment): DemoConfig {
  const { DATABASE_URL: _unused, ...rest } = environment;
  const read = parse(
    z.object({ PORT: port.default(3978), PLAYGROUND_PORT: port.default(56150) }),
    rest,
  );
  const logLevel = environment.LOG_LEVEL ?? 'warn';
  return {
    ...readRecordConfig({ ...rest, LOG_LEVEL: logLevel }, '.pap/demo'),
    port: read.PORT,
    playgroundPort: read.PLAYGROUND_PORT,
  };
}

type BotSettings = z.output<typeof botSettings>;

function slackConfig(read: BotSettings): SlackConfig {
  const unless = 'or leave Slack out with PAP_PLATFORMS=teams (docs/connect-slack.md)';
  return {
    botToken: required(
      read,
      'SLACK_BOT_TOKEN',
      `set it to the bot token (xoxb-…) of your Slack app, ${unless}`,
    ),
    teamId: required(read, 'SLACK_TEAM_ID', `set it to your workspace’s id (T…), ${unless}`),
    apiUrl: read.SLACK_API_URL,
    transport:
      read.SLACK_MODE === 'socket'
        ? {
            kind: 'socket',
            appToken: required(
              read,
              'SLACK_APP_TOKEN',
              `set it to the app-level token (xapp-…), ${unless}`,
            ),
          }
        : {
            kind: 'http',
            signingSecret: required(
              read,
              'SLACK_SIGNING_SECRET',
              `set it to the signing secret of your Slack app, ${unless}`,
            ),
          },
  };
}

function teamsConfig(read: BotSettings): TeamsConfig {
  const unless = 'or leave Teams out with PAP_PLATFORMS=slack (docs/connect-teams.md)';
  return {
    appId: required(
      read,
      'TEAMS_APP_ID',
      `set it to the application id of your Azure bot, ${unless}`,
    ),
    appPassword: required(
      read,
      'TEAMS_APP_PASSWORD',
      `set it to the client secret of your Azure bot, ${unless}`,
    ),
    tenantId: required(
      read,
      'TEAMS_TENANT_ID',
      `set it to your Microsoft 365 tenant’s id, ${unless}`,
    ),
    targetedReplies: read.TEAMS_PRIVATE_REPLIES === 'targeted',
  };
}

function required(read: BotSettings, name: keyof BotSettings, fix: string): string {
  const value = read[name];
  if (typeof value !== 'string') throw new ConfigError(name, `is missing: ${fix}`);
  return value;
}

function parse<S extends z.ZodType>(schema: S, environment: Environment): z.output<S> {
  // An empty variable is one that somebody forgot to fill in.
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = schema.safeParse(set);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ConfigError(String(issue?.path[0] ?? 'environment'), issue?.message ?? 'is not valid');
}
