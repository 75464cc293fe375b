// What the office does with a cycle by hand: the question before it, the receipt, and what others are told.
import type { Temporal } from 'temporal-polyfill';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  buttonRow,
  code,
  factTable,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import { type Cycle, cycleDeadlines } from '../../cycles/domain/cycle.ts';
import { deadlineFacts, titleText } from './meetings.ts';

type Doing = 'open' | 'freeze' | 'close' | 'cancel';
export type HandFacts = {
  readonly cycle: Cycle;
  /** How many returns have not come in. */
  readonly outstanding: number;
};

/**
 * What it would do; the one confirmation.
 * @param line the command that does it
 */
export function byHandQuestion(doing: Doing, facts: HandFacts, line: string): Message {
  const labels = { open: 'Open it', freeze: 'Freeze it', close: 'Close it', cancel: 'Call it off' };
  return {
    title: `${questions[doing]} ${titleText(facts.cycle)}, ${dayText(facts.cycle.meetingDate)}?`,
    blocks: [
      paragraph(`Nothing has been changed yet. ${consequenceText(doing, facts)}`),
      buttonRow([
        {
          label: labels[doing],
          line: `${line} confirm`,
          style: doing === 'cancel' ? 'danger' : 'primary',
        },
      ]),
    ],
  };
}

const questions = {
  open: 'Open the returns for',
  freeze: 'Freeze the papers for',
  close: 'Are the minutes agreed of',
  cancel: 'Call off',
} as const;

function consequenceText(doing: Doing, { cycle, outstanding }: HandFacts): string {
  const { opens, returnsDue, freezes } = cycleDeadlines(cycle);
  const moment = (at: Temporal.Instant) => momentText(at, cycle.timeZone);
  const returns = outstanding === 1 ? '1 return has' : `${outstanding} returns have`;
  switch (doing) {
    case 'open':
      return `By its dates it opens ${moment(opens)}. The first request would go out at the next sweep within 09:00 to 16:30 on a working day; returns stay due ${moment(returnsDue)}.`;
    case 'freeze':
      return `By its dates it freezes ${moment(freezes)}. From now on no update would be taken until the meeting is over; ${returns} not come in and would stand in the papers as “no return”. Their owners would be told once.`;
    case 'close':
      return 'From then on nothing more is recorded as what the board decided there.';
    case 'cancel':
      return `Its returns would be owed no longer, what is unsent would not go out, and whoever was asked would be told once. ${returns} not come in.`;
  }
}

/** It was done. */
export function byHandMessage(
  doing: Exclude<Doing, 'cancel'>,
  { cycle, outstanding }: HandFacts,
  told: readonly string[],
): Message {
  const titles = {
    open: 'Opened: returns are asked for',
    freeze: 'Frozen: the papers stand',
    close: 'Closed: the minutes are agreed',
  };
  const { returnsDue } = cycleDeadlines(cycle);
  const texts = {
    open: `Returns are due ${momentText(returnsDue, cycle.timeZone)}.`,
    freeze: `${outstanding === 1 ? '1 return has' : `${outstanding} returns have`} not come in.`,
    close: 'Nothing of it changes any more.',
  };
  return {
    title: `${titles[doing]} (${titleText(cycle)}, ${dayText(cycle.meetingDate)})`,
    tone: 'good',
    blocks: [
      paragraph(`${texts[doing]}${told.length > 0 ? ` Told: ${told.join(', ')}.` : ''}`),
      ...(doing === 'open' ? [factTable(deadlineFacts(cycle))] : []),
    ],
  };
}

/** It was called off. */
export function calledOffMessage(
  { key, cycle }: { readonly key: string; readonly cycle: Cycle },
  { told, cancelled }: { readonly told: readonly string[]; readonly cancelled: number },
): Message {
  const unsent =
    cancelled > 0
      ? ` ${cancelled} unsent ${cancelled === 1 ? 'reminder does' : 'reminders do'} not go out.`
      : '';
  return {
    title: `Called off: ${titleText(cycle)}, ${dayText(cycle.meetingDate)}`,
    tone: 'good',
    blocks: [
      paragraph(
        told.length > 0
          ? `Told: ${told.join(', ')}.${unsent}`
          : `Nobody had been asked for it, so nobody was told.${unsent}`,
      ),
      paragraph(
        code(`/pap admin cycle add ${key} ${cycle.meetingDate} "${cycle.meetingTitle}"`),
        ' puts it back.',
      ),
    ],
  };
}

/** Tells an owner who still owes returns that the office has frozen the papers before their time. */
export function frozenNotice(cycle: Cycle, refs: readonly string[]): Message {
  return {
    title: `The papers for ${titleText(cycle)} on ${dayText(cycle.meetingDate)} are frozen`,
    blocks: [
      paragraph(
        `The programme office froze them before their time. Nothing came from you for ${refs.join(', ')}, so the papers say “no return” there. No update is taken until the meeting is over; a correction goes to the office.`,
      ),
    ],
    footer: inline('You get this once because you own these objectives.'),
  };
}

/** Tells somebody who was asked that nothing is owed any more. */
export function calledOffNotice(meeting: {
  readonly title: string;
  readonly heldOn: Temporal.PlainDate;
  readonly example: boolean;
}): Message {
  return {
    title: `${meeting.title}${exampleMark(meeting.example)} on ${dayText(meeting.heldOn)} is called off`,
    blocks: [paragraph('You owe no return for it. What you have given is kept.')],
    footer: inline('You get this once because you were asked for returns for it.'),
  };
}
