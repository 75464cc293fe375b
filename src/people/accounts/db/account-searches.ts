// Who is to be looked for in a workspace or tenant, and what came of it.
import { moment, text, texts, uuid, word } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { takesMessages } from '../../../core/outbox/db/reach.ts';
import { Platform } from '../../../generated/prisma/enums.ts';
import type { AccountSearchRepository } from '../app/account-search-ports.ts';
import { searchOutcomes } from '../domain/judge-accounts.ts';

const searchRow = {
  ...{ personId: uuid, platform: word(Platform), tenantId: text },
  ...{ lookedAt: moment, outcome: word(searchOutcomes) },
};

/** Of one partnership's people. */
export function createAccountSearches(
  db: Executor,
  partnershipId: string,
): AccountSearchRepository {
  return {
    async workspaces() {
      return await rowsFrom(db, { platform: word(Platform), tenantId: text })`
        SELECT w.platform::text AS platform, w.tenant_id AS "tenantId" FROM workspace w
        WHERE w.partnership_id = ${partnershipId}::uuid ORDER BY w.platform, w.tenant_id`;
    },

    async due({ platform, tenantId }, since) {
      // Who was found and is out of reach again is looked for at once, and who could not be asked for.
      return await rowsFrom(db, { personId: uuid, name: text, emails: texts })`
        SELECT p.id AS "personId", p.name, ARRAY[p.email] || p.further_emails AS emails FROM person p
        WHERE p.partnership_id = ${partnershipId}::uuid AND p.active AND NOT ${takesMessages} AND NOT EXISTS (
          SELECT FROM account_search s
          WHERE s.partnership_id = p.partnership_id AND s.person_id = p.id AND s.platform = ${platform}::"Platform"
            AND s.tenant_id = ${tenantId} AND (s.outcome = 'unlinked'
              OR s.looked_at > ${fromInstant(since)} AND s.outcome NOT IN ('found', 'no-scope', 'no-team')))
        ORDER BY p.name, p.id`;
    },

    async list() {
      return await rowsFrom(db, searchRow)`
        SELECT s.person_id AS "personId", s.platform::text AS platform, s.tenant_id AS "tenantId",
          s.looked_at AS "lookedAt", s.outcome
        FROM account_search s WHERE s.partnership_id = ${partnershipId}::uuid
        ORDER BY s.person_id, s.platform, s.tenant_id`;
    },

    async note({ personId, platform, tenantId, lookedAt, outcome }) {
      const key = { partnershipId, personId, platform, tenantId };
      const came = { lookedAt: fromInstant(lookedAt), outcome };
      await db.accountSearch.upsert({
        where: { partnershipId_personId_platform_tenantId: key },
        create: { ...key, ...came },
        update: came,
      });
    },

    async again({ platform, tenantId }) {
      await db.accountSearch.deleteMany({
        where: { partnershipId, platform, tenantId, outcome: { not: 'unlinked' } },
      });
    },
  };
}
