// How late things have been, and when the plan's history is too short to say.
import { expect, it } from 'vitest';
import { slippageOf } from '../../../../src/cycle/ratings/domain/slippage.ts';
import { day } from '../../../support/rules/builders.ts';

const slips = (...days: number[]) =>
  days.map((late) => ({ due: day('2024-05-31'), doneOn: day('2024-05-31').add({ days: late }) }));

it.each([
  ['an odd number', [9, -2, 0, 30, 12], { median: 9, earliest: -2, latest: 30, count: 5 }],
  ['an even number', [1, 2, 3, 4, 5, 6], { median: 4, earliest: 1, latest: 6, count: 6 }],
  ['all on the day', [0, 0, 0, 0, 0], { median: 0, earliest: 0, latest: 0, count: 5 }],
])('says the median, the range and n of %s', (_name, days, expected) => {
  expect(slippageOf('Theme 1', slips(...days))).toEqual({ of: 'Theme 1', ...expected });
});

it.each([[[]], [[1, 2, 3, 4]]])('is silent below five: %j', (days) => {
  expect(slippageOf('Theme 1', slips(...days))).toBeNull();
});
