// Words that may tell a small number: why they were stopped, and the two ways on.

import {
  type Block,
  bullets,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { button } from '../../../core/request/messages/refusal-parts.ts';
import { APPROVERS, type StoppedWords } from '../domain/refusal-families.ts';
import type { SmallNumber } from '../domain/suppression-check.ts';

/** What was found, one a line: `“3” near “families”`. */
export function reasons(found: readonly SmallNumber[]): Block {
  return bullets(
    found.map(({ number, near }) =>
      inline(near === null ? `“${number}”` : `“${number}” near “${near}”`),
    ),
  );
}

/** The words, why they are stopped, and what puts them right or approves them. */
export function stoppedBlocks({ where, words, found, line, code: name }: StoppedWords): Block[] {
  return [
    paragraph(strong(where), ` ${words}`),
    reasons(found),
    paragraph('Put it right: ', code(`/pap ${line}${line.endsWith(' ') ? '<other words>' : ''}`)),
    ...button({ label: 'Look at it to approve', line: `admin families approve ${name}` }),
  ];
}

/** Stopped words, for whoever is to approve them. */
export function approvalMessage(stopped: StoppedWords): Message {
  const { where, words, found, code: name, approvedBy } = stopped;
  return {
    title: `Approve these words for families? ${where}`,
    blocks: [
      paragraph(words),
      paragraph('They may tell a number of people under five, which could point at a child:'),
      reasons(found),
      paragraph(
        `Approve them only if they tell no such number. ${approvedBy.length} of ${APPROVERS} people have approved them.`,
      ),
      ...button({
        ...{ label: 'Approve', style: 'primary' },
        line: `admin families approve ${name} confirm`,
      }),
    ],
  };
}

/** After somebody approved stopped words. @param missing so many people still have to */
export function approvedMessage({
  stopped,
  missing,
}: {
  readonly stopped: StoppedWords;
  readonly missing: number;
}): Message {
  return {
    title: missing === 0 ? 'The words can be published' : 'The words need one more approval',
    blocks: [
      paragraph(strong(stopped.where), ` ${stopped.words}`),
      missing === 0
        ? paragraph('Two people have approved exactly these words.')
        : needsApproval(stopped),
    ],
  };
}

/** What the words wait for. */
export function needsApproval({ code: name }: Pick<StoppedWords, 'code'>): Block {
  return paragraph(
    'The page isn’t made until someone else from the programme office or the board approves them: ',
    code(`/pap admin families approve ${name}`),
  );
}
