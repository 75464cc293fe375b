import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileFor, namedFile, writeFiles } from '../../src/chat/terminal/files.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pap-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('reads the file that an import names, spaces in its name included', () => {
  const path = join(folder, 'our plan.csv');
  writeFileSync(path, 'Ref,RAG');

  expect(namedFile(`/pap Admin  import ${path}`)).toEqual({
    name: 'our plan.csv',
    bytes: new TextEncoder().encode('Ref,RAG'),
  });
});

it('refuses a large file by its length, and one that is not there', () => {
  const path = join(folder, 'large.xlsx');
  writeFileSync(path, '');
  truncateSync(path, 100_000_000);

  expect(namedFile(`admin import ${path}`)).toEqual({ name: 'large.xlsx', problem: 'too-big' });
  expect(namedFile(`admin import ${folder}/none.xlsx`)).toEqual({
    name: 'none.xlsx',
    problem: 'not-found',
  });
  expect(namedFile(`admin import ${folder}`)).toMatchObject({ problem: 'not-found' });
});

it('takes a name that begins with a number for a file', () => {
  for (const name of ['3 areas.csv', 'answer.csv', 'answer 1 plan.csv', 'lead 2 plan.csv'])
    expect(namedFile(`admin import ${name}`)).toEqual({ name, problem: 'not-found' });
});

it.each([
  ...[
    'admin import',
    'admin import 3',
    'admin import #3',
    'admin import confirm 3',
    'admin import drop 3',
    'admin import 3 at 24 June 2024',
    'admin import columns at 24 June 2024',
    'admin import at 2024-06-24',
    'admin import 1 workbook',
    'admin import roles 1',
    'admin import answer 1 2 success-measure',
    'admin import answer 1',
    'admin import lead 1 Director of Services is Asha Example',
  ],
  ...['admin import columns', 'admin audit', 'update 2B:2 red admin import x'],
])('takes no part of “%s” for a file', (line) => {
  expect(namedFile(line)).toBeNull();
});

it('writes an answer’s files, never over another one and never elsewhere', () => {
  const file = {
    name: '../plan.json',
    mediaType: 'application/json',
    bytes: new TextEncoder().encode('{}'),
    line: 'admin export json',
  };

  expect(writeFiles([file], folder)).toEqual([join(folder, 'plan.json')]);
  expect(writeFiles([file], folder)).toEqual([join(folder, 'plan-2.json')]);
  expect(readFileSync(join(folder, 'plan.json'), 'utf8')).toBe('{}');
});

it.each([
  ['/tmp/board.docx', { name: 'board.docx', bytes: 'word' }],
  ['Board.HTML', { name: 'Board.HTML', bytes: 'page' }],
  ['board.pdf', null],
  ['board', null],
])('takes for --out %s the file of that kind, under that name', (out, expected) => {
  const file = (name: string, bytes: string) => ({
    ...{ name, mediaType: 'text/plain', line: 'admin pack' },
    bytes: new TextEncoder().encode(bytes),
  });

  const found = fileFor([file('pack-1.docx', 'word'), file('pack-1.html', 'page')], out);

  expect(found && { name: found.name, bytes: new TextDecoder().decode(found.bytes) }).toEqual(
    expected,
  );
});
