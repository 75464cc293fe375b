// Reads the ratings that were recorded of objectives. History only grows: the database refuses the rest.
import {
  bool,
  int,
  moment,
  oneOf,
  orNull,
  text,
  uuid,
  word,
} from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant, isId, onlyIds } from '../../../core/database/db/executor.ts';
import { type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { Rag, RatingKind } from '../../../generated/prisma/enums.ts';
import type { ObjectiveRepository, RecordedUpdate } from '../app/objective-ports.ts';
import type { StatusEntry } from '../domain/objective.ts';
import { ratingStory } from '../domain/rating-story.ts';
import { meetingOf, meetingOfRow, toMeetingOf } from './entry-meeting.ts';
import { joinWords, noteOf } from './entry-words.ts';
import { inEffect, ofPresentRuns } from './present-runs.ts';

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

/** What was recorded of the ratings of one partnership’s objectives. */
export function createStatusEntries(
  db: Executor,
  partnershipId: string,
): Pick<
  ObjectiveRepository,
  'history' | 'ratingStories' | 'updatesSince' | 'findUpdateByRequest' | 'findInEffect'
> {
  async function selectUpdates(which: Prisma.Sql): Promise<RecordedUpdate[]> {
    const rows = await rowsFrom(db, entryRow)`
      SELECT u.id, u.objective_id AS "objectiveId", b.ref, u.kind::text AS kind, u.rating::text AS rating,
        u.supersedes_id AS "supersedesId",
        EXISTS (SELECT FROM objective_entry l
          WHERE l.partnership_id = u.partnership_id AND l.supersedes_id = u.id) AS superseded, u.from_rag::text AS "fromRag",
        u.to_rag::text AS "toRag", ${noteOf} AS note, u.at, u.late, u.version, ${meetingOf} AS meeting,
        u.author_id AS "authorId", p.name AS "authorName", o.name AS "authorOrganisation"
      FROM objective_entry u
      ${joinWords}
      JOIN objective b ON b.partnership_id = u.partnership_id AND b.id = u.objective_id
      LEFT JOIN person p ON p.partnership_id = u.partnership_id AND p.id = u.author_id
      LEFT JOIN organisation o ON o.partnership_id = p.partnership_id AND o.id = p.organisation_id
      WHERE u.partnership_id = ${partnershipId}::uuid AND u.version IS NOT NULL AND ${which}`;
    return rows.map(toUpdate);
  }

  return {
    async history(objectiveId, limit, until) {
      if (!isId(objectiveId)) return [];
      const early = until ? Prisma.sql`u.at < ${fromInstant(until)}` : Prisma.sql`true`;
      return await selectUpdates(
        Prisma.sql`u.objective_id = ${objectiveId}::uuid AND ${early} ORDER BY u.version DESC LIMIT ${limit}`,
      );
    },

    async ratingStories(objectiveIds, { rating = 'delivery', until } = {}) {
      const runs = new Map<string, RecordedUpdate[]>();
      for (const entry of await selectUpdates(
        ofPresentRuns(partnershipId, objectiveIds, rating, until),
      ))
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
  };
}

function toUpdate({
  authorName,
  authorOrganisation,
  meeting,
  ...facts
}: RowOf<typeof entryRow>): RecordedUpdate {
  const author =
    authorName === null ? null : { name: authorName, organisation: authorOrganisation ?? '' };
  return { ...facts, author, ...toMeetingOf(meeting) };
}

function updatesOf(of: string | readonly string[] | null): Prisma.Sql {
  if (of === null) return Prisma.empty;
  return typeof of === 'string'
    ? Prisma.sql`AND EXISTS (SELECT FROM objective_theme x
        WHERE x.partnership_id = u.partnership_id AND x.objective_id = u.objective_id AND x.theme_id = ${of}::uuid)`
    : Prisma.sql`AND u.objective_id = ANY(${onlyIds(of)}::uuid[])`;
}
