// One partnership's year in memory, held to the rules.
import { checkStory } from './check-story.ts';
import { type Counts, countStory, tellViolation } from './count-story.ts';
import { live } from './live.ts';
import { createMemoryPlace } from './memory-place.ts';
import { makeSetting, type Size } from './setting.ts';

export type Simulated = {
  readonly counts: Counts;
  readonly broken: number;
  /** The first of them in words. */
  readonly stories: readonly string[];
};

const MOST_TOLD = 3;

/** The partnership of this number; the same seed gives the same year. */
export async function simulateOne(seed: number, number: number, size: Size): Promise<Simulated> {
  const setting = makeSetting(seed, number, size);
  const story = await live(setting, seed, number, createMemoryPlace(setting));
  const broken = checkStory(story);
  return {
    counts: countStory(story),
    broken: broken.length,
    stories: broken.slice(0, MOST_TOLD).map((violation) => tellViolation(story, violation)),
  };
}
