// What is told of a witness that answers otherwise, and what may be listed as meant.
import { describe, expect, it } from 'vitest';
import { differences, listed, unknownNames } from './compare.ts';

const was = new Map([['mine', 'two objectives\n2B:2 red']]);
const now = new Map([['mine', 'two objectives\n2B:2 red since June']]);
const change = {
  ...{ issue: '12', why: 'it says since when', what: ['mine'] },
  ...{ now: ['2B:2 red since June'], gone: ['2B:2 red'] },
};

describe('differences', () => {
  it('are none where nothing changed, or what changed is listed', () => {
    expect(differences(was, was, [])).toEqual([]);
    expect(differences(was, now, [change])).toEqual([]);
  });

  it.each([
    [
      'is listed nowhere',
      now,
      [],
      'mine:\n  line 2 was: 2B:2 red\n  line 2 is:  2B:2 red since June',
    ],
    ['no longer differs', was, [change], 'mine: as it was; take it off the list of issue 12'],
    [
      'is another one than is listed',
      new Map([['mine', 'two objectives\n2B:2 green']]),
      [change],
      'mine: issue 12 says that “2B:2 red since June” is there now; it is\ntwo objectives\n2B:2 green',
    ],
    [
      'goes beyond what is listed',
      new Map([['mine', 'one objective\n2B:2 red since June']]),
      [change],
      'mine: no issue says that “one objective” changes',
    ],
    ['was never seen', new Map([...was, ['why', 'x']]), [], 'why: was never seen before'],
  ])('tell of an answer that %s', (_what, is, changes, told) => {
    expect(differences(was, is, changes)).toContain(told);
  });

  it('tell of a line that is listed as gone and is there', () => {
    const still = new Map([['mine', 'two objectives\n2B:2 red\n2B:2 red since June']]);

    expect(differences(was, still, [change])[0]).toContain('issue 12 says that “2B:2 red” is gone');
  });
});

it('lists what differs, line by line, keeps what is known and drops what is so no more', () => {
  const why = { issue: '13', why: 'another reason' };

  expect(listed(was, now, [], { issue: '12', why: 'it says since when' })).toEqual([change]);
  expect(listed(was, now, [change], why)).toEqual([change]);
  expect(listed(was, was, [change], why)).toEqual([]);
});

it('knows a name of nothing', () => {
  expect(unknownNames([change], new Set(['why']))).toEqual(['mine']);
});
