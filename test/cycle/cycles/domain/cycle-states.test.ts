// What may change in each state, through one meeting's life: opens 1 July, due 10 July, freezes 16 July, papers out
// 17 July, held 24 July 2024.
import { describe, expect, it } from 'vitest';
import {
  marksLate,
  mayByHand,
  papersStand,
  stateOf,
  takesBoardAmendments,
} from '../../../../src/cycle/cycles/domain/cycle-states.ts';
import { at, cycle, rules } from '../../../support/rules/builders.ts';

const papersOut = { days: 5, unit: 'working', time: '12:00' } as const;
const july = cycle({ rules: { ...rules(10, '17:00', 6), papersOut } });
const minuted = cycle({
  byHand: { openedAt: null, frozenAt: null, minutedAt: at('2024-07-30T12:00') },
});

describe('the states of a cycle', () => {
  it.each([
    ['2024-06-28T12:00', 'planned', 'taken', false, 'open freeze cancel'],
    ['2024-07-01T10:00', 'open', 'taken', false, 'freeze cancel'],
    ['2024-07-10T17:00', 'open', 'taken', false, 'freeze cancel'],
    ['2024-07-10T17:01', 'returns overdue', 'marked late', false, 'freeze cancel'],
    ['2024-07-16T17:00', 'frozen', 'refused', false, 'cancel'],
    ['2024-07-17T12:00', 'papers out', 'refused', false, 'cancel'],
    ['2024-07-23T23:59', 'papers out', 'refused', false, 'cancel'],
    ['2024-07-24T00:00', 'papers out', 'refused', true, 'cancel'],
    ['2024-07-25T00:00', 'held', 'taken', true, 'close'],
  ])('at %s: %s', (time, name, update, board, byHand) => {
    const now = at(time);

    expect(stateOf(july, now)).toMatchObject({ name, update });
    expect(papersStand(july, now)).toBe(update === 'refused');
    expect(marksLate(july, now)).toBe(update === 'marked late');
    expect(takesBoardAmendments(july, now)).toBe(board);
    const verbs = (['open', 'freeze', 'close', 'cancel'] as const).filter((verb) =>
      mayByHand(july, verb, now),
    );
    expect(verbs.join(' ')).toBe(byHand);
  });

  it('takes nothing of the board once the minutes are agreed', () => {
    expect(takesBoardAmendments(minuted, at('2024-07-30T11:59'))).toBe(true);
    expect(takesBoardAmendments(minuted, at('2024-07-30T12:00'))).toBe(false);
    expect(stateOf(minuted, at('2024-07-30T12:00')).byHand).toEqual([]);
  });
});
