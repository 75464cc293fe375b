// Which entries tell the story of a rating that holds, for many objectives at once: the run of the present colour,
// what it came from, and what was put right on the way. Older runs stay in the database.
import type { Temporal } from 'temporal-polyfill';
import { fromInstant, onlyIds } from '../../../core/database/db/executor.ts';
import type { RatingKind } from '../../../core/message/domain/rag.ts';
import { Prisma } from '../../../generated/prisma/client.ts';

/** Whether the entry `l` still says what holds: nothing undid or amended it, or had by the moment. */
export function inEffect(l: Prisma.Sql, until?: Temporal.Instant): Prisma.Sql {
  return Prisma.sql`${l}.version IS NOT NULL AND ${l}.kind <> 'undo'
    AND NOT EXISTS (SELECT FROM objective_entry s
      WHERE s.partnership_id = ${l}.partnership_id AND s.supersedes_id = ${l}.id AND ${recordedBy('s', until)})`;
}

/**
 * The condition of an entry `u`. An entry is put right while it is the latest that counts, so what was put right
 * within a run, or in what came before it, lies behind whatever counts before that.
 */
export function ofPresentRuns(
  partnershipId: string,
  objectiveIds: readonly string[],
  rating: RatingKind,
  until?: Temporal.Instant,
): Prisma.Sql {
  const theirs = (alias: string) => {
    const entry = Prisma.raw(alias);
    return Prisma.sql`${entry}.partnership_id = ${partnershipId}::uuid
      AND ${entry}.objective_id = ANY(${onlyIds(objectiveIds)}::uuid[])
      AND ${entry}.rating = ${rating}::"RatingKind" AND ${recordedBy(alias, until)}`;
  };
  return Prisma.sql`u.id IN (
    WITH standing AS (
      SELECT e.objective_id, e.version, e.to_rag,
        first_value(e.to_rag) OVER (PARTITION BY e.objective_id ORDER BY e.version DESC) AS holds,
        lag(e.version) OVER (PARTITION BY e.objective_id ORDER BY e.version) AS before
      FROM objective_entry e WHERE ${theirs('e')} AND ${inEffect(Prisma.sql`e`, until)}
    ), other AS (
      SELECT DISTINCT ON (objective_id) objective_id, before FROM standing
      WHERE to_rag IS DISTINCT FROM holds ORDER BY objective_id, version DESC
    )
    SELECT e.id FROM objective_entry e LEFT JOIN other o ON o.objective_id = e.objective_id
    WHERE ${theirs('e')} AND e.version > coalesce(o.before, 0))`;
}

/** Whether it had been recorded by the moment; true of everything without one. */
function recordedBy(alias: string, until: Temporal.Instant | undefined): Prisma.Sql {
  return until ? Prisma.sql`${Prisma.raw(alias)}.at <= ${fromInstant(until)}` : Prisma.sql`true`;
}
