// The form behind Change: the rating and the note, pre-filled with the last return where there is one.

import { type Rag, ragOrder } from '../../../core/message/domain/rag.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import type { Block, Field, Guard, Message } from '../../../core/message/messages/message.ts';
import { ragText } from '../../../core/message/messages/rag-text.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';

/** The form for one objective, filled with the last return and bound to its version. */
export function updateFormMessage(objective: Objective, lastNote: string | null): Message {
  const { id, ref, title, rag, version, example } = objective;
  const guard = { objectiveId: id, version };
  return {
    title: `Update ${ref} ${title}${exampleMark(example)}`,
    blocks: [updateForm(ref, { rag, note: lastNote, guard })],
  };
}

/** The form that asks which objective first. Its answer is the reference at the version on screen. */
export function chooseObjectiveMessage(objectives: readonly Objective[]): Message {
  return {
    title: 'Update one of your objectives',
    blocks: [
      {
        kind: 'form',
        fields: [
          {
            kind: 'choice',
            name: 'ref',
            label: 'Objective',
            options: objectives.map(({ ref, version, title, rag, example }) => ({
              value: `${ref}@${version}`,
              label: `${ref} ${ragText(rag)} ${title}${exampleMark(example)}`,
            })),
          },
          ...ratingFields(),
        ],
        submit: { label: 'Save', line: 'update', again: 'update', style: 'primary' },
      },
    ],
  };
}

type Last = {
  readonly rag: Rag | null;
  readonly note: string | null;
  readonly guard: Guard;
  /** What is to be said beside the note. */
  readonly error?: string;
};

/** Its answers follow `update <ref>` as words, so it says exactly what could have been typed. */
export function updateForm(ref: string, last?: Last): Block {
  const form = ratingForm(`update ${ref}`, last);
  return last?.note
    ? {
        ...form,
        filled: 'Pre-filled with the last return. Say something new if the rating changes.',
      }
    : form;
}

/** The same for a line that ends with a rating and a note. */
export function ratingForm(line: string, last?: Last): Extract<Block, { kind: 'form' }> {
  return {
    kind: 'form',
    fields: ratingFields(last),
    submit: {
      ...{ label: 'Save', line, again: line, style: 'primary' },
      ...(last && { guard: last.guard }),
    },
  };
}

function ratingFields(last?: Omit<Last, 'guard'>): Field[] {
  return [
    {
      kind: 'choice',
      name: 'rag',
      label: 'Rating',
      options: ragOrder.map((rag) => ({ value: rag, label: ragText(rag) })),
      ...(last?.rag && { value: last.rag }),
    },
    {
      kind: 'text',
      name: 'note',
      label: 'What has changed, in a few words',
      placeholder: 'For example: 14 of 20 named workers trained',
      multiline: true,
      ...(last?.note && { value: last.note }),
      ...(last?.error && { error: last.error }),
    },
  ];
}
