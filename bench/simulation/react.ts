// How people take a request: most answer at once, some late or for some of it only, some never; some put it off.
import { DAY, HOUR, MINUTE, type Planned } from './plan-life.ts';
import { chanceOf } from './random.ts';
import type { Told } from './story.ts';

/** What a person will do about a message that reached them. */
export function react(
  { person, chase, refs }: Told,
  at: number,
  seed: number,
  objectiveOf: (ref: string) => string | undefined,
): Planned[] {
  if (!chase || ['roll-up', 'office'].includes(chase.step)) return [];
  const chance = chanceOf(seed, 'react', person, chase.meeting, chase.step);
  const objectives = refs.flatMap((ref) => objectiveOf(ref) ?? []);
  if (chase.step.startsWith('evidence-'))
    return objectives
      .filter(() => chance.happens(0.3))
      .map((objective) => ({ at: at + DAY, kind: 'evidence', objective }));
  if (['open', 'nudge'].includes(chase.step) && chance.happens(0.07))
    return [
      {
        ...{ at: at + chance.between(5, 200) * MINUTE, kind: 'snooze', person },
        words: chance.pick(['', '2 days', 'tomorrow']),
      },
    ];
  // Somebody's habit stays the same for the whole year.
  const habit = chanceOf(seed, 'habit', person).fraction();
  if (habit > 0.92) return [];
  const some = habit > 0.6 ? objectives.filter(() => chance.happens(0.6)) : objectives;
  const wait =
    habit > 0.8
      ? chance.between(2, 12) * DAY + chance.between(0, 600) * MINUTE
      : chance.between(1, habit > 0.4 ? 60 : 20) * HOUR + chance.between(0, 59) * MINUTE;
  return some.length === 0 ? [] : [{ at: at + wait, kind: 'answer', person, objectives: some }];
}
