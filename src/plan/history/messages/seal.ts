// Whether a seal that somebody noted is one that the record had.
import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Block,
  code,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { ChainFacts, SealFacts } from './audit.ts';

type Epoch = { readonly entries: number; readonly seal: string; readonly rechained: string };

export type NotedSeal = {
  readonly seal: string;
  readonly found: {
    readonly entries: number;
    readonly at: Temporal.Instant;
    readonly isLatest: boolean;
  } | null;
  readonly report: ChainFacts & { readonly epoch: Epoch | null };
  readonly others: SealFacts;
};

/** The answer to `admin audit verify <seal>`. */
export function sealMessage({ seal, found, report, others }: NotedSeal, timeZone: string): Message {
  const { firstBreak, epoch } = report;
  const isOthers = seal === others.seal;
  const isRechained = seal === epoch?.rechained;
  const known = found !== null || isOthers || isRechained;
  const whole = firstBreak === null;
  return {
    title: known ? 'The record had this seal' : 'The record never had this seal',
    tone: known && whole ? 'good' : 'attention',
    blocks: [
      ...(found
        ? [
            paragraph(
              found.isLatest
                ? `It is the seal of the history as it stands: ${count(found.entries)}, the last recorded on ${momentText(found.at, timeZone)}.`
                : `It was the seal of the history after ${count(found.entries)}, the last of them recorded on ${momentText(found.at, timeZone)}. More was recorded since.`,
            ),
          ]
        : []),
      ...(isOthers ? [paragraph('It is the seal of the other records as they stand.')] : []),
      ...(isRechained
        ? [paragraph('It is the seal of the earlier entries as they were chained again.')]
        : []),
      ...(known
        ? []
        : [
            paragraph(
              'If it was noted here, what was recorded before then was touched. If it is a seal of the other records, it speaks for the moment at which it was noted alone: compare it with a backup of that day.',
            ),
          ]),
      paragraph(
        whole
          ? 'The history is whole: every entry fits its digest.'
          : `The history of ${firstBreak.ref} is broken: “admin audit verify” says where.`,
      ),
      ...(epoch ? [epochBlock(epoch)] : []),
    ],
  };
}

/** What became of the entries from before words could be erased. None of these three ever changes again. */
function epochBlock({ entries, seal, rechained }: Epoch): Block {
  return paragraph(
    strong('Earlier entries: '),
    `${count(entries)} were recorded before words could be erased. Their seal was `,
    code(seal),
    '; chained again, it is ',
    code(rechained),
    '. Keep both: neither changes any more.',
  );
}

function count(entries: number): string {
  return `${entries} ${entries === 1 ? 'entry' : 'entries'}`;
}
