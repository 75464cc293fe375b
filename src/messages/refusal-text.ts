// The wording of every refusal: what was wrong, and what to type instead. Exhaustive by type.
import { Temporal } from 'temporal-polyfill';
import { ragLooks, ragOrder } from '../domain/rag.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Action, code, inline, type Message, paragraph, strong } from './message.ts';
import { peopleRefusal } from './refusal-agreements.ts';
import { amendNoteAlone, correctionRefused } from './refusal-correction.ts';
import { deliveryRefusal } from './refusal-delivery.ts';
import { importRefusal } from './refusal-import.ts';
import { kpiRefusal } from './refusal-kpi.ts';
import { didYouMean, unknownObjective, unknownVerb } from './refusal-near.ts';
import { button, choose, ragChoices, say } from './refusal-parts.ts';
import { notLinked, personalData, stale } from './refusal-people.ts';
import { planRefusal } from './refusal-plan.ts';
import { planPartRefusal } from './refusal-plan-parts.ts';
import { reportRefusal } from './refusal-report.ts';
import { updateForm } from './update-form.ts';
import { dayText, localMomentText } from './when.ts';
import { wordsUnchanged, wordsUnchangedParagraph } from './words-unchanged.ts';

/** Of several references so many are shown: a line may name thousands. */
const MOST_REFS = 10;

/** The refusal as a message. Its first sentence says what was wrong. */
export function refusalMessage(refusal: Refusal): Message {
  return { ...wording(refusal), tone: 'attention' };
}

function wording(refusal: Refusal): Message {
  switch (refusal.code) {
    case 'unknown-verb':
      return unknownVerb(refusal);
    case 'usage':
      return say('I could not read that command', [
        paragraph(refusal.problem),
        ...(refusal.instead ? didYouMean(refusal.instead) : []),
        paragraph('Examples: ', code(`/pap help ${refusal.verb}`)),
      ]);
    case 'needs-form':
      return say('What should the update say?', [
        paragraph(
          'Add the rating and a few words, for example ',
          code(`/pap update ${refusal.ref ?? '2B:2'} amber 14 of 20 trained`),
          '.',
        ),
        ...(refusal.ref ? [updateForm(refusal.ref)] : []),
      ]);
    case 'unknown-objective':
      return unknownObjective(refusal);
    case 'ambiguous-objective':
      return say(`More than one objective matches “${refusal.typed}”`, [
        paragraph('Nothing was changed. Which one do you mean?'),
        ...choose(refusal.choices, refusal.verb, refusal.rest),
      ]);
    case 'several-objectives':
      return say('One objective at a time, please', [
        paragraph('Nothing was changed. Send one line for each:'),
        {
          kind: 'list',
          items: refusal.refs
            .slice(0, MOST_REFS)
            .map((ref) => inline(code(`/pap ${refusal.verb} ${ref} …`))),
        },
        ...(refusal.refs.length > MOST_REFS
          ? [paragraph(`The line names ${refusal.refs.length - MOST_REFS} more.`)]
          : []),
        paragraph(
          `If ${refusal.refs[1] ?? 'it'} begins what you have to say, put the words in quotation marks.`,
        ),
      ]);
    case 'none-recorded':
      return noneRecorded(refusal);
    case 'no-rating':
      return say('Which rating?', [
        paragraph(
          'Nothing was changed: ',
          strong(refusal.ref),
          ' needs a rating before the note — red, amber, green or blue.',
        ),
        ragChoices(`update ${refusal.ref}`, refusal.rest, ragOrder),
      ]);
    case 'bad-rating':
      return say(`“${refusal.typed}” is not a rating`, [
        paragraph(
          `Nothing was changed. Did you mean ${ragLooks[refusal.suggestion].word.toLowerCase()}?`,
        ),
        ragChoices(`update ${refusal.ref}`, refusal.rest, [refusal.suggestion]),
      ]);
    case 'two-ratings':
      return say('That has two ratings', [
        paragraph(
          `Nothing was changed. Choose one; if the second word begins your note, put the note in quotation marks, as in `,
          code(`/pap update ${refusal.ref} amber "red tape reduced"`),
          '.',
        ),
        ragChoices(`update ${refusal.ref}`, refusal.note, refusal.ratings),
      ]);
    case 'note-required':
      return say(`Why ${ragLooks[refusal.rag].word.toLowerCase()}?`, [
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
      ]);
    case 'words-unchanged':
      return wordsUnchanged(refusal);
    case 'note-too-long':
      return say('That note is too long', [
        paragraph(
          `Nothing was changed: the note has ${refusal.length.toLocaleString('en-GB')} characters and ${refusal.limit.toLocaleString('en-GB')} fit. Say the essence here and link to the rest.`,
        ),
      ]);
    case 'bad-characters':
      return say('That note has characters that cannot be shown', [
        paragraph(
          'Nothing was changed: the note has control characters or marks that reorder text, often from copying out of another program. Please send it again without them:',
        ),
        paragraph(
          refusal.cleaned === '' ? '(nothing is left: type the note anew)' : refusal.cleaned,
        ),
      ]);
    case 'broadcast-mention':
      return say('A note cannot call everybody', [
        paragraph(
          `Nothing was changed: “${refusal.word}” would read as a call to the whole channel. Please leave it out.`,
        ),
      ]);
    case 'personal-data':
      return personalData(refusal);
    case 'not-linked':
      return notLinked(refusal);
    case 'not-permitted':
      return say('You cannot do that', [
        paragraph(
          `${refusal.ref ? `${refusal.ref}: ` : ''}“${refusal.verb}” is for ${refusal.rule}. Nothing was changed. Ask the programme office if that should include you.`,
        ),
        ...(refusal.ref && refusal.ownNote ? amendNoteAlone(refusal.ref, refusal.ownNote) : []),
      ]);
    case 'cycle-frozen':
      return say('The papers are frozen', [
        paragraph(
          `Nothing was changed: the papers for ${refusal.meeting} were frozen on ${localMomentText(Temporal.PlainDateTime.from(refusal.frozenAt))}, so that the board sees what was agreed. ${refusal.ref} can be updated again from ${dayText(Temporal.PlainDate.from(refusal.opensAgain))}. If the board must know sooner, tell the programme office.`,
        ),
      ]);
    case 'stale-version':
      return stale(refusal.change, refusal.objectiveId, refusal.version, refusal.line);
    case 'unknown-theme':
      return say(`There is no theme “${refusal.typed}”`, [
        paragraph('The themes are:'),
        { kind: 'list', items: refusal.themes.map((theme) => inline(theme)) },
        paragraph('Name one as it stands there, for example ', code('theme 1'), '.'),
      ]);
    case 'unknown-person':
      return say(`Nobody on the plan matches “${refusal.typed}”`, [
        paragraph('Use a name, an e-mail address or an @mention.'),
        ...(refusal.suggestions.length > 0
          ? [
              paragraph('Did you mean:'),
              { kind: 'list' as const, items: refusal.suggestions.map((name) => inline(name)) },
            ]
          : []),
      ]);
    case 'ambiguous-person':
      return say(`More than one person matches “${refusal.typed}”`, [
        paragraph('Use the whole name or the e-mail address:'),
        { kind: 'list', items: refusal.choices.map((choice) => inline(choice)) },
      ]);
    case 'bad-date':
      return say(`“${refusal.typed}” is not a date that can be read`, [
        paragraph(
          'Write ',
          code('31/07/2024'),
          ' (day first), ',
          code('2024-07-31'),
          ', ',
          code('31 July 2024'),
          ' or ',
          code('July 2024'),
          '.',
        ),
      ]);
    case 'not-rated-yet':
      return say(`${refusal.ref} has no rating yet`, [
        paragraph(
          'There is nothing to repeat. Give it its first rating, for example ',
          code(`/pap update ${refusal.ref} amber first staff trained`),
          '.',
        ),
      ]);
    case 'nothing-to-undo':
    case 'undo-not-latest':
    case 'undo-too-late':
    case 'nothing-to-amend':
    case 'board-decided':
      return correctionRefused(refusal);
    case 'too-long':
      return say('That is too long to read', [
        paragraph(
          `Nothing was changed: the line has ${refusal.length.toLocaleString('en-GB')} characters and ${refusal.limit.toLocaleString('en-GB')} can be read. Please shorten it and send it again.`,
        ),
      ]);
    case 'nothing-to-do':
    case 'no-such-number':
    case 'agreement-over':
    case 'absence-overlaps':
    case 'bad-period':
    case 'same-person':
    case 'cover-away':
    case 'not-the-owner':
    case 'asker-may-not-now':
    case 'owns-it-already':
    case 'asked-already':
    case 'snoozed-already':
    case 'snooze-too-late':
    case 'no-account':
    case 'last-office':
    case 'on-the-plan-already':
    case 'unknown-organisation':
    case 'holds-role-already':
    case 'holds-no-such-role':
    case 'account-taken':
      return peopleRefusal(refusal);
    case 'highlight-approved':
    case 'highlight-moved-on':
    case 'highlight-is-draft':
    case 'unknown-highlight':
    case 'unknown-family-subject':
    case 'not-publishable':
    case 'unknown-family-item':
    case 'empty-page':
    case 'unexplained-words':
    case 'page-personal-data':
    case 'small-counts':
    case 'page-small-counts':
      return reportRefusal(refusal);
    case 'unknown-message':
    case 'message-moved-on':
      return deliveryRefusal(refusal);
    case 'unknown-kpi':
    case 'unreadable-figure':
    case 'target-not-there':
    case 'meeting-not-held':
    case 'meeting-called-off':
    case 'minutes-agreed':
    case 'target-after-meeting':
      return kpiRefusal(refusal);
    case 'objective-closed':
    case 'no-reason':
    case 'nothing-to-change':
    case 'ref-taken':
    case 'unknown-part':
    case 'unknown-link':
    case 'ambiguous-link':
    case 'linked-already':
    case 'not-linked-to':
    case 'unknown-change':
    case 'change-decided':
    case 'change-overtaken':
    case 'unknown-version':
    case 'version-not-frozen':
    case 'draft-open':
    case 'no-draft':
    case 'unknown-forum':
    case 'unknown-meeting':
    case 'meeting-there':
    case 'day-is-over':
    case 'no-round':
    case 'cycle-state':
    case 'no-pack':
    case 'unknown-pack':
    case 'bad-recurrence':
    case 'unknown-calendar':
    case 'not-closed':
    case 'needs-channel':
    case 'unknown-channel':
      return planRefusal(refusal);
    case 'unknown-item':
    case 'ambiguous-item':
    case 'several-numbers':
    case 'item-settled':
    case 'bad-item-status':
    case 'bad-link':
    case 'blue-needs-evidence':
    case 'own-challenge':
      return planPartRefusal(refusal);
    case 'bad-file':
    case 'unknown-import':
    case 'import-settled':
    case 'import-outdated':
    case 'plan-not-empty':
      return importRefusal(refusal);
    default:
      return refusal satisfies never;
  }
}

/** Each reason by its reference, in the words of the refusal that it would be alone. */
function noneRecorded({
  refusals,
  again,
  label,
}: Extract<Refusal, { code: 'none-recorded' }>): Message {
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
  ]);
}
