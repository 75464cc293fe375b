// Sets a partnership up from the workbook: what is wrong in it cell by cell, what it would change, then the change.
import { existsSync, readFileSync } from 'node:fs';
import type { Temporal } from 'temporal-polyfill';
import { loadPlan, tryPlan } from './control/plan-folders/db/load-plan.ts';
import { checkRows } from './control/plan-folders/files/load-plan-folder.ts';
import { loadKnownRecord } from './control/workbook/db/known-record.ts';
import { parseWorkbook, partnershipNamed } from './control/workbook/domain/parse-workbook.ts';
import { isWorkbook } from './control/workbook/domain/sheet-rows.ts';
import {
  workbookEffectLines,
  workbookProblemText,
} from './control/workbook/messages/workbook-words.ts';
import { fromDate } from './core/database/db/executor.ts';
import { localDate } from './core/dates/domain/working-days.ts';
import type { Grid } from './core/message/domain/grid.ts';
import { ConfigError, InvariantError } from './core/request/app/faults.ts';
import { rollCycle } from './cycle/meetings/app/roll-cycle.ts';
import { parseFile } from './files/reading/parse-file.ts';
import type { OpenRecord } from './open-record.ts';

/** Where a partnership has none yet that says otherwise. */
const TIME_ZONE = 'Europe/London';

type Ways = { readonly isDryRun: boolean; say(line: string): void };

/** The sheets of the file. @throws ConfigError when it is no file, or not the workbook */
export async function loadWorkbook(path: string): Promise<readonly Grid[]> {
  if (!existsSync(path)) throw new ConfigError('setup', `there is no file ${path}`);
  const file = await parseFile(readFileSync(path));
  const grids = file.kind === 'tables' ? file.grids : [];
  if (!isWorkbook(grids))
    throw new ConfigError(
      'setup',
      `${path} is not the workbook of --template. A plan in a file of your own is sent to the bot, with “admin import”`,
    );
  return grids;
}

/**
 * Says what loading the sheets does, and loads them unless something in them is wrong or only that was asked.
 * @param path what the file is called
 * @returns false: something is wrong, and nothing was loaded
 */
export async function setUpFromWorkbook(
  { database, store }: Pick<OpenRecord, 'database' | 'store'>,
  { path, grids }: { readonly path: string; readonly grids: readonly Grid[] },
  now: Temporal.Instant,
  { isDryRun, say }: Ways,
): Promise<boolean> {
  const { prisma } = database;
  const today = localDate(now, TIME_ZONE);
  const known = await loadKnownRecord(
    prisma,
    { name: partnershipNamed(grids) ?? '' },
    fromDate(today),
  );
  const { rows, problems, notes } = parseWorkbook(grids, known, today);
  const [other] = known.partnership ? [] : await store.list();
  if (other)
    say(
      `This adds another partnership to the record, which holds ${other.name}. If you meant that one, use its name.`,
    );
  for (const note of notes) say(`Left out: ${workbookProblemText(note)}`);
  if (problems.length > 0) {
    say(
      `${path}: ${problems.length === 1 ? 'one thing is' : `${problems.length} things are`} wrong. Nothing was loaded.`,
    );
    for (const problem of problems) say(`- ${workbookProblemText(problem)}`);
    return false;
  }
  const checked = checkRows(rows);
  const effect = await tryPlan(prisma, checked, now, known.partnership?.key);
  const lines = workbookEffectLines(effect);
  say(lines.length > 0 ? lines.join('\n') : 'Nothing is new or different.');
  if (isDryRun) {
    say('This was the dry run: nothing was loaded. To load it, leave out --dry-run.');
    return true;
  }
  const loaded = await loadPlan(prisma, checked, now, known.partnership?.key);
  const partnership = (await store.list()).find(({ id }) => id === loaded.partnershipId);
  if (!partnership) throw new InvariantError('a partnership was loaded and is not there');
  await rollCycle(store.open(partnership.id), partnership, now);
  say(`Loaded ${path} into the record of ${partnership.name}.`);
  return true;
}
