// Accounts that asked to be linked: what the asker is told, and what the programme office decides.

import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Action,
  type Block,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { GuestFacts } from '../../../core/request/domain/platform.ts';
import { guestLine } from '../../guests/messages/guest.ts';
import type { PlatformName } from '../../people/messages/identity.ts';

export type LinkRequestFacts = {
  readonly number: number;
  readonly platform: PlatformName;
  /** Who they say they are, in their words. */
  readonly claim: string;
  readonly requestedAt: Temporal.Instant;
  readonly timeZone: string;
  /** Whoever has a guest's address on the plan, else people whose names are in the claim. */
  readonly likely: readonly Likely[];
  /** Whether `likely` have the address. */
  readonly byAddress: boolean;
  /** Null: a member asks. */
  readonly guest: GuestFacts | null;
};

type Likely = { readonly name: string; readonly email: string; readonly organisation: string };

/** To the asker. */
export function linkPassedOnMessage(number: number, again: boolean): Message {
  return {
    title: again ? 'Your request waits for an answer' : 'Your request has been passed on',
    tone: again ? 'plain' : 'good',
    blocks: [
      paragraph(
        `${again ? 'Nothing new was recorded: the' : 'The'} programme office has request ${number} and decides who you are on the plan. Until then nothing can be shown or changed.`,
      ),
      paragraph('Once they have, ', code('/pap mine'), ' works here.'),
    ],
  };
}

/**
 * To the programme office.
 * @param email the address that the platform vouches for; null where it shows none
 */
export function linkRequestedMessage(request: LinkRequestFacts, email: string | null): Message {
  const { platform, guest } = request;
  const footer = inline('You are getting this because you are the programme office.');
  if (guest)
    return {
      title: `A guest in ${platform} wrote to PAP`,
      blocks: guestBlocks(request, guest),
      footer,
    };
  return {
    title: `An account in ${platform} asks to be linked`,
    blocks: [
      ...requestBlocks(request),
      paragraph(
        email === null
          ? `${platform} shows no e-mail address of this account. Make sure that it is theirs before you link it.`
          : `${platform} vouches for ${email}, which is nobody’s on the plan. Make sure that it is theirs before you link it.`,
      ),
    ],
    footer,
  };
}

/** Who the guest is, whether the address is on the plan, and one press for each answer. */
function guestBlocks(request: LinkRequestFacts, guest: GuestFacts): Block[] {
  const { number, claim, requestedAt, timeZone, likely, byAddress, platform } = request;
  const [first] = likely;
  return [
    { kind: 'text', spans: guestLine(guest, platform) },
    paragraph(
      strong(`Request ${number}`),
      ` · ${momentText(requestedAt, timeZone)}`,
      claim === '' ? '' : `. They say: ${claim}`,
    ),
    ...(byAddress && first
      ? [
          paragraph(
            'The plan has this address for ',
            strong(`${first.name}, ${first.organisation}`),
            '. Is it them? Once linked, they can do here what the plan lets them do.',
          ),
        ]
      : [
          paragraph(
            guest.email === null
              ? 'Check who it is before you link them: '
              : 'Nobody on the plan has this address. If you know who it is: ',
            code(`/pap admin people link ${number} @name`),
          ),
        ]),
    decisionButtons(request),
  ];
}

/** Those that wait. */
export function linkRequestsMessage(requests: readonly LinkRequestFacts[]): Message {
  return {
    title: `Requests to be linked: ${requests.length}`,
    blocks:
      requests.length === 0
        ? [paragraph('None waits for an answer.')]
        : requests.flatMap((request) =>
            request.guest ? guestBlocks(request, request.guest) : requestBlocks(request),
          ),
  };
}

function requestBlocks(request: LinkRequestFacts): Block[] {
  const { number, claim, requestedAt, timeZone, platform } = request;
  return [
    paragraph(
      strong(`Request ${number}`),
      ` · ${platform} · ${momentText(requestedAt, timeZone)}. They say:`,
    ),
    paragraph(claim),
    paragraph('To link it: ', code(`/pap admin people link ${number} @name`)),
    decisionButtons(request),
  ];
}

function decisionButtons({ number, likely }: LinkRequestFacts): Block {
  const link = likely.map(
    ({ name, email }): Action => ({
      label: `Link to ${name}`,
      line: `admin people link ${number} ${email}`,
      style: 'primary',
    }),
  );
  return buttonRow([...link, { label: 'Refuse', line: `admin people refuse ${number}` }]);
}

/** To the person whose account was preferred to their others. */
export function accountPreferredMessage(platform: string): Message {
  return {
    title: `Messages come to you in ${platform} from now on`,
    blocks: [
      paragraph('As long as they arrive there. To choose otherwise: ', code('/pap settings'), '.'),
    ],
    footer: inline('You are getting this because the programme office chose it.'),
  };
}

/** To the person whose account was linked, on an account that they have. */
export function accountLinkedMessage(name: string, platform: string): Message {
  return {
    title: `An account in ${platform} was linked to you`,
    blocks: [
      paragraph(
        `It speaks for ${name} on the plan from now on. If it is not yours, tell the programme office at once.`,
      ),
    ],
    footer: inline('You are getting this because the programme office linked it.'),
  };
}
