// What stands around an objective: what it serves, and who answers for its actions and milestones.

import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { json, text, uuid, word } from '../../../core/database/db/columns.ts';
import { type Executor, isId, onlyIds } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { ObjectiveLink } from '../domain/objective.ts';
import type { Linkable } from '../domain/objective-link.ts';

const linkRow = { to: word(['project', 'priority', 'self-evaluation']), id: uuid, name: text };

const linkableRow = {
  ...{
    to: word(['theme', 'project', 'priority', 'self-evaluation']),
    id: uuid,
    key: text,
    name: text,
  },
  word: word(['theme', 'workstream', 'project', 'priority', 'area', 'strength']),
};

const priorityName = Prisma.sql`s.number || ' ' || s.name`;
const itemName = Prisma.sql`CASE e.list WHEN 'development' THEN 'area for development ' ELSE 'strength ' END
  || e.letter || ': ' || e.heading`;

/** Joins what the link `l` leads to. */
const linkedTo = Prisma.sql`LEFT JOIN project j ON j.partnership_id = l.partnership_id AND j.id = l.project_id
  LEFT JOIN strategic_priority s ON s.partnership_id = l.partnership_id AND s.id = l.priority_id
  LEFT JOIN self_evaluation_item e ON e.partnership_id = l.partnership_id AND e.id = l.self_evaluation_item_id`;
const linkKind = Prisma.sql`CASE WHEN j.id IS NOT NULL THEN 'project' WHEN s.id IS NOT NULL THEN 'priority' ELSE 'self-evaluation' END`;
const linkName = Prisma.sql`coalesce(j.name, ${priorityName}, ${itemName})`;
const linkColumns = Prisma.sql`${linkKind} AS "to", coalesce(j.id, s.id, e.id) AS id, ${linkName} AS name`;
/** Projects, priorities, items, each in their own order. */
const linkOrder = Prisma.sql`${linkKind}, s.number, e.list, e.letter, ${linkName}`;

/** What `linksAsJson` gives. */
export const linksRow = json(
  'the links',
  z.array(z.object({ to: z.enum(['project', 'priority', 'self-evaluation']), name: z.string() })),
);

/** The links of the objective `o` as JSON. */
export const linksAsJson = Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('to', ${linkKind}, 'name', ${linkName}) ORDER BY ${linkOrder})
  FROM objective_link l ${linkedTo}
  WHERE l.partnership_id = o.partnership_id AND l.objective_id = o.id
), '[]')`;

/** Projects, strategic priorities and self-evaluation items that an objective is linked to. */
export async function linksOf(
  db: Executor,
  partnershipId: string,
  objectiveId: string,
): Promise<ObjectiveLink[]> {
  if (!isId(objectiveId)) return [];
  return await rowsFrom(db, linkRow)`
    SELECT ${linkColumns}
    FROM objective_link l ${linkedTo}
    WHERE l.partnership_id = ${partnershipId}::uuid AND l.objective_id = ${objectiveId}::uuid
    ORDER BY ${linkOrder}`;
}

/** Everything that an objective can be linked to, theme by theme and list by list. */
export async function linkablesOf(db: Executor, partnershipId: string): Promise<Linkable[]> {
  return await rowsFrom(db, linkableRow)`
    SELECT "to", id, word, key, name FROM (
      SELECT CASE t.kind WHEN 'theme' THEN 1 ELSE 2 END AS rank, t.number, 'theme' AS "to", t.id, t.kind::text AS word,
        CASE t.kind WHEN 'theme' THEN t.number::text ELSE t.key END AS key,
        CASE t.kind WHEN 'theme' THEN 'theme ' || t.number || ' ' ELSE 'workstream ' END || t.name AS name, t.partnership_id
      FROM theme t
      UNION ALL
      SELECT 3, 0, 'project', j.id, 'project', j.key, j.name, j.partnership_id FROM project j
      UNION ALL
      SELECT 4, s.number, 'priority', s.id, 'priority', s.number::text, ${priorityName}, s.partnership_id
      FROM strategic_priority s
      UNION ALL
      SELECT 5, 0, 'self-evaluation', e.id, CASE e.list WHEN 'development' THEN 'area' ELSE 'strength' END, e.letter,
        ${itemName}, e.partnership_id
      FROM self_evaluation_item e
    ) x
    WHERE partnership_id = ${partnershipId}::uuid
    ORDER BY rank, number, word, name`;
}

/** By part of these objectives, the owners and deputies that it has of its own on a day. */
export async function ownersOfItems(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
  objectiveIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<Map<string, string>> {
  const day = today.toString();
  const rows = await rowsFrom(db, { itemId: uuid, names: text })`
    ${rowsAt('person')}SELECT a.item_id AS "itemId", string_agg(
      CASE a.role WHEN 'deputy' THEN 'deputy ' ELSE '' END || coalesce(p.name || ', ', '') || g.name, '; '
      ORDER BY a.role, p.name, g.name) AS names
    FROM assignment a
    LEFT JOIN person p ON p.partnership_id = a.partnership_id AND p.id = a.person_id
    JOIN organisation g ON g.partnership_id = a.partnership_id AND g.id = coalesce(p.organisation_id, a.organisation_id)
    WHERE a.partnership_id = ${partnershipId}::uuid AND a.objective_id = ANY(${onlyIds(objectiveIds)}::uuid[])
      AND a.item_id IS NOT NULL
      AND a.starts_on <= ${day}::date AND (a.ends_on IS NULL OR a.ends_on >= ${day}::date)
      AND (p.active IS NOT FALSE OR p.left_on > ${day}::date)
    GROUP BY a.item_id`;
  return new Map(rows.map(({ itemId, names }) => [itemId, names]));
}
