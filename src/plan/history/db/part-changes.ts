// Reads what was changed of the parts of an objective, and by which request.
import { bool, moment, orNull, text, uuid } from '../../../core/database/db/columns.ts';
import { type Executor, isId } from '../../../core/database/db/executor.ts';
import { type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import { InvariantError } from '../../../core/request/app/faults.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { detailOf, joinWords } from '../../objectives/db/entry-words.ts';
import type { HistoryReadsNow } from '../app/plan-ports.ts';
import { type PartChange, undoableKinds } from '../domain/part-changes.ts';
import { entryDetail } from './entry-detail.ts';

const changeRow = {
  ...{ id: uuid, objectiveId: uuid, requestId: text, authorId: orNull(uuid), author: orNull(text) },
  ...{ at: moment, supersedesId: orNull(uuid), superseded: bool, detail: entryDetail },
};

/** What finds the changes of one partnership's parts. */
export function createPartChanges(
  db: Executor,
  partnershipId: string,
): Pick<HistoryReadsNow, 'partChanges'> {
  return {
    async partChanges(of) {
      const id = 'objectiveId' in of ? of.objectiveId : of.latestOf;
      if (!isId(id)) return [];
      const objective = 'objectiveId' in of ? Prisma.sql`${id}::uuid` : latestOf(partnershipId, id);
      const rows = await rowsFrom(db, changeRow)`
        SELECT u.id, u.objective_id AS "objectiveId", u.request_id AS "requestId", u.author_id AS "authorId", p.name AS author,
          u.at, u.supersedes_id AS "supersedesId",
          EXISTS (SELECT FROM objective_entry l
            WHERE l.partnership_id = u.partnership_id AND l.supersedes_id = u.id) AS superseded,
          ${detailOf} AS detail
        FROM objective_entry u
        ${joinWords}
        LEFT JOIN person p ON p.partnership_id = u.partnership_id AND p.id = u.author_id
        WHERE u.partnership_id = ${partnershipId}::uuid AND u.kind = 'item' AND u.objective_id = ${objective}
        ORDER BY u.position`;
      return rows.map(toChange);
    },
  };
}

/** The objective of which the person changed a part last that can be taken back, and has not. */
function latestOf(partnershipId: string, personId: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT e.objective_id FROM objective_entry e
    JOIN entry_words d ON d.partnership_id = e.partnership_id AND d.entry_id = e.id
    WHERE e.partnership_id = ${partnershipId}::uuid AND e.kind = 'item' AND e.author_id = ${personId}::uuid
      AND e.supersedes_id IS NULL AND d.detail #>> '{after,kind}' = ANY(${[...undoableKinds]}::text[])
      AND NOT EXISTS (SELECT FROM objective_entry l
        WHERE l.partnership_id = e.partnership_id AND l.supersedes_id = e.id)
    ORDER BY e.seq DESC LIMIT 1)`;
}

function toChange({ detail, ...facts }: RowOf<typeof changeRow>): PartChange {
  if (detail.of === 'item') return { ...facts, detail };
  throw new InvariantError(`objective_entry.detail of ${facts.id} is of no part`);
}
