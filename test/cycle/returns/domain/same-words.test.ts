// A rating that changes needs a reason of its own.
import { expect, it } from 'vitest';
import { isCarriedOver } from '../../../../src/cycle/returns/domain/status-change.ts';

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
