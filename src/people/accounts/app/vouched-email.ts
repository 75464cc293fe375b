// What a platform knows of the account that a request comes from, and the e-mail address that it vouches for.
import type { AccountDirectory, DirectoryEntry } from '../../../core/request/app/chat-ports.ts';
import type { Inbound } from '../../../core/request/app/inbound.ts';
import type { GuestFacts } from '../../../core/request/domain/platform.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';

type Account = Pick<
  Inbound,
  'platform' | 'tenantId' | 'userId' | 'conversation' | 'outsideTenantId'
>;

/**
 * The directory's entry; null where it knows nothing. Whoever wrote from another organisation is a guest, whatever their own
 * directory says of them.
 * @throws what the directory throws
 */
export async function lookUpAccount(
  directories: readonly AccountDirectory[],
  { platform, tenantId, userId, conversation, outsideTenantId }: Account,
): Promise<DirectoryEntry | null> {
  const directory = directories.find((one) => one.platform === platform);
  const channelId = conversation.kind === 'channel' ? conversation.id : undefined;
  const entry = (await directory?.lookUp(tenantId, userId, channelId)) ?? null;
  if (entry?.kind !== 'member' || outsideTenantId === undefined) return entry;
  return {
    ...entry,
    kind: 'guest',
    guest: { kind: 'other_organisation', name: null, outsideTenantId },
  };
}

/** The address of a member, which says by itself who they are. Refusal: `not-linked`, with the reason. */
export function vouchedEmail(
  entry: DirectoryEntry | null,
  { platform }: Pick<Account, 'platform'>,
): Result<string> {
  if (!entry) return refuse({ code: 'not-linked', platform, reason: 'no-match' });
  if (entry.kind !== 'member') return refuse({ code: 'not-linked', platform, reason: entry.kind });
  if (!entry.active) return refuse({ code: 'not-linked', platform, reason: 'inactive' });
  if (!entry.email) return refuse({ code: 'not-linked', platform, reason: 'no-email' });
  return ok(entry.email);
}

/** What is said of a guest whose account is in use; null for everybody else. */
export function guestFacts(entry: DirectoryEntry | null): GuestFacts | null {
  return entry?.kind === 'guest' && entry.active && entry.guest
    ? {
        ...{ kind: entry.guest.kind, name: entry.guest.name, email: entry.email || null },
        outsideTenantId: entry.guest.outsideTenantId ?? null,
      }
    : null;
}
