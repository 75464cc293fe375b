// What asks something of a person waits while they are away or off, as a chase does, and falls away once it is
// answered. Asked when its turn to be sent has come.
import type { Temporal } from 'temporal-polyfill';
import { isAway } from '../domain/chase-audience.ts';
import { SENDING_HOURS } from '../domain/chase-rules.ts';
import type { NothingToSay } from '../domain/nothing-to-say.ts';
import { isWorkingDay, localDate, localInstant } from '../domain/working-days.ts';
import { RetryLater } from './faults.ts';
import type { NotificationPayload, Partnership, PartnershipRecord } from './ports.ts';

type Asks = NonNullable<Extract<NotificationPayload, { kind: 'message' }>['asks']>;

/**
 * Why it is not sent after all; null: it may go out.
 * @throws RetryLater until the next morning, where the person cannot have it today
 */
export async function whyNotAsked(
  { itemId }: Asks,
  personId: string,
  record: PartnershipRecord,
  { timeZone }: Partnership,
  now: Temporal.Instant,
): Promise<NothingToSay | null> {
  const item = itemId === undefined ? null : await record.items.find(itemId);
  if (item && item.status !== 'open') return 'answered before it was sent';
  const today = localDate(now, timeZone);
  const [absent, calendars] = await Promise.all([
    record.absences.onDay(today),
    record.calendars.ofPeople(),
  ]);
  const own = calendars.get(personId);
  if (!isAway(personId, absent) && (own === undefined || isWorkingDay(today, own))) return null;
  const morning = localInstant(today.add({ days: 1 }), SENDING_HOURS.from, timeZone);
  throw new RetryLater(morning.epochMilliseconds - now.epochMilliseconds);
}
