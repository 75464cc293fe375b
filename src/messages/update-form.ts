// The form behind Change: the rating and the note, pre-filled with the last return.
import { type Rag, ragOrder } from '../domain/rag.ts';
import type { Block, Guard } from './message.ts';
import { ragText } from './rag-text.ts';

/** Its answers follow `update <ref>` as words, so it says exactly what could have been typed. */
export function updateForm(
  ref: string,
  last?: { rag: Rag | null; note: string | null; guard: Guard },
): Block {
  return {
    kind: 'form',
    fields: [
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
    ],
    submit: {
      label: 'Save',
      line: `update ${ref}`,
      style: 'primary',
      ...(last && { guard: last.guard }),
    },
  };
}
