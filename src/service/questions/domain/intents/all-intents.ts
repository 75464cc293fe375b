// The whole table. The likelier of two comes first where as much of both is in a sentence.
import { corrections } from './corrections.ts';
import type { Intent } from './intent.ts';
import { listsAndMeetings } from './lists.ts';
import { aboutObjectives } from './objectives.ts';
import { officeWork } from './office.ts';
import { ownWork } from './own-work.ts';
import { planPages } from './plan-pages.ts';
import { smallTalk } from './small-talk.ts';

export const intents: readonly Intent[] = [
  ...smallTalk,
  ...ownWork,
  ...corrections,
  ...aboutObjectives,
  ...listsAndMeetings,
  ...planPages,
  ...officeWork,
];
