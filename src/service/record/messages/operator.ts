// What an operator's verbs answer.
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Block,
  bullets,
  code,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import {
  CHECK_LENGTH,
  type Counts,
  type OperatorEvent,
  type PartnershipFacts,
  type Subject,
} from '../domain/operator.ts';

const ZONE = 'Europe/London';

/** The partnerships of the record. */
export function partnershipsMessage(all: readonly PartnershipFacts[]): Message {
  const line = (one: PartnershipFacts) =>
    inline(
      `${one.key}: ${one.name}. ${one.people} people, ${one.objectives} objectives, ${one.waiting} waiting to be sent; ${one.workspaces.join(', ') || 'no workspace'}`,
      one.switchedOffAt ? `. Switched off since ${momentText(one.switchedOffAt, ZONE)}.` : '.',
    );
  return {
    title: all.length === 1 ? 'One partnership' : `${all.length} partnerships`,
    blocks: all.length === 0 ? [] : [bullets(all.map(line))],
  };
}

/** A sentence for what was done. */
export function doneMessage(title: string, ...sentences: readonly string[]): Message {
  return { title, tone: 'good', blocks: sentences.map((one) => paragraph(one)) };
}

/** After an export. */
export function exportedMessage(
  { key, name }: Subject,
  file: string,
  sha256: string,
  rows: Counts,
): Message {
  return {
    title: `${name} was exported`,
    tone: 'good',
    blocks: [
      paragraph(`${total(rows)} rows of ${Object.keys(rows).length} tables are in ${file}.`),
      paragraph('SHA-256: ', code(sha256), '.'),
      paragraph(
        'It holds everything, people’s addresses and words included: keep it where only those may read it who may read the record. To erase the partnership, once it is switched off: ',
        command(`erase ${key}`),
        '.',
      ),
    ],
  };
}

/** What would be erased, and what confirms it. */
export function eraseQuestion(
  { key, name }: Subject,
  step: 'first' | 'second',
  check: string,
  rows: Counts,
): Message {
  const largest = Object.entries(rows)
    .toSorted(([, a], [, b]) => b - a)
    .filter(([, count]) => count > 0);
  const blocks: Block[] =
    step === 'first'
      ? [
          paragraph(
            `Nothing was erased yet. ${total(rows)} rows of ${largest.length} tables would go for good, history and packs included:`,
          ),
          bullets(largest.slice(0, 10).map(([table, count]) => inline(`${table}: ${count}`))),
          paragraph(
            `Messages that were sent, files that were handed out and backups are out of reach. If you have the export’s file, type the first ${CHECK_LENGTH} characters of its SHA-256: `,
            command(`erase ${key} confirm CHECK`),
            '.',
          ),
        ]
      : [
          paragraph('Nothing was erased yet. Within an hour, type its whole name: '),
          paragraph(command(`erase ${key} confirm ${check} finally ${name}`)),
        ];
  return { title: `Erase ${name}?`, tone: 'attention', blocks };
}

/** What operators did, newest last. */
export function operatorAuditMessage(
  events: readonly (OperatorEvent & { readonly subjectKey: string })[],
): Message {
  return {
    title: events.length === 1 ? 'One entry' : `${events.length} entries`,
    blocks: [
      bullets(
        events.map(({ at, subjectKey, kind, operator, reason, detail }) =>
          inline(
            `${momentText(at, ZONE)} ${subjectKey} ${kind} by ${operator}${reason ? `, because ${reason}` : ''}${
              typeof detail.sha256 === 'string' ? `, SHA-256 ${detail.sha256}` : ''
            }`,
          ),
        ),
      ),
    ],
  };
}

export function total(rows: Counts): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

function command(line: string) {
  return code(`npm run operator -- --as EMAIL ${line}`);
}
