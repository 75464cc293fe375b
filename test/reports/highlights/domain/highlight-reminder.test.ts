import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { everydayCalendar } from '../../../../src/core/dates/domain/working-days.ts';
import { isReminderTime } from '../../../../src/reports/highlights/domain/highlight-reminder.ts';

const ZONE = 'Europe/London';
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant();

describe('the reminder of a highlight report', () => {
  it.each([
    ['2024-07-01T09:45', false, 'before its hour on the first working day'],
    ['2024-07-01T10:00', true, 'at its hour'],
    ['2024-07-03T09:00', true, 'on a later morning, after an outage'],
    ['2024-07-10T16:00', true, 'on the last day'],
    ['2024-07-11T10:00', false, 'once it is no news'],
    ['2024-09-01T10:00', false, 'on a Sunday'],
    ['2024-09-02T09:59', false, 'before its hour on the Monday after'],
    ['2024-09-02T10:00', true, 'on the Monday after'],
    ['2025-01-01T10:00', false, 'on New Year’s Day'],
    ['2025-01-02T10:00', true, 'on the day after it'],
  ])('%s: %s, %s', (local, due) => {
    expect(isReminderTime(at(local), ZONE, everydayCalendar)).toBe(due);
  });

  it('waits for the first day that is worked here', () => {
    const closed = { closed: new Set(['2024-07-01']), worked: new Set<string>() };

    expect(isReminderTime(at('2024-07-01T10:00'), ZONE, closed)).toBe(false);
    expect(isReminderTime(at('2024-07-02T10:00'), ZONE, closed)).toBe(true);
  });
});
