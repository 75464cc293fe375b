// Runs one job for every partnership, each slot once however many processes fire together. A job is
// an idempotent sweep, so a run that died half way may be run again.
import type { Temporal } from 'temporal-polyfill';
import { localDate, localInstant } from '../../../core/dates/domain/working-days.ts';
import { type Meters, noMeters } from '../../../core/outbox/app/meters.ts';
import type { AccountFinder } from '../../../core/request/app/chat-ports.ts';
import type {
  Clock,
  Log,
  Partnership,
  PartnershipRecord,
  RecordStore,
} from '../../../core/request/app/ports.ts';
import { isBefore } from '../../../cycle/cycles/domain/cycle.ts';

/** What a file in scheduled/ is. */
export type Job = {
  /** The file's name, and the job's name in the run log. */
  readonly id: string;
  /** When node-schedule fires it, in the partnership's time zone: seconds are always 0. */
  readonly rule: string;
  /** The slot that `now` belongs to: the claim's key, and what a start after an outage catches up. */
  slot(now: Temporal.Instant, timeZone: string): Temporal.Instant;
  /** @returns its outcome for the run log, without names or texts */
  run(
    record: PartnershipRecord,
    partnership: Partnership,
    now: Temporal.Instant,
    outside?: Outside,
  ): Promise<Record<string, number>>;
};

/** What a job may ask besides the record. */
export type Outside = {
  /** Those of the platforms that are connected. */
  readonly finders: readonly AccountFinder[];
  readonly log: Log;
};

export type JobParts = {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly finders?: readonly AccountFinder[];
  readonly meters?: Meters;
  /** How long a partnership's run is waited for before the next one's begins; for tests. */
  readonly patienceMs?: number;
};

/** A run that has not finished after this long has died with its process. */
const STALE_AFTER_MINUTES = 10;

/** Partnerships whose runs are under way at once. */
const AT_ONCE = 4;
/** A run that takes longer goes on by itself, and the next partnership's begins beside it. */
const PATIENCE_MS = 30_000;

/**
 * Runs the job's current slot where nobody has, for each partnership on its own: one that is slow, or fails, keeps no
 * other waiting. Never throws: a failure is logged and tried in the next slot.
 */
export async function runJob(job: Job, parts: JobParts): Promise<void> {
  // Those who take from it share it.
  const waiting = (await listPartnerships(job, parts)).values();
  const lane = async () => {
    for (const partnership of waiting)
      await forAtMost(parts.patienceMs ?? PATIENCE_MS, runFor(job, partnership, parts), () =>
        parts.log.warn({ job: job.id, partnership: partnership.key }, 'a job takes long'),
      );
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function runFor(job: Job, partnership: Partnership, parts: JobParts): Promise<void> {
  const { store, clock, log, finders = [], meters = noMeters } = parts;
  const began = performance.now();
  const elapsed = () => Math.round(performance.now() - began);
  try {
    const now = await clock.now();
    const slot = job.slot(now, partnership.timeZone);
    const record = store.open(partnership.id);
    const stale = now.subtract({ minutes: STALE_AFTER_MINUTES });
    if (!(await record.jobRuns.claim(job.id, slot, now, stale))) return;
    const outcome = await job.run(record, partnership, now, { finders, log });
    await record.jobRuns.finish(job.id, slot, await clock.now(), outcome);
    meters.job({ job: job.id, outcome: 'done', ms: elapsed() });
    log.info(
      {
        ...{ job: job.id, slot: slot.toString(), partnership: partnership.key, ms: elapsed() },
        ...outcome,
      },
      'job done',
    );
  } catch (error) {
    meters.job({ job: job.id, outcome: 'failed', ms: elapsed() });
    log.error({ err: error, job: job.id, partnership: partnership.key }, 'job failed');
  }
}

/** Waits for the work, but no longer than this; it goes on all the same. */
async function forAtMost(ms: number, work: Promise<void>, whenLate: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      whenLate();
      resolve();
    }, ms).unref();
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

async function listPartnerships(job: Job, { store, log }: JobParts): Promise<Partnership[]> {
  try {
    return (await store.list()).filter(({ switchedOff }) => !switchedOff);
  } catch (error) {
    log.error({ err: error, job: job.id }, 'job failed');
    return [];
  }
}

/** The start of the quarter of an hour that `now` lies in: the slot of a job that sweeps. */
export function quarterHour(now: Temporal.Instant): Temporal.Instant {
  return now.round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'floor' });
}

/** The latest moment at which it was this time of day: the slot of a job that runs once a day. */
export function latestTimeOfDay(
  now: Temporal.Instant,
  time: string,
  timeZone: string,
): Temporal.Instant {
  const today = localDate(now, timeZone);
  const at = localInstant(today, time, timeZone);
  return isBefore(now, at) ? localInstant(today.subtract({ days: 1 }), time, timeZone) : at;
}
