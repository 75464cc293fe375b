// How plan files are read, and how each kind of mistake in a row is reported.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  loadPlanFolder,
  PlanDataError,
} from '../../../../src/control/plan-folders/files/load-plan-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const project = { key: 'early-years', theme: 'right-support', name: 'Early Years' };

function writeProjects(...lines: string[]): string {
  const file = join(folder, 'projects.jsonl');
  writeFileSync(file, lines.join('\n'));
  return file;
}

function problem(): string {
  try {
    loadPlanFolder(folder);
  } catch (error) {
    expect(error).toBeInstanceOf(PlanDataError);
    return (error as PlanDataError).message;
  }
  throw new Error('the folder was read without an error');
}

describe('reading', () => {
  it('gives no rows for files that are absent', () => {
    expect(Object.values(loadPlanFolder(folder)).flat()).toEqual([]);
  });

  it('fills in what may be left out and says where each row stands', () => {
    const file = writeProjects('', JSON.stringify(project), '');
    expect(loadPlanFolder(folder).project).toEqual([
      { ...project, example: false, source: [], at: `${file}:2` },
    ]);
  });

  it('reads lines that end as Windows writes them', () => {
    writeProjects(`${JSON.stringify(project)}\r`, '\r');
    expect(loadPlanFolder(folder).project).toHaveLength(1);
  });
});

describe('a row with a mistake', () => {
  it.each([
    ['malformed JSON', '{"key": "early-years",', 'not valid JSON ('],
    ['a row that is not an object', '["early-years"]', 'row: '],
    ['an unknown field', JSON.stringify({ ...project, owner: 'someone' }), 'row: '],
    ['a missing field', JSON.stringify({ ...project, name: undefined }), 'name: '],
    ['an empty name', JSON.stringify({ ...project, name: ' ' }), 'name: '],
    ['a key in capitals', JSON.stringify({ ...project, key: 'EY' }), 'key: lower-case letters'],
    [
      'a source without a line',
      JSON.stringify({ ...project, source: [{ doc: '000', text: 'Early Years' }] }),
      'source.0.line: ',
    ],
  ])('%s is reported with file and line', (_, line, expected) => {
    const file = writeProjects(JSON.stringify(project), '', line);
    expect(problem()).toContain(`${file}:3: ${expected}`);
  });

  it('names the unknown field', () => {
    writeProjects(JSON.stringify({ ...project, owner: 'someone' }));
    expect(problem()).toContain('"owner"');
  });

  it('names every field that is wrong', () => {
    writeProjects('{"key": "early-years"}');
    expect(problem()).toMatch(/theme: .*; name: /);
  });

  it('stops at the first broken row', () => {
    const file = writeProjects('{', '{');
    expect(problem()).toContain(`${file}:1: `);
  });
});
