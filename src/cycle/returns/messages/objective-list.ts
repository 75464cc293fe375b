// Lists of objectives: mine, and what is outstanding.
import type { Temporal } from 'temporal-polyfill';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ratingText } from '../../../core/message/messages/rag-text.ts';
import {
  type AbsenceFacts,
  coverText,
  periodText,
} from '../../../plan/absences/messages/absence.ts';
import {
  answersAlone,
  isOverdue,
  isOwner,
  isVacant,
  type Objective,
} from '../../../plan/objectives/domain/objective.ts';
import { ownersText, returnActions } from '../../../plan/overview/messages/objective-card.ts';
import { type Cycle, cycleDeadlines, cyclePhase } from '../../cycles/domain/cycle.ts';

/** What one form can carry, whichever platform shows it. */
export const MAX_IN_FORM = 12;

/** More than this many would be unreadable in chat; the rest is one filter away. */
export const MAX_LISTED = 20;

export type MineFacts = {
  readonly personId: string;
  readonly objectives: readonly Objective[];
  /** Ids of those whose return is still to come. */
  readonly outstanding: ReadonlySet<string>;
  readonly cycle: Cycle | null;
  /** The cycle whose papers stand: nothing can be returned until its meeting is over. */
  readonly frozen: Cycle | null;
  /** The person's absence, today's or the next one. */
  readonly away?: AbsenceFacts | null;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
};

/** The person's own objectives, each with Same and Change. */
export function mineMessage(facts: MineFacts): Message {
  const { personId, objectives, outstanding, cycle, frozen, now } = facts;
  if (objectives.length === 0) {
    return {
      title: 'You answer for no objective',
      blocks: [
        paragraph(
          'Nothing is asked of you. ',
          code('/pap outstanding'),
          ' shows what is still to come; ',
          code('/pap help'),
          ' shows the rest.',
        ),
      ],
    };
  }
  const sorted = owedFirst(facts);
  const own = objectives.filter((objective) => isOwner(objective, personId));
  const owed = own.filter(({ id }) => outstanding.has(id)).length;
  return {
    title: `Your objectives (${objectives.length})`,
    blocks: [
      paragraph(standingText(owed, own.length, cycle, now)),
      ...awayBlocks(facts),
      ...(frozen ? [paragraph(frozenText(frozen))] : returnAll(objectives)),
      ...sorted.slice(0, MAX_LISTED).flatMap((objective) => ownObjective(objective, facts)),
      ...notListed(sorted.slice(MAX_LISTED)),
    ],
  };
}

/** What the person owes, then what they have returned, then what is its owner's to return. */
export function owedFirst({
  objectives,
  outstanding,
  personId,
}: Pick<MineFacts, 'objectives' | 'outstanding' | 'personId'>): readonly Objective[] {
  const place = (one: Objective) =>
    Number(!answersAlone(one, personId)) * 2 + Number(!outstanding.has(one.id));
  return [...objectives].sort((one, other) => place(one) - place(other));
}

/** When the person is away, and who covers. */
export function awayBlocks({ away }: Pick<MineFacts, 'away'>): Block[] {
  return away ? [paragraph(`You are away ${periodText(away)}: ${coverText(away)}.`)] : [];
}

/** Why nothing can be returned, and until when. */
export function frozenText(cycle: Cycle): string {
  const { freezes, ends } = cycleDeadlines(cycle);
  const opens = dayText(ends.toZonedDateTimeISO(cycle.timeZone).toPlainDate());
  return `The papers for ${cycle.meetingTitle} were frozen on ${momentText(freezes, cycle.timeZone)}, so nothing can be returned now. Updates are taken again from ${opens}.`;
}

/** One objective has its own two buttons; several can be returned with one form. */
export function returnAll(objectives: readonly Objective[]): Block[] {
  return objectives.length < 2
    ? []
    : [
        buttonRow([
          {
            label: objectives.length > MAX_IN_FORM ? `Return ${MAX_IN_FORM} at once` : 'Return all',
            line: 'mine form',
            style: 'primary',
          },
        ]),
      ];
}

function standingText(owed: number, all: number, cycle: Cycle | null, now: Temporal.Instant) {
  if (!cycle) return 'No meeting that collects returns lies ahead, so nothing is asked of you.';
  if (owed === 0) return 'You have returned everything that is asked of you.';
  const which =
    owed < all
      ? `${owed} of your ${all} ${owed === 1 ? 'is' : 'are'}`
      : all === 1
        ? 'Yours is'
        : `All ${all} of yours are`;
  return `${which} still to return. ${cycleText(cycle, now)}`;
}

function refsOf(objectives: readonly Objective[]): string {
  return objectives.map(({ ref }) => ref).join(', ');
}

/** The names of those that are not listed. */
export function notListed(objectives: readonly Objective[]): Block[] {
  const [first] = objectives;
  if (!first) return [];
  return [
    { kind: 'divider' },
    paragraph(
      `And ${objectives.length} more: ${refsOf(objectives)}. For one of them type `,
      code(`/pap show ${first.ref}`),
      '.',
    ),
  ];
}

/** One of the person's objectives: where it stands, and what can be done about it. */
export function ownObjective(objective: Objective, facts: MineFacts): Block[] {
  const { outstanding, personId, cycle, frozen, today } = facts;
  const { id, ref, title, due, example } = objective;
  const parts = [
    ` ${title}${exampleMark(example)}`,
    ratingText(objective),
    ...(due ? [`due ${due.text}${isOverdue(objective, today) ? ' (overdue)' : ''}`] : []),
    ...(cycle ? [outstanding.has(id) ? 'return outstanding' : 'returned'] : []),
    ...standInText(objective, personId),
    ...(isVacant(objective) ? ['vacant: nobody is named as owner'] : []),
  ];
  return [
    { kind: 'divider' },
    paragraph(strong(ref), parts.join(' · ')),
    ...(frozen ? [] : [buttonRow(returnActions(objective))]),
  ];
}

/** What the person is to an objective that they do not own. */
function standInText(objective: Objective, personId: string): string[] {
  if (isOwner(objective, personId)) return [];
  const roles = objective.assignees.filter((one) => one.personId === personId);
  return roles.some(({ role }) => role === 'deputy') ? ['you are the deputy'] : ['you cover'];
}

/** Who a cycle is for, and where it stands. */
export function cycleText(cycle: Cycle, now: Temporal.Instant): string {
  const { opens, returnsDue, freezes } = cycleDeadlines(cycle);
  const name = `${cycle.meetingTitle} (${dayText(cycle.meetingDate)}${exampleMark(cycle.example)})`;
  const moment = (at: Temporal.Instant) => momentText(at, cycle.timeZone);
  switch (cyclePhase(cycle, now)) {
    case 'planned':
      return `Returns for ${name} are due ${moment(returnsDue)}; the first request goes out ${moment(opens)}.`;
    case 'open':
      return `Returns for ${name} are due ${moment(returnsDue)}.`;
    case 'late':
      return `Returns for ${name} were due ${moment(returnsDue)}; they are taken, marked late, until ${moment(freezes)}.`;
    case 'frozen':
      return `The papers for ${name} have been frozen since ${moment(freezes)}.`;
    case 'papers':
      return `The papers for ${name} are out; they have been frozen since ${moment(freezes)}.`;
    case 'held':
    case 'minuted':
      return `${name} is over.`;
  }
}

export type OutstandingFacts = {
  readonly groups: readonly {
    readonly cycle: Cycle;
    readonly objectives: readonly Objective[];
    readonly asked: number;
  }[];
  /** The filters in words, e.g. `theme 1, red`; empty when there are none. */
  readonly filter: string;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
};

/** Everything whose return has not come in, cycle by cycle. */
export function outstandingMessage({ groups, filter, today, now }: OutstandingFacts): Message {
  const total = groups.reduce((sum, { objectives }) => sum + objectives.length, 0);
  const scope = filter === '' ? '' : ` · ${filter}`;
  if (groups.length === 0) {
    return {
      title: `Outstanding returns${scope}`,
      blocks: [
        paragraph('No meeting that collects returns lies ahead, so nothing is outstanding.'),
      ],
    };
  }
  return {
    title: `Outstanding returns: ${total}${scope}`,
    blocks: groups.flatMap(({ cycle, objectives, asked }): Block[] => [
      paragraph(cycleText(cycle, now)),
      objectives.length === 0
        ? paragraph(filter === '' ? allInText(asked) : 'Nothing is outstanding with that filter.')
        : outstandingTable(objectives, today),
      ...(objectives.length > MAX_LISTED
        ? [
            paragraph(
              `And ${objectives.length - MAX_LISTED} more: ${refsOf(objectives.slice(MAX_LISTED))}. Narrow the list with `,
              code('/pap outstanding theme 1'),
              ', ',
              code('red'),
              ' or a name.',
            ),
          ]
        : []),
    ]),
    ...(total === 0 ? { tone: 'good' as const } : {}),
    footer: inline('Filters: theme 1 · red · overdue · a name'),
  };
}

function allInText(asked: number): string {
  if (asked === 0) return 'No return is asked for.';
  return asked === 1 ? 'The only return is in.' : `All ${asked} returns are in.`;
}

function outstandingTable(objectives: readonly Objective[], today: Temporal.PlainDate): Block {
  return {
    kind: 'table',
    caption: 'Not yet returned',
    columns: [
      { header: 'Objective' },
      { header: 'Last rating' },
      { header: 'Owner' },
      { header: 'Due' },
    ],
    rows: objectives
      .slice(0, MAX_LISTED)
      .map((objective) => [
        `${objective.ref} ${objective.title}${exampleMark(objective.example)}`,
        ratingText(objective),
        ownersText(objective),
        objective.due
          ? `${objective.due.text}${isOverdue(objective, today) ? ' (overdue)' : ''}`
          : 'not stated',
      ]),
  };
}
