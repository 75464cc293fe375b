// The daily line that says that PAP is running. Whoever does not see it knows that something is wrong.
import type { Temporal } from 'temporal-polyfill';
import {
  isWorkingDay,
  localDate,
  localInstant,
  workingDaysBefore,
} from '../../../core/dates/domain/working-days.ts';
import { noticeExamples } from '../../../core/message/messages/example-notice.ts';
import type { NewNotification } from '../../../core/outbox/app/notification-ports.ts';
import type { Commits, Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import { cycleDeadlines, isBefore } from '../../../cycle/cycles/domain/cycle.ts';
import { heartbeatMessage } from '../messages/status.ts';

/** The sweep comes every quarter of an hour; after twice that, the line says that it is late. */
const ON_TIME_MINUTES = 30;

/**
 * Queues today's line for every channel of the office, once its time has come. Yesterday's is never made up for,
 * and where it is still queued it is called off.
 * @returns how many channels it was queued for
 */
export async function postHeartbeat(
  record: Reads<'channelBindings' | 'cycles'> & Uses<'operations'> & Commits<'notifications'>,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<{ queued: number }> {
  const { timeZone } = partnership;
  const time = await record.operations.heartbeatTime();
  const today = localDate(now, timeZone);
  if (time === null || !isWorkingDay(today)) return { queued: 0 };
  const slot = localInstant(today, time, timeZone);
  if (isBefore(now, slot)) return { queued: 0 };
  const yesterday = workingDaysBefore(today, 1);
  const since = localInstant(yesterday, time, timeZone);
  const [ended, queue, cycles, bindings] = await Promise.all([
    record.operations.endedBetween(since, slot),
    record.operations.queue(),
    record.cycles.listFrom(today),
    record.channelBindings.list(),
  ]);
  const ahead = cycles.filter((cycle) => isBefore(now, cycleDeadlines(cycle).returnsDue));
  const [next = null] = ahead.sort((one, other) =>
    isBefore(cycleDeadlines(one).returnsDue, cycleDeadlines(other).returnsDue) ? -1 : 1,
  );
  const late = isBefore(slot.add({ minutes: ON_TIME_MINUTES }), now);
  const { waiting } = queue;
  const message = heartbeatMessage({ slot, since, timeZone, late, ended, waiting, next });
  const payload: NewNotification['payload'] = {
    kind: 'message',
    message: partnership.hasExamples ? noticeExamples(message) : message,
  };
  const lines = bindings
    .filter(({ purpose }) => purpose === 'office')
    .map(
      ({ id }): NewNotification => ({
        ...{ kind: 'heartbeat', dedupeKey: `heartbeat:${today}:${id}`, payload, createdAt: now },
        target: { channelBindingId: id },
      }),
    );
  return await record.transaction(async ({ notifications }) => {
    await notifications.withdraw(`heartbeat:${yesterday}:`, now);
    return { queued: await notifications.enqueue(lines) };
  });
}
