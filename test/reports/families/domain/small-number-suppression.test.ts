// Small counts: what is shown gives nothing away of what is hidden.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FEWER,
  hideSmall,
  NOT_SHOWN,
  publicFigure,
  type ShownCounts,
} from '../../../../src/reports/families/domain/small-number-suppression.ts';

describe('what is shown of the parts of a total', () => {
  it.each([
    [[10, 20, 30], [10, 20, 30], 60],
    [[3, 20, 30], [null, null, 30], 53],
    [[3, 20, 20], [null, null, null], 43],
    [[1, 3, 30], [null, null, 30], 34],
    [[0, 0, 30], [null, null, null], 30],
    [[4, 4, 9, 30], [null, null, null, 30], 47],
    [[2, 2], [null, null], null],
    [[1, 2], [null, null], 3],
    [[4], [null], null],
    [[], [], 0],
  ])('%j', (parts, shown, total) => {
    expect(hideSmall(parts)).toEqual({ parts: shown, total });
  });

  it('lets nobody work out what is hidden, not even somebody who knows the rule', () => {
    const part = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const shown = hideSmall(parts);

        const possible = everyOther(parts.length).filter((other) => same(hideSmall(other), shown));

        for (const [place, value] of shown.parts.entries()) {
          if (value !== null) expect(parts[place]).toBe(value);
          else expect(new Set(possible.map((one) => one[place])).size).toBeGreaterThan(1);
        }
        for (const [place, value] of parts.entries())
          if (value < 5) expect(shown.parts[place]).toBeNull();
      }),
      { numRuns: 150 },
    );
  });
});

describe('a figure for families', () => {
  it.each([
    ['8.61% (331)', '8.61% (331)'],
    ['0.9% (3)', FEWER],
    ['3 active appeals', FEWER],
    ['0', FEWER],
    ['5,427', '5,427'],
    ['34.40% of 61 EHCPs', '34.40% of 61 EHCPs'],
    ['3.3% of 61 EHCPs', NOT_SHOWN],
    ['97% of 61 EHCPs', NOT_SHOWN],
    ['50.3% (increase of 5% on previous year)', '50.3% (increase of 5% on previous year)'],
    ['553 days (Nov 2023 – first available data)', '553 days (Nov 2023 – first available data)'],
    ['3 days', '3 days'],
    ['101 active appeals (end of June 2023)', '101 active appeals (end of June 2023)'],
    ['Data not available', 'Data not available'],
    ['KS4', 'KS4'],
  ])('%s', (raw, shown) => {
    expect(publicFigure(raw)).toBe(shown);
  });
});

function everyOther(length: number): number[][] {
  if (length === 0) return [[]];
  return everyOther(length - 1).flatMap((rest) =>
    Array.from({ length: 10 }, (_, value) => [...rest, value]),
  );
}

function same(one: ShownCounts, other: ShownCounts): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
