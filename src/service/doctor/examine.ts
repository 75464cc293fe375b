// Looks at everything that PAP needs, as far as it can: what one part lacks keeps no other from being looked at.
import { lookAtAppToken, lookAtSlack } from '../../chat/slack/inbound/look.ts';
import { connectTeams, type TeamsConnection } from '../../chat/teams/inbound/connection.ts';
import {
  lookAtPlace,
  lookAtTeamsChannel,
  lookAtTeamsToken,
  MICROSOFT,
  type MicrosoftPlaces,
} from '../../chat/teams/inbound/look.ts';
import type { BotConfig, SlackConfig, TeamsConfig } from '../../config.ts';
import type { Log } from '../../core/request/app/ports.ts';
import type { Platform } from '../../core/request/domain/platform.ts';
import { realClock } from '../../open-record.ts';
import type { Environment } from '../../settings-reader.ts';
import { demoClocks } from '../jobs/db/demo-clock.ts';
import { createRecordStore } from '../record/db/record.ts';
import { otherPlaceFinding, slackChannelFinding, teamsChannelFinding } from './channels.ts';
import { type ClockReading, clockFindings, compareClock } from './clock.ts';
import { examineDatabase, openingFinding } from './database.ts';
import { type Finding, type Part, unseen } from './finding.ts';
import { type BoundChannel, examinePlan, holidayFinding } from './plan.ts';
import { examineProgram } from './program.ts';
import { examineSettings, type ReadSettings } from './settings.ts';
import { appTokenFinding, signingSecretFinding, slackTokenFindings } from './slack.ts';
import { placeFinding, teamsTokenFindings } from './teams.ts';

export type ExamineOptions = {
  readonly log: Log;
  /** For tests: other places than Microsoft's own, and another connection to Teams. */
  readonly microsoft?: MicrosoftPlaces;
  readonly connect?: (app: TeamsConfig) => TeamsConnection;
};

/** What a platform said, and how to ask it about a channel; null: it cannot be asked. */
type PlatformLook = {
  readonly findings: readonly Finding[];
  readonly clock: ClockReading | null;
  readonly channel: ((channel: BoundChannel) => Promise<Finding>) | null;
};

/** Everything, in no particular order. Changes nothing, posts nothing. */
export async function examine(
  environment: Environment,
  options: ExamineOptions,
): Promise<readonly Finding[]> {
  const settings = examineSettings(environment);
  const { config } = settings;
  const [program, slack, teams, record] = await Promise.all([
    examineProgram(config),
    config.slack && examineSlack(config.slack, settings, options),
    config.teams && examineTeams(config.teams, settings, options),
    examineRecord(settings),
  ]);
  const channels = await examineChannels(record.channels, config, { slack, teams });
  const clocks = [record.clock, slack?.clock, teams?.clock].filter((one) => one != null);
  return [
    ...program,
    ...settings.findings,
    ...record.findings,
    ...(slack?.findings ?? []),
    ...(teams?.findings ?? []),
    ...(clocks.length > 0 ? clockFindings(clocks) : [noClock]),
    ...channels,
  ];
}

const noClock = unseen(
  ...(['clock', 'clock-unknown'] as const),
  'There was no other clock to compare with',
  'Connect Slack or Teams, then look again',
);

function notSet(part: Part, what: string): Finding {
  return unseen(
    part,
    `${part}-not-set`,
    `${what} was not looked at: its settings are missing or wrong`,
    'Put right what is said of the settings above, then look again',
  );
}

async function examineSlack(
  { botToken, teamId, apiUrl, transport }: SlackConfig,
  settings: ReadSettings,
  { log }: ExamineOptions,
): Promise<PlatformLook> {
  const findings: Finding[] = [];
  const access = { log, slackApiUrl: apiUrl };
  if (transport.kind === 'socket' && settings.isRight('SLACK_APP_TOKEN'))
    findings.push(appTokenFinding(await lookAtAppToken(access, transport.appToken)));
  if (transport.kind === 'http' && settings.isRight('SLACK_SIGNING_SECRET'))
    findings.push(signingSecretFinding);
  if (!settings.isRight('SLACK_BOT_TOKEN', 'SLACK_API_URL'))
    return { findings: [...findings, notSet('slack', 'Slack')], clock: null, channel: null };
  const looker = lookAtSlack({ ...access, botToken });
  const look = await looker.token();
  findings.push(...slackTokenFindings(look, settings.isRight('SLACK_TEAM_ID') ? teamId : null));
  const heard = looker.lastDate();
  return {
    findings,
    clock: heard && compareClock('Slack', heard.date, heard.sentAt, heard.answeredAt),
    channel:
      look.kind === 'accepted'
        ? async (one) => slackChannelFinding(one, await looker.channel(one.channelId))
        : null,
  };
}

async function examineTeams(
  app: TeamsConfig,
  settings: ReadSettings,
  { microsoft = MICROSOFT, connect = connectTeams }: ExamineOptions,
): Promise<PlatformLook> {
  if (!settings.isRight('TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'))
    return { findings: [notSet('teams', 'Teams')], clock: null, channel: null };
  const connection = connect(app);
  const { firstServiceUrl } = connection;
  const [look, keys, service] = await Promise.all([
    lookAtTeamsToken(app, microsoft),
    lookAtPlace(microsoft.keys),
    lookAtPlace(firstServiceUrl),
  ]);
  const heard = look.kind === 'unreachable' ? null : look.heard;
  return {
    findings: [
      ...teamsTokenFindings(look, app.tenantId),
      placeFinding(microsoft.keys, 'to check who sends it a request', keys),
      placeFinding(firstServiceUrl, 'to write to people and channels', service),
    ],
    clock: heard && compareClock('Microsoft', heard.date, heard.sentAt, heard.answeredAt),
    channel:
      look.kind === 'accepted'
        ? async (one) =>
            teamsChannelFinding(
              one,
              await lookAtTeamsChannel(connection, one.serviceUrl, one.channelId),
            )
        : null,
  };
}

type RecordLook = {
  readonly findings: readonly Finding[];
  readonly clock: ClockReading | null;
  readonly channels: readonly BoundChannel[];
};

async function examineRecord(settings: ReadSettings): Promise<RecordLook> {
  const now = await realClock.now();
  const nothing = { clock: null, channels: [] };
  if (!settings.isRight('DATABASE_URL', 'PAP_MIGRATION_DATABASE_URL', 'PAP_DATA_DIR'))
    return { ...nothing, findings: [notSet('database', 'The database'), holidayFinding(now)] };
  const { findings, database, clock } = await examineDatabase(settings.config);
  if (database === null) return { ...nothing, clock, findings: [...findings, holidayFinding(now)] };
  try {
    const store = createRecordStore(database.prisma);
    const clocks = demoClocks(database.prisma);
    const isDemonstration = async (id: string) => (await clocks.read(id)) !== null;
    const { slack, teams } = settings.config;
    const connected = new Set<Platform>([
      ...(slack ? ['slack' as const] : []),
      ...(teams ? ['teams' as const] : []),
    ]);
    const plan = await examinePlan(store, isDemonstration, now, connected);
    return { clock, channels: plan.channels, findings: [...findings, ...plan.findings] };
  } catch (error) {
    return {
      ...nothing,
      clock,
      findings: [...findings, openingFinding(error), holidayFinding(now)],
    };
  } finally {
    await database.close();
  }
}

/** One after the other: platforms count how often they are asked. */
async function examineChannels(
  channels: readonly BoundChannel[],
  { slack, teams }: BotConfig,
  looks: { readonly slack: PlatformLook | null; readonly teams: PlatformLook | null },
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const channel of channels) {
    if (channel.platform !== 'slack' && channel.platform !== 'teams') continue;
    const connectedTo = channel.platform === 'slack' ? slack?.teamId : teams?.tenantId;
    const ask = looks[channel.platform]?.channel;
    if (connectedTo === undefined || connectedTo !== channel.tenantId)
      findings.push(otherPlaceFinding(channel, connectedTo ?? null));
    else if (ask) findings.push(await ask(channel));
    else findings.push(notAsked(channel));
  }
  return findings;
}

function notAsked({ name }: BoundChannel): Finding {
  return unseen(
    ...(['channels', 'channel-unknown'] as const),
    `${name} was not looked at`,
    'Put right what is said of its platform above, then look again',
  );
}
