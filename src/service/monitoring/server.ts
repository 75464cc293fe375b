// The second port, for whoever looks after the bot: is it alive, is it ready, what does it count. It is not
// the port that Slack and Teams reach, because numbers and states are nobody else's business. Both say to a request that
// nobody answered, or that failed, a status and its name: the defaults print the address, and an error with its stack.

import { createServer } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Log } from '../../core/request/app/ports.ts';
import { listen } from './listen.ts';
import type { Metrics } from './meters.ts';
import type { ReadinessProbe } from './readiness.ts';

export type OpsServer = { readonly port: number; close(): Promise<void> };

export const HEALTH_PATH = '/healthz';

/** Answers as long as the process can answer at all; it asks nothing of anybody. */
export const health: RequestHandler = (_request, response) => {
  response.type('text/plain').send('ok\n');
};

/**
 * Listens; before the bot is there, so that it can say that it is starting.
 * @throws ConfigError when it cannot listen there
 */
export async function startOpsServer(
  place: { readonly host: string; readonly port: number },
  probe: ReadinessProbe,
  metrics: Pick<Metrics, 'read' | 'contentType'>,
  log: Log,
): Promise<OpsServer> {
  const app = express();
  app.disable('x-powered-by');
  app.get(HEALTH_PATH, health);
  app.get('/readyz', async (_request, response) => {
    const readiness = await probe.read();
    response.status(readiness.ready ? 200 : 503).json(readiness);
  });
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.read());
  });
  app.use(notFound, answerFault(log));
  const server = createServer(app);
  const port = await listen(server, place, { host: 'PAP_OPS_HOST', port: 'PAP_OPS_PORT' });
  return {
    port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** After every other handler: nobody has this address. */
export const notFound: RequestHandler = (_request, response) => {
  response.sendStatus(404);
};

/** Last of all: what threw. A fault of the caller's, such as an address that cannot be read, gets its own status. */
export function answerFault(log: Log): ErrorRequestHandler {
  return (error: { readonly status?: unknown }, _request, response, next) => {
    const status = statusOf(error);
    if (status === 500) log.error({ err: error }, 'a request could not be answered');
    if (response.headersSent) return next(error);
    response.sendStatus(status);
  };
}

function statusOf(error: { readonly status?: unknown } | null): number {
  const status = error?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
