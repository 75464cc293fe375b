// Reminds the programme office, once for each meeting, that its draft minutes are due. Safe to run as often as wanted: the
// outbox takes the same notice once, and whoever is away gets it when they are back, or their cover does.
import type { Temporal } from 'temporal-polyfill';
import { localDate, localInstant } from '../../../core/dates/domain/working-days.ts';
import type { Commits, Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import {
  isMinutesReminderTime,
  type MinutesReminder,
  minutesReminder,
} from '../domain/minutes-reminder.ts';
import { keptAwayUntil } from '../domain/reminder-policy.ts';
import { minutesReminderMessage } from '../messages/minutes-reminder.ts';
import { sendReminders, type WantedReminder } from './send-reminders.ts';

/** No forum allows itself longer for its minutes. */
const LOOK_BACK_DAYS = 120;

type RemindMinutesNeeds = Reads<'calendars' | 'meetings' | 'objectives'> &
  Uses<'absences' | 'cycles' | 'notifications' | 'people' | 'preferences' | 'snoozes'> &
  Commits<'notifications'>;

/** @returns how many reminders were queued */
export async function remindMinutes(
  record: RemindMinutesNeeds,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<{ queued: number }> {
  const { timeZone } = partnership;
  const today = localDate(now, timeZone);
  const forums = new Map(
    (await record.meetings.forums())
      .filter(({ rules }) => rules.minutesDue !== null)
      .map((forum) => [forum.id, forum]),
  );
  if (forums.size === 0) return { queued: 0 };
  const calendar = await record.calendars.ofPartnership();
  const since = today.subtract({ days: LOOK_BACK_DAYS });
  const office = await record.people.listByRole('programme-office', null, today);
  const [absences, calendars] = await Promise.all([
    record.absences.factsFrom(since),
    record.calendars.ofPeople(),
  ]);
  const isDueFor = (personId: string, reminder: MinutesReminder) => {
    const until = keptAwayUntil(personId, localDate(reminder.from, timeZone), absences);
    const backAt = until && localInstant(until.add({ days: 1 }), '00:00', timeZone);
    return isMinutesReminderTime(reminder, now, backAt);
  };
  const wanted: WantedReminder[] = [];
  for (const { id, forumId, heldOn, title, byHand, cycleId } of await record.meetings.listFrom(
    since,
    today,
  )) {
    const forum = forums.get(forumId);
    if (!forum?.rules.minutesDue || byHand.minutedAt) continue;
    const reminder = minutesReminder(heldOn, forum.rules.minutesDue, timeZone, calendar);
    const personIds = office.map((one) => one.id).filter((one) => isDueFor(one, reminder));
    if (personIds.length === 0) continue;
    const { dueAt } = reminder;
    const facts = { forumKey: forum.key, title, heldOn, dueAt, timeZone, closes: cycleId !== null };
    wanted.push({
      personIds,
      intent: `minutes-due:${id}:${heldOn}`,
      about: `the minutes of ${title}`,
      message: (as) => minutesReminderMessage(facts, as),
    });
  }
  const circumstances = { absences, calendars, together: true } as const;
  return { queued: await sendReminders(record, partnership, wanted, circumstances, now) };
}
