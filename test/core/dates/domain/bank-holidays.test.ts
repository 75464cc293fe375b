// The table of bank holidays against the date-holidays package, year by year.
import { describe, expect, it } from 'vitest';
import { bankHolidays, bankHolidayYears } from '../../../../src/core/dates/domain/bank-holidays.ts';
import { weekdayHolidays } from '../../../support/rules/working-day-calendar.ts';

const { first, last } = bankHolidayYears;
const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('bankHolidays', () => {
  it.each(years)('agrees with the date-holidays package in %i', (year) => {
    const listed = [...bankHolidays].filter((date) => date.startsWith(`${year}-`)).sort();

    expect(listed).toEqual(weekdayHolidays(year));
  });

  it('covers every year that it claims, and no other', () => {
    const listed = new Set([...bankHolidays].map((date) => Number(date.slice(0, 4))));

    expect(listed).toEqual(new Set(years));
  });

  it.each([
    ['the Queen’s platinum jubilee', '2022-06-03'],
    ['the spring holiday moved for it', '2022-06-02'],
    ['the Queen’s funeral', '2022-09-19'],
    ['the King’s coronation', '2023-05-08'],
    ['Good Friday 2024', '2024-03-29'],
    ['Easter Monday 2024', '2024-04-01'],
    ['Christmas Day 2024', '2024-12-25'],
    ['Boxing Day 2025', '2025-12-26'],
    ['the substitute for Christmas Day 2022', '2022-12-27'],
    ['the substitute for Boxing Day 2026', '2026-12-28'],
  ])('has %s', (_name, date) => {
    expect(bankHolidays.has(date)).toBe(true);
  });

  it.each([
    ['the usual spring holiday of 2022', '2022-05-30'],
    ['Scotland’s 2 January', '2024-01-02'],
    ['Scotland’s August holiday', '2024-08-05'],
    ['Northern Ireland’s 12 July', '2024-07-12'],
    ['Christmas Eve', '2024-12-24'],
  ])('does not have %s', (_name, date) => {
    expect(bankHolidays.has(date)).toBe(false);
  });
});
