import { expect, it } from 'vitest';
import { looseName, partedAt } from '../../../../src/core/message/domain/text-ends.ts';

it('parts words wherever the word stands between two of them', () => {
  expect(partedAt('Guide to Health to "Health Board"', 'to')).toEqual([
    { before: 'Guide', after: 'Health to "Health Board"' },
    { before: 'Guide to Health', after: 'Health Board' },
  ]);
  expect(partedAt('to Health', 'to')).toEqual([]);
  expect(partedAt('Health to', 'to')).toEqual([]);
});

it('tries eight ways at the most, the last among them', () => {
  const ways = partedAt(`A ${'to '.repeat(4_000)}B`, 'to');

  expect(ways).toHaveLength(8);
  expect(ways[0]?.before).toBe('A');
  expect(ways.at(-1)?.after).toBe('B');
});

it('takes names for one that differ in capitals and marks', () => {
  expect(looseName(' Example-NHS, Trust ')).toBe('example nhs trust');
  expect(looseName('Example NHS Trust')).toBe('example nhs trust');
});
