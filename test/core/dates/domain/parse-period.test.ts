// Periods as people type them, read on Monday 1 July 2024.
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../../src/core/dates/domain/parse-period.ts';
import { day } from '../../../support/rules/builders.ts';

const today = day('2024-07-01');
const county = [
  { from: day('2024-06-03'), until: day('2024-07-23') },
  { from: day('2024-09-02'), until: day('2024-10-25') },
  { from: day('2024-11-04'), until: day('2024-12-20') },
];

describe('a period', () => {
  it.each([
    ['12–23 Aug', '2024-08-12', '2024-08-23'],
    ['12-23 Aug', '2024-08-12', '2024-08-23'],
    ['12 – 23 August', '2024-08-12', '2024-08-23'],
    ['12 to 23 Aug', '2024-08-12', '2024-08-23'],
    ['12th to 23rd August', '2024-08-12', '2024-08-23'],
    ['12 Aug to 23 Aug 2024', '2024-08-12', '2024-08-23'],
    ['12 Aug - 23 Aug', '2024-08-12', '2024-08-23'],
    ['12/08/24 to 23/08/24', '2024-08-12', '2024-08-23'],
    ['from 12 Aug until 2 Sep', '2024-08-12', '2024-09-02'],
    ['2024-08-12 to 2024-08-23', '2024-08-12', '2024-08-23'],
    ['2024-08-12 - 2024-08-23', '2024-08-12', '2024-08-23'],
    ['12/08/2024-23/08/2024', '2024-08-12', '2024-08-23'],
    ['12-Aug-24 to 23-Aug-24', '2024-08-12', '2024-08-23'],
    ['28 Dec – 5 Jan', '2024-12-28', '2025-01-05'],
    ['28 Dec 2025 to 5 Jan', '2025-12-28', '2026-01-05'],
    ['12–23 May', '2025-05-12', '2025-05-23'],
    ['28 June to 5 July', '2024-06-28', '2024-07-05'],
    ['until 23 Aug', '2024-07-01', '2024-08-23'],
    ['UNTIL tomorrow', '2024-07-01', '2024-07-02'],
    ['today', '2024-07-01', '2024-07-01'],
    ['today to 5 July', '2024-07-01', '2024-07-05'],
    ['tomorrow', '2024-07-02', '2024-07-02'],
    ['tomorrow to Thursday', '2024-07-02', '2024-07-04'],
    ['Wednesday to Friday', '2024-07-03', '2024-07-05'],
    ['12 Aug', '2024-08-12', '2024-08-12'],
    ['23–12 Aug', '2024-08-23', '2024-08-12'],
    ['1–5 June 2024', '2024-06-01', '2024-06-05'],
    ['next week', '2024-07-08', '2024-07-12'],
    ['this week', '2024-07-01', '2024-07-05'],
    ['w/c 12 Aug', '2024-08-12', '2024-08-16'],
    ['the week of 12 August', '2024-08-12', '2024-08-16'],
    ['12 Aug for two weeks', '2024-08-12', '2024-08-25'],
    ['from Thursday for 3 days', '2024-07-04', '2024-07-06'],
    ['two weeks from 12 Aug', '2024-08-12', '2024-08-25'],
    ['for a fortnight from Thursday', '2024-07-04', '2024-07-17'],
    ['half term', '2024-10-26', '2024-11-03'],
    ['the summer holidays', '2024-07-24', '2024-09-01'],
  ])('%j is %s to %s', (words, startsOn, endsOn) => {
    expect(parsePeriod(words, today, { terms: [county] })).toEqual({
      kind: 'period',
      period: { startsOn: day(startsOn), endsOn: day(endsOn) },
    });
  });

  it.each([
    ['August', 'vague', ['1 August 2024 to 31 August 2024']],
    ['w/c 13 Aug', 'wrong-weekday', ['w/c 12 August 2024']],
    ['until next Friday', 'which', ['5 July 2024', '12 July 2024']],
    ['half term', 'no-terms', []],
    ['30 Feb', 'no-such-day', ['29 February 2024']],
  ])('%j is asked: %s', (words, problem, readings) => {
    expect(parsePeriod(words, today)).toEqual({ kind: 'unread', problem, readings });
  });

  it.each(['', 'soon', 'July to August', '12–', '–23 Aug', '31–40 Aug', '0–5 Aug', 'ongoing'])(
    '%j is none',
    (words) => {
      expect(parsePeriod(words, today)).toMatchObject({ kind: 'unread' });
    },
  );
});
