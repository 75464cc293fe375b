// What is said where an update is refused.

import { Temporal } from 'temporal-polyfill';
import { dayText, localMomentText } from '../../../core/dates/messages/when.ts';
import { ragLooks, ragOrder } from '../../../core/message/domain/rag.ts';
import {
  type Action,
  code,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ragChangeText } from '../../../core/message/messages/rag-text.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { button, choose, ragChoices, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { InterveningChange, ReturnRefusal } from '../domain/refusal-return.ts';
import { updateForm } from './update-form.ts';
import { wordsUnchanged, wordsUnchangedParagraph } from './words-unchanged.ts';

/** The words, reason by reason. */
export const returnRefusals: Words<ReturnRefusal> = {
  'needs-form': (refusal) =>
    say('What should the update say?', [
      paragraph(
        'Add the rating and a few words, for example ',
        code(`/pap update ${refusal.ref ?? '2B:2'} amber 14 of 20 trained`),
        '.',
      ),
      ...(refusal.ref ? [updateForm(refusal.ref)] : []),
    ]),
  'which-objective': ({ verb, words, choices }) =>
    say('Which objective?', [
      paragraph(
        choices.length === 0
          ? `Nothing was recorded. Say which by its reference: ${verb}, the reference, and what you have to say.`
          : `Nothing was recorded. ${words === '' ? '' : 'What you typed is kept. '}Choose the objective:`,
      ),
      ...(choices.length === 0 ? [] : choose(choices, verb, words)),
    ]),
  'no-rating': (refusal) =>
    say('Which rating?', [
      paragraph(
        'Nothing was changed: ',
        strong(refusal.ref),
        ' needs a rating before the note — red, amber, green or blue.',
      ),
      ragChoices(`update ${refusal.ref}`, refusal.rest, ragOrder),
    ]),
  'bad-rating': (refusal) =>
    say(`“${refusal.typed}” is not a rating`, [
      paragraph(
        `Nothing was changed. Did you mean ${ragLooks[refusal.suggestion].word.toLowerCase()}?`,
      ),
      ragChoices(`update ${refusal.ref}`, refusal.rest, [refusal.suggestion]),
    ]),
  'two-ratings': (refusal) =>
    say('That has two ratings', [
      paragraph(
        `Nothing was changed. Choose one; if the second word begins your note, put the note in quotation marks, as in `,
        code(`/pap update ${refusal.ref} amber "red tape reduced"`),
        '.',
      ),
      ragChoices(`update ${refusal.ref}`, refusal.note, refusal.ratings),
    ]),
  'note-required': (refusal) =>
    say(`Why ${ragLooks[refusal.rag].word.toLowerCase()}?`, [
      paragraph(
        'Nothing was changed: a rating needs a few words of reason, for example ',
        code(
          `/pap update ${refusal.ref}${refusal.rating ? ` ${refusal.rating}` : ''} ${refusal.rag} 14 of 20 trained`,
        ),
        // Only a delivery rating is repeated.
        ...(refusal.rating
          ? ['.']
          : ['. To repeat the last rating, type ', code(`/pap same ${refusal.ref}`), '.']),
      ),
    ]),
  'words-unchanged': (refusal) => wordsUnchanged(refusal),
  'cycle-frozen': (refusal) =>
    say('The papers are frozen', [
      paragraph(
        `Nothing was changed: the papers for ${refusal.meeting} were frozen on ${localMomentText(Temporal.PlainDateTime.from(refusal.frozenAt))}, so that the board sees what was agreed. ${refusal.ref} can be updated again from ${dayText(Temporal.PlainDate.from(refusal.opensAgain))}. If the board must know sooner, tell the programme office.`,
      ),
    ]),
  'stale-version': (refusal) =>
    stale(refusal.change, refusal.objectiveId, refusal.version, refusal.line),
  'not-rated-yet': (refusal) =>
    say(`${refusal.ref} has no rating yet`, [
      paragraph(
        'There is nothing to repeat. Give it its first rating, for example ',
        code(`/pap update ${refusal.ref} amber first staff trained`),
        '.',
      ),
    ]),
  'none-recorded': noneRecorded,
};

/** What somebody else recorded in the meantime; what was typed is kept. */
export function stale(
  change: InterveningChange,
  objectiveId: string,
  version: number,
  line: string,
): Message {
  const again: Action = {
    label: change.own ? 'Record this as well' : 'Record mine as well',
    line,
    guard: { objectiveId, version },
    style: 'primary',
  };
  const title = change.own
    ? `You have already answered for ${change.ref}`
    : `${change.ref} changed while you were writing`;
  return say(title, [
    paragraph(
      change.own
        ? 'This one was not recorded. Since you saw it, '
        : 'Your update was not recorded yet. In the meantime ',
      strong(change.own ? 'you' : change.by),
      ` recorded ${ragChangeText(change.fromRag, change.toRag)} at ${change.at}${change.note ? ':' : '.'}`,
    ),
    ...(change.note ? [paragraph(change.note)] : []),
    paragraph('What you typed is kept here:'),
    paragraph(code(`/pap ${line}`)),
    ...button(again),
  ]);
}

/** Each reason by its reference, in the words of the refusal that it would be alone. */
function noneRecorded(
  { refusals, again, label, oneNote }: Extract<Refusal, { code: 'none-recorded' }>,
  wording: (refusal: Refusal) => Message,
): Message {
  const hold = refusals.every(({ refusal }) => refusal.code === 'words-unchanged');
  const usual = hold ? 'The same words still hold' : 'Record all of mine as well';
  const once: Action | null = again
    ? { label: label ?? usual, line: again, style: 'primary' }
    : null;
  return say('Nothing was recorded: it is all of them or none', [
    ...refusals.flatMap(({ ref, refusal }) => {
      if (refusal.code === 'words-unchanged') return [wordsUnchangedParagraph(refusal)];
      const { title, blocks } = wording(refusal);
      const words = blocks.filter(({ kind }) => kind === 'text' || kind === 'list');
      const asTyped =
        refusal.code === 'personal-data' && refusal.typed !== null
          ? [paragraph('If it tells of no child, begin that note with “checked:”.')]
          : [];
      return [paragraph(strong(`${ref}: `), title), ...words, ...asTyped];
    }),
    ...(once
      ? [
          paragraph(
            label === undefined
              ? 'What you typed can still be recorded:'
              : 'The others can still be decided:',
          ),
          ...button(once),
        ]
      : []),
    ...(oneNote === undefined
      ? []
      : [
          paragraph('If it is one note, of the first objective alone:'),
          ...button({ label: 'Keep as one note', line: oneNote }),
        ]),
  ]);
}
