// Which page of the plan the words mean.
import { expect, it } from 'vitest';
import { matchPage } from '../../../../src/plan/search/domain/match-page.ts';
import type { Place } from '../../../../src/plan/search/domain/place.ts';

const names: readonly Place[] = [
  { kind: 'theme', ref: '1', name: 'Right Support, Right Time' },
  { kind: 'theme', ref: '2', name: 'Right Plan' },
  { kind: 'workstream', ref: 'data', name: 'Data' },
  { kind: 'project', ref: 'early-years', name: 'Early Years' },
  { kind: 'project', ref: 'early-help', name: 'Early Help and Prevention' },
  { kind: 'priority', ref: '3', name: 'Good health' },
  { kind: 'priority-area', ref: '7', name: 'Workforce' },
  { kind: 'area', ref: 'a', name: 'consistent workforce' },
  { kind: 'strength', ref: 'a', name: 'local leadership' },
  { kind: 'statement', ref: 'ways-of-working', name: 'ways of working' },
  { kind: 'term', ref: 'EHCP', name: 'education, health and care plan' },
];

it.each([
  ['theme 1', 'theme 1'],
  ['Theme 2', 'theme 2'],
  ['t1', 'theme 1'],
  ['theme right plan', 'theme 2'],
  ['workstream data', 'workstream data'],
  ['project early years', 'project early-years'],
  ['project early-years', 'project early-years'],
  ['Early Years', 'project early-years'],
  ['project early', 'several'],
  ['priority 3', 'priority 3'],
  ['priority 7', 'priority-area 7'],
  ['area 7', 'priority-area 7'],
  ['area a', 'area a'],
  ['strength a', 'strength a'],
  ['our strengths', 'strength'],
  ['development areas', 'area'],
  ['areas for development', 'area'],
  ['the glossary', 'term'],
  ['term ehcp', 'term EHCP'],
  ['EHCP', 'term EHCP'],
  ['ways of working', 'statement ways-of-working'],
  ['voices', 'voice'],
  ['plan', 'plan'],
  ['theme 9', 'none of theme'],
  ['priority 3 – action 4', 'none of priority'],
  ['2B:2', 'none'],
  ['', 'none'],
])('%s is %s', (typed, expected) => {
  const match = matchPage(typed, names);
  const said =
    match.kind === 'one'
      ? `${match.page.kind} ${match.page.ref}`.trim()
      : match.kind === 'none' && match.said
        ? `none of ${match.said}`
        : match.kind;

  expect(said).toBe(expected);
});
