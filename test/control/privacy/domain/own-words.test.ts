// Which words of an entry go with a person, and that all else of it stays as it was.
import { expect, it } from 'vitest';
import {
  type EntryText,
  entryCleared,
  entryWithout,
  itemWithout,
  ownPlaces,
} from '../../../../src/control/privacy/domain/own-words.ts';
import type { Traces } from '../../../../src/control/privacy/domain/traces.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const traces: Traces = {
  ...{ personId: ID, label: 'a former owner 7', erased: 'words erased' },
  ...{ names: ['Asha Green'], parts: ['Asha'], addresses: new Map(), accounts: [] },
};
const by = { personId: ID, name: 'Asha Green', organisation: 'Council' };
const other = { personId: 'x', name: 'Ben Brown', organisation: 'Council' };

it.each([
  ['evidence', { link: 'https://example.org', rung: 'done', by }, true, ['title', 'detail/link']],
  ['evidence', { link: 'https://example.org', rung: 'done', by }, false, []],
  ['action', { doneOn: null }, true, []],
  ['measure', {}, true, []],
  ['recovery', { who: 'Ben Brown', decisionFrom: 'SIAB' }, true, ['title']],
  ['decision', { from: 'SIAB', by, outcome: 'yes' }, false, ['detail/outcome']],
  ['decision', { from: 'SIAB', by: other, outcome: 'yes' }, true, ['title']],
  ['challenge', { by: other, answer: 'done', answeredBy: by }, false, ['detail/answer']],
  ['challenge', { by, answer: 'done', answeredBy: other }, true, ['title']],
])('of a part of kind %s with %j, added by them: %s, are %j', (kind, detail, theirs, places) => {
  expect(ownPlaces({ kind, title: 'title', detail }, ID, theirs)).toEqual(places);
});

const entry: EntryText = {
  note: 'fourteen are trained',
  detail: {
    ...{ of: 'item', ref: '1.2', itemId: 'i' },
    before: null,
    after: {
      ...{ kind: 'evidence', title: 'the register', status: 'given' },
      detail: { link: 'https://example.org', rung: 'done', by: { ...by, name: `⟦${ID}⟧` } },
    },
  },
  salts: {
    ...{ '/note': 'a', '/detail/after/title': 'b', '/detail/after/detail/link': 'c' },
    '/detail/after/detail/by/name': 'd',
  },
  erased: {},
};

it('takes their own words out, with the salts, and leaves every fact', () => {
  const own = new Set(['/note', '/detail/after/title', '/detail/after/detail/link']);

  const changed = entryWithout(entry, own, traces, '2024-07-01');

  expect(changed?.gone).toEqual(['fourteen are trained', 'the register', 'https://example.org']);
  expect(changed?.entry).toEqual({
    note: 'words erased',
    detail: {
      ...{ of: 'item', ref: '1.2', itemId: 'i', before: null },
      after: {
        ...{ kind: 'evidence', title: 'words erased', status: 'given' },
        detail: { link: null, rung: 'done', by: { ...by, name: `⟦${ID}⟧` } },
      },
    },
    salts: { '/detail/after/detail/by/name': 'd' },
    erased: {
      '/note': '2024-07-01',
      '/detail/after/title': '2024-07-01',
      '/detail/after/detail/link': '2024-07-01',
    },
  });
});

it.each([
  ['Asha said so', 'words erased'],
  [`⟦${ID}⟧ said so`, 'words erased'],
  ['Asha Green', 'a former owner 7'],
  [`⟦${ID}⟧`, `⟦${ID}⟧`],
  ['a giraffe was promised', 'a giraffe was promised'],
])('of words by somebody else, %j becomes %j', (note, becomes) => {
  const changed = entryWithout(
    { note, detail: null, salts: { '/note': 'a' }, erased: {} },
    new Set(),
    traces,
    '2024-07-01',
  );

  expect(changed?.entry.note ?? note).toBe(becomes);
});

it('never touches what no salt stands for: it is a fact', () => {
  const fact = { note: null, detail: { status: 'Asha' }, salts: {}, erased: {} };

  expect(entryWithout(fact, new Set(['/detail/status']), traces, '2024-07-01')).toBeNull();
});

it('takes them out of a part, once', () => {
  const item = { kind: 'risk', title: 'Asha may leave', detail: { owner: 'Asha Green', score: 3 } };

  const changed = itemWithout(item, [], traces);

  expect(changed?.item).toEqual({
    ...{ kind: 'risk', title: 'words erased' },
    detail: { owner: 'a former owner 7', score: 3 },
  });
  expect(changed && itemWithout(changed.item, ['title'], traces)).toBeNull();
});

it('clears an entry of all words that are not names', () => {
  const cleared = entryCleared(entry, { erased: 'words erased', day: '2024-07-01' });

  expect(cleared.salts).toEqual({});
  expect(cleared.note).toBe('words erased');
  expect(JSON.stringify(cleared.detail)).toContain(`⟦${ID}⟧`);
  expect(Object.keys(cleared.erased)).toHaveLength(4);
});
