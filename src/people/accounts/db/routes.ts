// Which partnerships know an account, a channel or an address. The one place that reads over several of them to tell
// whose a request is; it gives nothing away but their ids.
import { bool, moment, orNull, uuid } from '../../../core/database/db/columns.ts';
import { type Executor, onlyIds } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RouteBook } from '../../../core/request/app/route-ports.ts';
import { hasEmail } from '../../people/db/people.ts';

const routeRow = {
  partnershipId: uuid,
  linked: bool,
  greeted: bool,
  chosenAt: orNull(moment),
  bound: bool,
  answered: bool,
};

/** Routes over all partnerships. */
export function createRoutes(db: Executor): RouteBook {
  return {
    async ofRequest({ platform, tenantId, userId, conversation, requestId }) {
      const channelId = conversation.kind === 'channel' ? conversation.id : null;
      return await rowsFrom(db, routeRow)`
        SELECT w.partnership_id AS "partnershipId", p.id IS NOT NULL AS linked,
          p.greeted_at IS NOT NULL AS greeted, a.chosen_at AS "chosenAt",
          EXISTS (
            SELECT FROM channel_binding c
            WHERE c.partnership_id = w.partnership_id AND c.platform = w.platform AND c.tenant_id = w.tenant_id
              AND c.channel_id = ${channelId} AND c.active
          ) AS bound,
          EXISTS (
            SELECT FROM answered_request r WHERE r.partnership_id = w.partnership_id AND r.request_id = ${requestId}
          ) AS answered
        FROM workspace w
        LEFT JOIN platform_account a ON a.partnership_id = w.partnership_id AND a.platform = w.platform
          AND a.tenant_id = w.tenant_id AND a.user_id = ${userId}
        LEFT JOIN person p ON p.partnership_id = a.partnership_id AND p.id = a.person_id AND p.active
        WHERE w.platform = ${platform}::"Platform" AND w.tenant_id = ${tenantId}
        ORDER BY w.partnership_id`;
    },

    async allows(platform, tenantId, outsideTenantId) {
      const [row] = await rowsFrom(db, { allowed: bool })`
        SELECT EXISTS (
          SELECT FROM allowed_organisation o
          JOIN workspace w ON w.partnership_id = o.partnership_id AND w.platform = o.platform AND w.tenant_id = ${tenantId}
          WHERE o.platform = ${platform}::"Platform" AND o.tenant_id = ${outsideTenantId} AND o.ended_at IS NULL
        ) AS allowed`;
      return row?.allowed === true;
    },

    async withEmail(partnershipIds, email) {
      const rows = await rowsFrom(db, { id: uuid })`
        SELECT DISTINCT p.partnership_id AS id FROM person p
        WHERE p.partnership_id = ANY(${onlyIds(partnershipIds)}::uuid[]) AND p.active
          AND ${hasEmail(email)}`;
      return rows.map(({ id }) => id);
    },
  };
}
