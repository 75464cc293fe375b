// The days on which people work: closure days of the partnership and of its organisations, and the periods of
// whoever works in them only.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { bool, day, json, orNull, text, uuid } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import type { Period } from '../../../core/dates/domain/working-days.ts';
import { closuresSchema, toCalendar } from '../../cycles/db/closure-rows.ts';
import type { CalendarRepository } from '../app/calendar-ports.ts';
import { createCalendarWrites } from './calendar-writes.ts';

const periods = json('the periods', z.array(z.object({ from: z.string(), until: z.string() })));

const closureRow = {
  ...{ day, name: text, worked: bool, example: bool },
  ...{ organisationId: orNull(uuid), organisationName: orNull(text) },
};

const termsRow = {
  ...{ key: text, name: text, example: bool, periods },
  followers: json('the followers', z.array(z.string())),
};

const workRow = {
  ...{ id: uuid, closures: json('the closure days', closuresSchema), periods: orNull(periods) },
};

/** Calendars of one partnership. */
export function createCalendars(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): CalendarRepository {
  return {
    ...createCalendarReads(db, partnershipId, rowsAt),
    ...createCalendarWrites(db, partnershipId),
  };
}

/** What is known of them. */
function createCalendarReads(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): Pick<CalendarRepository, 'listClosures' | 'listTerms' | 'ofPartnership' | 'ofPeople'> {
  return {
    async listClosures(from) {
      const rows = await rowsFrom(db, closureRow)`
        SELECT d.day::text AS day, d.name, d.worked, d.example, o.id AS "organisationId", o.name AS "organisationName"
        FROM closure_day d LEFT JOIN organisation o ON o.partnership_id = d.partnership_id AND o.id = d.organisation_id
        WHERE d.partnership_id = ${partnershipId}::uuid AND d.day >= ${from.toString()}::date
        ORDER BY d.day, o.name NULLS FIRST`;
      return rows.map(({ organisationId, organisationName, ...row }) => ({
        ...row,
        organisation:
          organisationId === null ? null : { id: organisationId, name: organisationName ?? '' },
      }));
    },

    async listTerms() {
      const rows = await rowsFrom(db, termsRow)`
        SELECT c.key, c.name, c.example,
          coalesce((
            SELECT json_agg(json_build_object('from', w.starts_on, 'until', w.ends_on) ORDER BY w.starts_on)
            FROM work_period w WHERE w.partnership_id = c.partnership_id AND w.calendar_id = c.id
          ), '[]') AS periods,
          coalesce((
            SELECT json_agg(p.name ORDER BY p.name) FROM person p
            WHERE p.partnership_id = c.partnership_id AND p.calendar_id = c.id AND p.active
          ), '[]') AS followers
        FROM work_calendar c WHERE c.partnership_id = ${partnershipId}::uuid ORDER BY c.name`;
      return rows.map(({ periods, ...row }) => ({ ...row, periods: periods.map(toPeriod) }));
    },

    async ofPartnership() {
      const rows = await rowsFrom(db, { day: text, worked: bool })`
        ${rowsAt('closure_day')}SELECT day::text AS day, worked FROM closure_day
        WHERE partnership_id = ${partnershipId}::uuid AND organisation_id IS NULL`;
      return toCalendar(rows);
    },

    async ofPeople() {
      const rows = await rowsFrom(db, workRow)`
        ${rowsAt('person', 'closure_day', 'work_period')}SELECT p.id,
          coalesce((
            SELECT json_agg(json_build_object('day', d.day, 'worked', d.worked)) FROM closure_day d
            WHERE d.partnership_id = p.partnership_id
              AND (d.organisation_id IS NULL OR d.organisation_id = p.organisation_id)
          ), '[]') AS closures,
          CASE WHEN p.calendar_id IS NOT NULL THEN coalesce((
            SELECT json_agg(json_build_object('from', w.starts_on, 'until', w.ends_on)) FROM work_period w
            WHERE w.partnership_id = p.partnership_id AND w.calendar_id = p.calendar_id
          ), '[]') END AS periods
        FROM person p
        WHERE p.partnership_id = ${partnershipId}::uuid AND p.active AND (
          p.calendar_id IS NOT NULL
          OR EXISTS (SELECT FROM closure_day d
            WHERE d.partnership_id = p.partnership_id AND d.organisation_id = p.organisation_id))`;
      return new Map(
        rows.map(({ id, closures, periods }) => [
          id,
          {
            ...toCalendar(closures),
            ...(periods && { periods: periods.map(toPeriod) }),
          },
        ]),
      );
    },
  };
}

function toPeriod({ from, until }: { readonly from: string; readonly until: string }): Period {
  return { from: Temporal.PlainDate.from(from), until: Temporal.PlainDate.from(until) };
}
