// What checking the history found, and what the office did.
import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Block,
  bullets,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';

export type ChainFacts = {
  readonly objectives: number;
  readonly entries: number;
  readonly seal: string;
  readonly firstBreak: {
    readonly ref: string;
    readonly position: number | null;
    readonly at: Temporal.Instant | null;
    readonly what: 'changed' | 'missing' | 'cut-short';
  } | null;
};

/** The seal of all else that a board relies on. */
export type SealFacts = { readonly seal: string; readonly rows: number };

/** The result of walking every objective's history, and the seal of all else. */
export function chainReportMessage(
  { objectives, entries, seal, firstBreak }: ChainFacts,
  others: SealFacts,
  now: Temporal.Instant,
  timeZone: string,
): Message {
  const walked = `${entries} ${entries === 1 ? 'entry' : 'entries'} of ${objectives} ${objectives === 1 ? 'objective' : 'objectives'} were checked.`;
  if (firstBreak) {
    return {
      title: `The history of ${firstBreak.ref} is broken`,
      tone: 'attention',
      blocks: [
        paragraph(strong('First break: '), breakText(firstBreak, timeZone)),
        paragraph(
          walked,
          ' Somebody with access to the database itself has touched it. Compare with the last export or backup, and tell whoever looks after the record.',
        ),
        othersSealed(others, now, timeZone),
      ],
    };
  }
  return {
    title: 'The history is whole',
    tone: 'good',
    blocks: [
      paragraph(walked, ' Each entry has the digest of what it says and of the entry before it.'),
      paragraph(strong('Seal: '), code(seal), ` on ${momentText(now, timeZone)}`),
      othersSealed(others, now, timeZone),
    ],
    footer: inline(
      'Keep both seals in the minutes. As long as nothing new is recorded, they stay the same.',
    ),
  };
}

/** What the second seal covers; the first is the history's alone. */
function othersSealed({ seal, rows }: SealFacts, now: Temporal.Instant, timeZone: string): Block {
  return paragraph(
    strong('Seal of the other records: '),
    code(seal),
    ` on ${momentText(now, timeZone)}. It covers ${rows} rows: the plan and its parts, decisions, changes, meetings, KPI figures, targets, polarities and sign-offs, highlight reports, packs and the families’ page.`,
  );
}

function breakText(
  { ref, position, at, what }: NonNullable<ChainFacts['firstBreak']>,
  timeZone: string,
): string {
  const entry = `entry ${position ?? ''} of ${ref}${at ? ` (${momentText(at, timeZone)})` : ''}`;
  switch (what) {
    case 'changed':
      return `${entry} is not what was recorded.`;
    case 'missing':
      return `what stood before ${entry} is gone or was replaced.`;
    case 'cut-short':
      return `the latest entries of ${ref} are gone.`;
  }
}

/** What the office did, newest first. */
export function auditLogMessage(
  events: readonly {
    readonly summary: string;
    readonly author: string | null;
    readonly at: Temporal.Instant;
  }[],
  timeZone: string,
): Message {
  return {
    title: 'What the office did',
    blocks:
      events.length === 0
        ? [paragraph('Nothing has been recorded here yet.')]
        : [
            bullets(
              events.map(({ summary, author, at }) =>
                inline(`${momentText(at, timeZone)}: ${summary}${author ? ` (${author})` : ''}`),
              ),
            ),
          ],
    footer: inline('What was recorded of an objective is in ', code('/pap show 2B:2 history'), '.'),
  };
}

/** What one request recorded. */
export function requestEntriesMessage(
  mark: string,
  entries: readonly {
    readonly ref: string;
    readonly kind: string;
    readonly at: Temporal.Instant;
  }[],
  timeZone: string,
): Message {
  return {
    title: `Request ${mark}: ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} of the history`,
    blocks:
      entries.length === 0
        ? [paragraph('It recorded nothing of an objective, or it belongs to another partnership.')]
        : [
            bullets(
              entries.map(({ ref, kind, at }) =>
                inline(strong(ref), ` ${kind}, ${momentText(at, timeZone)}`),
              ),
            ),
            paragraph('To see one: ', code(`/pap show ${entries[0]?.ref ?? ''} history`)),
          ],
  };
}
