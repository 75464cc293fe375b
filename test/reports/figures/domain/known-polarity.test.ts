// Which indicators are known, and that nothing is proposed where a name leaves open which way is wanted.
import { expect, it } from 'vitest';
import { proposedPolarity } from '../../../../src/reports/figures/domain/known-polarity.ts';

it.each([
  ['EHCP suspensions – all schools', 'up-is-bad'],
  ['Permanent exclusions per 10,000', 'up-is-bad'],
  ['Persistent absence, primary', 'up-is-bad'],
  ['Attendance of pupils with a plan', 'up-is-good'],
  ['Young people who are NEET', 'up-is-bad'],
  ['EHCPs completed within 20 weeks', 'up-is-good'],
  ['Annual reviews completed within statutory timeframes', 'up-is-good'],
  ['Key stage 4 (Attainment 8)', 'up-is-good'],
  ['Median wait time for CYP referred to Physiotherapy', 'up-is-bad'],
])('proposes for “%s” that %s, with the source', (name, polarity) => {
  expect(proposedPolarity(name)).toMatchObject({ polarity, source: expect.stringMatching(/\w/) });
});

it.each([
  'Reduction in permanent exclusions for SEN learners',
  'Number of pupils with EHCP in Oxfordshire',
  'Proportion of children with EHCPs in mainstream',
  'Increase in the % of EHCNAs agreed',
  'Number of tribunals',
  'Reintegration timetables',
])('proposes nothing for “%s”', (name) => {
  expect(proposedPolarity(name)).toBeNull();
});
