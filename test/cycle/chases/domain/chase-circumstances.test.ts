// Who is chased when somebody is away, has put chases off, or wants them later in the day.
import { describe, expect, it } from 'vitest';
import type { PastChase } from '../../../../src/core/outbox/domain/past-chase.ts';
import {
  type ChaseCircumstances,
  isFirstAfterLeave,
  type OutstandingReturn,
} from '../../../../src/cycle/chases/domain/chase-audience.ts';
import {
  decideChases,
  lastSnoozeDay,
  waitsUntil,
} from '../../../../src/cycle/chases/domain/chase-policy.ts';
import type { AbsenceFact } from '../../../../src/plan/absences/domain/absence-fact.ts';
import { at, cycle, day, rules } from '../../../support/rules/builders.ts';

const OPEN = '2024-07-01T10:00';
const LAST_CALL = '2024-07-09T10:00';

function owed(changes: Partial<OutstandingReturn> = {}): OutstandingReturn {
  return {
    ...{ objectiveId: 'o1', ref: '2B:2', ownerIds: ['sam'], deputyIds: [], themeIds: ['t1'] },
    ...changes,
  };
}

function chased(
  now: string,
  {
    absences = [],
    ...circumstances
  }: Omit<Partial<ChaseCircumstances>, 'absences'> & {
    readonly absences?: readonly AbsenceFact[];
  },
  outstanding: readonly OutstandingReturn[] = [owed()],
) {
  const july = { from: day('2024-07-01'), until: day('2024-07-31') };
  const all = { ...circumstances, absences: absences.map((one) => ({ ...one, ...july })) };
  return decideChases(cycle(), outstanding, [], at(now), all).map(
    ({ personId, objectiveIds }) => `${personId}: ${objectiveIds.join(' ')}`,
  );
}

describe('somebody who is away', () => {
  const two = [owed({ deputyIds: ['alex'] }), owed({ objectiveId: 'o2', ownerIds: ['alex'] })];

  it.each<[what: string, now: string, absences: AbsenceFact[], expected: string[]]>([
    ['nobody away', OPEN, [], ['sam: o1', 'alex: o2']],
    ['no cover', OPEN, [{ personId: 'sam', coverId: null }], ['alex: o2']],
    ['a cover', OPEN, [{ personId: 'sam', coverId: 'kim' }], ['kim: o1', 'alex: o2']],
    ['a cover who owns as well', OPEN, [{ personId: 'sam', coverId: 'alex' }], ['alex: o1 o2']],
    [
      'a cover who is away as well',
      OPEN,
      [
        { personId: 'sam', coverId: 'kim' },
        { personId: 'kim', coverId: 'alex' },
      ],
      ['alex: o2'],
    ],
    [
      'two who cover for each other',
      OPEN,
      [
        { personId: 'sam', coverId: 'alex' },
        { personId: 'alex', coverId: 'sam' },
      ],
      [],
    ],
    [
      'the deputy away at the last call',
      LAST_CALL,
      [{ personId: 'alex', coverId: 'kim' }],
      ['sam: o1', 'kim: o1 o2'],
    ],
    [
      'the deputy covers, at the last call once',
      LAST_CALL,
      [{ personId: 'sam', coverId: 'alex' }],
      ['alex: o1 o2'],
    ],
  ])('%s', (_what, now, absences, expected) => {
    expect(chased(now, { absences }, two)).toEqual(expected);
  });
});

describe('chases put off', () => {
  const snooze = { personId: 'sam', cycleId: 'cycle-july', until: day('2024-07-03') };

  it.each([
    ['2024-07-01T10:00', 0],
    ['2024-07-02T16:30', 0],
    ['2024-07-03T09:00', 1],
    ['2024-07-05T10:00', 1],
  ])('until 3 July: at %s %d', (now, count) => {
    expect(chased(now, { snoozes: [snooze] })).toHaveLength(count);
  });

  it('are those of one meeting and one person', () => {
    expect(chased(OPEN, { snoozes: [{ ...snooze, cycleId: 'another' }] })).toHaveLength(1);
    expect(chased(OPEN, { snoozes: [{ ...snooze, personId: 'alex' }] })).toHaveLength(1);
  });

  it('do not keep the absent person’s chase from the cover', () => {
    const absences = [{ personId: 'sam', coverId: 'kim' }];

    expect(chased(OPEN, { absences, snoozes: [snooze] })).toEqual(['kim: o1']);
    expect(chased(OPEN, { absences, snoozes: [{ ...snooze, personId: 'kim' }] })).toEqual([]);
  });

  it('can be put off until the working day before the returns are due', () => {
    expect(lastSnoozeDay(cycle())).toEqual(day('2024-07-09'));
    expect(lastSnoozeDay(cycle({ meetingDate: day('2024-09-11') }))).toEqual(day('2024-08-27'));
  });
});

describe('a chosen hour', () => {
  it.each([
    [9, '2024-07-01T10:00', 1],
    [14, '2024-07-01T10:00', 0],
    [14, '2024-07-01T13:59', 0],
    [14, '2024-07-01T14:00', 1],
    [16, '2024-07-01T16:00', 1],
    [16, '2024-07-10T16:00', 1],
    [16, '2024-07-02T10:00', 0],
  ])('%d at %s: %d', (hour, now, count) => {
    expect(chased(now, { hours: new Map([['sam', hour]]) })).toHaveLength(count);
  });

  it('does not count where it comes after the deadline', () => {
    const own = rules(10, '12:00', 6);
    const hours = new Map([['sam', 14]]);

    const decisions = decideChases(cycle({ rules: own }), [owed()], [], at('2024-07-10T10:00'), {
      hours,
    });

    expect(decisions.map(({ step }) => step)).toEqual(['due-today']);
  });
});

describe('a chase that the queue held up', () => {
  const term = { closed: new Set<string>(), worked: new Set<string>() };
  const inJune = { ...term, periods: [{ from: day('2024-06-01'), until: day('2024-06-28') }] };
  const past = (changes: Partial<PastChase>): PastChase => ({
    ...{ personId: 'sam', cycleId: 'cycle-later', step: 'nudge', objectiveIds: ['o1'] },
    ...{ on: day('2024-07-01'), outcome: 'sent', ...changes },
  });

  it.each<[what: string, now: string, past: PastChase[], waits: boolean]>([
    ['goes out', OPEN, [], false],
    ['is not kept back by itself', OPEN, [past({ cycleId: 'cycle-july', step: 'open' })], false],
    ['is kept back by another one of the day', OPEN, [past({})], true],
    ['is not by one that was dropped', OPEN, [past({ outcome: 'passed' })], false],
    ['is not by one of the day before', OPEN, [past({ on: day('2024-06-28') })], false],
    ['is not by somebody else’s', OPEN, [past({ personId: 'kim' })], false],
    ['waits on a day off', '2024-07-06T10:00', [], true],
  ])('%s', (_what, now, own, waits) => {
    const sam = { personId: 'sam', step: 'open' } as const;

    const until = waitsUntil(sam, cycle(), own, at(now), new Map());

    const morning = at(now.startsWith('2024-07-06') ? '2024-07-07T09:00' : '2024-07-02T09:00');
    expect(until?.toString()).toBe(waits ? morning.toString() : undefined);
  });

  it('waits on a day on which the person does not work', () => {
    const calendars = new Map([['sam', inJune]]);

    const until = waitsUntil({ personId: 'sam', step: 'open' }, cycle(), [], at(OPEN), calendars);

    expect(until?.toString()).toBe(at('2024-07-02T09:00').toString());
  });
});

describe('the first request after leave', () => {
  const opens = day('2024-07-01');
  const today = day('2024-07-11');
  const past = (changes: Partial<PastChase> = {}): PastChase => ({
    ...{ personId: 'sam', cycleId: 'cycle-july', step: 'open', objectiveIds: ['o1'] },
    ...{ on: opens, outcome: 'sent', ...changes },
  });
  const leave = (from: string, until: string, coverId: string | null = null) => ({
    ...{ personId: 'sam', coverId, from: day(from), until: day(until) },
  });

  it.each<[string, ReturnType<typeof leave>[], PastChase[], boolean]>([
    ['nobody was away', [], [], false],
    ['away all along', [leave('2024-06-24', '2024-07-10')], [], true],
    ['away before it opened', [leave('2024-06-24', '2024-06-28')], [], false],
    ['a cover was asked', [leave('2024-06-24', '2024-07-10', 'kim')], [], false],
    ['had one before the leave', [leave('2024-07-02', '2024-07-10')], [past()], false],
    ['one passed', [leave('2024-06-24', '2024-07-10')], [past({ outcome: 'passed' })], true],
    ['one of another cycle', [leave('2024-06-24', '2024-07-10')], [past({ cycleId: 'x' })], true],
    [
      'somebody else had one',
      [leave('2024-06-24', '2024-07-10')],
      [past({ personId: 'kim' })],
      true,
    ],
  ])('%s', (_what, absences, sent, expected) => {
    const sam = { personId: 'sam', cycleId: 'cycle-july', opens };

    expect(isFirstAfterLeave(sam, sent, absences, today)).toBe(expected);
  });
});
