// Counts under five in free words: each that is told is stopped, and what is stopped without telling one is listed.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallNumbersIn } from '../../../../src/reports/families/domain/suppression-check.ts';
import { stoppedWrongly, told, untold } from './suppression.labelled.ts';

const PLAN = ['objectives', 'themes', 'projects', 'priorities', 'glossary', 'voices'];

describe('words that tell a number under five', () => {
  it.each(told)('are stopped: %s', (text) => {
    expect(smallNumbersIn(text)).not.toEqual([]);
  });

  it.each([
    ['3 of 61 waited', '3 of 61', null],
    ['Only four appeals', '4', 'appeals'],
    ['a couple of families', 'couple', 'families'],
    ['5% of 61 EHCPs', '5% of 61', null],
    ['61 families asked, 58 heard back', '58 and 61', 'families'],
    ['half of the 6 children', 'half and 6', 'children'],
  ])('say why: %s', (text, number, near) => {
    expect(smallNumbersIn(text)).toContainEqual({ number, near });
  });
});

describe('words that tell none', () => {
  it.each(untold)('pass: %s', (text) => {
    expect(smallNumbersIn(text)).toEqual([]);
  });

  it.each(stoppedWrongly)('are stopped wrongly, and need approval: %s', (text) => {
    expect(smallNumbersIn(text)).not.toEqual([]);
  });

  it('are stopped wrongly one time in ten at most', () => {
    const share = stoppedWrongly.length / (untold.length + stoppedWrongly.length);

    expect(share).toBeLessThanOrEqual(0.1);
  });

  it.each(PLAN)('are the plan’s own %s', (name) => {
    const lines = readFileSync(`prisma/plan/oxfordshire/${name}.jsonl`, 'utf8').trim().split('\n');
    const texts = lines.flatMap((line) => textsOf(JSON.parse(line)));

    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap((text) => smallNumbersIn(text))).toEqual([]);
  });
});

describe('a share of people', () => {
  const count = fc.integer({ min: 0, max: 130 });
  const people = fc.constantFrom(
    ...[
      'families',
      'children',
      'young people',
      'pupils',
      'parents',
      'EHCPs',
      'appeals',
      'patients',
    ],
  );
  const between = fc.constantFrom(' of ', ' of the ', ' out of ', ' of our ');
  const said = fc.constantFrom('', 'Now ', 'This year ', 'We saw ');

  it('is refused when it or the rest is under five, and only then', () => {
    fc.assert(
      fc.property(count, count, people, between, said, (one, other, noun, of, start) => {
        const [part, total] = [Math.min(one, other), Math.max(one, other)];
        const text = `${start}${part}${of}${total} ${noun} were heard`;

        expect(smallNumbersIn(text).length > 0, text).toBe(part < 5 || total - part < 5);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused just so in words', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        (one, other) => {
          const [part, total] = [Math.min(one, other), Math.max(one, other)];
          const text = `${spelled(part)} of ${spelled(total)} families were heard`;

          expect(smallNumbersIn(text).length > 0, text).toBe(part < 5 || total - part < 5);
        },
      ),
    );
  });

  it.each(['3 of the our all those 61 of the ', '0,', '1', '1 of ', 'one '])(
    'is looked for in any text, however long: %s',
    (text) => {
      expect(Array.isArray(smallNumbersIn(text.repeat(20_000)))).toBe(true);
    },
  );
});

function textsOf(row: Record<string, unknown>): string[] {
  return Object.entries(row).flatMap(([name, value]) =>
    name !== 'source' && typeof value === 'string' ? [value] : [],
  );
}

function spelled(number: number): string {
  const small =
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    );
  const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
  if (number < 20) return small[number - 1] ?? '';
  const unit = small[(number % 10) - 1];
  return `${tens[Math.floor(number / 10) - 2]}${unit ? `-${unit}` : ''}`;
}
