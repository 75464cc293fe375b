// What the programme office reads before and after a person is erased.
import {
  type Block,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';

export type ErasureFacts = {
  readonly rows: ReadonlyMap<string, number>;
  readonly outside: {
    readonly packs: readonly { readonly number: number; readonly version: number }[];
    readonly sent: number;
    readonly exports: number;
  };
};

/** Asks once. */
export function eraseQuestion(
  name: string,
  label: string,
  facts: ErasureFacts,
  line: string,
): Message {
  return {
    title: `Erase ${name} from the record?`,
    blocks: [
      paragraph(
        `The name becomes “${label}” everywhere. Their addresses and accounts go. Words that they wrote, and words that mention them, become “words erased” with today’s date. Ratings, dates and who did what stay, and the seal of the history stays the same.`,
      ),
      changedRows('Would change', facts),
      ...outsideBlocks(facts),
      paragraph('It cannot be undone. Nothing was changed yet.'),
      { kind: 'actions', actions: [{ label: 'Erase', line, style: 'danger' }] },
    ],
  };
}

/** It is done. */
export function erasedMessage(label: string, facts: ErasureFacts): Message {
  return {
    title: `Erased: they are “${label}” now`,
    tone: 'good',
    blocks: [
      changedRows('Changed', facts),
      ...outsideBlocks(facts),
      paragraph(
        'The seal of the history is what it was: ',
        code('/pap admin audit verify'),
        ' checks it. The seal of the other records is a new one: note it.',
      ),
    ],
  };
}

function changedRows(word: string, { rows }: ErasureFacts): Block {
  const total = [...rows.values()].reduce((sum, one) => sum + one, 0);
  const parts = [...rows].map(([table, count]) => `${table.replaceAll('_', ' ')} ${count}`);
  return paragraph(
    strong(`${word}: `),
    total === 0
      ? 'the person’s own row.'
      : `the person’s own row, and ${total} others: ${parts.join(', ')}.`,
  );
}

/** What has left the record, or was frozen for a board. */
function outsideBlocks({ outside: { packs, sent, exports } }: ErasureFacts): Block[] {
  const list = [
    ...packs.map(({ number, version }) => `board pack ${number}, version ${version}`),
    ...(sent > 0 ? [`${sent} messages that were sent to Slack or Teams`] : []),
    ...(exports > 0 ? [`${exports} files of “admin export”`] : []),
    'backups, and copies made before upgrades',
  ];
  return [
    paragraph(strong('Out of reach: ')),
    { kind: 'list', items: list.map((one) => inline(one)) },
    paragraph('These may still name them. Whoever keeps them has to deal with them.'),
  ];
}
