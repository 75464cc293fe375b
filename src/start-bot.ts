// Puts the running bot together: one HTTP server for both platforms, the queue that delivers, the
// clock that fires the jobs. main.ts and demo.ts choose the parts; this is the same for both.
import { createServer, type Server } from 'node:http';
import express, { type RequestHandler } from 'express';
import { jobs } from '../scheduled/index.ts';
import type { MessageSender } from './app/chat-ports.ts';
import { deliverNotification } from './app/deliver-notification.ts';
import type { Clock, Log } from './app/ports.ts';
import { STOP_WITHIN_MS } from './config.ts';
import type { OpenRecord } from './open-record.ts';
import { startQueue } from './queue.ts';
import { startScheduler } from './scheduler.ts';

export type BotParts = {
  readonly record: OpenRecord;
  readonly clock: Clock;
  readonly log: Log;
  readonly senders: readonly MessageSender[];
  /** What answers HTTP requests, in order. */
  readonly handlers: readonly RequestHandler[];
  readonly host: string;
  readonly port: number;
  readonly timeZone: string;
};

export type RunningBot = { readonly port: number; stop(): Promise<void> };

/** Deliveries under way at once. */
const DELIVERY_CONCURRENCY = 4;

/** Starts it; resolves when it listens and the jobs have caught up. */
export async function startBot(parts: BotParts): Promise<RunningBot> {
  const { record, clock, log, senders } = parts;
  const queue = await startQueue({
    pool: record.database.pool,
    log,
    concurrency: DELIVERY_CONCURRENCY,
    deliver: (id, partnershipId) =>
      deliverNotification({ store: record.store, clock, log, senders }, partnershipId, id),
  });
  const scheduler = await startScheduler(jobs, { store: record.store, clock, log }, parts.timeZone);
  const server = await listen(parts);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : parts.port,
    async stop() {
      // Nothing new is accepted from here on; what is under way is finished.
      const closed = new Promise((resolve) => server.close(resolve));
      setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS).unref();
      await Promise.all([scheduler.stop(), queue.stop(STOP_WITHIN_MS)]);
      server.closeIdleConnections();
      await closed;
    },
  };
}

async function listen({ handlers, host, port }: BotParts): Promise<Server> {
  const app = express();
  app.disable('x-powered-by');
  for (const handler of handlers) app.use(handler);
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}
