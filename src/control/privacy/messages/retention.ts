// The schedule of what is kept how long, as the programme office reads it.
import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Block,
  code,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import { alwaysTidied, monthsText, type RowKind, rowKinds } from '../domain/retention.ts';

type HoldFacts = {
  readonly number: number;
  readonly person: { readonly name: string } | null;
  readonly reason: string;
  readonly placedAt: Temporal.Instant;
};

/** Every kind of row with its time, and what is held. */
export function scheduleMessage(
  rules: ReadonlyMap<string, number>,
  holds: readonly HoldFacts[],
  timeZone: string,
): Message {
  const kinds = Object.entries(rowKinds) as [RowKind, string][];
  return {
    title: 'How long things are kept',
    blocks: [
      {
        kind: 'table',
        caption: 'Schedule',
        columns: [{ header: 'Kind' }, { header: 'What it is' }, { header: 'Kept' }],
        rows: [
          ...kinds.map(([kind, about]) => {
            const months = rules.get(kind);
            return [kind, about, months === undefined ? 'for good' : monthsText(months)];
          }),
          ...alwaysTidied.map(([what, time]) => ['always', what, time]),
        ],
      },
      ...holdBlocks(holds, timeZone),
    ],
    footer: inline(
      'Change it with ',
      code('/pap admin retention set messages 24 months'),
      '; ',
      code('/pap admin retention preview'),
      ' says what would go tonight.',
    ),
  };
}

function holdBlocks(holds: readonly HoldFacts[], timeZone: string): Block[] {
  if (holds.length === 0) return [paragraph('Nothing is on hold.')];
  return [
    paragraph('On hold, so nothing of it goes:'),
    {
      kind: 'list',
      items: holds.map(({ number, person, reason, placedAt }) =>
        inline(
          `${number}: ${person?.name ?? 'everything'}, since ${momentText(placedAt, timeZone)}: ${reason}`,
        ),
      ),
    },
  ];
}

/** The dry run. */
export function dueMessage(
  due: readonly { readonly kind: RowKind; readonly months: number; readonly rows: number }[],
): Message {
  return {
    title: 'What would go tonight',
    blocks:
      due.length === 0
        ? [paragraph('Nothing: everything is kept for good. Nothing was changed.')]
        : [
            {
              kind: 'list',
              items: due.map(({ kind, months, rows }) =>
                inline(
                  `${kind}, after ${monthsText(months)}: ${rows} ${kind === 'people-left' ? (rows === 1 ? 'person' : 'people') : rows === 1 ? 'row' : 'rows'}`,
                ),
              ),
            },
            paragraph('Nothing was changed. What is on hold is not counted.'),
          ],
  };
}

/** A kind is kept for another time from now on. */
export function ruleMessage(kind: RowKind, months: number | null): Message {
  return {
    title: `${kind}: kept ${months === null ? 'for good' : `for ${monthsText(months)}`}`,
    blocks: [
      paragraph(`This is about ${rowKinds[kind]}.`),
      ...(months === null
        ? []
        : [paragraph('Older rows lose their words tonight, at 3:10. A hold stops that.')]),
    ],
  };
}

/** Something is held. */
export function heldMessage(number: number, name: string | null): Message {
  return {
    title: `Hold ${number}: ${name ?? 'everything'}`,
    blocks: [
      paragraph(
        'Nothing of it is erased, by hand or by the schedule, until somebody types ',
        code(`/pap admin retention release ${number}`),
        '.',
      ),
    ],
  };
}

/** A hold is over. */
export function releasedMessage(number: number): Message {
  return {
    title: `Hold ${number} is released`,
    blocks: [paragraph('The schedule counts for it again.')],
  };
}
