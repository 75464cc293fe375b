// Links the accounts that speak for people, and keeps which of them can be reached.
import { uuid } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { takesMessages } from '../../../core/outbox/db/reach.ts';
import type { PeopleRepository } from '../app/person-ports.ts';

/** The accounts of one partnership’s people. */
export function createPersonAccounts(
  db: Executor,
  partnershipId: string,
): Pick<
  PeopleRepository,
  'linkAccount' | 'greet' | 'choosePartnership' | 'markUnreachable' | 'reachable' | 'tryAgain'
> {
  return {
    async linkAccount(personId, { platform, tenantId, userId }, at, how = 'first-word') {
      const linked = await db.$executeRaw`
        INSERT INTO platform_account (id, partnership_id, person_id, platform, tenant_id, user_id, linked_at, linked_how)
        SELECT gen_random_uuid(), p.partnership_id, p.id, ${platform}::"Platform", ${tenantId}, ${userId}, ${fromInstant(at)}, ${how}
        FROM person p WHERE p.partnership_id = ${partnershipId}::uuid AND p.id = ${personId}::uuid
        ON CONFLICT (partnership_id, platform, tenant_id, user_id) DO NOTHING`;
      return linked === 1;
    },

    async greet(personId, at) {
      const { count } = await db.person.updateMany({
        where: { partnershipId, id: personId, greetedAt: null },
        data: { greetedAt: fromInstant(at) },
      });
      return count === 1;
    },

    async choosePartnership({ platform, tenantId, userId }, at) {
      await db.platformAccount.updateMany({
        where: { partnershipId, platform, tenantId, userId },
        data: { chosenAt: fromInstant(at) },
      });
    },

    async markUnreachable({ platform, tenantId, userId }, code, at) {
      await db.platformAccount.updateMany({
        where: { partnershipId, platform, tenantId, userId, unreachableSince: null },
        data: { unreachableSince: fromInstant(at), unreachableCode: code },
      });
    },

    async reachable() {
      const rows = await rowsFrom(db, { id: uuid })`
        SELECT p.id FROM person p WHERE p.partnership_id = ${partnershipId}::uuid AND ${takesMessages}`;
      return new Set(rows.map(({ id }) => id));
    },

    async tryAgain(personId) {
      await db.platformAccount.updateMany({
        where: { partnershipId, personId, unreachableSince: { not: null } },
        data: { unreachableSince: null, unreachableCode: null },
      });
    },
  };
}
