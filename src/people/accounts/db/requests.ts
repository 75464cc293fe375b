// Requests as they come in, and those that were answered to the end, so that a platform's retry is not answered twice.

import { bool, orNull } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import type { RequestRepository } from '../../../core/request/app/ports.ts';
import type { Actor } from '../../../core/request/domain/actor.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { actorRow, actorWhere, isAccount, speaksAs, toActor } from '../../people/db/people.ts';

/** Whether it was answered, and the actor, or nothing of one. */
const heardRow = {
  ...{ answered: bool, switchedOff: bool, id: orNull(actorRow.id), name: orNull(actorRow.name) },
  ...{ email: orNull(actorRow.email), organisation: orNull(actorRow.organisation) },
  ...{ roles: orNull(actorRow.roles), greeted: bool },
};

/** Requests of one partnership. */
export function createRequests(db: Executor, partnershipId: string): RequestRepository {
  const isRequest = (requestId: string) =>
    Prisma.sql`partnership_id = ${partnershipId}::uuid AND request_id = ${requestId}`;

  function toActorOrNobody(row: RowOf<typeof heardRow>): Actor | null {
    const { id, name, email, organisation, roles } = row;
    if (id === null || name === null || email === null || organisation === null || roles === null)
      return null;
    return toActor(partnershipId, { id, name, email, organisation, roles });
  }

  return {
    async hear({ requestId, conversation, ...account }, today) {
      const { platform, tenantId } = account;
      const channelId = conversation.kind === 'channel' ? conversation.id : null;
      // Before any other work stands this one journey to the database.
      const [row] = await rowsFrom(db, heardRow)`
        WITH back AS (
          UPDATE platform_account a SET unreachable_since = NULL, unreachable_code = NULL
          WHERE ${isAccount(partnershipId, account)} AND a.unreachable_since IS NOT NULL
        ), open_again AS (
          UPDATE channel_binding SET unreachable_since = NULL, unreachable_code = NULL
          WHERE partnership_id = ${partnershipId}::uuid AND platform = ${platform}::"Platform"
            AND tenant_id = ${tenantId} AND channel_id = ${channelId} AND unreachable_since IS NOT NULL
        )
        SELECT h.answered, h."switchedOff", actor.*, EXISTS (
          SELECT FROM person g
          WHERE g.partnership_id = ${partnershipId}::uuid AND g.id = actor.id AND g.greeted_at IS NOT NULL
        ) AS greeted
        FROM (
          SELECT EXISTS (SELECT FROM answered_request WHERE ${isRequest(requestId)}) AS answered,
            EXISTS (
              SELECT FROM partnership WHERE id = ${partnershipId}::uuid AND switched_off_at IS NOT NULL
            ) AS "switchedOff"
        ) h
        LEFT JOIN LATERAL (${actorWhere(partnershipId, speaksAs(partnershipId, account), today)}) actor ON true`;
      const { answered = false, switchedOff = false, greeted = false } = row ?? {};
      return { answered, switchedOff, greeted, actor: row ? toActorOrNobody(row) : null };
    },

    async wasAnswered(requestId) {
      const [row] = await rowsFrom(db, { answered: bool })`
        SELECT EXISTS (SELECT FROM answered_request WHERE ${isRequest(requestId)}) AS answered`;
      return row?.answered === true;
    },

    async markAnswered(requestId, at) {
      const marked = await db.$executeRaw`
        INSERT INTO answered_request (partnership_id, request_id, at)
        VALUES (${partnershipId}::uuid, ${requestId}, ${fromInstant(at)})
        ON CONFLICT (partnership_id, request_id) DO NOTHING`;
      return marked === 1;
    },
  };
}
