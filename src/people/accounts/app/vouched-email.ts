// The e-mail address that a platform vouches for, of a member of its workspace.
import type { AccountDirectory } from '../../../core/request/app/chat-ports.ts';
import type { Inbound } from '../../../core/request/app/inbound.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';

/** Refusal: `not-linked`, with the reason. @throws what the directory throws */
export async function vouchedEmail(
  directories: readonly AccountDirectory[],
  { platform, tenantId, userId }: Pick<Inbound, 'platform' | 'tenantId' | 'userId'>,
): Promise<Result<string>> {
  const directory = directories.find((one) => one.platform === platform);
  const entry = await directory?.lookUp(tenantId, userId);
  if (!entry) return refuse({ code: 'not-linked', platform, reason: 'no-match' });
  if (entry.kind !== 'member') return refuse({ code: 'not-linked', platform, reason: entry.kind });
  if (!entry.active) return refuse({ code: 'not-linked', platform, reason: 'inactive' });
  if (!entry.email) return refuse({ code: 'not-linked', platform, reason: 'no-email' });
  return ok(entry.email);
}
