// Whether an account that the office typed by its id may be linked: the platform is asked whose it is, as it is before a
// request is made.
import type { DirectoryEntry } from '../../../core/request/app/chat-ports.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Uses } from '../../../core/request/app/ports.ts';
import type { ChatPlatform } from '../../../core/request/domain/platform.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { LinkedAccount } from '../../people/domain/choose-account.ts';
import { platformName } from '../../people/messages/identity.ts';

type Typed = LinkedAccount & { readonly platform: ChatPlatform };

/**
 * Where no directory of the platform is connected, as in a terminal, the account is taken as it was typed.
 * @returns the account, with the organisation that it belongs to where that is another one
 * Refusals: `usage`, where the platform does not know it, it is closed or a bot's, or its organisation is not allowed.
 * @throws what the directory throws
 */
export async function vouchForAccount(
  account: Typed,
  { directories, record }: Given<'directories', Uses<'allowedOrganisations'>>,
): Promise<Result<Typed>> {
  const { platform, tenantId, userId } = account;
  const directory = directories.find((one) => one.platform === platform);
  if (!directory) return ok(account);
  const entry = await directory.lookUp(tenantId, userId);
  const name = platformName(platform);
  const why = entry ? notTheirs(entry) : 'is unknown there, as far as PAP can ask';
  if (why) {
    const problem = `The account ${userId} in ${name} ${why}. Ask the person to write any word to PAP: you then get a card, and one press links them.`;
    return refuse({ code: 'usage', verb: 'admin people', problem });
  }
  const outside = entry?.guest?.outsideTenantId;
  if (outside === undefined) return ok(account);
  if (outside !== null && (await record.allowedOrganisations.allows(platform, outside)))
    return ok({ ...account, outsideTenantId: outside });
  const which = outside === null ? '' : ` (${outside})`;
  const problem = `The account ${userId} in ${name} belongs to another organisation${which}, which isn’t allowed. To allow it: “admin people allow ${platform} ${outside ?? '<id>'} "…" because …”.`;
  return refuse({ code: 'usage', verb: 'admin people', problem });
}

/** Null: it may be a person's. */
function notTheirs({ kind, active }: DirectoryEntry): string | null {
  if (kind === 'bot') return 'is a bot’s';
  return active ? null : 'is closed';
}
