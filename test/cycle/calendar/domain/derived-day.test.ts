// A day counted from another one, and what was passed over: published deadlines, holidays, closures, and a second
// calculation that has to agree.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everydayCalendar, localInstant } from '../../../../src/core/dates/domain/working-days.ts';
import { deriveDay, parseDayCount } from '../../../../src/cycle/calendar/domain/derived-day.ts';
import { day, london } from '../../../support/rules/builders.ts';
import { walkBack, walkOn } from '../../../support/rules/working-day-calendar.ts';

describe('parseDayCount', () => {
  it.each([
    ['-4wd', -4, 'working'],
    ['−4 working days', -4, 'working'],
    ['–14cd', -14, 'calendar'],
    ['+10 calendar days', 10, 'calendar'],
    ['3wd', 3, 'working'],
    ['-0wd', 0, 'working'],
    ['-366cd', -366, 'calendar'],
  ])('%s', (words, days, unit) => {
    expect(parseDayCount(words)).toEqual({ days, unit });
  });

  it.each(['4', '-4', '-4 days', '-367wd', '-4wd or so', ''])('does not read “%s”', (words) => {
    expect(parseDayCount(words)).toBeNull();
  });
});

describe('deriveDay', () => {
  it.each([
    ['a published deadline, January 2024', '2024-01-18', -4, '2024-01-12'],
    ['a published deadline, January 2026', '2026-01-30', -3, '2026-01-27'],
    ['the day itself', '2024-07-24', 0, '2024-07-24'],
    ['the day itself, a Sunday', '2024-07-21', 0, '2024-07-21'],
    ['the returns of July 2024', '2024-07-24', -10, '2024-07-10'],
    ['the freeze of July 2024', '2024-07-24', -6, '2024-07-16'],
    ['over a weekend', '2024-07-15', -1, '2024-07-12'],
    ['from a Saturday', '2024-07-20', -1, '2024-07-19'],
    ['over Easter 2024', '2024-04-03', -3, '2024-03-27'],
    ['over Easter 2025', '2025-04-24', -5, '2025-04-15'],
    ['over Easter 2026', '2026-04-08', -2, '2026-04-02'],
    ['over Easter 2027, in March', '2027-03-31', -2, '2027-03-25'],
    ['over Christmas 2024 and New Year', '2025-01-08', -10, '2024-12-20'],
    ['over Christmas 2025', '2025-12-30', -3, '2025-12-23'],
    ['over Christmas 2022 with its substitute', '2022-12-29', -2, '2022-12-23'],
    ['over Christmas 2027 with both substitutes', '2027-12-30', -2, '2027-12-24'],
    ['over New Year 2028 with its substitute', '2028-01-04', -1, '2027-12-31'],
    ['over the May holiday moved for the jubilee', '2022-06-01', -2, '2022-05-30'],
    ['over the jubilee', '2022-06-06', -1, '2022-06-01'],
    ['over the funeral', '2022-09-21', -2, '2022-09-16'],
    ['over the coronation', '2023-05-10', -2, '2023-05-05'],
    ['over the August holiday', '2024-08-28', -2, '2024-08-23'],
    ['over the clocks going forward', '2024-04-05', -3, '2024-04-02'],
    ['over the clocks going back', '2024-10-30', -5, '2024-10-23'],
    ['over a leap day', '2024-03-04', -3, '2024-02-28'],
    ['onwards, over Easter', '2024-03-28', 1, '2024-04-02'],
    ['onwards, over Christmas', '2025-12-24', 2, '2025-12-30'],
    ['in 2033, counted ahead', '2033-01-06', -3, '2032-12-31'],
  ])('counts %s', (_name, from, days, expected) => {
    const { day: derived } = deriveDay(day(from), { days, unit: 'working' }, everydayCalendar);

    expect(derived.toString()).toBe(expected);
  });

  it('says what was passed over, and why', () => {
    const calendar = { closed: new Set(['2025-01-02']), worked: new Set(['2024-12-26']) };
    const closures = new Map([['2025-01-02', 'Council closed']]);

    const { day: derived, skipped } = deriveDay(
      day('2025-01-03'),
      { days: -4, unit: 'working' },
      calendar,
      closures,
    );

    expect(derived.toString()).toBe('2024-12-26');
    expect(skipped.map((one) => [`${one.day}`, one.why, one.name])).toEqual([
      ['2025-01-02', 'closed', 'Council closed'],
      ['2025-01-01', 'bank-holiday', 'New Year’s Day'],
      ['2024-12-29', 'weekend', null],
      ['2024-12-28', 'weekend', null],
    ]);
  });

  it('passes nothing over where calendar days are counted', () => {
    const derived = deriveDay(day('2025-01-03'), { days: -14, unit: 'calendar' }, everydayCalendar);

    expect([`${derived.day}`, derived.skipped]).toEqual(['2024-12-20', []]);
  });

  it.each([
    ['2024-04-05', '2024-03-27T17:00:00Z'],
    ['2024-04-12', '2024-04-05T16:00:00Z'],
    ['2024-11-01', '2024-10-25T16:00:00Z'],
    ['2024-11-04', '2024-10-28T17:00:00Z'],
  ])('keeps the time of day on both sides of a clock change: %s', (from, instant) => {
    const { day: derived } = deriveDay(day(from), { days: -5, unit: 'working' }, everydayCalendar);

    expect(localInstant(derived, '17:00', london).toString()).toBe(instant);
  });

  it('agrees with a second calculation, and every day on the way is counted or passed over', () => {
    const anyDay = fc
      .integer({ min: 0, max: day('2022-03-01').until(day('2035-10-31')).days })
      .map((days) => day('2022-03-01').add({ days }));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -25, max: 25 }), (from, days) => {
        const derived = deriveDay(from, { days, unit: 'working' }, everydayCalendar);
        const walked = days < 0 ? walkBack(`${from}`, -days) : walkOn(`${from}`, days);

        expect(`${derived.day}`).toBe(walked);
        expect(derived.skipped.length + Math.abs(days)).toBe(
          Math.abs(from.until(derived.day).days),
        );
      }),
    );
  });
});
