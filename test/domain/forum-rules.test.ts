// A forum's lead times as they are typed.
import { expect, it } from 'vitest';
import { readForumRules } from '../../src/domain/forum-rules.ts';

const now = { returnLeadWorkingDays: 10, returnDueTime: '17:00', freezeLeadWorkingDays: 6 };

it.each([
  ['8 days 12:00 freeze 4', 8, '12:00', 4],
  ['8 days', 8, '17:00', 6],
  ['8 working days at 9:00, freeze 4 days', 8, '09:00', 4],
  ['1 day freeze 0', 1, '17:00', 0],
  ['60 DAYS 00:00 freeze 60', 60, '00:00', 60],
])('reads %j', (words, returnLeadWorkingDays, returnDueTime, freezeLeadWorkingDays) => {
  expect(readForumRules(words, now)).toEqual({
    ...{ returnLeadWorkingDays, returnDueTime, freezeLeadWorkingDays },
  });
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
])('does not read %j', (words) => {
  expect(readForumRules(words, now)).toBeNull();
});
