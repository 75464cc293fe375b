// What the reader makes of values as they are published: right, misread or refused, kind by kind. The table was written
// from what the words mean, before the rules.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KpiValue, parseKpiValue } from '../../../../src/reports/figures/domain/kpi-value.ts';
import { waysOut } from '../../../../src/reports/figures/domain/kpi-ways-out.ts';
import { collected, ofTheSameKinds, type Published } from './kpi-values.published.ts';

const all = [...collected, ...ofTheSameKinds];

describe('values as they are published', () => {
  it.each(all)('%s: reads %j as %j', (_kind, raw, expected) => {
    expect(labelText(parseKpiValue(raw))).toBe(expected);
  });

  it('are the 131 collected ones and at least 250 others, each once', () => {
    const texts = all.map(([, raw]) => raw);

    expect(collected).toHaveLength(131);
    expect(ofTheSameKinds.length).toBeGreaterThanOrEqual(250);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  it('are counted right, misread or refused, kind by kind', () => {
    const kinds = new Map<string, Counts>();
    for (const value of all) {
      const counts = kinds.get(value[0]) ?? { right: 0, misread: 0, refused: 0 };
      counts[outcomeOf(value)]++;
      kinds.set(value[0], counts);
    }

    console.table(Object.fromEntries(kinds));
    expect([...kinds].filter(([, { misread }]) => misread > 0)).toEqual([]);
    expect(collected.filter((value) => outcomeOf(value) === 'right').length).toBeGreaterThanOrEqual(
      110,
    );
  });

  it('say what to type instead where they are refused, and every such line reads', () => {
    for (const [, raw] of all) {
      const read = parseKpiValue(raw);
      if (read.kind !== 'unreadable') continue;
      const ways = waysOut(raw, read.problem);
      expect(
        ways
          .map((way) => [way, parseKpiValue(way).kind])
          .filter(([, kind]) => kind === 'unreadable'),
      ).toEqual([]);
      expect(ways.length <= 3 && !ways.includes(raw)).toBe(true);
    }
  });

  it.each([
    ['8,000 6.3%', ['8,000 (6.3%)', '6.3% (8,000)']],
    ['53.7%1', ['53.7% [1]']],
    ['53.7% (1)', ['53.7% [1]']],
    ['27 (22-23)', ['27 (2022/23)', '27 (range 22 to 23)']],
    ['8/10', ['8 of 10']],
    ['(3.2%)', ['-3.2%', '3.2%']],
    ['None', ['0', 'Data not available', 'Not applicable']],
    ['No complaints', ['0 complaints', 'Data not available', 'Not applicable']],
    ['12,34', ['1,234', '12.34']],
    ['1.234', ['1,234', '1.23']],
    ['12.4m', ['12.4 million', '12.4 months', '£12.4m']],
    ['45% (21/22)', ['45% (2021/22)', '45% (21 of 22)']],
    ['10% to 20%', ['10-20%', '20% (was 10%)']],
    ['1 to 12', ['1-12', '1:12', '12 (was 1)']],
    ['Red (45%)', ['45%', 'Data not available']],
    ['45% (46%)', ['45% (England 46%)', '45% (target 46%)', '45% (was 46%)']],
    ['4O%', ['40%']],
    ['#DIV/0!', ['Data not available']],
  ])('offers for %j: %j', (raw, ways) => {
    const read = parseKpiValue(raw);

    expect(read.kind === 'unreadable' && waysOut(raw, read.problem)).toEqual(ways);
  });

  it('keep every digit of a remark out of the figure, its count, its whole and its period', () => {
    const word = fc.constantFrom(
      ...['Year', 'week', 'table', 'SEN', 'within', 'ages', 'from', 'academic', 'May', 'level'],
      ...['excludes', 'cases', 'rank', 'of', 'to', 'before', 'target', 'pupils', 'weeks', '<', '%'],
    );
    const digits = fc.constantFrom('2', '6', '12', '21/22', '16-17', '2023', '1,234', '3.5', '52+');
    const remark = fc
      .tuple(
        fc.constantFrom('see', 'excluding', 'except for'),
        fc.array(fc.oneof(word, digits), { minLength: 1, maxLength: 6 }),
      )
      .map(([first, rest]) => [first, ...rest].join(' '));
    fc.assert(
      fc.property(
        remark,
        fc.constantFrom('45%', '45', '45 days', '45 per 10,000'),
        (said, figure) => {
          const read = parseKpiValue(`${figure} (${said})`);
          if (read.kind === 'unreadable') return;
          expect(read).toMatchObject({
            ...{
              kind: 'figure',
              value: 45,
              count: null,
              rate: null,
              denominator: null,
              base: null,
            },
            ...{ period: null, change: null, interval: null, upTo: null, against: [] },
            remarks: [said],
          });
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

type Counts = { right: number; misread: number; refused: number };

/** `refused`: it need not have been. */
function outcomeOf([, raw, expected]: Published): keyof Counts {
  const read = labelText(parseKpiValue(raw));
  if (read === expected) return 'right';
  return read === 'refused' ? 'refused' : 'misread';
}

/** A reading in the notation of the table. */
function labelText(value: KpiValue): string {
  if (value.kind === 'missing') return `missing ${value.reason}`;
  if (value.kind === 'unreadable') return 'refused';
  const { unit, words, count, countWords, rate, denominator, denominatorWords, per } = value;
  const { change, period, interval, qualifiers, remarks, marks, beside } = value;
  const join = (...parts: readonly unknown[]) =>
    parts.filter((part) => part !== undefined && part !== null && part !== '').join(' ');
  return [
    `${value.value} ${unit}`,
    words !== null && `words ${words}`,
    per && join('per', per.value, value.perWords),
    (denominator ?? denominatorWords) !== null &&
      join(unit === 'ratio' ? 'to' : 'of', denominator?.value, denominatorWords),
    value.base && join('base', value.base.value, value.baseWords),
    count && join('count', count.text, countWords),
    rate && `rate ${rate.text}`,
    value.upTo !== null && `range to ${value.upTo}`,
    interval &&
      join(
        'interval',
        interval.margin
          ? `± ${interval.margin.text}`
          : `${interval.low?.text} to ${interval.high?.text}`,
        interval.says,
      ),
    ...(['target', 'previous', 'comparator'] as const).flatMap((kind) =>
      value.against
        .filter((one) => one.kind === kind)
        .map((one) =>
          join(kind, kind === 'comparator' ? one.who : '', ...one.qualifiers, one.value, one.unit),
        ),
    ),
    change && `change ${change.text}`,
    period && `period ${period.text}`,
    ...qualifiers,
    beside.length > 0 && `beside ${beside.join(' ')}`,
    ...remarks.map((remark) => `remark ${remark}`),
    marks.length > 0 && `mark ${marks.join(' ')}`,
  ]
    .filter((part) => part !== null && part !== false)
    .join('; ');
}
