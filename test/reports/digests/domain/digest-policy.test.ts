// When the weekly digest is due, how long it stays useful, and when it keeps silent.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBefore } from '../../../../src/cycle/cycles/domain/cycle.ts';
import {
  hasSomethingToSay,
  isLateDigest,
  isStillUseful,
  latestDigest,
  nextDigestTime,
} from '../../../../src/reports/digests/domain/digest-policy.ts';
import { at, inLondon, london } from '../../../support/rules/builders.ts';

describe('the weekly time', () => {
  it.each([
    ['a second before it', '2024-07-15T09:29:59', '2024-07-08T09:30', '2024-07-15T09:30'],
    ['exactly then', '2024-07-15T09:30:00', '2024-07-15T09:30', '2024-07-22T09:30'],
    ['midweek', '2024-07-17T12:00:00', '2024-07-15T09:30', '2024-07-22T09:30'],
    ['Sunday night', '2024-07-21T23:59:59', '2024-07-15T09:30', '2024-07-22T09:30'],
    ['the first minute of Monday', '2024-07-22T00:00:00', '2024-07-15T09:30', '2024-07-22T09:30'],
    ['a bank holiday Monday', '2024-08-26T12:00:00', '2024-08-19T09:30', '2024-08-27T09:30'],
    ['the Tuesday after it', '2024-08-27T09:30:00', '2024-08-27T09:30', '2024-09-02T09:30'],
    ['early that Tuesday', '2024-08-27T09:00:00', '2024-08-19T09:30', '2024-08-27T09:30'],
    ['Boxing Day 2023', '2023-12-26T10:00:00', '2023-12-18T09:30', '2023-12-27T09:30'],
    ['New Year’s Eve', '2023-12-31T10:00:00', '2023-12-27T09:30', '2024-01-02T09:30'],
    ['the clocks going forward', '2024-03-31T12:00:00', '2024-03-25T09:30', '2024-04-02T09:30'],
    ['the clocks going back', '2024-10-27T12:00:00', '2024-10-21T09:30', '2024-10-28T09:30'],
  ])('at %s', (_name, now, latest, next) => {
    expect(inLondon(latestDigest(at(now), london).at).slice(0, 16)).toBe(latest);
    expect(inLondon(nextDigestTime(at(now), london)).slice(0, 16)).toBe(next);
  });

  it('lies at or before now, and the next one after it, at any time', () => {
    const start = at('2023-01-01T00:00');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 * 365 * 24 * 60 }), (minutes) => {
        const now = start.add({ minutes });

        const latest = latestDigest(now, london).at;
        const next = nextDigestTime(now, london);

        expect(isBefore(now, latest)).toBe(false);
        expect(isBefore(now, next)).toBe(true);
        expect(latestDigest(next, london).at.equals(next)).toBe(true);
        expect(nextDigestTime(latest, london).equals(next)).toBe(true);
      }),
    );
  });
});

describe('isStillUseful', () => {
  const slot = at('2024-07-15T09:30');

  it.each([
    ['before it is due', '2024-07-15T09:29:59', false],
    ['when it is due', '2024-07-15T09:30:00', true],
    ['two days late', '2024-07-17T09:30:00', true],
    ['a second short of three days', '2024-07-18T09:29:59', true],
    ['three days late', '2024-07-18T09:30:00', false],
    ['the next Monday', '2024-07-22T09:00:00', false],
  ])('%s', (_name, now, expected) => {
    expect(isStillUseful(slot, at(now))).toBe(expected);
  });
});

describe('hasSomethingToSay', () => {
  it.each([
    [{ changes: 0, outstanding: 0, alwaysPost: false }, false],
    [{ changes: 1, outstanding: 0, alwaysPost: false }, true],
    [{ changes: 0, outstanding: 1, alwaysPost: false }, true],
    [{ changes: 0, outstanding: 0, alwaysPost: true }, true],
  ])('%j: %s', (content, expected) => {
    expect(hasSomethingToSay(content)).toBe(expected);
  });
});

describe('a time that was chosen', () => {
  const wednesday = { weekday: 3, time: '14:15' };
  const friday = { weekday: 5, time: '16:30' };

  it.each([
    ['a minute before it', wednesday, '2024-07-17T14:14', '2024-07-10T14:15', '2024-07-08T09:30'],
    ['exactly then', wednesday, '2024-07-17T14:15', '2024-07-17T14:15', '2024-07-15T09:30'],
    ['the Monday after', wednesday, '2024-07-22T09:30', '2024-07-17T14:15', '2024-07-15T09:30'],
    ['Good Friday', friday, '2024-03-29T16:30', '2024-03-22T16:30', '2024-03-18T09:30'],
    [
      'the Tuesday after Easter',
      friday,
      '2024-04-02T16:30',
      '2024-04-02T16:30',
      '2024-03-25T09:30',
    ],
    ['that Friday', friday, '2024-04-05T16:30', '2024-04-05T16:30', '2024-04-02T09:30'],
    ['summer time', wednesday, '2024-04-03T14:15', '2024-04-03T14:15', '2024-04-02T09:30'],
    ['winter time', wednesday, '2024-10-30T14:15', '2024-10-30T14:15', '2024-10-28T09:30'],
  ])('at %s', (_name, when, now, due, week) => {
    const slot = latestDigest(at(now), london, when);

    expect(inLondon(slot.at).slice(0, 16)).toBe(due);
    expect(inLondon(slot.week).slice(0, 16)).toBe(week);
  });

  it('names each week once, whatever the time', () => {
    const start = at('2023-01-01T00:00');
    const time = fc.record({
      weekday: fc.integer({ min: 1, max: 5 }),
      time: fc.constantFrom('09:00', '12:30', '16:30'),
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 * 365 * 24 * 60 }), time, (minutes, when) => {
        const now = start.add({ minutes });

        const slot = latestDigest(now, london, when);
        const usual = latestDigest(slot.week, london).at;

        expect(isBefore(now, slot.at)).toBe(false);
        expect(usual.equals(slot.week)).toBe(true);
        expect(latestDigest(slot.at, london, when)).toEqual(slot);
      }),
    );
  });
});

it.each([
  ['2024-07-08T10:30', false],
  ['2024-07-08T10:31', true],
])('is late at %s: %s', (now, expected) => {
  expect(isLateDigest(at('2024-07-08T09:30'), at(now))).toBe(expected);
});
