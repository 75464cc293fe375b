// An HTTP server that takes nothing more from the moment it is told to stop, not even on a connection that is
// kept open: a proxy would go on using one as long as it is answered there.
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { listen, type Place, type PlaceNames } from './listen.ts';

export type StoppableServer = {
  readonly port: number;
  /**
   * Takes nothing more at once, and resolves when what was taken before is answered, or after `withinMs`.
   * A request that comes too late is answered 503, untouched, so whoever sent it knows that nothing was done.
   */
  stop(withinMs: number): Promise<void>;
};

/** @throws ConfigError when it cannot listen there */
export async function startStoppableServer(
  answer: RequestListener,
  place: Place,
  names: PlaceNames,
): Promise<StoppableServer> {
  let stopping = false;
  /** Every open connection, and the answers that are due on it. */
  const connections = new Map<Socket, Set<ServerResponse>>();
  const server = createServer((request, response) => {
    const due = connections.get(request.socket);
    due?.add(response);
    response.once('close', () => {
      due?.delete(response);
      if (stopping) endIdle();
    });
    if (!stopping) return answer(request, response);
    response.writeHead(503, { connection: 'close', 'content-type': 'text/plain' });
    response.end('stopping\n');
  });
  server.on('connection', (socket) => {
    if (stopping) return void socket.destroy();
    connections.set(socket, new Set());
    socket.once('close', () => connections.delete(socket));
  });

  /** A connection on which nothing is under way, or on which not even a request has come. */
  function endIdle(): void {
    for (const [socket, due] of connections) if (due.size === 0) socket.destroySoon();
  }

  const port = await listen(server, place, names);
  return {
    port,
    async stop(withinMs) {
      stopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      for (const response of [...connections.values()].flatMap((due) => [...due]))
        if (!response.headersSent) response.setHeader('connection', 'close');
      endIdle();
      const tooLate = setTimeout(() => server.closeAllConnections(), withinMs);
      await closed;
      clearTimeout(tooLate);
    },
  };
}
