// What is said where somebody is not found, or the office’s work on who they are is refused.

import { capital } from '../../../core/message/domain/text-ends.ts';
import {
  type Action,
  type Block,
  bullets,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import { isChat } from '../../../core/request/domain/platform.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { fits, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { PeopleRefusal } from '../domain/refusal-people.ts';

/** More than these are to be told apart by typing. */
const MOST_CHOICES = 5;

/** The words, reason by reason. */
export const peopleRefusals: Words<PeopleRefusal> = {
  'not-linked': (refusal) => notLinked(refusal),
  'unknown-person': (refusal) =>
    say(`Nobody on the plan matches “${refusal.typed}”`, [
      paragraph('Use a name, an e-mail address or an @mention.'),
      ...(refusal.suggestions.length > 0
        ? [paragraph('Did you mean:'), bullets(refusal.suggestions.map((name) => inline(name)))]
        : []),
      ...choices(refusal.lines),
    ]),
  'ambiguous-person': (refusal) =>
    say(`More than one person matches “${refusal.typed}”`, [
      paragraph('Use the whole name or the e-mail address:'),
      bullets(refusal.choices.map((choice) => inline(choice))),
      ...choices(refusal.lines),
    ]),
  'nothing-to-do': (refusal) =>
    say('There is nothing to do', [
      paragraph(
        `${refusal.problem} Nothing was changed. To look, type `,
        code(`/pap ${refusal.look}`),
        '.',
      ),
    ]),
  'no-such-number': (refusal) =>
    say(`There is no ${refusal.kind} ${refusal.number}`, [
      paragraph('Nothing was changed. ', code(`/pap ${refusal.list}`), ' lists them.'),
    ]),
  'agreement-over': (refusal) =>
    say(`${capital(refusal.kind)} ${refusal.number} is settled`, [
      paragraph(`Nothing was changed: it was ${refusal.state} before.`),
    ]),
  'same-person': (refusal) =>
    say(
      refusal.what === 'cover'
        ? `${refusal.name} cannot cover for themselves`
        : `${refusal.name} cannot hand over to themselves`,
      [paragraph('Nothing was changed. Name somebody else.')],
    ),
  'no-account': (refusal) =>
    say(`You have no ${refusal.platform} account linked`, [
      paragraph(
        'Nothing was changed. Type ',
        code('/pap link'),
        ` once in ${refusal.platform}; then choose it again.`,
      ),
    ]),
  'last-office': (refusal) =>
    say('Somebody has to be the programme office', [
      paragraph(
        `Nothing was changed: ${refusal.name} is the last. Give the role to somebody else first, for example `,
        code('/pap admin people role @ella programme office'),
        '.',
      ),
    ]),
  'on-the-plan-already': (refusal) =>
    say(`${refusal.email} is on the plan already`, [
      paragraph(
        refusal.left
          ? `Nothing was changed: it is ${refusal.name}, who has left. If they are back, type `
          : `Nothing was changed: it is ${refusal.name}. To see them, type `,
        code(refusal.left ? `/pap admin people return ${refusal.email}` : `/pap admin people`),
        '.',
      ),
    ]),
  'own-role': () =>
    say('You cannot give yourself a role', [
      paragraph(
        'Nothing was changed. Somebody else of the programme office has to give it to you; if you are the only one, whoever runs the server can: ',
        code('npm run setup -- my-plan.xlsx'),
      ),
    ]),
  'holds-role-already': (refusal) =>
    say(`${refusal.name} is ${refusal.role} then already`, [paragraph('Nothing was changed.')]),
  'holds-no-such-role': (refusal) =>
    say(`${refusal.name} is not ${refusal.role}`, [
      paragraph('Nothing was changed. ', code('/pap admin people'), ' lists who is what.'),
    ]),
  'account-taken': (refusal) =>
    say('That account speaks for somebody else by now', [
      paragraph(
        `Nothing was changed. Refuse request ${refusal.number}, or unlink the account first.`,
      ),
    ]),
  'link-request-expired': (refusal) =>
    say(`Link request ${refusal.number} is too old to decide`, [
      paragraph(
        `Nothing was changed. It is more than ${refusal.days} days old, so what it says of the guest may not be true any more. Ask them to write to PAP again, and you get a new request.`,
      ),
    ]),
};

/** Each of those who may be meant as a button that finishes the line. */
function choices(lines: readonly Action[] = []): Block[] {
  const fitting = lines.filter(fits).slice(0, MOST_CHOICES);
  return fitting.length > 0 ? [buttonRow(fitting)] : [];
}

/** Why the account speaks for nobody, and what helps. */
export function notLinked({ reason, platform, request, outsideTenantId }: NotLinked): Message {
  if (request) return guestToldMessage(request);
  if (reason === 'organisation-not-allowed') return notAllowed(platform, outsideTenantId);
  const [why, next] = notLinkedTexts[reason];
  // A terminal has no accounts that could be linked, and nobody asks for a bot or an account that is closed.
  const mayAsk = isChat(platform) && MAY_ASK.has(reason);
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

const MAY_ASK: ReadonlySet<string> = new Set(['no-match', 'no-email', 'guest']);

type NotLinked = Omit<Extract<Refusal, { code: 'not-linked' }>, 'code'>;

type GuestRequest = NonNullable<NotLinked['request']>;

/** To somebody of another organisation that the office has not allowed. */
function notAllowed(platform: string, outsideTenantId: string | undefined): Message {
  return say('Your organisation can’t use PAP here yet', [
    paragraph('Nothing was shown or changed. The programme office can allow it:'),
    paragraph(
      outsideTenantId === undefined
        ? 'ask them, and use an account of theirs until then.'
        : code(
            `/pap admin people allow ${platform} ${outsideTenantId} "your organisation" because …`,
          ),
    ),
  ]);
}

/** To a guest, whatever they wrote: what the office was asked about them. */
function guestToldMessage({ number, state }: GuestRequest): Message {
  return say('You’re a guest here, so I need to check who you are', [
    paragraph(`${guestTexts[state](number)} Nothing was shown or changed.`),
    ...(state === 'refused'
      ? [
          paragraph(
            'To ask again, say who you are, for example ',
            code('/pap link I am Sam Reed from the NHS trust'),
            '.',
          ),
        ]
      : [paragraph('Once they have answered, ', code('/pap mine'), ' works here.')]),
  ]);
}

const guestTexts = {
  asked: (number: number) => `I’ve asked your programme office to confirm it (request ${number}).`,
  waiting: (number: number) => `Your programme office hasn’t answered request ${number} yet.`,
  refused: (number: number) =>
    `Your programme office didn’t link your account (request ${number}). Talk to them if that’s a mistake.`,
} as const satisfies Record<GuestRequest['state'], (number: number) => string>;

/** Why somebody is not known, and what helps. */
const notLinkedTexts = {
  'no-match': [
    'Your account’s e-mail address is not that of anybody on the plan.',
    'Ask your programme office to put you on the plan with the e-mail address that you use here',
  ],
  guest: [
    'Guest accounts are not linked by themselves.',
    'Ask your programme office to put you on the plan with the e-mail address of this account',
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
} as const satisfies Partial<Record<NotLinked['reason'], readonly [string, string]>>;
