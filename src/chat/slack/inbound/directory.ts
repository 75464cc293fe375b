// Who an account belongs to, as Slack knows it. Guests and people of other workspaces are told apart, because only
// members of the partnership's own workspace are linked by their e-mail address alone.
import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { AccountDirectory, DirectoryEntry } from '../../../core/request/app/chat-ports.ts';
import type { GuestKind } from '../../../core/request/domain/platform.ts';
import { clientOptions, type SlackAccess } from '../send/client-options.ts';
import { slackErrorCode } from '../send/errors.ts';

const account = z.object({
  team_id: z.string().optional(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  profile: z
    .object({ email: z.string().nullish(), real_name: z.string().max(200).nullish().catch(null) })
    .default({}),
});

const UNKNOWN_ACCOUNT = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

/** The accounts of one workspace. A fault of Slack's is thrown: it is not the same as "unknown". */
export function createSlackDirectory(access: SlackAccess): AccountDirectory {
  const client = new WebClient(access.botToken, {
    ...clientOptions(access),
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 1, minTimeout: 200 },
  });
  return {
    platform: 'slack',
    async lookUp(tenantId, userId) {
      if (tenantId !== access.teamId) return null;
      try {
        const { user } = await client.users.info({ user: userId });
        return parseEntry(user, tenantId);
      } catch (error) {
        if (UNKNOWN_ACCOUNT.has(slackErrorCode(error) ?? '')) return null;
        throw error;
      }
    },
  };
}

/** The answer of `users.info` as the application knows accounts; null when it makes no sense. */
export function parseEntry(user: unknown, teamId: string): DirectoryEntry | null {
  const read = account.safeParse(user);
  if (!read.success) return null;
  const found = read.data;
  const kind = guestKindOf(found, teamId);
  const name = found.profile.real_name?.trim() || null;
  return {
    email: found.profile.email?.trim().toLowerCase() || null,
    kind: found.is_bot ? 'bot' : kind ? 'guest' : 'member',
    active: !found.deleted,
    ...(kind &&
      !found.is_bot && {
        guest: {
          ...{ kind, name },
          ...(kind === 'other_organisation' && { outsideTenantId: found.team_id ?? null }),
        },
      }),
  };
}

/** Null: a member. */
function guestKindOf(found: z.infer<typeof account>, teamId: string): GuestKind | null {
  const outside = found.team_id !== undefined && found.team_id !== teamId;
  if (found.is_stranger || outside) return 'other_organisation';
  // A guest of one channel is marked as restricted as well.
  if (found.is_ultra_restricted) return 'one_channel';
  return found.is_restricted ? 'several_channels' : null;
}
