// A meeting's deadlines and phases, to the second, through holidays and clock changes.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type CyclePhase,
  countsAsReturnFrom,
  cycleDeadlines,
  cyclePhase,
  cycleWith,
  isBefore,
} from '../../../../src/cycle/cycles/domain/cycle.ts';
import { at, cycle, day, inLondon, rules } from '../../../support/rules/builders.ts';

describe('cycleDeadlines', () => {
  it('derives those of the meeting of 24 July 2024', () => {
    const deadlines = cycleDeadlines(cycle());

    expect(inLondon(deadlines.opens)).toBe('2024-07-01T10:00+01:00');
    expect(deadlines.returnsDueOn.toString()).toBe('2024-07-10');
    expect(inLondon(deadlines.returnsDue)).toBe('2024-07-10T17:00+01:00');
    expect(inLondon(deadlines.freezes)).toBe('2024-07-16T17:00+01:00');
    expect(inLondon(deadlines.ends)).toBe('2024-07-25T00:00+01:00');
  });

  it('moves with the meeting', () => {
    const moved = cycleDeadlines(cycle({ meetingDate: day('2024-07-25') }));

    expect(moved.returnsDueOn.toString()).toBe('2024-07-11');
    expect(inLondon(moved.ends)).toBe('2024-07-26T00:00+01:00');
  });

  it.each([
    {
      name: 'over Easter',
      meeting: '2024-04-10',
      opens: '2024-03-14T10:00+00:00',
      due: '2024-03-25T17:00+00:00',
      freezes: '2024-04-02T17:00+01:00',
      ends: '2024-04-11T00:00+01:00',
    },
    {
      name: 'over Christmas',
      meeting: '2025-01-08',
      opens: '2024-12-11T10:00+00:00',
      due: '2024-12-20T17:00+00:00',
      freezes: '2024-12-30T17:00+00:00',
      ends: '2025-01-09T00:00+00:00',
    },
    {
      name: 'over the clocks going back',
      meeting: '2024-11-06',
      opens: '2024-10-14T10:00+01:00',
      due: '2024-10-23T17:00+01:00',
      freezes: '2024-10-29T17:00+00:00',
      ends: '2024-11-07T00:00+00:00',
    },
  ])('counts $name', ({ meeting, opens, due, freezes, ends }) => {
    const deadlines = cycleDeadlines(cycle({ meetingDate: day(meeting) }));

    expect(inLondon(deadlines.opens)).toBe(opens);
    expect(inLondon(deadlines.returnsDue)).toBe(due);
    expect(inLondon(deadlines.freezes)).toBe(freezes);
    expect(inLondon(deadlines.ends)).toBe(ends);
  });

  it('takes the lead times and the time of day from the forum', () => {
    const own = rules(4, '09:00', 2);

    const deadlines = cycleDeadlines(cycle({ meetingDate: day('2024-01-18'), rules: own }));

    expect(inLondon(deadlines.returnsDue)).toBe('2024-01-12T09:00+00:00');
    expect(inLondon(deadlines.freezes)).toBe('2024-01-16T09:00+00:00');
  });

  it('are in order for any meeting and sensible lead times', () => {
    const meetingDate = fc
      .integer({ min: 0, max: day('2022-03-01').until(day('2028-12-31')).days })
      .map((days) => day('2022-03-01').add({ days }));
    const leads = fc
      .tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 25 }))
      .map(([a, b]) => [Math.max(a, b), Math.min(a, b)] as const);
    const returnDueTime = fc.constantFrom('00:00', '09:00', '12:00', '17:00', '23:59');
    fc.assert(
      fc.property(meetingDate, leads, returnDueTime, (date, [returns, freeze], time) => {
        const { opens, returnsDue, freezes, ends } = cycleDeadlines(
          cycle({ meetingDate: date, rules: rules(returns, time, freeze) }),
        );

        expect(isBefore(opens, returnsDue)).toBe(true);
        expect(isBefore(freezes, returnsDue)).toBe(false);
        expect(isBefore(freezes, ends)).toBe(true);
      }),
    );
  });
});

describe('cyclePhase', () => {
  it.each<[string, CyclePhase]>([
    ['2024-06-01T00:00:00', 'planned'],
    ['2024-07-01T09:59:59', 'planned'],
    ['2024-07-01T10:00:00', 'open'],
    ['2024-07-10T16:59:59', 'open'],
    ['2024-07-10T17:00:00', 'open'],
    ['2024-07-10T17:00:01', 'late'],
    ['2024-07-16T16:59:59', 'late'],
    ['2024-07-16T17:00:00', 'frozen'],
    ['2024-07-24T23:59:59', 'frozen'],
    ['2024-07-25T00:00:00', 'held'],
    ['2025-07-25T00:00:00', 'held'],
  ])('at %s is %s', (now, phase) => {
    expect(cyclePhase(cycle(), at(now))).toBe(phase);
  });

  it('has no late phase where the papers freeze at the deadline', () => {
    const own = rules(6, '17:00', 6);

    expect(cyclePhase(cycle({ rules: own }), at('2024-07-16T17:00:00'))).toBe('open');
    expect(cyclePhase(cycle({ rules: own }), at('2024-07-16T17:00:01'))).toBe('frozen');
  });

  it('never goes back as time goes on', () => {
    const order: readonly CyclePhase[] = ['planned', 'open', 'late', 'frozen', 'held'];
    const minute = fc.integer({ min: 0, max: 60 * 24 * 60 });
    const start = at('2024-06-10T00:00');
    fc.assert(
      fc.property(minute, minute, (a, b) => {
        const [earlier, later] = [Math.min(a, b), Math.max(a, b)].map((minutes) =>
          order.indexOf(cyclePhase(cycle(), start.add({ minutes }))),
        );

        expect(earlier).toBeLessThanOrEqual(later ?? -1);
      }),
    );
  });
});

describe('countsAsReturnFrom', () => {
  it.each([
    ['a usual cycle', '2024-07-24', '2024-06-24T00:00+01:00'],
    ['a cycle that opens after Easter', '2024-05-01', '2024-03-28T00:00+00:00'],
  ])('is five working days before %s opens', (_name, meeting, expected) => {
    const from = countsAsReturnFrom(cycle({ meetingDate: day(meeting) }));

    expect(inLondon(from)).toBe(expected);
  });
});

describe('isBefore', () => {
  it('is strict', () => {
    const now = Temporal.Instant.from('2024-07-01T00:00:00Z');
    const later = now.add({ nanoseconds: 1 });

    expect(isBefore(now, later)).toBe(true);
    expect(isBefore(now, now)).toBe(false);
    expect(isBefore(later, now)).toBe(false);
  });
});

describe('cycleWith', () => {
  it('has the moments of the cycle and the further facts', () => {
    const plain = cycle();

    const more = cycleWith(plain, { owed: ['2B:2'] });

    expect(more).toEqual({ ...plain, owed: ['2B:2'] });
    expect(cycleDeadlines(more)).toBe(cycleDeadlines(plain));
    expect(countsAsReturnFrom(more)).toBe(countsAsReturnFrom(plain));
  });
});
