// Days on which people do not work, as the loader writes them.

import { fromDate } from '../../../core/database/db/executor.ts';
import { PlanDataError } from '../files/load-plan-folder.ts';
import { type PlanLoad, reconcile, resolve } from './plan-table.ts';

type Ids = ReadonlyMap<string, string>;

/** Loads term calendars with their periods; the ids of the calendars by key. */
export async function loadCalendars(plan: PlanLoad): Promise<Ids> {
  const { db, rows, partnershipId } = plan;
  const calendars = await reconcile(
    rows.calendar.map(({ key, name, example }) => ({ partnershipId, key, name, example })),
    {
      keyOf: ({ key }) => key,
      read: () => db.workCalendar.findMany({ where: { partnershipId } }),
      add: (data) => db.workCalendar.createManyAndReturn({ data }),
      change: (id, data) =>
        db.workCalendar.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
    },
  );
  const periods = rows.calendar.flatMap(({ key, at, periods: stretches }) =>
    stretches.map(({ from, until }, index) => {
      if (until < from) throw new PlanDataError(at, `a period ends before it begins: ${from}`);
      const calendarId = resolve(calendars.ids, key, 'calendar', at);
      return {
        ...{ partnershipId, calendarId, name: `${index + 1}` },
        ...{ startsOn: fromDate(from), endsOn: fromDate(until) },
      };
    }),
  );
  await reconcile(periods, {
    keyOf: ({ calendarId, startsOn }) => `${calendarId} ${startsOn.toISOString()}`,
    read: () => db.workPeriod.findMany({ where: { partnershipId } }),
    add: (data) => db.workPeriod.createManyAndReturn({ data }),
    change: (id, data) =>
      db.workPeriod.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('calendar', 'work_calendar', rows.calendar, calendars, ({ key }) => key);
  return calendars.ids;
}

/** Loads closure days, and bank holidays that are worked. */
export async function loadClosureDays(plan: PlanLoad, organisations: Ids): Promise<void> {
  const { db, rows, partnershipId } = plan;
  const toFacts = ({
    date,
    name,
    organisation,
    worked,
    example,
    at,
  }: (typeof rows)['closure-day'][number]) => ({
    ...{ partnershipId, name, worked, example, day: fromDate(date) },
    organisationId:
      organisation === null ? null : resolve(organisations, organisation, 'organisation', at),
  });
  const keyOf = ({ day, organisationId }: { day: Date; organisationId: string | null }) =>
    `${day.toISOString()} ${organisationId}`;
  const outcome = await reconcile(rows['closure-day'].map(toFacts), {
    keyOf,
    read: () => db.closureDay.findMany({ where: { partnershipId } }),
    add: (data) => db.closureDay.createManyAndReturn({ data }),
    change: (id, data) =>
      db.closureDay.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('closure-day', 'closure_day', rows['closure-day'], outcome, (row) =>
    keyOf(toFacts(row)),
  );
}

/** Gives people the calendar of their row; whom the office gave one keeps that. */
export async function followCalendars(
  { db, rows, partnershipId }: PlanLoad,
  people: Ids,
  calendars: Ids,
): Promise<void> {
  for (const { key, calendar, at } of rows.person) {
    if (calendar === undefined) continue;
    await db.person.updateMany({
      where: { partnershipId, id: resolve(people, key, 'person', at), calendarId: null },
      data: { calendarId: resolve(calendars, calendar, 'calendar', at) },
    });
  }
}
