// The short form of the simulation: a few partnerships live a school year. `npm run simulate` is the full one.
import { expect, it } from 'vitest';
import { addCounts, printCounts } from '../../bench/simulation/count-story.ts';
import { schoolYear } from '../../bench/simulation/setting.ts';
import { simulateOne } from '../../bench/simulation/simulate-one.ts';

const SEED = 5;
const size = { objectives: 24, ...schoolYear };

it('breaks no rule of the chase in a year of absences, moves and outages', {
  timeout: 120_000,
}, async () => {
  const lived = [];
  for (const number of [0, 1, 3]) lived.push(await simulateOne(SEED, number, size));

  const counts = addCounts(lived.map((one) => one.counts));
  console.log(printCounts(counts, SEED));
  expect(lived.flatMap(({ stories }) => stories)).toEqual([]);
  // A year in which nothing happens keeps every rule.
  for (const what of ['answered', 'away', 'cover-answered', 'snoozed', 'moved', 'down', 'left'])
    expect(counts[what], what).toBeGreaterThan(0);
  for (const step of ['open', 'nudge', 'last-call', 'due-today', 'overdue', 'roll-up', 'office'])
    expect(counts[`${step} sent`], step).toBeGreaterThan(20);
  for (const step of ['evidence-call', 'evidence-reminder', 'evidence-due'])
    expect(counts[`${step} sent`], step).toBeGreaterThan(5);
});

it('lives the same year again for the same seed, and another one for another', {
  timeout: 60_000,
}, async () => {
  const quarter = { ...size, objectives: 9, lastDay: '2026-11-30' };

  const [one, again, other] = [
    await simulateOne(SEED, 0, quarter),
    await simulateOne(SEED, 0, quarter),
    await simulateOne(SEED + 1, 0, quarter),
  ];

  expect(again).toEqual(one);
  expect(other.counts).not.toEqual(one.counts);
});
