// Changes the days on which people work: closure days and the periods of whoever works in them only.
import type { Temporal } from 'temporal-polyfill';
import { int, uuid } from '../../../core/database/db/columns.ts';
import { type Executor, fromDate } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { CalendarRepository } from '../app/calendar-ports.ts';

/** What changes the calendars of one partnership. */
export function createCalendarWrites(
  db: Executor,
  partnershipId: string,
): Pick<CalendarRepository, 'setApart' | 'giveBack' | 'setTerms' | 'follow'> {
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

    async setTerms({ key, name, periods }) {
      const [calendar] = await rowsFrom(db, { id: uuid })`
        INSERT INTO work_calendar (id, partnership_id, key, name)
        VALUES (gen_random_uuid(), ${partnershipId}::uuid, ${key}, ${name})
        ON CONFLICT (partnership_id, key) DO UPDATE SET name = excluded.name
        RETURNING id`;
      await db.$executeRaw`
        DELETE FROM work_period WHERE partnership_id = ${partnershipId}::uuid AND calendar_id = ${calendar?.id}::uuid`;
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
  };
}
