// The days on which people work: closure days of the partnership and of its organisations, and the periods of
// whoever works in them only.

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { bool, int, json, orNull, text, uuid } from '../../../core/database/db/columns.ts';
import { type Executor, fromDate } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import type { Period } from '../../../core/dates/domain/working-days.ts';
import { closuresSchema, toCalendar } from '../../cycles/db/closure-rows.ts';
import type { CalendarRepository } from '../app/calendar-ports.ts';

const periods = json('the periods', z.array(z.object({ from: z.string(), until: z.string() })));
const closureRow = {
  ...{ day: text, name: text, worked: bool, example: bool },
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
  async function countOn(
    days: readonly Temporal.PlainDate[],
    organisationId: string | null,
  ): Promise<number> {
    const [row] = await rowsFrom(db, { count: int })`
      SELECT count(*)::int AS count FROM closure_day
      WHERE partnership_id = ${partnershipId}::uuid AND day::text = ANY(${days.map(String)}::text[])
        AND organisation_id IS NOT DISTINCT FROM ${organisationId}::uuid`;
    return row?.count ?? 0;
  }

  return {
    async listClosures(from) {
      const rows = await rowsFrom(db, closureRow)`
        SELECT d.day::text AS day, d.name, d.worked, d.example, o.id AS "organisationId", o.name AS "organisationName"
        FROM closure_day d LEFT JOIN organisation o ON o.id = d.organisation_id
        WHERE d.partnership_id = ${partnershipId}::uuid AND d.day >= ${from.toString()}::date
        ORDER BY d.day, o.name NULLS FIRST`;
      return rows.map(({ day, organisationId, organisationName, ...row }) => ({
        ...row,
        day: Temporal.PlainDate.from(day),
        organisation:
          organisationId === null ? null : { id: organisationId, name: organisationName ?? '' },
      }));
    },

    async setApart(days, { name, worked, organisationId }) {
      const before = await countOn(days, organisationId);
      await db.$executeRaw`
        INSERT INTO closure_day (id, partnership_id, day, organisation_id, name, worked)
        SELECT gen_random_uuid(), ${partnershipId}::uuid, d::date, ${organisationId}::uuid, ${name}, ${worked}
        FROM unnest(${days.map(String)}::text[]) AS d
        ON CONFLICT (partnership_id, day, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'::uuid))
          DO UPDATE SET name = excluded.name, worked = excluded.worked`;
      return days.length - before;
    },

    async giveBack(day, organisationId) {
      const { count } = await db.closureDay.deleteMany({
        where: { partnershipId, organisationId, day: fromDate(day) },
      });
      return count > 0;
    },

    async listTerms() {
      const rows = await rowsFrom(db, termsRow)`
        SELECT c.key, c.name, c.example,
          coalesce((
            SELECT json_agg(json_build_object('from', w.starts_on, 'until', w.ends_on) ORDER BY w.starts_on)
            FROM work_period w WHERE w.calendar_id = c.id
          ), '[]') AS periods,
          coalesce((
            SELECT json_agg(p.name ORDER BY p.name) FROM person p WHERE p.calendar_id = c.id AND p.active
          ), '[]') AS followers
        FROM work_calendar c WHERE c.partnership_id = ${partnershipId}::uuid ORDER BY c.name`;
      return rows.map(({ periods, ...row }) => ({ ...row, periods: periods.map(toPeriod) }));
    },

    async setTerms({ key, name, periods }) {
      const [calendar] = await rowsFrom(db, { id: uuid })`
        INSERT INTO work_calendar (id, partnership_id, key, name)
        VALUES (gen_random_uuid(), ${partnershipId}::uuid, ${key}, ${name})
        ON CONFLICT (partnership_id, key) DO UPDATE SET name = excluded.name
        RETURNING id`;
      await db.$executeRaw`DELETE FROM work_period WHERE calendar_id = ${calendar?.id}::uuid`;
      const rows = periods.map(({ from, until }, index) => ({
        ...{ from: from.toString(), until: until.toString(), name: `${index + 1}` },
      }));
      await db.$executeRaw`
        INSERT INTO work_period (id, partnership_id, calendar_id, name, starts_on, ends_on)
        SELECT gen_random_uuid(), ${partnershipId}::uuid, ${calendar?.id}::uuid, r.name, r."from", r.until
        FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r ("from" date, until date, name text)`;
    },

    async follow(personId, key) {
      await db.$executeRaw`
        UPDATE person SET calendar_id = (
          SELECT c.id FROM work_calendar c WHERE c.partnership_id = ${partnershipId}::uuid AND c.key = ${key})
        WHERE partnership_id = ${partnershipId}::uuid AND id = ${personId}::uuid`;
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
