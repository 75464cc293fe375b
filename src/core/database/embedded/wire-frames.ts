// Where PostgreSQL's messages begin and end, and nothing of what is in them: a type byte and a length,
// except for the first message, which has no type.

const HEADER = 5;
const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const CANCEL_REQUEST = 80_877_102;
/** Longer than any request of ours; a length above it is not PostgreSQL's protocol. */
const MAX_MESSAGE = 256 * 1024 * 1024;

const type = {
  query: 0x51,
  sync: 0x53,
  flush: 0x48,
  call: 0x46,
  terminate: 0x58,
  notification: 0x41,
  prepare: 0x50,
  prepared: 0x31,
} as const;

/** The engine's answer when it has prepared a statement. */
export const PREPARED = Uint8Array.of(type.prepared, 0, 0, 0, 4);

export type RequestPart =
  | {
      readonly kind: 'messages';
      readonly messages: readonly Uint8Array[] /** The exchange ends here. */;
      readonly complete: boolean;
    }
  | { readonly kind: 'refuse-encryption' }
  | { readonly kind: 'goodbye' };

export type SplitFrames = (bytes: Uint8Array) => RequestPart[];

/** Cuts one connection's bytes, in whatever pieces they come, into parts that can run. */
export function splitRequest(): SplitFrames {
  let unread: Buffer = Buffer.alloc(0);
  let started = false;
  let waiting: Uint8Array[] = [];

  function readTyped(): RequestPart | 'more' | null {
    if (unread.length < HEADER) return null;
    const size = 1 + unread.readUInt32BE(1);
    if (size < HEADER || size > MAX_MESSAGE) return { kind: 'goodbye' };
    if (unread.length < size) return null;
    const message = unread.subarray(0, size);
    unread = unread.subarray(size);
    const code = message[0];
    if (code === type.terminate) return { kind: 'goodbye' };
    waiting.push(message);
    const complete = code === type.sync || code === type.query || code === type.call;
    if (!complete && code !== type.flush) return 'more';
    const messages = waiting;
    waiting = [];
    return { kind: 'messages', messages, complete };
  }

  function readFirst(): RequestPart | null {
    if (unread.length < 8) return null;
    const size = unread.readUInt32BE(0);
    const code = unread.readUInt32BE(4);
    if (code === CANCEL_REQUEST || size < 8 || size > MAX_MESSAGE) return { kind: 'goodbye' };
    if (unread.length < size) return null;
    const message = unread.subarray(0, size);
    unread = unread.subarray(size);
    if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: 'refuse-encryption' };
    started = true;
    return { kind: 'messages', messages: [message], complete: true };
  }

  return (bytes) => {
    unread = unread.length === 0 ? Buffer.from(bytes) : Buffer.concat([unread, bytes]);
    const parts: RequestPart[] = [];
    for (;;) {
      const part = started ? readTyped() : readFirst();
      if (part === null) return parts;
      if (part === 'more') continue;
      parts.push(part);
      if (part.kind === 'goodbye') return parts;
    }
  };
}

/** All that a message prepares under a name, so that the same is known again; null when it prepares nothing or has no name for it. */
export function namedPreparation(message: Uint8Array | undefined): string | null {
  if (message?.[0] !== type.prepare || message[HEADER] === 0) return null;
  return Buffer.from(message).toString('latin1');
}

/** Whether an answer begins with a statement's having been prepared. */
export function isPrepared(answer: Uint8Array): boolean {
  return answer[0] === type.prepared;
}

/** Takes the notifications out of the engine's answer: they belong to whoever listens. */
export function splitReply(answer: Buffer): {
  readonly reply: Uint8Array;
  readonly notifications: Uint8Array;
} {
  const reply: Uint8Array[] = [];
  const notifications: Uint8Array[] = [];
  for (let start = 0; start < answer.length; ) {
    const next = start + 1 + answer.readUInt32BE(start + 1);
    (answer[start] === type.notification ? notifications : reply).push(
      answer.subarray(start, next),
    );
    start = next;
  }
  return { reply: joinFrames(reply), notifications: joinFrames(notifications) };
}

/** One buffer of many. */
export function joinFrames(frames: readonly Uint8Array[]): Buffer {
  return Buffer.concat(frames);
}
