// A rehearsal as the office reads it: every message, to whom and when, and who would get none.
import type { Temporal } from 'temporal-polyfill';
import { isBeyondBankHolidays } from '../../../core/dates/domain/bank-holidays.ts';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  bullets,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { ChaseStep } from '../../../core/outbox/domain/past-chase.ts';
import type { Cycle, Review } from '../../../cycle/cycles/domain/cycle.ts';
import { beyondText } from '../../../cycle/meetings/messages/meetings.ts';
import type { OwnersReached } from '../../../plan/objectives/domain/owners-reached.ts';
import { ownersReachedBlocks } from '../../../plan/overview/messages/owners-reached.ts';

/** What a chat shows of them; the file has them all. */
const MAX_SHOWN = 20;

export type RehearsedMessage = {
  readonly at: Temporal.Instant;
  readonly personId: string;
  readonly name: string;
  /** `owner`, `cover for Asha Example`, `co-chair`, `programme office` … */
  readonly role: string;
  /** `notice`: tells the office of something. */
  readonly step: ChaseStep | 'notice';
  readonly title: string;
  readonly refs: readonly string[];
};

export type SilentPerson = {
  readonly name: string;
  readonly refs: readonly string[];
  readonly why: string;
};

export type Rehearsal = {
  readonly meeting: Cycle | Review;
  readonly timeZone: string;
  /** Its cycle has not begun: every objective that is open now is taken to owe one. */
  readonly hypothetical: boolean;
  readonly messages: readonly RehearsedMessage[];
  readonly silent: readonly SilentPerson[];
  /** Of those who own what it asks for; null: it asks for no returns. */
  readonly reached: OwnersReached | null;
};

/** The columns of the table and of the file. */
export const rehearsalColumns = ['When', 'To', 'As', 'Message', 'About'] as const;

/** One message as a row. */
export function rehearsalRow(
  { at, name, role, title, refs }: RehearsedMessage,
  timeZone: string,
): [string, string, string, string, string] {
  return [momentText(at, timeZone), name, role, title, refs.join(', ') || '–'];
}

/**
 * The rehearsal.
 * @param file the name of the file that has every message; null: none comes with it
 */
export function rehearsalMessage(rehearsal: Rehearsal, file: string | null): Message {
  const { meeting, messages, hypothetical, silent, reached, timeZone } = rehearsal;
  const people = new Set(messages.map(({ personId }) => personId)).size;
  return {
    title: `Rehearsal: ${meeting.meetingTitle}${exampleMark(meeting.example)}, ${dayText(meeting.meetingDate)}`,
    blocks: [
      paragraph(
        strong('Nothing was sent.'),
        messages.length === 0
          ? ' If nobody answered, nothing more would be sent for it.'
          : ` If nobody answered, ${count(messages.length, 'message')} would go to ${people === 1 ? '1 person' : `${people} people`}:`,
      ),
      ...(hypothetical
        ? [
            paragraph(
              'Its round has not begun. This takes every objective that is open now to owe a return, and today’s owners, covers and settings.',
            ),
          ]
        : []),
      ...table(messages, timeZone, file),
      ...silentBlocks(silent),
      ...(reached ? ownersReachedBlocks(reached) : []),
      ...(isBeyondBankHolidays(meeting.meetingDate)
        ? beyondText(meeting).map((text) => paragraph(text))
        : []),
    ],
  };
}

function table(
  messages: readonly RehearsedMessage[],
  timeZone: string,
  file: string | null,
): Block[] {
  if (messages.length === 0) return [];
  const left = messages.length - MAX_SHOWN;
  return [
    {
      kind: 'table',
      caption: 'What would be sent',
      columns: rehearsalColumns.map((header) => ({ header })),
      rows: messages.slice(0, MAX_SHOWN).map((one) => rehearsalRow(one, timeZone)),
    },
    ...(left > 0
      ? [
          paragraph(
            file
              ? `And ${left} more: ${file} has all ${messages.length}.`
              : `And ${left} more. Asked in Slack or in the terminal, all ${messages.length} come as a file.`,
          ),
        ]
      : []),
  ];
}

function silentBlocks(silent: readonly SilentPerson[]): Block[] {
  if (silent.length === 0) return [paragraph('Everybody who owes a return would be asked.')];
  return [
    paragraph(strong('Not asked, or otherwise than the others')),
    bullets(silent.map(({ name, refs, why }) => inline(`${name} ${why} · ${refs.join(', ')}`))),
  ];
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
