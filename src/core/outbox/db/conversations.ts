// Where people and channels can be reached again on a platform that needs more than an id (Teams).

import { Prisma } from '../../../generated/prisma/client.ts';
import type { Executor } from '../../database/db/executor.ts';
import { ofEverybody, ofPartnership } from '../../database/db/partnership-scope.ts';
import type { ConversationBook, ConversationReferenceRow } from '../../request/app/chat-ports.ts';

/**
 * Conversations of every partnership: an activity names its tenant, and each of the tenant's partnerships keeps where its
 * channels and its own people are. Of a tenant with one partnership it keeps everybody, who may be linked the next moment.
 */
export function createConversations(client: Executor): ConversationBook {
  const db = ofEverybody(client);
  return {
    async remember(reference) {
      const { platform, tenantId } = reference;
      // A tenant that no partnership has taken up leaves nothing behind.
      const homes = await db.workspace.findMany({
        where: { platform, tenantId },
        select: { partnershipId: true },
        orderBy: { partnershipId: 'asc' },
      });
      for (const { partnershipId } of homes)
        await rememberIn(
          ofPartnership(client, partnershipId),
          partnershipId,
          reference,
          homes.length === 1,
        );
    },

    async find(platform, tenantId, kind, subjectId) {
      const row = await db.conversationReference.findFirst({
        where: { platform, tenantId, kind, subjectId },
        orderBy: { seenAt: 'desc' },
        select: { conversationId: true, serviceUrl: true, botId: true },
      });
      return (
        row && ({ platform, tenantId, kind, subjectId, ...row } satisfies ConversationReferenceRow)
      );
    },

    async channels(platform, tenantId) {
      const rows = await db.conversationReference.findMany({
        where: { platform, tenantId, kind: 'channel' },
        // Each of a tenant's partnerships keeps its own row of a channel.
        distinct: ['subjectId'],
        orderBy: [{ subjectId: 'asc' }, { seenAt: 'desc' }],
        select: { subjectId: true, conversationId: true, serviceUrl: true, botId: true },
      });
      return rows.map((row) => ({ platform, tenantId, kind: 'channel', ...row }));
    },

    async findServiceUrl(platform, tenantId) {
      const latest = await db.conversationReference.findFirst({
        // Another tenant's address opens no conversation in this one.
        where: { platform, tenantId, outsideTenantId: null },
        orderBy: { seenAt: 'desc' },
        select: { serviceUrl: true },
      });
      return latest?.serviceUrl ?? null;
    },
  };
}

/** @param everybody whether it also keeps where people are whom the partnership does not know */
async function rememberIn(
  db: Executor,
  partnershipId: string,
  {
    platform,
    tenantId,
    kind,
    subjectId,
    conversationId,
    serviceUrl,
    botId,
    outsideTenantId = null,
  }: ConversationReferenceRow,
  everybody: boolean,
): Promise<void> {
  const own = Prisma.sql`partnership_id = ${partnershipId}::uuid AND platform = ${platform}::"Platform" AND tenant_id = ${tenantId}`;
  // What is heard from can be reached again.
  await db.$executeRaw`
    WITH back_account AS (
      UPDATE platform_account SET unreachable_since = NULL, unreachable_code = NULL
      WHERE ${own} AND ${kind} = 'personal' AND user_id = ${subjectId} AND unreachable_since IS NOT NULL
    ), back_channel AS (
      UPDATE channel_binding SET unreachable_since = NULL, unreachable_code = NULL
      WHERE ${own} AND ${kind} = 'channel' AND channel_id = ${subjectId} AND unreachable_since IS NOT NULL
    )
    INSERT INTO conversation_reference
      (id, partnership_id, platform, tenant_id, kind, subject_id, conversation_id, service_url, bot_id, outside_tenant_id,
        seen_at)
    SELECT gen_random_uuid(), ${partnershipId}::uuid, ${platform}::"Platform", ${tenantId}, ${kind}, ${subjectId},
      ${conversationId}, ${serviceUrl}, ${botId}, ${outsideTenantId}, now()
    WHERE ${everybody} OR ${kind} = 'channel'
      OR EXISTS (SELECT FROM platform_account WHERE ${own} AND user_id = ${subjectId})
    ON CONFLICT (partnership_id, platform, tenant_id, kind, subject_id) DO UPDATE SET
      conversation_id = excluded.conversation_id, service_url = excluded.service_url, bot_id = excluded.bot_id,
      outside_tenant_id = excluded.outside_tenant_id, seen_at = excluded.seen_at`;
}
