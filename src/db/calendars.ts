// The days on which people work: closure days of the partnership and of its organisations, and the periods of
// whoever works in them only.
import { Temporal } from 'temporal-polyfill';
import type { CalendarRepository } from '../app/ports.ts';
import type { WorkCalendar } from '../domain/working-days.ts';
import type { Executor } from './executor.ts';
import type { RowsAt } from './rows-at.ts';

/** A closure day as the database gives it in JSON. */
export type ClosureRow = { readonly day: string; readonly worked: boolean };

/** Calendars of one partnership. */
export function createCalendars(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): CalendarRepository {
  return {
    async ofPartnership() {
      const rows = await db.$queryRaw<ClosureRow[]>`
        ${rowsAt('closure_day')}SELECT day::text AS day, worked FROM closure_day
        WHERE partnership_id = ${partnershipId}::uuid AND organisation_id IS NULL`;
      return toCalendar(rows);
    },

    async ofPeople() {
      const rows = await db.$queryRaw<
        { id: string; closures: ClosureRow[]; periods: { from: string; until: string }[] | null }[]
      >`
        ${rowsAt('person', 'closure_day', 'work_period')}SELECT p.id,
          coalesce((
            SELECT json_agg(json_build_object('day', d.day, 'worked', d.worked)) FROM closure_day d
            WHERE d.partnership_id = p.partnership_id
              AND (d.organisation_id IS NULL OR d.organisation_id = p.organisation_id)
          ), '[]') AS closures,
          CASE WHEN p.calendar_id IS NOT NULL THEN coalesce((
            SELECT json_agg(json_build_object('from', w.starts_on, 'until', w.ends_on)) FROM work_period w
            WHERE w.calendar_id = p.calendar_id
          ), '[]') END AS periods
        FROM person p
        WHERE p.partnership_id = ${partnershipId}::uuid AND p.active AND (
          p.calendar_id IS NOT NULL
          OR EXISTS (SELECT FROM closure_day d WHERE d.organisation_id = p.organisation_id))`;
      return new Map(
        rows.map(({ id, closures, periods }) => [
          id,
          {
            ...toCalendar(closures),
            ...(periods && {
              periods: periods.map(({ from, until }) => ({
                from: Temporal.PlainDate.from(from),
                until: Temporal.PlainDate.from(until),
              })),
            }),
          },
        ]),
      );
    },
  };
}

/** A calendar of the days that are set apart. */
export function toCalendar(rows: readonly ClosureRow[]): WorkCalendar {
  const days = (worked: boolean) =>
    new Set(rows.filter((row) => row.worked === worked).map(({ day }) => day));
  return { closed: days(false), worked: days(true) };
}
