// Reading a KPI's cell: every labelled value, and for any text at all that nothing is lost and nothing is thrown.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KpiValue, parseKpiValue } from '../../../../src/reports/figures/domain/kpi-value.ts';
import { printTokens } from '../../../../src/reports/figures/rules/kpi-tokens.ts';
import {
  type Labelled,
  publishedCells,
  refusedForms,
  typicalForms,
} from './kpi-values.labelled.ts';

const labelled = [...publishedCells, ...typicalForms, ...refusedForms];

describe('parseKpiValue', () => {
  it.each(labelled)('reads %j', (raw, expected) => {
    expect(labelOf(parseKpiValue(raw))).toEqual(expected);
  });

  it('knows every cell of the two published columns, and enough besides', () => {
    const published = readFileSync(
      join(import.meta.dirname, '../../../../prisma/plan/oxfordshire/kpis.jsonl'),
      'utf8',
    )
      .trim()
      .split('\n')
      .map((line): { baseline: string; performance: string } => JSON.parse(line))
      .flatMap(({ baseline, performance }) => [baseline, performance]);

    expect(publishedCells.map(([raw]) => raw)).toEqual(published);
    expect(published).toHaveLength(58);
    expect(labelled.length).toBeGreaterThanOrEqual(150);
  });

  it('puts each character in one token', () => {
    const { tokens } = parseKpiValue('553 days (Nov 2023 – first available data)');

    expect(tokens.map(({ kind, text }) => `${kind}:${text}`)).toEqual([
      'number:553',
      'space: ',
      'unit:days',
      'space: ',
      'punctuation:(',
      'period:Nov 2023',
      'space: ',
      'punctuation:–',
      'space: ',
      'qualifier:first available data',
      'punctuation:)',
    ]);
  });

  it('prints any text back as it was, and throws at none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => {
        expect(printTokens(parseKpiValue(raw).tokens)).toBe(raw);
      }),
      { numRuns: 2_000 },
    );
  });

  it('prints back whatever is put together from the parts of values', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const raw = parts.join('');
        expect(printTokens(parseKpiValue(raw).tokens)).toBe(raw);
      }),
      { numRuns: 5_000 },
    );
  });

  it('reads a figure of any size with the decimals that it is printed with', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.boolean(),
        (whole, part, grouped) => {
          const digits = grouped ? whole.toLocaleString('en-GB') : String(whole);
          const text = `${digits}.${String(part).padStart(2, '0')}`;

          const read = parseKpiValue(`${text}%`);

          expect(read).toMatchObject({
            kind: 'figure',
            number: { text, decimals: 2 },
            value: Number(`${whole}.${String(part).padStart(2, '0')}`),
          });
        },
      ),
    );
  });

  it('never reads a share that is more than its whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        (part, of) => {
          const kind = part > of ? 'unreadable' : 'figure';
          expect(parseKpiValue(`${part} of ${of}`).kind).toBe(kind);
        },
      ),
    );
  });

  it.each(pieces)('reads as long a text as it takes, of nothing but “%s”', (piece) => {
    expect(parseKpiValue(piece.repeat(300).slice(0, 300)).kind).toMatch(
      /^(?:figure|missing|unreadable)$/,
    );
  });
});

const pieces = [
  ...[
    '5',
    '1,234',
    '0.04',
    '12,34',
    '%',
    ' ',
    ' of ',
    ' in ',
    ' to ',
    '(',
    ')',
    '*',
    '–',
    '-',
    ',',
  ],
  ...['days', 'EHCPs', 'Nov 2023', '2023/24', 'end of ', 'c.', '<', '£', 'm', ':', '/', '[p]'],
  ...[
    ' per 10,000',
    'n=',
    '±',
    '↑',
    'G',
    'England ',
    ' v ',
    'target ',
    'was ',
    ' to ',
    'nil',
    '+',
    'weeks',
  ],
  ...[
    '[c]',
    '~',
    'k',
    'academic year 21/22',
    'Q1',
    'below ',
    '=',
    'Year 6',
    ' in 6',
    'TBC',
    'June',
  ],
  ...['increase of ', 'up 3pp', ' on previous year', 'first available data', '\u00A0', 'n/a', '.'],
];

/** The reading in the words of the labels. */
function labelOf(value: KpiValue): Labelled[1] {
  if (value.kind === 'missing') return { missing: value.reason };
  if (value.kind === 'unreadable') return { unreadable: value.problem };
  const { number, unit, words, count, rate, denominator, denominatorWords } = value;
  const { change, period, qualifiers, remarks, marks } = value;
  return {
    ...{ number: number.text, value: value.value, unit },
    ...(words !== null && { words }),
    ...(count && { count: count.text }),
    ...(rate && { rate: rate.text }),
    ...(value.base && { base: value.base.text }),
    ...(value.upTo !== null && { upTo: value.upTo }),
    ...(denominator && { of: denominator.text }),
    ...(denominatorWords !== null && { ofWords: denominatorWords }),
    ...(change && { change: change.text }),
    ...(period && { period: period.text }),
    ...(qualifiers.length > 0 && { qualifiers }),
    ...(remarks.length > 0 && { remarks }),
    ...(marks.length > 0 && { marks }),
  };
}
