// The history in plain words: everything that can be recorded, and what was put right since.
import { describe, expect, it } from 'vitest';
import type {
  EntryDetail,
  HistoryEntry,
} from '../../../../src/plan/history/domain/history-entry.ts';
import { entryText, historyBlocks } from '../../../../src/plan/history/messages/history-text.ts';
import { at, historyEntry, london } from '../../../support/rules/builders.ts';
import { bodyOf } from '../../../support/world/read-message.ts';

const by = ' · Sam Taylor, Northshire Council, Wed 12 June 2024, 09:15';

function said(changes: Partial<HistoryEntry>): string {
  return entryText(
    historyEntry({ note: null, ...changes }),
    { ref: '2B:2', example: false },
    london,
  );
}

function changed(detail: EntryDetail): string {
  return said({ kind: detail.of, version: null, detail });
}

const july = { text: 'by July 2024', precision: 'month', lastDay: '2024-07-31' } as const;
const december = { text: 'by December 2024', precision: 'month', lastDay: '2024-12-31' } as const;
const action = {
  kind: 'action',
  title: 'Train named workers',
  status: 'under-way',
  due: july,
  originalDue: null,
  detail: { doneOn: null },
} as const;
const item = { of: 'item', itemId: 'i', parentId: null, ref: '1' } as const;

describe('entryText', () => {
  it.each<[string, Partial<HistoryEntry>, string]>([
    [
      'an undo',
      { kind: 'undo', fromRag: 'green', toRag: 'amber' },
      `🟢 Green taken back, 🔶 Amber again${by}`,
    ],
    [
      'an undo of a first rating',
      { kind: 'undo', fromRag: 'green', toRag: null },
      `🟢 Green taken back, ⬜ Not rated again${by}`,
    ],
    [
      'an amended rating',
      { kind: 'amend', fromRag: 'green', toRag: 'amber', note: 'two are vacant' },
      `🟢 Green → 🔶 Amber, amended${by} · two are vacant`,
    ],
    [
      'an amended note',
      { kind: 'amend', fromRag: 'red', toRag: 'red' },
      `🛑 Red, note amended${by}`,
    ],
    [
      'an amendment of frozen papers',
      { kind: 'amend', fromRag: 'green', toRag: 'red', late: true },
      `🟢 Green → 🛑 Red, amended${by} · while the papers were frozen`,
    ],
    [
      'an impact rating',
      { rating: 'impact', fromRag: null, toRag: 'red' },
      `Impact: ⬜ Not rated → 🛑 Red${by}`,
    ],
  ])('tells %s', (_name, entry, expected) => {
    expect(said(entry)).toBe(expected);
  });

  it.each<[EntryDetail, string]>([
    [{ ...item, before: null, after: action }, 'Action 2B:2.1 added: Train named workers'],
    [
      {
        ...item,
        before: action,
        after: { ...action, status: 'done', due: december, detail: { doneOn: '2024-06-12' } },
      },
      'Action 2B:2.1 changed: status under way → done; due by July 2024 → by December 2024; done on none → 2024-06-12',
    ],
    [{ ...item, before: action, after: action }, 'Action 2B:2.1 changed'],
    [
      { of: 'assignment', itemId: null, role: 'owner', before: [], after: ['Sam Taylor, Council'] },
      'Owner: nobody → Sam Taylor, Council',
    ],
    [
      { of: 'assignment', itemId: null, role: 'deputy', before: ['A'], after: ['B', 'C'] },
      'Deputy: A → B; C',
    ],
    [{ of: 'objective', change: 'added', before: {}, after: { title: 'T' } }, 'Added to the plan'],
    [
      {
        of: 'objective',
        change: 'changed',
        before: { due: july, originalDue: null, themes: [{ id: 't', name: 'Right plan' }] },
        after: { due: december, originalDue: july, themes: [] },
      },
      'Plan changed: due by July 2024 → by December 2024; theme Right plan removed',
    ],
    [
      {
        of: 'objective',
        change: 'closed',
        before: { status: 'open', closedOn: null },
        after: { status: 'closed', closedOn: '2024-06-12' },
      },
      'Closed: day none → 2024-06-12',
    ],
    [{ of: 'objective', change: 'reopened', before: {}, after: {} }, 'Opened again'],
  ])('tells %j', (detail, expected) => {
    expect(changed(detail)).toBe(`${expected}${by}`);
  });

  it('names nobody where the product itself did it', () => {
    expect(said({ kind: 'update', author: null })).toBe(
      '🛑 Red → 🔶 Amber · Wed 12 June 2024, 09:15',
    );
  });
});

describe('historyBlocks', () => {
  it('lists all, newest first, and marks what was put right since', () => {
    const entries = [
      historyEntry({ id: 'a', fromRag: null, toRag: 'red', superseded: true }),
      historyEntry({ id: 'b', fromRag: 'red', toRag: 'green', superseded: true }),
      historyEntry({ id: 'c', kind: 'undo', fromRag: 'green', toRag: 'red', supersedesId: 'b' }),
      historyEntry({ id: 'd', kind: 'amend', fromRag: 'red', toRag: 'red', supersedesId: 'a' }),
    ];

    const [heading, list = ''] = bodyOf({
      title: 'T',
      blocks: historyBlocks({ ref: '2B:2', entries, example: false, timeZone: london }),
    });

    expect(heading).toBe('History, newest first');
    expect(list.split('\n').map((line) => line.replace(/ · .*?( —|$)/, '$1'))).toEqual([
      '- 🛑 Red, note amended',
      '- 🟢 Green taken back, 🛑 Red again',
      '- 🛑 Red → 🟢 Green — taken back since',
      '- ⬜ Not rated → 🛑 Red — amended since',
    ]);
  });

  it('says how the older part is reached, from the twenty-sixth entry on', () => {
    const entries = Array.from({ length: 26 }, (_, index) =>
      historyEntry({ id: `${index}`, at: at('2024-06-01T10:00').add({ hours: 24 * index }) }),
    );
    const bodyWith = (count: number) =>
      bodyOf({
        title: 'T',
        blocks: historyBlocks({
          ...{ ref: '2B:2', entries: entries.slice(-count), example: false, timeZone: london },
        }),
      });

    expect(bodyWith(26)[1]).toBe(
      'There are 26 entries. Where they do not all fit, /pap show 2B:2 history at 2024-06-01 shows the older ones.',
    );
    expect(bodyWith(25)).toHaveLength(2);
  });
});
