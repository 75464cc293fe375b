// One replica's process: started, killed with kill -9, started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const START_TIMEOUT_MS = 90_000;
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
  /** The end of what it logged. */
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
  return {
    port: () => port,
    lines: () => lines,
    async start() {
      const started = spawn(process.execPath, program, {
        ...{ cwd: root, env: { PATH: process.env.PATH, ...environment } },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      running.add(started);
      started.once('exit', () => running.delete(started));
      await new Promise<void>((resolve, reject) => {
        const fail = (why: string) =>
          reject(new Error(`a replica ${why}:\n${lines.slice(-20).join('\n')}`));
        const timer = setTimeout(() => fail('did not start in time'), START_TIMEOUT_MS);
        started.once('exit', (code, signal) => {
          clearTimeout(timer);
          if (child === started) port = null;
          // Killed while it started: that is no failure of its own.
          if (signal === 'SIGKILL') resolve();
          else fail(`ended by itself (${code})`);
        });
        for (const stream of [started.stdout, started.stderr]) {
          stream?.setEncoding('utf8').on('data', (text: string) => {
            lines = [...lines, ...text.split('\n').filter(Boolean)].slice(-KEPT_LINES);
            const heard = /listening (\d+)/.exec(text)?.[1];
            if (heard === undefined || child !== started) return;
            port = Number(heard);
            clearTimeout(timer);
            resolve();
          });
        }
      });
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      port = null;
      child.kill('SIGKILL');
      await ended;
    },
  };
}
