// Updates as people paste and say them: lists, clauses, ratings first and the words around them. Nothing of it is swallowed
// by a note, and numbers in a note stay there.
import { describe, expect, it } from 'vitest';
import { parseReturnLines } from '../../../../src/cycle/returns/app/parse-return-lines.ts';
import { refsOf } from '../../../support/rules/builders.ts';
import { type RefStyle, refStyles, styleNames } from '../../../support/rules/ref-styles.ts';

/** `<1>` and `<2>` stand for the second and the fourth reference of the plan. */
const cases: readonly (readonly [text: string, said: readonly (readonly [1 | 2, string])[]])[] = [
  ['<1> amber 16 of 20', [[1, 'amber 16 of 20']]],
  [
    '• <1> amber 14 of 20\n• <2> same',
    [
      [1, 'amber 14 of 20'],
      [2, 'same'],
    ],
  ],
  [
    '- <1> amber x\n- <2> green y',
    [
      [1, 'amber x'],
      [2, 'green y'],
    ],
  ],
  [
    '1. <1> amber x\n2. <2> same',
    [
      [1, 'amber x'],
      [2, 'same'],
    ],
  ],
  [
    'a) <1> amber x\nb) <2> red',
    [
      [1, 'amber x'],
      [2, 'red'],
    ],
  ],
  [
    '(1) <1> amber x\n(2) <2> red',
    [
      [1, 'amber x'],
      [2, 'red'],
    ],
  ],
  [
    '<1> amber x; <2> red y',
    [
      [1, 'amber x'],
      [2, 'red y'],
    ],
  ],
  [
    '<1> amber 16 of 20, <2> green launched',
    [
      [1, 'amber 16 of 20'],
      [2, 'green launched'],
    ],
  ],
  [
    '<1> amber 16 of 20 and <2> green launched',
    [
      [1, 'amber 16 of 20'],
      [2, 'green launched'],
    ],
  ],
  [
    '<1> amber late <2> same',
    [
      [1, 'amber late'],
      [2, 'same'],
    ],
  ],
  [
    '<1>, <2> amber late',
    [
      [1, 'amber late'],
      [2, 'amber late'],
    ],
  ],
  [
    '<1> and <2> amber late',
    [
      [1, 'amber late'],
      [2, 'amber late'],
    ],
  ],
  ['<1> amber one\ntwo', [[1, 'amber one\ntwo']]],
  ['<1> amber see <2> for the reason', [[1, 'amber see <2> for the reason']]],
  ['<1> amber "late as <2> red shows"', [[1, 'amber "late as <2> red shows"']]],
  ['amber <1>: 15 of 20', [[1, 'amber 15 of 20']]],
  ['🟢 <1>', [[1, '🟢']]],
  ['at risk <1>, two posts', [[1, 'at risk two posts']]],
  ['<1> is amber now, 15 of 20', [[1, 'amber 15 of 20']]],
  ['<1> to amber because 15 of 20 trained', [[1, 'amber 15 of 20 trained']]],
  ['<1> as green please', [[1, 'green']]],
  ['<1> “amber” 18 of 20', [[1, 'amber 18 of 20']]],
  ['<1> is now at risk: two posts', [[1, 'at risk two posts']]],
  ['<1> impact is green', [[1, 'impact green']]],
  ['<1> same as before', [[1, 'same as before']]],
];

describe.each(styleNames)('on a plan with %s', (style: RefStyle) => {
  const refs = refStyles[style];
  const plan = refsOf(...refs);
  const named = (text: string) => text.replaceAll('<1>', refs[1]).replaceAll('<2>', refs[3]);

  it.each(cases)('update %j', (text, said) => {
    const { lines } = parseReturnLines(named(text), 'update', plan);

    expect(lines.map(({ typedRef, words }) => [typedRef, words])).toEqual(
      said.map(([which, words]) => [named(`<${which}>`), named(words)]),
    );
  });

  it('asks about two in one line, and offers one note', () => {
    const read = parseReturnLines(named('confirm <1> amber 16, <2> green y'), 'update', plan);

    expect(read.confirmed).toBe(false);
    expect(read.asOneNote).toBe(named('update <1> amber "16, <2> green y"'));
    const again = parseReturnLines(read.asOneNote?.slice('update '.length) ?? '', 'update', plan);
    expect(again.lines).toMatchObject([{ words: named('amber "16, <2> green y"') }]);
  });

  it('reads pasted lines of same', () => {
    const read = parseReturnLines(named('• <1> unchanged\n• <2>'), 'same', plan);

    expect(read.lines.map(({ words }) => words)).toEqual(['unchanged', '']);
  });
});

describe('words and numbers', () => {
  it.each([
    ['amber 16 of 20', '', 'amber 16 of 20'],
    ['amber 16', '16', 'amber'],
    ['16 amber 14 of 20', '16', 'amber 14 of 20'],
    ['16 a start was made', '16', 'a start was made'],
    ['16 green is the new red', '16', 'green is the new red'],
  ])('of %j, where 14, 16 and 20 are objectives', (text, ref, words) => {
    expect(parseReturnLines(text, 'update', refsOf('14', '16', '20')).lines).toEqual([
      { typedRef: ref, version: null, words },
    ]);
  });
});
