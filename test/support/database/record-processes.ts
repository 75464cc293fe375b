// Starts processes on an embedded record and reads what they say.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { compiled } from '../process/compiled.ts';

export type Said = {
  readonly serves?: boolean;
  readonly known?: readonly string[];
  readonly done?: string;
};

export type RecordProcess = {
  readonly child: ChildProcess;
  /** Everything said so far. */
  readonly said: Said[];
  /** Resolves with the first line for which `test` holds. */
  hear(test: (line: Said) => boolean): Promise<Said>;
  /** Lets it close the record and end. */
  finish(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
};

/** What `startProcess` runs; to be made before. */
export async function recordProgram(): Promise<string> {
  return await compiled('test/support/database/record-process.ts');
}

/**
 * Starts a process on the record; `wrapper` goes before its command line.
 * @param program of `recordProgram`
 */
export function startProcess(
  program: string,
  dataFolder: string,
  work = '',
  count = 0,
  wrapper: readonly string[] = [],
): RecordProcess {
  const line = [...wrapper, process.execPath, program, dataFolder, work, String(count)];
  const child = spawn(line[0] ?? '', line.slice(1), { stdio: ['pipe', 'pipe', 'pipe'] });
  const said: Said[] = [];
  const waiting = new Set<() => void>();
  let errors = '';
  child.stderr.on('data', (bytes) => {
    errors += String(bytes);
  });
  createInterface({ input: child.stdout }).on('line', (text) => {
    said.push(JSON.parse(text) as Said);
    for (const check of waiting) check();
  });
  const exited = once(child, 'exit');

  return {
    child,
    said,
    hear(test) {
      return new Promise((resolve, reject) => {
        const check = () => {
          const line = said.find(test);
          if (!line) return;
          waiting.delete(check);
          resolve(line);
        };
        waiting.add(check);
        check();
        void exited.then(() => reject(new Error(`the process ended: ${errors}`)));
      });
    },
    async finish() {
      child.stdin.end();
      const [code] = await exited;
      if (code !== 0) throw new Error(`the process failed: ${errors}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
