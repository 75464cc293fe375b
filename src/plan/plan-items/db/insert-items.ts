// Writes many new parts in one statement, each under the next free reference where it brings none of its own.
import { randomUUID } from 'node:crypto';
import type { Executor } from '../../../core/database/db/executor.ts';
import type { Authorship } from '../../objectives/app/objective-ports.ts';
import type { NewItem } from '../app/plan-item-ports.ts';
import { nextItemRef, type PlanItem } from '../domain/plan-item.ts';

export type WantedItem = { readonly item: NewItem; readonly by: Authorship };

/** A new part with its id and its reference. */
export type NewRow = WantedItem & { readonly id: string; readonly ref: string };

/**
 * The parts with ids and references.
 * @param there every part that their objectives have already
 */
export function withRefs(
  wanted: readonly WantedItem[],
  there: readonly Pick<PlanItem, 'id' | 'objectiveId' | 'kind' | 'ref'>[],
): NewRow[] {
  const taken = new Map<string, string[]>();
  const takenOf = ({ objectiveId, kind }: { objectiveId: string; kind: string }) => {
    const key = `${objectiveId} ${kind}`;
    const refs = taken.get(key) ?? [];
    taken.set(key, refs);
    return refs;
  };
  for (const one of there) takenOf(one).push(one.ref);
  const refs = new Map(there.map(({ id, ref }) => [id, ref]));
  return wanted.map(({ item, by }) => {
    const others = takenOf(item);
    const ref = item.ref ?? nextItemRef(item.kind, others, refs.get(item.parentId ?? ''));
    others.push(ref);
    return { id: randomUUID(), ref, item, by };
  });
}

/** Inserts them; what the columns hold is said by the table. */
export async function insertItems(
  db: Executor,
  partnershipId: string,
  rows: readonly NewRow[],
): Promise<void> {
  const written = rows.map(({ id, ref, item, by }) => {
    const { objectiveId, parentId = null, kind, title, status, detail, due, originalDue } = item;
    const { example = false } = item;
    const what = { id, ref, objectiveId, parentId, kind, title, status, detail, due, originalDue };
    return { ...what, example, at: by.at };
  });
  await db.$executeRaw`
    INSERT INTO plan_item (id, partnership_id, objective_id, parent_id, kind, ref, title, status, detail, example, added_at,
      due_text, due_precision, due_last_day, original_due_text, original_due_precision, original_due_last_day)
    SELECT r.id, ${partnershipId}::uuid, r."objectiveId", r."parentId", r.kind::"PlanItemKind", r.ref, r.title, r.status,
      r.detail, r.example, r.at, r.due ->> 'text', (r.due ->> 'precision')::"DatePrecision", (r.due ->> 'lastDay')::date,
      r."originalDue" ->> 'text', (r."originalDue" ->> 'precision')::"DatePrecision", (r."originalDue" ->> 'lastDay')::date
    FROM jsonb_to_recordset(${JSON.stringify(written)}::jsonb) AS r (id uuid, "objectiveId" uuid, "parentId" uuid, kind text,
      ref text, title text, status text, detail jsonb, example boolean, at timestamptz, due jsonb, "originalDue" jsonb)`;
}
