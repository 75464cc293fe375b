// The bot in production: reads the configuration, connects Slack and Teams, and runs until it is told
// to stop. Anything missing stops the start with the name of the variable.
import type { RequestHandler } from 'express';
import { commands } from '../commands/index.ts';
import { createSlackApp, type SlackApp } from './chat/slack/inbound/app.ts';
import { createSlackDirectory } from './chat/slack/inbound/directory.ts';
import { createSlackFinder } from './chat/slack/inbound/finder.ts';
import { createSlackSender } from './chat/slack/send/send.ts';
import { createTeamsApp } from './chat/teams/inbound/app.ts';
import { connectTeams } from './chat/teams/inbound/connection.ts';
import { createTeamsDirectory } from './chat/teams/inbound/directory.ts';
import { createTeamsFinder } from './chat/teams/inbound/finder.ts';
import { createTeamsSender } from './chat/teams/send/send.ts';
import { createWebApp } from './chat/web/inbound/app.ts';
import { type BotConfig, parseBotConfig, STOP_WITHIN_MS } from './config.ts';
import type {
  AccountDirectory,
  AccountFinder,
  MessageSender,
} from './core/request/app/chat-ports.ts';
import { ConfigError, isExplained } from './core/request/app/faults.ts';
import type { HandleInbound } from './core/request/app/inbound.ts';
import type { Log, Partnership, RecordStore } from './core/request/app/ports.ts';
import { fileFormats } from './files/formats.ts';
import { createLog, silenceLibraries } from './log.ts';
import { type OpenRecord, openRecord, realClock } from './open-record.ts';
import { lookAgain } from './people/accounts/app/find-accounts.ts';
import { projectVersion } from './project-root.ts';
import { createDispatch } from './service/dispatch/app/dispatch-command.ts';
import { START_RUN } from './service/jobs/app/operations-status.ts';
import { loadOperations } from './service/jobs/db/operations.ts';
import { createMetrics } from './service/monitoring/meters.ts';
import { ReadinessProbe } from './service/monitoring/readiness.ts';
import { startOpsServer } from './service/monitoring/server.ts';
import { calendarDoor } from './service/web/calendar-door.ts';
import { startBot } from './start-bot.ts';

type Platforms = {
  readonly senders: MessageSender[];
  readonly directories: AccountDirectory[];
  readonly finders: AccountFinder[];
  /** Builds what answers requests, once there is something to hand them to. */
  readonly doors: ((handle: HandleInbound) => RequestHandler)[];
  slack: SlackApp | null;
};

async function main(): Promise<void> {
  const config = parseBotConfig(process.env);
  const log = createLog(config.logLevel);
  silenceLibraries(log);
  const probe = new ReadinessProbe(log);
  let opened: OpenRecord | null = null;
  const metrics = createMetrics(
    async () => opened && (await loadOperations(opened.database.prisma)),
  );
  const { meters } = metrics;
  const ops = config.ops && (await startOpsServer(config.ops, probe, metrics, log));
  // Never a new one: it would hold no plan, and stand where a record was lost.
  const record = await openRecord(config, 'server', log, null, meters.databaseError);
  opened = record;
  const partnerships = await listServed(record);
  await bindWorkspaces(config, record, partnerships);
  const platforms = connectPlatforms(config, record, log);
  const { senders, directories, finders } = platforms;
  const handle = createDispatch({
    store: record.store,
    clock: realClock,
    log,
    commands,
    directories,
    files: fileFormats,
    publicUrl: config.publicUrl,
    meters,
  });
  const handlers = [
    ...(config.publicUrl === undefined
      ? []
      : [
          calendarDoor(record.store, realClock),
          createWebApp({
            store: record.store,
            clock: realClock,
            ...{ handle, files: fileFormats, publicUrl: config.publicUrl },
          }),
        ]),
    ...platforms.doors.map((door) => door(handle)),
  ];
  // Before anything is sent: a token of another workspace must stop the start.
  await platforms.slack?.start();
  const bot = await startBot({
    record,
    clock: realClock,
    log,
    senders,
    finders,
    handlers,
    host: config.host,
    port: config.port,
    timeZones: [...new Set(partnerships.map(({ timeZone }) => timeZone))],
    meters,
  });
  await noteStart(config, record, senders);
  probe.runs(bot.checks);
  onStopSignal(async () => {
    probe.stops();
    // Both doors at once: neither may take anything while the other one is being closed.
    await Promise.all([platforms.slack?.stop(), bot.stop()]);
    // What the last requests began after they were answered.
    await platforms.slack?.settled();
    await ops?.close();
    await record.close();
    log.info({}, 'the bot has stopped');
  });
  log.info(
    {
      port: bot.port,
      opsPort: ops?.port ?? null,
      partnerships: partnerships.length,
      slack: config.slack !== null,
      teams: config.teams !== null,
    },
    'the bot is running',
  );
}

/** Every partnership of the record. @throws ConfigError when there is none, or a demonstration */
async function listServed({ store, clocks }: OpenRecord): Promise<readonly Partnership[]> {
  const all = await store.list();
  const [first] = all;
  if (!first)
    throw new ConfigError(
      'PAP_DATA_DIR',
      'the record holds no plan yet: load one with “npm run setup -- my-plan.xlsx”',
    );
  if (await clocks.read(first.id))
    throw new ConfigError(
      'PAP_DATA_DIR',
      'this record is a demonstration; name another folder or database',
    );
  return all;
}

/** The workspaces that this process is connected to. */
function connectedTo({ slack, teams }: BotConfig) {
  return [
    ...(slack ? [{ platform: 'slack', tenantId: slack.teamId } as const] : []),
    ...(teams ? [{ platform: 'teams', tenantId: teams.tenantId } as const] : []),
  ];
}

/** A partnership that nothing stands for on a platform is found by the workspace that this process is connected to. */
async function bindWorkspaces(
  config: BotConfig,
  { store }: OpenRecord,
  partnerships: readonly Partnership[],
): Promise<void> {
  for (const { platform, tenantId } of connectedTo(config)) {
    const bound = new Set(await store.boundOn(platform));
    for (const { id } of partnerships)
      if (!bound.has(id)) await store.bindWorkspace(id, platform, tenantId);
  }
}

/** In the run log of each that it serves, so that everybody can see since when it runs and as which version. */
async function noteStart(
  config: BotConfig,
  { store }: OpenRecord,
  senders: readonly MessageSender[],
): Promise<void> {
  const now = await realClock.now();
  const platforms = senders.map(({ platform }) => platform);
  const places = connectedTo(config).map((one) =>
    store.listByWorkspace(one.platform, one.tenantId),
  );
  const served = new Set((await Promise.all(places)).flat().map(({ id }) => id));
  for (const id of served) {
    const { jobRuns } = store.open(id);
    await jobRuns.claim(START_RUN, now, now, now);
    await jobRuns.finish(START_RUN, now, now, { version: projectVersion(), platforms });
  }
}

function connectPlatforms(config: BotConfig, { store }: OpenRecord, log: Log): Platforms {
  const platforms: Platforms = {
    senders: [],
    directories: [],
    finders: [],
    doors: [],
    slack: null,
  };
  if (config.slack) connectSlack(config.slack, log, store, platforms);
  if (config.teams) {
    const connection = connectTeams(config.teams);
    const { targetedReplies } = config.teams;
    platforms.senders.push(createTeamsSender(connection, store.conversations));
    platforms.directories.push(createTeamsDirectory(connection, store.conversations));
    platforms.finders.push(createTeamsFinder(connection, store.conversations));
    const { tenantId } = connection;
    platforms.doors.push((handle) =>
      createTeamsApp({
        ...{ connection, handle, log, targetedReplies, book: store.conversations },
        letsIn: (outside) => store.routes.allows('teams', tenantId, outside),
        onJoined: (tenant) => lookAgain(store, { platform: 'teams', tenantId: tenant }),
      }),
    );
  }
  return platforms;
}

function connectSlack(
  { botToken, teamId, apiUrl, transport }: NonNullable<BotConfig['slack']>,
  log: Log,
  store: RecordStore,
  platforms: Platforms,
): void {
  const access = { botToken, teamId, log, slackApiUrl: apiUrl };
  platforms.senders.push(createSlackSender(access, fileFormats.drawPng));
  platforms.directories.push(createSlackDirectory(access));
  platforms.finders.push(createSlackFinder(access, store.pace));
  platforms.doors.push((handle) => {
    const letsIn = (outside: string) => store.routes.allows('slack', teamId, outside);
    platforms.slack = createSlackApp({ ...access, transport, handle, letsIn });
    return platforms.slack.requestHandler;
  });
}

/** Finishes what is under way, once; a second signal ends the process at once. */
function onStopSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      // Whatever hangs, the process ends before it would be killed.
      setTimeout(() => process.exit(1), STOP_WITHIN_MS + 3_000).unref();
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  if (isExplained(error)) process.stderr.write(`The bot cannot start. ${error.message}\n`);
  else createLog('error').error({ err: error }, 'the bot cannot start');
  process.exit(1);
});
