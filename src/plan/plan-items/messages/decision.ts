// What those who answer for an objective are told when a decision that it needed has been taken.

import { inline, type Message, paragraph, strong } from '../../../core/message/messages/message.ts';
import type { PlanItem } from '../domain/plan-item.ts';
import { namedText, ownerTitle, type PartOwner, whyTold } from './plan-parts.ts';

/** The notice. */
export function decisionNotice(
  objective: PartOwner,
  { ref, title, detail }: Pick<PlanItem<'decision'>, 'ref' | 'title' | 'detail'>,
  asOffice: boolean,
): Message {
  return {
    title: `Decided: ${objective.ref} ${ref}`,
    blocks: [
      paragraph(strong(ownerTitle(objective))),
      paragraph(strong('Needed: '), title),
      paragraph(strong('Decided: '), detail.outcome ?? ''),
      ...(detail.by ? [paragraph(strong('By: '), namedText(detail.by))] : []),
    ],
    footer: inline(whyTold(objective, asOffice), ' A decision that it needed was recorded.'),
  };
}
