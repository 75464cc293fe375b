// What is answered and told when a meeting or its forum’s rules change.

import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import {
  buttonRow,
  code,
  type Fact,
  factTable,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { Cycle } from '../../cycles/domain/cycle.ts';
import type { ForumRules } from '../../cycles/domain/forum-rules.ts';
import {
  beyondText,
  deadlineFacts,
  deadlinesText,
  type ForumMeetings,
  forumBlocks,
  titleText,
} from './meetings.ts';

/** A meeting was added. */
export function meetingAddedMessage(cycle: Cycle, collectsReturns: boolean): Message {
  return {
    title: `Added: ${titleText(cycle)}, ${dayText(cycle.meetingDate)}`,
    tone: 'good',
    blocks: collectsReturns
      ? [factTable(deadlineFacts(cycle)), ...beyondText(cycle).map((text) => paragraph(text))]
      : [paragraph(`${cycle.forumName} collects no returns, so nobody is asked for any.`)],
  };
}

export type MoveFacts = {
  readonly cycle: Cycle;
  readonly from: Temporal.PlainDate;
  /** What had been done by hand, and is undone by the move. */
  readonly lifted?: { readonly opened: boolean; readonly frozen: boolean };
};

/** A move takes along what was opened or frozen by hand. */
function liftedText({ lifted }: MoveFacts): string[] {
  const done = [...(lifted?.opened ? ['opened'] : []), ...(lifted?.frozen ? ['frozen'] : [])];
  if (done.length === 0) return [];
  const what = done.join(' and ');
  return [`It was ${what} by hand; the move lifts that, and the dates hold again.`];
}

/**
 * What moving a meeting would do; the one confirmation.
 * @param line the command that moves it
 */
export function moveQuestion(facts: MoveFacts, line: string): Message {
  const { cycle, from } = facts;
  return {
    title: `Move ${titleText(cycle)} from ${dayText(from)} to ${dayText(cycle.meetingDate)}?`,
    blocks: [
      paragraph(
        'Nothing has been changed yet. The deadlines would be these, and everybody who still owes a return would be told once:',
      ),
      factTable(deadlineFacts(cycle)),
      ...liftedText(facts).map((text) => paragraph(text)),
      ...beyondText(cycle).map((text) => paragraph(text)),
      buttonRow([{ label: 'Move it', line: `${line} confirm`, style: 'primary' }]),
    ],
  };
}

/** It was moved. */
export function meetingMovedMessage(
  facts: MoveFacts,
  { told, cancelled }: { readonly told: readonly string[]; readonly cancelled: number },
): Message {
  const { cycle, from } = facts;
  return {
    title: `Moved: ${titleText(cycle)} is on ${dayText(cycle.meetingDate)}`,
    tone: 'good',
    blocks: [
      paragraph(`It was to be on ${dayText(from)}.`),
      factTable(deadlineFacts(cycle)),
      ...liftedText(facts).map((text) => paragraph(text)),
      ...beyondText(cycle).map((text) => paragraph(text)),
      paragraph(consequences(told, cancelled)),
    ],
  };
}

/**
 * What other lead times would do to the next meeting; the one confirmation.
 * @param line the command that sets them
 */
export function rulesQuestion(
  forum: Pick<ForumMeetings, 'key' | 'collectsReturns'>,
  change: {
    readonly before: ForumRules;
    readonly after: ForumRules;
    /** The next meeting by the old and by the new rules; null: none lies ahead. */
    readonly next: readonly [Cycle, Cycle] | null;
    /** Clear days were typed, which are kept as one more. */
    readonly hasClearDays: boolean;
  },
  line: string,
): Message {
  const { before, after, next, hasClearDays } = change;
  return {
    title: `Set the lead times of ${forum.key}?`,
    blocks: [
      paragraph('Nothing has been changed yet.'),
      paragraph(strong('So far: '), deadlinesText(true, before)),
      paragraph(strong('Then: '), deadlinesText(true, after)),
      ...(hasClearDays
        ? [
            paragraph(
              'Clear days count neither the day of the meeting nor the day of the papers, so they are kept as one day more.',
            ),
          ]
        : []),
      ...(next
        ? [
            paragraph(
              `For ${titleText(next[0])} on ${dayText(next[0].meetingDate)}; whoever still owes a return for it is told once:`,
            ),
            factTable(changedFacts(...next)),
            ...beyondText(next[0]).map((text) => paragraph(text)),
          ]
        : [paragraph('No meeting of it lies ahead; they hold from the next one.')]),
      buttonRow([{ label: 'Set them', line: `${line} confirm`, style: 'primary' }]),
    ],
  };
}

function changedFacts(before: Cycle, after: Cycle): Fact[] {
  const was = deadlineFacts(before);
  const is = deadlineFacts(after);
  const labels = [...new Set([...was, ...is].map(({ label }) => label))];
  return labels.map((label) => {
    const text = (facts: readonly Fact[]) =>
      facts
        .find((fact) => fact.label === label)
        ?.value.map((span) => span.text)
        .join('') ?? 'none';
    const [one, other] = [text(was), text(is)];
    return { label, value: inline(one === other ? one : `${one} → ${other}`) };
  });
}

/** A forum's lead times were set. */
export function rulesSetMessage(
  forum: ForumMeetings,
  { told, cancelled }: { readonly told: readonly string[]; readonly cancelled: number },
  now: Temporal.Instant,
): Message {
  return {
    title: `Lead times of ${forum.key} are set`,
    tone: 'good',
    blocks: [
      ...(forum.meetings.length > 0
        ? forumBlocks(forum, now)
        : [paragraph('No meeting of it lies ahead; they hold from the next one.')]),
      paragraph(consequences(told, cancelled)),
    ],
  };
}

/** Who was told of it, and what does not go out. */
export function consequences(told: readonly string[], cancelled: number): string {
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
      factTable(deadlineFacts(cycle).slice(1)),
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

/** A new body that meets. */
export function forumAddedMessage(name: string, collectsReturns: boolean): Message {
  return {
    title: `${name} was added`,
    tone: 'good',
    blocks: [
      paragraph(
        collectsReturns
          ? 'Owners are asked for returns before it meets: due 10 working days before at 17:00, papers frozen 6 working days before. To change that: '
          : 'Nobody is asked for returns before it meets. To change that: ',
        code(
          collectsReturns
            ? `/pap admin cycle rules ${name} returns 8 days noon, freeze 4 days`
            : `/pap admin cycle forum ${name} collects returns`,
        ),
      ),
      paragraph('Next, say when it meets: ', code(`/pap admin cycle add ${name} <date>`)),
    ],
  };
}

/** Its other name, or whether it collects returns. */
export function forumChangedMessage(title: string): Message {
  return {
    title,
    tone: 'good',
    blocks: [paragraph('To see its meetings and deadlines: ', code('/pap admin cycle'))],
  };
}
