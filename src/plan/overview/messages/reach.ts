// Who can be reached, as the programme office reads it: those who cannot come first, each with what to do.
import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import {
  type Block,
  code,
  type Inline,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { LinkedHow, Reach } from '../../../people/people/domain/reach.ts';
import { platformName } from '../../../people/people/messages/identity.ts';
import { type LookedFor, lookedForText } from './looked-for.ts';

export type PersonReach = {
  readonly name: string;
  readonly email: string;
  readonly furtherEmails: readonly string[];
  readonly organisation: string;
  readonly reach: Reach;
  /** Where they were looked for, and what came of it. */
  readonly looked: readonly LookedFor[];
  /** References of the objectives that they answer for today. */
  readonly owns: readonly string[];
};

/** More than this many would be unreadable in chat. */
const MAX_LISTED = 40;

/** `31 of 34 people can be reached`. */
export function reachText(people: readonly PersonReach[]): string {
  const reached = people.filter(({ reach }) => reach.kind === 'reached').length;
  return `${reached} of ${people.length} ${people.length === 1 ? 'person' : 'people'} can be reached`;
}

/**
 * Everybody's reach.
 * @param timeZone in which days are said
 */
export function reachMessage(people: readonly PersonReach[], timeZone: string): Message {
  const silent = people
    .filter(({ reach }) => reach.kind !== 'reached')
    // Whoever answers for something comes first.
    .toSorted((one, other) => Number(other.owns.length > 0) - Number(one.owns.length > 0));
  return {
    title: reachText(people),
    tone: silent.length === 0 ? 'good' : 'attention',
    blocks: [
      ...silentBlocks(silent, timeZone),
      organisationTable(people),
      ...reachedBlocks(people, timeZone),
    ],
  };
}

/** How the account came to be theirs. */
const howText: Readonly<Record<LinkedHow, string>> = {
  'first-word': 'with their first word to PAP',
  found: 'found by their address',
  office: 'linked by the programme office',
};

/** Of an account that stands in for another. */
function insteadText(because: Extract<Reach, { kind: 'reached' }>['because']): string {
  return because.kind === 'instead'
    ? `, as ${platformName(because.of.platform)} takes nothing for the account that they would rather use`
    : '';
}

function dayOf(at: Temporal.Instant, timeZone: string): string {
  return dayText(at.toZonedDateTimeISO(timeZone).toPlainDate());
}

function silentBlocks(silent: readonly PersonReach[], timeZone: string): Block[] {
  if (silent.length === 0) return [];
  return [
    paragraph(strong('Not reached')),
    {
      kind: 'list',
      items: silent.slice(0, MAX_LISTED).map((person) => silentLine(person, timeZone)),
    },
    ...(silent.length > MAX_LISTED ? [paragraph(`And ${silent.length - MAX_LISTED} more.`)] : []),
    paragraph(
      'Until then PAP asks them nothing. Somebody else can answer for them: ',
      code('/pap handover'),
      ' gives an objective to another owner.',
    ),
  ];
}

function silentLine(
  { name, email, furtherEmails, organisation, reach, owns, looked }: PersonReach,
  timeZone: string,
): Inline {
  const who = strong(`${name}, ${organisation}`);
  const what = owns.length > 0 ? ` (owns ${owns.join(', ')})` : '';
  const came = lookedForText(looked, timeZone);
  const cameOfIt = came && `${came} `;
  if (reach.kind === 'failing')
    return inline(
      who,
      `${what}: ${platformName(reach.platform)} has taken nothing for them since ${dayOf(reach.since, timeZone)}. ${cameOfIt}They may have removed PAP or left. Any word that they write to PAP puts it right.`,
    );
  return inline(
    who,
    `${what}: no account that PAP can write to. ${cameOfIt}Ask them to write “help” to PAP in Slack or Teams, with an account whose address is ${[email, ...furtherEmails].join(' or ')}. If they use another address, they write “link …” as PAP tells them, and you decide it with `,
    code('/pap admin people requests'),
    '.',
  );
}

function organisationTable(people: readonly PersonReach[]): Block {
  const organisations = [...new Set(people.map(({ organisation }) => organisation))].toSorted(
    (one, other) => one.localeCompare(other),
  );
  return {
    kind: 'table',
    caption: 'By organisation',
    columns: [{ header: 'Organisation' }, { header: 'Reached' }, { header: 'Where' }],
    rows: organisations.map((organisation) => {
      const own = people.filter((one) => one.organisation === organisation);
      const doors = own.flatMap(({ reach }) => (reach.kind === 'reached' ? [reach.platform] : []));
      const where = [...new Set(doors)]
        .toSorted()
        .map((door) => `${platformName(door)} ${doors.filter((one) => one === door).length}`);
      return [organisation, `${doors.length} of ${own.length}`, where.join(', ') || 'nowhere'];
    }),
  };
}

function reachedBlocks(people: readonly PersonReach[], timeZone: string): Block[] {
  const lines = people.flatMap(({ name, organisation, reach }) =>
    reach.kind === 'reached'
      ? [
          `${name}, ${organisation}: ${platformName(reach.platform)} since ${dayOf(reach.since, timeZone)}${reach.how ? `, ${howText[reach.how]}` : ''}${insteadText(reach.because)}`,
        ]
      : [],
  );
  if (lines.length === 0) return [];
  return [
    paragraph(strong('Reached')),
    { kind: 'list', items: lines.slice(0, MAX_LISTED).map((line) => inline(line)) },
    ...(lines.length > MAX_LISTED ? [paragraph(`And ${lines.length - MAX_LISTED} more.`)] : []),
  ];
}
