// What people have written, and the lines that did what they wanted: by these an unknown sentence is judged.
import type { Example } from '../domain/likely.ts';
import { examplesOfMine } from './examples-of-mine.ts';
import { examplesOfObjectives } from './examples-of-objectives.ts';
import { examplesOfOffice } from './examples-of-office.ts';
import { examplesOfPlan } from './examples-of-plan.ts';

export const examples: readonly Example[] = [
  ...examplesOfMine,
  ...examplesOfObjectives,
  ...examplesOfPlan,
  ...examplesOfOffice,
];
