// Reads text messages from a WebSocket on this machine. Node 20 has no client of its own, and this
// one only has to listen to the Playground.
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Duplex } from 'node:stream';

/** Calls `onText` for every message; resolves when connected, with a way to hang up. */
export function listenToWebSocket(
  url: string,
  onText: (text: string) => void,
): Promise<() => void> {
  const key = randomBytes(16).toString('base64');
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': key,
  };
  return new Promise((resolve, reject) => {
    const asking = request(url.replace(/^ws/, 'http'), { headers });
    asking.once('error', reject);
    asking.once('response', (response) =>
      reject(new Error(`no WebSocket: ${response.statusCode}`)),
    );
    asking.once('upgrade', (_response, socket, head) => {
      readFrames(socket, head, onText);
      resolve(() => socket.destroy());
    });
    asking.end();
  });
}

function readFrames(socket: Duplex, head: Buffer, onText: (text: string) => void): void {
  let pending = head;
  let message: Buffer[] = [];
  const take = () => {
    for (let frame = readFrame(pending); frame !== null; frame = readFrame(pending)) {
      pending = pending.subarray(frame.length);
      // Text and its continuations; the Playground sends no binary and its pings need no answer here.
      if (frame.opcode > 2) continue;
      message.push(frame.payload);
      if (!frame.last) continue;
      onText(Buffer.concat(message).toString('utf8'));
      message = [];
    }
  };
  socket.on('data', (data: Buffer) => {
    pending = Buffer.concat([pending, data]);
    take();
  });
  socket.on('error', () => socket.destroy());
  take();
}

type Frame = {
  readonly opcode: number;
  readonly last: boolean;
  readonly payload: Buffer;
  readonly length: number;
};

/** The first frame, or null when it has not all arrived. A server's frames are not masked. */
function readFrame(data: Buffer): Frame | null {
  if (data.length < 2) return null;
  const short = data.readUInt8(1) & 0x7f;
  const start = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (data.length < start) return null;
  const size =
    short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
  if (data.length < start + size) return null;
  const first = data.readUInt8(0);
  const payload = data.subarray(start, start + size);
  return { opcode: first & 0x0f, last: (first & 0x80) !== 0, payload, length: start + size };
}
