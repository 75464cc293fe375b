// Reminds a theme's co-chairs, once, that the report of the month that is over waits for them: on the first working
// day of the month after, or as soon after an outage or their leave as there is still time for it.
import type { Temporal } from 'temporal-polyfill';
import { monthOf } from '../../../core/dates/domain/month.ts';
import { isWorkingDay, localDate } from '../../../core/dates/domain/working-days.ts';
import type { Commits, Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import { sendReminders, type WantedReminder } from '../../../cycle/chases/app/send-reminders.ts';
import { keptAwayUntil } from '../../../cycle/chases/domain/reminder-policy.ts';
import { firstReminderDay, isReminderTime } from '../domain/highlight-reminder.ts';
import { highlightReminder } from '../messages/highlight-writing.ts';
import { approvedHighlight } from './highlight-facts.ts';

type RemindHighlightsNeeds = Reads<'calendars' | 'kpis' | 'objectives'> &
  Uses<
    'absences' | 'cycles' | 'highlights' | 'notifications' | 'people' | 'preferences' | 'snoozes'
  > &
  Commits<'notifications'>;

/** @returns how many reminders were queued */
export async function remindHighlights(
  record: RemindHighlightsNeeds,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<{ queued: number }> {
  const { timeZone } = partnership;
  const calendar = await record.calendars.ofPartnership();
  const today = localDate(now, timeZone);
  if (!isWorkingDay(today, calendar)) return { queued: 0 };
  const first = firstReminderDay(today, calendar);
  const [absences, calendars] = await Promise.all([
    record.absences.factsFrom(first),
    record.calendars.ofPeople(),
  ]);
  const isDueFor = (personId: string) =>
    isReminderTime(now, timeZone, calendar, keptAwayUntil(personId, first, absences));
  const month = monthOf(today, -1);
  const wanted: WantedReminder[] = [];
  for (const theme of await record.kpis.themes()) {
    const coChairs = await record.people.listByRole('co-chair', theme.id, today);
    const personIds = coChairs.map(({ id }) => id).filter(isDueFor);
    if (personIds.length === 0) continue;
    if ((await record.objectives.list(today, { themeId: theme.id })).length === 0) continue;
    if (await approvedHighlight(record, theme.id, month)) continue;
    wanted.push({
      ...{ personIds, intent: `highlight-due:${theme.id}:${month}` },
      about: `the highlight report of theme ${theme.number}`,
      message: (as) => highlightReminder(theme, month, as === 'own' ? 'co-chair' : 'cover'),
    });
  }
  const circumstances = { absences, calendars, together: true } as const;
  return { queued: await sendReminders(record, partnership, wanted, circumstances, now) };
}
