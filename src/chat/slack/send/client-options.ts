// What every client of Slack's Web API here has in common: a time-out, as Slack's client has none of
// its own, and a logger that lets no payload through.
import type { WebClientOptions } from '@slack/web-api';
import { type SlackLog, sdkLogger } from './log.ts';

export type SlackAccess = {
  readonly botToken: string;
  /** The one workspace that is served. */
  readonly teamId: string;
  readonly log: SlackLog;
  /** Another Web API than Slack's, for tests. */
  readonly slackApiUrl?: string | undefined;
  /** Stands in for the global fetch, for tests. */
  readonly fetch?: typeof fetch | undefined;
  readonly timeoutMs?: number | undefined;
};

const TIMEOUT_MS = 10_000;

/** A new object each time: Slack's clients write into the one that they are given. */
export function clientOptions(access: SlackAccess): WebClientOptions {
  return {
    timeout: access.timeoutMs ?? TIMEOUT_MS,
    logger: sdkLogger(access.log),
    ...(access.slackApiUrl && { slackApiUrl: access.slackApiUrl }),
    ...(access.fetch && { fetch: access.fetch }),
  };
}
