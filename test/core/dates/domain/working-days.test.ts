// Counting working days: deadlines as councils published them, holidays, clock changes, and a second
// calculation that has to agree.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  isWorkingDay,
  localDate,
  localInstant,
  workingDayOnOrAfter,
  workingDaysAfter,
  workingDaysBefore,
} from '../../../../src/core/dates/domain/working-days.ts';
import { day, london } from '../../../support/rules/builders.ts';
import { walkBack, walkOn, workingDays } from '../../../support/rules/working-day-calendar.ts';

describe('isWorkingDay', () => {
  it.each([
    ['a Monday', '2024-07-15', true],
    ['a Friday', '2024-07-19', true],
    ['a Saturday', '2024-07-20', false],
    ['a Sunday', '2024-07-21', false],
    ['Good Friday', '2024-03-29', false],
    ['Easter Monday', '2024-04-01', false],
    ['the Tuesday after Easter', '2024-04-02', true],
    ['a one-off holiday', '2022-09-19', false],
    ['a substitute day', '2026-12-28', false],
  ])('%s, %s: %s', (_name, date, expected) => {
    expect(isWorkingDay(day(date))).toBe(expected);
  });
});

describe('workingDaysBefore', () => {
  it.each([
    ['a published deadline: meeting of January 2024, less 4', '2024-01-18', 4, '2024-01-12'],
    ['a published deadline: meeting of January 2026, less 3', '2026-01-30', 3, '2026-01-27'],
    ['none: the day itself', '2024-07-24', 0, '2024-07-24'],
    ['none of a Sunday: the day itself', '2024-07-21', 0, '2024-07-21'],
    ['one before a Monday', '2024-07-15', 1, '2024-07-12'],
    ['one before a Sunday', '2024-07-21', 1, '2024-07-19'],
    ['two weeks', '2024-07-24', 10, '2024-07-10'],
    ['over Easter 2024', '2024-04-02', 1, '2024-03-28'],
    ['over Easter 2024, from within', '2024-04-01', 1, '2024-03-28'],
    ['over Christmas 2024 and New Year', '2025-01-02', 4, '2024-12-24'],
    ['over Christmas 2025', '2025-12-29', 2, '2025-12-23'],
    ['over Christmas 2022 with its substitute', '2022-12-28', 1, '2022-12-23'],
    ['over Christmas 2026 with its substitute', '2026-12-29', 1, '2026-12-24'],
    ['over the jubilee, June 2022', '2022-06-06', 2, '2022-05-31'],
    ['over the funeral, September 2022', '2022-09-20', 1, '2022-09-16'],
    ['over the coronation, May 2023', '2023-05-09', 1, '2023-05-05'],
    ['over both holidays of May 2023', '2023-05-09', 5, '2023-04-28'],
    ['over a leap day', '2024-03-01', 2, '2024-02-28'],
  ])('counts %s', (_name, from, count, expected) => {
    expect(workingDaysBefore(day(from), count).toString()).toBe(expected);
  });
});

describe('workingDaysAfter', () => {
  it.each([
    ['none: the day itself', '2024-07-20', 0, '2024-07-20'],
    ['one after a Friday', '2024-07-12', 1, '2024-07-15'],
    ['one after a Saturday', '2024-07-13', 1, '2024-07-15'],
    ['over Easter 2024', '2024-03-28', 1, '2024-04-02'],
    ['over Christmas 2025 and New Year', '2025-12-24', 5, '2026-01-05'],
  ])('counts %s', (_name, from, count, expected) => {
    expect(workingDaysAfter(day(from), count).toString()).toBe(expected);
  });
});

describe('workingDayOnOrAfter', () => {
  it.each([
    ['a working day is itself', '2024-07-15', '2024-07-15'],
    ['a Saturday is the Monday', '2024-07-13', '2024-07-15'],
    ['a bank holiday Monday is the Tuesday', '2024-08-26', '2024-08-27'],
    ['Christmas Day 2025 is the Monday after', '2025-12-25', '2025-12-29'],
  ])('%s', (_name, from, expected) => {
    expect(workingDayOnOrAfter(day(from)).toString()).toBe(expected);
  });
});

describe('localInstant', () => {
  it.each([
    ['winter time', '2024-01-18', '09:00', '2024-01-18T09:00:00Z'],
    ['summer time', '2024-07-10', '17:00', '2024-07-10T16:00:00Z'],
    ['the day before the clocks go forward', '2024-03-30', '17:00', '2024-03-30T17:00:00Z'],
    ['the day on which they go forward', '2024-03-31', '17:00', '2024-03-31T16:00:00Z'],
    ['the midnight of that day', '2024-03-31', '00:00', '2024-03-31T00:00:00Z'],
    ['the hour that is left out, pushed on', '2024-03-31', '01:30', '2024-03-31T01:30:00Z'],
    ['the day before the clocks go back', '2024-10-26', '17:00', '2024-10-26T16:00:00Z'],
    ['the day on which they go back', '2024-10-27', '17:00', '2024-10-27T17:00:00Z'],
    ['the midnight of that day', '2024-10-27', '00:00', '2024-10-26T23:00:00Z'],
    ['the hour that comes twice, the first time', '2024-10-27', '01:30', '2024-10-27T00:30:00Z'],
  ])('knows %s', (_name, date, time, expected) => {
    expect(localInstant(day(date), time, london).toString()).toBe(expected);
  });

  it('follows the time zone it is given', () => {
    const instant = localInstant(day('2024-07-10'), '17:00', 'America/New_York');

    expect(instant.toString()).toBe('2024-07-10T21:00:00Z');
  });
});

describe('localDate', () => {
  it.each([
    ['just before midnight in summer', '2024-07-10T22:59:59Z', '2024-07-10'],
    ['midnight in summer', '2024-07-10T23:00:00Z', '2024-07-11'],
    ['just before midnight in winter', '2024-01-10T23:59:59Z', '2024-01-10'],
    ['midnight in winter', '2024-01-11T00:00:00Z', '2024-01-11'],
  ])('is that of the place, %s', (_name, instant, expected) => {
    expect(localDate(Temporal.Instant.from(instant), london).toString()).toBe(expected);
  });
});

describe('counting in both directions', () => {
  const anyDay = fc
    .integer({ min: 0, max: day('2022-03-01').until(day('2028-10-31')).days })
    .map((days) => day('2022-03-01').add({ days }));
  const count = fc.integer({ min: 0, max: 25 });

  it('agrees with a second calculation', () => {
    fc.assert(
      fc.property(anyDay, count, (from, steps) => {
        expect(workingDaysBefore(from, steps).toString()).toBe(walkBack(from.toString(), steps));
        expect(workingDaysAfter(from, steps).toString()).toBe(walkOn(from.toString(), steps));
      }),
    );
  });

  it('comes back to the working day that it started from', () => {
    const workingDay = fc.constantFrom(...workingDays.slice(40, -40)).map(day);
    fc.assert(
      fc.property(workingDay, count, (from, steps) => {
        const there = workingDaysBefore(from, steps);
        const onward = workingDaysAfter(from, steps);

        expect(workingDaysAfter(there, steps).toString()).toBe(from.toString());
        expect(workingDaysBefore(onward, steps).toString()).toBe(from.toString());
      }),
    );
  });

  it('calls the same days working days as the second calculation', () => {
    const listed = new Set(workingDays);
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(isWorkingDay(date)).toBe(listed.has(date.toString()));
      }),
    );
  });
});
