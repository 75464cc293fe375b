// What is said where something about a part of an objective is refused.

import { capital } from '../../../core/message/domain/text-ends.ts';
import { asNote } from '../../../core/message/messages/action-value.ts';
import {
  bullets,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { button, fits, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import { fullRef } from '../domain/item-ref.ts';
import type { ItemRefusal } from '../domain/refusal-item.ts';
import { kindWords } from './item-text.ts';

/** The words, reason by reason. */
export const itemRefusals: Words<ItemRefusal> = {
  'unknown-item': (refusal) => unknownItem(refusal),
  'ambiguous-item': (refusal) => ambiguousItem(refusal),
  'item-settled': (refusal) =>
    say(
      `${fullRef(refusal.ref, { kind: refusal.kind ?? 'decision', ref: refusal.item })} is ${settledTexts[refusal.status] ?? 'settled'}`,
      [
        paragraph(
          'Nothing was changed: that was recorded before. It is in ',
          code(`/pap show ${refusal.ref} history`),
          '.',
        ),
      ],
    ),
  'bad-item-status': (refusal) => badItemStatus(refusal),
  'bad-link': (refusal) =>
    say('That link cannot be kept', [paragraph('Nothing was changed: ', linkTexts[refusal.why])]),
  'blue-needs-evidence': (refusal) => blueNeedsEvidence(refusal),
  'own-challenge': (refusal) =>
    say('A challenge is for somebody else’s rating', [
      paragraph(
        `Nothing was changed: you answer for ${refusal.ref} yourself. If its rating is not right any more, type `,
        code(`/pap update ${refusal.ref} amber what has changed`),
        '.',
      ),
    ]),
};

const settledTexts: Readonly<Record<string, string>> = {
  withdrawn: 'withdrawn already',
  answered: 'answered already',
  taken: 'decided already',
  done: 'done already',
  replaced: 'replaced already',
  held: 'a line of the record and stays',
};

const linkTexts = {
  'not-web': 'a link begins with https:// or http://, as the address line of a browser shows it.',
  password: 'it has a user name or password in it, which everybody would see. Send it without.',
  long: 'it is longer than 1,000 characters. Most document stores give a shorter one under “Copy link”.',
  personal:
    'its words look like personal data of somebody. Rename the document, or link to its folder.',
} as const;

function unknownItem({
  ref,
  typed,
  choices,
  start,
  rest,
}: Extract<Refusal, { code: 'unknown-item' }>): Message {
  const noun = nouns[start.split(' ')[0] ?? ''] ?? 'part';
  const title =
    typed === ''
      ? `Which ${noun} of ${ref}?`
      : `${ref} has no ${noun} ${typed.replace(/^\./, '').slice(0, 20)}`;
  if (choices.length === 0) {
    return say(typed === '' ? `${ref} has no open ${noun}` : title, [
      paragraph(
        'Nothing was changed: there is none that this could be about. ',
        code(`/pap show ${ref}`),
        ' shows what there is.',
      ),
    ]);
  }
  // Parts with a letter follow the objective, which the line names already.
  const whole = (own: string) => (/^[A-Z]\d+$/.test(own) ? `${ref} ${own}` : own);
  const actions = choices
    .map((choice) => ({ label: choice.ref, line: `${start} ${choice.ref} ${rest}`.trim() }))
    .filter(fits);
  return say(title, [
    paragraph('Nothing was changed. There is:'),
    bullets(choices.map((one) => inline(strong(whole(one.ref)), ` ${one.title}`))),
    buttonRow(actions),
  ]);
}

function ambiguousItem({ typed, choices }: Extract<Refusal, { code: 'ambiguous-item' }>): Message {
  const named = ({ ref, what, title, of }: (typeof choices)[number]) =>
    inline(
      strong(ref),
      ` ${title} · ${what === 'objective' ? 'objective' : `${kindWords[what]} of ${of}`}`,
    );
  const actions = choices
    .map(({ ref, what, title, line }) => ({
      label:
        `${what === 'objective' ? 'Objective' : capital(kindWords[what])} ${ref}: ${title}`.slice(
          0,
          60,
        ),
      line,
    }))
    .filter(fits);
  return say(`“${typed}” can mean more than one thing`, [
    paragraph('Nothing was changed. Which one do you mean?'),
    bullets(choices.map(named)),
    bullets(choices.map(({ line }) => inline(code(`/pap ${line}`)))),
    buttonRow(actions),
  ]);
}

function badItemStatus({
  ref,
  typed,
  note,
}: Extract<Refusal, { code: 'bad-item-status' }>): Message {
  const actions = ['not started', 'under way', 'done', 'closed']
    .map((status) => ({ label: status, line: `update ${ref} ${status} ${note}`.trim() }))
    .filter(fits);
  const title =
    typed === '' ? `How far is ${ref}?` : `“${typed.slice(0, 40)}” does not say how far ${ref} is`;
  return say(title, [
    paragraph(
      'Nothing was changed. An action or milestone is not started, under way, done or closed, for example ',
      code(`/pap update ${ref} done all 20 trained`),
      '. Ratings are for the whole objective.',
    ),
    buttonRow(actions),
  ]);
}

function blueNeedsEvidence({
  ref,
  note,
  verb = 'update',
  rating,
}: Extract<Refusal, { code: 'blue-needs-evidence' }>): Message {
  const line = `${verb} ${ref}${rating ? ` ${rating}` : ''} blue${note ? ` ${asNote(note)}` : ''}`;
  return say('Blue needs evidence that families feel it', [
    paragraph(`Nothing was changed: ${ref} has no evidence on the last rung yet. Either give it:`),
    paragraph(code(`/pap evidence ${ref} https://… what it shows felt`)),
    paragraph(
      'or ask a co-chair of its theme, the board or the programme office to say why it can do without:',
    ),
    paragraph(code(`/pap evidence ${ref} waive the reason`)),
    paragraph('What you typed is kept here:'),
    paragraph(code(`/pap ${line}`)),
    ...button({ label: 'Try blue again', line, style: 'primary' }),
  ]);
}

/** What the verb is about. */
const nouns: Readonly<Record<string, string>> = {
  update: 'action or milestone',
  evidence: 'evidence',
  recovery: 'recovery action',
  decide: 'decision',
  challenge: 'challenge',
};
