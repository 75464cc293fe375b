// Lets PostgreSQL clients reach the embedded engine through a Unix socket. The engine is one session,
// so an exchange (everything up to Sync) and a transaction run whole before another connection's turn:
// taken message by message, two waiting connections receive each other's answers.
import { createServer, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import {
  isPrepared,
  joinFrames,
  namedPreparation,
  PREPARED,
  type SplitFrames,
  splitReply,
  splitRequest,
} from './wire-frames.ts';

export type SocketServer = {
  /** Connections that run something, wait for their turn, or are inside a transaction. */
  busy(): number;
  /** Ends every connection; an unfinished transaction is rolled back. */
  stop(): Promise<void>;
};

type Session = { readonly socket: Socket; readonly split: SplitFrames; open: boolean };
/** Messages to run together. `complete`: the last one ends the exchange. */
type Turn = {
  readonly session: Session;
  readonly messages: readonly Uint8Array[];
  readonly complete: boolean;
};

/** Serves `engine` on a Unix socket until stopped. */
export async function serveSocket(engine: PGlite, path: string): Promise<SocketServer> {
  const sessions = new Set<Session>();
  const turns: Turn[] = [];
  /** What anybody has prepared under a name. The engine would refuse a second connection the same. */
  const prepared = new Set<string>();
  /** The session in the middle of an exchange or a transaction: only its turns may run. */
  let holder: Session | null = null;
  let running: Promise<void> | null = null;

  function wake(): void {
    running ??= runTurns().finally(() => {
      running = null;
      if (holder?.open === false || nextIndex() !== -1) wake();
    });
  }

  async function runTurns(): Promise<void> {
    for (;;) {
      if (holder?.open === false) {
        await engine.runExclusive(() => abandon(engine));
        holder = null;
      }
      const turn = takeTurn();
      if (!turn) return;
      holder = turn.session;
      const taken = await runTurn(turn);
      if (!taken || (turn.complete && !engine.isInTransaction())) holder = null;
    }
  }

  function takeTurn(): Turn | undefined {
    const index = nextIndex();
    return index === -1 ? undefined : turns.splice(index, 1)[0];
  }

  function nextIndex(): number {
    return turns.findIndex(({ session }) => holder === null || holder === session);
  }

  async function runTurn({ session, messages }: Turn): Promise<boolean> {
    const preparation = namedPreparation(messages[0]);
    const again = preparation !== null && prepared.has(preparation);
    const chunks: Uint8Array[] = again ? [PREPARED] : [];
    // The bytes are only valid during the call: the engine's memory is used again.
    const onRawData = (bytes: Uint8Array) => void chunks.push(Uint8Array.from(bytes));
    try {
      await engine.runExclusive(async () => {
        for (const message of again ? messages.slice(1) : messages)
          await engine.execProtocolRawStream(message, { onRawData });
      });
    } catch (error) {
      end(session, error instanceof Error ? error : new Error(String(error)));
      return false;
    }
    const { reply, notifications } = splitReply(joinFrames(chunks));
    if (preparation !== null && isPrepared(reply)) prepared.add(preparation);
    // Every connection shares the engine's session, so whoever listens hears what any of them notified.
    if (notifications.length > 0) for (const each of sessions) write(each, notifications);
    write(session, reply);
    return true;
  }

  function end(session: Session, cause?: Error): void {
    if (!session.open) return;
    session.open = false;
    sessions.delete(session);
    turns.splice(0, turns.length, ...turns.filter((turn) => turn.session !== session));
    session.socket.destroy(cause);
    wake();
  }

  const server = createServer((socket) => {
    const session: Session = { socket, split: splitRequest(), open: true };
    sessions.add(session);
    socket.on('data', (bytes) => {
      for (const part of session.split(bytes)) {
        if (part.kind === 'refuse-encryption') write(session, Buffer.from('N'));
        else if (part.kind === 'goodbye') end(session);
        else turns.push({ session, messages: part.messages, complete: part.complete });
      }
      wake();
    });
    socket.on('error', () => end(session));
    socket.on('close', () => end(session));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });

  return {
    busy: () => new Set([...turns.map(({ session }) => session), ...(holder ? [holder] : [])]).size,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const session of sessions) end(session);
      await closed;
      while (running) await running;
    },
  };
}

function write({ socket, open }: Session, bytes: Uint8Array): void {
  if (open && socket.writable && bytes.length > 0) socket.write(bytes);
}

/** What a connection left behind when it ended in the middle: its exchange and its transaction. */
async function abandon(engine: PGlite): Promise<void> {
  const sync = Uint8Array.of(0x53, 0, 0, 0, 4);
  await engine.execProtocolRawStream(sync, { onRawData: () => {} });
  if (engine.isInTransaction()) {
    const rollback = Buffer.concat([Buffer.from('Q\0\0\0\x0d'), Buffer.from('ROLLBACK\0')]);
    await engine.execProtocolRawStream(rollback, { onRawData: () => {} });
  }
}
