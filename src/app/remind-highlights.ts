// Reminds a theme's co-chairs, once, that the report of the month that is over waits for them: on the first working
// day of the month after, or as soon after an outage as there is still time for it.
import type { Temporal } from 'temporal-polyfill';
import { monthOf } from '../domain/month.ts';
import { isWorkingDay, localDate, workingDayOnOrAfter } from '../domain/working-days.ts';
import { highlightReminder } from '../messages/highlight.ts';
import { approvedHighlight } from './highlight-facts.ts';
import { noticeTo } from './notice.ts';
import type { NewNotification, Partnership, PartnershipRecord } from './ports.ts';

/** So many days into the month the report of the one before is no news any more. */
const LAST_DAY = 10;

/** @returns how many reminders were queued */
export async function remindHighlights(
  record: PartnershipRecord,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<{ queued: number }> {
  const today = localDate(now, partnership.timeZone);
  const calendar = await record.calendars.ofPartnership();
  const first = workingDayOnOrAfter(today.with({ day: 1 }), calendar);
  const isTime = today.day >= first.day && today.day <= LAST_DAY && isWorkingDay(today, calendar);
  if (!isTime) return { queued: 0 };
  const month = monthOf(today, -1);
  const reminders: NewNotification[] = [];
  for (const theme of await record.kpis.themes()) {
    const coChairs = await record.people.listByRole('co-chair', theme.id, today);
    if (coChairs.length === 0) continue;
    if ((await record.objectives.list(today, { themeId: theme.id })).length === 0) continue;
    if (await approvedHighlight(record, theme.id, month)) continue;
    const message = highlightReminder(theme, month);
    const intent = `highlight-due:${theme.id}:${month}`;
    reminders.push(
      ...coChairs.map(({ id }) => noticeTo(id, intent, message, { now, partnership })),
    );
  }
  const queued = await record.transaction(({ notifications }) => notifications.enqueue(reminders));
  return { queued };
}
