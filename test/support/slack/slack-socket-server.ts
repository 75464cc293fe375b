// Plays Slack's side of Socket Mode: `apps.connections.open`, then a WebSocket over which requests are
// pushed and acknowledged. Written out by hand, as it needs one connection and short text frames only.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { urlOf } from './slack-emulator.ts';

export type Envelope = {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: unknown;
};

export type LocalSocketSlack = {
  /** Answers `apps.connections.open` and `auth.test`, and nothing else. */
  readonly apiUrl: string;
  /** The app tokens that asked for a connection. */
  readonly tokens: (string | undefined)[];
  /** Pushes one request and waits for what it is acknowledged with. */
  push(envelope: Envelope): Promise<unknown>;
  /** Resolves when everything pushed so far has reached the app: it answers pings in their order. */
  delivered(): Promise<void>;
  /** How many are open. */
  connections(): number;
  close(): Promise<void>;
};

const WEBSOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const [TEXT, CLOSE, PING, PONG] = [0x1, 0x8, 0x9, 0xa];

export async function startLocalSocketSlack(identity: object): Promise<LocalSocketSlack> {
  const tokens: (string | undefined)[] = [];
  const sockets = new Set<Socket>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let ponged: (() => void) | undefined;
  let number = 0;

  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/api/apps.connections.open') {
      tokens.push(request.headers.authorization);
      response.end(
        JSON.stringify({ ok: true, url: `${urlOf(server).replace('http', 'ws')}/link` }),
      );
      return;
    }
    response.end(JSON.stringify({ ok: true, ...identity }));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    const key = `${request.headers['sec-websocket-key']}${WEBSOCKET_GUID}`;
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${createHash('sha1').update(key).digest('base64')}\r\n\r\n`,
    );
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let held = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      held = Buffer.concat([held, chunk]);
      for (let frame = readFrame(held); frame !== null; frame = readFrame(held)) {
        held = held.subarray(frame.size);
        if (frame.kind === CLOSE) socket.end(writeFrame(CLOSE, frame.body));
        if (frame.kind === PONG) ponged?.();
        if (frame.kind === PING) socket.write(writeFrame(PONG, frame.body));
        if (frame.kind === TEXT) acknowledge(JSON.parse(frame.body.toString()));
      }
    });
    socket.write(writeFrame(TEXT, Buffer.from(JSON.stringify({ type: 'hello' }))));
  });
  function acknowledge(answer: { envelope_id: string; payload?: unknown }) {
    waiting.get(answer.envelope_id)?.(answer.payload);
    waiting.delete(answer.envelope_id);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `${urlOf(server)}/api/`,
    tokens,
    push(envelope) {
      const envelope_id = `envelope-${++number}`;
      const message = JSON.stringify({ ...envelope, envelope_id, accepts_response_payload: true });
      for (const socket of sockets) socket.write(writeFrame(TEXT, Buffer.from(message)));
      return new Promise((resolve) => waiting.set(envelope_id, resolve));
    },
    delivered() {
      for (const socket of sockets) socket.write(writeFrame(PING, Buffer.from('delivered')));
      return new Promise((resolve) => {
        ponged = resolve;
      });
    },
    connections: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Frame = { readonly kind: number; readonly body: Buffer; readonly size: number };

/** One masked frame of a client, or null when it is not all there yet. */
function readFrame(data: Buffer): Frame | null {
  if (data.length < 6) return null;
  const short = (data[1] ?? 0) & 0x7f;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  if (data.length < 6 + extra) return null;
  const length =
    extra === 0 ? short : extra === 2 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
  const start = 6 + extra;
  if (data.length < start + length) return null;
  const mask = data.subarray(start - 4, start);
  const body = Buffer.from(data.subarray(start, start + length));
  for (let at = 0; at < length; at += 1) body[at] = (body[at] ?? 0) ^ (mask[at % 4] ?? 0);
  return { kind: (data[0] ?? 0) & 0x0f, body, size: start + length };
}

function writeFrame(kind: number, body: Buffer): Buffer {
  const head = body.length < 126 ? Buffer.alloc(2) : Buffer.alloc(4);
  head[0] = 0x80 | kind;
  head[1] = body.length < 126 ? body.length : 126;
  if (body.length >= 126) head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, body]);
}
