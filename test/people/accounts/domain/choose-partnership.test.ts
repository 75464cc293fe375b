// Which partnership a request is for, where its workspace stands for several.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Route } from '../../../../src/core/request/domain/route.ts';
import {
  choosePartnership,
  findPartnerships,
  namedInLine,
} from '../../../../src/people/accounts/domain/choose-partnership.ts';

const at = (time: string) => Temporal.Instant.from(`2024-07-01T${time}:00Z`);

function route(partnershipId: string, facts: Partial<Route> = {}): Route {
  return {
    ...{
      partnershipId,
      linked: false,
      greeted: false,
      chosenAt: null,
      bound: false,
      answered: false,
    },
    ...facts,
  };
}

const one = (id: string) => ({ kind: 'one', id });
const ask = (...ids: string[]) => ({ kind: 'ask', ids });

describe('the partnership of a request', () => {
  it.each([
    ['in private the only one that they belong to', [route('a'), route('b')], ['b'], one('b')],
    ['in private of two neither', [route('a'), route('b')], ['a', 'b'], ask('a', 'b')],
    [
      'in private the one chosen last',
      [route('a', { chosenAt: at('09:00') }), route('b', { chosenAt: at('10:00') }), route('c')],
      ['a', 'b', 'c'],
      one('b'),
    ],
    [
      'a choice of one that they left counts no more',
      [route('a', { chosenAt: at('09:00') }), route('b'), route('c')],
      ['b', 'c'],
      ask('b', 'c'),
    ],
    [
      'in a channel the channel’s, whatever was chosen',
      [route('a', { bound: true }), route('b', { chosenAt: at('09:00') })],
      ['a', 'b'],
      one('a'),
    ],
    [
      'in a channel the channel’s, also for somebody who is not on its plan',
      [route('a', { bound: true }), route('b')],
      ['b'],
      one('a'),
    ],
    [
      'in a channel of two the one that they belong to',
      [route('a', { bound: true }), route('b', { bound: true }), route('c')],
      ['b', 'c'],
      one('b'),
    ],
    [
      'in a channel of two, belonging to both, they are asked each time',
      [route('a', { bound: true, chosenAt: at('09:00') }), route('b', { bound: true })],
      ['a', 'b'],
      ask('a', 'b'),
    ],
    ['of a stranger none', [route('a'), route('b')], [], { kind: 'stranger' }],
  ])('is %s', (_what, routes, belongs, chosen) => {
    expect(choosePartnership(routes, new Set(belongs))).toEqual(chosen);
  });
});

describe('a partnership’s name in a line', () => {
  it.each([
    ['partnership oxfordshire', 'oxfordshire'],
    ['Partnership  North Shire ', 'North Shire'],
    ['partnership', null],
    ['partnerships', null],
    ['mine partnership x', null],
    ['partnershipx y', null],
  ])('of “%s” is %s', (line, name) => {
    expect(namedInLine(line)).toBe(name);
  });

  const all = [
    { id: '1', key: 'north', name: 'North Shire SEND Partnership' },
    { id: '2', key: 'north-town', name: 'North Town SEND Partnership' },
    { id: '3', key: 'vale', name: 'Vale Partnership' },
  ];

  it.each([
    ['north', ['north']],
    ['NORTH-TOWN', ['north-town']],
    ['vale partnership', ['vale']],
    ['“Vale Partnership”', ['vale']],
    ['north t', ['north-town']],
    ['va', ['vale']],
    ['no', ['north', 'north-town']],
    ['town', ['north-town']],
    ['send', ['north', 'north-town']],
    ['south', []],
    ['“”', []],
  ])('“%s” means %j', (typed, keys) => {
    expect(findPartnerships(all, typed).map(({ key }) => key)).toEqual(keys);
  });
});
