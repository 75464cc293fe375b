// Periods as people type them, read on Monday 1 July 2024.
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../../src/core/dates/domain/parse-period.ts';
import { day } from '../../../support/rules/builders.ts';

describe('parsePeriod', () => {
  it.each([
    ['12–23 Aug', '2024-08-12', '2024-08-23'],
    ['12-23 Aug', '2024-08-12', '2024-08-23'],
    ['12 – 23 August', '2024-08-12', '2024-08-23'],
    ['12 to 23 Aug', '2024-08-12', '2024-08-23'],
    ['12th to 23rd August', '2024-08-12', '2024-08-23'],
    ['12 Aug to 23 Aug 2024', '2024-08-12', '2024-08-23'],
    ['12 Aug - 23 Aug', '2024-08-12', '2024-08-23'],
    ['from 12 Aug until 2 Sep', '2024-08-12', '2024-09-02'],
    ['2024-08-12 to 2024-08-23', '2024-08-12', '2024-08-23'],
    ['2024-08-12 - 2024-08-23', '2024-08-12', '2024-08-23'],
    ['12/08/2024-23/08/2024', '2024-08-12', '2024-08-23'],
    ['28 Dec – 5 Jan', '2024-12-28', '2025-01-05'],
    ['28 Dec 2025 to 5 Jan', '2025-12-28', '2026-01-05'],
    ['12–23 May', '2025-05-12', '2025-05-23'],
    ['28 June to 5 July', '2024-06-28', '2024-07-05'],
    ['until 23 Aug', '2024-07-01', '2024-08-23'],
    ['UNTIL tomorrow', '2024-07-01', '2024-07-02'],
    ['today', '2024-07-01', '2024-07-01'],
    ['today to 5 July', '2024-07-01', '2024-07-05'],
    ['tomorrow', '2024-07-02', '2024-07-02'],
    ['12 Aug', '2024-08-12', '2024-08-12'],
    ['23–12 Aug', '2024-08-23', '2024-08-12'],
    ['1–5 June 2024', '2024-06-01', '2024-06-05'],
  ])('%j is %s to %s', (words, startsOn, endsOn) => {
    expect(parsePeriod(words, day('2024-07-01'))).toEqual({
      startsOn: day(startsOn),
      endsOn: day(endsOn),
    });
  });

  it.each([
    '',
    'soon',
    'August',
    'July to August',
    '12–',
    '–23 Aug',
    '31–40 Aug',
    '30 Feb',
    '0–5 Aug',
  ])('%j is none', (words) => {
    expect(parsePeriod(words, day('2024-07-01'))).toBeNull();
  });
});
