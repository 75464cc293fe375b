// The references of any plan, found where a line names them: the longest, loosely spelt, and never one of two.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRef } from '../../../../src/plan/objectives/domain/match-ref.ts';
import { parseRefs } from '../../../../src/plan/objectives/domain/ref-list.ts';
import { refsOf } from '../../../support/rules/builders.ts';
import { refStyles, styleNames } from '../../../support/rules/ref-styles.ts';

describe.each(styleNames)('a plan with %s', (style) => {
  const refs = refStyles[style];
  const plan = refsOf(...refs);

  it.each(refs)('finds %s as it is printed, whatever is said of it', (ref) => {
    for (const words of ['', 'amber 14 of 20 trained', 'same', '“red” tape', '🔶 Amber 3 posts'])
      expect(parseRefs(`${ref} ${words}`, plan)).toEqual({ refs: [ref], rest: words });
    for (const mark of [',', ':', '.', ';'])
      expect(plan.leading(`${ref}${mark} amber`)?.hits.map((one) => one.ref)).toEqual([ref]);
  });

  it.each(refs)('finds %s in small letters and with other marks', (ref) => {
    const loose = [ref.toLowerCase(), ref.replace(/[:.]/g, '-'), ref.replace(/–/g, '-')];
    for (const typed of loose)
      expect(matchRef(typed, plan)).toMatchObject({ kind: 'one', objective: { ref } });
  });

  it('reads a list of all of them, with commas, with spaces and with and', () => {
    const expected = { refs: [...refs], rest: 'amber x' };
    const list = `${refs.slice(0, -1).join(', ')} and ${refs.at(-1)} amber x`;

    expect(parseRefs(list, plan)).toEqual(expected);
    expect(parseRefs(`${refs.join(' ')} amber x`, plan, (words) => / ?amber/.test(words))).toEqual(
      expected,
    );
  });

  it('prints and reads any list with versions the same', () => {
    const some = fc.uniqueArray(fc.constantFrom(...refs), { minLength: 1 });
    fc.assert(
      fc.property(some, (given) => {
        expect(parseRefs(given.map((ref) => `${ref}@5`).join(' '), plan).refs).toEqual(given);
      }),
    );
  });
});

describe('references', () => {
  it.each<[line: string, refs: readonly string[], found: readonly string[], rest: string]>([
    ['1.10 amber', ['1.1', '1.10'], ['1.10'], 'amber'],
    ['1.1 0 left', ['1.1', '1.10'], ['1.1'], '0 left'],
    // A space that no reference has does not make a longer one of two words.
    ['1 a 14 of 20', ['1', '1(a)'], ['1'], 'a 14 of 20'],
    ['2b 2 amber', ['2B:2'], ['2b 2'], 'amber'],
    [
      'priority 3 action 4 amber',
      ['Priority 3', 'Priority 3 – Action 4'],
      ['priority 3 action 4'],
      'amber',
    ],
    ['1.2.3 done', ['1.2'], [], '1.2.3 done'],
    ['1,200 families', ['1'], [], '1,200 families'],
    ['1,2 amber', ['1', '2'], ['1', '2'], 'amber'],
    ['(1.2) amber', ['1.2'], ['1.2'], 'amber'],
    ['PAP 1.2 amber', ['1.2'], ['1.2'], 'amber'],
    ['PAP 1.2 amber', ['PAP 1.2', '1.2'], ['PAP 1.2'], 'amber'],
    // Words begin with numbers and with “a”.
    ['1 2 posts are filled', ['1', '2'], ['1'], '2 posts are filled'],
    ['A a new post', ['A', 'B'], ['A'], 'a new post'],
    ['A and B a new post', ['A', 'B'], ['A', 'B'], 'a new post'],
    ['A1 a2 amber', ['A1', 'A2'], ['A1', 'a2'], 'amber'],
    ['É1 amber', ['E1'], ['É1'], 'amber'],
    ['１.２ amber', ['1.2'], ['１.２'], 'amber'],
  ])('%j in a plan of %j are %j', (line, refs, found, rest) => {
    expect(parseRefs(line, refsOf(...refs))).toEqual({ refs: found, rest });
  });

  it('that share their letters and digits are asked about, unless one is spelt out', () => {
    const plan = refsOf('1.10', '11.0', '110', '3C:12', '3C1:2');

    expect(matchRef('3c12', plan)).toMatchObject({ kind: 'several' });
    expect(matchRef('1-10', plan)).toMatchObject({ kind: 'one', objective: { ref: '1.10' } });
    expect(matchRef('1.10', plan)).toMatchObject({ kind: 'one', objective: { ref: '1.10' } });
    expect(matchRef('110', plan)).toMatchObject({ kind: 'one', objective: { ref: '110' } });
  });

  it('are never found by a number that leaves a mark out, but offered', () => {
    expect(matchRef('12', refsOf('1.2', '3.1'))).toMatchObject({
      kind: 'none',
      near: [{ ref: '1.2' }],
    });
  });

  it.each<[string, readonly string[], string | null]>([
    ['2B:9 amber', ['2B:2'], '2B:9'],
    ['SEND 99 amber', ['SEND 14'], 'SEND 99'],
    ['Priority 9 – Action 1 amber', refStyles['Priority 3 – Action 4'], 'Priority 9 – Action 1'],
    ['14 of 20', ['2B:2'], null],
    ['amber 2B:2', ['2B:2'], null],
  ])('%j is built as one of %j: %s', (line, refs, typed) => {
    expect(refsOf(...refs).strange(line)?.typed ?? null).toBe(typed);
  });

  it('are found by no text that has none, and no text makes the reader throw', () => {
    const plan = refsOf(...styleNames.flatMap((style) => refStyles[style]));
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          ...plan.all.map(({ ref }) => ref),
          ' ',
          '\n',
          ';',
          ',',
          '@5',
          'and',
          '(',
          '.',
        ),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const line = parts.join('');
        const { refs, rest } = parseRefs(line, plan);
        expect(line.trimEnd().endsWith(rest.trimEnd())).toBe(true);
        for (const ref of refs) expect(plan.named(line).length, ref).toBeGreaterThan(0);
        plan.strange(line);
        plan.before(line);
      }),
      { numRuns: 1_000 },
    );
  });
});
