// Several numbers in one line, and the words behind them.
import { expect, it } from 'vitest';
import { parseNumberList } from '../../../../src/core/request/domain/number-list.ts';

it.each([
  ['3', [3], [], ''],
  ['#3', [3], [], ''],
  ['2 3 4', [2, 3, 4], [], ''],
  ['#2 #3 agreed', [2, 3], [], 'agreed'],
  ['2, 3 and 4', [2, 3, 4], [], ''],
  ['2, 3, and 4 agreed by the board', [2, 3, 4], [], 'agreed by the board'],
  ['2 3 & 4 agreed', [2, 3, 4], [], 'agreed'],
  ['2 3: agreed', [2, 3], [], 'agreed'],
  ['2 3 – agreed', [2, 3], [], 'agreed'],
  ['2 3 because it was agreed', [2, 3], [], 'because it was agreed'],
  ['2 "3 agreed"', [2], [], '"3 agreed"'],
  ['2 2 3', [2, 3], [], ''],
  ['3 the date cannot move', [3], [], 'the date cannot move'],
  ['3: the date cannot move', [3], [], 'the date cannot move'],
  // Never guessed: the number may begin what is said.
  ['2 3 agreed', [2], [3], 'agreed'],
  ['2 14 of 20 trained', [2], [14], 'of 20 trained'],
  ['2, 3 14 of 20 trained', [2, 3], [14], 'of 20 trained'],
  ['3 14% are trained', [3], [], '14% are trained'],
  ['3 2024-07-31 it is', [3], [], '2024-07-31 it is'],
])('%j', (typed, numbers, unclear, words) => {
  expect(parseNumberList(typed)).toEqual({ numbers, unclear, words });
});

it.each(['', 'agreed', 'three', '2B:2', '12x'])('%j begins with none', (typed) => {
  expect(parseNumberList(typed)).toBeNull();
});
