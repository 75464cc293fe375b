// Accounts of people who have never written, asked of Slack by their addresses (`users.lookupByEmail`, scope
// users:read.email). Slack allows some 50 of these a minute; all processes keep to one pace.
import { WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import { z } from 'zod';
import {
  type AccountFinder,
  FinderStopped,
  type Found,
  type PaceLimit,
  type SendPace,
} from '../../../core/request/app/chat-ports.ts';
import { clientOptions, type SlackAccess } from '../send/client-options.ts';
import { slackErrorCode } from '../send/errors.ts';
import { parseEntry } from './directory.ts';

const withId = z.object({ id: z.string().min(1) });

/** The finder of one workspace. */
export function createSlackFinder(
  access: SlackAccess,
  pace: Pick<SendPace, 'take' | 'holdUp'>,
): AccountFinder {
  const client = new WebClient(access.botToken, {
    ...clientOptions(access),
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });
  const limit: PaceLimit = {
    ...{ key: `slack ${access.teamId} 40 addresses a minute`, everyMs: 1_500, burst: 40 },
  };

  async function ask(email: string): Promise<Found['accounts']> {
    try {
      const { user } = await client.users.lookupByEmail({ email });
      const { id } = withId.parse(user);
      const entry = parseEntry(user, access.teamId);
      return entry ? [{ ...entry, userId: id }] : [];
    } catch (error) {
      const code = slackErrorCode(error);
      if (code !== null && UNKNOWN.has(code)) return [];
      if (code === 'missing_scope') throw new FinderStopped('no-scope');
      throw error;
    }
  }

  return {
    platform: 'slack',
    async *find(tenantId, emails) {
      if (tenantId !== access.teamId) return;
      for (const email of emails) {
        if ((await pace.take([limit])) > 0) return;
        try {
          yield { email, accounts: await ask(email) };
        } catch (error) {
          if (!(error instanceof WebAPIRateLimitedError)) throw error;
          await pace.holdUp(limit, error.retryAfter * 1_000);
          return;
        }
      }
    },
  };
}

const UNKNOWN = new Set(['users_not_found', 'user_not_found', 'user_not_visible']);
