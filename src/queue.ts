// Moves notifications to their sender: the only importer of graphile-worker. The outbox says what is to
// be told (src/core/outbox/db/notification-queue.ts, which also puts the jobs in); the queue only sees that it happens.

import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Task, WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import { fieldOf } from './core/message/domain/narrow.ts';
import { RetryLater } from './core/request/app/faults.ts';
import type { Log } from './core/request/app/ports.ts';
import { keepQueueLocks, SPEAK_EVERY_MS } from './service/jobs/db/queue-locks.ts';

const TASK = 'deliver-notification';
/** Long enough for a database to come back, short enough that nobody misses the queue. */
const RESTART_AFTER_MS = 2_000;
/** When what found no place is looked at again. */
const SOON_MS = 200;

export type QueueParts = {
  readonly pool: Pool;
  readonly log: Log;
  readonly concurrency: number;
  /** Sends one notification. Throws RetryLater to be called again after a while. */
  deliver(id: string, partnershipId: string): Promise<void>;
};

export interface Queue {
  /** False once it has stopped, by itself or because it was told to. */
  isRunning(): boolean;
  /** By these it holds its locks. */
  workerIds(): readonly string[];
  /** Takes no more work and waits for what is under way, but no longer than this. */
  stop(withinMs: number): Promise<void>;
}

/** Starts delivering: what waits already, and what is queued from now on. */
export async function startQueue({ pool, log, concurrency, deliver }: QueueParts): Promise<Queue> {
  const { Logger, run } = await import('graphile-worker');
  const own = new Set<string>();
  const shares = underWayByPartnership(concurrency);
  const start = () => {
    // The locks of a queue that has ended are nobody's.
    own.clear();
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => own.add(workerPool.id));
    return run({
      events,
      pgPool: pool,
      concurrency,
      forbiddenFlags: shares.full,
      // The embedded engine is one session, in which the names of prepared statements would clash.
      noPreparedStatements: true,
      noHandleSignals: true,
      parsedCronItems: [],
      logger: new Logger(() => (level, text, meta) => {
        if (level === 'error') log.error({ err: meta?.error }, `queue: ${firstLine(text)}`);
        if (level === 'warning') log.warn({}, `queue: ${firstLine(text)}`);
      }),
      taskList: { [TASK]: deliverTask((id, of) => shares.take(of, () => deliver(id, of))) },
    });
  };
  const keepLocks = () =>
    keepQueueLocks(pool, [...own]).catch((error: unknown) =>
      log.warn({ err: error }, 'the locks of the queue could not be looked after'),
    );
  await keepLocks();
  const speaking = setInterval(keepLocks, SPEAK_EVERY_MS).unref();
  let runner = await start();
  let running = true;
  let stopping = false;
  watch();
  return {
    isRunning: () => running,
    workerIds: () => [...own],
    async stop(withinMs) {
      stopping = true;
      const stopped = (running ? runner.stop() : Promise.resolve()).then(() => true);
      const tooLate = wait(withinMs, false, { ref: false });
      const inTime = await Promise.race([stopped, tooLate]);
      clearInterval(speaking);
      if (!inTime)
        log.warn({}, 'the queue was stopped while something was being sent: it will be checked');
    },
  };

  /** A queue that ended by itself, as when its database restarts, is started again until it runs. */
  function watch(): void {
    runner.promise
      .catch((error: unknown) => log.error({ err: error }, 'the queue has stopped'))
      .finally(() => {
        running = false;
      })
      .then(startAgain, startAgain);
  }

  async function startAgain(): Promise<void> {
    while (!stopping) {
      await wait(RESTART_AFTER_MS, undefined, { ref: false });
      if (stopping) return;
      try {
        runner = await start();
        running = true;
        log.info({}, 'the queue runs again');
        watch();
        return;
      } catch (error) {
        log.error({ err: error }, 'the queue has stopped');
      }
    }
  }
}

/**
 * How much of each partnership is being sent here. None may have more than half of all places, however slow its
 * workspace is: the others' messages go past what it has waiting.
 */
function underWayByPartnership(places: number) {
  const most = Math.max(1, Math.floor(places / 2));
  const underWay = new Map<string, number>();
  return {
    /** The flags of those that have their share. */
    full: () =>
      [...underWay].flatMap(([id, count]) => (count >= most ? [`partnership:${id}`] : [])),
    /** @throws RetryLater when it has them all: several jobs may be fetched before the first begins */
    async take(partnershipId: string, work: () => Promise<void>): Promise<void> {
      const already = underWay.get(partnershipId) ?? 0;
      if (already >= most) throw new RetryLater(SOON_MS);
      underWay.set(partnershipId, already + 1);
      try {
        await work();
      } finally {
        const left = (underWay.get(partnershipId) ?? 1) - 1;
        if (left > 0) underWay.set(partnershipId, left);
        else underWay.delete(partnershipId);
      }
    },
  };
}

function deliverTask(deliver: QueueParts['deliver']): Task {
  return async (payload, helpers) => {
    const { id, partnershipId } = readPayload(payload);
    try {
      await deliver(id, partnershipId);
    } catch (error) {
      const { job } = helpers;
      if (!(error instanceof RetryLater)) throw error;
      // A new job under the same key takes the place of this one, which ends here without an error. A wait
      // is no attempt: a hundred waits for a slot must not use up what is left for faults.
      // The wait is counted by the database's clock, as everything of the queue is.
      await helpers.query(
        `SELECT graphile_worker.add_job($1, $2::json, queue_name => $3, job_key => $4, max_attempts => $5::int,
           run_at => now() + $6::float8 * interval '1 millisecond', priority => $7::int, flags => $8::text[])::text`,
        [
          ...[TASK, JSON.stringify(payload), await helpers.getQueueName(), job.key],
          ...[
            job.max_attempts - job.attempts + 1,
            error.afterMs,
            job.priority,
            Object.keys(job.flags ?? {}),
          ],
        ],
      );
    }
  };
}

function readPayload(payload: unknown): { id: string; partnershipId: string } {
  const [id, partnershipId] = [fieldOf(payload, 'id'), fieldOf(payload, 'partnershipId')];
  if (typeof id !== 'string' || typeof partnershipId !== 'string')
    throw new TypeError('a job without its notification');
  return { id, partnershipId };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
