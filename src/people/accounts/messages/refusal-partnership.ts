// What is said where a request finds no partnership, or more than one.
import {
  type Action,
  type Block,
  bullets,
  buttonRow,
  code,
  inline,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { fits, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { Named } from '../domain/choose-partnership.ts';
import type { PartnershipRefusal } from '../domain/refusal-partnership.ts';

/** A list that long is read by nobody. */
const MOST_LISTED = 20;

/** The words, reason by reason. */
export const partnershipRefusals: Words<PartnershipRefusal> = {
  'which-partnership': (refusal) =>
    say('Which partnership is this for?', [
      paragraph(
        refusal.kept
          ? 'Nothing was done yet: you are on the plan of several. Choose one, and I keep to it for what you write to me in private:'
          : 'Nothing was done yet: this place belongs to several. Choose one:',
      ),
      ...listed(refusal.choices),
      ...howToAnswer(refusal),
    ]),
  'unknown-partnership': (refusal) =>
    say(`There is no partnership “${refusal.typed.slice(0, 60)}” for you here`, [
      ...(refusal.choices.length > 0
        ? [paragraph('Nothing was changed. There is:'), ...listed(refusal.choices)]
        : [paragraph('Nothing was changed.')]),
      ...(refusal.platform === 'terminal' ? [terminalForm()] : switchButtons(refusal.choices)),
    ]),
  'partnership-not-here': () =>
    say('That button belongs to a partnership that is not here any more', [
      paragraph('Nothing was changed. ', code('/pap mine'), ' shows what is yours now.'),
    ]),
};

function howToAnswer(refusal: Extract<Refusal, { code: 'which-partnership' }>): Block[] {
  if (refusal.platform === 'terminal') return [terminalForm()];
  const { line, guard, kept } = refusal;
  const actions = refusal.choices.map(
    ({ id, name }): Action => ({
      label: name.slice(0, 60),
      line: line === '' ? 'mine' : line,
      partnershipId: id,
      ...(guard && { guard }),
      ...(kept && { keeps: true }),
    }),
  );
  const first = refusal.choices[0]?.key ?? '';
  return actions.every(fits)
    ? [buttonRow(actions)]
    : [
        paragraph(
          'What you wrote is too long for a button. Type ',
          code(`/pap partnership ${first}`),
          ', or the name of another, and send it again.',
        ),
      ];
}

/** Buttons that choose one of them. */
export function switchButtons(choices: readonly Named[]): Block[] {
  return choices.length === 0
    ? []
    : [
        buttonRow(
          choices.slice(0, MOST_LISTED).map(({ key, name }) => ({
            label: name.slice(0, 60),
            line: `partnership ${key}`,
          })),
        ),
      ];
}

/** Their names, with the key that scripts and the terminal use. */
export function listed(choices: readonly Named[]): Block[] {
  const left = choices.length - MOST_LISTED;
  return [
    bullets(
      choices.slice(0, MOST_LISTED).map(({ key, name }) => inline(strong(name), ` (${key})`)),
    ),
    ...(left > 0 ? [paragraph(`And ${left} more.`)] : []),
  ];
}

function terminalForm(): Block {
  return paragraph(
    'In the terminal say which with ',
    code('--partnership KEY'),
    ' before the words.',
  );
}
