// Closure days as the database gives them.
import { z } from 'zod';
import type { WorkCalendar } from '../../../core/dates/domain/working-days.ts';

/** Closure days as the database gives them in JSON. */
export const closuresSchema = z.array(z.object({ day: z.string(), worked: z.boolean() }));

type ClosureRow = { readonly day: string; readonly worked: boolean };

/** A calendar of the days that are set apart. */
export function toCalendar(rows: readonly ClosureRow[]): WorkCalendar {
  const days = (worked: boolean) =>
    new Set(rows.filter((row) => row.worked === worked).map(({ day }) => day));
  return { closed: days(false), worked: days(true) };
}
