// A replica of the bot that is there to be killed: put together by startBot as in production, with senders that
// wait less than a second, and with time that passes more quickly for what is at rest.
import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { commands } from '../../../commands/index.ts';
import { createSlackApp } from '../../../src/chat/slack/inbound/app.ts';
import { createSlackSender } from '../../../src/chat/slack/send/send.ts';
import { connectTeams } from '../../../src/chat/teams/inbound/connection.ts';
import { createTeamsSender } from '../../../src/chat/teams/send/send.ts';
import type { Clock } from '../../../src/core/request/app/ports.ts';
import { fileFormats } from '../../../src/files/formats.ts';
import { createLog } from '../../../src/log.ts';
import { openRecord } from '../../../src/open-record.ts';
import { sweepUnsent } from '../../../src/service/delivery/app/sweep-unsent.ts';
import { createDispatch } from '../../../src/service/dispatch/app/dispatch-command.ts';
import { startBot } from '../../../src/start-bot.ts';
import { FixedCredentials } from '../teams/teams-identity.ts';
import { passTime } from './chaos-time.ts';
import {
  CYCLE_OPENS,
  signingSecret,
  slackTeamId,
  teamsAppId,
  teamsTenantId,
} from './chaos-world.ts';

const SEND_LIMIT_MS = 700;
const TICK_MS = 500;

const { DATABASE_URL, PAP_DATA_DIR = '', PLATFORMS_URL = '', BEGAN = '0' } = process.env;
const log = createLog('warn');
// In office hours whenever it is run, on the day on which the cycle opens.
const clock: Clock = {
  now: async () => CYCLE_OPENS.add({ milliseconds: Date.now() - Number(BEGAN) }),
};
const place = { databaseUrl: DATABASE_URL, dataFolder: PAP_DATA_DIR, logLevel: 'warn' };
const record = await openRecord(place, 'server', log, () => {});
const [partnership] = await record.store.list();
if (!partnership) throw new Error('the record is empty');
const access = {
  ...{ botToken: 'xoxb-fictional', teamId: slackTeamId, log, timeoutMs: SEND_LIMIT_MS },
  slackApiUrl: `${PLATFORMS_URL}api/`,
};
const connection = connectTeams({
  ...{ appId: teamsAppId, appPassword: 'not-a-secret', tenantId: teamsTenantId },
  ...{ serviceHosts: [new URL(PLATFORMS_URL).host], firstServiceUrl: PLATFORMS_URL },
  sendLimitMs: SEND_LIMIT_MS,
  signIn: {
    credentials: new FixedCredentials({
      ...{ MicrosoftAppId: teamsAppId, MicrosoftAppPassword: 'not-a-secret' },
      ...{ MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: teamsTenantId },
    }),
  },
});
const { store } = record;
const handle = createDispatch({
  ...{ store, clock, log, commands, directories: [], files: fileFormats },
});
const slackApp = createSlackApp({
  ...{ ...access, handle, transport: { kind: 'http', signingSecret } },
});
await slackApp.start();
const bot = await startBot({
  ...{ record, clock, log, handlers: [slackApp.requestHandler] },
  senders: [createSlackSender(access), createTeamsSender(connection, store.conversations)],
  ...{ host: '127.0.0.1', port: 0, timeZones: [partnership.timeZone] },
});
process.stdout.write(`listening ${bot.port}\n`);

for (;;) {
  await wait(TICK_MS);
  try {
    await passTime(record.database.pool);
    await sweepUnsent(store.open(partnership.id), Temporal.Now.instant());
  } catch (error) {
    // While the database restarts.
    log.warn({ err: error }, 'time stands still');
  }
}
