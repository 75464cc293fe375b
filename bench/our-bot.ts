// The bot as main.ts composes it for Slack over HTTP, without the queue and the clock: what they would
// deliver is not part of answering an update, and the baseline has neither.
import { createServer } from 'node:http';
import express from 'express';
import { commands } from '../commands/index.ts';
import { createSlackApp } from '../src/chat/slack/inbound/app.ts';
import { createSlackDirectory } from '../src/chat/slack/inbound/directory.ts';
import { parseBotConfig } from '../src/config.ts';
import { fileFormats } from '../src/files/formats.ts';
import { createLog } from '../src/log.ts';
import { openRecord, realClock } from '../src/open-record.ts';
import { createDispatch } from '../src/service/dispatch/app/dispatch-command.ts';

const config = parseBotConfig(process.env);
if (!config.slack) throw new Error('the benchmark needs the settings of Slack');
const { botToken, teamId, apiUrl, transport } = config.slack;
const log = createLog(config.logLevel);
const record = await openRecord(config, 'server', log, () => {});
const access = { botToken, teamId, log, slackApiUrl: apiUrl };
const handle = createDispatch({
  store: record.store,
  clock: realClock,
  log,
  commands,
  directories: [createSlackDirectory(access)],
  files: fileFormats,
});
const slack = createSlackApp({ ...access, transport, handle });
await slack.start();

const app = express();
app.disable('x-powered-by');
app.use(slack.requestHandler);
const server = createServer(app);
server.listen(config.port, config.host, () => {
  const address = server.address();
  process.stdout.write(`listening ${typeof address === 'object' ? address?.port : address}\n`);
});
process.once('SIGTERM', async () => {
  server.closeAllConnections();
  server.close();
  await slack.stop();
  await record.close();
  process.exit(0);
});
