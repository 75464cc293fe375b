// Loads plan folders into the record: the plan itself, then the people, roles, meetings and channels
// of an installation (docs/operations.md). Loading the same folder again changes nothing.

import { parseRecordConfig } from './config.ts';
import { PlanDataError } from './control/plan-folders/files/load-plan-folder.ts';
import { ConfigError, isExplained } from './core/request/app/faults.ts';
import { createLog } from './log.ts';
import { loadFolders, openAsOwner, realClock } from './open-record.ts';

/** Makes the tables and loads nothing: for a database that another record is copied into. */
const ONLY_TABLES = '--empty';

async function main(folders: readonly string[]): Promise<void> {
  if (folders.length === 0)
    throw new ConfigError(
      'setup',
      'name at least one folder: npm run setup -- prisma/plan/oxfordshire my-people',
    );
  const config = parseRecordConfig(process.env);
  const record = await openAsOwner(config, createLog('warn'), () =>
    process.stdout.write('Making a new record …\n'),
  );
  try {
    if (folders.join() === ONLY_TABLES)
      return void process.stdout.write('The tables are there. Nothing was loaded.\n');
    const partnership = await loadFolders(record, folders, await realClock.now());
    process.stdout.write(`Loaded ${folders.join(', ')} into the record of ${partnership.name}.\n`);
  } finally {
    await record.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof PlanDataError)
    process.stderr.write(`${error.message}\nNothing of that folder was written.\n`);
  else if (isExplained(error)) process.stderr.write(`${error.message}\nNothing was loaded.\n`);
  else createLog('error').error({ err: error }, 'setup failed');
  process.exitCode = 1;
});
