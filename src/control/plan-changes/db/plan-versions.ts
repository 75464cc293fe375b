// Versions of the plan. Objectives live in the current one and move on with it; what an earlier version
// said is kept as data in its own row.

import type { Temporal } from 'temporal-polyfill';
import { bool, int, moment, orNull, text, uuid, word } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant, isId } from '../../../core/database/db/executor.ts';
import { heldIn, rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { isOneOf } from '../../../core/message/domain/narrow.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import type { RagWordingReads } from '../../../cycle/ratings/app/rag-wording-ports.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { PlanVersionStatus } from '../../../generated/prisma/enums.ts';
import type { ObjectiveReads } from '../../../plan/objectives/app/objective-ports.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { linkText } from '../../../plan/objectives/domain/objective-link.ts';
import type { PlanItemReads } from '../../../plan/plan-items/app/plan-item-ports.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import type { PlanVersionReads, PlanVersionRepository } from '../app/plan-version-ports.ts';
import { namesOf } from '../domain/plan-change.ts';
import {
  type ContentDate,
  type ContentObjective,
  PLAN_CONTENT_FORMAT,
  type PlanContent,
  planPartKinds,
} from '../domain/plan-content.ts';
import { loadCurrentContent } from './current-plan-content.ts';
import { planContent } from './plan-content-json.ts';

const versionRow = {
  ...{ id: uuid, number: int, label: text, status: word(PlanVersionStatus), frozen: bool },
  ...{ publishedAt: orNull(moment), publishedBy: orNull(text), changes: int, example: bool },
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
      return await rowsFrom(db, versionRow)`
        ${rowsAt('plan_version', 'change_request')}SELECT v.id, v.number, v.label, v.status::text AS status, v.published_at AS "publishedAt",
          p.name AS "publishedBy", v.content IS NOT NULL AS frozen, v.example,
          (SELECT count(*)::int FROM change_request c
            WHERE c.partnership_id = v.partnership_id AND c.plan_version_id = v.id AND c.state = 'approved') AS changes
        FROM plan_version v LEFT JOIN person p ON p.partnership_id = v.partnership_id AND p.id = v.published_by_id
        WHERE v.partnership_id = ${partnershipId}::uuid ORDER BY v.number`;
    },

    async content(id) {
      if (!isId(id)) return null;
      const version = await db.planVersion.findFirst({
        where: { id, partnershipId },
        select: { content: true },
      });
      return heldIn(orNull(planContent), version?.content ?? null, id);
    },

    readNow: (today) => loadCurrentContent(db, partnershipId, today),

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
      const from = { partnershipId, planVersionId: current.id };
      const to = { planVersionId: draftId };
      await db.planVersion.updateMany({
        where: { partnershipId, id: current.id },
        data: { status: 'superseded' },
      });
      await db.priorityArea.updateMany({ where: from, data: to });
      await db.objective.updateMany({ where: from, data: to });
      await db.$executeRaw`
        INSERT INTO rag_wording (id, partnership_id, plan_version_id, rating, rag, wording, example)
        SELECT gen_random_uuid(), partnership_id, ${draftId}::uuid, rating, rag, wording, example
        FROM rag_wording WHERE partnership_id = ${partnershipId}::uuid AND plan_version_id = ${current.id}::uuid
        ON CONFLICT (partnership_id, plan_version_id, rating, rag) DO NOTHING`;
      return true;
    },
  };
}

/** What of the same moment the plan is put together from. */
type Then = {
  readonly objectives: ObjectiveReads;
  readonly items: PlanItemReads;
  readonly ragWordings: RagWordingReads;
};

/** Versions of one partnership's plan as they were at a moment. */
export function planVersionsAsAt(
  db: Executor,
  partnershipId: string,
  rowsThen: RowsAt,
  then: Then,
): PlanVersionReads {
  const { list, content, readNow } = createPlanVersions(db, partnershipId, rowsThen);
  return {
    list,
    content,
    readNow: async (today) => await contentThen({ ...then, readNow }, today),
  };
}

/** What the plan said, in the order of `readNow` of what it says now. */
async function contentThen(
  { objectives, items, ragWordings, readNow }: Then & Pick<PlanVersionReads, 'readNow'>,
  today: Temporal.PlainDate,
): Promise<PlanContent> {
  const ids = (await objectives.listNames()).map(({ id }) => id);
  const [then, parts, wordings, now] = await Promise.all([
    objectives.list(today, { ids }),
    items.list({ objectiveIds: ids, kinds: planPartKinds }),
    ragWordings.list(),
    readNow(today),
  ]);
  const areas = new Set(then.map(({ areaRef }) => areaRef));
  const addedLater = (ref: string) =>
    !areas.has(ref) && now.objectives.some(({ area }) => area === ref);
  return {
    format: PLAN_CONTENT_FORMAT,
    areas: now.areas.filter(({ ref }) => !addedLater(ref)),
    objectives: await Promise.all(
      then.map(async (objective) => ({
        ...contentOf(
          objective,
          parts.filter(({ objectiveId }) => objectiveId === objective.id),
        ),
        links: (await objectives.links(objective.id)).map(linkText),
      })),
    ),
    ragWordings: wordings.map(({ rating, rag, wording }) => ({ rating, rag, wording })),
  };
}

function contentOf(objective: Objective, parts: readonly PlanItem[]): ContentObjective {
  const { ref, areaRef, title, successMeasure, status, closedOn, example } = objective;
  return {
    ...{ ref, area: areaRef, title, successMeasure, status, example },
    due: contentDate(objective.due),
    originalDue: contentDate(objective.originalDue),
    closedOn: closedOn?.toString() ?? null,
    owners: namesOf(objective, 'owner'),
    deputies: namesOf(objective, 'deputy'),
    themes: objective.themes.map(themeName),
    parts: parts
      .flatMap(({ kind, due, ...part }) =>
        isPlanPart(kind)
          ? [{ kind, ref: part.ref, title: part.title, due: contentDate(due), status: part.status }]
          : [],
      )
      .sort((one, other) => (one.kind < other.kind ? -1 : Number(one.kind > other.kind))),
  };
}

function isPlanPart(kind: PlanItem['kind']): kind is (typeof planPartKinds)[number] {
  return isOneOf(planPartKinds, kind);
}

function contentDate(date: FuzzyDate | null): ContentDate | null {
  return date && { ...date, lastDay: date.lastDay.toString() };
}
