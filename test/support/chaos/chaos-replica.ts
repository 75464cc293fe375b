// One replica's process: started, killed with kill -9, started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const START_TIMEOUT_MS = 90_000;
const MAX_TRIES = 5;
const KEPT_LINES = 300;
const running = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export type Replica = {
  /** Where it listens; null while it is down. */
  port(): number | null;
  /** Starts it; resolves when it listens. */
  start(): Promise<void>;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** The end of what it has logged since its last start. */
  lines(): readonly string[];
};

/** @param program what Node runs: the compiled replica, or the source through scripts/run.mjs */
export function createReplica(
  program: readonly string[],
  environment: Readonly<Record<string, string>>,
): Replica {
  let child: ChildProcess | null = null;
  let port: number | null = null;
  let lines: string[] = [];

  /** False when it ended by itself; true when it listens, or was killed on the way. */
  function startOnce(): Promise<boolean> {
    const started = spawn(process.execPath, program, {
      ...{ cwd: root, env: { PATH: process.env.PATH, ...environment } },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    lines = [];
    running.add(started);
    return new Promise((resolve) => {
      const timer = setTimeout(() => started.kill('SIGTERM'), START_TIMEOUT_MS);
      started.once('exit', (_code, signal) => {
        running.delete(started);
        clearTimeout(timer);
        const ended = child === started && port !== null && signal !== 'SIGKILL';
        if (child === started) port = null;
        resolve(signal === 'SIGKILL');
        // As systemd and compose do: a process that gave up on a database that went away is started again.
        if (ended) void start();
      });
      for (const stream of [started.stdout, started.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          lines = [...lines, ...text.split('\n').filter(Boolean)].slice(-KEPT_LINES);
          const heard = /listening (\d+)/.exec(text)?.[1];
          if (heard === undefined || child !== started) return;
          port = Number(heard);
          clearTimeout(timer);
          resolve(true);
        });
      }
    });
  }

  /** Whatever looks after it starts it again when it ends by itself, as when its database is restarting. */
  async function start(): Promise<void> {
    for (let tries = 1; !(await startOnce()); tries++)
      if (tries === MAX_TRIES) throw new Error(`a replica does not start:\n${lines.join('\n')}`);
  }

  return {
    port: () => port,
    lines: () => lines,
    start,
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      port = null;
      child.kill('SIGKILL');
      await ended;
    },
  };
}
