// What the reader makes of values as they are published: right, misread or refused, kind by kind. The table was written
// from what the words mean, before the rules.
import { describe, expect, it } from 'vitest';
import { type KpiValue, parseKpiValue } from '../../../../src/reports/figures/domain/kpi-value.ts';
import { collected, ofTheSameKinds, type Published } from './kpi-values.published.ts';

const all = [...collected, ...ofTheSameKinds];

describe('values as they are published', () => {
  it('are the 131 collected ones and at least 250 others, each once', () => {
    const texts = all.map(([, raw]) => raw);

    expect(collected).toHaveLength(131);
    expect(ofTheSameKinds.length).toBeGreaterThanOrEqual(250);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  it('are counted right, misread or refused, kind by kind', () => {
    const kinds = new Map<string, { right: number; misread: number; refused: number }>();
    for (const value of all) {
      const counts = kinds.get(value[0]) ?? { right: 0, misread: 0, refused: 0 };
      counts[outcomeOf(value)]++;
      kinds.set(value[0], counts);
    }

    console.table(Object.fromEntries(kinds));
    expect(
      [...kinds.values()].reduce((sum, one) => sum + one.right + one.misread + one.refused, 0),
    ).toBe(all.length);
  });
});

/** `refused`: it need not have been. */
function outcomeOf([, raw, expected]: Published): 'right' | 'misread' | 'refused' {
  const read = labelText(parseKpiValue(raw));
  if (read === expected) return 'right';
  return read === 'refused' ? 'refused' : 'misread';
}

/** A reading in the notation of the table. */
function labelText(value: KpiValue): string {
  if (value.kind === 'missing') return `missing ${value.reason}`;
  if (value.kind === 'unreadable') return 'refused';
  const { unit, words, count, rate, denominator, denominatorWords } = value;
  const { change, period, qualifiers, remarks, marks } = value;
  return [
    `${value.value} ${unit}`,
    ...(words === null ? [] : [`words ${words}`]),
    ...(denominator || denominatorWords
      ? [
          [unit === 'ratio' ? 'to' : 'of', denominator?.value, denominatorWords]
            .filter((part) => part !== undefined && part !== null)
            .join(' '),
        ]
      : []),
    ...(count ? [`count ${count.text}`] : []),
    ...(rate ? [`rate ${rate.text}`] : []),
    ...(change ? [`change ${change.text}`] : []),
    ...(period ? [`period ${period.text}`] : []),
    ...qualifiers,
    ...remarks.map((remark) => `remark ${remark}`),
    ...(marks.length > 0 ? [`mark ${marks.join(' ')}`] : []),
  ].join('; ');
}
