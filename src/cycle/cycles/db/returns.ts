// What counts as an objective's return for a cycle: worked out from the objective's entries. The rows of return_request
// say who was asked and what was acknowledged as the answer; that a row is missing says nothing.

import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fromInstant } from '../../../core/database/db/executor.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { assignmentInForce } from '../../../plan/objectives/db/assignees.ts';
import { type Cycle, countsAsReturnFrom, cycleDeadlines } from '../domain/cycle.ts';

/** Whether the entry `e` says how the work goes, in a return or not, and was not taken back (by the moment). */
function stands(at?: Temporal.Instant): Prisma.Sql {
  const known = at ? Prisma.sql`AND e.at <= ${fromInstant(at)}` : Prisma.empty;
  const by = at ? Prisma.sql`AND u.at <= ${fromInstant(at)}` : Prisma.empty;
  return Prisma.sql`e.kind IN ('update', 'same') AND e.rating = 'delivery' ${known} AND NOT EXISTS (
    SELECT FROM objective_entry u WHERE u.partnership_id = e.partnership_id AND u.supersedes_id = e.id AND u.kind = 'undo' ${by})`;
}

/** Whether somebody gave the entry `e`: what came in a file is nobody's return. */
const isGiven = Prisma.sql`NOT EXISTS (
  SELECT FROM source_reference s WHERE s.partnership_id = e.partnership_id AND s.subject_type = 'objective_entry'
    AND s.subject_id = e.id)`;

/**
 * Whether the entry `e` is its objective's return for the cycle: it was acknowledged as that, whatever became of the
 * meeting's date since, or was made while it counted. `r` is the row of the return, or nothing.
 */
export function isReturn(cycle: Cycle, at?: Temporal.Instant): Prisma.Sql {
  const from = fromInstant(countsAsReturnFrom(cycle));
  const until = fromInstant(cycleDeadlines(cycle).ends);
  return Prisma.sql`${stands(at)} AND (e.id = r.answered_by_id OR e.cycle_id = ${cycle.id}::uuid
    OR (e.at >= ${from} AND e.at < ${until} AND ${isGiven}))`;
}

/**
 * Whether the objective `o` was in the plan before the cycle was over; one that was loaded counts as having always been.
 * `r` is the row of its return, or nothing.
 */
export function wasThere(cycle: Cycle): Prisma.Sql {
  const ends = fromInstant(cycleDeadlines(cycle).ends);
  return Prisma.sql`(r.id IS NOT NULL OR coalesce(
    (SELECT min(e.at) FROM objective_entry e WHERE e.partnership_id = o.partnership_id AND e.objective_id = o.id) < ${ends},
    -- Nothing says since when: it came later if it was asked for later only.
    NOT EXISTS (
      SELECT FROM return_request x
      JOIN governance_cycle g ON g.partnership_id = x.partnership_id AND g.id = x.cycle_id
      JOIN meeting n ON n.partnership_id = g.partnership_id AND n.id = g.meeting_id
        AND n.held_on > ${cycle.meetingDate.toString()}::date
      JOIN forum b ON b.partnership_id = n.partnership_id AND b.id = n.forum_id AND b.name = ${cycle.forumName}
      WHERE x.partnership_id = o.partnership_id AND x.objective_id = o.id)))`;
}

/** Objectives that a person owns and whose return nobody acknowledged; `last`: when each was last rated, in ms. */
export const mayOweSchema = z.array(z.object({ ref: z.string(), last: z.number().nullable() }));

/** As JSON, what the person, or whom they cover for, may owe the cycle whose row is `c`: it is owed unless `last` counts as its return. */
export function mayOwe(
  partnershipId: string,
  personId: string,
  today: Temporal.PlainDate,
): Prisma.Sql {
  return Prisma.sql`(
    SELECT json_agg(json_build_object('ref', o.ref, 'last', (
      SELECT (extract(epoch FROM e.at) * 1000)::bigint FROM objective_entry e
      WHERE e.partnership_id = o.partnership_id AND e.objective_id = o.id AND ${stands()} AND ${isGiven}
      ORDER BY e.position DESC LIMIT 1)))
    FROM objective o
    JOIN plan_version v ON v.partnership_id = o.partnership_id AND v.id = o.plan_version_id AND v.status = 'current'
    LEFT JOIN return_request r ON r.partnership_id = o.partnership_id AND r.objective_id = o.id AND r.cycle_id = c.id
    WHERE o.partnership_id = ${partnershipId}::uuid AND o.status = 'open' AND r.answered_by_id IS NULL
      -- An array, so that it is worked out once, and only those objectives are looked at.
      AND o.id = ANY(ARRAY(
        SELECT s.objective_id FROM assignment s JOIN person p ON p.partnership_id = s.partnership_id AND p.id = s.person_id
        WHERE s.partnership_id = ${partnershipId}::uuid AND s.role = 'owner' AND ${assignmentInForce(today)}
          AND s.person_id = ANY(ARRAY(
            SELECT ${personId}::uuid UNION ALL
            SELECT w.person_id FROM absence w
            WHERE w.partnership_id = ${partnershipId}::uuid AND w.cover_id = ${personId}::uuid AND w.active
              AND w.cover_state = 'accepted' AND ${today.toString()}::date BETWEEN w.starts_on AND w.ends_on))))
      AND NOT EXISTS (
        SELECT FROM objective_entry e
        WHERE e.partnership_id = o.partnership_id AND e.objective_id = o.id AND e.cycle_id = c.id AND ${stands()}))`;
}
