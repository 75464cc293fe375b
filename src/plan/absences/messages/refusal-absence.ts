// What is said where an absence, a cover or a handover is refused.

import { dayText } from '../../../core/dates/messages/when.ts';
import { code, type Message, paragraph } from '../../../core/message/messages/message.ts';
import { offered } from '../../../core/request/messages/bad-date.ts';
import { say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { AbsenceRefusal } from '../domain/refusal-absence.ts';

/** The words, reason by reason. */
export const absenceRefusals: Words<AbsenceRefusal> = {
  'absence-overlaps': (refusal) =>
    say(`${refusal.who} away then already`, [
      paragraph(
        `Nothing was changed. Absence ${refusal.number} is from ${dayText(refusal.startsOn)} to ${dayText(refusal.endsOn)}. To put another in its place, type `,
        code(`/pap away cancel ${refusal.number}`),
        ' first.',
      ),
    ]),
  'bad-period': (refusal) => badPeriod(refusal),
  'cover-away': (refusal) =>
    say(`${refusal.name} is away then too`, [
      paragraph(
        `Nothing was changed: absence ${refusal.number} is at the same time. Name somebody else, or nobody; then the programme office is told.`,
      ),
    ]),
  'not-the-owner': (refusal) =>
    say(`${refusal.name} does not own ${refusal.ref}`, [
      paragraph('Nothing was changed. ', code(`/pap show ${refusal.ref}`), ' says who does.'),
    ]),
  'asker-may-not-now': (refusal) =>
    say(`Handover ${refusal.number} can’t be accepted any more`, [
      paragraph(
        `Nothing was changed: ${refusal.by} asked you as the programme office and is no longer part of it. If you should take ${refusal.ref} over, ask the programme office or its owner to hand it over again.`,
      ),
    ]),
  'owns-it-already': (refusal) =>
    say(`${refusal.name} owns ${refusal.ref} already`, [paragraph('Nothing was changed.')]),
  'asked-already': (refusal) =>
    say(`${refusal.ref} is being handed over already`, [
      paragraph(
        `Nothing was changed: handover ${refusal.number} waits for ${refusal.to}. To ask somebody else, type `,
        code(`/pap handover withdraw ${refusal.number}`),
        ' first.',
      ),
    ]),
};

/** How much of what was typed is repeated. */
const SHOWN = 40;

function badPeriod({
  problem,
  typed,
  readings = [],
  lines,
}: Extract<AbsenceRefusal, { code: 'bad-period' }>): Message {
  const shown = typed.slice(0, SHOWN);
  if (readings.length > 0)
    return say(`Which days are “${shown}”?`, [
      paragraph('Nothing was changed.'),
      ...offered(readings, lines),
    ]);
  const titles = {
    unread: `“${shown}” is not a time that can be read`,
    past: 'That is over already',
    backwards: 'That ends before it begins',
    'too-long': 'That is too long for one absence',
  } as const;
  return say(titles[problem], [
    paragraph(
      'Nothing was changed. Write ',
      code('12–23 Aug'),
      ', ',
      code('12 Aug to 23 Aug 2024'),
      ', ',
      code('until 23 Aug'),
      ' or ',
      code('next week'),
      problem === 'too-long' ? '; 92 days at most, and for longer hand the objectives over.' : '.',
    ),
  ]);
}
