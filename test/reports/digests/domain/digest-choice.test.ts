// Which digests are taken unasked, and which times can be chosen.
import { describe, expect, it } from 'vitest';
import {
  digestNamed,
  digestTimeOf,
  parseDigestTime,
  takesDigest,
} from '../../../../src/reports/digests/domain/digest-choice.ts';

describe('takesDigest', () => {
  it.each([
    ['owner', undefined, false],
    ['co-chair', undefined, true],
    ['office', undefined, true],
    ['board', undefined, false],
    ['owner', true, true],
    ['office', false, false],
  ] as const)('%s, chosen %s: %s', (variant, taken, expected) => {
    const choice = taken === undefined ? undefined : { taken, weekday: null, time: null };

    expect(takesDigest(variant, choice)).toBe(expected);
  });
});

describe('parseDigestTime', () => {
  it.each([
    ['monday 09:00', { weekday: 1, time: '09:00' }],
    ['Fri 16:30', { weekday: 5, time: '16:30' }],
    ['wednesday at 9.15', { weekday: 3, time: '09:15' }],
    ['thu', { weekday: 4, time: '09:30' }],
    ['14:45', { weekday: 1, time: '14:45' }],
    ['tue 9', { weekday: 2, time: '09:00' }],
    ['saturday 10:00', null],
    ['monday 08:45', null],
    ['monday 16:45', null],
    ['monday 09:10', null],
    ['monday 26:00', null],
    ['mo 10:00', null],
    ['soon', null],
    ['', null],
  ])('reads “%s”', (words, expected) => {
    expect(parseDigestTime(words)).toEqual(expected);
  });
});

it.each([
  ['mine', 'owner'],
  ['THEME', 'co-chair'],
  ['office', 'office'],
  ['board', 'board'],
  ['theme 1', null],
])('knows the digest “%s”', (word, expected) => {
  expect(digestNamed(word)).toBe(expected);
});

it('takes the usual day and hour for what was not chosen', () => {
  expect(digestTimeOf(undefined)).toEqual({ weekday: 1, time: '09:30' });
  expect(digestTimeOf({ weekday: 4, time: null })).toEqual({ weekday: 4, time: '09:30' });
});
