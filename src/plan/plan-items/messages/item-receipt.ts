// The receipt of how far an action or milestone is.

import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import { fact, factTable, inline, type Message } from '../../../core/message/messages/message.ts';
import { fullRef } from '../domain/item-ref.ts';
import type { PlanItem, WorkStatus } from '../domain/plan-item.ts';
import { workStatusWords } from '../domain/work-status.ts';
import { dueText, ownerTitle, type PartOwner } from './plan-parts.ts';

export type ItemReceiptFacts = {
  readonly objective: PartOwner;
  readonly item: PlanItem<'action' | 'milestone'>;
  readonly before: WorkStatus;
  readonly note: string | null;
};

/** The receipt. */
export function itemReceipt({ objective, item, before, note }: ItemReceiptFacts): Message {
  const after = workStatusWords[item.status];
  const status =
    before === item.status ? `${after} (no change)` : `${workStatusWords[before]} → ${after}`;
  return {
    title: `Recorded: ${fullRef(objective.ref, item)} ${item.title}${exampleMark(item.example)}`,
    tone: 'good',
    blocks: [
      factTable([
        fact(item.kind === 'action' ? 'Action' : 'Milestone', status),
        ...(note ? [fact('Note', note)] : []),
        ...(item.due ? [fact('Due', dueText(item.due))] : []),
        fact('Objective', ownerTitle(objective)),
      ]),
    ],
    footer: inline(
      `The rating of ${objective.ref} stays as it was: its return is given with “update ${objective.ref}” or “same ${objective.ref}”.`,
    ),
  };
}
