// Finds objectives that have been red for a working day without a road back, and reminds their owners or covers,
// once for each red rating. Safe to run as often as wanted: the outbox's key makes a second run add nothing.
import { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { Commits, Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import { isVacant, type Objective } from '../../../plan/objectives/domain/objective.ts';
import { withOpenRecovery } from '../../../plan/plan-items/app/plan-recovery.ts';
import {
  isRecoveryReminderDue,
  recoveryReminderAt,
} from '../../../plan/plan-items/domain/recovery.ts';
import { recoveryReminder } from '../../../plan/plan-items/messages/recovery.ts';
import { isSendingTime } from '../../cycles/domain/chase-steps.ts';
import type { ChaseCircumstances } from '../domain/chase-audience.ts';
import { keptAwayUntil, type ReminderPlace } from '../domain/reminder-policy.ts';
import { sendReminders, type WantedReminder } from './send-reminders.ts';

/** A red rating that still counts is among the latest; what is older needs no reminder any more. */
const LOOK_BACK = 20;
/** How far back somebody's leave may lie that kept a reminder from them. */
const LEAVE_LOOK_BACK_DAYS = 366;

type RemindRecoveryNeeds = Reads<'calendars' | 'items' | 'objectives'> &
  Uses<'absences' | 'cycles' | 'notifications' | 'people' | 'preferences' | 'snoozes'> &
  Commits<'notifications'>;

/** @returns how many reminders were queued */
export async function remindRecovery(
  record: RemindRecoveryNeeds,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<{ queued: number }> {
  const { timeZone } = partnership;
  const place = { timeZone, calendar: await record.calendars.ofPartnership() };
  if (!isSendingTime(now, timeZone, place.calendar)) return { queued: 0 };
  const today = localDate(now, timeZone);
  const red = (await record.objectives.list(today)).filter(
    ({ rag, status }) => rag === 'red' && status === 'open',
  );
  const planned = await withOpenRecovery(
    red.map(({ id }) => id),
    record,
  );
  const missing = red.filter(({ id }) => !planned.has(id));
  if (missing.length === 0) return { queued: 0 };
  const [absences, calendars, hours] = await Promise.all([
    record.absences.factsFrom(today.subtract({ days: LEAVE_LOOK_BACK_DAYS })),
    record.calendars.ofPeople(),
    record.preferences.chaseHours(),
  ]);
  const wanted: WantedReminder[] = [];
  for (const objective of missing) {
    const rated = await latestRedRating(objective, record);
    if (!rated) continue;
    const vacant = isVacant(objective);
    wanted.push({
      personIds: (await toRemind(objective, record, today)).filter((personId) =>
        isDueFor(personId, rated.at, now, place, absences),
      ),
      intent: `recovery:${rated.id}`,
      about: objective.ref,
      message: (as) =>
        recoveryReminder(objective, vacant ? 'office' : as === 'own' ? 'owner' : 'cover'),
    });
  }
  const circumstances = { absences, calendars, hours };
  return { queued: await sendReminders(record, partnership, wanted, circumstances, now) };
}

/** The entry by which a person last rated it red; a published red asks nobody. */
async function latestRedRating({ id }: Objective, record: Reads<'objectives'>) {
  const entries = await record.objectives.history(id, LOOK_BACK);
  return entries.find(
    ({ kind, rating, toRag, superseded }) =>
      (kind === 'update' || kind === 'amend' || kind === 'board') &&
      rating === 'delivery' &&
      toRag === 'red' &&
      !superseded,
  );
}

function isDueFor(
  personId: string,
  ratedAt: Temporal.Instant,
  now: Temporal.Instant,
  { timeZone, calendar }: ReminderPlace,
  absences: ChaseCircumstances['absences'],
): boolean {
  const day = localDate(recoveryReminderAt(ratedAt, timeZone, calendar), timeZone);
  const back = keptAwayUntil(personId, day, absences);
  const today = localDate(now, timeZone);
  // Still away: it waits, and the office is told of it.
  const away =
    back && Temporal.PlainDate.compare(back, today) >= 0 ? today.subtract({ days: 1 }) : back;
  return isRecoveryReminderDue(ratedAt, now, timeZone, calendar, away);
}

async function toRemind(
  objective: Objective,
  record: Reads<'people'>,
  today: Temporal.PlainDate,
): Promise<readonly string[]> {
  if (isVacant(objective)) {
    return (await record.people.listByRole('programme-office', null, today)).map(({ id }) => id);
  }
  return objective.assignees.flatMap(({ role, personId }) =>
    role === 'owner' && personId ? [personId] : [],
  );
}
