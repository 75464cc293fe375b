// A place of the plan in words.
import { capital } from '../../../core/message/domain/text-ends.ts';
import { kindWords } from '../../plan-items/messages/item-text.ts';
import type { Place, PlaceKind } from '../domain/place.ts';

type Named = Pick<Place, 'ref' | 'name'>;

/** What a place is called. */
export const placeNames = {
  ...kindWords,
  objective: 'objective',
  note: 'note',
  kpi: 'KPI',
  'kpi-table': 'KPI table',
  theme: 'theme',
  workstream: 'workstream',
  project: 'project',
  statement: 'statement',
  voice: 'voice',
  priority: 'strategic priority',
  area: 'development area',
  strength: 'strength',
  term: 'abbreviation',
  forum: 'forum',
  meeting: 'meeting',
  organisation: 'organisation',
  document: 'document',
  'priority-area': 'priority area',
  plan: 'the plan',
} as const satisfies Record<PlaceKind, string>;

/** How it is said, by its kind; what is not here is a part of an objective. */
const texts: Partial<Record<PlaceKind, (place: Named, word: string) => string>> = {
  objective: ({ ref, name }) => `${ref} ${name}`,
  kpi: ({ ref, name }) => `KPI ${ref} ${name}`,
  'kpi-table': ({ name }) => name,
  plan: ({ name }) => name,
  theme: numbered,
  priority: numbered,
  'priority-area': numbered,
  area: lettered,
  strength: lettered,
  term: ({ ref, name }) => `${ref}: ${name}`,
  note: ({ ref, name }) => `Note on ${ref} ${name}`,
  project: called,
  workstream: called,
  forum: called,
  meeting: called,
  organisation: called,
  statement: called,
  voice: called,
  document: called,
};

/** `Project: Early Years`, `Theme 1 Right Support, Right Time`, `2B:2 Named workers`. */
export function placeText({ kind, ref, name }: Place): string {
  const word = placeNames[kind];
  return texts[kind]?.({ ref, name }, word) ?? `${ref} ${word} ${name}`;
}

function numbered({ ref, name }: Named, word: string): string {
  return capital(`${word} ${ref} ${name}`);
}

function lettered({ ref, name }: Named, word: string): string {
  return capital(`${word} ${ref}: ${name}`);
}

function called({ name }: Named, word: string): string {
  return capital(`${word}: ${name}`);
}
