// Reminders that belong to no cycle, queued by the rules of the chase: to whoever stands in, at most one message a
// person a day, and the programme office hears where a cover who was asked has not answered.
import type { Temporal } from 'temporal-polyfill';
import { localDate, localInstant } from '../../../core/dates/domain/working-days.ts';
import type { Message } from '../../../core/message/messages/message.ts';
import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { NewNotification } from '../../../core/outbox/app/notification-ports.ts';
import type { Commits, Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import { SENDING_HOURS } from '../../cycles/domain/chase-rules.ts';
import type { ChaseCircumstances } from '../domain/chase-audience.ts';
import { hadOneOn } from '../domain/chase-policy.ts';
import { decideReminder, type ReminderPlace } from '../domain/reminder-policy.ts';
import { sweeps, timesOfDay } from '../domain/sweep-times.ts';
import { decideAll } from './chase-due-owners.ts';
import { loadChaseFacts } from './chase-facts.ts';
import { noticesOfUnanswered } from './tell-uncovered.ts';

export type WantedReminder = {
  /** Whose it is, whether or not they are there today. */
  readonly personIds: readonly string[];
  /** The same intent goes out once to the same person. */
  readonly intent: string;
  /** What it is about, in a word: a reference, as a rule. */
  readonly about: string;
  readonly message: (as: 'own' | 'cover') => Message;
};

type Circumstances = Pick<ChaseCircumstances, 'absences' | 'calendars'> &
  Partial<Pick<ChaseCircumstances, 'hours'>> & {
    /** They go by once a month, and somebody who has several gets them together. */
    readonly together?: true;
  };

/** What begins the key of every reminder that is sent here. */
const PREFIXES = ['notice:recovery:', 'notice:highlight-due:', 'notice:minutes-due:'];

type SendRemindersNeeds = Reads<'calendars' | 'objectives'> &
  Uses<'absences' | 'cycles' | 'notifications' | 'people' | 'preferences' | 'snoozes'> &
  Commits<'notifications'>;

/**
 * Queues what may go out now. Who is away without a cover, is off today, had a message or gets a chase later today is
 * left to a later sweep.
 * @returns how many reminders were queued
 */
export async function sendReminders(
  record: SendRemindersNeeds,
  partnership: Partnership,
  wanted: readonly WantedReminder[],
  circumstances: Circumstances,
  now: Temporal.Instant,
): Promise<number> {
  if (wanted.length === 0) return 0;
  const { timeZone } = partnership;
  const place = { timeZone, calendar: await record.calendars.ofPartnership() };
  const about = new Map<string, string[]>();
  const nobodyBusy = new Set<string>();
  const candidates = wanted.flatMap((one) => {
    const decided = decideReminder(one.personIds, now, place, {
      ...circumstances,
      busy: nobodyBusy,
    });
    for (const personId of decided.uncovered)
      about.set(personId, [...(about.get(personId) ?? []), one.about]);
    return decided.to.map(({ personId, coversFor }) => {
      const message = one.message(coversFor === null ? 'own' : 'cover');
      const notice = noticeTo(personId, one.intent, message, { now, partnership }, { asks: {} });
      return { personId, notice };
    });
  });
  const known = await record.notifications.recorded(
    candidates.map(({ notice }) => notice.dedupeKey),
  );
  const fresh = candidates.filter(({ notice }) => !known.has(notice.dedupeKey));
  const reminders: NewNotification[] = [];
  const busy = fresh.length > 0 ? await busyToday(record, place, now) : new Set<string>();
  for (const { personId, notice } of fresh) {
    if (busy.has(personId)) continue;
    if (!circumstances.together) busy.add(personId);
    reminders.push(notice);
  }
  const today = localDate(now, timeZone);
  const office = await record.people.listByRole('programme-office', null, today);
  const officeIds = office.map(({ id }) => id);
  const told = await noticesOfUnanswered(record, partnership, officeIds, about, now);
  if (reminders.length + told.length === 0) return 0;
  return await record.transaction(async ({ notifications }) => {
    await notifications.enqueue(told);
    return await notifications.enqueue(reminders);
  });
}

/**
 * Who had a message today, or is to be chased by a step that falls due in what is left of it. What was due when the
 * day's sending began is the chase's own to send: that job looks first.
 */
async function busyToday(
  record: Reads<'calendars' | 'objectives'> &
    Uses<'absences' | 'cycles' | 'notifications' | 'people' | 'preferences' | 'snoozes'>,
  { timeZone, calendar }: ReminderPlace,
  now: Temporal.Instant,
): Promise<Set<string>> {
  const today = localDate(now, timeZone);
  const facts = await loadChaseFacts(record, today);
  const busy = new Set(await record.notifications.noticedOn(today, PREFIXES));
  for (const chase of facts.past) if (hadOneOn(today, [chase])) busy.add(chase.personId);
  const times = timesOfDay(
    [
      ...facts.cycles.flatMap(({ cycle }) => cycle.chase.steps),
      ...facts.reviews.flatMap(({ review }) => review.chase.evidence),
    ],
    facts.circumstances,
  );
  const chasedAt = (at: Temporal.Instant) =>
    decideAll(facts, at, today).map((one) => `${one.personId} ${one.cycleId} ${one.step}`);
  const begins = localInstant(today, SENDING_HOURS.from, timeZone);
  const early = new Set(chasedAt(begins));
  const midnight = localInstant(today.add({ days: 1 }), '00:00', timeZone);
  for (const at of sweeps(timeZone, calendar, times, now, midnight))
    for (const chase of chasedAt(at)) if (!early.has(chase)) busy.add(chase.split(' ', 1)[0] ?? '');
  return busy;
}
