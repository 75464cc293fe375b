// The longer refusals about people: who is not linked, what is too personal, and who was quicker.
import type { InterveningChange, Refusal } from '../domain/refusal.ts';
import { type Action, code, type Message, paragraph, strong } from './message.ts';
import { ragChangeText } from './rag-text.ts';
import { button, fits, say } from './refusal-parts.ts';

const personalKinds = {
  'nhs-number': 'an NHS number',
  upn: 'a unique pupil number',
  'date-of-birth': 'a date of birth',
  address: 'an address',
  phone: 'a phone number',
  email: 'an e-mail address of somebody who is not on the plan',
  'child-detail': 'a detail that may tell which child is meant',
} as const;

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
    {
      kind: 'actions',
      actions: [instead, ...(asTyped ? [asTyped] : [])].filter(fits),
    },
  ]);
}

/** Why the account speaks for nobody, and what helps. */
export function notLinked({
  reason,
  platform,
}: Pick<Extract<Refusal, { code: 'not-linked' }>, 'reason' | 'platform'>): Message {
  const [why, next] = notLinkedTexts[reason];
  // A terminal has no accounts that could be linked, and only a member's request is passed on.
  const mayAsk = platform !== 'terminal' && (reason === 'no-match' || reason === 'no-email');
  return say('I don’t know who you are on the plan', [
    paragraph(`${why} So nothing can be shown or changed.`),
    paragraph(`${next}; then type `, code('/pap link'), '.'),
    ...(mayAsk
      ? [
          paragraph(
            'Or type it with who you are, for example ',
            code('/pap link I am Sam Reed from the NHS trust'),
            ', and the programme office is asked to link you.',
          ),
        ]
      : []),
  ]);
}

/** Why somebody is not known, and what helps. */
const notLinkedTexts = {
  'no-match': [
    'Your account’s e-mail address is not that of anybody on the plan.',
    'Ask your programme office to put you on the plan with the e-mail address that you use here',
  ],
  guest: [
    'Guest accounts are not linked by themselves.',
    'Use an account of your own organisation, or ask your programme office which one to use',
  ],
  bot: ['Bots have no part in the plan.', 'Use your own account'],
  inactive: [
    'Your account is deactivated.',
    'Ask whoever runs this workspace to activate it again',
  ],
  'no-email': [
    'This platform did not show your e-mail address.',
    'Add it to your profile, or ask whoever runs this workspace to let this app read it',
  ],
  'other-workspace': [
    'This workspace does not belong to a partnership that is set up here.',
    'Ask your programme office to connect it, or use the workspace that they have connected',
  ],
} as const;

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
