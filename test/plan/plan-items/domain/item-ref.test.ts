// References of an objective's parts.
import { describe, expect, it } from 'vitest';
import {
  fullRef,
  itemKey,
  splitPartRefs,
} from '../../../../src/plan/plan-items/domain/item-ref.ts';

describe('the full reference', () => {
  it.each([
    ['2B:2', 'action', '1', '2B:2.1'],
    ['1A:1', 'action', '3', '1A:1.3'],
    ['1A:1', 'milestone', '1.3', '1A:1.1.3'],
    ['1.2', 'action', '3', '1.2.3'],
    ['PA1.2a', 'milestone', '1.2', 'PA1.2a.1.2'],
    ['SEND-14', 'action', 'a', 'SEND-14.a'],
    ['2B:2', 'decision', 'D1', '2B:2 D1'],
    ['1.2', 'measure', 'M1', '1.2 M1'],
    ['1.2', 'action', 'M1', '1.2.M1'],
  ] as const)('of %s %s %s is %s', (objective, kind, ref, full) => {
    expect(fullRef(objective, { kind, ref })).toBe(full);
  });
});

describe('a part’s own reference', () => {
  it.each([
    ['1.02', '1.2'],
    ['(i)', 'I'],
    ['a', 'A'],
    ['3.', '3'],
    ['1-2', '1.2'],
  ])('%j is matched as %j', (ref, key) => {
    expect(itemKey(ref)).toBe(key);
  });
});

describe('parts by their letter', () => {
  it.each([
    ['D1 agreed', 'D', ['D1'], 'agreed'],
    ['d01: agreed', 'D', ['D1'], 'agreed'],
    ['E12', 'E', ['E12'], ''],
    ['C1 six\nmore', 'C', ['C1'], 'six\nmore'],
    ['D1 D2, and D3 agreed', 'D', ['D1', 'D2', 'D3'], 'agreed'],
    ['D1 "D2 is next"', 'D', ['D1'], '"D2 is next"'],
    ['D1 agreed', 'C', [], 'D1 agreed'],
    ['D', 'D', [], 'D'],
    ['Decided', 'D', [], 'Decided'],
    ['D1x', 'D', [], 'D1x'],
    ['', 'D', [], ''],
  ])('in %j for %s', (words, letter, refs, rest) => {
    expect(splitPartRefs(words, letter)).toEqual({ refs, rest });
  });
});
