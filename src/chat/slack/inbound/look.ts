// What Slack says of the bot's tokens and channels, asked without posting anything: for `npm run doctor`.
import { WebClient } from '@slack/web-api';
import { clientOptions, type SlackAccess } from '../send/client-options.ts';
import { failureName, slackErrorCode } from '../send/errors.ts';

export type SlackTokenLook =
  | { readonly kind: 'unreachable'; readonly code: string }
  | { readonly kind: 'refused'; readonly code: string }
  | {
      readonly kind: 'accepted';
      readonly teamId: string;
      readonly teamName: string;
      /** False: it is somebody's own token. */
      readonly isBot: boolean;
      /** Null when Slack did not say. */
      readonly scopes: readonly string[] | null;
    };

export type SlackAppTokenLook =
  | { readonly kind: 'accepted' }
  | Exclude<SlackTokenLook, { readonly kind: 'accepted' }>;

/**
 * `in`: PAP can read there, so it was invited. `open`: a public channel, in which it may post without an invitation.
 * `closed`: Slack says that there is none, or that it is private and PAP was not invited.
 */
export type SlackChannelLook =
  | { readonly kind: 'in' }
  | { readonly kind: 'open' }
  | { readonly kind: 'closed' | 'unreachable'; readonly code: string };

export type SlackLooker = {
  token(): Promise<SlackTokenLook>;
  channel(channelId: string): Promise<SlackChannelLook>;
  /** What Slack's own clock said last, the `Date` of an answer, and when we asked and heard by ours. */
  lastDate(): {
    readonly date: string | null;
    readonly sentAt: number;
    readonly answeredAt: number;
  } | null;
};

/** Looks at one workspace by its bot token. */
export function lookAtSlack(access: Omit<SlackAccess, 'teamId'>): SlackLooker {
  let last: ReturnType<SlackLooker['lastDate']> = null;
  const ask = access.fetch ?? fetch;
  const timed: typeof fetch = async (input, init) => {
    const sentAt = Date.now();
    const answer = await ask(input, init);
    last = { date: answer.headers.get('date'), sentAt, answeredAt: Date.now() };
    return answer;
  };
  const client = new WebClient(access.botToken, {
    ...clientOptions({ ...access, teamId: '', fetch: timed }),
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });
  return {
    lastDate: () => last,
    async token() {
      try {
        const { team_id, team, bot_id, response_metadata } = await client.auth.test();
        return {
          kind: 'accepted',
          teamId: team_id ?? '',
          teamName: team ?? '',
          isBot: bot_id !== undefined,
          scopes: response_metadata?.scopes ?? null,
        };
      } catch (error) {
        return refusal(error);
      }
    },
    async channel(channel) {
      try {
        await client.conversations.history({ channel, limit: 1 });
        return { kind: 'in' };
      } catch (error) {
        const { kind, code } = refusal(error);
        if (kind === 'unreachable') return { kind, code };
        return code === 'not_in_channel' ? { kind: 'open' } : { kind: 'closed', code };
      }
    },
  };
}

/** Whether Slack would open a line for Socket Mode. It opens none: the address that it gives is not called. */
export async function lookAtAppToken(
  access: Omit<SlackAccess, 'teamId' | 'botToken'>,
  appToken: string,
): Promise<SlackAppTokenLook> {
  const client = new WebClient(appToken, {
    ...clientOptions({ ...access, teamId: '', botToken: '' }),
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });
  try {
    await client.apps.connections.open();
    return { kind: 'accepted' };
  } catch (error) {
    return refusal(error);
  }
}

/** Slack's own faults and limits say nothing of the token. */
const PASSING = /^(?:ratelimited|rate_limited|request_timeout|.*_error|.*unavailable)$/;

function refusal(error: unknown): {
  readonly kind: 'refused' | 'unreachable';
  readonly code: string;
} {
  const code = slackErrorCode(error);
  return code !== null && !PASSING.test(code)
    ? { kind: 'refused', code }
    : { kind: 'unreachable', code: code ?? failureName(error) };
}
