// Who is on the plan, what they may do, and which accounts speak for them, as the programme office changes it.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  bool,
  day,
  json,
  orNull,
  text,
  texts,
  uuid,
  word,
} from '../../../core/database/db/columns.ts';
import { type Executor, isId, toInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { isConnected } from '../../../core/outbox/db/reach.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { Platform } from '../../../generated/prisma/enums.ts';
import type { PeopleAdminRepository, RoleGrant } from '../app/people-ports.ts';
import { type DatedAccount, linkedHows } from '../domain/reach.ts';
import { furtherEmails, linkedAccount, roleNames } from './people.ts';
import { createPeopleAdminWrites } from './people-admin-writes.ts';

const grant = z.object({
  ...{ id: z.string(), themeId: z.string().nullable() },
  ...{ startsOn: z.string(), endsOn: z.string().nullable() },
  role: z.enum(roleNames),
});

const personRow = {
  ...{ id: uuid, name: text, email: text, furtherEmails: texts, organisation: text },
  ...{ active: bool, example: bool },
  leftOn: orNull(day),
  accounts: json('the accounts', z.array(linkedAccount)),
  roles: json('the roles', z.array(grant)),
};

const datedAccount = linkedAccount.extend({
  linkedAt: z.string(),
  linkedHow: z.enum(linkedHows).nullable(),
  preferredAt: z.string().nullable(),
  unreachableSince: z.string().nullable(),
});

const doorsRow = {
  ...{ id: uuid, name: text, email: text, furtherEmails: texts, organisation: text },
  preferredPlatform: orNull(word(Platform)),
  accounts: json('the accounts', z.array(datedAccount)),
};

/** People of one partnership, those who have left included. */
export function createPeopleAdmin(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): PeopleAdminRepository {
  return {
    ...createPeopleAdminWrites(db, partnershipId),
    async list(today) {
      const rows = await rowsFrom(db, personRow)`
        ${rowsAt('organisation', 'person', 'platform_account', 'role_grant')}SELECT p.id, p.name, p.email, ${furtherEmails}, o.name AS organisation, p.active, p.left_on::text AS "leftOn", p.example,
          coalesce((
            SELECT json_agg(json_build_object('platform', a.platform, 'tenantId', a.tenant_id, 'userId', a.user_id)
              ORDER BY a.linked_at, a.id)
            FROM platform_account a WHERE a.partnership_id = p.partnership_id AND a.person_id = p.id
          ), '[]') AS accounts,
          coalesce((
            SELECT json_agg(json_build_object('id', r.id, 'role', r.role, 'themeId', r.theme_id,
              'startsOn', r.starts_on, 'endsOn', r.ends_on) ORDER BY r.role, r.theme_id, r.starts_on)
            FROM role_grant r
            WHERE r.partnership_id = p.partnership_id AND r.person_id = p.id
              AND (r.ends_on IS NULL OR (r.ends_on >= ${today.toString()}::date AND r.ends_on >= r.starts_on))
          ), '[]') AS roles
        FROM person p JOIN organisation o ON o.partnership_id = p.partnership_id AND o.id = p.organisation_id
        WHERE p.partnership_id = ${partnershipId}::uuid
        ORDER BY p.name, p.id`;
      return rows.map(({ roles, ...facts }) => ({ ...facts, roles: roles.map(toGrant) }));
    },

    async doors(personId) {
      const whose =
        personId === undefined ? Prisma.empty : Prisma.sql`AND p.id = ${personId}::uuid`;
      const rows = await rowsFrom(db, doorsRow)`
        SELECT p.id, p.name, p.email, ${furtherEmails}, o.name AS organisation, p.preferred_platform::text AS "preferredPlatform",
          coalesce((
            SELECT json_agg(json_build_object('platform', a.platform, 'tenantId', a.tenant_id, 'userId', a.user_id,
              'linkedAt', a.linked_at, 'linkedHow', a.linked_how, 'preferredAt', a.preferred_at, 'unreachableSince', a.unreachable_since) ORDER BY a.linked_at, a.id)
            FROM platform_account a WHERE a.partnership_id = p.partnership_id AND a.person_id = p.id
              AND ${isConnected(Prisma.sql`a.partnership_id`, Prisma.sql`a.platform`)}
          ), '[]') AS accounts
        FROM person p JOIN organisation o ON o.partnership_id = p.partnership_id AND o.id = p.organisation_id
        WHERE p.partnership_id = ${partnershipId}::uuid AND p.active ${whose}
        ORDER BY p.name, p.id`;
      return rows.map(({ accounts, ...person }) => ({
        ...person,
        accounts: accounts.map(toDated),
      }));
    },

    async ownedBy(personId, today) {
      if (!isId(personId)) return [];
      const day = today.toString();
      return await rowsFrom(db, { objectiveId: uuid, ref: text })`
        SELECT DISTINCT o.id AS "objectiveId", o.ref FROM assignment s
        JOIN objective o ON o.partnership_id = s.partnership_id AND o.id = s.objective_id AND o.status = 'open'
        JOIN plan_version v ON v.partnership_id = o.partnership_id AND v.id = o.plan_version_id AND v.status = 'current'
        WHERE s.partnership_id = ${partnershipId}::uuid AND s.person_id = ${personId}::uuid AND s.role = 'owner'
          AND s.item_id IS NULL AND s.starts_on <= ${day}::date AND (s.ends_on IS NULL OR s.ends_on >= ${day}::date)
        ORDER BY o.ref`;
    },
  };
}

function toDated({
  linkedAt,
  unreachableSince,
  preferredAt,
  ...account
}: z.output<typeof datedAccount>): DatedAccount {
  const instant = (text: string) => toInstant(new Date(text));
  return {
    ...account,
    linkedAt: instant(linkedAt),
    unreachableSince: unreachableSince === null ? null : instant(unreachableSince),
    preferredAt: preferredAt === null ? null : instant(preferredAt),
  };
}

function toGrant({ startsOn, endsOn, ...facts }: z.output<typeof grant>): RoleGrant {
  return {
    ...facts,
    startsOn: Temporal.PlainDate.from(startsOn),
    endsOn: endsOn === null ? null : Temporal.PlainDate.from(endsOn),
  };
}
