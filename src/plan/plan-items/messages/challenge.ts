// What people are told of a challenge: that one was asked, and what was answered.

import type { Rag } from '../../../core/message/domain/rag.ts';
import {
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ragText } from '../../../core/message/messages/rag-text.ts';
import type { PlanItem } from '../domain/plan-item.ts';
import { namedText, ownerTitle, type PartOwner, whyTold } from './plan-parts.ts';

type Challenge = PlanItem<'challenge'>;

/** The notice to those who answer for the objective. */
export function challengeAsked(
  objective: PartOwner & { readonly rag: Rag | null },
  { ref, title, detail }: Challenge,
  asOffice: boolean,
): Message {
  return {
    title: `A challenge to ${objective.ref}: your answer is asked for`,
    tone: 'attention',
    blocks: [
      paragraph(strong(ownerTitle(objective)), ` · ${ragText(objective.rag)}`),
      paragraph(strong(`${namedText(detail.by)} asks: `), title),
      {
        kind: 'form',
        fields: [
          { kind: 'text', name: 'answer', label: 'Your answer', multiline: true, required: true },
        ],
        submit: {
          label: 'Answer',
          line: `challenge ${objective.ref} answer ${ref}`,
          style: 'primary',
        },
      },
    ],
    footer: inline(
      whyTold(objective, asOffice),
      ' The question stays beside the rating until it is answered or withdrawn.',
    ),
  };
}

/** The notice to whoever asked. */
export function challengeAnswered(
  objective: PartOwner,
  { ref, title, detail }: Challenge,
): Message {
  return {
    title: `Your challenge to ${objective.ref} is answered`,
    blocks: [
      paragraph(strong(ownerTitle(objective))),
      paragraph(strong('You asked: '), title),
      paragraph(
        strong(`${detail.answeredBy ? namedText(detail.answeredBy) : 'The answer'}: `),
        detail.answer ?? '',
      ),
      paragraph('To ask again, type ', code(`/pap challenge ${objective.ref} your question`), '.'),
    ],
    footer: inline(`Why am I getting this? You asked ${ref} of ${objective.ref}.`),
  };
}
