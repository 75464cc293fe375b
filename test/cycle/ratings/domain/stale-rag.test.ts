// How far a rating fades, cycle by cycle, and what may still be counted.
import { describe, expect, it } from 'vitest';
import { ragOrder } from '../../../../src/core/message/domain/rag.ts';
import {
  countRatings,
  isOrWas,
  type Rated,
  standingOf,
} from '../../../../src/core/message/domain/standing.ts';
import { nothingByHand } from '../../../../src/cycle/cycles/domain/cycle.ts';
import { fadeOf, givenBy } from '../../../../src/cycle/ratings/domain/stale-rag.ts';
import { at, cycle, day, statusEntry } from '../../../support/rules/builders.ts';

const july = cycle();
/** Opens 2 September, returns due 11 September 17:00, freezes 17 September. */
const september = cycle({ id: 'cycle-september', meetingDate: day('2024-09-25') });
const cycles = [july, september];
const returned = (time: string) => ({ kind: 'update' as const, at: at(time) });

describe('fadeOf', () => {
  it.each([
    ['before the first deadline it stands', '2024-06-12T09:15', '2024-07-10T16:59', null],
    ['at the very deadline it stands', '2024-06-12T09:15', '2024-07-10T17:00', null],
    ['after one it is the last known', '2024-06-12T09:15', '2024-07-10T17:01', ['last-known', 28]],
    [
      'and so it stays once they have met',
      '2024-06-12T09:15',
      '2024-08-30T12:00',
      ['last-known', 79],
    ],
    ['after two there is none', '2024-06-12T09:15', '2024-09-11T17:01', ['unrated', 91]],
    ['years later there is none', '2022-06-12T09:15', '2024-09-30T12:00', ['unrated', 841]],
    ['a return in the cycle is no miss', '2024-07-05T11:00', '2024-07-20T12:00', null],
    ['a late one is none either', '2024-07-12T11:00', '2024-07-20T12:00', null],
    ['nor one shortly before it opens', '2024-06-24T00:00', '2024-07-20T12:00', null],
    ['a day earlier is', '2024-06-23T23:59', '2024-07-20T12:00', ['last-known', 27]],
    ['one after the meeting makes it new', '2024-07-26T11:00', '2024-08-30T12:00', null],
    ['and counts its own misses', '2024-07-26T11:00', '2024-09-12T12:00', ['last-known', 48]],
  ] as const)('%s', (_name, given, now, expected) => {
    const fade = fadeOf(returned(given), cycles, at(now));

    expect(fade && [fade.step, fade.daysAgo]).toEqual(expected);
  });

  it('does not fade where nothing was ever asked for', () => {
    expect(fadeOf(returned('2020-01-01T09:00'), [], at('2024-07-20T12:00'))).toBeNull();
  });

  it('fades when the office freezes the papers before the returns were due', () => {
    const frozen = cycle({ byHand: { ...nothingByHand, frozenAt: at('2024-07-08T09:00') } });

    expect(fadeOf(returned('2024-06-12T09:15'), [frozen], at('2024-07-08T08:00'))).toBeNull();
    expect(fadeOf(returned('2024-06-12T09:15'), [frozen], at('2024-07-08T10:00'))?.step).toBe(
      'last-known',
    );
  });

  it('holds nothing that came with the documents for a return, however late it was read', () => {
    const published = { kind: 'published' as const, at: at('2024-07-01T09:45') };

    expect(fadeOf(published, cycles, at('2024-07-10T17:00'))).toBeNull();
    expect(fadeOf(published, cycles, at('2024-07-12T12:00'))).toEqual({
      step: 'last-known',
      daysAgo: 11,
    });
  });

  it('takes two forums that ask at the same time for one miss', () => {
    const other = cycle({
      id: 'cycle-scrutiny',
      forumName: 'Scrutiny',
      meetingDate: day('2024-07-25'),
    });

    expect(fadeOf(returned('2024-06-12T09:15'), [july, other], at('2024-07-20T12:00'))?.step).toBe(
      'last-known',
    );
  });

  it('counts days by the local clock, over its change', () => {
    expect(fadeOf(returned('2024-03-30T23:30'), cycles, at('2024-07-11T00:15'))?.daysAgo).toBe(103);
  });
});

describe('givenBy', () => {
  const first = statusEntry({ id: 'first', at: at('2024-05-01T09:00') });
  const amended = statusEntry({
    ...{ id: 'second', kind: 'amend', supersedesId: 'first', at: at('2024-06-01T09:00') },
  });
  const again = statusEntry({
    ...{ id: 'third', kind: 'amend', supersedesId: 'second', at: at('2024-07-01T09:00') },
  });

  it('is the entry that an amendment puts right', () => {
    expect(givenBy(again, [first, amended, again])).toBe(first);
  });

  it('is an update itself', () => {
    expect(givenBy(first, [first])).toBe(first);
  });
});

const lastKnown = { step: 'last-known', daysAgo: 34 } as const;
const unrated = { step: 'unrated', daysAgo: 97 } as const;

describe('standingOf', () => {
  it.each([
    ['red', undefined, 'red'],
    ['amber', undefined, 'amber'],
    ['green', undefined, 'green'],
    ['blue', undefined, 'blue'],
    ['red', lastKnown, 'last-known-red'],
    ['amber', lastKnown, 'last-known-amber'],
    ['green', lastKnown, 'last-known-green'],
    ['blue', lastKnown, 'last-known-blue'],
    // A warning stays one, however long nobody has answered.
    ['red', unrated, 'last-known-red'],
    ['amber', unrated, 'last-known-amber'],
    ['green', unrated, 'unrated'],
    ['blue', unrated, 'unrated'],
    [null, undefined, 'not-rated'],
  ] as const)('%s with %j counts as %s', (rag, fade, expected) => {
    expect(standingOf({ rag, ...(fade && { fade }) })).toBe(expected);
  });
});

describe('countRatings', () => {
  /** Every rating with every fade. */
  const possible: Rated[] = [...ragOrder, null].flatMap((rag) => [
    { rag },
    ...(rag === null ? [] : [lastKnown, unrated].map((fade) => ({ rag, fade }))),
  ]);

  it('counts each once, and none that faded as green or blue', () => {
    expect(countRatings(possible)).toEqual({
      ...{ red: 1, amber: 1, green: 1, blue: 1 },
      ...{ 'last-known-red': 2, 'last-known-amber': 2, 'last-known-green': 1 },
      ...{ 'last-known-blue': 1, unrated: 2, 'not-rated': 1, all: 13 },
    });
  });

  it('loses no red and no amber, and adds up, whatever it is given', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const rated = possible.flatMap((one, index) =>
        Array.from({ length: (seed * (index + 3) * 7) % 5 }, () => one),
      );

      const { all, ...counts } = countRatings(rated);

      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all);
      expect(all).toBe(rated.length);
      for (const rag of ['red', 'amber'] as const) {
        const were = rated.filter((one) => one.rag === rag);
        expect(counts[rag] + counts[`last-known-${rag}`]).toBe(were.length);
        expect(were.every((one) => isOrWas(rag, one))).toBe(true);
      }
      for (const rag of ['green', 'blue'] as const) {
        const stand = rated.filter((one) => one.rag === rag && !one.fade);
        expect(counts[rag]).toBe(stand.length);
        expect(rated.filter((one) => isOrWas(rag, one))).toEqual(stand);
      }
    }
  });
});
