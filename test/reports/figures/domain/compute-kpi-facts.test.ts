// What a KPI's record makes of its figures: which is the newest, where the way to a target began, and the line that is
// drawn of them.
import { describe, expect, it } from 'vitest';
import { chartRows } from '../../../../src/core/message/messages/chart-data.ts';
import { computeKpiFacts } from '../../../../src/reports/figures/domain/compute-kpi-facts.ts';
import type {
  KpiRecord,
  Observation,
  TargetFacts,
  Who,
} from '../../../../src/reports/figures/domain/kpi-facts.ts';
import { newestFigures } from '../../../../src/reports/figures/messages/kpi-newest.ts';
import { kpiTrend } from '../../../../src/reports/figures/messages/kpi-trend.ts';
import { at, day } from '../../../support/rules/builders.ts';

const ben: Who = { id: 'ben', name: 'Ben Example', organisation: 'Example Council' };
const published = (column: Observation['column'], raw: string): Observation => ({
  ...{ id: column, column, ordinal: 1, raw, period: null, by: null },
  recordedAt: at('2024-06-03T09:00'),
});
const typed = (raw: string, period: string, on: string): Observation => ({
  ...{ id: `${raw} ${period}`, column: 'performance', ordinal: 2, raw, period, by: ben },
  recordedAt: at(on),
});
const target: TargetFacts = {
  ...{ id: 'target', sense: 'at-most', raw: '5%', tolerance: null, state: 'agreed' },
  ...{ dueText: 'July 2025', dueOn: day('2025-07-31') },
  ...{ proposedBy: ben, proposedAt: at('2024-07-01T10:00'), agreedBy: ben },
  ...{ signedOffBy: null, meeting: null },
};

function kpi(figures: readonly Observation[], targets: readonly TargetFacts[] = []): KpiRecord {
  return {
    ...{ id: 'kpi', number: 12, name: 'Suspensions', example: false, owner: null },
    theme: { id: 'theme', kind: 'theme', number: 1, name: 'Right support' },
    publishedDirection: '↓',
    headers: { baseline: 'Baseline (July 2022)', performance: 'Current (2023)' },
    observations: [...[published('baseline', '9%'), published('performance', '8%')], ...figures],
    ...{
      comparators: [],
      trajectory: [],
      headerSources: [],
      planPolarity: 'undecided',
      polarities: [],
      targets,
      comments: [],
    },
    ...{ footnotes: [], sources: [] },
  };
}

const standing = (figures: readonly Observation[], today: string, one = target) => {
  const { rag } = computeKpiFacts(kpi(figures, [one]), day(today));
  return rag.rag === 'grey' ? rag.why : rag.says;
};

describe('the newest figure', () => {
  it.each<[string, readonly Observation[], string]>([
    ['the published one', [], '8%'],
    ['one of a later period', [typed('7%', 'Q1 2024', '2024-07-01T10:00')], '7%'],
    ['not one of an earlier period', [typed('9.5%', '2021/22', '2024-07-01T10:00')], '8%'],
    [
      'the later of two of a period',
      [typed('7%', '2024', '2024-07-01T10:00'), typed('7.2%', '2024', '2024-07-02T10:00')],
      '7.2%',
    ],
  ])('is %s', (_name, figures, expected) => {
    expect(computeKpiFacts(kpi(figures), day('2024-08-01')).latest?.raw).toBe(expected);
  });

  it('stands beside the published table where it is newer, or a target is in force', () => {
    const read = (one: KpiRecord) => newestFigures([computeKpiFacts(one, day('2024-08-01'))]);

    expect(read(kpi([]))).toEqual([]);
    expect(read(kpi([], [{ ...target, state: 'draft' }]))).toEqual([]);
    expect(read(kpi([], [target]))).toMatchObject([{ figure: '8% (as published)' }]);
    expect(read(kpi([typed('7%', 'Q1 2024', '2024-07-01T10:00')]))).toEqual([
      {
        ...{ kpi: '12 Suspensions', figure: '7%, Q1 2024', target: 'none' },
        reading: expect.stringMatching(/^Not comparable|^Unclear/),
      },
    ]);
  });
});

describe('where the way to a target began', () => {
  it.each<[string, readonly Observation[], string]>([
    ['nothing since', [], 'too-early'],
    ['a figure since', [typed('9%', 'Q3 2024', '2024-10-01T10:00')], 'off-course'],
    ['one of before the target', [typed('8.5%', 'Q1 2024', '2024-06-20T10:00')], 'too-early'],
    [
      'recorded at the very moment of the target: after it',
      [typed('9%', 'Q2 2024', '2024-07-01T10:00')],
      'off-course',
    ],
    [
      'put right since, for the same period',
      [typed('8.8%', '2023', '2024-08-01T10:00')],
      'too-early',
    ],
    [
      // From 12% instead of 8%, 9% after a year of two is on the line.
      'put right since, and then measured',
      [typed('12%', '2023', '2024-08-01T10:00'), typed('8%', 'Q3 2024', '2024-10-01T10:00')],
      'on-course',
    ],
  ])('%s', (_name, figures, expected) => {
    expect(standing(figures, '2024-10-07')).toBe(expected);
  });

  it('is the first figure where there was none', () => {
    const none = [published('baseline', 'Data not available')];
    const one = typed('9%', 'Q3 2024', '2024-10-01T10:00');
    const more = typed('9%', 'Q4 2024', '2025-01-02T10:00');
    const read = (figures: readonly Observation[]) => {
      const record = { ...kpi([], [target]), observations: [...none, ...figures] };
      const { rag } = computeKpiFacts(record, day('2025-01-06'));
      return rag.rag === 'grey' ? rag.why : rag.says;
    };

    expect([read([one]), read([one, more])]).toEqual(['too-early', 'off-course']);
  });

  it('is judged by the day that is asked for', () => {
    const figures = [typed('9%', 'Q3 2024', '2024-10-01T10:00')];

    expect(standing(figures, '2025-07-31')).toBe('off-course');
    expect(standing(figures, '2025-08-01')).toBe('missed');
    expect(standing([], '2024-07-01', { ...target, dueOn: null, dueText: null })).toBe('missed');
  });
});

describe('the line of a KPI', () => {
  const figures = [
    typed('7%', 'Q1 2024', '2024-07-01T10:00'),
    typed('9.5%', '2021', '2024-07-02T10:00'),
    typed('7.2%', 'Q1 2024', '2024-07-03T10:00'),
  ];

  it('goes by periods, the newest figure last, and has one point for each', () => {
    const trend = kpiTrend(computeKpiFacts(kpi(figures, [target]), day('2024-08-01')));

    expect(trend?.points.map(({ raw }) => raw)).toEqual(['9.5%', '9%', '8%', '7.2%']);
  });

  it('draws the target with its date and how it stands, also where it is too early to say', () => {
    const read = (record: KpiRecord, today: string) =>
      kpiTrend(computeKpiFacts(record, day(today)));
    const early = read(kpi([], [target]), '2024-08-01');
    const after = read(kpi(figures, [target]), '2025-08-01');

    expect(early?.target).toEqual({
      ...{ value: 5, raw: '5%', sense: 'at-most', by: 'July 2025', stands: 'too early to say' },
    });
    expect(after?.target?.stands).toBe('missed');
    expect(early && chartRows(early).rows.at(-1)).toEqual([
      ...['Target: at most', '5%, by July 2025: too early to say'],
    ]);
    expect(early?.alt).toContain('nobody has decided whether a rise is good');
  });

  it('draws no target that is a draft', () => {
    const draft = { ...target, state: 'draft' } as const;

    expect(
      kpiTrend(computeKpiFacts(kpi(figures, [draft]), day('2024-08-01')))?.target,
    ).toBeUndefined();
  });
});
