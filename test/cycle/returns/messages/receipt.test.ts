// The receipt of an update: what was recorded and what follows, true in every case.
import { describe, expect, it } from 'vitest';
import {
  type ReceiptFacts,
  receiptMessage,
} from '../../../../src/cycle/returns/messages/receipt.ts';
import { at, london } from '../../../support/rules/builders.ts';
import { actionsOf, bodyOf } from '../../../support/world/read-message.ts';

function facts(changes: Partial<ReceiptFacts> = {}): ReceiptFacts {
  return {
    ref: '2B:2',
    title: 'Named workers are trained',
    example: false,
    kind: 'update',
    rating: 'delivery',
    fromRag: 'red',
    toRag: 'amber',
    note: '14 of 20 trained',
    by: 'Sam Taylor, Northshire Council',
    at: at('2024-07-03T12:00'),
    timeZone: london,
    late: false,
    answersReturnFor: ['Board meeting'],
    told: ['#theme-1 (Slack)'],
    stillOwed: [],
    ...changes,
  };
}

function follows(changes: Partial<ReceiptFacts>): string {
  const [lines = ''] = bodyOf(receiptMessage(facts(changes)));
  return lines.split('\n').at(-1) ?? '';
}

describe('receiptMessage', () => {
  it('states before and after, note, person, time and what follows', () => {
    const message = receiptMessage(facts());

    expect(message.title).toBe('Recorded: 2B:2 Named workers are trained');
    expect(message.tone).toBe('good');
    expect(bodyOf(message)).toEqual([
      [
        'Rating: 🛑 Red → 🔶 Amber',
        'Note: 14 of 20 trained',
        'By: Sam Taylor, Northshire Council',
        'When: Wed 3 July 2024, 12:00',
        'What follows: This counts as the return for Board meeting; nobody is asked for it again. The change is posted to #theme-1 (Slack). You have no other return outstanding.',
      ].join('\n'),
    ]);
  });

  it('offers to take it back, for the version that was made', () => {
    const undo = { objectiveId: 'objective-1', version: 4 };

    expect(actionsOf(receiptMessage(facts({ undo })))).toEqual([
      { label: 'Undo 2B:2', line: 'undo 2B:2', guard: undo },
    ]);
    expect(actionsOf(receiptMessage(facts()))).toEqual([]);
  });

  it('marks an example and leaves out a note that there is not', () => {
    const message = receiptMessage(facts({ example: true, note: null }));

    expect(message.title).toBe('Recorded: 2B:2 Named workers are trained (example)');
    expect(bodyOf(message).join()).not.toContain('Note:');
  });

  it.each<[string, Partial<ReceiptFacts>, string]>([
    [
      'a late return',
      { late: true },
      'What follows: This counts as the return for Board meeting, marked late; nobody is asked for it again. The change is posted to #theme-1 (Slack). You have no other return outstanding.',
    ],
    [
      'two meetings and two channels',
      { answersReturnFor: ['Board meeting', 'Scrutiny'], told: ['#a (Slack)', 'B (Teams)'] },
      'What follows: This counts as the return for Board meeting and Scrutiny; nobody is asked for it again. The change is posted to #a (Slack), B (Teams). You have no other return outstanding.',
    ],
    [
      'an unchanged rating',
      { kind: 'same', fromRag: 'amber', told: [], stillOwed: ['2B:3', '3A:1'] },
      'What follows: This counts as the return for Board meeting; nobody is asked for it again. The rating is unchanged, so no channel is told. You still owe: 2B:3, 3A:1.',
    ],
    [
      'a change that no channel hears of',
      { told: [] },
      'What follows: This counts as the return for Board meeting; nobody is asked for it again. No channel is bound to its theme, so no channel is told. You have no other return outstanding.',
    ],
    [
      'an update that answers no return, without a claim about other returns',
      { answersReturnFor: [] },
      'What follows: The change is posted to #theme-1 (Slack).',
    ],
  ])('tells what follows from %s', (_name, changes, expected) => {
    expect(follows(changes)).toBe(expected);
  });
});
