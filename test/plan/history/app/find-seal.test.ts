// A seal that was noted is found at the moment of which it speaks.
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { findSeal } from '../../../../src/plan/history/app/find-seal.ts';

const at = (minute: number) =>
  Temporal.Instant.from('2024-07-01T09:00:00Z').add({ minutes: minute });
const seal = (...ends: string[]) => createHash('sha256').update(ends.join('')).digest('hex');
const heads = [
  { objectiveId: 'b', head: 'b1', at: at(0) },
  { objectiveId: 'a', head: 'a1', at: at(1) },
  { objectiveId: 'b', head: 'b2', at: at(2) },
];

it.each([
  [seal('b1'), { entries: 1, at: at(0), isLatest: false }],
  [seal('a1', 'b1'), { entries: 2, at: at(1), isLatest: false }],
  [seal('a1', 'b2'), { entries: 3, at: at(2), isLatest: true }],
  [seal('b1', 'a1'), null],
  [seal('a1'), null],
])('%s', (noted, found) => {
  expect(findSeal(noted, heads)).toEqual(found);
});

it('finds nothing in an empty history', () => {
  expect(findSeal(seal(), [])).toBeNull();
});
