// What is owed and what was given: evidence before a review, returns of a cycle.
import type { Temporal } from 'temporal-polyfill';
import { moment, orNull, text, uuid, word } from '../../../core/database/db/columns.ts';
import { type Executor, isId, onlyIds } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { Rag } from '../../../generated/prisma/enums.ts';
import type { CycleRepository } from '../app/cycle-ports.ts';
import { isReturn, wasThere } from './returns.ts';

const answerRow = {
  ...{ objectiveId: uuid, by: orNull(text), at: moment, rag: orNull(word(Rag)) },
};

/** What objectives owe, and what was answered. */
export function createOwedReturns(
  db: Executor,
  partnershipId: string,
  at?: Temporal.Instant,
): Pick<CycleRepository, 'evidenceGaps' | 'outstanding' | 'answers'> {
  return {
    async evidenceGaps(meetingId) {
      if (!isId(meetingId)) return [];
      return await rowsFrom(db, { objectiveId: uuid })`
        SELECT o.id AS "objectiveId"
        FROM meeting m
        JOIN plan_version v ON v.partnership_id = m.partnership_id AND v.status = 'current'
        JOIN objective o ON o.partnership_id = v.partnership_id AND o.plan_version_id = v.id AND o.status = 'open'
        JOIN partnership p ON p.id = m.partnership_id
        WHERE m.partnership_id = ${partnershipId}::uuid AND m.id = ${meetingId}::uuid AND NOT EXISTS (
          SELECT FROM plan_item i
          WHERE i.partnership_id = o.partnership_id AND i.objective_id = o.id AND i.kind = 'evidence'
            AND (i.added_at AT TIME ZONE p.time_zone)::date > coalesce((
              SELECT max(b.held_on) FROM meeting b
              WHERE b.partnership_id = m.partnership_id AND b.forum_id = m.forum_id AND b.held_on < m.held_on
                AND b.called_off_at IS NULL
            ), '-infinity'))
        ORDER BY o.ref`;
    },

    async outstanding(cycle) {
      if (!isId(cycle.id)) return [];
      return await rowsFrom(db, { objectiveId: uuid })`
        SELECT o.id AS "objectiveId"
        FROM objective o
        JOIN plan_version v ON v.partnership_id = o.partnership_id AND v.id = o.plan_version_id AND v.status = 'current'
        LEFT JOIN return_request r ON r.partnership_id = o.partnership_id AND r.objective_id = o.id
          AND r.cycle_id = ${cycle.id}::uuid
        WHERE o.partnership_id = ${partnershipId}::uuid AND ${at ? Prisma.sql`true` : Prisma.sql`o.status = 'open'`}
          AND ${wasThere(cycle)}
          AND NOT EXISTS (SELECT FROM objective_entry e
            WHERE e.partnership_id = o.partnership_id AND e.objective_id = o.id AND ${isReturn(cycle, at)})
        ORDER BY o.ref`;
    },

    async answers(cycle, objectiveIds) {
      if (!isId(cycle.id)) return new Map();
      const rows = await rowsFrom(db, answerRow)`
        WITH RECURSIVE said AS (
          SELECT o.partnership_id, o.id AS objective_id, first.id, first.to_rag, first.at, first.author_id, 0 AS amended
          FROM objective o
          LEFT JOIN return_request r ON r.partnership_id = o.partnership_id AND r.objective_id = o.id
          AND r.cycle_id = ${cycle.id}::uuid
          CROSS JOIN LATERAL (
            SELECT e.id, e.to_rag, e.at, e.author_id FROM objective_entry e
            WHERE e.partnership_id = o.partnership_id AND e.objective_id = o.id AND ${isReturn(cycle, at)}
            ORDER BY coalesce(e.id = r.answered_by_id, false) DESC, e.position LIMIT 1
          ) first
          WHERE o.partnership_id = ${partnershipId}::uuid AND o.id = ANY(${onlyIds(objectiveIds)}::uuid[])
          UNION ALL
          SELECT s.partnership_id, s.objective_id, a.id, a.to_rag, s.at, s.author_id, s.amended + 1
          FROM said s JOIN objective_entry a
            ON a.partnership_id = s.partnership_id AND a.supersedes_id = s.id AND a.kind = 'amend'
        )
        SELECT DISTINCT ON (s.objective_id) s.objective_id AS "objectiveId", p.name AS by, s.at, s.to_rag::text AS rag
        FROM said s LEFT JOIN person p ON p.partnership_id = s.partnership_id AND p.id = s.author_id
        ORDER BY s.objective_id, s.amended DESC`;
      return new Map(rows.map(({ objectiveId, ...facts }) => [objectiveId, facts]));
    },
  };
}
