// What Teams knows of an account, asked in the person's own chat with the bot.
import { TeamsInfo, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import type {
  AccountDirectory,
  ConversationBook,
  DirectoryEntry,
} from '../../../core/request/app/chat-ports.ts';
import { ConnectorFault } from '../send/errors.ts';
import { inConversation, inNewPersonalChat } from '../send/proactive.ts';
import type { TeamsConnection } from './connection.ts';

const memberSchema = z.object({
  name: z.string().max(200).optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  userPrincipalName: z.string().optional().catch(undefined),
  userRole: z.string().optional().catch(undefined),
  tenantId: z.string().optional().catch(undefined),
});

/** The Teams side of the AccountDirectory port. */
export function createTeamsDirectory(
  connection: TeamsConnection,
  book: ConversationBook,
): AccountDirectory {
  return {
    platform: 'teams',
    async lookUp(tenantId, userId, channelId) {
      if (tenantId !== connection.tenantId) return null;
      const ask = (context: TurnContext) => TeamsInfo.getMember(context, userId);
      try {
        const known = await book.find('teams', tenantId, 'personal', userId);
        if (known !== null && connection.trusts(known.serviceUrl)) {
          return toEntry(await inConversation(connection, known, ask), tenantId);
        }
        // A member of a shared channel is known in that channel and may have no chat that could be opened.
        const channel = channelId && (await book.find('teams', tenantId, 'channel', channelId));
        if (channel && connection.trusts(channel.serviceUrl))
          return toEntry(await inConversation(connection, channel, ask), tenantId);
        const serviceUrl = await book.findServiceUrl('teams', tenantId);
        if (serviceUrl === null || !connection.trusts(serviceUrl)) return null;
        return toEntry(await inNewPersonalChat(connection, { serviceUrl, userId }, ask), tenantId);
      } catch (error) {
        if (error instanceof ConnectorFault && isUnknown(error.status)) return null;
        throw error;
      }
    },
  };
}

function isUnknown(status: number | null): boolean {
  return status === 400 || status === 403 || status === 404;
}

export function toEntry(member: unknown, tenantId: string): DirectoryEntry | null {
  const read = memberSchema.safeParse(member);
  if (!read.success) return null;
  const { email, userPrincipalName, userRole } = read.data;
  const name = read.data.name?.trim() || null;
  const own = read.data.tenantId?.toLowerCase() ?? tenantId;
  const outside = sameId(own, tenantId) ? null : own;
  const signIn = userPrincipalName ?? '';
  const external = /#ext#/i.test(signIn);
  // A guest's sign-in name is made up from an address elsewhere and is not an address itself.
  const address = email?.trim() || (external ? '' : signIn.trim());
  const guest = outside !== null || external || /guest|anonymous/i.test(userRole ?? '');
  return {
    email: address.includes('@') ? address.toLowerCase() : null,
    kind: guest ? 'guest' : 'member',
    active: true,
    ...(guest && {
      guest: outside
        ? { kind: 'other_organisation', name, outsideTenantId: outside }
        : { kind: 'tenant_guest', name },
    }),
  };
}

function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
