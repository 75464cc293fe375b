// Where people and channels can be reached again on a platform that needs more than an id (Teams).

import type { Executor } from '../../database/db/executor.ts';
import type { ConversationBook, ConversationReferenceRow } from '../../request/app/chat-ports.ts';

/**
 * Conversations of every partnership: an activity names its tenant, and each of the tenant's partnerships keeps where its
 * channels and its own people are. Of a tenant with one partnership it keeps everybody, who may be linked the next moment.
 */
export function createConversations(db: Executor): ConversationBook {
  return {
    async remember({ platform, tenantId, kind, subjectId, conversationId, serviceUrl, botId }) {
      // A tenant that no partnership has taken up leaves nothing behind. What is heard from can be
      // reached again.
      await db.$executeRaw`
        WITH back_account AS (
          UPDATE platform_account SET unreachable_since = NULL, unreachable_code = NULL
          WHERE ${kind} = 'personal' AND platform = ${platform}::"Platform" AND tenant_id = ${tenantId}
            AND user_id = ${subjectId} AND unreachable_since IS NOT NULL
        ), back_channel AS (
          UPDATE channel_binding SET unreachable_since = NULL, unreachable_code = NULL
          WHERE ${kind} = 'channel' AND platform = ${platform}::"Platform" AND tenant_id = ${tenantId}
            AND channel_id = ${subjectId} AND unreachable_since IS NOT NULL
        )
        INSERT INTO conversation_reference
          (id, partnership_id, platform, tenant_id, kind, subject_id, conversation_id, service_url, bot_id, seen_at)
        SELECT gen_random_uuid(), w.partnership_id, w.platform, w.tenant_id, ${kind}, ${subjectId}, ${conversationId},
          ${serviceUrl}, ${botId}, now()
        FROM workspace w WHERE w.platform = ${platform}::"Platform" AND w.tenant_id = ${tenantId}
          AND (${kind} = 'channel' OR EXISTS (
            SELECT FROM platform_account a WHERE a.partnership_id = w.partnership_id AND a.platform = w.platform
              AND a.tenant_id = w.tenant_id AND a.user_id = ${subjectId}
          ) OR NOT EXISTS (
            SELECT FROM workspace o
            WHERE o.platform = w.platform AND o.tenant_id = w.tenant_id AND o.partnership_id <> w.partnership_id))
        ON CONFLICT (partnership_id, platform, tenant_id, kind, subject_id) DO UPDATE SET
          conversation_id = excluded.conversation_id, service_url = excluded.service_url, bot_id = excluded.bot_id,
          seen_at = excluded.seen_at`;
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

    async findServiceUrl(platform, tenantId) {
      const latest = await db.conversationReference.findFirst({
        where: { platform, tenantId },
        orderBy: { seenAt: 'desc' },
        select: { serviceUrl: true },
      });
      return latest?.serviceUrl ?? null;
    },
  };
}
