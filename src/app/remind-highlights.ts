// Reminds a theme's co-chairs, once, that the report of the month that is over waits for them: on the first working
// day of the month after, or as soon after an outage as there is still time for it.
import type { Temporal } from 'temporal-polyfill';
import { isReminderTime } from '../domain/highlight-reminder.ts';
import { monthOf } from '../domain/month.ts';
import { localDate } from '../domain/working-days.ts';
import { highlightReminder } from '../messages/highlight.ts';
import { approvedHighlight } from './highlight-facts.ts';
import { noticeTo } from './notice.ts';
import type { NewNotification, Partnership, PartnershipRecord } from './ports.ts';

/** @returns how many reminders were queued */
export async function remindHighlights(
  record: PartnershipRecord,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<{ queued: number }> {
  const calendar = await record.calendars.ofPartnership();
  if (!isReminderTime(now, partnership.timeZone, calendar)) return { queued: 0 };
  const today = localDate(now, partnership.timeZone);
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
