// Accounts that the platform's e-mail address links to nobody, and who their holders say they are.

import { z } from 'zod';
import { int, json, moment, orNull, text, uuid, word } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant, isId } from '../../../core/database/db/executor.ts';
import { lockPeople, nextNumber } from '../../../core/database/db/next-number.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { GuestKind, RequestState } from '../../../generated/prisma/enums.ts';
import { linkedAccount } from '../../people/db/people.ts';
import type { LinkRequest, LinkRequestRepository } from '../app/link-request-ports.ts';

const guestFacts = z.object({
  ...{ kind: z.enum(GuestKind), name: z.string().nullable(), email: z.string().nullable() },
  outsideTenantId: z.string().nullable(),
});

const linkRow = {
  ...{ id: uuid, number: int, claim: text, requestedAt: moment, state: word(RequestState) },
  account: json('the account', linkedAccount),
  guest: orNull(json('the guest', guestFacts)),
};

/** Requests to be linked to somebody of one partnership. */
export function createLinkRequests(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): LinkRequestRepository {
  async function select(which: Prisma.Sql): Promise<LinkRequest[]> {
    return await rowsFrom(db, linkRow)`
      ${rowsAt('link_request')}SELECT l.id, l.number, l.claim, l.requested_at AS "requestedAt", l.state::text AS state,
        json_build_object('platform', l.platform, 'tenantId', l.tenant_id, 'userId', l.user_id) AS account,
        CASE WHEN l.guest_kind IS NOT NULL
          THEN json_build_object('kind', l.guest_kind, 'name', l.shown_name, 'email', l.vouched_email,
            'outsideTenantId', l.outside_tenant_id) END AS guest
      FROM link_request l WHERE l.partnership_id = ${partnershipId}::uuid AND ${which}
      ORDER BY l.number`;
  }

  return {
    async listOpen() {
      return await select(Prisma.sql`l.state = 'open'`);
    },

    async find(number) {
      const [request] = await select(Prisma.sql`l.number = ${number}`);
      return request ?? null;
    },

    async add({ account, claim, requestedAt, guest }, stands) {
      await lockPeople(db, partnershipId);
      const { platform, tenantId, userId } = account;
      const before = await select(Prisma.sql`l.platform = ${platform}::"Platform"
        AND l.tenant_id = ${tenantId} AND l.user_id = ${userId}`);
      const earlier = before.findLast(stands);
      if (earlier) return { earlier };
      const number = await nextNumber(db, partnershipId, 'link_request');
      await db.linkRequest.create({
        data: {
          ...{ partnershipId, number, platform, tenantId, userId, claim },
          requestedAt: fromInstant(requestedAt),
          ...(guest && {
            ...{ guestKind: guest.kind, shownName: guest.name, vouchedEmail: guest.email },
            outsideTenantId: guest.outsideTenantId,
          }),
        },
        select: { id: true },
      });
      const [added] = await select(Prisma.sql`l.number = ${number}`);
      return added ? { added } : {};
    },

    async decide(id, { state, personId, decidedById, at }) {
      if (!isId(id)) return false;
      const { count } = await db.linkRequest.updateMany({
        where: { id, partnershipId, state: 'open' },
        data: { state, personId, decidedById, decidedAt: fromInstant(at) },
      });
      return count === 1;
    },
  };
}
