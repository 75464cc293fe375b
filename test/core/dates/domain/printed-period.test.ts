// Periods as documents print them, and the days that they mean.
import { describe, expect, it } from 'vitest';
import {
  findPrintedPeriod,
  parsePrintedPeriod,
} from '../../../../src/core/dates/domain/printed-period.ts';

describe('parsePrintedPeriod', () => {
  it.each([
    ['Nov 2023', 'month', '2023-11-01', '2023-11-30'],
    ['May 2024', 'month', '2024-05-01', '2024-05-31'],
    ['Nov-23', 'month', '2023-11-01', '2023-11-30'],
    ['Sept 2023', 'month', '2023-09-01', '2023-09-30'],
    ['end of June 2023', 'month', '2023-06-01', '2023-06-30'],
    ['as at 31 March 2024', 'day', '2024-03-31', '2024-03-31'],
    ['31/03/2024', 'day', '2024-03-31', '2024-03-31'],
    ['2024-02-29', 'day', '2024-02-29', '2024-02-29'],
    ['2023', 'year', '2023-01-01', '2023-12-31'],
    ['2023/24', 'year', '2023-04-01', '2024-08-31'],
    ['2023-24', 'year', '2023-04-01', '2024-08-31'],
    ['2023/2024', 'year', '2023-04-01', '2024-08-31'],
    ['Q2 2023/24', 'quarter', '2023-07-01', '2023-09-30'],
    ['Q4 2023/24', 'quarter', '2024-01-01', '2024-03-31'],
    ['Q1 2024', 'quarter', '2024-01-01', '2024-03-31'],
    ['Autumn 2024', 'term', '2024-09-01', '2024-11-30'],
    ['Autumn term 2023', 'term', '2023-09-01', '2023-12-31'],
    ['Spring term 2023/24', 'term', '2024-01-01', '2024-04-30'],
    ['Winter 2023', 'term', '2023-12-01', '2024-02-29'],
    ['Apr–Jun 2024', 'span', '2024-04-01', '2024-06-30'],
    ['March 2023 to June 2024', 'span', '2023-03-01', '2024-06-30'],
    ['2022 - 2027', 'span', '2022-01-01', '2027-12-31'],
    ['academic year 21/22', 'year', '2021-09-01', '2022-08-31'],
    ['2022/23 academic year', 'year', '2022-09-01', '2023-08-31'],
    ['FY23/24', 'year', '2023-04-01', '2024-03-31'],
    ['year to March 2024', 'year', '2023-04-01', '2024-03-31'],
    ['12 months to June 2024', 'year', '2023-07-01', '2024-06-30'],
    ['quarter ending 30 June 2024', 'quarter', '2024-04-01', '2024-06-30'],
    ['w/e 5 May 2024', 'span', '2024-04-29', '2024-05-05'],
    ['as at 31.03.24', 'day', '2024-03-31', '2024-03-31'],
    ['Q1 24/25', 'quarter', '2024-04-01', '2024-06-30'],
    ['2024/25 Q1', 'quarter', '2024-04-01', '2024-06-30'],
    ['Q3 FY21/22', 'quarter', '2021-10-01', '2021-12-31'],
    ['H2 2023/24', 'span', '2023-10-01', '2024-03-31'],
    ['Spring Term 24', 'term', '2024-01-01', '2024-04-30'],
    ['Apr-Jun 24', 'span', '2024-04-01', '2024-06-30'],
    ['Apr 23 - Mar 24', 'span', '2023-04-01', '2024-03-31'],
    ['1 April 2023 to 31 March 2024', 'span', '2023-04-01', '2024-03-31'],
  ])('reads %s as a %s', (text, precision, first, last) => {
    const read = parsePrintedPeriod(text);

    expect(read && [read.text, read.precision, `${read.firstDay}`, `${read.lastDay}`]).toEqual([
      ...[text, precision, first, last],
    ]);
  });

  it.each([
    ...['', 'soon', 'June', 'Q5 2024', '2023/25', '31 February 2024', '2024-02-30', '13/13/2024'],
    ...[
      '21/22',
      'FY21/23',
      'academic year 21',
      'week ending May 2024',
      '31.02.24',
      'June 2024 to May 2024',
      '1899',
      '2023 pupils',
      'Nov 2023 or so',
      '12024',
    ],
  ])('reads %j as none', (text) => {
    expect(parsePrintedPeriod(text)).toBeNull();
  });
});

describe('findPrintedPeriod', () => {
  it.each([
    ['Baseline as at inspection data (July 2023)', 'July 2023'],
    ['2023 performance (SEN2 and other sources)', '2023'],
    ['Direction of Travel', undefined],
  ])('finds the period of the heading %j', (heading, period) => {
    expect(findPrintedPeriod(heading)?.text).toBe(period);
  });
});
