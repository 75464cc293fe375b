// A whole Slack app against the local Slack: the real Bolt receiver on a port of its own, a handler
// that a test scripts, and a client that signs as Slack does.

import { expect } from 'vitest';
import { createSlackApp, SLACK_PATH, type SlackApp } from '../../../src/chat/slack/inbound/app.ts';
import { type Message, paragraph } from '../../../src/core/message/messages/message.ts';
import type { HandleInbound, Inbound, Reply } from '../../../src/core/request/app/inbound.ts';
import { eventually } from '../process/eventually.ts';
import { type LocalSlack, type SlackCall, startLocalSlack } from './slack-emulator.ts';
import { SlackSignedClient } from './slack-signed-client.ts';

export const SIGNING_SECRET = 'fictional-signing-secret';

export type LogLine = { readonly level: string; readonly fields: unknown; readonly msg: string };

export type SlackHarness = {
  readonly slack: LocalSlack;
  readonly app: SlackApp;
  readonly url: string;
  readonly signed: SlackSignedClient;
  /** What reached the application, oldest first. */
  readonly inbounds: Inbound[];
  readonly log: LogLine[];
  /** The conversation between the person and the bot. */
  readonly dm: string;
  /** Other workspaces whose people are let in. */
  readonly allowed: Set<string>;
  /** Scripts the application; until then it answers 'Done'. */
  answerWith(handle: HandleInbound): void;
  /** Waits for a call of the Web API and gives its arguments. */
  posted(method: string): Promise<SlackCall['args']>;
  /** Waits for so many posts to the response URL and gives the last. */
  responded(count?: number): Promise<Readonly<Record<string, unknown>> | undefined>;
  /** Forgets everything, for the next test. */
  reset(): void;
  close(): Promise<void>;
};

export function replyOf(message: Message, audience: Reply['audience'] = 'private'): Reply {
  return { message, audience, outcome: 'done' };
}

export const DONE = replyOf({ title: 'Done', blocks: [paragraph('2B:2 is amber')] });

export function recordingLog(lines: LogLine[]) {
  const at = (level: string) => (fields: unknown, msg: string) => {
    lines.push({ level, fields, msg });
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

export async function startSlackHarness(ackWithinMs = 2_500): Promise<SlackHarness> {
  const slack = await startLocalSlack();
  const inbounds: Inbound[] = [];
  const allowed = new Set<string>();
  const log: LogLine[] = [];
  let script: HandleInbound = async () => DONE;
  const app = createSlackApp({
    botToken: slack.botToken,
    teamId: slack.teamId,
    slackApiUrl: slack.apiUrl,
    fetch: slack.fetch,
    log: recordingLog(log),
    transport: { kind: 'http', signingSecret: SIGNING_SECRET, port: 0, host: '127.0.0.1' },
    ackWithinMs,
    letsIn: async (outside) => allowed.has(outside),
    handle: async (inbound) => {
      inbounds.push(inbound);
      return await script(inbound);
    },
  });
  const { port } = await app.start();
  const opened = await app.client.conversations.open({ users: slack.userId });
  const url = `http://127.0.0.1:${port}${SLACK_PATH}`;
  return {
    slack,
    app,
    url,
    signed: new SlackSignedClient(url, SIGNING_SECRET),
    inbounds,
    allowed,
    log,
    dm: opened.channel?.id ?? '',
    answerWith(handle) {
      script = handle;
    },
    async posted(method) {
      return await eventually(() => {
        const call = slack.calls.find((one) => one.method === method);
        if (call === undefined) throw new Error(`no ${method} yet`);
        return call.args;
      });
    },
    async responded(count = 1) {
      await eventually(() => expect(slack.responses).toHaveLength(count));
      return slack.responses.at(-1);
    },
    reset() {
      for (const list of [inbounds, log, slack.calls, slack.responses, slack.refusals]) {
        list.length = 0;
      }
      allowed.clear();
      script = async () => DONE;
    },
    async close() {
      await app.stop();
      await slack.close();
    },
  };
}
