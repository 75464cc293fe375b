// Sets a partnership up, from a workbook or from plan folders (docs/operations.md): the plan itself, the people, roles,
// meetings and channels. Loading the same again changes nothing.

import { existsSync, writeFileSync } from 'node:fs';
import { parseRecordConfig } from './config.ts';
import { PlanDataError } from './control/plan-folders/files/load-plan-folder.ts';
import { startSheets } from './control/workbook/domain/kept-sheets.ts';
import { ConfigError, isExplained } from './core/request/app/faults.ts';
import { writeWorkbookTemplate } from './files/write-workbook.ts';
import { createLog } from './log.ts';
import { loadFolders, openAsOwner, realClock } from './open-record.ts';
import { loadWorkbook, setUpFromWorkbook } from './setup-workbook.ts';

/** Makes the tables and loads nothing: for a database that another record is copied into. */
const ONLY_TABLES = '--empty';
const TEMPLATE = '--template';
const START = '--start';
const DRY_RUN = '--dry-run';
const NO_NAME =
  'name a workbook or at least one folder: npm run setup -- --template my-plan.xlsx makes an empty workbook, ' +
  'npm run setup -- my-plan.xlsx loads it';

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(words: readonly string[]): Promise<void> {
  const named = words.filter((word) => word !== DRY_RUN);
  const [first, second] = named;
  if (first === undefined) throw new ConfigError('setup', NO_NAME);
  if (first === TEMPLATE) return await writeTemplate(second);
  const isDryRun = named.length < words.length;
  const start = first === START ? startingWith(named.slice(1)) : null;
  const isBook = start !== null || /\.xlsx$/i.test(first);
  if (isBook && !start && second !== undefined)
    throw new ConfigError('setup', 'a workbook is loaded by itself: name nothing behind it');
  if (isDryRun && !isBook)
    throw new ConfigError(
      'setup',
      `${DRY_RUN} goes with a workbook: npm run setup -- my-plan.xlsx ${DRY_RUN}`,
    );
  const grids = start ?? (isBook ? await loadWorkbook(first) : null);
  const config = parseRecordConfig(process.env);
  const record = await openAsOwner(config, createLog('warn'), () => say('Making a new record …'));
  try {
    if (named.join() === ONLY_TABLES) return say('The tables are there. Nothing was loaded.');
    if (grids) {
      const isWell = await setUpFromWorkbook(
        record,
        { path: start ? 'what you typed' : first, grids },
        await realClock.now(),
        {
          isDryRun,
          say,
        },
      );
      if (!isWell) process.exitCode = 1;
      return;
    }
    const partnership = await loadFolders(record, named, await realClock.now());
    say(`Loaded ${named.join(', ')} into the record of ${partnership.name}.`);
  } finally {
    await record.close();
  }
}

/** The partnership, and the first person of its office: everything else can be done in chat. */
function startingWith(words: readonly string[]) {
  const [partnership, name, email, organisation, more] = words;
  if (!partnership || !name || !email || !organisation || more !== undefined)
    throw new ConfigError(
      'setup',
      `say the partnership, your name, your e-mail address and your organisation: npm run setup -- ${START} "Borsetshire SEND" "Nadia Khan" nadia.khan@borsetshire.example "Borsetshire Council"`,
    );
  return startSheets({ partnership, name, email, organisation });
}

async function writeTemplate(path: string | undefined): Promise<void> {
  if (path === undefined || !/\.xlsx$/i.test(path))
    throw new ConfigError(
      'setup',
      `name the file to make: npm run setup -- ${TEMPLATE} my-plan.xlsx`,
    );
  if (existsSync(path))
    throw new ConfigError(
      'setup',
      `${path} is there already and stays as it is. Name another file`,
    );
  writeFileSync(path, await writeWorkbookTemplate(new Date()));
  say(
    `Made ${path}. Fill it in with Excel or LibreOffice; its first sheet says how. Then: npm run setup -- ${path} ${DRY_RUN}`,
  );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof PlanDataError)
    process.stderr.write(`${error.message}\nNothing of that folder was written.\n`);
  else if (isExplained(error)) process.stderr.write(`${error.message}\nNothing was loaded.\n`);
  else createLog('error').error({ err: error }, 'setup failed');
  process.exitCode = 1;
});
