// What somebody means that an objective should be linked to: a key or a name, and never a guess between two.
import { describe, expect, it } from 'vitest';
import {
  type Linkable,
  linkText,
  linkWords,
  matchLinkable,
} from '../../../../src/plan/objectives/domain/objective-link.ts';

const all: readonly Linkable[] = [
  theme('1', 'Right Support, Right Time'),
  theme('2', 'Right Plan, Right First Time'),
  { to: 'theme', word: 'workstream', id: 'w1', key: 'data', name: 'workstream Data & Dashboards' },
  project('early-years', 'Early Years'),
  project('early-help', 'Early Help and Prevention'),
  project('strength-training', 'Strength training'),
  { to: 'priority', word: 'priority', id: 's2', key: '2', name: '2 Local provision' },
  { to: 'priority', word: 'priority', id: 's3', key: '3', name: '3 Good health' },
  item('area', 'a', 'consistent workforce'),
  item('area', 'c', 'care placements'),
  item('strength', 'a', 'multi-agency approach'),
  item('strength', 'c', 'prioritising SEND'),
];

describe('a link', () => {
  it.each([
    ['theme 2', 'theme 2'],
    ['T2', 'theme 2'],
    ['right plan', 'theme 2'],
    ['workstream data', 'workstream data'],
    ['data', 'workstream data'],
    ['project early-years', 'project early-years'],
    ['Early Years', 'project early-years'],
    ['project  EARLY   years', 'project early-years'],
    ['early help', 'project early-help'],
    ['strength training', 'project strength-training'],
    ['priority 3', 'priority 3'],
    ['strategic priority 3', 'priority 3'],
    ['good health', 'priority 3'],
    ['3', 'priority 3'],
    ['area c', 'area c'],
    ['item area c', 'area c'],
    ['area for development C', 'area c'],
    ['development area c', 'area c'],
    ['development c', 'area c'],
    ['strength c', 'strength c'],
    ['item strength c', 'strength c'],
    ['item care', 'area c'],
  ])('is meant by “%s”: %s', (typed, words) => {
    const match = matchLinkable(typed, all);

    expect(match.kind === 'one' && linkWords(match.one)).toBe(words);
  });

  it.each([
    ['2', ['theme 2', 'priority 2']],
    ['c', ['area c', 'strength c']],
    ['item c', ['area c', 'strength c']],
    ['early', ['project early-years', 'project early-help']],
    ['project early', ['project early-years', 'project early-help']],
    ['right', ['theme 1', 'theme 2']],
    ['area', ['area a', 'area c']],
  ])('is asked for where several match “%s”', (typed, words) => {
    const match = matchLinkable(typed, all);

    expect(match.kind === 'several' && match.choices.map(linkWords)).toEqual(words);
  });

  it.each([
    ['erly years', ['project early-years'], all.length],
    ['project erly', ['project early-years', 'project early-help'], 3],
    ['priority 9', [], 2],
    ['theme nine', [], 2],
    ['area x', [], 2],
    ['project', [], 3],
    ['', [], all.length],
    ['zz', [], all.length],
  ])('is not found by “%s”, with what is near', (typed, near, among) => {
    const match = matchLinkable(typed, all);

    expect(match.kind === 'none' && [match.near.map(linkWords), match.among.length]).toEqual([
      near,
      among,
    ]);
  });

  it('is called what it is', () => {
    expect([all[0], all[2], all[3], all[7], all[8]].map((one) => one && linkText(one))).toEqual([
      'theme 1 Right Support, Right Time',
      'workstream Data & Dashboards',
      'project Early Years',
      'priority 3 Good health',
      'area for development a: consistent workforce',
    ]);
  });
});

function theme(key: string, name: string): Linkable {
  return { to: 'theme', word: 'theme', id: `t${key}`, key, name: `theme ${key} ${name}` };
}

function project(key: string, name: string): Linkable {
  return { to: 'project', word: 'project', id: key, key, name };
}

function item(word: 'area' | 'strength', key: string, heading: string): Linkable {
  const list = word === 'area' ? 'area for development' : 'strength';
  return { to: 'self-evaluation', word, id: word + key, key, name: `${list} ${key}: ${heading}` };
}
