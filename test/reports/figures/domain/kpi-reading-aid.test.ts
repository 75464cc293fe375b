// Which way a figure went, and whether that is better: three things that are never taken for one another.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  computeDirection,
  publishedDirection,
} from '../../../../src/reports/figures/domain/kpi-direction.ts';
import {
  type Polarity,
  readingAid,
} from '../../../../src/reports/figures/domain/kpi-reading-aid.ts';
import { parseKpiValue } from '../../../../src/reports/figures/domain/kpi-value.ts';

type Row = { number: number; baseline: string; performance: string; direction: string };

const rows = readFileSync(
  join(import.meta.dirname, '../../../../prisma/plan/oxfordshire/kpis.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line): Row => JSON.parse(line));

describe('the published arrows', () => {
  const printed = rows.filter(({ direction }) => publishedDirection(direction) !== null);

  it('are twenty', () => {
    expect(printed).toHaveLength(20);
  });

  it.each(printed)('KPI $number: $direction agrees with the figures', (row) => {
    const computed = computeDirection(parseKpiValue(row.baseline), parseKpiValue(row.performance));

    expect(computed).toEqual({
      kind: 'comparable',
      direction: publishedDirection(row.direction),
    });
  });

  it('say nothing in a dash or a blank, though most of those figures moved', () => {
    const silent = rows.filter(({ direction }) => publishedDirection(direction) === null);
    const moved = silent.filter(({ baseline, performance }) => {
      const computed = computeDirection(parseKpiValue(baseline), parseKpiValue(performance));
      return computed.kind === 'comparable' && computed.direction !== 'same';
    });

    expect(silent).toHaveLength(9);
    expect(moved.map(({ number }) => number)).toEqual([1, 13, 18, 19, 20, 22]);
  });
});

describe('computeDirection', () => {
  it.each([
    ['8.61%', '7.47%', 'fell'],
    ['45.30%', '50.3%', 'rose'],
    ['3%', '3.0%', 'same'],
    ['0.3%', '0.30%', 'same'],
    ['-5%', '-3%', 'rose'],
    ['14 of 20', '15 of 20', 'rose'],
    ['14 of 20', '14 of 28', 'fell'],
    ['42', '38 young people', 'fell'],
    ['£1.2m', '£900k', 'fell'],
    ['101 active appeals (June 2023)', '186 active appeals (June 2024)', 'rose'],
    ['8%', 'Data not available', 'missing'],
    ['-', '8%', 'missing'],
    ['1.234', '8%', 'unreadable'],
    ['<5', '4', 'inexact'],
    ['8%', '8', 'units'],
    ['6 weeks', '42 days', 'units'],
    ['14 of 20', '14', 'units'],
    ['8% (2023)', '8% (May 2024)', 'periods'],
  ])('from %s to %s: %s', (before, after, expected) => {
    const computed = computeDirection(parseKpiValue(before), parseKpiValue(after));

    expect(computed.kind === 'comparable' ? computed.direction : computed.why).toBe(expected);
  });
});

describe('readingAid', () => {
  const footnote = (text: string) => [{ marker: '*', text }];

  it.each<[string, string, Polarity, string, string[]]>([
    ['20%', '24%', 'up-is-good', 'better', []],
    ['20%', '24%', 'up-is-bad', 'worse', []],
    ['24%', '20%', 'up-is-good', 'worse', []],
    ['24%', '20%', 'up-is-bad', 'better', []],
    ['20%', '24%', 'undecided', 'unclear', ['polarity-undecided']],
    ['20%', '24%', 'neutral', 'unclear', ['polarity-neutral']],
    ['3%', '3%', 'undecided', 'no-change', []],
    ['8.61% (331)', '7.47% (337)', 'up-is-bad', 'unclear', ['rate-and-count']],
    ['8.61% (331)', '7.47% (320)', 'up-is-bad', 'better', []],
    [
      ...(['34.40% of 61 EHCPs', '24.80% of 226 EHCPs', 'up-is-good', 'unclear'] as const),
      ['denominator'],
    ],
    ['34.40% of 61 EHCPs', '24.80% of 64 EHCPs', 'up-is-good', 'worse', []],
    ['c.40%', '45%', 'up-is-good', 'unclear', ['approximate']],
    ['40%', '45% [p]', 'up-is-good', 'unclear', ['interim']],
    ['40%', '45% [b]', 'up-is-good', 'unclear', ['break-in-series']],
    ['Data not available', '12%', 'up-is-bad', 'not-comparable', ['missing']],
    ['<5', '12', 'up-is-bad', 'not-comparable', ['inexact']],
    ['12%', '12', 'up-is-bad', 'not-comparable', ['units']],
  ])('from %s to %s, %s: %s', (before, after, polarity, verdict, why) => {
    const aid = readingAid({
      ...{ before: parseKpiValue(before), after: parseKpiValue(after), polarity, footnotes: [] },
    });

    expect(aid.verdict).toBe(verdict);
    expect(aid.reasons.map((reason) => reason.why)).toEqual(why);
  });

  it('says neither better nor worse of interim figures, and gives the footnote', () => {
    const aid = readingAid({
      ...{ before: parseKpiValue('231 days'), after: parseKpiValue('196 days') },
      ...{ polarity: 'up-is-bad', footnotes: footnote('Interim figures whilst …') },
    });

    expect(aid).toMatchObject({
      verdict: 'unclear',
      reasons: [{ why: 'interim', says: 'Interim figures whilst …' }],
    });
  });

  it('lets another footnote stand beside the verdict', () => {
    const aid = readingAid({
      ...{ before: parseKpiValue('101'), after: parseKpiValue('186') },
      ...{ polarity: 'up-is-bad', footnotes: footnote('Partly impacted by …') },
    });

    expect(aid).toMatchObject({ verdict: 'worse', reasons: [{ why: 'footnote', marker: '*' }] });
  });

  it('gives every reason, not the first', () => {
    const aid = readingAid({
      ...{ before: parseKpiValue('8.61% (331)'), after: parseKpiValue('c.7% (337)') },
      ...{ polarity: 'undecided', footnotes: footnote('Provisional') },
    });

    expect(aid.reasons.map(({ why }) => why)).toEqual([
      ...['rate-and-count', 'approximate', 'interim', 'polarity-undecided'],
    ]);
  });
});
