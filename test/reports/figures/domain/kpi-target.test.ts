// What a target makes of a figure: before its date, after it, without one; and where nothing can be said of it.
import { describe, expect, it } from 'vitest';
import {
  asksWhy,
  judgeTarget,
  type Measured,
  type Target,
} from '../../../../src/reports/figures/domain/kpi-target.ts';
import { parseKpiValue } from '../../../../src/reports/figures/domain/kpi-value.ts';
import { day } from '../../../support/rules/builders.ts';

const atMost = (raw: string, tolerance: string | null = null): Target => ({
  ...{ sense: 'at-most', raw, tolerance, state: 'agreed', dueOn: null },
});
const atLeast = (raw: string, tolerance: string | null = null): Target => ({
  ...atMost(raw, tolerance),
  sense: 'at-least',
});
const measured = (raw: string, until: string | null = null): Measured => ({
  value: parseKpiValue(raw),
  until: until === null ? null : day(until),
});
type Way = readonly (readonly [raw: string, until: string])[];
const judged = (
  target: Target | null,
  latest: Measured,
  start: Measured | null,
  today: string,
  planned: Way = [],
) => {
  const way = planned.map(([raw, until]) => ({ value: parseKpiValue(raw), until: day(until) }));
  const reading = judgeTarget(target, { latest, start, way }, day(today));
  return reading.rag === 'grey' ? `grey ${reading.why}` : `${reading.rag} ${reading.says}`;
};

describe('a target without a date', () => {
  it.each<[string, Target, string, string]>([
    ['at most 5%', atMost('5%'), '5%', 'green met'],
    ['at most 5%', atMost('5%'), '5.00%', 'green met'],
    ['at most 5%', atMost('5%'), '5.01%', 'red missed'],
    ['at most 5%, 1', atMost('5%', '1'), '6%', 'amber within-tolerance'],
    ['at most 5%, 1', atMost('5%', '1'), '6.1%', 'red missed'],
    ['at most 5%, 0.1', atMost('5%', '0.1'), '5.1%', 'amber within-tolerance'],
    ['at most 0.2%, 0.1', atMost('0.2%', '0.1'), '0.3%', 'amber within-tolerance'],
    ['at most 5%, 1 point', atMost('5%', '1 percentage point'), '5.5%', 'amber within-tolerance'],
    ['at least 90%', atLeast('90%'), '90.0%', 'green met'],
    ['at least 90%', atLeast('90%'), '89.9%', 'red missed'],
    ['at least 90%, 5', atLeast('90%', '5'), '85%', 'amber within-tolerance'],
    ['at most 126 days', atMost('126 days'), '378 days (May 2024)', 'red missed'],
    ['at most 300', atMost('300'), '338', 'red missed'],
    ['at least 18 of 20', atLeast('18 of 20'), '27 of 30', 'green met'],
    ['at most 5%', atMost('5%'), 'Data not available', 'grey no-figure'],
    ['at most 5%', atMost('5%'), '1.234%', 'grey no-figure'],
    ['at most 5%', atMost('5%'), '331', 'grey units'],
    ['at most 6 weeks', atMost('6 weeks'), '42 days', 'grey units'],
    ['at most 10', atMost('10'), '<5', 'grey inexact'],
  ])('%s: %s %s is %s', (_name, target, latest, expected) => {
    expect(judged(target, measured(latest), null, '2024-07-01')).toBe(expected);
  });

  it('is not judged while it is a draft, or none', () => {
    const draft: Target = { ...atMost('5%'), state: 'draft' };

    expect(judged(draft, measured('4%'), null, '2024-07-01')).toBe('grey draft');
    expect(judged(null, measured('4%'), null, '2024-07-01')).toBe('grey no-target');
    expect(
      judgeTarget(atMost('5%'), { latest: null, start: null, way: [] }, day('2024-07-01')),
    ).toEqual({
      ...{ rag: 'grey', why: 'no-figure' },
    });
  });

  it('counts when it is signed off as when it is agreed', () => {
    const signedOff: Target = { ...atMost('5%'), state: 'signed-off' };

    expect(judged(signedOff, measured('4%'), null, '2024-07-01')).toBe('green met');
  });
});

describe('a target with a date', () => {
  const byJuly: Target = { ...atMost('5%'), dueOn: day('2025-07-31') };
  const start = measured('9%', '2024-07-31');

  it.each<[string, Target, Measured, Measured | null, string, string]>([
    ['no figure came since', byJuly, start, start, '2024-09-01', 'grey too-early'],
    ['none came, the day is here', byJuly, start, start, '2025-07-31', 'grey too-early'],
    [
      'one of an earlier period',
      byJuly,
      measured('12%', '2024-03-31'),
      start,
      '2024-09-01',
      'grey too-early',
    ],
    ['of no known period', byJuly, measured('12%'), start, '2024-09-01', 'grey too-early'],
    [
      'nothing to begin from',
      byJuly,
      measured('12%', '2024-12-31'),
      null,
      '2025-01-05',
      'grey too-early',
    ],
    [
      'begun with another unit',
      byJuly,
      measured('8%', '2024-12-31'),
      measured('331', '2024-07-31'),
      '2025-01-05',
      'grey too-early',
    ],
    [
      'half-way in half the time',
      byJuly,
      measured('7%', '2025-01-29'),
      start,
      '2025-02-05',
      'green on-course',
    ],
    [
      'behind the line',
      byJuly,
      measured('8%', '2025-01-31'),
      start,
      '2025-02-05',
      'amber off-course',
    ],
    [
      'behind by its tolerance',
      { ...byJuly, tolerance: '1' },
      measured('8%', '2025-01-29'),
      start,
      '2025-02-05',
      'green on-course',
    ],
    [
      'worse than it began',
      byJuly,
      measured('9.5%', '2025-01-31'),
      start,
      '2025-02-05',
      'amber off-course',
    ],
    [
      'reached before its time',
      byJuly,
      measured('5%', '2024-10-31'),
      start,
      '2024-11-05',
      'green on-course',
    ],
    [
      'reached before anything was measured',
      byJuly,
      measured('4%', '2024-07-31'),
      measured('4%', '2024-07-31'),
      '2024-11-05',
      'green on-course',
    ],
    [
      'was reached, and is lost',
      byJuly,
      measured('5.2%', '2025-01-31'),
      measured('4%', '2024-07-31'),
      '2025-02-05',
      'amber off-course',
    ],
    [
      'a period that ends after the date',
      byJuly,
      measured('5.1%', '2025-12-31'),
      start,
      '2025-07-31',
      'amber off-course',
    ],
    [
      'at least, on the way',
      { ...atLeast('90%'), dueOn: day('2025-07-31') },
      measured('80%', '2025-01-29'),
      measured('70%', '2024-07-31'),
      '2025-02-05',
      'green on-course',
    ],
    [
      'at least, behind',
      { ...atLeast('90%'), dueOn: day('2025-07-31') },
      measured('75%', '2025-01-31'),
      measured('70%', '2024-07-31'),
      '2025-02-05',
      'amber off-course',
    ],
    [
      'the last day is no miss',
      byJuly,
      measured('6%', '2025-06-30'),
      start,
      '2025-07-31',
      'amber off-course',
    ],
    [
      'the day after it is',
      byJuly,
      measured('6%', '2025-06-30'),
      start,
      '2025-08-01',
      'red missed',
    ],
    ['met the day after', byJuly, measured('5%', '2025-07-31'), start, '2025-08-01', 'green met'],
    [
      'within tolerance after',
      { ...byJuly, tolerance: '1' },
      measured('6%', '2025-07-31'),
      start,
      '2025-08-01',
      'amber within-tolerance',
    ],
    [
      'a draft before its date',
      { ...byJuly, state: 'draft' },
      measured('9.5%', '2025-01-31'),
      start,
      '2025-02-05',
      'grey draft',
    ],
    [
      'no data before its date',
      byJuly,
      measured('Data not available', '2025-01-31'),
      start,
      '2025-02-05',
      'grey no-figure',
    ],
  ])('%s', (_name, target, latest, began, today, expected) => {
    expect(judged(target, latest, began, today)).toBe(expected);
  });

  it.each([
    ['2025-06-30', true],
    ['2025-07-31', undefined],
    ['2025-12-31', undefined],
  ])('says after its date whether its figure, of %s, is from before it', (until, expected) => {
    const reading = judgeTarget(
      byJuly,
      { latest: measured('6%', until), start, way: [] },
      day('2026-01-05'),
    );

    expect(reading).toEqual({
      ...{ rag: 'red', says: 'missed' },
      ...(expected && { noFigureSince: true }),
    });
  });

  it('asks why where it is missed or will be, and not while that is open', () => {
    const reading = (latest: Measured, today: string) =>
      asksWhy(judgeTarget(byJuly, { latest, start, way: [] }, day(today)));

    expect([
      reading(start, '2024-09-01'),
      reading(measured('9.5%', '2025-01-31'), '2025-02-05'),
      reading(measured('5%', '2025-01-31'), '2025-02-05'),
      reading(measured('9.5%', '2025-01-31'), '2025-08-05'),
    ]).toEqual([false, true, false, true]);
  });
});

describe('a target with a way to it', () => {
  const target = { ...atLeast('95%'), dueOn: day('2026-03-31') };
  const way: Way = [
    ['60%', '2025-06-30'],
    ['90%', '2025-12-31'],
  ];
  const start = measured('50%', '2025-03-31');

  it.each<[string, string, string, string]>([
    ['what was planned for its period', '60%', '2025-06-30', 'green on-course'],
    ['less than was planned for it', '59%', '2025-06-30', 'amber off-course'],
    // A straight line from 50% to 95% would have asked for 61.2%; the way asks for 60% and then for more.
    ['halfway between two points', '75%', '2025-09-30', 'green on-course'],
    ['less than halfway', '74%', '2025-09-30', 'amber off-course'],
    ['behind the last point', '92%', '2026-01-31', 'green on-course'],
    ['short behind the last point', '90%', '2026-01-31', 'amber off-course'],
    ['no later than it began', '50%', '2025-03-31', 'grey too-early'],
  ])('%s: %s of %s', (_what, raw, until, expected) => {
    expect(judged(target, measured(raw, until), start, '2026-02-10', way)).toBe(expected);
  });

  it('needs no figure that it began with', () => {
    const first = measured('60%', '2025-06-30');

    expect(judged(target, first, first, '2025-07-10', way)).toBe('green on-course');
    expect(judged(target, measured('58%', '2025-06-30'), null, '2025-07-10', way)).toBe(
      'amber off-course',
    );
    expect(judged(target, measured('58%', '2025-05-31'), null, '2025-07-10', way)).toBe(
      'grey too-early',
    );
  });

  it('counts no point in another unit, and none behind its date', () => {
    const odd: Way = [
      ['14 days', '2025-06-30'],
      ['99%', '2026-06-30'],
    ];

    expect(judged(target, measured('60%', '2025-06-30'), start, '2025-07-10', odd)).toBe(
      'amber off-course',
    );
    expect(judged(target, measured('62%', '2025-06-30'), start, '2025-07-10', odd)).toBe(
      'green on-course',
    );
  });
});
