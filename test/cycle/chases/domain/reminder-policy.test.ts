// Who takes a reminder today: the person, whoever covers, or nobody yet. The rules are those of the chase.
import { describe, expect, it } from 'vitest';
import { everydayCalendar } from '../../../../src/core/dates/domain/working-days.ts';
import {
  decideReminder,
  keptAwayUntil,
  type ReminderCircumstances,
} from '../../../../src/cycle/chases/domain/reminder-policy.ts';
import type { AbsenceFact } from '../../../../src/plan/absences/domain/absence-fact.ts';
import { at, day } from '../../../support/rules/builders.ts';

const MONDAY = '2024-07-01T10:00';
const july = { from: day('2024-07-01'), until: day('2024-07-31') };
const london = { timeZone: 'Europe/London', calendar: everydayCalendar };
const away = (personId: string, coverId: string | null = null) => ({ personId, coverId });

function reminded(
  people: readonly string[],
  now: string,
  {
    absences = [],
    ...others
  }: Omit<Partial<ReminderCircumstances>, 'absences'> & {
    readonly absences?: readonly AbsenceFact[];
  } = {},
  place = london,
) {
  const { to, uncovered } = decideReminder(people, at(now), place, {
    absences: absences.map((one) => ({ ...one, ...july })),
    ...{ calendars: new Map(), busy: new Set<string>(), ...others },
  });
  return [
    ...to.map(({ personId, coversFor }) => (coversFor ? `${personId} for ${coversFor}` : personId)),
    ...uncovered.map((personId) => `nobody for ${personId}`),
  ];
}

describe('whoever is away', () => {
  it.each<[what: string, people: string[], absences: AbsenceFact[], expected: string[]]>([
    ['nobody away', ['sam', 'alex'], [], ['sam', 'alex']],
    ['no cover', ['sam'], [away('sam')], ['nobody for sam']],
    ['a cover', ['sam'], [away('sam', 'kim')], ['kim for sam']],
    ['a cover who has it as well', ['sam', 'alex'], [away('sam', 'alex')], ['alex']],
    ['the same, in another order', ['alex', 'sam'], [away('sam', 'alex')], ['alex']],
    [
      'one cover for two',
      ['sam', 'alex'],
      [away('sam', 'kim'), away('alex', 'kim')],
      ['kim for sam'],
    ],
    ['a cover who is away', ['sam'], [away('sam', 'kim'), away('kim', 'alex')], ['nobody for sam']],
    [
      'two who cover for each other',
      ['sam', 'alex'],
      [away('sam', 'alex'), away('alex', 'sam')],
      ['nobody for sam', 'nobody for alex'],
    ],
    ['somebody else away', ['sam'], [away('alex')], ['sam']],
  ])('%s', (_what, people, absences, expected) => {
    expect(reminded(people, MONDAY, { absences })).toEqual(expected);
  });
});

describe('times', () => {
  const closed = { ...everydayCalendar, closed: new Set(['2024-07-01']) };

  it.each([
    ['2024-07-01T08:59', []],
    ['2024-07-01T09:00', ['sam']],
    ['2024-07-01T16:30', ['sam']],
    ['2024-07-01T16:31', []],
    ['2024-07-06T10:00', []],
    ['2024-08-26T10:00', []],
    ['2024-12-25T10:00', []],
  ])('at %s: %j', (now, expected) => {
    expect(reminded(['sam'], now)).toEqual(expected);
  });

  it('are not those of a closure day', () => {
    expect(reminded(['sam'], MONDAY, {}, { ...london, calendar: closed })).toEqual([]);
  });

  it('are those that the person, or the cover, works', () => {
    const calendars = new Map([['sam', closed]]);

    expect(reminded(['sam', 'alex'], MONDAY, { calendars })).toEqual(['alex']);
    expect(reminded(['sam'], MONDAY, { calendars, absences: [away('sam', 'kim')] })).toEqual([
      'kim for sam',
    ]);
    expect(reminded(['alex'], MONDAY, { calendars, absences: [away('alex', 'sam')] })).toEqual([]);
  });

  it('are from the hour that somebody chose', () => {
    const hours = new Map([['sam', 14]]);

    expect(reminded(['sam'], MONDAY, { hours })).toEqual([]);
    expect(reminded(['sam'], '2024-07-01T14:00', { hours })).toEqual(['sam']);
  });

  it('are one message a day', () => {
    const busy = new Set(['sam']);

    expect(reminded(['sam', 'alex'], MONDAY, { busy })).toEqual(['alex']);
    expect(reminded(['alex'], MONDAY, { busy, absences: [away('alex', 'sam')] })).toEqual([]);
  });
});

describe('leave that kept a message from somebody', () => {
  const leave = (from: string, until: string, coverId: string | null = null) => ({
    ...{ personId: 'sam', coverId, from: day(from), until: day(until) },
  });

  it.each([
    ['none', [], null],
    ['one that is over', [leave('2024-06-24', '2024-06-30')], null],
    ['one to come', [leave('2024-07-02', '2024-07-05')], null],
    ['one over that day', [leave('2024-06-24', '2024-07-05')], '2024-07-05'],
    ['one with a cover', [leave('2024-06-24', '2024-07-05', 'kim')], null],
    [
      'two in a row',
      [leave('2024-07-01', '2024-07-05'), leave('2024-07-06', '2024-07-12')],
      '2024-07-12',
    ],
    [
      'two with days between',
      [leave('2024-07-01', '2024-07-05'), leave('2024-07-08', '2024-07-12')],
      '2024-07-05',
    ],
  ])('%s', (_what, absences, expected) => {
    expect(keptAwayUntil('sam', day('2024-07-01'), absences)?.toString() ?? null).toBe(expected);
  });
});
