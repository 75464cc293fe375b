// People, their roles in force, and the accounts that speak for them. Somebody who is not active any
// more is found by nothing here.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { json, orNull, text, texts, uuid, word } from '../../../core/database/db/columns.ts';
import { type Executor, isId, toInstant } from '../../../core/database/db/executor.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import { type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import type { Actor, Role, RoleName } from '../../../core/request/domain/actor.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { Platform } from '../../../generated/prisma/enums.ts';
import type { PeopleRepository, PersonDetails } from '../app/person-ports.ts';
import type { KnownAccount, LinkedAccount } from '../domain/choose-account.ts';
import { createPersonAccounts } from './person-accounts.ts';

const summaryRow = { id: uuid, name: text, email: text, organisation: text };
const addressedRow = { ...summaryRow, furtherEmails: texts };

/** By the words of the record. */
export const roleNames = [
  'programme-office',
  'co-chair',
  'board',
  'evidence-lead',
  'viewer',
] as const;

const roles = json(
  'the roles',
  schemaOf<readonly Role[]>()(
    z.array(z.object({ name: z.enum(roleNames), themeId: z.string().nullable() })),
  ),
);

/** The further addresses of the person `p`; a record from before there were any may have none at all. */
export const furtherEmails = Prisma.sql`coalesce(p.further_emails, '{}') AS "furtherEmails"`;

/** What `actorWhere` gives. */
export const actorRow = { ...summaryRow, roles };

/** An account as JSON. */
export const linkedAccount = z.object({
  ...{ platform: z.enum(Platform), tenantId: z.string(), userId: z.string() },
});

const knownAccount = linkedAccount.extend({
  unreachableSince: z.string().nullable(),
  preferredAt: z.string().nullable(),
});

const detailsRow = {
  ...addressedRow,
  preferredPlatform: orNull(word(Platform)),
  accounts: json('the accounts', z.array(knownAccount)),
};

/** People of one partnership. */
export function createPeople(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): PeopleRepository {
  async function findActor(which: Prisma.Sql, today: Temporal.PlainDate): Promise<Actor | null> {
    const [row] = await rowsFrom(db, actorRow)`
      ${rowsAt('organisation', 'person', 'role_grant')}${actorWhere(partnershipId, which, today)}`;
    return row ? toActor(partnershipId, row) : null;
  }

  return {
    ...createPersonAccounts(db, partnershipId),
    async findActorByAccount(platform, tenantId, userId, today) {
      return await findActor(speaksAs(partnershipId, { platform, tenantId, userId }), today);
    },

    async findActorByEmail(email, today) {
      return await findActor(hasEmail(email), today);
    },

    async details(personId): Promise<PersonDetails | null> {
      if (!isId(personId)) return null;
      const [row] = await rowsFrom(db, detailsRow)`
        ${rowsAt('organisation', 'person', 'platform_account')}SELECT p.id, p.name, p.email, ${furtherEmails}, o.name AS organisation, p.preferred_platform::text AS "preferredPlatform",
          coalesce((
            SELECT json_agg(json_build_object('platform', a.platform, 'tenantId', a.tenant_id, 'userId', a.user_id,
              'unreachableSince', a.unreachable_since, 'preferredAt', a.preferred_at)
              ORDER BY a.linked_at, a.id)
            FROM platform_account a WHERE a.partnership_id = p.partnership_id AND a.person_id = p.id
          ), '[]') AS accounts
        FROM person p JOIN organisation o ON o.partnership_id = p.partnership_id AND o.id = p.organisation_id
        WHERE p.partnership_id = ${partnershipId}::uuid AND p.id = ${personId}::uuid AND p.active`;
      return row ? { ...row, accounts: row.accounts.map(toAccount) } : null;
    },

    async list() {
      return await rowsFrom(db, addressedRow)`
        ${rowsAt('organisation', 'person')}SELECT p.id, p.name, p.email, ${furtherEmails}, o.name AS organisation
        FROM person p JOIN organisation o ON o.partnership_id = p.partnership_id AND o.id = p.organisation_id
        WHERE p.partnership_id = ${partnershipId}::uuid AND p.active
        ORDER BY p.name, p.id`;
    },

    async holders(role, today) {
      return await rowsFrom(db, { personId: uuid, themeId: orNull(uuid) })`
        SELECT DISTINCT p.id AS "personId", r.theme_id AS "themeId"
        FROM person p JOIN role_grant r ON r.partnership_id = p.partnership_id AND r.person_id = p.id
        WHERE p.partnership_id = ${partnershipId}::uuid AND p.active AND r.role = ${role}::"RoleName" AND ${inForce(today)}
        ORDER BY p.id`;
    },

    async listByRole(role: RoleName, themeId, today) {
      if (themeId !== null && !isId(themeId)) return [];
      return await rowsFrom(db, summaryRow)`
        ${rowsAt('organisation', 'person', 'role_grant')}SELECT p.id, p.name, p.email, o.name AS organisation
        FROM person p JOIN organisation o ON o.partnership_id = p.partnership_id AND o.id = p.organisation_id
        WHERE p.partnership_id = ${partnershipId}::uuid AND p.active AND EXISTS (
          SELECT FROM role_grant r
          WHERE r.partnership_id = p.partnership_id AND r.person_id = p.id AND r.role = ${role}::"RoleName"
            AND r.theme_id IS NOT DISTINCT FROM ${themeId}::uuid AND ${inForce(today)})
        ORDER BY p.name, p.id`;
    },
  };
}

/** The person `p` who is meant, as an `actorRow`, while they are active. */
export function actorWhere(
  partnershipId: string,
  which: Prisma.Sql,
  today: Temporal.PlainDate,
): Prisma.Sql {
  return Prisma.sql`SELECT p.id, p.name, p.email, o.name AS organisation,
      coalesce((
        SELECT json_agg(json_build_object('name', r.role, 'themeId', r.theme_id) ORDER BY r.role, r.theme_id)
        FROM role_grant r
        WHERE r.partnership_id = p.partnership_id AND r.person_id = p.id AND ${inForce(today)}
      ), '[]') AS roles
    FROM person p JOIN organisation o ON o.partnership_id = p.partnership_id AND o.id = p.organisation_id
    WHERE p.partnership_id = ${partnershipId}::uuid AND p.active AND ${which}
    LIMIT 1`;
}

export function toActor(
  partnershipId: string,
  { id: personId, ...facts }: RowOf<typeof actorRow>,
): Actor {
  return { personId, partnershipId, ...facts };
}

/** Whether the person `p` speaks by this account. */
export function speaksAs(partnershipId: string, account: LinkedAccount): Prisma.Sql {
  // Neither has accounts. Whoever sits at a terminal says who they are by e-mail; on the web the session says it.
  if (account.platform === 'terminal') return hasEmail(account.userId);
  return account.platform === 'web'
    ? Prisma.sql`p.id = ${account.userId}::uuid`
    : Prisma.sql`p.id = (SELECT a.person_id FROM platform_account a WHERE ${isAccount(partnershipId, account)})`;
}

/** Whether `a` is this account. */
export function isAccount(
  partnershipId: string,
  { platform, tenantId, userId }: LinkedAccount,
): Prisma.Sql {
  return Prisma.sql`a.partnership_id = ${partnershipId}::uuid AND a.platform = ${platform}::"Platform"
    AND a.tenant_id = ${tenantId} AND a.user_id = ${userId}`;
}

/** Whether the person `p` has this address, the main one or another. */
export function hasEmail(email: string): Prisma.Sql {
  const address = email.trim().toLowerCase();
  return Prisma.sql`(p.email = ${address} OR ${address} = ANY(p.further_emails))`;
}

/** An account that can be reached says nothing of it, nor one that was never preferred. */
function toAccount({
  unreachableSince,
  preferredAt,
  ...account
}: z.output<typeof knownAccount>): KnownAccount {
  const instant = (text: string) => toInstant(new Date(text));
  return {
    ...account,
    ...(unreachableSince !== null && { unreachableSince: instant(unreachableSince) }),
    ...(preferredAt !== null && { preferredAt: instant(preferredAt) }),
  };
}

/** Whether the role grant `r` is in force on the day. */
function inForce(today: Temporal.PlainDate): Prisma.Sql {
  const day = Prisma.sql`${today.toString()}::date`;
  return Prisma.sql`r.starts_on <= ${day} AND (r.ends_on IS NULL OR r.ends_on >= ${day})`;
}
