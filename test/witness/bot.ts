// The bot on a record, with a clock that is set by hand: the real Bolt and teams-ai, the real senders and the real
// queue. Only Slack and Teams themselves are stand-ins, and keep what they were sent.
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Temporal } from 'temporal-polyfill';
import { commands } from '../../commands/index.ts';
import { jobs } from '../../scheduled/index.ts';
import { createSlackApp, SLACK_PATH } from '../../src/chat/slack/inbound/app.ts';
import { createSlackDirectory } from '../../src/chat/slack/inbound/directory.ts';
import { createSlackSender } from '../../src/chat/slack/send/send.ts';
import { createTeamsApp } from '../../src/chat/teams/inbound/app.ts';
import { createTeamsDirectory } from '../../src/chat/teams/inbound/directory.ts';
import { createTeamsSender } from '../../src/chat/teams/send/send.ts';
import type { Database } from '../../src/core/database/db/open-database.ts';
import type { MessageSender } from '../../src/core/request/app/chat-ports.ts';
import type { HandleInbound, Inbound, Reply } from '../../src/core/request/app/inbound.ts';
import type { Partnership, RecordStore } from '../../src/core/request/app/ports.ts';
import { fileFormats } from '../../src/files/formats.ts';
import { type Queue, startQueue } from '../../src/queue.ts';
import { deliverNotification } from '../../src/service/delivery/app/deliver-notification.ts';
import { createDispatch } from '../../src/service/dispatch/app/dispatch-command.ts';
import { runJob } from '../../src/service/jobs/app/run-job.ts';
import { createRecordStore } from '../../src/service/record/db/record.ts';
import { SlackSignedClient } from '../support/slack/slack-signed-client.ts';
import { type ActivityJson, recorded, teamsIds } from '../support/teams/teams-activity.ts';
import { connectToFakes } from '../support/teams/teams-app.ts';
import { type FakeConnector, startConnector } from '../support/teams/teams-connector.ts';
import { goodClaims, startIdentity } from '../support/teams/teams-identity.ts';
import { london, terminalInbound, unhurried } from '../support/world/plan-world.ts';
import { type Cast, slackUser, TEAM, teamsUser } from './cast.ts';
import { type StandInSlack, standInSlack } from './stand-in-slack.ts';

export type WitnessBot = {
  readonly database: Database;
  readonly store: RecordStore;
  readonly slack: StandInSlack;
  readonly connector: FakeConnector;
  /** What the log holds of warnings and faults, for when something goes wrong. */
  readonly complaints: readonly string[];
  now(): Temporal.Instant;
  partnership(): Promise<Partnership>;
  /** Sets the clock: `2024-07-01T10:00` in London. */
  at(time: string): void;
  /** Types a line in the terminal. */
  terminal(email: string, line: string, more?: Partial<Inbound>): Promise<Reply>;
  /** Types a line at Slack or Teams; the answer of the application. */
  type(door: 'slack' | 'teams', who: Cast, line: string, channel?: string): Promise<Reply | null>;
  /** Posts what Slack sends: a press or a submitted modal. */
  press(payload: object): Promise<Reply | null>;
  /** Posts an activity of one of the people. */
  activity(name: Parameters<typeof recorded>[0], who: Cast, changes: object): Promise<Reply | null>;
  /** Lets every job run as the scheduler does. */
  runJobs(): Promise<void>;
  /** Waits until the queue has sent whatever is due within a few seconds. */
  settled(): Promise<void>;
  /** The Slack sender, whose Slack takes a message and never says so; or it breaks off. */
  silentSender(forEver: boolean): MessageSender;
  stopQueue(): Promise<void>;
  close(): Promise<void>;
};

const SECRET = 'fictional-signing-secret';
/** A press that the application was not asked about has got no answer after this long. */
const NO_ANSWER_MS = 5_000;

/** @param options.queue whether what is queued is sent by itself, by the real queue and the real senders */
export async function openWitnessBot(
  database: Database,
  options: { readonly at: string; readonly queue: boolean; readonly cast: readonly Cast[] },
): Promise<WitnessBot> {
  const store = createRecordStore(database.prisma);
  let now = london(options.at);
  const clock = { now: async () => now };
  const complaints: string[] = [];
  const complain = (fields: object, message: string) => {
    const { err, ...rest } = fields as { err?: unknown };
    complaints.push(`${message} ${JSON.stringify(rest)} ${err instanceof Error ? err.stack : ''}`);
  };
  const log = { info: () => {}, warn: complain, error: complain };
  const slack = standInSlack(options.cast);
  const connector = await startConnector();
  const identity = await startIdentity();
  const connection = connectToFakes(connector, identity);
  const book = store.conversations;
  const access = { botToken: 'xoxb-fictional', teamId: TEAM, fetch: slack.fetch, log };
  const dispatch = createDispatch({
    ...{ store, clock, log, commands, files: fileFormats },
    directories: [createSlackDirectory(access), createTeamsDirectory(connection, book)],
  });
  let answered: (reply: Reply | null) => void = () => {};
  const handle: HandleInbound = async (inbound) => {
    const reply = await dispatch(inbound);
    answered(reply);
    return reply;
  };
  /** The application's answer to what `send` brings it. */
  async function answerTo(send: () => Promise<number>): Promise<Reply | null> {
    const reply = new Promise<Reply | null>((resolve) => {
      answered = resolve;
    });
    const status = await send();
    if (status !== 200) throw new Error(`the bot answered ${status}\n${complaints.join('\n')}`);
    let timer: NodeJS.Timeout | undefined;
    const nothing = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, NO_ANSWER_MS, null);
    });
    return await Promise.race([reply, nothing]).finally(() => clearTimeout(timer));
  }

  const slackApp = createSlackApp({
    ...access,
    handle,
    transport: { kind: 'http', signingSecret: SECRET, port: 0, host: '127.0.0.1' },
    ackWithinMs: 60_000,
  });
  const { port } = await slackApp.start();
  const signed = new SlackSignedClient(`http://127.0.0.1:${port}${SLACK_PATH}`, SECRET);
  const teamsServer = express()
    .use(createTeamsApp({ connection, handle, book, log }))
    .listen(0, '127.0.0.1');
  await new Promise((resolve) => teamsServer.once('listening', resolve));
  const teamsUrl = `http://127.0.0.1:${(teamsServer.address() as AddressInfo).port}/api/messages`;

  async function postActivity(activity: ActivityJson): Promise<number> {
    const token = identity.token(goodClaims(teamsIds.appId, activity.serviceUrl));
    const answer = await fetch(teamsUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(activity),
    });
    await answer.text();
    return answer.status;
  }

  // The platforms' real pace would make the story take minutes.
  const inNoHurry = (sender: MessageSender): MessageSender => ({
    ...sender,
    paceOf: () => unhurried(sender.platform),
  });
  const slackSender = inNoHurry(createSlackSender(access));
  const senders = [slackSender, inNoHurry(createTeamsSender(connection, book))];
  let queue: Queue | null = options.queue
    ? await startQueue({
        ...{ pool: database.pool, log, concurrency: 1 },
        deliver: (id, partnershipId) =>
          deliverNotification({ store, clock, log, senders }, partnershipId, id),
      })
    : null;

  const partnership = async () => {
    const [only] = await store.list();
    if (!only) throw new Error('the record holds no plan');
    return only;
  };
  const bot: WitnessBot = {
    ...{ database, store, slack, connector, complaints, partnership },
    now: () => now,
    at(time) {
      now = london(time);
    },
    async terminal(email, line, more = {}) {
      const { key } = await partnership();
      const reply = await dispatch(terminalInbound(email, line, { tenantId: key, ...more }));
      if (!reply) throw new Error('a line was held to be a repeat');
      return reply;
    },
    async type(door, who, line, channel = `D${slackUser(who)}`) {
      if (door === 'teams') return await bot.activity('personal-message', who, { text: line });
      slack.asker = slackUser(who);
      const slash = {
        ...{ command: '/pap', text: line, team_id: TEAM, user_id: slackUser(who) },
        ...{ channel_id: channel, trigger_id: randomUUID(), response_url: slack.responseUrl },
      };
      return await answerTo(async () => {
        const { status, text } = await signed.slash(slash);
        if (text.startsWith('{')) slack.saw(who, JSON.parse(text));
        return status;
      });
    },
    press: (payload) => answerTo(async () => (await signed.press(payload)).status),
    activity(name, who, changes) {
      const from = { id: `29:${who.key}`, name: who.name, aadObjectId: teamsUser(who) };
      const place = recorded(name, connector.url);
      const conversation = { ...place.conversation, id: `a:chat-${who.key}` };
      const more = { id: randomUUID(), from, conversation, ...changes };
      return answerTo(() => postActivity({ ...place, ...more }));
    },
    async runJobs() {
      for (const job of jobs) await runJob(job, { store, clock, log });
    },
    async settled() {
      const due = `SELECT count(*)::int AS left FROM graphile_worker._private_jobs
        WHERE run_at < now() + interval '10 seconds' AND attempts < max_attempts`;
      for (;;) {
        const { rows } = await database.pool.query<{ left: number }>(due);
        if (rows[0]?.left === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    silentSender: (forEver) => ({
      ...slackSender,
      send() {
        if (forEver) return new Promise(() => {});
        throw new Error('the connection broke off');
      },
    }),
    async stopQueue() {
      await queue?.stop(10_000);
      queue = null;
    },
    async close() {
      await bot.stopQueue();
      await slackApp.stop();
      teamsServer.closeAllConnections();
      await new Promise((resolve) => teamsServer.close(resolve));
      await connector.close();
      await identity.close();
    },
  };
  return bot;
}
