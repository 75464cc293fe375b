// An objective's whole history, ratings and everything else. Its place in the chain and its digest are
// given to an entry by the database (trigger objective_entry_chain).

import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { bool, int, moment, orNull, text, uuid, word } from '../../../core/database/db/columns.ts';
import { isUniqueViolation } from '../../../core/database/db/database-errors.ts';
import { type Executor, fromInstant, isId, onlyIds } from '../../../core/database/db/executor.ts';
import { type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import { DuplicateRequest } from '../../../core/request/app/faults.ts';
import { noteRows } from '../../../core/request/app/trace.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { EntryKind, Rag, RatingKind } from '../../../generated/prisma/enums.ts';
import { meetingOf, meetingOfRow, toMeetingOf } from '../../objectives/db/entry-meeting.ts';
import { detailOf, joinWords, noteOf } from '../../objectives/db/entry-words.ts';
import type { HistoryReads, HistoryRepository } from '../app/plan-ports.ts';
import type { HistoryEntry } from '../domain/history-entry.ts';
import { knownBy } from '../domain/reconstruct.ts';
import { entryDetail } from './entry-detail.ts';
import { createChain } from './history-chain.ts';
import { createPartChanges } from './part-changes.ts';

const entryRow = {
  ...{
    id: uuid,
    objectiveId: uuid,
    position: int,
    kind: word(EntryKind),
    rating: word(RatingKind),
  },
  ...{ fromRag: orNull(word(Rag)), toRag: orNull(word(Rag)), note: orNull(text), at: moment },
  ...{ late: bool, version: orNull(int), detail: orNull(entryDetail), hash: text },
  ...{ supersedesId: orNull(uuid), superseded: bool, meeting: meetingOfRow },
  ...{ authorName: orNull(text), authorOrganisation: orNull(text) },
};

/** The history as it was at a moment: what came later is not in it, and had put nothing right. */
export function historyAsAt(
  db: Executor,
  partnershipId: string,
  at: Temporal.Instant,
): HistoryReads {
  const { list, listAfter, listPublished } = createHistory(db, partnershipId);
  return {
    list: async (objectiveId) => knownBy(at, await list(objectiveId)),
    listAfter: async (objectiveIds, after) => knownBy(at, await listAfter(objectiveIds, after)),
    listPublished: async (objectiveIds) => knownBy(at, await listPublished(objectiveIds)),
  };
}

/** The history of one partnership's objectives. */
export function createHistory(db: Executor, partnershipId: string): HistoryRepository {
  async function select(which: Prisma.Sql): Promise<HistoryEntry[]> {
    const rows = await rowsFrom(db, entryRow)`
      SELECT u.id, u.objective_id AS "objectiveId", u.position, u.kind::text AS kind, u.rating::text AS rating,
        u.from_rag::text AS "fromRag", u.to_rag::text AS "toRag", ${noteOf} AS note, u.at, u.late, u.version,
        ${detailOf} AS detail, u.hash,
        u.supersedes_id AS "supersedesId",
        EXISTS (SELECT FROM objective_entry l
          WHERE l.partnership_id = u.partnership_id AND l.supersedes_id = u.id) AS superseded, ${meetingOf} AS meeting,
        p.name AS "authorName", o.name AS "authorOrganisation"
      FROM objective_entry u
      ${joinWords}
      LEFT JOIN person p ON p.partnership_id = u.partnership_id AND p.id = u.author_id
      LEFT JOIN organisation o ON o.partnership_id = p.partnership_id AND o.id = p.organisation_id
      WHERE u.partnership_id = ${partnershipId}::uuid AND ${which}`;
    return rows.map(toEntry);
  }

  const appendAll: HistoryRepository['appendAll'] = async (entries) => {
    const rows = entries.map(
      ({ objectiveId, detail, authorId, requestId, at, note = null, supersedesId = null }) => ({
        ...{ id: randomUUID(), objective_id: objectiveId, kind: detail.of, note, detail },
        ...{ author_id: authorId, request_id: requestId, at, supersedes_id: supersedesId },
      }),
    );
    try {
      const { length } = await rowsFrom(db, { id: uuid })`
        INSERT INTO objective_entry (id, partnership_id, objective_id, kind, note, author_id, request_id, at,
          supersedes_id, detail)
        SELECT r.id, ${partnershipId}::uuid, r.objective_id, r.kind::"EntryKind", r.note, r.author_id, r.request_id, r.at,
          r.supersedes_id, r.detail
        FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS (id uuid, objective_id uuid, kind text,
          note text, author_id uuid, request_id text, at timestamptz, supersedes_id uuid, detail jsonb)) WITH ORDINALITY AS r
        ORDER BY r.ordinality
        RETURNING id`;
      if (length !== rows.length) throw new Error('not every entry of the history was appended');
    } catch (error) {
      if (!isUniqueViolation(error, 'objective_entry_partnership_id_request_id_key')) throw error;
      throw new DuplicateRequest('a request was recorded before', { cause: error });
    }
    const ids = rows.map(({ id }) => id);
    noteRows('entries', ids);
    return ids;
  };

  return {
    ...createChain(db, partnershipId),
    ...createPartChanges(db, partnershipId),

    async append(entry) {
      const [id] = await appendAll([entry]);
      if (id === undefined)
        throw new Error('an entry of the history was appended and is not there');
      return { id };
    },

    appendAll,

    async list(objectiveId) {
      if (!isId(objectiveId)) return [];
      return await select(Prisma.sql`u.objective_id = ${objectiveId}::uuid ORDER BY u.position`);
    },

    async listAfter(objectiveIds, after) {
      return await select(Prisma.sql`u.objective_id = ANY(${onlyIds(objectiveIds)}::uuid[])
        AND u.at > ${fromInstant(after)} ORDER BY u.seq DESC`);
    },

    async listPublished(objectiveIds) {
      return await select(Prisma.sql`u.objective_id = ANY(${onlyIds(objectiveIds)}::uuid[])
        AND u.kind = 'published' AND u.version IS NULL ORDER BY u.seq`);
    },
  };
}

function toEntry({
  authorName,
  authorOrganisation,
  meeting,
  ...facts
}: RowOf<typeof entryRow>): HistoryEntry {
  const author =
    authorName === null ? null : { name: authorName, organisation: authorOrganisation ?? '' };
  return { ...facts, author, ...toMeetingOf(meeting) };
}
