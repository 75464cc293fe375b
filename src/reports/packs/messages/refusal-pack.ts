// What is said where a pack is not found.

import { code, paragraph } from '../../../core/message/messages/message.ts';
import { onDay, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { PackRefusal } from '../domain/refusal-pack.ts';

/** The words, reason by reason. */
export const packRefusals: Words<PackRefusal> = {
  'no-pack': (refusal) =>
    say(`There is no pack for ${refusal.forum}${refusal.on ? ` on ${onDay(refusal.on)}` : ''}`, [
      paragraph(
        refusal.on
          ? 'Nothing was made: the meeting is over, and a pack made now would not say what it was given. '
          : 'Nothing was made: no meeting of it lies ahead. ',
        code(refusal.on ? '/pap admin pack list' : '/pap admin cycle'),
        refusal.on ? ' lists those that were made.' : ' lists the meetings, and adds them.',
      ),
    ]),
  'unknown-pack': (refusal) =>
    say(`That pack has no version ${refusal.version}`, [
      paragraph(
        refusal.latest === 0
          ? 'Nothing was made: the meeting has none yet. '
          : `Nothing was made: its latest version is ${refusal.latest}. `,
        code('/pap admin pack list'),
        ' lists them.',
      ),
    ]),
};
