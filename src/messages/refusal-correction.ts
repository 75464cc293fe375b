// The wording of what cannot be taken back or amended.
import type { RatingKind } from '../domain/rag.ts';
import type { Refusal } from '../domain/refusal.ts';
import { asNote } from './action-value.ts';
import { type Block, code, type Message, paragraph } from './message.ts';
import { button, say } from './refusal-parts.ts';

type CorrectionRefusal = Extract<
  Refusal,
  {
    code:
      | 'nothing-to-undo'
      | 'undo-not-latest'
      | 'undo-too-late'
      | 'nothing-to-amend'
      | 'board-decided';
  }
>;

/** Why a rating was not put right, and what to type instead. */
export function correctionRefused(refusal: CorrectionRefusal): Message {
  switch (refusal.code) {
    case 'nothing-to-undo':
      return refusal.amended
        ? say(`An amendment of ${refusal.ref} is not taken back`, [
            paragraph('Nothing was changed. Amend it again: ', amendLine(refusal.ref), '.'),
          ])
        : say('You have nothing to take back', [
            paragraph(
              refusal.ref === null
                ? 'Nothing was changed: no rating of yours stands on the plan.'
                : `Nothing was changed: no rating of yours stands on ${refusal.ref}. It may have been taken back or amended already. `,
              ...(refusal.ref === null
                ? []
                : [code(`/pap show ${refusal.ref} history`), ' shows what was recorded.']),
            ),
          ]);
    case 'undo-not-latest':
      return say(`${refusal.ref} has moved on since`, [
        paragraph(
          `Nothing was changed: ${refusal.by ?? 'somebody'} recorded something after yours, and only the latest rating is taken back. `,
          code(`/pap show ${refusal.ref} history`),
          ' shows it; a new ',
          code(`/pap update ${refusal.ref}`),
          ' says what holds now.',
        ),
      ]);
    case 'undo-too-late':
      return say(`It is too late to take back ${refusal.ref}`, [
        paragraph(
          `Nothing was changed: a rating is taken back within ${refusal.minutes} minutes. Put it right with `,
          amendLine(refusal.ref),
          ' or ',
          code(`/pap amend ${refusal.ref} green …`),
          '; what was there before stays visible.',
        ),
      ]);
    case 'board-decided':
      return say(`The board set the rating of ${refusal.ref}`, [
        paragraph(
          'Nothing was changed: what the board decided is not amended. Say what has changed since with ',
          code(`/pap update ${refusal.ref} amber …`),
          '; what the minutes say otherwise the programme office records with ',
          code(`/pap admin cycle amend siab ${refusal.ref} amber …`),
          '.',
        ),
      ]);
    case 'nothing-to-amend':
      return say(`There is nothing to amend on ${refusal.ref}`, [
        refusal.saysSo
          ? paragraph('Nothing was changed: that is what stands there already.')
          : paragraph(
              'Nothing was changed: it has no such rating yet. Give it one with ',
              code(`/pap update ${refusal.ref} amber …`),
              '.',
            ),
      ]);
  }
}

/** What the author of an entry may still do when its rating is not theirs to change any more. */
export function amendNoteAlone(
  ref: string,
  { rating, note }: { readonly rating: RatingKind; readonly note: string },
): Block[] {
  return [
    paragraph('You can still put your own note right; the rating stays as it is.'),
    ...button({
      label: `Amend the note of ${ref}`,
      line: `amend ${ref} ${rating === 'impact' ? 'impact ' : ''}${asNote(note)}`,
    }),
  ];
}

function amendLine(ref: string | null) {
  return code(`/pap amend ${ref ?? '2B:2'} …`);
}
