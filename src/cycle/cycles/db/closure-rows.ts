// Closure days as the database gives them.
import type { WorkCalendar } from '../../../core/dates/domain/working-days.ts';

/** A closure day as the database gives it in JSON. */
export type ClosureRow = { readonly day: string; readonly worked: boolean };

/** A calendar of the days that are set apart. */
export function toCalendar(rows: readonly ClosureRow[]): WorkCalendar {
  const days = (worked: boolean) =>
    new Set(rows.filter((row) => row.worked === worked).map(({ day }) => day));
  return { closed: days(false), worked: days(true) };
}
