// "Did you mean …?" for a slip of the keys, and silence for another word altogether.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../../../src/core/request/domain/similar.ts';

const verbs = ['mine', 'update', 'same', 'show', 'outstanding', 'kpi', 'digest', 'help', 'whoami'];

describe('nearestWord', () => {
  it.each([
    ['update', 'update'],
    ['updat', 'update'],
    ['upadte', 'update'],
    ['updaet', 'update'],
    ['udpate', 'update'],
    ['UPDTE', 'update'],
    ['outstandin', 'outstanding'],
    ['outstnading', 'outstanding'],
    ['hlep', 'help'],
    ['kip', 'kpi'],
    ['pki', 'kpi'],
    ['pka', null],
    ['halp', 'help'],
    ['helpp', 'help'],
    ['sam', 'same'],
    ['shw', 'show'],
    ['kpis', 'kpi'],
    ['digset', 'digest'],
    ['who', null],
    ['xyz', null],
    ['2B:2', null],
    ['', null],
    ['amber', null],
    ['🔶', null],
  ])('for “%s” is %s', (typed, expected) => {
    expect(nearestWord(typed, verbs)).toBe(expected);
  });

  it('of no words is none', () => {
    expect(nearestWord('update', [])).toBeNull();
  });

  it('never throws and answers only with a word of the list', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect([...verbs, null]).toContain(nearestWord(typed, verbs));
      }),
    );
  });

  it('finds a word again after one letter is lost, doubled or swapped', () => {
    const word = fc.constantFrom(...verbs.filter(({ length }) => length > 4));
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('lost', 'doubled', 'swapped'), (verb, n, how) => {
        const at = n % (verb.length - 1);
        const [one = '', two = ''] = verb.slice(at);
        const slip = { lost: two, doubled: one + one + two, swapped: two + one }[how];

        expect(nearestWord(verb.slice(0, at) + slip + verb.slice(at + 2), verbs)).toBe(verb);
      }),
    );
  });
});
