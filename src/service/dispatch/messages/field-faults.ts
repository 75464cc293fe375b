// Which fields of a form a refusal is about, so that a platform can say it beside them.

import type { Block, FieldFault, Message } from '../../../core/message/messages/message.ts';
import { inlineText } from '../../../core/message/messages/plain-text.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { wordsUnchangedHint } from '../../../cycle/returns/messages/words-unchanged.ts';

/** Refusals of the note. */
const OF_NOTE: ReadonlySet<Refusal['code']> = new Set([
  'note-required',
  'note-too-long',
  'bad-characters',
  'broadcast-mention',
  'personal-data',
  'words-unchanged',
]);
/** Refusals of what was chosen in a row. That of a single form comes with more to do than fits beside a field. */
const OF_RATING: ReadonlySet<Refusal['code']> = new Set([
  'not-rated-yet',
  'blue-needs-evidence',
  'objective-closed',
]);

/**
 * What is to be said beside fields. Empty: nothing of it is about one field.
 * @param wording the words of a refusal
 */
export function fieldFaults(
  refusal: Refusal,
  wording: (refusal: Refusal) => Message,
): readonly FieldFault[] {
  if (refusal.code !== 'none-recorded')
    return OF_NOTE.has(refusal.code)
      ? [{ row: null, field: 'note', words: inOneLine(refusal, wording) }]
      : [];
  return refusal.refusals.flatMap(({ ref, refusal: inner }): FieldFault[] => {
    const field = OF_NOTE.has(inner.code) ? 'note' : OF_RATING.has(inner.code) ? 'rating' : null;
    return field === null ? [] : [{ row: ref, field, words: inOneLine(inner, wording) }];
  });
}

/** Whether the faults are all that was wrong: then nothing has to be said but beside the fields. */
export function saysAll(refusal: Refusal, faults: readonly FieldFault[]): boolean {
  return (
    faults.length > 0 &&
    (refusal.code !== 'none-recorded' || faults.length === refusal.refusals.length)
  );
}

/**
 * The number of each field that a fault is about, with what is to be said beside it.
 * @param rows the beginnings of the form's rows, e.g. `2B:2@4`; null: it has none
 */
export function faultyFields(
  faults: readonly FieldFault[],
  rows: readonly string[] | null,
  fieldCount: number,
): ReadonlyMap<number, string> {
  const share = rows ? Math.floor(fieldCount / rows.length) : fieldCount;
  return new Map(
    faults.flatMap(({ row, field, words }) => {
      const at = rows ? rows.findIndex((one) => one.replace(/@\d+$/, '') === row) : 0;
      const number = at * share + (field === 'note' ? share - 1 : 0);
      return at < 0 || share === 0 ? [] : [[number, words] as const];
    }),
  );
}

function inOneLine(refusal: Refusal, wording: (refusal: Refusal) => Message): string {
  if (refusal.code === 'words-unchanged') return wordsUnchangedHint(refusal);
  const { title, blocks } = wording(refusal);
  const words = blocks.flatMap((block) => blockWords(block));
  const asTyped = refusal.code === 'personal-data' && refusal.typed !== null;
  return [
    /[.?!]$/.test(title) ? title : `${title}.`,
    ...words,
    // A likely find may be recorded as it is: the button that says so cannot stand beside a field.
    ...(asTyped ? ['If it tells of no child, begin the note with “checked:”.'] : []),
  ].join(' ');
}

function blockWords(block: Block): string[] {
  return block.kind === 'text' ? [inlineText(block.spans)] : [];
}
