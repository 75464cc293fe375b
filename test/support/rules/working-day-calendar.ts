// A second calculation of working days, on purpose unlike the first: every day of the covered years
// is listed with the date-holidays package, and counting is walking along that list.
import Holidays from 'date-holidays';
import { bankHolidayYears } from '../../../src/core/dates/domain/bank-holidays.ts';

const { first, last } = bankHolidayYears;
const england = new Holidays('GB', 'ENG', { types: ['public', 'bank'] });

/** Days off on a Monday to Friday in one year, in order, as `yyyy-mm-dd`. */
export function weekdayHolidays(year: number): string[] {
  return england
    .getHolidays(year)
    .map(({ date }) => date.slice(0, 10))
    .filter((date) => !isWeekend(date))
    .sort();
}

/** Every working day of the covered years, in order. */
export const workingDays: readonly string[] = listWorkingDays();

/** The last working day before `date` is one step back, and so on. */
export function walkBack(date: string, steps: number): string | undefined {
  const before = workingDays.filter((one) => one < date);
  return steps === 0 ? date : before.at(-steps);
}

/** The first working day after `date` is one step on, and so on. */
export function walkOn(date: string, steps: number): string | undefined {
  const after = workingDays.filter((one) => one > date);
  return steps === 0 ? date : after.at(steps - 1);
}

function listWorkingDays(): string[] {
  const days: string[] = [];
  const off = new Set<string>();
  for (let year = first; year <= last; year++) {
    for (const date of weekdayHolidays(year)) off.add(date);
  }
  const end = Date.UTC(last, 11, 31);
  for (let time = Date.UTC(first, 0, 1); time <= end; time += 86_400_000) {
    const date = new Date(time).toISOString().slice(0, 10);
    if (!isWeekend(date) && !off.has(date)) days.push(date);
  }
  return days;
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}
