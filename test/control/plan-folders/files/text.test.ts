// The checks against the documents are only as good as these readings of a line.
import { describe, expect, it } from 'vitest';
import { findFact, findFigures, isWithin, wordRuns } from './support/text.ts';

function figuresIn(line: string): string[] {
  return findFigures(line).map(({ from, to }) => line.slice(from, to));
}

describe('a fact in a line', () => {
  it.each([
    ['3%', '23% and 0.3%', 0],
    ['3%', '3%\t3%', 2],
    ['331', '8.61% (331)', 1],
    ['5,42', '5,427', 0],
    ['90%', 'behaviour) .90% responded', 1],
    ['every', 'in **every** setting', 1],
    ['ever', 'in every setting', 0],
    ['(end of June 2024)*', '186 active appeals (end of June 2024)*', 1],
  ])('%s in "%s" stands %i times', (fact, line, times) => {
    expect(findFact(line, fact)).toHaveLength(times);
  });
});

describe('figures', () => {
  it('finds numbers, number words, dates and rates', () => {
    expect(figuresIn('Three of 5,427 (8.61%), aged 0-25, 17+, ref 2B:2, in 4/5')).toEqual([
      'Three',
      '5,427',
      '8.61%',
      '0-25',
      '17+',
      '2',
      '2',
      '4/5',
    ]);
    expect(figuresIn('May 2022, this summer, since Christmas, monthly; it may be done')).toEqual([
      'May',
      '2022',
      'summer',
      'Christmas',
      'monthly',
    ]);
  });

  it('is accounted for only when a fact covers all of it', () => {
    const line = '188 referrals and 18 more';
    const known = findFact(line, '188 referrals');
    expect(findFigures(line).map((figure) => isWithin(figure, known))).toEqual([true, false]);
  });
});

describe('runs of words', () => {
  it('ignores case, punctuation and the kind of apostrophe', () => {
    expect(wordRuns('Each other’s work, together', 3)).toEqual(
      wordRuns("each OTHER'S work together", 3),
    );
    expect(wordRuns('too short', 3)).toEqual([]);
  });
});
