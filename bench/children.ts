// Starts the processes of the benchmark and sees to it that none of them outlives it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Environment = Readonly<Record<string, string>>;

export type Child = {
  readonly pid: number;
  /** From the start of the process to the line that it was waited for. */
  readonly startedInMs: number;
  /** What the line's pattern caught first. */
  readonly caught: string;
  stop(): Promise<void>;
};

const root = join(import.meta.dirname, '..');
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;
const running = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Makes the JavaScript that the children run: what `npm run build` makes, and the benchmark's own. */
export function compile(): void {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const made = spawnSync(
    process.execPath,
    [tsc, '-p', join(import.meta.dirname, 'tsconfig.json')],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (made.status !== 0) throw new Error(`the benchmark does not compile:\n${made.stdout}`);
}

/** Starts a compiled file and waits for the line that says it is up. */
export async function start(
  file: string,
  environment: Environment,
  up: RegExp,
  flags: readonly string[] = [],
): Promise<Child> {
  const began = performance.now();
  const child = spawn(process.execPath, [...flags, compiled(file)], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const { caught, at } = await waitForLine(child, up, file);
  return {
    pid: child.pid ?? 0,
    startedInMs: at - began,
    caught,
    stop: () => stop(child),
  };
}

/** Runs a compiled file to its end and gives what it printed. */
export async function runToEnd(file: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [compiled(file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
  return text;
}

/** Where the compiler puts a file, named from the project's root. */
export function compiled(file: string): string {
  return join(root, 'dist', file.replace(/\.ts$/, '.js'));
}

/** What a process has in memory now, in MB. */
export function residentMb(pid: number): number {
  if (process.platform === 'linux') {
    const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kb) / 1_024;
  }
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout) / 1_024;
}

function waitForLine(
  child: ChildProcess,
  up: RegExp,
  file: string,
): Promise<{ caught: string; at: number }> {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = (why: string) => reject(new Error(`${file} ${why}:\n${text}`));
    const timer = setTimeout(() => fail('did not start in time'), START_TIMEOUT_MS);
    child.once('exit', () => fail('ended'));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (part: string) => {
        if (text.length < 20_000) text += part;
        const match = up.exec(text);
        if (!match) return;
        clearTimeout(timer);
        resolve({ caught: match[1] ?? '', at: performance.now() });
      });
    }
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
