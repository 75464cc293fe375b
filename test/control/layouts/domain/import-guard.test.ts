import { describe, expect, it } from 'vitest';
import { guardReading } from '../../../../src/control/layouts/domain/import-guard.ts';
import type { PlanReading } from '../../../../src/control/layouts/domain/plan-columns.ts';

const known = { emails: new Set(['asha@example.org']), names: ['Asha Example'] };

function readingOf(texts: readonly string[]): PlanReading {
  const rows = texts.map((text, index) => ({
    ref: { text: `1A:${index}`, place: `row ${index}, column 1`, row: index },
    cells: { progress: { text, place: `row ${index}, column 2`, row: index } },
    section: null,
  }));
  return { rows, tables: [], problems: [] };
}

describe('every cell of an import', () => {
  it.each([
    ['14 of 20 trained', []],
    ['ask asha@example.org', []],
    ['ask sam@example.net', ['certain-personal']],
    ['NHS number 943 476 5919', ['certain-personal']],
    ['Sam, aged 9, has no place', ['likely-personal']],
    ['a\u202Eb', ['bad-words']],
    ['@channel please read', ['bad-words']],
  ])('“%s” is looked at: %j', (text, why) => {
    const guarded = guardReading(readingOf([text]), known);

    if (typeof guarded === 'string') throw new Error(guarded);
    expect(guarded.problems.map((one) => one.why)).toEqual(why);
    const isKept = guarded.rows[0]?.cells.progress !== undefined;
    expect(isKept).toBe(why.length === 0 || why[0] === 'likely-personal');
    expect(JSON.stringify(guarded).includes('943')).toBe(false);
  });

  it('is not looked at without end', () => {
    const hostile = Array.from(
      { length: 1_000 },
      (_, index) => `${index} ${'Sam aged 9 '.repeat(100)}`,
    );

    expect(guardReading(readingOf(hostile.slice(0, 51)), known)).toBe('personal-data');
    expect(guardReading(readingOf(hostile), known)).toBe('too-much-text');
  });
});

it('drops the words of a problem that may not be kept', () => {
  const problem = { place: 'row 2, column 1', why: 'bad-reference' } as const;
  const reading = { ...readingOf([]), problems: [{ ...problem, text: 'NHS 943 476 5919' }] };

  expect(guardReading(reading, known)).toMatchObject({ problems: [problem] });
  expect(JSON.stringify(guardReading(reading, known))).not.toContain('943');
});
