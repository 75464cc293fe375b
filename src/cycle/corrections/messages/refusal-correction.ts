// What is said where a rating cannot be taken back or put right.

import { code, paragraph } from '../../../core/message/messages/message.ts';
import { say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { CorrectionRefusal } from '../domain/refusal-correction.ts';

/** The words, reason by reason. */
export const correctionRefusals: Words<CorrectionRefusal> = {
  'nothing-to-undo': (refusal) =>
    refusal.amended
      ? say(`An amendment of ${refusal.ref} is not taken back`, [
          paragraph('Nothing was changed. Amend it again: ', amendLine(refusal.ref), '.'),
        ])
      : say('You have nothing to take back', [
          paragraph(
            refusal.ref === null
              ? 'Nothing was changed: you have recorded nothing that can be undone.'
              : `Nothing was changed: nothing that you recorded on ${refusal.ref} can be undone. It may have been taken back or amended already. `,
            ...(refusal.ref === null
              ? []
              : [code(`/pap show ${refusal.ref} history`), ' shows what was recorded.']),
          ),
        ]),
  'undo-not-latest': (refusal) =>
    say(`${refusal.ref} has moved on since`, [
      paragraph(
        `Nothing was changed: ${refusal.by ?? 'somebody'} recorded something after yours, and only the latest rating is taken back. `,
        code(`/pap show ${refusal.ref} history`),
        ' shows it; a new ',
        code(`/pap update ${refusal.ref}`),
        ' says what holds now.',
      ),
    ]),
  'undo-too-late': (refusal) =>
    say(`It is too late to take back ${refusal.ref ?? 'that you put reminders off'}`, [
      refusal.instead === undefined
        ? paragraph(
            `Nothing was changed: a rating is taken back within ${refusal.minutes} minutes. Put it right with `,
            amendLine(refusal.ref),
            ' or ',
            code(`/pap amend ${refusal.ref} green …`),
            '; what was there before stays visible.',
          )
        : paragraph(
            `Nothing was changed: you can undo for ${refusal.minutes} minutes. Say what is so now with `,
            code(`/pap ${refusal.instead}`),
            '.',
          ),
    ]),
  'undo-built-on': ({ ref, since, instead }) =>
    say(`${ref} has moved on since`, [
      paragraph(
        `Nothing was changed: ${since.by ?? 'somebody'} recorded ${ref} ${since.part} as ${since.status} after that, and it rests on what you want to undo. `,
        code(`/pap show ${ref} history`),
        ' shows it. Say what is so now with ',
        code(`/pap ${instead}`),
        '.',
      ),
    ]),
  'nothing-to-amend': (refusal) =>
    say(`There is nothing to amend on ${refusal.ref}`, [
      refusal.saysSo
        ? paragraph('Nothing was changed: that is what stands there already.')
        : paragraph(
            'Nothing was changed: it has no such rating yet. Give it one with ',
            code(`/pap update ${refusal.ref} amber …`),
            '.',
          ),
    ]),
  'board-decided': (refusal) =>
    say(`The board set the rating of ${refusal.ref}`, [
      paragraph(
        'Nothing was changed: what the board decided is not amended. Say what has changed since with ',
        code(`/pap update ${refusal.ref} amber …`),
        '; what the minutes say otherwise the programme office records with ',
        code(`/pap admin cycle amend siab ${refusal.ref} amber …`),
        '.',
      ),
    ]),
};

function amendLine(ref: string | null) {
  return code(`/pap amend ${ref ?? '2B:2'} …`);
}
