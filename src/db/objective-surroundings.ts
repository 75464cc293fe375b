// What stands around an objective: what it serves, and who answers for its actions and milestones.
import type { Temporal } from 'temporal-polyfill';
import { type Executor, isId } from './executor.ts';
import type { RowsAt } from './rows-at.ts';

type Link = { readonly to: 'project' | 'priority' | 'self-evaluation'; readonly name: string };

/** Projects, strategic priorities and self-evaluation items that an objective is linked to. */
export async function linksOf(
  db: Executor,
  partnershipId: string,
  objectiveId: string,
): Promise<Link[]> {
  if (!isId(objectiveId)) return [];
  return await db.$queryRaw<Link[]>`
    SELECT CASE WHEN j.id IS NOT NULL THEN 'project' WHEN s.id IS NOT NULL THEN 'priority' ELSE 'self-evaluation' END AS "to",
      coalesce(j.name, s.number || ' ' || s.name,
        CASE e.list WHEN 'development' THEN 'area for development ' ELSE 'strength ' END || e.letter || ': ' || e.heading) AS name
    FROM objective_link l
    LEFT JOIN project j ON j.id = l.project_id
    LEFT JOIN strategic_priority s ON s.id = l.priority_id
    LEFT JOIN self_evaluation_item e ON e.id = l.self_evaluation_item_id
    WHERE l.partnership_id = ${partnershipId}::uuid AND l.objective_id = ${objectiveId}::uuid
    ORDER BY 1, s.number, e.list, e.letter, 2`;
}

/** By part, the owners and deputies that it has of its own on a day. */
export async function ownersOfItems(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
  objectiveId: string,
  today: Temporal.PlainDate,
): Promise<Map<string, string>> {
  if (!isId(objectiveId)) return new Map();
  const day = today.toString();
  const rows = await db.$queryRaw<{ itemId: string; names: string }[]>`
    ${rowsAt('person')}SELECT a.item_id AS "itemId", string_agg(
      CASE a.role WHEN 'deputy' THEN 'deputy ' ELSE '' END || coalesce(p.name || ', ', '') || g.name, '; '
      ORDER BY a.role, p.name, g.name) AS names
    FROM assignment a
    LEFT JOIN person p ON p.id = a.person_id
    JOIN organisation g ON g.id = coalesce(p.organisation_id, a.organisation_id)
    WHERE a.partnership_id = ${partnershipId}::uuid AND a.objective_id = ${objectiveId}::uuid
      AND a.item_id IS NOT NULL
      AND a.starts_on <= ${day}::date AND (a.ends_on IS NULL OR a.ends_on >= ${day}::date)
      AND (p.active IS NOT FALSE OR p.left_on > ${day}::date)
    GROUP BY a.item_id`;
  return new Map(rows.map(({ itemId, names }) => [itemId, names]));
}
