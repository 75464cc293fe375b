// England and Wales bank holidays, as published by the government, substitutes and one-off days
// included. A test compares the table with the date-holidays package, year by year.
import { Temporal } from 'temporal-polyfill';
import { bankHolidayTable, bankHolidayYears } from './bank-holiday-table.ts';

export { bankHolidayYears };

/** Days from a day to the end of the table; negative once it is over. */
export function bankHolidayDaysLeft(day: Temporal.PlainDate): number {
  return day.until(bankHolidaysEnd).days;
}

/** The name of every bank holiday of the table, by `yyyy-mm-dd`. */
export const bankHolidayNames: ReadonlyMap<string, string> = new Map(bankHolidayTable);

/** Every bank holiday of the table, as `yyyy-mm-dd`. */
export const bankHolidays: ReadonlySet<string> = new Set(bankHolidayNames.keys());

/** The last day that the table covers; beyond it nobody knows the one-off days. */
export const bankHolidaysEnd = Temporal.PlainDate.from(`${bankHolidayYears.last}-12-31`);

/** Whether a day lies outside the table, so that what is counted there may be wrong. */
export function isBeyondBankHolidays(date: Temporal.PlainDate): boolean {
  return date.year > bankHolidayYears.last || date.year < bankHolidayYears.first;
}
