// Which entry gave an objective its colour.
import { expect, it } from 'vitest';
import { ratingRun } from '../../src/domain/rating-run.ts';
import { statusEntry } from './support/builders.ts';

const red = statusEntry({ id: 'red', kind: 'published', fromRag: null, toRag: 'red' });
const amber = statusEntry({ id: 'amber', fromRag: 'red', toRag: 'amber' });
const same = statusEntry({ id: 'same', kind: 'same', fromRag: 'amber', toRag: 'amber' });
const slip = statusEntry({ id: 'slip', fromRag: 'amber', toRag: 'green', superseded: true });
const undo = statusEntry({ id: 'undo', kind: 'undo', fromRag: 'green', toRag: 'amber' });
const impact = statusEntry({ id: 'impact', rating: 'impact', fromRag: null, toRag: 'green' });

it.each([
  ['nothing', [], [undefined, undefined, undefined]],
  ['one rating', [red], ['red', undefined, undefined]],
  ['a change', [amber, red], ['amber', 'red', undefined]],
  ['a confirmation', [same, amber, red], ['amber', 'red', 'same']],
  ['a slip undone', [undo, slip, amber, red], ['amber', 'red', undefined]],
  ['an impact rating since', [impact, amber, red], ['amber', 'red', undefined]],
])('after %s', (_name, entries, wanted) => {
  const { moved, before, confirmed } = ratingRun(entries);

  expect([moved?.id, before?.id, confirmed?.id]).toEqual(wanted);
});
