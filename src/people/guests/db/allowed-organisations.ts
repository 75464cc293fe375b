// Other organisations' workspaces and tenants whose people one partnership lets in.
import { bool, int, moment, text, uuid, word } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { AllowedOrganisationRepository } from '../app/allowed-organisation-ports.ts';

const allowedRow = {
  ...{ id: uuid, platform: word({ slack: 'slack', teams: 'teams' } as const), tenantId: text },
  ...{ name: text, reason: text, allowedBy: text, allowedAt: moment, linked: int },
};

/** The organisations that one partnership allows. */
export function createAllowedOrganisations(
  db: Executor,
  partnershipId: string,
): AllowedOrganisationRepository {
  return {
    async list() {
      return await rowsFrom(db, allowedRow)`
        SELECT o.id, o.platform::text AS platform, o.tenant_id AS "tenantId", o.name, o.reason, p.name AS "allowedBy",
          o.allowed_at AS "allowedAt", (
            SELECT count(*)::int FROM platform_account a WHERE a.partnership_id = o.partnership_id
              AND a.platform = o.platform AND a.outside_tenant_id = o.tenant_id
          ) AS linked
        FROM allowed_organisation o JOIN person p ON p.partnership_id = o.partnership_id AND p.id = o.allowed_by_id
        WHERE o.partnership_id = ${partnershipId}::uuid AND o.ended_at IS NULL AND o.platform <> 'terminal'
        ORDER BY o.name, o.id`;
    },

    async allows(platform, tenantId) {
      const [row] = await rowsFrom(db, { allowed: bool })`
        SELECT EXISTS (SELECT FROM allowed_organisation WHERE partnership_id = ${partnershipId}::uuid
          AND platform = ${platform}::"Platform" AND tenant_id = ${tenantId} AND ended_at IS NULL) AS allowed`;
      return row?.allowed === true;
    },

    async isOwn(platform, tenantId) {
      const [row] = await rowsFrom(db, { own: bool })`
        SELECT EXISTS (SELECT FROM workspace WHERE partnership_id = ${partnershipId}::uuid
          AND platform = ${platform}::"Platform" AND tenant_id = ${tenantId}) AS own`;
      return row?.own === true;
    },

    async add({ platform, tenantId, name, reason, allowedById, at }) {
      await db.allowedOrganisation.create({
        data: {
          ...{ partnershipId, platform, tenantId, name, reason, allowedById },
          allowedAt: fromInstant(at),
        },
        select: { id: true },
      });
    },

    async end(id, { endedById, at }) {
      const [ended] = await rowsFrom(db, { platform: text, tenantId: text })`
        UPDATE allowed_organisation SET ended_at = ${fromInstant(at)}, ended_by_id = ${endedById}::uuid
        WHERE partnership_id = ${partnershipId}::uuid AND id = ${id}::uuid AND ended_at IS NULL
        RETURNING platform::text AS platform, tenant_id AS "tenantId"`;
      if (!ended) return null;
      const unlinked = await db.$executeRaw`
        DELETE FROM platform_account WHERE partnership_id = ${partnershipId}::uuid
          AND platform = ${ended.platform}::"Platform" AND outside_tenant_id = ${ended.tenantId}`;
      return { unlinked };
    },
  };
}
