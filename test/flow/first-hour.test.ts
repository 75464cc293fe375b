// “Your first hour”, line by line as it is printed: from nothing to a first rehearsed cycle.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { compiled } from '../support/process/compiled.ts';
import { startProgram } from '../support/process/run-process.ts';
import { borsetshire, filledWorkbook } from '../support/world/workbooks.ts';

// The way in chat has a test of its own: chat-start.test.ts.
const [page = ''] = readFileSync(
  join(import.meta.dirname, '../../docs/first-hour.md'),
  'utf8',
).split('## In chat instead');
const PROGRAMS = { setup: 'src/setup.ts', pap: 'src/pap.ts' } as const;
const OWN_FILE =
  'Ref,Action,Lead,Due,RAG\n1.1,Named workers trained,Nadia Khan,March 2027,Amber\n1.10,Shorter waits for Portage,Tom O’Brien,July 2027,Red\n';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(inject('databaseFolder'), 'pap-first-hour-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('leads from nothing to a rehearsed cycle in the steps that it prints', async () => {
  const steps = page.match(/^## \d+\. .*$/gm) ?? [];
  const lines = [...page.matchAll(/^npm run (setup|pap) -- (.*)$/gm)];
  const said: string[] = [];
  for (const [line, program = '', words = ''] of lines) {
    const { code, stdout, stderr } = await run(program as keyof typeof PROGRAMS, words);
    expect(`${line}: ${code} ${stderr}`).toMatch(/: 0 (?:Written: .*\n)?$/);
    said.push(stdout);
    if (words.startsWith('--template')) await fillIn();
  }
  console.log(
    `from nothing to a rehearsed cycle: ${steps.length} steps, ${lines.length + 1} lines to type`,
  );

  expect(page).toContain('Eight steps');
  expect(steps).toHaveLength(8);
  const [, tried = '', loaded = '', dryRun = '', confirmed = '', outstanding = ''] = said;
  expect(tried).toContain('This was the dry run: nothing was loaded.');
  expect(loaded).toContain('into the record of Borsetshire SEND Local Area Partnership');
  expect(dryRun).toContain('New: 2 objectives');
  expect(confirmed).toContain('2 new objectives');
  expect(outstanding).toContain('1.10 Shorter waits for Portage');
  expect(said.at(-1)).toContain('Nadia Khan');
}, 240_000);

/** As the page says: with the board and the people, and the plan in a file of its own. */
async function fillIn(): Promise<void> {
  writeFileSync(join(folder, 'my-plan.xlsx'), await filledWorkbook({ ...borsetshire, Plan: [] }));
  writeFileSync(join(folder, 'plan.csv'), OWN_FILE);
}

async function run(program: keyof typeof PROGRAMS, words: string) {
  const environment = { PAP_DATA_DIR: join(folder, 'record') };
  // What a line writes, such as the rehearsal's table, goes into the folder that it is typed in.
  const line = [await compiled(PROGRAMS[program]), ...words.split(' ')];
  return await startProgram(line, environment, folder).finished;
}
