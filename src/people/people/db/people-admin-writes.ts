// Adds people, grants and ends their roles, and links the accounts that speak for them.
import { type Executor, fromDate, fromInstant } from '../../../core/database/db/executor.ts';
import { lockPeople } from '../../../core/database/db/next-number.ts';
import type { PeopleAdminRepository } from '../app/people-ports.ts';

const prismaRoles = {
  'programme-office': 'programme_office',
  'co-chair': 'co_chair',
  board: 'board',
  'evidence-lead': 'evidence_lead',
  viewer: 'viewer',
} as const;

/** What the programme office changes of people. */
export function createPeopleAdminWrites(
  db: Executor,
  partnershipId: string,
): Pick<
  PeopleAdminRepository,
  'lock' | 'add' | 'change' | 'setLeft' | 'grant' | 'endRole' | 'adoptAccount' | 'unlink' | 'prefer'
> {
  return {
    async lock() {
      await lockPeople(db, partnershipId);
    },

    async add({ name, email, organisationId }) {
      return await db.person.create({
        data: { partnershipId, key: email, name, email, organisationId },
        select: { id: true },
      });
    },

    async change(id, { name, email, furtherEmails, organisationId }) {
      await db.person.updateMany({
        where: { id, partnershipId },
        data: {
          ...(name !== undefined && { name }),
          ...(email !== undefined && { email }),
          ...(furtherEmails !== undefined && { furtherEmails: [...furtherEmails] }),
          ...(organisationId !== undefined && { organisationId }),
        },
      });
      // What the old addresses led to says nothing of the new ones.
      if (email !== undefined || furtherEmails !== undefined)
        await db.accountSearch.deleteMany({ where: { partnershipId, personId: id } });
    },

    async setLeft(id, leftOn) {
      await db.person.updateMany({
        where: { id, partnershipId },
        data: { active: leftOn === null, leftOn: leftOn && fromDate(leftOn) },
      });
    },

    async grant({ personId, role, themeId, startsOn, endsOn }) {
      await db.roleGrant.create({
        data: {
          ...{ partnershipId, personId, themeId, role: prismaRoles[role] },
          startsOn: fromDate(startsOn),
          endsOn: endsOn && fromDate(endsOn),
        },
        select: { id: true },
      });
    },

    async endRole(id, lastDay) {
      await db.roleGrant.updateMany({
        where: { id, partnershipId },
        data: { endsOn: fromDate(lastDay) },
      });
    },

    async adoptAccount(personId, { platform, tenantId, userId, outsideTenantId = null }, at) {
      const linked = await db.$executeRaw`
        INSERT INTO platform_account AS a (id, partnership_id, person_id, platform, tenant_id, user_id, linked_at, linked_how,
          outside_tenant_id)
        SELECT gen_random_uuid(), p.partnership_id, p.id, ${platform}::"Platform", ${tenantId}, ${userId}, ${fromInstant(at)}, 'office',
          ${outsideTenantId}
        FROM person p WHERE p.partnership_id = ${partnershipId}::uuid AND p.id = ${personId}::uuid AND p.active
        ON CONFLICT (partnership_id, platform, tenant_id, user_id) DO UPDATE
          SET person_id = EXCLUDED.person_id, linked_at = EXCLUDED.linked_at, linked_how = EXCLUDED.linked_how,
            chosen_at = NULL, outside_tenant_id = EXCLUDED.outside_tenant_id
          WHERE a.person_id = EXCLUDED.person_id
            OR NOT EXISTS (SELECT FROM person h
              WHERE h.partnership_id = a.partnership_id AND h.id = a.person_id AND h.active)`;
      return linked === 1;
    },

    async unlink(personId, { platform, tenantId, userId }) {
      await db.platformAccount.deleteMany({
        where: { partnershipId, personId, platform, tenantId, userId },
      });
    },

    async prefer(personId, { platform, tenantId, userId }, at) {
      await db.platformAccount.updateMany({
        where: { partnershipId, personId, platform, tenantId, userId },
        data: { preferredAt: fromInstant(at) },
      });
      await db.person.updateMany({
        where: { id: personId, partnershipId },
        data: { preferredPlatform: platform },
      });
    },
  };
}
