// The bodies whose people answer for the plan, as the programme office sees and changes them.

import { confirmMessage } from '../../../core/message/messages/confirm.ts';
import {
  bullets,
  code,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import { kindText } from '../domain/organisation.ts';

export type OrganisationLine = {
  readonly name: string;
  readonly kind: string;
  readonly people: number;
  /** Bodies that became part of it, by the names that they had. */
  readonly formerly: readonly string[];
};

/** All of them, with how many people each has. */
export function organisationsMessage(organisations: readonly OrganisationLine[]): Message {
  return {
    title: `Organisations: ${organisations.length}`,
    blocks: [
      ...(organisations.length > 0
        ? [
            {
              kind: 'table' as const,
              caption: 'Organisations',
              columns: [{ header: 'Organisation' }, { header: 'Kind' }, { header: 'People' }],
              rows: organisations.map(({ name, kind, people, formerly }) => [
                formerly.length > 0 ? `${name} (took in ${formerly.join(', ')})` : name,
                kindText(kind),
                String(people),
              ]),
            },
          ]
        : [
            paragraph(
              'There are none yet. Add the first: ',
              code('/pap admin organisation add "Example Council" as council'),
            ),
          ]),
    ],
    footer: inline('More: ', code('/pap help admin organisation')),
  };
}

/** A new one. */
export function organisationAddedMessage(name: string, kind: string): Message {
  return {
    title: `${name} was added`,
    tone: 'good',
    blocks: [
      paragraph(
        `Kind: ${kindText(kind)}. Next, add its people: `,
        code(`/pap admin people add "Sam Reed" sam@example.org ${name}`),
      ),
    ],
  };
}

/** Another name, or another kind. */
export function organisationChangedMessage(before: string, after: string): Message {
  return {
    title: `${before} is now ${after}`,
    tone: 'good',
    blocks: [
      paragraph('What was recorded before today keeps the old name. Everything new has this one.'),
    ],
  };
}

/** What it does, before it is done: it cannot be undone with one line. */
export function mergeQuestion(
  from: string,
  into: string,
  { people, refs }: { readonly people: number; readonly refs: readonly string[] },
): Message {
  const answers = refs.length > 0 ? ` ${into} then answers for ${refs.join(', ')}.` : '';
  return confirmMessage(
    `Does ${from} become part of ${into}?`,
    `${people === 1 ? 'One person moves' : `${people} people move`} to ${into}.${answers} What was recorded before keeps the name ${from}.`,
    `admin organisation merge confirm "${from}" into "${into}"`,
  );
}

/** Two have become one. */
export function mergedMessage(
  from: string,
  into: string,
  { people, refs }: { readonly people: readonly string[]; readonly refs: readonly string[] },
): Message {
  return {
    title: `${from} is now part of ${into}`,
    tone: 'good',
    blocks: [
      paragraph('What was recorded before today keeps the old name.'),
      bullets([
        inline(`People who moved: ${people.join(', ') || 'none'}`),
        inline(`Objectives that ${into} answers for now: ${refs.join(', ') || 'none'}`),
      ]),
    ],
  };
}
