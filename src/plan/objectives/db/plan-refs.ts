// What the current plan calls its objectives. It is kept in memory and read anew when the plan has moved: its stamp is
// looked at whenever it is asked for, in the transaction of whoever asks, so replicas agree and nobody reads a line by
// names that are no more.
import { z } from 'zod';
import { bool, json, orNull, text } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { byRef, indexRefs, type PlanRefs } from '../domain/plan-refs.ts';

/** What is remembered of each partnership, by its id. */
export type RememberedRefs = Map<string, { readonly stamp: string; readonly refs: PlanRefs }>;

const names = z.array(z.object({ id: z.string(), ref: z.string(), title: z.string() }));

/** The columns of `planStamp`. */
export const stampRow = {
  /** The transaction that moved the plan last; null: nothing has been put into it. */
  stamp: orNull(text),
  /** Whether that is the one that asks: until it ends, its stamp stands still while the plan moves. */
  own: orNull(bool),
  /** Null where the stamp is the one that was known. */
  names: orNull(json('the references of a plan', names)),
};

/**
 * Of the partnership `p`, with its `plan_stamp s` joined: the stamp, and the references only where they are not the ones
 * remembered.
 */
export function planStamp(partnershipId: string, remembered: RememberedRefs): Prisma.Sql {
  const known = remembered.get(partnershipId);
  return Prisma.sql`s.moved_by::text AS stamp, s.moved_by::text = pg_current_xact_id_if_assigned()::text AS own,
      CASE WHEN s.moved_by::text = ${known?.stamp ?? ''} THEN NULL ELSE coalesce((
        SELECT jsonb_agg(jsonb_build_object('id', o.id, 'ref', o.ref, 'title', o.title))
        FROM objective o JOIN plan_version v
          ON v.partnership_id = o.partnership_id AND v.id = o.plan_version_id AND v.status = 'current'
        WHERE o.partnership_id = p.id), '[]') END AS names`;
}

/** The references of the current plan: one question, which brings them only where they are not the ones remembered. */
export async function planRefs(
  db: Executor,
  partnershipId: string,
  remembered: RememberedRefs,
): Promise<PlanRefs> {
  const known = remembered.get(partnershipId);
  const [row] = await rowsFrom(db, stampRow)`
    SELECT ${planStamp(partnershipId, remembered)}
    FROM partnership p LEFT JOIN plan_stamp s ON s.partnership_id = p.id
    WHERE p.id = ${partnershipId}::uuid`;
  return refsOf(row, known, partnershipId, remembered);
}

/**
 * The references that a row of `planStamp` stands for.
 * @param known what was remembered when it was asked for
 */
export function refsOf(
  row: RowOf<typeof stampRow> | undefined,
  known: ReturnType<RememberedRefs['get']>,
  partnershipId: string,
  remembered: RememberedRefs,
): PlanRefs {
  if (known && row?.stamp === known.stamp && row.own !== true) return known.refs;
  const { stamp = null, own = null } = row ?? {};
  const all = [...(row?.names ?? known?.refs.all ?? [])];
  const refs = indexRefs(all.sort((one, other) => byRef.compare(one.ref, other.ref)));
  if (stamp !== null && own !== true) remembered.set(partnershipId, { stamp, refs });
  return refs;
}
