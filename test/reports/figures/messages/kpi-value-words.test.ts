// How a cell that was read is told: with its unit and the words beside it, and nothing made of a remark.
import { expect, it } from 'vitest';
import { parseKpiValue } from '../../../../src/reports/figures/domain/kpi-value.ts';
import {
  problemText,
  readingText,
} from '../../../../src/reports/figures/messages/kpi-value-words.ts';

it.each([
  ['51.7 per 10,000 children', '51.7 per 10,000 children'],
  ['£26,320 underspend', '26,320 pounds underspend'],
  ['137 days after referral', '137 days after referral'],
  ['92.4% YTD', '92.4 per cent YTD'],
  ['1 in 6', '1 in 6'],
  ['4-5 years', '4 to 5 years'],
  ['(£12.4m)', '-12,400,000 pounds'],
  ['92.0% (<18 weeks)', '92.0 per cent; with the remark “<18 weeks”'],
  ['54% (n = 1,226)', '54 per cent; based on 1,226'],
  ['49.1% v 45.9% nationally', '49.1 per cent; compared with: “v 45.9% nationally”'],
  ['25.9% (95% CI 25.1–26.7)', '25.9 per cent; between 25.1 and 26.7 (95% CI)'],
])('tells %j as “%s”', (raw, words) => {
  expect(readingText(parseKpiValue(raw))).toBe(words);
});

it.each([
  'G',
  'None',
  '(3.2%)',
  '12.4m',
  '10:30',
  '8/10',
  '45% (21/22)',
  '53.7% (1)',
  'up 12%',
  '#REF!',
])('says of %j what to write instead', (raw) => {
  const read = parseKpiValue(raw);

  expect(read.kind === 'unreadable' && problemText(read.problem)).toMatch(/\bWrite\b/);
});
