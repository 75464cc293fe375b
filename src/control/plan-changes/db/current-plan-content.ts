// What the current plan says, as a version of it is kept.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { bool, json, orNull, text, word } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { ObjectiveStatus, Rag, RatingKind } from '../../../generated/prisma/enums.ts';
import { assignmentInForce } from '../../../plan/objectives/db/assignees.ts';
import { linksAsJson, linksRow } from '../../../plan/objectives/db/objective-surroundings.ts';
import { themesOf, themesOfRow } from '../../../plan/objectives/db/themes-of.ts';
import { linkText } from '../../../plan/objectives/domain/objective-link.ts';
import { byRef } from '../../../plan/objectives/domain/plan-refs.ts';
import type { PlanContent } from '../domain/plan-content.ts';
import { PLAN_CONTENT_FORMAT } from '../domain/plan-content.ts';
import { contentDate, contentParts } from './plan-content-json.ts';

const names = json('the names', z.array(z.string()));

const nowRow = {
  ...{ ref: text, area: text, title: text, due: orNull(contentDate) },
  ...{ originalDue: orNull(contentDate), successMeasure: orNull(text) },
  ...{ status: word(ObjectiveStatus), closedOn: orNull(text), owners: names, deputies: names },
  ...{ themes: themesOfRow, links: linksRow, parts: contentParts, example: bool },
};

/** The content of the current plan, with who answers for it on the day. */
export async function loadCurrentContent(
  db: Executor,
  partnershipId: string,
  today: Temporal.PlainDate,
): Promise<PlanContent> {
  const areas = await rowsFrom(db, { ref: text, name: orNull(text) })`
    SELECT a.ref, a.name FROM priority_area a
    JOIN plan_version v ON v.partnership_id = a.partnership_id AND v.id = a.plan_version_id AND v.status = 'current'
    WHERE a.partnership_id = ${partnershipId}::uuid`;
  const objectives = await rowsFrom(db, nowRow)`
    SELECT o.ref, a.ref AS area, o.title,
      ${dateOf('o.due')} AS due, ${dateOf('o.original_due')} AS "originalDue",
      o.success_measure AS "successMeasure", o.status::text AS status, o.closed_on::text AS "closedOn",
      ${namesOf('owner', today)} AS owners, ${namesOf('deputy', today)} AS deputies,
      ${themesOf} AS themes, ${linksAsJson} AS links,
      coalesce((
        SELECT json_agg(json_build_object('kind', i.kind, 'ref', i.ref, 'title', i.title,
          'due', ${dateOf('i.due')}, 'status', i.status))
        FROM plan_item i
        WHERE i.partnership_id = o.partnership_id AND i.objective_id = o.id
          AND i.kind IN ('action', 'milestone', 'measure', 'risk')
      ), '[]') AS parts, o.example
    FROM objective o
    JOIN priority_area a ON a.partnership_id = o.partnership_id AND a.id = o.area_id
    JOIN plan_version v ON v.partnership_id = o.partnership_id AND v.id = o.plan_version_id AND v.status = 'current'
    WHERE o.partnership_id = ${partnershipId}::uuid`;
  const ragWordings = await rowsFrom(db, {
    rating: word(RatingKind),
    rag: word(Rag),
    wording: text,
  })`
    SELECT w.rating::text AS rating, w.rag::text AS rag, w.wording FROM rag_wording w
    JOIN plan_version v ON v.partnership_id = w.partnership_id AND v.id = w.plan_version_id AND v.status = 'current'
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
          (one, other) => byRef.compare(one.kind, other.kind) || byRef.compare(one.ref, other.ref),
        ),
      }))
      .sort((one, other) => byRef.compare(one.ref, other.ref)),
    ragWordings,
  };
}

function namesOf(role: 'owner' | 'deputy', today: Temporal.PlainDate): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT json_agg(concat_ws(', ', p.name, g.name) ORDER BY p.name NULLS LAST, g.name)
    FROM assignment s
    LEFT JOIN person p ON p.partnership_id = s.partnership_id AND p.id = s.person_id
    JOIN organisation g ON g.partnership_id = s.partnership_id AND g.id = coalesce(p.organisation_id, s.organisation_id)
    WHERE s.partnership_id = o.partnership_id AND s.objective_id = o.id
      AND s.role = ${role}::"AssignmentRole" AND ${assignmentInForce(today)}
  ), '[]')`;
}

/** The date of the columns `<columns>_text` and so on, as JSON. */
function dateOf(columns: 'o.due' | 'o.original_due' | 'i.due'): Prisma.Sql {
  const [text, precision, lastDay] = ['text', 'precision', 'last_day'].map((end) =>
    Prisma.raw(`${columns}_${end}`),
  );
  return Prisma.sql`CASE WHEN ${text} IS NULL THEN NULL
    ELSE json_build_object('text', ${text}, 'precision', ${precision}, 'lastDay', ${lastDay}) END`;
}
