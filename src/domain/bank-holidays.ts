// England and Wales bank holidays, as published by the government, substitutes and one-off days
// included. A test compares the table with the date-holidays package, year by year.
import { Temporal } from 'temporal-polyfill';

/** The years that the table covers; beyond them nobody knows the one-off days. */
export const bankHolidayYears = { first: 2022, last: 2028 } as const;

/** The last day that the table covers. */
export const bankHolidaysEnd = Temporal.PlainDate.from(`${bankHolidayYears.last}-12-31`);

/** Days from a day to the end of the table; negative once it is over. */
export function bankHolidayDaysLeft(day: Temporal.PlainDate): number {
  return day.until(bankHolidaysEnd).days;
}

const days: Record<number, string> = {
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

/** Every bank holiday of the table, as `yyyy-mm-dd`. */
export const bankHolidays: ReadonlySet<string> = new Set(
  Object.entries(days).flatMap(([year, list]) => list.split(' ').map((day) => `${year}-${day}`)),
);
