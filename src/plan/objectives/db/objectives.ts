// Objectives of the current plan and their history. History only grows: the database refuses the rest.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  bool,
  int,
  json,
  moment,
  oneOf,
  orNull,
  text,
  uuid,
  word,
} from '../../../core/database/db/columns.ts';
import {
  type Executor,
  fromInstant,
  isId,
  onlyIds,
  toFuzzyDate,
  toInstant,
} from '../../../core/database/db/executor.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import { type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import {
  DatePrecision,
  ObjectiveStatus,
  Rag,
  RatingKind,
} from '../../../generated/prisma/enums.ts';
import type { ObjectiveRepository, RecordedUpdate } from '../app/objective-ports.ts';
import type { Assignee, Objective, StatusEntry, ThemeRef } from '../domain/objective.ts';
import { ratingStory } from '../domain/rating-story.ts';
import { meetingOf, meetingOfRow, toMeetingOf } from './entry-meeting.ts';
import { linkablesOf, linksOf, ownersOfItems } from './objective-surroundings.ts';
import { inEffect, ofPresentRuns } from './present-runs.ts';

/** What `themesOf` gives. */
export const themesOfRow = json(
  'the themes',
  schemaOf<readonly ThemeRef[]>()(
    z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['theme', 'workstream']),
        number: z.number(),
        name: z.string(),
        placingIsExample: z.boolean(),
      }),
    ),
  ),
);

const assigneesOfRow = json(
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

const objectiveRow = {
  ...{ id: uuid, ref: text, title: text, areaRef: text, areaName: orNull(text), version: int },
  dueText: orNull(text),
  duePrecision: orNull(word(DatePrecision)),
  dueLastDay: orNull(text),
  originalDueText: orNull(text),
  originalDuePrecision: orNull(word(DatePrecision)),
  originalDueLastDay: orNull(text),
  ...{ successMeasure: orNull(text), rag: orNull(word(Rag)), impactRag: orNull(word(Rag)) },
  ...{ status: word(ObjectiveStatus), closedOn: orNull(text), example: bool },
  ...{ themes: themesOfRow, assignees: assigneesOfRow },
};

const entryRow = {
  ...{ id: uuid, objectiveId: uuid, ref: text, rating: word(RatingKind), version: int },
  kind: oneOf<StatusEntry['kind']>({
    ...{ published: true, update: true, same: true, undo: true, amend: true, board: true },
  }),
  ...{ supersedesId: orNull(uuid), superseded: bool, meeting: meetingOfRow },
  ...{ fromRag: orNull(word(Rag)), toRag: orNull(word(Rag)), note: orNull(text), at: moment },
  ...{ late: bool, authorId: orNull(uuid) },
  ...{ authorName: orNull(text), authorOrganisation: orNull(text) },
};

/** References in the order of people: 2B:2 before 10A:1. */
export const byRef = new Intl.Collator('en', { numeric: true });

/** Objectives of one partnership. */
export function createObjectives(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): Omit<ObjectiveRepository, 'appendUpdate'> {
  async function select(which: Prisma.Sql, today: Temporal.PlainDate): Promise<Objective[]> {
    const rows = await rowsFrom(db, objectiveRow)`
      ${rowsAt('person', 'absence')}SELECT o.id, o.ref, o.title, a.ref AS "areaRef", a.name AS "areaName", o.due_text AS "dueText",
        o.due_precision::text AS "duePrecision", o.due_last_day::text AS "dueLastDay",
        o.original_due_text AS "originalDueText", o.original_due_precision::text AS "originalDuePrecision",
        o.original_due_last_day::text AS "originalDueLastDay", o.success_measure AS "successMeasure",
        o.rag::text AS rag, o.impact_rag::text AS "impactRag", o.status::text AS status,
        o.closed_on::text AS "closedOn", o.version, o.example,
        ${themesOf} AS themes, ${assigneesOf(today)} AS assignees
      FROM objective o
      JOIN plan_version v ON v.id = o.plan_version_id AND v.status = 'current'
      JOIN priority_area a ON a.id = o.area_id
      WHERE o.partnership_id = ${partnershipId}::uuid AND ${which}`;
    return rows.map(toObjective).sort((one, other) => byRef.compare(one.ref, other.ref));
  }

  async function selectUpdates(which: Prisma.Sql): Promise<RecordedUpdate[]> {
    const rows = await rowsFrom(db, entryRow)`
      SELECT u.id, u.objective_id AS "objectiveId", b.ref, u.kind::text AS kind, u.rating::text AS rating,
        u.supersedes_id AS "supersedesId",
        EXISTS (SELECT FROM objective_entry l WHERE l.supersedes_id = u.id) AS superseded, u.from_rag::text AS "fromRag",
        u.to_rag::text AS "toRag", u.note, u.at, u.late, u.version, ${meetingOf} AS meeting,
        u.author_id AS "authorId", p.name AS "authorName", o.name AS "authorOrganisation"
      FROM objective_entry u
      JOIN objective b ON b.id = u.objective_id
      LEFT JOIN person p ON p.id = u.author_id
      LEFT JOIN organisation o ON o.id = p.organisation_id
      WHERE u.partnership_id = ${partnershipId}::uuid AND u.version IS NOT NULL AND ${which}`;
    return rows.map(toUpdate);
  }

  return {
    async findByKey(refKey, today) {
      return await select(Prisma.sql`o.ref_key = ${refKey}`, today);
    },

    async findByKeys(refKeys, today) {
      if (refKeys.length === 0) return [];
      // The ids first: PostgreSQL would plan the whole statement anew each time for what it expects of so many keys.
      return await select(
        Prisma.sql`o.id = ANY(ARRAY(
          SELECT n.id FROM objective n
          WHERE n.partnership_id = ${partnershipId}::uuid AND n.ref_key = ANY(${[...refKeys]}::text[])))`,
        today,
      );
    },

    async find(id, today) {
      if (!isId(id)) return null;
      const [objective] = await select(Prisma.sql`o.id = ${id}::uuid`, today);
      return objective ?? null;
    },

    async listNames() {
      const names = await db.objective.findMany({
        where: { partnershipId, planVersion: { status: 'current' } },
        select: { id: true, ref: true, title: true },
      });
      return names.sort((one, other) => byRef.compare(one.ref, other.ref));
    },

    async list(today, { personId, themeId, ids } = {}) {
      const filters = [
        // What is closed is looked up by its reference; it is on nobody's list.
        ids === undefined ? Prisma.sql`o.status = 'open'` : Prisma.sql`true`,
        ...(personId === undefined ? [] : [assignedTo(personId, today)]),
        ...(themeId === undefined
          ? []
          : [
              Prisma.sql`EXISTS (SELECT FROM objective_theme x WHERE x.objective_id = o.id AND x.theme_id::text = ${themeId})`,
            ]),
        ...(ids === undefined ? [] : [Prisma.sql`o.id = ANY(${onlyIds(ids)}::uuid[])`]),
      ];
      return await select(Prisma.join(filters, ' AND '), today);
    },

    async history(objectiveId, limit, until) {
      if (!isId(objectiveId)) return [];
      const early = until ? Prisma.sql`u.at < ${fromInstant(until)}` : Prisma.sql`true`;
      return await selectUpdates(
        Prisma.sql`u.objective_id = ${objectiveId}::uuid AND ${early} ORDER BY u.version DESC LIMIT ${limit}`,
      );
    },

    async ratingStories(objectiveIds, { rating = 'delivery', until } = {}) {
      const runs = new Map<string, RecordedUpdate[]>();
      for (const entry of await selectUpdates(ofPresentRuns(objectiveIds, rating, until)))
        runs.set(entry.objectiveId, [...(runs.get(entry.objectiveId) ?? []), entry]);
      return new Map(
        [...runs].flatMap(([id, entries]) => {
          const story = ratingStory(entries, rating);
          return story ? [[id, story] as const] : [];
        }),
      );
    },

    async updatesSince(of, since, until) {
      if (typeof of === 'string' && !isId(of)) return [];
      return await selectUpdates(Prisma.sql`u.kind <> 'published'
        AND u.at > ${fromInstant(since)} AND u.at <= ${fromInstant(until)}
        ${updatesOf(of)} ORDER BY u.at, u.seq`);
    },

    async findUpdateByRequest(requestId) {
      const [update] = await selectUpdates(Prisma.sql`u.request_id = ${requestId}`);
      return update ?? null;
    },

    async findInEffect({ objectiveId, authorId, rating }) {
      const filters = [
        inEffect(Prisma.sql`u`),
        ...(objectiveId === undefined ? [] : [Prisma.sql`u.objective_id::text = ${objectiveId}`]),
        ...(authorId === undefined ? [] : [Prisma.sql`u.author_id::text = ${authorId}`]),
        ...(rating === undefined ? [] : [Prisma.sql`u.rating::text = ${rating}`]),
      ];
      const [update] = await selectUpdates(
        Prisma.sql`${Prisma.join(filters, ' AND ')} ORDER BY u.seq DESC LIMIT 1`,
      );
      return update ?? null;
    },

    links: (objectiveId) => linksOf(db, partnershipId, objectiveId),
    linkables: () => linkablesOf(db, partnershipId),
    ownersOfItems: (objectiveId, today) =>
      ownersOfItems(db, partnershipId, rowsAt, objectiveId, today),

    async sources(objectiveId) {
      if (!isId(objectiveId)) return [];
      return await rowsFrom(db, { document: text, line: int })`
        ${rowsAt('source_document')}SELECT d.title AS document, s.line FROM source_reference s
        JOIN source_document d ON d.id = s.document_id
        WHERE s.partnership_id = ${partnershipId}::uuid AND s.subject_type = 'objective'
          AND s.subject_id = ${objectiveId}::uuid
        GROUP BY d.id, d.doc, d.title, s.line ORDER BY d.doc, s.line`;
    },
  };
}

/** The themes of the objective `o` as JSON. */
export const themesOf = Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('id', t.id, 'kind', t.kind, 'number', t.number, 'name', t.name, 'placingIsExample', x.example)
    ORDER BY t.kind, t.number)
  FROM objective_theme x JOIN theme t ON t.id = x.theme_id
  WHERE x.objective_id = o.id
), '[]')`;

/** Owners, deputies, and whoever covers for one of them who is away. */
function assigneesOf(today: Temporal.PlainDate): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT json_agg(json_build_object('role', a.role, 'personId', a.id, 'name', a.name, 'organisation', a.organisation)
      ORDER BY a.rank, a.name NULLS LAST, a.organisation)
    FROM (
      SELECT s.role::text AS role, CASE s.role WHEN 'owner' THEN 1 ELSE 2 END AS rank, p.id, p.name, g.name AS organisation
      FROM assignment s
      LEFT JOIN person p ON p.id = s.person_id
      JOIN organisation g ON g.id = coalesce(p.organisation_id, s.organisation_id)
      WHERE s.objective_id = o.id AND ${assignmentInForce(today)}
      UNION
      SELECT 'cover', 3, c.id, c.name, g.name
      FROM assignment s
      JOIN person p ON p.id = s.person_id
      ${coverOf(today)}
      JOIN organisation g ON g.id = c.organisation_id
      WHERE s.objective_id = o.id AND ${assignmentInForce(today)}
    ) a
  ), '[]')`;
}

function assignedTo(personId: string, today: Temporal.PlainDate): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM assignment s JOIN person p ON p.id = s.person_id
    WHERE s.objective_id = o.id AND s.person_id::text = ${personId} AND ${assignmentInForce(today)}
    UNION ALL
    SELECT FROM assignment s JOIN person p ON p.id = s.person_id ${coverOf(today)}
    WHERE s.objective_id = o.id AND c.id::text = ${personId} AND ${assignmentInForce(today)})`;
}

/** Joins `c`, who has agreed to cover for the person of the assignment `s`, away on the day. */
function coverOf(today: Temporal.PlainDate): Prisma.Sql {
  const day = Prisma.sql`${today.toString()}::date`;
  return Prisma.sql`JOIN absence w ON w.person_id = s.person_id AND w.active AND w.cover_state = 'accepted'
      AND ${day} BETWEEN w.starts_on AND w.ends_on
    JOIN person c ON c.id = w.cover_id AND c.active`;
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

function toObjective({
  dueText,
  duePrecision,
  dueLastDay,
  originalDueText,
  originalDuePrecision,
  originalDueLastDay,
  closedOn,
  ...facts
}: RowOf<typeof objectiveRow>): Objective {
  return {
    ...facts,
    due: toFuzzyDate(dueText, duePrecision, dueLastDay),
    originalDue: toFuzzyDate(originalDueText, originalDuePrecision, originalDueLastDay),
    closedOn: closedOn === null ? null : Temporal.PlainDate.from(closedOn),
  };
}

function toUpdate({
  at,
  authorName,
  authorOrganisation,
  meeting,
  ...facts
}: RowOf<typeof entryRow>): RecordedUpdate {
  const author =
    authorName === null ? null : { name: authorName, organisation: authorOrganisation ?? '' };
  return { ...facts, author, at: toInstant(at), ...toMeetingOf(meeting) };
}

function updatesOf(of: string | readonly string[] | null): Prisma.Sql {
  if (of === null) return Prisma.empty;
  return typeof of === 'string'
    ? Prisma.sql`AND EXISTS (SELECT FROM objective_theme x WHERE x.objective_id = u.objective_id AND x.theme_id = ${of}::uuid)`
    : Prisma.sql`AND u.objective_id = ANY(${onlyIds(of)}::uuid[])`;
}
