// Themes, their projects and the areas of the plan in force, as the office adds and renames them.

import { int, orNull, text } from '../../database/db/columns.ts';
import type { Executor } from '../../database/db/executor.ts';
import { rowsFrom } from '../../database/db/rows.ts';
import type { ThemeRepository } from '../app/theme-ports.ts';

/** Those of one partnership. */
export function createThemes(db: Executor, partnershipId: string): ThemeRepository {
  return {
    async projects() {
      return await db.project.findMany({
        where: { partnershipId },
        select: { id: true, name: true, themeId: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      });
    },

    async areas() {
      return await rowsFrom(db, { ref: text, name: orNull(text), objectives: int })`
        SELECT a.ref, a.name, (
          SELECT count(*)::int FROM objective o WHERE o.partnership_id = a.partnership_id AND o.area_id = a.id
        ) AS objectives
        FROM priority_area a
        JOIN plan_version v ON v.partnership_id = a.partnership_id AND v.id = a.plan_version_id AND v.status = 'current'
        WHERE a.partnership_id = ${partnershipId}::uuid ORDER BY a.ref`;
    },

    // Rows of a workbook name each other by the key; a name that is new makes one of its own there as well.
    async add({ kind, number, name }) {
      await db.$executeRaw`
        INSERT INTO theme (id, partnership_id, key, kind, number, name)
        SELECT i.id, ${partnershipId}::uuid, i.id::text, ${kind}::"ThemeKind", ${number}, ${name}
        FROM (SELECT gen_random_uuid() AS id) i`;
    },

    async rename(id, name) {
      await db.theme.updateMany({ where: { partnershipId, id }, data: { name } });
    },

    async addProject(themeId, name) {
      await db.$executeRaw`
        INSERT INTO project (id, partnership_id, theme_id, key, name)
        SELECT i.id, ${partnershipId}::uuid, ${themeId}::uuid, i.id::text, ${name} FROM (SELECT gen_random_uuid() AS id) i`;
    },

    async renameProject(id, name) {
      await db.project.updateMany({ where: { partnershipId, id }, data: { name } });
    },

    async nameArea(ref, name) {
      await db.$executeRaw`
        INSERT INTO priority_area (id, partnership_id, plan_version_id, ref, name)
        SELECT gen_random_uuid(), v.partnership_id, v.id, ${ref}, ${name} FROM plan_version v
        WHERE v.partnership_id = ${partnershipId}::uuid AND v.status = 'current'
        ON CONFLICT (partnership_id, plan_version_id, ref) DO UPDATE SET name = excluded.name`;
    },
  };
}
