// A target and what the latest figure makes of it.
import { describe, expect, it } from 'vitest';
import { type Target, targetRag } from '../../src/domain/kpi-target.ts';
import { readKpiValue } from '../../src/domain/kpi-value.ts';

const atMost = (raw: string, tolerance: string | null = null): Target => ({
  ...{ sense: 'at-most', raw, tolerance, state: 'agreed' },
});
const atLeast = (raw: string, tolerance: string | null = null): Target => ({
  ...atMost(raw, tolerance),
  sense: 'at-least',
});

describe('targetRag', () => {
  it.each<[string, Target, string, string]>([
    ['at most 5%', atMost('5%'), '5%', 'green'],
    ['at most 5%', atMost('5%'), '5.00%', 'green'],
    ['at most 5%', atMost('5%'), '5.01%', 'red'],
    ['at most 5%, 1', atMost('5%', '1'), '6%', 'amber'],
    ['at most 5%, 1', atMost('5%', '1'), '6.1%', 'red'],
    ['at most 5%, 0.1', atMost('5%', '0.1'), '5.1%', 'amber'],
    ['at most 0.2%, 0.1', atMost('0.2%', '0.1'), '0.3%', 'amber'],
    ['at most 5%, 1 point', atMost('5%', '1 percentage point'), '5.5%', 'amber'],
    ['at least 90%', atLeast('90%'), '90.0%', 'green'],
    ['at least 90%', atLeast('90%'), '89.9%', 'red'],
    ['at least 90%, 5', atLeast('90%', '5'), '85%', 'amber'],
    ['at most 126 days', atMost('126 days'), '378 days (May 2024)', 'red'],
    ['at most 300', atMost('300'), '338', 'red'],
    ['at least 18 of 20', atLeast('18 of 20'), '27 of 30', 'green'],
    ['at most 5%', atMost('5%'), 'Data not available', 'no-figure'],
    ['at most 5%', atMost('5%'), '1.234%', 'no-figure'],
    ['at most 5%', atMost('5%'), '331', 'units'],
    ['at most 6 weeks', atMost('6 weeks'), '42 days', 'units'],
    ['at most 10', atMost('10'), '<5', 'inexact'],
  ])('%s: %s %s is %s', (_name, target, latest, expected) => {
    const reading = targetRag(target, readKpiValue(latest));

    expect(reading.rag === 'grey' ? reading.why : reading.rag).toBe(expected);
  });

  it('colours nothing while it is a draft, or none', () => {
    const draft: Target = { ...atMost('5%'), state: 'draft' };

    expect(targetRag(draft, readKpiValue('4%'))).toEqual({ rag: 'grey', why: 'draft' });
    expect(targetRag(null, readKpiValue('4%'))).toEqual({ rag: 'grey', why: 'no-target' });
  });

  it('counts when it is signed off as when it is agreed', () => {
    const signedOff: Target = { ...atMost('5%'), state: 'signed-off' };

    expect(targetRag(signedOff, readKpiValue('4%'))).toEqual({ rag: 'green' });
  });
});
