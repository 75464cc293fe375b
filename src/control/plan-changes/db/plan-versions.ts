// Versions of the plan. Objectives live in the current one and move on with it; what an earlier version
// said is kept as data in its own row.

import { z } from 'zod';
import {
  bool,
  int,
  json,
  moment,
  orNull,
  text,
  uuid,
  word,
} from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant, isId, toInstant } from '../../../core/database/db/executor.ts';
import { heldIn, rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import {
  ObjectiveStatus,
  PlanVersionStatus,
  Rag,
  RatingKind,
} from '../../../generated/prisma/enums.ts';
import { linksAsJson, linksRow } from '../../../plan/objectives/db/objective-surroundings.ts';
import {
  assignmentInForce,
  byRef,
  themesOf,
  themesOfRow,
} from '../../../plan/objectives/db/objectives.ts';
import { linkText } from '../../../plan/objectives/domain/objective-link.ts';
import type { PlanVersionRepository } from '../app/plan-version-ports.ts';
import { PLAN_CONTENT_FORMAT } from '../domain/plan-content.ts';
import { contentDate, contentParts, planContent } from './plan-content-json.ts';

const versionRow = {
  ...{ id: uuid, number: int, label: text, status: word(PlanVersionStatus), frozen: bool },
  ...{ publishedAt: orNull(moment), publishedBy: orNull(text), changes: int, example: bool },
};
const names = json('the names', z.array(z.string()));
const nowRow = {
  ...{ ref: text, area: text, title: text, due: orNull(contentDate) },
  ...{ originalDue: orNull(contentDate), successMeasure: orNull(text) },
  ...{ status: word(ObjectiveStatus), closedOn: orNull(text), owners: names, deputies: names },
  ...{ themes: themesOfRow, links: linksRow, parts: contentParts, example: bool },
};

/** Versions of one partnership's plan. */
export function createPlanVersions(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): PlanVersionRepository {
  return {
    async hold() {
      await db.$executeRaw`SELECT FROM plan_version WHERE partnership_id = ${partnershipId}::uuid FOR NO KEY UPDATE`;
    },

    async list() {
      const rows = await rowsFrom(db, versionRow)`
        ${rowsAt('plan_version', 'change_request')}SELECT v.id, v.number, v.label, v.status::text AS status, v.published_at AS "publishedAt",
          p.name AS "publishedBy", v.content IS NOT NULL AS frozen, v.example,
          (SELECT count(*)::int FROM change_request c WHERE c.plan_version_id = v.id AND c.state = 'approved') AS changes
        FROM plan_version v LEFT JOIN person p ON p.id = v.published_by_id
        WHERE v.partnership_id = ${partnershipId}::uuid ORDER BY v.number`;
      return rows.map(({ publishedAt, ...facts }) => ({
        ...facts,
        publishedAt: publishedAt && toInstant(publishedAt),
      }));
    },

    async content(id) {
      if (!isId(id)) return null;
      const version = await db.planVersion.findFirst({
        where: { id, partnershipId },
        select: { content: true },
      });
      return heldIn(orNull(planContent), version?.content ?? null, id);
    },

    async readNow(today) {
      const areas = await rowsFrom(db, { ref: text, name: orNull(text) })`
        SELECT a.ref, a.name FROM priority_area a
        JOIN plan_version v ON v.id = a.plan_version_id AND v.status = 'current'
        WHERE a.partnership_id = ${partnershipId}::uuid`;
      const objectives = await rowsFrom(db, nowRow)`
        SELECT o.ref, a.ref AS area, o.title,
          ${dateOf('o.due')} AS due, ${dateOf('o.original_due')} AS "originalDue",
          o.success_measure AS "successMeasure", o.status::text AS status, o.closed_on::text AS "closedOn",
          ${namesOf('owner')} AS owners, ${namesOf('deputy')} AS deputies,
          ${themesOf} AS themes, ${linksAsJson} AS links,
          coalesce((
            SELECT json_agg(json_build_object('kind', i.kind, 'ref', i.ref, 'title', i.title,
              'due', ${dateOf('i.due')}, 'status', i.status))
            FROM plan_item i
            WHERE i.objective_id = o.id AND i.kind IN ('action', 'milestone', 'measure', 'risk')
          ), '[]') AS parts, o.example
        FROM objective o
        JOIN priority_area a ON a.id = o.area_id
        JOIN plan_version v ON v.id = o.plan_version_id AND v.status = 'current'
        WHERE o.partnership_id = ${partnershipId}::uuid`;
      const ragWordings = await rowsFrom(db, {
        rating: word(RatingKind),
        rag: word(Rag),
        wording: text,
      })`
        SELECT w.rating::text AS rating, w.rag::text AS rag, w.wording FROM rag_wording w
        JOIN plan_version v ON v.id = w.plan_version_id AND v.status = 'current'
        WHERE w.partnership_id = ${partnershipId}::uuid ORDER BY w.rating, w.rag`;
      return {
        format: PLAN_CONTENT_FORMAT,
        areas: areas.sort((one, other) => byRef.compare(one.ref, other.ref)),
        objectives: objectives
          .map(({ parts, themes, links, ...facts }) => ({
            ...facts,
            themes: themes.map(themeName),
            links: links.map(linkText),
            parts: parts.toSorted(
              (one, other) =>
                byRef.compare(one.kind, other.kind) || byRef.compare(one.ref, other.ref),
            ),
          }))
          .sort((one, other) => byRef.compare(one.ref, other.ref)),
        ragWordings,
      };

      function namesOf(role: 'owner' | 'deputy'): Prisma.Sql {
        return Prisma.sql`coalesce((
          SELECT json_agg(concat_ws(', ', p.name, g.name) ORDER BY p.name NULLS LAST, g.name)
          FROM assignment s
          LEFT JOIN person p ON p.id = s.person_id
          JOIN organisation g ON g.id = coalesce(p.organisation_id, s.organisation_id)
          WHERE s.objective_id = o.id AND s.role = ${role}::"AssignmentRole" AND ${assignmentInForce(today)}
        ), '[]')`;
      }
    },

    async freeze(id, content) {
      const { count } = await db.planVersion.updateMany({
        where: { id, partnershipId, content: { equals: Prisma.DbNull } },
        data: { content },
      });
      return count === 1;
    },

    async openDraft(label) {
      const [row] = await rowsFrom(db, { number: int })`
        INSERT INTO plan_version (id, partnership_id, number, label, status)
        SELECT gen_random_uuid(), ${partnershipId}::uuid, max(number) + 1, ${label}, 'draft'
        FROM plan_version WHERE partnership_id = ${partnershipId}::uuid
        RETURNING number`;
      return row?.number ?? 0;
    },

    async publish(draftId, content, by, at) {
      const current = await db.planVersion.findFirstOrThrow({
        where: { partnershipId, status: 'current' },
        select: { id: true },
      });
      const published = await db.$executeRaw`
        UPDATE plan_version SET status = 'current', content = ${JSON.stringify(content)}::jsonb,
          published_at = ${fromInstant(at)}, published_by_id = ${by}::uuid
        WHERE partnership_id = ${partnershipId}::uuid AND id = ${draftId}::uuid AND status = 'draft'`;
      if (published === 0) return false;
      const [from, to] = [{ planVersionId: current.id }, { planVersionId: draftId }];
      await db.planVersion.update({ where: { id: current.id }, data: { status: 'superseded' } });
      await db.priorityArea.updateMany({ where: from, data: to });
      await db.objective.updateMany({ where: from, data: to });
      await db.$executeRaw`
        INSERT INTO rag_wording (id, partnership_id, plan_version_id, rating, rag, wording, example)
        SELECT gen_random_uuid(), partnership_id, ${draftId}::uuid, rating, rag, wording, example
        FROM rag_wording WHERE plan_version_id = ${current.id}::uuid
        ON CONFLICT (plan_version_id, rating, rag) DO NOTHING`;
      return true;
    },
  };
}

/** The date of the columns `<columns>_text` and so on, as JSON. */
function dateOf(columns: 'o.due' | 'o.original_due' | 'i.due'): Prisma.Sql {
  const [text, precision, lastDay] = ['text', 'precision', 'last_day'].map((end) =>
    Prisma.raw(`${columns}_${end}`),
  );
  return Prisma.sql`CASE WHEN ${text} IS NULL THEN NULL
    ELSE json_build_object('text', ${text}, 'precision', ${precision}, 'lastDay', ${lastDay}) END`;
}
