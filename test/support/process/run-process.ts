// Runs one of the project's entry points as a process of its own, as a person would.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

export type Finished = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type Running = {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /** The first match in what it has printed or will print. */
  line(pattern: RegExp, stream?: 'stdout' | 'stderr'): Promise<RegExpExecArray>;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Starts `src/<entry>.ts` from its source, as `npm run demo` and `npm run pap` do. */
export function startEntry(
  entry: string,
  args: readonly string[],
  environment: Environment = {},
): Running {
  return startProgram(['scripts/run.mjs', entry, ...args], environment);
}

/** Starts what Node is told to; of this process's environment it sees only what it needs to run. */
export function startProgram(
  line: readonly string[],
  environment: Environment = {},
  cwd = root,
): Running {
  const child = spawn(process.execPath, line, {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
      for (const watch of watchers) watch();
    });
  }
  const finished = new Promise<Finished>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, ...output });
      for (const watch of watchers) watch();
    });
  });
  return {
    child,
    finished,
    line: (pattern, stream = 'stdout') =>
      new Promise((resolve, reject) => {
        const watch = () => {
          const match = pattern.exec(output[stream]);
          if (match) resolve(match);
          else if (child.exitCode !== null) reject(new Error(`it ended: ${output.stderr}`));
          else return;
          watchers.delete(watch);
        };
        watchers.add(watch);
        watch();
      }),
  };
}

/** One command in the terminal. */
export async function runPap(args: readonly string[], environment: Environment): Promise<Finished> {
  return await startEntry('src/pap.ts', args, environment).finished;
}
