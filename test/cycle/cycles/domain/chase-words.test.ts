// Steps of the chase as people type them.
import { describe, expect, it } from 'vitest';
import { parseChaseChange } from '../../../../src/cycle/cycles/domain/chase-words.ts';

describe('parseChaseChange', () => {
  it.each([
    ['nudge -2 days 11:00', { nudge: { workingDays: -2, time: '11:00' } }],
    ['Nudge −2', { nudge: { workingDays: -2, time: '10:00' } }],
    ['last call -2 working days at 9:30', { 'last-call': { workingDays: -2, time: '09:30' } }],
    ['overdue +2', null],
    ['roll-up +3 14:00', { 'roll-up': { workingDays: 3, time: '14:00' } }],
    ['office off', { office: null }],
    ['due today 0 11:00', { 'due-today': { workingDays: 0, time: '11:00' } }],
    ['open off', null],
    ['nudge -8', null],
    ['nudge -2 17:00', null],
    ['nudge -2 08:00', null],
    ['nudge 2', null],
    ['office +30', null],
    ['remind -2', null],
    ['nudge soon', null],
    ['', null],
  ])('%s', (words, expected) => {
    expect(parseChaseChange(words, {})).toEqual(expected);
  });

  it('keeps what differs besides, and goes back to the defaults', () => {
    const own = { office: null, nudge: { workingDays: -2, time: '11:00' } };

    expect(parseChaseChange('nudge default', own)).toEqual({ office: null });
    expect(parseChaseChange('nudge -2', own)).toEqual(own);
    expect(parseChaseChange('default', own)).toEqual({});
  });
});
