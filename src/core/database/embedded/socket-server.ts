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
  const sessions = takeTurns(engine);
  const server = createServer((socket) => {
    const session = sessions.begin(socket);
    socket.on('data', (bytes) => sessions.read(session, bytes));
    socket.on('error', () => sessions.end(session));
    socket.on('close', () => sessions.end(session));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });

  return {
    busy: sessions.busy,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      sessions.endAll();
      await closed;
      await sessions.settled();
    },
  };
}

/** The connections to `engine`; what they send is run one after the other. */
function takeTurns(engine: PGlite) {
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
      const index = nextIndex();
      const [turn] = index === -1 ? [] : turns.splice(index, 1);
      if (!turn) return;
      holder = turn.session;
      const taken = await runTurn(turn);
      if (!taken || (turn.complete && !engine.isInTransaction())) holder = null;
    }
  }

  function nextIndex(): number {
    return turns.findIndex(({ session }) => holder === null || holder === session);
  }

  async function runTurn({ session, messages }: Turn): Promise<boolean> {
    const answer = await exchange(engine, messages, prepared).catch((error) => {
      end(session, error instanceof Error ? error : new Error(String(error)));
    });
    if (!answer) return false;
    // Every connection shares the engine's session, so whoever listens hears what any of them notified.
    if (answer.notifications.length > 0)
      for (const each of sessions) write(each, answer.notifications);
    write(session, answer.reply);
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

  return {
    begin(socket: Socket): Session {
      const session = { socket, split: splitRequest(), open: true };
      sessions.add(session);
      return session;
    },
    read(session: Session, bytes: Uint8Array): void {
      for (const part of session.split(bytes)) {
        if (part.kind === 'refuse-encryption') write(session, Buffer.from('N'));
        else if (part.kind === 'goodbye') end(session);
        else turns.push({ session, messages: part.messages, complete: part.complete });
      }
      wake();
    },
    end,
    endAll(): void {
      for (const session of sessions) end(session);
    },
    busy: () => new Set([...turns.map(({ session }) => session), ...(holder ? [holder] : [])]).size,
    async settled(): Promise<void> {
      while (running) await running;
    },
  };
}

/** Runs messages on the engine; what is prepared under a name that is taken already is not prepared again. */
async function exchange(engine: PGlite, messages: readonly Uint8Array[], prepared: Set<string>) {
  const preparation = namedPreparation(messages[0]);
  const again = preparation !== null && prepared.has(preparation);
  const chunks: Uint8Array[] = again ? [PREPARED] : [];
  // The bytes are only valid during the call: the engine's memory is used again.
  const onRawData = (bytes: Uint8Array) => void chunks.push(Uint8Array.from(bytes));
  await engine.runExclusive(async () => {
    for (const message of again ? messages.slice(1) : messages)
      await engine.execProtocolRawStream(message, { onRawData });
  });
  const answer = splitReply(joinFrames(chunks));
  if (preparation !== null && isPrepared(answer.reply)) prepared.add(preparation);
  return answer;
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
