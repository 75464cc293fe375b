// What asks something of a person waits while they are away or off, as a chase does: whoever covers is asked instead,
// and where nobody does the programme office hears that it waits. Asked when its turn to be sent has come.
import type { Temporal } from 'temporal-polyfill';
import { isWorkingDay, localDate, localInstant } from '../../../core/dates/domain/working-days.ts';
import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type {
  NewNotification,
  NotificationPayload,
  NotificationRow,
} from '../../../core/outbox/app/notification-ports.ts';
import type { NothingToSay } from '../../../core/outbox/domain/past-chase.ts';
import { RetryLater } from '../../../core/request/app/faults.ts';
import type { Commits, Partnership, Reads } from '../../../core/request/app/ports.ts';
import { questionWaitsMessage } from '../../../plan/absences/messages/absence.ts';
import { SENDING_HOURS } from '../../cycles/domain/chase-rules.ts';
import { isAway, standInsFor } from '../domain/chase-audience.ts';

type Question = {
  readonly row: NotificationRow;
  readonly personId: string;
  readonly payload: Extract<NotificationPayload, { kind: 'message' }>;
};

/**
 * Why it is not sent after all; null: it may go out.
 * @throws RetryLater until the next morning, where the person cannot have it today
 */
export async function whyNotAsked(
  question: Question,
  record: Reads<'absences' | 'calendars' | 'items' | 'people'> & Commits<'notifications'>,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<NothingToSay | null> {
  const { personId, payload } = question;
  const { itemId } = payload.asks ?? {};
  const item = itemId === undefined ? null : await record.items.find(itemId);
  if (item && item.status !== 'open') return 'answered before it was sent';
  const { timeZone } = partnership;
  const today = localDate(now, timeZone);
  const [absent, calendars] = await Promise.all([
    record.absences.onDay(today),
    record.calendars.ofPeople(),
  ]);
  const own = calendars.get(personId);
  const away = isAway(personId, absent);
  if (!away && (own === undefined || isWorkingDay(today, own))) return null;
  if (away) {
    const covers = payload.asks?.personal ? [] : standInsFor(personId, absent);
    const instead =
      covers.length > 0
        ? covers.map((coverId) => copyFor(coverId, question, now))
        : await tellOffice(question, record, partnership, now);
    await record.transaction(({ notifications }) => notifications.enqueue(instead));
  }
  const morning = localInstant(today.add({ days: 1 }), SENDING_HOURS.from, timeZone);
  throw new RetryLater(morning.epochMilliseconds - now.epochMilliseconds);
}

/** The same intent, so that a cover who was told already is not told again. */
function copyFor(coverId: string, { payload }: Question, now: Temporal.Instant): NewNotification {
  return {
    kind: 'notice',
    dedupeKey: `notice:${payload.asks?.intent}:${coverId}`,
    target: { personId: coverId },
    ...{ payload, createdAt: now },
  };
}

/** Once for each question, whatever becomes of it. */
async function tellOffice(
  { row, personId, payload }: Question,
  { people, absences }: Reads<'absences' | 'people'>,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<NewNotification[]> {
  const today = localDate(now, partnership.timeZone);
  const [absence] = (await absences.list(today, { personId })).filter(
    ({ startsOn }) => startsOn.until(today).days >= 0,
  );
  if (!absence) return [];
  const office = await people.listByRole('programme-office', null, today);
  const message = questionWaitsMessage(absence, payload.message.title);
  return office
    .filter(({ id }) => id !== personId)
    .map(({ id }) => noticeTo(id, `waits:${row.id}`, message, { now, partnership }));
}
