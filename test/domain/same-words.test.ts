// A rating that changes needs a reason of its own.
import { expect, it } from 'vitest';
import type { StatusEntry } from '../../src/domain/objective.ts';
import { isCarriedOver, wordsOfRating } from '../../src/domain/same-words.ts';
import { at } from './support/builders.ts';

const lastWords = 'Two posts are vacant (of 5).';

it.each([
  ['to the letter', { note: lastWords }, true],
  ['in another spacing and case', { note: ' two  posts are\nvacant (of 5) ' }, true],
  ['that say one thing more', { note: 'Two posts are vacant (of 5), one is filled' }, false],
  ['with another number', { note: 'Two posts are vacant (of 6).' }, false],
  ['where the rating stays', { note: lastWords, to: 'red' as const }, false],
  ['where there was no rating', { note: lastWords, from: null }, false],
  ['where nothing was said before', { note: lastWords, lastWords: null }, false],
  ['where nothing is said now', { note: null }, false],
])('the same words %s', (_how, change, carried) => {
  expect(isCarriedOver({ from: 'red', to: 'green', lastWords, ...change })).toBe(carried);
});

it.each([
  ['-5%', '5%'],
  ['5%', '5'],
  ['£5', '5'],
  ['1.4 days', '14 days'],
])('%j is not %j', (one, other) => {
  expect(isCarriedOver({ from: 'red', to: 'green', note: one, lastWords: other })).toBe(false);
});

it('finds the words of a rating behind confirmations without words, and none of the rating before', () => {
  const entry = (more: Partial<StatusEntry>): StatusEntry => ({
    ...{ id: 'e', kind: 'update', rating: 'delivery', supersedesId: null, superseded: false },
    ...{ fromRag: 'red', toRag: 'red', note: null, at: at('2024-07-01T09:00'), late: false },
    ...{ author: { name: 'Sam', organisation: 'NHS' }, version: 2, ...more },
  });
  const same = entry({ kind: 'same' });
  const reason = entry({ note: lastWords });
  const wrong = entry({ note: 'a slip', superseded: true });
  const green = entry({ toRag: 'green', note: 'all well' });

  expect(wordsOfRating([same, wrong, same, reason, green], 'delivery', 'red')).toBe(lastWords);
  expect(wordsOfRating([same, green], 'delivery', 'red')).toBeNull();
  expect(wordsOfRating([entry({ note: lastWords, author: null })], 'delivery', 'red')).toBeNull();
  expect(wordsOfRating([reason], 'impact', null)).toBeNull();
});
