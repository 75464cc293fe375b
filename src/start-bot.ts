// Puts the running bot together: one HTTP server for both platforms, the queue that delivers, the
// clock that fires the jobs. main.ts and demo.ts choose the parts; this is the same for both.
import express, { type RequestHandler } from 'express';
import { jobs } from '../scheduled/index.ts';
import { STOP_WITHIN_MS } from './config.ts';
import { type Meters, noMeters } from './core/outbox/app/meters.ts';
import type { AccountFinder, MessageSender } from './core/request/app/chat-ports.ts';
import type { Clock, Log } from './core/request/app/ports.ts';
import type { OpenRecord } from './open-record.ts';
import { startQueue } from './queue.ts';
import { startScheduler } from './scheduler.ts';
import { deliverNotification } from './service/delivery/app/deliver-notification.ts';
import { measuredSender, measuredStore } from './service/delivery/app/measure-deliveries.ts';
import { type Check, checkWrites } from './service/monitoring/readiness.ts';
import { answerFault, HEALTH_PATH, health, notFound } from './service/monitoring/server.ts';
import {
  type StoppableServer,
  startStoppableServer,
} from './service/monitoring/stoppable-server.ts';

export type BotParts = {
  readonly record: OpenRecord;
  readonly clock: Clock;
  readonly log: Log;
  readonly senders: readonly MessageSender[];
  /** They find the accounts of people who have never written. */
  readonly finders?: readonly AccountFinder[];
  /** What answers HTTP requests, in order. */
  readonly handlers: readonly RequestHandler[];
  readonly host: string;
  readonly port: number;
  /** Those of the partnerships. */
  readonly timeZones: readonly string[];
  readonly meters?: Meters;
};

export type RunningBot = {
  readonly port: number;
  /** What has to be well for it to do its work. */
  readonly checks: readonly Check[];
  /** Takes nothing more from the moment it is called, and finishes what is under way. */
  stop(): Promise<void>;
};

/** Deliveries under way at once; half of them at most are one partnership's. */
const DELIVERY_CONCURRENCY = 8;

/** Starts it; resolves when it listens and the jobs have caught up. */
export async function startBot(parts: BotParts): Promise<RunningBot> {
  const { record, clock, log, meters = noMeters } = parts;
  const delivery = {
    store: measuredStore(record.store, meters, log),
    senders: parts.senders.map((sender) => measuredSender(sender, meters)),
    ...{ clock, log },
  };
  const queue = await startQueue({
    pool: record.database.pool,
    log,
    concurrency: DELIVERY_CONCURRENCY,
    deliver: (id, partnershipId) => deliverNotification(delivery, partnershipId, id),
  });
  const scheduler = await startScheduler(
    jobs,
    { store: record.store, clock, log, meters, finders: parts.finders ?? [] },
    parts.timeZones,
  );
  const server = await openDoor(parts);
  return {
    port: server.port,
    checks: [
      { name: 'database', ask: () => record.database.answers() },
      checkWrites(() => record.database.tryToWrite(), log),
      { name: 'migrations', ask: () => record.database.isMigrated() },
      { name: 'queue', ask: async () => queue.isRunning() },
      { name: 'scheduler', ask: async () => scheduler.isRunning() },
    ],
    async stop() {
      await Promise.all([
        server.stop(STOP_WITHIN_MS),
        scheduler.stop(),
        queue.stop(STOP_WITHIN_MS),
      ]);
    },
  };
}

async function openDoor({ handlers, host, port, log }: BotParts): Promise<StoppableServer> {
  const app = express();
  app.disable('x-powered-by');
  // On this port too: a proxy in front of several replicas has to know which of them are there.
  app.get(HEALTH_PATH, health);
  for (const handler of handlers) app.use(handler);
  app.use(notFound, answerFault(log));
  return await startStoppableServer(app, { host, port }, { host: 'HOST', port: 'PORT' });
}
