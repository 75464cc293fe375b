// The road back as people type it, and when a missing one is reminded of.
import { describe, expect, it } from 'vitest';
import {
  isRecoveryReminderDue,
  parseRecoveryWords,
  recoveryReminderAt,
} from '../../../../src/plan/plan-items/domain/recovery.ts';
import { at, day, inLondon, london } from '../../../support/rules/builders.ts';

const today = day('2024-07-01');

describe('a line', () => {
  it.each([
    ['train six by 31 July', 'train six', '2024-07-31', null, null],
    ['train six by 31/07/2024', 'train six', '2024-07-31', null, null],
    ['train six by the end of July', 'train six', '2024-07-31', null, null],
    ['train six 31 July', 'train six', '2024-07-31', null, null],
    ['train six by 31 July who @sam', 'train six', '2024-07-31', '@sam', null],
    ['train six by 31 July, who Sam Taylor', 'train six', '2024-07-31', 'Sam Taylor', null],
    ['train six who @sam by 31 July', 'train six', '2024-07-31', '@sam', null],
    ['train six by 31 July decision from SIAB', 'train six', '2024-07-31', null, 'SIAB'],
    ['train six by 31 July decision needed from SIAB', 'train six', '2024-07-31', null, 'SIAB'],
    [
      'fill both posts by 31 August who @sam decision from the lead member',
      ...(['fill both posts', '2024-08-31', '@sam', 'the lead member'] as const),
    ],
    [
      'fill both posts by 31 August decision from SIAB who @sam',
      ...(['fill both posts', '2024-08-31', '@sam', 'SIAB'] as const),
    ],
    [
      'write to families who wait, by hand if need be, by Autumn 2024',
      ...(['write to families who wait, by hand if need be', '2024-11-30', null, null] as const),
    ],
  ])('%j', (words, what, lastDay, who, decisionFrom) => {
    const read = parseRecoveryWords(words, today);

    expect(read && 'due' in read && { ...read, due: read.due.lastDay.toString() }).toEqual({
      ...{ what, due: lastDay, who, decisionFrom },
    });
  });

  it.each([
    ['train six by Easter 2025', 'Easter 2025', 'no-terms'],
    ['train six by 31 June 2024 who @sam', '31 June 2024', 'no-such-day'],
    ['train six by Q3', 'Q3', 'which'],
  ])('says why a date cannot be read: %j', (words, typed, problem) => {
    expect(parseRecoveryWords(words, today)).toMatchObject({ kind: 'unread', typed, problem });
  });

  it.each(['', 'train six', 'by 31 July', 'train six by soon', 'train six by 31 July and more'])(
    'without what or when is none: %j',
    (words) => {
      expect(parseRecoveryWords(words, today)).toBeNull();
    },
  );
});

describe('the reminder', () => {
  it.each([
    ['2024-07-01T09:45', '2024-07-02T09:00'],
    ['2024-07-05T16:00', '2024-07-08T09:00'],
    ['2024-07-06T12:00', '2024-07-08T09:00'],
    ['2024-08-23T12:00', '2024-08-27T09:00'],
  ])('of a rating at %s is due at %s', (rated, due) => {
    expect(inLondon(recoveryReminderAt(at(rated), london)).slice(0, 16)).toBe(due);
  });

  it.each([
    ['2024-07-02T08:59', false],
    ['2024-07-02T09:00', true],
    ['2024-07-03T12:00', true],
    ['2024-07-06T12:00', false],
    ['2024-07-15T12:00', true],
    ['2024-07-16T09:00', false],
  ])('of a rating on 1 July is sent at %s: %s', (now, due) => {
    expect(isRecoveryReminderDue(at('2024-07-01T09:45'), at(now), london)).toBe(due);
  });
});
