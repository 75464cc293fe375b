// Dates as people type them, day first.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../../src/core/dates/domain/parse-date.ts';

const today = Temporal.PlainDate.from('2024-07-17');

describe('parseDate', () => {
  it.each([
    ['2024-07-31', 'day', '2024-07-31'],
    ['31/07/2024', 'day', '2024-07-31'],
    ['1.2.2024', 'day', '2024-02-01'],
    ['24 Jul 2024', 'day', '2024-07-24'],
    ['24th of July 2024', 'day', '2024-07-24'],
    ['July 24, 2024', 'day', '2024-07-24'],
    ['the end of July', 'month', '2023-07-31'],
    ['by July 2024', 'month', '2024-07-31'],
    ['before December 2024', 'month', '2024-12-31'],
    ['Feb 2024', 'month', '2024-02-29'],
    ['Autumn 2024', 'season', '2024-11-30'],
    ['winter 2024', 'season', '2025-02-28'],
    ['Spring', 'season', '2024-05-31'],
    ['2023', 'year', '2023-12-31'],
    ['31 July', 'day', '2023-07-31'],
    ['17 July', 'day', '2024-07-17'],
  ] as const)('reads “%s” as a %s, at the latest %s', (words, precision, last) => {
    const read = parseDate(words, today, 'past');

    expect(read?.precision).toBe(precision);
    expect(read?.lastDay.toString()).toBe(last);
    expect(read?.text).toBe(words);
  });

  it.each([
    ['31 July', '2024-07-31'],
    ['17 July', '2024-07-17'],
    ['16 July', '2025-07-16'],
    ['end of July', '2024-07-31'],
  ])('looks forward for “%s” when a date to come is meant: %s', (words, last) => {
    expect(parseDate(words, today, 'future')?.lastDay.toString()).toBe(last);
  });

  it.each([
    '',
    'soonish',
    '30 February 2024',
    '31/13/2024',
    '00/01/2024',
    '2024-7',
    'July Autumn',
    '29 Feb 2023',
    '14 of 20',
  ])('does not read “%s”', (words) => {
    expect(parseDate(words, today, 'past')).toBeNull();
  });

  it('reads every day in every form alike, and never throws', () => {
    const days = fc
      .integer({ min: 0, max: 4_000 })
      .map((count) => Temporal.PlainDate.from('2020-01-01').add({ days: count }));
    fc.assert(
      fc.property(days, (day) => {
        const dayFirst = `${day.day}/${day.month}/${day.year}`;
        expect(parseDate(day.toString(), today, 'past')?.lastDay.equals(day)).toBe(true);
        expect(parseDate(dayFirst, today, 'past')?.lastDay.equals(day)).toBe(true);
      }),
    );
    fc.assert(fc.property(fc.string(), (words) => void parseDate(words, today, 'future')));
  });
});
