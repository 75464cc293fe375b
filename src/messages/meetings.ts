// Meetings with the deadlines that follow from them, as the office and the owners read them.
import type { Temporal } from 'temporal-polyfill';
import { type Cycle, cycleDeadlines } from '../domain/cycle.ts';
import { deadlineNames, deadlinesOf, leadText } from '../domain/forum-rules.ts';
import { exampleMark } from './example-notice.ts';
import { type Block, code, type Fact, inline, type Message, paragraph, strong } from './message.ts';
import { dayText, momentText } from './when.ts';

export type ForumMeetings = {
  readonly key: string;
  readonly name: string;
  readonly collectsReturns: boolean;
  /** The next ones, the earliest first. */
  readonly meetings: readonly Cycle[];
};

/** Every forum that has a meeting ahead, and the names of those that have none. */
export function meetingsMessage(forums: readonly ForumMeetings[]): Message {
  const [meeting, silent] = [
    forums.filter(({ meetings }) => meetings.length > 0),
    forums.filter(({ meetings }) => meetings.length === 0),
  ];
  return {
    title: 'Meetings ahead',
    blocks: [
      ...meeting.flatMap(forumBlocks),
      ...(meeting.length === 0 ? [paragraph('No meeting lies ahead.')] : []),
      ...(silent.length === 0
        ? []
        : [paragraph(`No meeting is known of ${silent.map(({ key }) => key).join(', ')}.`)]),
      paragraph(
        code('/pap admin cycle add siab 22 January 2025 "Board meeting"'),
        ' adds one, ',
        code('/pap admin cycle move siab 24 July 2024 to 31 July 2024'),
        ' moves one.',
      ),
    ],
  };
}

function forumBlocks({ key, name, collectsReturns, meetings }: ForumMeetings): Block[] {
  if (!collectsReturns) {
    const days = meetings.map((one) => `${dayText(one.meetingDate)} ${titleText(one)}`);
    return [paragraph(strong(name), ` (${key}): ${days.join('; ')}. It collects no returns.`)];
  }
  const [first] = meetings;
  const rules = first
    ? deadlinesOf(first.rules)
        .map(({ kind, lead }) => `${deadlineNames[kind]} ${leadText(lead)}`)
        .join('; ')
    : '';
  return [
    paragraph(strong(name), ` (${key}): ${rules}.`),
    {
      kind: 'table',
      caption: `${name}: deadlines`,
      columns: ['Meeting', 'Title', 'Opens', 'Returns due', 'Freeze'].map((header) => ({ header })),
      rows: meetings.map((one) => {
        const { opens, returnsDue, freezes } = cycleDeadlines(one);
        return [
          dayText(one.meetingDate),
          titleText(one),
          ...[opens, returnsDue, freezes].map((at) => momentText(at, one.timeZone)),
        ];
      }),
    },
  ];
}

/** The deadlines of one meeting as facts. */
function deadlineFacts(cycle: Cycle): Fact[] {
  const { opens, returnsDue, freezes } = cycleDeadlines(cycle);
  return [
    { label: 'Opens', value: inline(momentText(opens, cycle.timeZone)) },
    { label: 'Returns due', value: inline(momentText(returnsDue, cycle.timeZone)) },
    { label: 'Freeze', value: inline(momentText(freezes, cycle.timeZone)) },
  ];
}

/** A meeting was added. */
export function meetingAddedMessage(cycle: Cycle, collectsReturns: boolean): Message {
  return {
    title: `Added: ${titleText(cycle)}, ${dayText(cycle.meetingDate)}`,
    tone: 'good',
    blocks: collectsReturns
      ? [{ kind: 'facts', facts: deadlineFacts(cycle) }]
      : [paragraph(`${cycle.forumName} collects no returns, so nobody is asked for any.`)],
  };
}

export type MoveFacts = { readonly cycle: Cycle; readonly from: Temporal.PlainDate };

/**
 * What moving a meeting would do; the one confirmation.
 * @param line the command that moves it
 */
export function moveQuestion({ cycle, from }: MoveFacts, line: string): Message {
  return {
    title: `Move ${titleText(cycle)} from ${dayText(from)} to ${dayText(cycle.meetingDate)}?`,
    blocks: [
      paragraph(
        'Nothing has been changed yet. The deadlines would be these, and everybody who still owes a return would be told once:',
      ),
      { kind: 'facts', facts: deadlineFacts(cycle) },
      {
        kind: 'actions',
        actions: [{ label: 'Move it', line: `${line} confirm`, style: 'primary' }],
      },
    ],
  };
}

/** It was moved. */
export function meetingMovedMessage(
  { cycle, from }: MoveFacts,
  { told, cancelled }: { readonly told: readonly string[]; readonly cancelled: number },
): Message {
  return {
    title: `Moved: ${titleText(cycle)} is on ${dayText(cycle.meetingDate)}`,
    tone: 'good',
    blocks: [
      paragraph(`It was to be on ${dayText(from)}.`),
      { kind: 'facts', facts: deadlineFacts(cycle) },
      paragraph(consequences(told, cancelled)),
    ],
  };
}

/** A forum's lead times were set. */
export function rulesSetMessage(
  forum: ForumMeetings,
  { told, cancelled }: { readonly told: readonly string[]; readonly cancelled: number },
): Message {
  return {
    title: `Lead times of ${forum.key} are set`,
    tone: 'good',
    blocks: [
      ...(forum.meetings.length > 0
        ? forumBlocks(forum)
        : [paragraph('No meeting of it lies ahead; they hold from the next one.')]),
      paragraph(consequences(told, cancelled)),
    ],
  };
}

function consequences(told: readonly string[], cancelled: number): string {
  const calledOff =
    cancelled > 0
      ? ` ${cancelled} unsent ${cancelled === 1 ? 'reminder was' : 'reminders were'} called off; reminders follow the new dates.`
      : '';
  return told.length > 0
    ? `Told of the new deadlines: ${told.join(', ')}.${calledOff}`
    : `Nobody owes a return for it, so nobody was told.${calledOff}`;
}

/** Tells an owner that the deadline has moved, and what they still owe. */
export function deadlinesMovedNotice({
  cycle,
  from,
  refs,
}: MoveFacts & { readonly refs: readonly string[] }): Message {
  const moved = !from.equals(cycle.meetingDate);
  return {
    title: moved
      ? `${titleText(cycle)} has moved to ${dayText(cycle.meetingDate)}`
      : `New deadlines for ${titleText(cycle)} on ${dayText(cycle.meetingDate)}`,
    blocks: [
      ...(moved
        ? [paragraph(`It was to be on ${dayText(from)}. The deadlines move with it:`)]
        : []),
      { kind: 'facts', facts: deadlineFacts(cycle).slice(1) },
      paragraph(
        'Still to come from you: ',
        strong(refs.join(', ')),
        '. ',
        code('/pap mine'),
        ' lists them.',
      ),
    ],
    footer: inline('You get this once because you own objectives whose returns are still to come.'),
  };
}

function titleText({ meetingTitle, example }: Cycle): string {
  return `${meetingTitle}${exampleMark(example)}`;
}
