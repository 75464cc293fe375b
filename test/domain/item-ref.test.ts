// References of an objective's parts.
import { describe, expect, it } from 'vitest';
import { readItemRef, splitItemRef, splitPartRef } from '../../src/domain/item-ref.ts';

describe('an action or milestone', () => {
  it.each([
    ['2B:2.1', '2B:2', '1'],
    ['2b2.1', '2b2', '1'],
    ['2B.2.1', '2B.2', '1'],
    ['2B-2.10', '2B-2', '10'],
    ['2B:2.1.2', '2B:2', '1.2'],
    ['12AB:10.3.04', '12AB:10', '3.4'],
    [' 2B:2.1 ', '2B:2', '1'],
  ])('%j is the part of %s', (word, objective, item) => {
    expect(readItemRef(word)).toEqual({ objective, item });
  });

  it.each([
    ...['2B:2', '2b2', '2B.2', '2B-2', '2B', '2B:2.', '2B:2.x', '2B:2.1.2.3', '.1', '2.1', ''],
    ...['2B:2.1234', 'PAP', '14.5', '3.50', '2B:2.1,'],
  ])('%j is none', (word) => {
    expect(readItemRef(word)).toBeNull();
  });

  it.each([
    ['2B:2.1 done all 20', { objective: '2B:2', item: '1', rest: 'done all 20' }],
    ['PAP 2b2.1.2', { objective: '2b2', item: '1.2', rest: '' }],
    ['2B:2.1: done', { objective: '2B:2', item: '1', rest: 'done' }],
    ['2B:2.1 done\nall 20', { objective: '2B:2', item: '1', rest: 'done\nall 20' }],
    ['2B:2 amber 2B:2.1 is late', null],
    ['2B.2 amber', null],
    ['', null],
  ])('at the start of %j', (line, read) => {
    expect(splitItemRef(line)).toEqual(read);
  });
});

describe('a part by its letter', () => {
  it.each([
    ['D1 agreed', 'D', { ref: 'D1', rest: 'agreed' }],
    ['d01: agreed', 'D', { ref: 'D1', rest: 'agreed' }],
    ['E12', 'E', { ref: 'E12', rest: '' }],
    ['C1 six\nmore', 'C', { ref: 'C1', rest: 'six\nmore' }],
    ['D1 agreed', 'C', null],
    ['D', 'D', null],
    ['Decided', 'D', null],
    ['D1x', 'D', null],
    ['', 'D', null],
  ])('in %j for %s', (words, letter, read) => {
    expect(splitPartRef(words, letter)).toEqual(read);
  });
});
