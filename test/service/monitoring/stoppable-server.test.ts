// A server that was told to stop: it answers what it has taken, and takes nothing more on any connection.
import { Agent, type IncomingMessage, type RequestListener, request } from 'node:http';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { ConfigError } from '../../../src/core/request/app/faults.ts';
import { startStoppableServer } from '../../../src/service/monitoring/stoppable-server.ts';

const here = { host: '127.0.0.1', port: 0 };
const names = { host: 'HOST', port: 'PORT' };
/** One connection, kept open and used again, as a proxy does. */
const keepAlive = () => new Agent({ keepAlive: true, maxSockets: 1 });

type Answer = { status: number | undefined; connection: string | undefined };

function ask(agent: Agent, port: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, agent }, (response: IncomingMessage) => {
      const { statusCode: status, headers } = response;
      response.resume().once('end', () => resolve({ status, connection: headers.connection }));
    });
    asking.once('error', reject).end();
  });
}

/** Answers when it is let. */
function heldAnswers() {
  const waiting: (() => void)[] = [];
  let reached = () => {};
  const first = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const answer: RequestListener = (_request, response) => {
    waiting.push(() => response.end('done'));
    reached();
  };
  const finish = () => {
    for (const each of waiting) each();
  };
  return { answer, first, finish, count: () => waiting.length };
}

it('takes no request more on a connection that is kept open, and answers the one it has', async () => {
  const held = heldAnswers();
  const server = await startStoppableServer(held.answer, here, names);
  const agent = keepAlive();
  const taken = ask(agent, server.port);
  await held.first;

  const stopped = server.stop(10_000);
  const late = Promise.allSettled([ask(agent, server.port), ask(agent, server.port)]);
  held.finish();

  expect(await taken).toEqual({ status: 200, connection: 'close' });
  await stopped;
  // Whether refused or answered 503: nothing was done for them.
  expect((await late).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(held.count()).toBe(1);
  agent.destroy();
});

it('answers 503 to a request that was on its way, and closes its connection', async () => {
  const held = heldAnswers();
  const server = await startStoppableServer(held.answer, here, names);
  const socket = connect(server.port, '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write('GET /first HTTP/1.1\r\nHost: here\r\n\r\n');
  await held.first;

  const stopped = server.stop(10_000);
  // Sent behind the first one without waiting for its answer.
  socket.write('GET /second HTTP/1.1\r\nHost: here\r\n\r\n');
  setImmediate(() => setImmediate(held.finish));
  await Promise.all([closed, stopped]);

  expect(said.match(/HTTP\/1\.1 \d+/g)?.[0]).toBe('HTTP/1.1 200');
  expect(said).not.toContain('keep-alive');
  expect(held.count()).toBe(1);
});

it('does not wait for connections on which nothing is under way', async () => {
  const server = await startStoppableServer(
    (_request, response) => response.end('ok'),
    here,
    names,
  );
  const agent = keepAlive();
  await ask(agent, server.port);
  const silent = connect(server.port, '127.0.0.1');
  const closed = new Promise((resolve) => silent.once('close', resolve));
  await new Promise<void>((resolve) => silent.once('connect', resolve));
  // The server has seen the silent one too, as connections are accepted in their order.
  await ask(new Agent(), server.port);

  await server.stop(60_000);

  await closed;
  await expect(ask(agent, server.port)).rejects.toThrow();
});

it('waits no longer than it may', async () => {
  const held = heldAnswers();
  const server = await startStoppableServer(held.answer, here, names);
  const taken = ask(keepAlive(), server.port);
  await held.first;

  await Promise.all([server.stop(1), expect(taken).rejects.toThrow()]);
});

it('says which setting to change when it cannot listen', async () => {
  const server = await startStoppableServer(() => {}, here, names);
  const { port } = server;

  const taken = startStoppableServer(() => {}, { host: '127.0.0.1', port }, names);
  const elsewhere = startStoppableServer(() => {}, { host: '192.0.2.1', port: 0 }, names);

  await expect(taken).rejects.toThrow(`PORT: port ${port} is in use by another process`);
  await expect(taken).rejects.toThrow(ConfigError);
  await expect(elsewhere).rejects.toThrow('HOST: 192.0.2.1 is not an address of this machine');
  await server.stop(1_000);
});
