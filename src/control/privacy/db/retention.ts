// How long things are kept, and what is held.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { int, json, moment, orNull, text } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { RetentionRepository } from '../app/privacy-ports.ts';
import { createDueRows } from './due-rows.ts';

const holdRow = {
  ...{ number: int, reason: text, placedAt: moment },
  person: orNull(json('the person', z.object({ id: z.string(), name: z.string() }))),
};

/** The schedule of one partnership. */
export function createRetention(db: Executor, partnershipId: string): RetentionRepository {
  const own = Prisma.sql`${partnershipId}::uuid`;
  return {
    ...createDueRows(db, partnershipId),

    async rules() {
      const rules = await db.retentionRule.findMany({
        where: { partnershipId },
        select: { kind: true, months: true },
        orderBy: { kind: 'asc' },
      });
      return new Map(rules.map(({ kind, months }) => [kind, months]));
    },

    async setRule(kind, months, byId, at) {
      await db.retentionRule.deleteMany({ where: { partnershipId, kind } });
      if (months === null) return;
      await db.retentionRule.create({
        data: {
          ...{ partnershipId, id: randomUUID(), kind, months },
          ...{ setById: byId, setAt: fromInstant(at) },
        },
        select: { id: true },
      });
    },

    async holds() {
      return await rowsFrom(db, holdRow)`
        SELECT h.number, h.reason, h.placed_at AS "placedAt",
          CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS person
        FROM retention_hold h LEFT JOIN person p ON p.partnership_id = h.partnership_id AND p.id = h.person_id
        WHERE h.partnership_id = ${own} AND h.released_at IS NULL ORDER BY h.number`;
    },

    async placeHold({ personId, reason, byId, at }) {
      await db.$executeRaw`SELECT FROM partnership WHERE id = ${own} FOR NO KEY UPDATE`;
      const [row] = await rowsFrom(db, { number: int })`
        INSERT INTO retention_hold (partnership_id, id, number, person_id, reason, placed_by_id, placed_at)
        SELECT ${own}, gen_random_uuid(), coalesce((SELECT max(number) FROM retention_hold WHERE partnership_id = ${own}), 0) + 1,
          ${personId}::uuid, ${reason}, ${byId}::uuid, ${fromInstant(at)}
        RETURNING number`;
      return row?.number ?? 1;
    },

    async releaseHold(number, byId, at) {
      const { count } = await db.retentionHold.updateMany({
        where: { partnershipId, number, releasedAt: null },
        data: { releasedById: byId, releasedAt: fromInstant(at) },
      });
      return count === 1;
    },
  };
}
