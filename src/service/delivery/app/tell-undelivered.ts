// Tells the programme office what did not arrive, or may not have, when there is something that it has not been
// told of: one notice a person a day.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { Commits, Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import { isBefore } from '../../../cycle/cycles/domain/cycle.ts';
import { undeliveredNotice } from '../messages/undelivered.ts';

/** @returns how many notices were queued */
export async function tellUndelivered(
  record: Reads<'people'> & Uses<'notifications'> & Commits<'notifications'>,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<{ queued: number }> {
  const rows = (await record.notifications.listUndelivered(now)).filter(
    ({ state }) => state === 'dead' || state === 'held',
  );
  const told = await record.notifications.lastRecordedAt('notice:undelivered:');
  if (!rows.some(({ since }) => told === null || isBefore(told, since))) return { queued: 0 };
  const today = localDate(now, partnership.timeZone);
  const office = await record.people.listByRole('programme-office', null, today);
  const message = undeliveredNotice(rows, partnership.timeZone);
  const notices = office.map(({ id }) =>
    noticeTo(id, `undelivered:${today}`, message, { now, partnership }),
  );
  return {
    queued: await record.transaction(({ notifications }) => notifications.enqueue(notices)),
  };
}
