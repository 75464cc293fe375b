// The whole table. The likelier of two comes first where as much of both is in a sentence.
import type { Intent } from '../domain/intent.ts';
import { intentsOfMine } from './intents-of-mine.ts';
import { intentsOfObjectives } from './intents-of-objectives.ts';
import { intentsOfOffice } from './intents-of-office.ts';
import { intentsOfPlan } from './intents-of-plan.ts';

export const intents: readonly Intent[] = [
  ...intentsOfMine,
  ...intentsOfObjectives,
  ...intentsOfPlan,
  ...intentsOfOffice,
];
