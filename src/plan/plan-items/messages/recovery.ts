// Messages about the road back from red: what it is, the form to plan it, and the reminder of a missing one.

import {
  type Action,
  type Block,
  bullets,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { Objective } from '../../objectives/domain/objective.ts';
import type { PlanItem } from '../domain/plan-item.ts';
import { ownerTitle, partText } from './plan-parts.ts';

/** The road back as it stands, and the form to plan one. */
export function recoveryMessage(
  objective: Objective,
  items: readonly PlanItem<'recovery'>[],
  mayPlan: boolean,
): Message {
  const open = items.filter(({ status }) => status === 'open');
  const past = items.filter(({ status }) => status !== 'open');
  const list = (of: readonly PlanItem[]): Block =>
    bullets(of.map((item) => partText(item, objective.ref)));
  return {
    title: `The road back for ${ownerTitle(objective)}`,
    blocks: [
      ...(open.length > 0
        ? [list(open)]
        : [
            paragraph('No recovery action is open: nobody has said yet what is done, and by when.'),
          ]),
      ...(past.length > 0 ? [paragraph(strong('Before')), list(past)] : []),
      ...(mayPlan ? [howTo(objective.ref), recoveryForm(objective.ref)] : []),
    ],
  };
}

function howTo(ref: string): Block {
  return paragraph(
    'To plan one, or a better one, type ',
    code(`/pap recovery ${ref} what is done by 31 July who @name decision from whom`),
    ' or fill this in:',
  );
}

/** Its answers follow `recovery <ref>` as words: what, and by when. */
export function recoveryForm(ref: string): Block {
  return {
    kind: 'form',
    fields: [
      {
        ...{ kind: 'text', name: 'what', label: 'What is done about it', multiline: true },
        ...{ placeholder: 'For example: train the last six workers', required: true },
      },
      {
        ...{ kind: 'text', name: 'when', label: 'By when' },
        ...{ placeholder: 'For example: 31 July', required: true },
      },
    ],
    submit: { label: 'Save', line: `recovery ${ref}`, style: 'primary' },
  };
}

/** What a receipt of red asks for, of each that is red without a recovery action. */
export function askForRecovery(refs: readonly string[]): Block[] {
  const [first, ...more] = refs;
  if (first === undefined) return [];
  return [
    paragraph(
      strong('What is the road back? '),
      `Red is recorded${more.length > 0 ? ` for ${refs.join(', ')}` : ''}. The board will ask what is done about it, by whom and by when: `,
      code(`/pap recovery ${first} what is done by 31 July who @name`),
    ),
    buttonRow(refs.map(planRecovery)),
  ];
}

function planRecovery(ref: string): Action {
  return { label: `Plan recovery of ${ref}`, line: `recovery ${ref}`, style: 'primary' };
}

const reminded = {
  owner: 'you own it',
  cover: 'you cover for its owner',
  office: 'nobody owns it and you are the programme office',
} as const;

/** The one reminder, where red has stood for a working day without a road back. */
export function recoveryReminder(objective: Objective, as: 'owner' | 'cover' | 'office'): Message {
  const { ref } = objective;
  return {
    title: `${ref} is red and has no road back yet`,
    blocks: [
      paragraph(strong(ownerTitle(objective))),
      paragraph('Say in a line what is done about it and by when:'),
      paragraph(code(`/pap recovery ${ref} what is done by 31 July who @name`)),
      buttonRow([planRecovery(ref)]),
    ],
    footer: inline(
      `Why am I getting this? ${ref} was rated red, ${reminded[as]}, and a working day later no recovery action is recorded. This comes once for each red rating.`,
    ),
  };
}
