// The programme office's view of who is on the plan, and what it and others are told when that changes.
import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import {
  type Block,
  bullets,
  code,
  fact,
  factTable,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';

/** More than this many would be unreadable in chat. */
const MAX_LISTED = 40;

export type PersonFacts = {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly furtherEmails: readonly string[];
  /** In words, each with its days. */
  readonly roles: readonly string[];
  readonly platforms: readonly string[];
  /** With the number of each where there are several. */
  readonly accounts: readonly string[];
  readonly owns: readonly string[];
  readonly example: boolean;
};

export type PeopleFacts = {
  readonly people: readonly PersonFacts[];
  readonly left: readonly { readonly name: string; readonly on: Temporal.PlainDate | null }[];
  readonly vacant: readonly { readonly ref: string; readonly title: string }[];
  readonly requests: number;
};

/** Everybody, and what needs doing. */
export function peopleMessage({ people, left, vacant, requests }: PeopleFacts): Message {
  return {
    title: `People on the plan: ${people.length}`,
    blocks: [
      {
        kind: 'table',
        caption: 'People',
        columns: [
          { header: 'Person' },
          { header: 'Roles' },
          { header: 'Owns' },
          { header: 'Accounts' },
        ],
        rows: people
          .slice(0, MAX_LISTED)
          .map(({ name, organisation, roles, owns, platforms, example }) => [
            `${name}, ${organisation}${example ? ' (example)' : ''}`,
            roles.join('; ') || 'none',
            owns.join(', ') || 'nothing',
            platforms.join(', ') || 'none',
          ]),
      },
      ...(people.length > MAX_LISTED
        ? [
            paragraph(
              `${people.length - MAX_LISTED} more: `,
              code('/pap admin people @name'),
              ' shows one.',
            ),
          ]
        : []),
      ...vacantBlocks(vacant),
      ...(requests > 0
        ? [
            paragraph(
              `${requests} ${requests === 1 ? 'request' : 'requests'} to be linked: `,
              code('/pap admin people requests'),
            ),
          ]
        : []),
      ...(left.length > 0
        ? [
            paragraph(
              strong('Left: '),
              left.map(({ name, on }) => `${name}${on ? ` (${dayText(on)})` : ''}`).join(', '),
            ),
          ]
        : []),
    ],
    footer: inline('More: ', code('/pap help admin people')),
  };
}

function vacantBlocks(vacant: PeopleFacts['vacant']): Block[] {
  if (vacant.length === 0) return [];
  return [
    paragraph(strong('Vacant: nobody is named as owner')),
    objectiveList(vacant),
    paragraph('To fill one: ', code(`/pap handover ${vacant[0]?.ref ?? ''} @name`)),
  ];
}

/** One person. */
export function personMessage({
  name,
  organisation,
  email,
  furtherEmails,
  roles,
  accounts,
  owns,
  example,
}: PersonFacts): Message {
  return {
    title: `${name}${example ? ' (example)' : ''}`,
    blocks: [
      factTable([
        fact('Organisation', organisation),
        fact('E-mail', [email, ...furtherEmails].join(', ')),
        fact('Roles', roles.join('; ') || 'none'),
        fact('Owns', owns.join(', ') || 'nothing'),
        fact('Linked accounts', accounts.join(', ') || 'none'),
      ]),
    ],
  };
}

/** Somebody new. */
export function personAddedMessage(person: {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
}): Message {
  return {
    title: `${person.name} is on the plan`,
    tone: 'good',
    blocks: [
      paragraph(
        `For ${person.organisation}. PAP looks for their account in Slack and Teams by the address ${person.email}, and links it; their first word to PAP from such an account links it as well.`,
      ),
    ],
  };
}

/** Another name, address or organisation, as the office reads it. */
export function personChangedMessage(
  name: string,
  field: string,
  { before, after }: { readonly before: string; readonly after: string },
): Message {
  return {
    title: `${name}: ${field} is now ${after}`,
    tone: 'good',
    blocks: [
      paragraph(`It was ${before}. What was recorded before today keeps what it said then.`),
      ...(field === 'e-mail'
        ? [
            paragraph(
              'Accounts that are linked stay linked. A new account is linked when it writes from this address.',
            ),
          ]
        : []),
    ],
  };
}

/** The same, as the person reads it. */
export function ownDetailsMessage(field: string, before: string, after: string): Message {
  return {
    title: `Your ${field} on the plan is now ${after}`,
    blocks: [
      paragraph(`It was ${before}. `, code('/pap whoami'), ' shows what is recorded of you.'),
      paragraph('If that is wrong, tell the programme office.'),
    ],
    footer: inline('You are getting this because the programme office changed it.'),
  };
}

/** A role given or ended, as the office reads it. */
export function roleMessage(name: string, role: string, when: string): Message {
  return { title: `${name}: ${role}`, tone: 'good', blocks: [paragraph(`${when}.`)] };
}

/** The same, as the person reads it. */
export function ownRoleMessage(role: string, when: string): Message {
  return {
    title: `Your role: ${role}`,
    blocks: [paragraph(`${when}. `, code('/pap whoami'), ' shows all of yours.')],
    footer: inline('You are getting this because the programme office changed your role.'),
  };
}

export type LeavingFacts = {
  readonly name: string;
  readonly leftOn: Temporal.PlainDate;
  readonly vacant: readonly { readonly ref: string; readonly title: string }[];
  /** Handovers to them, and covers by them, that fell through. */
  readonly withdrawn: readonly string[];
};

/** Somebody has left: the answer to the office, and the news to whoever has to act. */
export function personLeftMessage({ name, leftOn, vacant, withdrawn }: LeavingFacts): Message {
  return {
    title: `${name} has left`,
    tone: vacant.length > 0 ? 'attention' : 'plain',
    blocks: [
      paragraph(`On ${dayText(leftOn)}. Their accounts and roles have ended.`),
      ...vacantBlocks(vacant),
      ...(withdrawn.length > 0 ? [paragraph(strong('Withdrawn: '), withdrawn.join('; '))] : []),
    ],
  };
}

/** To co-chairs. */
export function vacancyMessage(facts: LeavingFacts): Message {
  return {
    title: `${facts.name} has left: ${facts.vacant.map(({ ref }) => ref).join(', ')} vacant`,
    tone: 'attention',
    blocks: [
      objectiveList(facts.vacant),
      paragraph('Nobody is chased for these. The programme office has been told.'),
    ],
    footer: inline('You are getting this because you co-chair their theme.'),
  };
}

/** Somebody is back. */
export function personReturnedMessage(name: string, owns: readonly string[]): Message {
  return {
    title: `${name} is back`,
    tone: 'good',
    blocks: [
      paragraph(
        owns.length > 0
          ? `Theirs again, because nobody else took it over: ${owns.join(', ')}.`
          : 'They own nothing.',
      ),
      paragraph('Their accounts work again. Roles are given anew.'),
    ],
  };
}

/** An account linked, refused or taken away. */
export function accountMessage(title: string, text: string): Message {
  return { title, tone: 'good', blocks: [paragraph(text)] };
}

function objectiveList(objectives: PeopleFacts['vacant']): Block {
  return bullets(objectives.map(({ ref, title }) => inline(strong(ref), ` ${title}`)));
}
