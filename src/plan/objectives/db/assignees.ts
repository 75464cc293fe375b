// Who answers for an objective on a day: owners, deputies, and whoever covers for one of them.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { json } from '../../../core/database/db/columns.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { Assignee } from '../domain/objective.ts';

export const assigneesOfRow = json(
  'the assignees',
  schemaOf<readonly Assignee[]>()(
    z.array(
      z.object({
        role: z.enum(['owner', 'deputy', 'cover']),
        personId: z.string().nullable(),
        name: z.string().nullable(),
        organisation: z.string(),
      }),
    ),
  ),
);

/** Owners, deputies, and whoever covers for one of them who is away. */
export function assigneesOf(today: Temporal.PlainDate): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT json_agg(json_build_object('role', a.role, 'personId', a.id, 'name', a.name, 'organisation', a.organisation)
      ORDER BY a.rank, a.name NULLS LAST, a.organisation)
    FROM (
      SELECT s.role::text AS role, CASE s.role WHEN 'owner' THEN 1 ELSE 2 END AS rank, p.id, p.name, g.name AS organisation
      FROM assignment s
      LEFT JOIN person p ON p.partnership_id = s.partnership_id AND p.id = s.person_id
      JOIN organisation g ON g.partnership_id = s.partnership_id AND g.id = coalesce(p.organisation_id, s.organisation_id)
      WHERE s.partnership_id = o.partnership_id AND s.objective_id = o.id AND ${assignmentInForce(today)}
      UNION
      SELECT 'cover', 3, c.id, c.name, g.name
      FROM assignment s
      JOIN person p ON p.partnership_id = s.partnership_id AND p.id = s.person_id
      ${coverOf(today)}
      JOIN organisation g ON g.partnership_id = c.partnership_id AND g.id = c.organisation_id
      WHERE s.partnership_id = o.partnership_id AND s.objective_id = o.id AND ${assignmentInForce(today)}
    ) a
  ), '[]')`;
}

export function assignedTo(personId: string, today: Temporal.PlainDate): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM assignment s JOIN person p ON p.partnership_id = s.partnership_id AND p.id = s.person_id
    WHERE s.partnership_id = o.partnership_id AND s.objective_id = o.id AND s.person_id::text = ${personId}
      AND ${assignmentInForce(today)}
    UNION ALL
    SELECT FROM assignment s JOIN person p ON p.partnership_id = s.partnership_id AND p.id = s.person_id
    ${coverOf(today)}
    WHERE s.partnership_id = o.partnership_id AND s.objective_id = o.id AND c.id::text = ${personId}
      AND ${assignmentInForce(today)})`;
}

/** Joins `c`, who has agreed to cover for the person of the assignment `s`, away on the day. */
function coverOf(today: Temporal.PlainDate): Prisma.Sql {
  const day = Prisma.sql`${today.toString()}::date`;
  return Prisma.sql`JOIN absence w ON w.partnership_id = s.partnership_id AND w.person_id = s.person_id
      AND w.active AND w.cover_state = 'accepted' AND ${day} BETWEEN w.starts_on AND w.ends_on
    JOIN person c ON c.partnership_id = w.partnership_id AND c.id = w.cover_id AND c.active`;
}

/**
 * Whether the assignment `s` of an objective as a whole is in force on the day. One to somebody who
 * has left by then is not.
 */
export function assignmentInForce(today: Temporal.PlainDate): Prisma.Sql {
  const day = Prisma.sql`${today.toString()}::date`;
  return Prisma.sql`s.item_id IS NULL AND s.starts_on <= ${day} AND (s.ends_on IS NULL OR s.ends_on >= ${day})
    AND (p.active IS NOT FALSE OR p.left_on > ${day})`;
}
