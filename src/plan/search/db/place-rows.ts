// Every row that words can be about, and the place that it is shown at.
import { Prisma } from '../../../generated/prisma/client.ts';

/** Columns `type` (the table), `id`, `kind`, `ref`, `name`, `rank` (objectives first). */
export function placeRows(partnershipId: string): Prisma.Sql {
  const ours = Prisma.sql`partnership_id = ${partnershipId}::uuid`;
  const current = Prisma.sql`JOIN plan_version v ON v.partnership_id = o.partnership_id AND v.id = o.plan_version_id AND v.status = 'current'`;
  return Prisma.join(
    [
      Prisma.sql`SELECT 'objective' AS type, o.id, 'objective' AS kind, o.ref, o.title AS name, 1 AS rank
        FROM objective o ${current} WHERE o.${ours}`,
      Prisma.sql`SELECT 'plan_item', i.id, i.kind::text, o.ref, i.ref || ' ' || i.title, 2
        FROM plan_item i JOIN objective o ON o.partnership_id = i.partnership_id AND o.id = i.objective_id ${current} WHERE i.${ours}`,
      Prisma.sql`SELECT 'kpi', k.id, 'kpi', k.number::text, k.name, 3 FROM kpi k WHERE k.${ours}`,
      Prisma.sql`SELECT 'footnote', f.id, 'kpi-table', CASE h.kind WHEN 'theme' THEN 'theme ' || h.number ELSE h.name END, t.title, 4
        FROM footnote f JOIN kpi_table t ON t.partnership_id = f.partnership_id AND t.id = f.table_id JOIN theme h ON h.partnership_id = t.partnership_id AND h.id = t.theme_id WHERE f.${ours}`,
      Prisma.sql`SELECT 'kpi_table', t.id, 'kpi-table', CASE h.kind WHEN 'theme' THEN 'theme ' || h.number ELSE h.name END, t.title, 4
        FROM kpi_table t JOIN theme h ON h.partnership_id = t.partnership_id AND h.id = t.theme_id WHERE t.${ours}`,
      Prisma.sql`SELECT 'theme', h.id, h.kind::text, CASE h.kind WHEN 'theme' THEN h.number::text ELSE h.key END, h.name, 4
        FROM theme h WHERE h.${ours}`,
      Prisma.sql`SELECT 'project', j.id, 'project', j.key, j.name, 5 FROM project j WHERE j.${ours}`,
      Prisma.sql`SELECT 'objective_entry', e.id, 'note', o.ref, o.title || ', ' || to_char(e.at AT TIME ZONE p.time_zone, 'FMDD Mon YYYY'), 6
        FROM objective_entry e JOIN objective o ON o.partnership_id = e.partnership_id AND o.id = e.objective_id ${current} JOIN partnership p ON p.id = e.partnership_id
        WHERE e.${ours} AND NOT EXISTS (SELECT FROM objective_entry c
          WHERE c.partnership_id = e.partnership_id AND c.supersedes_id = e.id)`,
      Prisma.sql`SELECT 'plan_statement', s.id, 'statement', s.list, coalesce(s.heading, replace(s.list, '-', ' ')), 7
        FROM plan_statement s WHERE s.${ours}`,
      Prisma.sql`SELECT 'voice', c.id, 'voice', c.ordinal::text, c.role, 7 FROM voice c WHERE c.${ours}`,
      Prisma.sql`SELECT 'strategic_priority', s.id, 'priority', s.number::text, s.name, 7 FROM strategic_priority s WHERE s.${ours}`,
      Prisma.sql`SELECT 'self_evaluation_item', e.id, CASE e.list WHEN 'development' THEN 'area' ELSE 'strength' END, e.letter, e.heading, 7
        FROM self_evaluation_item e WHERE e.${ours}`,
      Prisma.sql`SELECT 'glossary_term', g.id, 'term', g.term, g.meaning, 8 FROM glossary_term g WHERE g.${ours}`,
      Prisma.sql`SELECT 'forum', f.id, 'forum', f.key, f.name, 8 FROM forum f WHERE f.${ours}`,
      Prisma.sql`SELECT 'meeting', m.id, 'meeting', f.key, m.title || ', ' || to_char(m.held_on, 'FMDD Mon YYYY'), 8
        FROM meeting m JOIN forum f ON f.partnership_id = m.partnership_id AND f.id = m.forum_id WHERE m.${ours}`,
      Prisma.sql`SELECT 'organisation', g.id, 'organisation', g.key, g.name, 8 FROM organisation g WHERE g.${ours}`,
      Prisma.sql`SELECT 'source_document', d.id, 'document', d.doc, d.title, 9 FROM source_document d WHERE d.${ours}`,
      Prisma.sql`SELECT 'priority_area', a.id, 'priority-area', a.ref, coalesce(a.name, 'area ' || a.ref), 5
        FROM priority_area a JOIN plan_version v ON v.partnership_id = a.partnership_id AND v.id = a.plan_version_id AND v.status = 'current' WHERE a.${ours}`,
      Prisma.sql`SELECT 'partnership', p.id, 'plan', p.key, p.name, 9 FROM partnership p WHERE p.id = ${partnershipId}::uuid`,
      Prisma.sql`SELECT 'plan_version', v.id, 'plan', v.number::text, v.label, 9 FROM plan_version v WHERE v.${ours} AND v.status = 'current'`,
    ],
    ' UNION ALL ',
  );
}
