// What is said where a note cannot be recorded.

import { type Action, buttonRow, type Message, paragraph } from '../../message/messages/message.ts';
import type { Refusal } from '../../request/domain/refusal.ts';
import { fits, say } from '../../request/messages/refusal-parts.ts';
import type { Words } from '../../request/messages/refusal-words.ts';
import type { NoteRefusal } from '../domain/refusal-note.ts';

/** The words, reason by reason. */
export const noteRefusals: Words<NoteRefusal> = {
  'note-too-long': (refusal) =>
    say('That note is too long', [
      paragraph(
        `Nothing was changed: the note has ${refusal.length.toLocaleString('en-GB')} characters and ${refusal.limit.toLocaleString('en-GB')} fit. Say the essence here and link to the rest.`,
      ),
    ]),
  'bad-characters': (refusal) =>
    say('That note has characters that cannot be shown', [
      paragraph(
        'Nothing was changed: the note has control characters or marks that reorder text, often from copying out of another program. Please send it again without them:',
      ),
      paragraph(refusal.cleaned === '' ? '(nothing is left: type the note anew)' : refusal.cleaned),
    ]),
  'broadcast-mention': (refusal) =>
    say('A note cannot call everybody', [
      paragraph(
        `Nothing was changed: “${refusal.word}” would read as a call to the whole channel. Please leave it out.`,
      ),
    ]),
  'personal-data': (refusal) => personalData(refusal),
};

/** Teaches: what was found, why it cannot stay, and how to say the same without it. */
export function personalData({
  kinds,
  wording,
  start,
  typed,
}: Extract<Refusal, { code: 'personal-data' }>): Message {
  const found = kinds.map((kind) => personalKinds[kind]).join(' and ');
  const instead: Action = {
    label: 'Record this wording',
    line: `${start} ${wording}`,
    style: 'primary',
  };
  const asTyped: Action | null = typed
    ? { label: 'It tells of no child: record mine', line: `${start} checked: ${typed}` }
    : null;
  return say(typed ? 'Could this tell which child is meant?' : 'Please leave personal data out', [
    paragraph(
      `Nothing was recorded: the note ${typed ? 'may have' : 'has'} ${found}. Notes go to boards and can be disclosed, and no child may be identifiable in them.`,
    ),
    paragraph('This says the same without it:'),
    paragraph(wording),
    buttonRow([instead, ...(asTyped ? [asTyped] : [])].filter(fits)),
  ]);
}

const personalKinds = {
  'nhs-number': 'an NHS number',
  upn: 'a unique pupil number',
  'date-of-birth': 'a date of birth',
  address: 'an address',
  phone: 'a phone number',
  email: 'an e-mail address of somebody who is not on the plan',
  'child-detail': 'a detail that may tell which child is meant',
} as const;
