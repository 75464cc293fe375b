// Deadlines and meetings as boards publish them, with the days that follow: schedules of LEPs, integrated care boards,
// councils and trusts, collected in November 2026.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseTimeOfDay } from '../../../../src/core/dates/domain/time-of-day.ts';
import { everydayCalendar } from '../../../../src/core/dates/domain/working-days.ts';
import {
  defaultRules,
  type ForumRules,
  leadInstant,
  minutesInstant,
  parseForumRules,
} from '../../../../src/cycle/cycles/domain/forum-rules.ts';
import { meetingsBetween } from '../../../../src/cycle/meetings/domain/recurrence.ts';
import { parseRecurrence } from '../../../../src/cycle/meetings/domain/recurrence-words.ts';
import { day } from '../../../support/rules/builders.ts';

const LONDON = 'Europe/London';

function due(words: string, of: keyof ForumRules, meeting: string): string | undefined {
  const lead = parseForumRules(words, defaultRules)?.[of];
  if (!lead) return undefined;
  const count = of === 'minutesDue' ? minutesInstant : leadInstant;
  return count(day(meeting), lead, LONDON).toZonedDateTimeISO(LONDON).toPlainDateTime().toString();
}

describe('a deadline', () => {
  it.each<[string, string, keyof ForumRules, string, string]>([
    [
      '1: five clear working days (LEP)',
      'papers 5 clear working days',
      'papersOut',
      '2024-07-24',
      '2024-07-16T17:00:00',
    ],
    ['1: as five days', 'papers 5 days', 'papersOut', '2024-07-24', '2024-07-17T17:00:00'],
    ['1: as six days', 'papers 6 days', 'papersOut', '2024-07-24', '2024-07-16T17:00:00'],
    [
      '2: 2pm on the Friday before (ICB)',
      'returns 2pm on the Friday before, freeze 1 day',
      'returnsDue',
      '2024-05-22',
      '2024-05-17T14:00:00',
    ],
    [
      '2: over the bank holiday',
      'returns 2pm on the Friday before, freeze 1 day',
      'returnsDue',
      '2024-08-28',
      '2024-08-23T14:00:00',
    ],
    [
      '2: noon on the Thursday before',
      'returns noon on the Thursday before, freeze 1 day',
      'returnsDue',
      '2024-08-28',
      '2024-08-22T12:00:00',
    ],
    [
      '4: 5pm three days ahead (trust)',
      'evidence 3 calendar days before 5pm',
      'evidenceDue',
      '2024-05-23',
      '2024-05-20T17:00:00',
    ],
    [
      '5: 5pm on the working day before (trust)',
      'returns 5pm on the working day before, freeze 1 day',
      'returnsDue',
      '2024-09-05',
      '2024-09-04T17:00:00',
    ],
    [
      '7: one week (schools forum)',
      'papers 1 week',
      'papersOut',
      '2024-07-24',
      '2024-07-17T17:00:00',
    ],
    [
      '8: two weeks (review by the department)',
      'evidence 2 weeks',
      'evidenceDue',
      '2024-07-24',
      '2024-07-10T17:00:00',
    ],
    [
      '10: noon, 8 working days before',
      'returns noon, 8 working days before, freeze 4',
      'returnsDue',
      '2024-09-16',
      '2024-09-04T12:00:00',
    ],
    [
      '10: the next one',
      'returns 12 noon, 8 working days before, freeze 4',
      'returnsDue',
      '2024-10-28',
      '2024-10-16T12:00:00',
    ],
    [
      '11: ten working days',
      'returns ten working days before, close of play',
      'returnsDue',
      '2024-07-24',
      '2024-07-10T17:00:00',
    ],
    [
      '12: draft minutes within 10 working days',
      'minutes 10 working days after',
      'minutesDue',
      '2024-07-24',
      '2024-08-07T17:00:00',
    ],
    [
      '12: within 15, over a bank holiday',
      'draft minutes within 15 working days after',
      'minutesDue',
      '2024-08-14',
      '2024-09-05T17:00:00',
    ],
  ])('%s: “%s”', (_rule, words, of, meeting, expected) => {
    expect(due(words, of, meeting)).toBe(expected);
  });

  it.each([
    ['noon', '12:00'],
    ['12 noon', '12:00'],
    ['midday', '12:00'],
    ['2pm', '14:00'],
    ['5 pm', '17:00'],
    ['5.30pm', '17:30'],
    ['12.30pm', '12:30'],
    ['12am', '00:00'],
    ['9:00', '09:00'],
    ['14.30', '14:30'],
    ['close of play', '17:00'],
    ['close of business', '17:00'],
    ['COP', '17:00'],
    ['end of the day', '17:00'],
  ])('11: at “%s” is at %s', (words, time) => {
    expect(parseTimeOfDay(words)).toBe(time);
  });

  it.each(['midnight', '25:00', '13pm', '0am', '12:60', 'soon', '12'])(
    'reads no time of “%s”',
    (words) => {
      expect(parseTimeOfDay(words)).toBeNull();
    },
  );
});

describe('meetings', () => {
  const from = day('2024-07-01');
  const until = day('2025-04-01');
  it.each([
    [
      '14: last Thursday every two months (trust)',
      'last Thursday of every 2 months from 25 July 2024',
      '2024-07-25 2024-09-26 2024-11-28 2025-01-30 2025-03-27',
    ],
    [
      '15: first Tuesday every two months, in January the second (council)',
      'first Tuesday of every 2 months from 7 May 2024, in January the second Tuesday',
      '2024-07-02 2024-09-03 2024-11-05 2025-01-14 2025-03-04',
    ],
    [
      '17: every eight weeks (council)',
      'every eight weeks from 4 July 2024',
      '2024-07-04 2024-08-29 2024-10-24 2024-12-19 2025-02-13',
    ],
    [
      '17: in digits',
      'every 8 weeks from 4 July 2024',
      '2024-07-04 2024-08-29 2024-10-24 2024-12-19 2025-02-13',
    ],
    [
      '19: bi-monthly (council)',
      'bi-monthly on the first Tuesday',
      '2024-07-02 2024-09-03 2024-11-05 2025-01-07 2025-03-04',
    ],
    ['19: quarterly', 'quarterly on the second Thursday', '2024-07-11 2024-10-10 2025-01-09'],
    ['19: termly', 'third Thursday termly from 17 October 2024', '2024-10-17 2025-02-20'],
    [
      '19: of named months',
      'third Thursday of January, April, July and October',
      '2024-07-18 2024-10-17 2025-01-16',
    ],
    [
      '19: every three months from a day',
      'every 3 months from 11 July 2024',
      '2024-07-11 2024-10-10 2025-01-09',
    ],
  ])('%s', (_rule, words, expected) => {
    const rule = parseRecurrence(words, Temporal.PlainDate.from('2024-07-01'));

    const slots = rule ? meetingsBetween(rule, from, until, everydayCalendar) : [];
    expect(slots.map(({ recursOn }) => `${recursOn}`).join(' ')).toBe(expected);
  });
});
