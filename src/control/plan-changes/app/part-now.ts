// The action, milestone, measure or risk that a proposed change is about, as it stands now.
import type { Temporal } from 'temporal-polyfill';
import type { Reads } from '../../../core/request/app/ports.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import { type PartNow, type Proposal, partOf } from '../domain/plan-change.ts';

/** Null: the change is about the objective itself, or the part is not there any more. */
export async function partNow(
  proposal: Proposal,
  { items }: Reads<'items'>,
  today: Temporal.PlainDate,
): Promise<(PlanItem & PartNow) | null> {
  const target = partOf(proposal);
  const item = target && (await items.find(target.itemId));
  if (!item) return null;
  const holders =
    proposal.kind === 're-own' ? await items.ownersOf(item.id, proposal.role, today) : [];
  return { ...item, holders };
}
