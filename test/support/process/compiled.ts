// What suites start many processes of is compiled first, as `npm run build` does it: a process then starts in a third
// of the time. Once for a whole run of the tests, and only what changed since the last run.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import { prepareOnce } from '../database/database-folder.ts';

const root = join(import.meta.dirname, '../../..');

/** The JavaScript of a file, e.g. `src/main.ts`, to be started by Node. */
export async function compiled(file: string): Promise<string> {
  await prepareOnce(inject('databaseFolder'), 'compiled', compile);
  return join(root, 'dist-test', file.replace(/\.ts$/, '.js'));
}

async function compile(): Promise<void> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const made = spawnSync(process.execPath, [tsc, '-p', 'test/tsconfig.build.json'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`it does not compile:\n${made.stdout}`);
}
