// A partnership that starts with nothing: the workbook is made, filled in, tried, loaded and changed, and its people work.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { parseFile } from '../../src/files/reading/parse-file.ts';
import { compiled } from '../support/process/compiled.ts';
import { startProgram } from '../support/process/run-process.ts';
import { borsetshire, type Filled, filledWorkbook } from '../support/world/workbooks.ts';

const NADIA = 'nadia.khan@borsetshire.example';
let folder: string;
let setup: string;
let pap: string;
beforeAll(async () => {
  folder = mkdtempSync(join(inject('databaseFolder'), 'pap-set-up-'));
  setup = await compiled('src/setup.ts');
  pap = await compiled('src/pap.ts');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('makes the workbook, and never over a file', async () => {
  const path = join(folder, 'my-plan.xlsx');

  const made = await run(setup, '--template', path);
  const again = await run(setup, '--template', path);

  expect(made.stdout).toContain(`Made ${path}.`);
  const file = await parseFile(readFileSync(path));
  const names = file.kind === 'tables' ? file.grids.map(({ place }) => place) : [];
  expect(names).toContainEqual({ kind: 'sheet', name: 'Plan' });
  expect(again.code).toBe(1);
  expect(again.stderr).toContain('is there already and stays as it is');
});

it('says what is wrong in it, cell by cell, and loads nothing', async () => {
  const path = await write('wrong.xlsx', {
    ...borsetshire,
    Plan: [['1.1', 'Named workers trained', '', '', 'Nadia Kahn', '', 'soonish']],
  });

  const { code, stdout } = await run(setup, path);

  expect(code).toBe(1);
  expect(stdout).toContain(`${path}: 2 things are wrong. Nothing was loaded.`);
  expect(stdout).toContain("- Sheet ‘Plan’ E3: “Nadia Kahn” isn't on the sheet ‘People’.");
});

it('shows what it would load, loads it, and finds nothing new in it then', async () => {
  const path = await write('right.xlsx', borsetshire);

  const tried = await run(setup, path, '--dry-run');
  const loaded = await run(setup, path);
  const again = await run(setup, path);

  const told =
    'New: 1 partnership, 3 organisations, 3 people, 2 themes, 2 roles, 1 forum, 2 meetings, 2 areas, 3 objectives, 3 owners and deputies, 1 KPI.';
  // Loading afterwards finds all of it new: the dry run left nothing.
  expect(tried.stdout).toContain(`${told}\nThis was the dry run: nothing was loaded.`);
  expect(loaded.stdout).toContain(told);
  expect(loaded.stdout).toContain(
    `Loaded ${path} into the record of Borsetshire SEND Local Area Partnership.`,
  );
  expect(again.stdout).toContain('Nothing is new or different.');
}, 120_000);

it('lets its people work, with examples of their own plan', async () => {
  const update = await run(pap, '--as', NADIA, 'update 1.1 green all trained');
  const help = await run(pap, '--as', NADIA, 'help decide');

  expect(update.stdout).toContain('Rating: 🔶 Amber → 🟢 Green');
  expect(help.stdout).toContain('/pap decide 1.10 needed');
}, 120_000);

it('shows what differs in a changed file, and what stays as people have it', async () => {
  const path = await write('changed.xlsx', {
    ...borsetshire,
    People: [
      ['Nadia Khan', NADIA, 'Borsetshire ICB'],
      ...borsetshire.People.slice(1),
      ['Sam Reed', 'sam.reed@icb.example', 'Borsetshire ICB'],
    ],
    Plan: borsetshire.Plan.map(([ref = '', title = '', ...rest]) =>
      ref === '1.10' ? [ref, 'Other words', ...rest] : [ref, title, ...rest],
    ),
    KPIs: [['Plans within 20 weeks', 'Good plans', '46% (2024/25)', '55% (2025/26)', '↑']],
  });

  const { code, stdout } = await run(setup, path);

  expect(code).toBe(0);
  expect(stdout).toContain(
    [
      ...['New: 1 person.', 'Changed:', '  Nadia Khan: organisation'],
      'Different in the file, and not changed:',
      '  1.10: title (to change it: “admin change <ref> …” in chat)',
      '  Plans within 20 weeks: latest (to change it: “kpi set …” in chat)',
    ].join('\n'),
  );
}, 120_000);

it('says so when another name would add another partnership', async () => {
  const path = await write('other-name.xlsx', {
    ...borsetshire,
    Partnership: [['Borsetshire SEND Partnersihp', 'Borset']],
  });

  const { stdout } = await run(setup, path, '--dry-run');

  expect(stdout).toContain(
    'This adds another partnership to the record, which holds Borsetshire SEND Local Area Partnership. If you meant that one, use its name.',
  );
}, 120_000);

it.each([
  [[], 'name a workbook or at least one folder'],
  [['--template'], 'name the file to make'],
  [['nothing.xlsx'], 'there is no file nothing.xlsx'],
  [['a-folder', '--dry-run'], '--dry-run goes with a workbook'],
  [['one.xlsx', 'two.xlsx'], 'a workbook is loaded by itself'],
])('refuses %j', async (words, said) => {
  const { code, stderr } = await run(setup, ...words);

  expect(code).toBe(1);
  expect(stderr).toContain(said);
});

it('takes no other file for the workbook', async () => {
  const path = join(folder, 'other.xlsx');
  writeFileSync(path, 'Ref,Objective\n1.1,Named workers');

  const { code, stderr } = await run(setup, path);

  expect(code).toBe(1);
  expect(stderr).toContain('is not the workbook of --template');
});

async function write(name: string, rows: Filled): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await filledWorkbook(rows));
  return path;
}

async function run(program: string, ...words: readonly string[]) {
  const line = words.flatMap((word) => (word.includes('.xlsx') ? [word] : word.split(' ')));
  const environment = { PAP_DATA_DIR: join(folder, 'record') };
  return await startProgram([program, ...line], environment).finished;
}
