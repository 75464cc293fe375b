// Dates and times as people write them, in their own time zone.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayText, localMomentText, momentText } from '../../../../src/core/dates/messages/when.ts';
import { day, london } from '../../../support/rules/builders.ts';

describe('dayText', () => {
  it.each([
    ['2024-01-01', 'Mon 1 January 2024'],
    ['2024-02-29', 'Thu 29 February 2024'],
    ['2024-03-31', 'Sun 31 March 2024'],
    ['2024-04-09', 'Tue 9 April 2024'],
    ['2024-05-06', 'Mon 6 May 2024'],
    ['2024-06-12', 'Wed 12 June 2024'],
    ['2024-07-10', 'Wed 10 July 2024'],
    ['2024-08-31', 'Sat 31 August 2024'],
    ['2024-09-20', 'Fri 20 September 2024'],
    ['2024-10-27', 'Sun 27 October 2024'],
    ['2024-11-05', 'Tue 5 November 2024'],
    ['2024-12-25', 'Wed 25 December 2024'],
  ])('writes %s as %s', (date, expected) => {
    expect(dayText(day(date))).toBe(expected);
  });
});

describe('momentText', () => {
  it.each([
    ['2024-07-10T16:00:00Z', london, 'Wed 10 July 2024, 17:00'],
    ['2024-01-10T09:05:59Z', london, 'Wed 10 January 2024, 09:05'],
    ['2024-07-10T23:30:00Z', london, 'Thu 11 July 2024, 00:30'],
    ['2024-10-27T00:30:00Z', london, 'Sun 27 October 2024, 01:30'],
    ['2024-07-10T16:00:00Z', 'America/New_York', 'Wed 10 July 2024, 12:00'],
  ])('writes %s in %s as %s', (instant, timeZone, expected) => {
    expect(momentText(Temporal.Instant.from(instant), timeZone)).toBe(expected);
  });
});

describe('localMomentText', () => {
  it('writes a time that is local already', () => {
    const moment = Temporal.PlainDateTime.from('2024-07-16T17:00:00');

    expect(localMomentText(moment)).toBe('Tue 16 July 2024, 17:00');
  });
});
