// What does not fit in printed figures: each rule where it should speak, and where it has to be silent.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { KpiRecord } from '../../../../src/reports/figures/domain/kpi-facts.ts';
import { sanityNotes } from '../../../../src/reports/kpis/domain/kpi-sanity.ts';

const at = Temporal.Instant.from('2024-07-01T09:00:00Z');
const BASELINE = 'Baseline (July 2022)';
const PERFORMANCE = '2023 performance';

type Cells = {
  readonly name?: string;
  readonly baseline?: string;
  readonly performance?: string;
  readonly arrow?: string;
  readonly headers?: { readonly baseline: string; readonly performance: string };
};

function kpi(cells: Cells = {}): KpiRecord {
  const { name = 'A measure', baseline = '20%', performance = '24%', arrow = '↑' } = cells;
  const headers = cells.headers ?? { baseline: BASELINE, performance: PERFORMANCE };
  const cell = (column: 'baseline' | 'performance', raw: string) => ({
    ...{ id: column, column, ordinal: 1, raw, period: null, recordedAt: at, by: null },
  });
  return {
    ...{ id: 'kpi-7', number: 7, name, example: false, publishedDirection: arrow, owner: null },
    theme: { id: 'theme-1', kind: 'theme', number: 1, name: 'Right Support' },
    ...{ headers, headerSources: [{ document: 'Report', line: 3, text: headers.baseline }] },
    observations: [cell('baseline', baseline), cell('performance', performance)],
    ...{ comparators: [], trajectory: [] },
    ...{ planPolarity: 'undecided', polarities: [], targets: [], comments: [], footnotes: [] },
    sources: [{ document: 'Report', line: 9, text: name }],
  };
}

const rulesOf = (cells: Cells) => sanityNotes([kpi(cells)], []).map(({ rule }) => rule);

describe('sanityNotes of a KPI', () => {
  it('finds nothing in figures that fit', () => {
    expect(rulesOf({})).toEqual([]);
  });

  it.each<[string, Cells, string]>([
    [
      'percentage points called per cent',
      { baseline: '45.3%', performance: '50.3% (increase of 5% on previous year)' },
      'points-as-per-cent',
    ],
    [
      'a change that is another one',
      { baseline: '45.3%', performance: '50.3% (increase of 8% on previous year)' },
      'change-not-as-stated',
    ],
    [
      'a change that went the other way',
      { baseline: '45.3%', performance: '50.3% (decrease of 5% on previous year)' },
      'change-not-as-stated',
    ],
    ['a name of a reduction', { name: 'Reduction in suspensions' }, 'name-of-a-change'],
    ['a name of an increase', { name: 'Increase in the % agreed' }, 'name-of-a-change'],
    ['a late date', { performance: '24% (May 2024)' }, 'dated-after-column'],
    ['an early date', { baseline: '20% (in 2021)' }, 'dated-before-column'],
    [
      'a baseline within the period that it is the baseline of',
      { headers: { baseline: 'Baseline (July 2023)', performance: PERFORMANCE } },
      'columns-overlap',
    ],
    [
      'wholes that are unlike',
      { baseline: '20% of 61 plans', performance: '24% of 226 plans' },
      'denominator-changed',
    ],
    [
      'a rate against its count',
      { baseline: '20% (90)', performance: '24% (80)' },
      'rate-against-count',
    ],
    ['a score as per cent', { name: 'Key stage 4 (Attainment 8)' }, 'score-as-per-cent'],
    ['an arrow that is wrong', { arrow: '↓' }, 'arrow-disagrees'],
    ['a dash over figures that moved', { arrow: '-' }, 'arrow-not-printed'],
  ])('finds %s', (_name, cells, rule) => {
    expect(rulesOf(cells)).toEqual([rule]);
  });

  it.each<[string, Cells]>([
    ['points called points', { performance: '24% (up 4 percentage points)' }],
    ['a true per cent', { performance: '24% (increase of 20% on previous year)' }],
    ['what it was before', { performance: '24% (up from 20%)' }],
    [
      'a name of a reduction over changes',
      { name: 'Reduction in waits', baseline: '-4', performance: '-2' },
    ],
    ['a date of its column', { performance: '24% (May 2023)' }],
    ['wholes that are alike', { baseline: '20% of 61 plans', performance: '24% of 64 plans' }],
    ['a dash where nothing moved', { performance: '20%', arrow: '-' }],
    ['a dash where a figure is missing', { baseline: 'Data not available', arrow: '-' }],
  ])('is silent about %s', (_name, cells) => {
    expect(rulesOf(cells)).toEqual([]);
  });

  it('names the KPI and the line', () => {
    expect(sanityNotes([kpi({ arrow: '↓' })], [])).toEqual([
      {
        ...{ rule: 'arrow-disagrees', kpi: 7 },
        says: 'its arrow is “↓”, and it rose from 20% to 24%',
        source: { document: 'Report', line: 9, text: 'A measure' },
      },
    ]);
  });

  it('says of a table once what is true of its columns', () => {
    const headers = { baseline: 'Baseline (July 2023)', performance: PERFORMANCE };

    expect(sanityNotes([kpi({ headers }), kpi({ headers })], [])).toMatchObject([
      { rule: 'columns-overlap', kpi: null, source: { line: 3 } },
    ]);
  });
});

describe('sanityNotes of a statement', () => {
  const notes = (...figures: string[]) =>
    sanityNotes(
      [],
      [
        {
          ...{ heading: 'Outreach', figures },
          sources: figures.map((text, index) => ({ document: 'Report', line: index + 1, text })),
        },
      ],
    );

  it('finds parts that do not make their total', () => {
    expect(notes('188 referrals', '164 allocated', '23 signposted', '90%')).toEqual([
      {
        ...{ rule: 'parts-and-total', kpi: null },
        says: 'Outreach: 164 allocated and 23 signposted make 187, and 188 referrals are printed',
        source: { document: 'Report', line: 1, text: '188 referrals' },
      },
    ]);
  });

  it.each([
    ['parts that make it', ['188 referrals', '165 allocated', '23 signposted']],
    ['figures that are no parts of it', ['308 enquiries', '20 schools', '12 visits']],
    ['two counts', ['100 schools', '160 schools']],
    ['a total that is not exact', ['over 188 referrals', '164 allocated', '23 signposted']],
    ['no figures', []],
  ])('is silent about %s', (_name, figures) => {
    expect(notes(...figures)).toEqual([]);
  });
});
