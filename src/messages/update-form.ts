// The form behind Change: the rating and the note, pre-filled with the last return.

import type { Objective } from '../domain/objective.ts';
import { type Rag, ragOrder } from '../domain/rag.ts';
import { exampleMark } from './example-notice.ts';
import { type Block, type Field, type Guard, inline, type Message } from './message.ts';
import { ragText } from './rag-text.ts';

/** The form for one objective, filled with the last return and bound to its version. */
export function updateFormMessage(objective: Objective, lastNote: string | null): Message {
  const { id, ref, title, rag, version, example } = objective;
  const guard = { objectiveId: id, version };
  return {
    title: `Update ${ref} ${title}${exampleMark(example)}`,
    blocks: [updateForm(ref, { rag, note: lastNote, guard })],
    footer: inline('Pre-filled with the last return.'),
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

/** Its answers follow `update <ref>` as words, so it says exactly what could have been typed. */
export function updateForm(
  ref: string,
  last?: { rag: Rag | null; note: string | null; guard: Guard },
): Block {
  return {
    kind: 'form',
    fields: ratingFields(last),
    submit: {
      label: 'Save',
      line: `update ${ref}`,
      again: `update ${ref}`,
      style: 'primary',
      ...(last && { guard: last.guard }),
    },
  };
}

function ratingFields(last?: { rag: Rag | null; note: string | null }): Field[] {
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
      placeholder: '14 of 20 named workers trained',
      multiline: true,
      ...(last?.note && { value: last.note }),
    },
  ];
}
