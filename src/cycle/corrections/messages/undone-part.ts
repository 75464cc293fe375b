// What is said when a recovery action or a decision was taken back: to who did it, and to those who had heard of it.
import {
  code,
  fact,
  factTable,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { fullRef } from '../../../plan/plan-items/domain/item-ref.ts';
import type { Named, PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import { kindWords } from '../../../plan/plan-items/messages/item-text.ts';
import {
  namedText,
  ownerTitle,
  type PartOwner,
  whyTold,
} from '../../../plan/plan-items/messages/plan-parts.ts';
import type { UndoneAct } from '../domain/undo-part.ts';

export type UndonePartFacts = UndoneAct & {
  readonly objective: PartOwner;
  readonly told: number;
  readonly cancelled: number;
};

/** The receipt. */
export function undonePartReceipt({
  objective,
  restored,
  told,
  cancelled,
}: UndonePartFacts): Message {
  const [{ item }] = restored;
  const { ref } = objective;
  return {
    title: `Taken back: ${fullRef(ref, item)} ${kindWords[item.kind]}`,
    tone: 'good',
    blocks: [
      factTable([
        fact('Objective', ownerTitle(objective)),
        fact('What', item.title),
        fact('What holds now', restored.map((one) => holdsText(one, ref)).join('; ')),
        fact('What follows', followsText(told, cancelled)),
      ]),
    ],
    footer: inline('Both stay in the history: ', code(`/pap show ${ref} history`), '.'),
  };
}

function holdsText({ item, facts }: UndoneAct['restored'][number], ref: string): string {
  const status = facts.status === item.status ? 'as it was before' : statusText(facts.status);
  return `${fullRef(ref, item)} is ${status}`;
}

function statusText(status: string): string {
  return status === 'withdrawn' ? 'taken back' : `${status} again`;
}

function followsText(told: number, cancelled: number): string {
  const parts = [
    ...(cancelled > 0
      ? [
          `${cancelled === 1 ? 'A message' : `${cancelled} messages`} about it had not gone out and will not.`,
        ]
      : []),
    ...(told > 0
      ? [
          `${told === 1 ? 'One person' : `${told} people`} who had been told of it hear that it is taken back.`,
        ]
      : []),
  ];
  return parts.length > 0 ? parts.join(' ') : 'Nobody had been told of it, so nobody is told.';
}

/** What those read who had been told of a decision. */
export function decisionTakenBack(
  objective: PartOwner,
  item: Pick<PlanItem<'decision'>, 'kind' | 'ref' | 'title'>,
  by: Named,
  asOffice: boolean,
): Message {
  return {
    title: `Not decided after all: ${fullRef(objective.ref, item)}`,
    blocks: [
      paragraph(strong(ownerTitle(objective))),
      paragraph(strong('Still needed: '), item.title),
      paragraph(`${namedText(by)}, recorded a decision by mistake and took it back.`),
    ],
    footer: inline(whyTold(objective, asOffice), ' You had been told of the decision.'),
  };
}
