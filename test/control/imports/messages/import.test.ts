import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import {
  importColumnsMessage,
  importedMessage,
} from '../../../../src/control/imports/messages/import.ts';
import { importMessage } from '../../../../src/control/imports/messages/import-preview.ts';
import { parsePlan } from '../../../../src/control/layouts/domain/plan-columns.ts';
import { plainText } from '../../../../src/core/message/messages/plain-text.ts';
import { itemsOf, paragraphsOf, rowsOf } from '../../../support/world/message-parts.ts';

const at = Temporal.Instant.from('2024-07-01T08:45:00Z');
const diff = {
  ...{ steps: [], changes: [], problems: [], absent: [] },
  counts: { rows: 1, added: 0, changed: 0, parts: 0, same: 1 },
};
const view = {
  ...{ number: 1, fileName: 'plan.csv', state: 'previewed' as const, readBy: 'Ben Example' },
  ...{ readAt: at, confirmedAt: null, tables: [], diff, archive: null },
  questions: [],
} as const;

it('shows of 5,000 headings that are not understood the first, and how many there are', () => {
  const headings = Array.from({ length: 5_000 }, (_, index) => `${index} ${'word '.repeat(500)}`);
  const text = (words: string, column: number) => ({ text: words, row: 1, column });
  const { tables } = parsePlan([
    {
      ...{ place: { kind: 'file' }, unread: [] },
      rows: [['Ref', 'RAG', ...headings].map((words, index) => text(words, index + 1))],
    },
  ]);

  const message = importMessage({ ...view, tables }, false, 'Europe/London');

  const [, first, ...others] = itemsOf(message);
  expect(first).toBe(
    'column 3: “0 word word word word word word word word word word word word word word word wo…”: not understood. Say above what it is, if it belongs in the plan · 0 cells',
  );
  expect(others).toHaveLength(29);
  expect(paragraphsOf(message)).toContain('Left out (5,000):');
  expect(paragraphsOf(message)).toContain('… and 4,970 further places.');
  expect(plainText(message).length).toBeLessThan(6_000);
});

it('says what befalls a whole column in one line, so that it hides nothing else', () => {
  const starts = Array.from({ length: 400 }, (_, row) => ({
    ...{ place: `row ${row + 2}, column 3`, why: 'start-of-objective' as const },
  }));
  const problems = [
    ...starts,
    { place: 'row 9, column 4', why: 'bad-date' as const, text: 'soon' },
  ];

  const message = importMessage({ ...view, diff: { ...diff, problems } }, false, 'Europe/London');

  expect(paragraphsOf(message)).toContain('Not read, or to be looked at (401):');
  expect(itemsOf(message)).toEqual([
    'row 2, column 3 and 399 further cells: the plan keeps a start date for an action, not for an objective',
    'row 9, column 4: “soon”: not a date that can be read. Write one such as 31 March 2025 or March 2025',
  ]);
});

it.each([
  [0, []],
  [1, ['1 column of the file was left out, as the dry run showed.']],
  [2, ['2 columns of the file were left out, as the dry run showed.']],
])('says once more, once it is imported, that %i columns were left out', (columnsLeftOut, said) => {
  const done = { number: 1, fileName: 'plan.csv', counts: diff.counts, cells: 3, restored: null };

  const message = importedMessage(
    { ...done, columnsLeftOut },
    'Ben Example, Council',
    Temporal.PlainDate.from('2024-07-01'),
  );

  expect(paragraphsOf(message).slice(1)).toEqual(said);
});

it('lists the headings that are understood, and those that are known and left out', () => {
  const message = importColumnsMessage();

  expect(rowsOf(message)).toContainEqual(['start date', 'Start, Start date; of an action']);
  expect(paragraphsOf(message)).toEqual([
    'Known, and left out: RAG last period, Previous RAG (an earlier rating; the history is not written afterwards); Monitoring (the plan has no place for how something is monitored); Completed, Actual date (when it ended; the plan notes that when an action is recorded as done); Outcome, Date, Target, Baseline, What (could mean several things. Say above which). Every other heading is left out too, and the dry run lists each with its place.',
  ]);
});
