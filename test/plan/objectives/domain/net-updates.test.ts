// What a period amounts to once slips in it were put right.
import { describe, expect, it } from 'vitest';
import { netUpdates } from '../../../../src/plan/objectives/domain/net-updates.ts';
import type { StatusEntry } from '../../../../src/plan/objectives/domain/objective.ts';
import { statusEntry } from '../../../support/rules/builders.ts';

const first = entry('first', { fromRag: 'red', toRag: 'amber' });
const second = entry('second', { fromRag: 'amber', toRag: 'green' });
const undone = entry('undone', {
  kind: 'undo',
  supersedesId: 'second',
  fromRag: 'green',
  toRag: 'amber',
});
const amended = entry('amended', {
  kind: 'amend',
  supersedesId: 'second',
  fromRag: 'green',
  toRag: 'blue',
});
const again = entry('again', {
  kind: 'amend',
  supersedesId: 'amended',
  fromRag: 'blue',
  toRag: 'red',
});

describe('netUpdates', () => {
  it.each<[string, StatusEntry[], [string, string, string | null, string | null][]]>([
    ['nothing', [], []],
    [
      'ratings as they were given',
      [first, second],
      [
        ['first', 'update', 'red', 'amber'],
        ['second', 'update', 'amber', 'green'],
      ],
    ],
    [
      'no trace of what was taken back',
      [first, second, undone],
      [['first', 'update', 'red', 'amber']],
    ],
    ['that something of before was taken back', [undone], [['undone', 'undo', 'green', 'amber']]],
    [
      'an amended rating as it was put right, from where it started',
      [first, second, amended],
      [
        ['first', 'update', 'red', 'amber'],
        ['amended', 'update', 'amber', 'blue'],
      ],
    ],
    [
      'one that was amended twice as it reads now',
      [second, amended, again],
      [['again', 'update', 'amber', 'red']],
    ],
    ['that something of before was amended', [amended], [['amended', 'amend', 'green', 'blue']]],
  ])('gives %s', (_name, entries, expected) => {
    expect(
      netUpdates(entries).map(({ id, kind, fromRag, toRag }) => [id, kind, fromRag, toRag]),
    ).toEqual(expected);
  });
});

function entry(id: string, changes: Partial<StatusEntry>): StatusEntry {
  return statusEntry({ id, ...changes });
}
