// A forum's deadlines as they are typed, and the days that they come to.
import { expect, it } from 'vitest';
import {
  deadlineText,
  defaultRules,
  type ForumRules,
  type LeadTime,
  leadDay,
  leadText,
  parseForumRules,
  toForumRules,
} from '../../../../src/cycle/cycles/domain/forum-rules.ts';
import { day } from '../../../support/rules/builders.ts';

const working = (days: number, time = '17:00'): LeadTime => ({ days, unit: 'working', time });
const calendarDays = (days: number, time = '17:00'): LeadTime => ({
  ...{ days, unit: 'calendar', time },
});

it.each<[string, Partial<ForumRules>]>([
  ['8 days 12:00 freeze 4', { returnsDue: working(8, '12:00'), freeze: working(4, '12:00') }],
  ['8 days', { returnsDue: working(8) }],
  [
    '8 working days at 9:00, freeze 4 days',
    { returnsDue: working(8, '09:00'), freeze: working(4, '09:00') },
  ],
  ['1 day freeze 0', { returnsDue: working(1), freeze: working(0) }],
  ['60 DAYS 00:00 freeze 60', { returnsDue: working(60, '00:00'), freeze: working(60, '00:00') }],
  [
    'returns 14 calendar days 09:00',
    { returnsDue: calendarDays(14, '09:00'), freeze: working(6, '09:00') },
  ],
  ['freeze 3 days 12:00', { freeze: working(3, '12:00') }],
  ['papers 5 days 12:00', { papersOut: working(5, '12:00') }],
  ['evidence due 14 calendar days', { evidenceDue: calendarDays(14) }],
  [
    'returns 10 days; freeze 6; papers out 5 days; evidence 14 calendar days 12:00',
    { papersOut: working(5), evidenceDue: calendarDays(14, '12:00') },
  ],
  ['papers 5 clear working days', { papersOut: working(6) }],
  ['papers at least 5 clear days before the meeting', { papersOut: working(6) }],
  ['papers 1 week', { papersOut: calendarDays(7) }],
  ['evidence two weeks before', { evidenceDue: calendarDays(14) }],
  [
    'returns by noon, 8 working days before, freeze 4',
    { returnsDue: working(8, '12:00'), freeze: working(4, '12:00') },
  ],
  ['ten working days, close of play', {}],
  ['papers 5 days, 12 noon', { papersOut: working(5, '12:00') }],
  ['agenda and papers 48 hours before 10am', { papersOut: calendarDays(2, '10:00') }],
  [
    'returns 2pm on the Friday before, freeze 1 day 9.30am',
    { returnsDue: { days: 5, unit: 'weekday', time: '14:00' }, freeze: working(1, '09:30') },
  ],
  [
    'papers noon on the Thursday of the week before',
    { papersOut: { days: 14, unit: 'weekday', time: '12:00' } },
  ],
  ['minutes 10 working days after', { minutesDue: working(10) }],
  ['draft minutes within 15 working days after the meeting', { minutesDue: working(15) }],
  ['minutes 3 days', { minutesDue: working(3) }],
])('reads %j', (words, changes) => {
  expect(parseForumRules(words, defaultRules)).toEqual({ ...defaultRules, ...changes });
});

it('takes papers and evidence away again', () => {
  const now = { ...defaultRules, papersOut: working(5), evidenceDue: calendarDays(14) };

  expect(parseForumRules('papers off, evidence none', now)).toEqual(defaultRules);
});

it('leaves a freeze with its own time of day alone', () => {
  const now = { ...defaultRules, freeze: working(6, '09:00') };

  expect(parseForumRules('8 days 12:00', now)?.freeze).toEqual(working(6, '09:00'));
});

it.each([
  '',
  'soon',
  '8',
  '0 days freeze 0',
  '61 days',
  '5 days',
  '8 days freeze 9',
  '8 days 24:00',
  '8 days 12:60',
  '8 days 12:00 freeze',
  'freeze off',
  'returns off',
  'minutes 3 days before',
  'minutes on the Friday before',
  'papers 5 days after',
  'evidence 48 hours before',
  'papers 8 days midnight',
  'papers 2 working weeks',
])('does not read %j', (words) => {
  expect(parseForumRules(words, defaultRules)).toBeNull();
});

it.each<[string, LeadTime, string]>([
  ['2024-01-18', working(4), '2024-01-12'],
  ['2026-01-30', working(3), '2026-01-27'],
  ['2024-09-25', calendarDays(14), '2024-09-11'],
  ['2024-09-25', working(0), '2024-09-25'],
  // Published: questions by 2pm on the Friday before the Wednesday's board, over a bank holiday as well.
  ['2024-05-22', { days: 5, unit: 'weekday', time: '14:00' }, '2024-05-17'],
  ['2024-08-28', { days: 5, unit: 'weekday', time: '14:00' }, '2024-08-23'],
  ['2024-09-05', { days: 4, unit: 'weekday', time: '12:00' }, '2024-08-29'],
  ['2024-09-06', { days: 14, unit: 'weekday', time: '12:00' }, '2024-08-29'],
  // Nobody works on Good Friday.
  ['2024-04-03', { days: 5, unit: 'weekday', time: '14:00' }, '2024-03-28'],
])('of a meeting on %s, %j is %s', (meeting, lead, expected) => {
  expect(leadDay(day(meeting), lead).toString()).toBe(expected);
});

it('does not count a day on which the partnership is closed', () => {
  const calendar = { closed: new Set(['2024-01-15']), worked: new Set<string>() };

  expect(leadDay(day('2024-01-18'), working(4), calendar).toString()).toBe('2024-01-11');
  expect(leadDay(day('2024-01-18'), calendarDays(4), calendar).toString()).toBe('2024-01-14');
});

it('is by default what the record does not keep otherwise', () => {
  expect(toForumRules([])).toEqual(defaultRules);
  expect(toForumRules([{ kind: 'evidence-due', ...calendarDays(14, '12:00') }])).toEqual({
    ...defaultRules,
    evidenceDue: calendarDays(14, '12:00'),
  });
});

it('is told in words', () => {
  expect(leadText(working(1))).toBe('1 working day before, 17:00');
  expect(leadText(calendarDays(14, '12:00'))).toBe('14 calendar days before, 12:00');
  expect(leadText({ days: 5, unit: 'weekday', time: '14:00' })).toBe('the Friday before, 14:00');
  expect(leadText({ days: 14, unit: 'weekday', time: '12:00' })).toBe(
    'the Thursday of the week before, 12:00',
  );
  expect(deadlineText('minutes-due', working(10))).toBe('minutes 10 working days after, 17:00');
});
