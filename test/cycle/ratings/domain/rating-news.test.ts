// What is new of a rating in a stretch of time: told once, the latest words winning, and never hidden by an amendment.
import { describe, expect, it } from 'vitest';
import { ratingNews } from '../../../../src/cycle/ratings/domain/rating-news.ts';
import type { StatusEntry } from '../../../../src/plan/objectives/domain/objective.ts';
import { statusEntry } from '../../../support/rules/builders.ts';

function entries(...changes: readonly Partial<StatusEntry>[]): StatusEntry[] {
  return changes.map((change, index) =>
    statusEntry({ id: `e${index + 1}`, note: null, version: index + 1, ...change }),
  );
}

const moved: Partial<StatusEntry> = { note: '14 of 20' };
const same: Partial<StatusEntry> = { kind: 'same', fromRag: 'amber' };
const amend: Partial<StatusEntry> = {
  ...{ kind: 'amend', supersedesId: 'e1', fromRag: 'amber', note: '15 of 20' },
};
const back: Partial<StatusEntry> = { fromRag: 'amber', toRag: 'red' };

describe('ratingNews', () => {
  it.each<[string, StatusEntry[], [string, string | null, string][]]>([
    ['nothing', [], []],
    ['a published rating', entries({ kind: 'published', fromRag: null }), []],
    ['a change', entries(moved), [['red amber', '14 of 20', 'update']]],
    ['a change that was confirmed', entries(moved, same), [['red amber', '14 of 20', 'update']]],
    [
      'a change and newer words',
      entries(moved, { ...same, note: '16 of 20' }),
      [['red amber', '16 of 20', 'update']],
    ],
    [
      'a change with its words amended',
      entries(moved, amend),
      [['red amber', '15 of 20', 'update']],
    ],
    [
      'a change that was told before, with its words amended',
      entries({ ...amend, supersedesId: 'earlier' }),
      [['amber', '15 of 20', 'amend']],
    ],
    [
      'new words alone',
      entries({ ...same, note: 'as planned' }),
      [['amber', 'as planned', 'same']],
    ],
    [
      'new words, then none',
      entries({ ...same, note: 'as planned' }, same),
      [['amber', 'as planned', 'same']],
    ],
    ['a confirmation', entries(same, same), [['amber', null, 'same']]],
    [
      'there and back: the words of the other colour are not its reason',
      entries(moved, back),
      [['red amber red', null, 'update']],
    ],
    [
      'a change taken back',
      entries(moved, { kind: 'undo', supersedesId: 'e1', fromRag: 'amber', toRag: 'red' }),
      [],
    ],
    [
      'something of before taken back',
      entries({ kind: 'undo', supersedesId: 'earlier', fromRag: 'amber', toRag: 'red' }),
      [['amber red', null, 'undo']],
    ],
    [
      'both ratings, delivery first',
      entries({ rating: 'impact', fromRag: null, toRag: 'green', note: 'felt' }, moved),
      [
        ['red amber', '14 of 20', 'update'],
        ['none green', 'felt', 'update'],
      ],
    ],
  ])('tells of %s', (_name, of, expected) => {
    const news = ratingNews(of);

    expect(
      news.map(({ path, words, told }) => [
        ...[path.map((rag) => rag ?? 'none').join(' '), words?.words ?? null, told.kind],
      ]),
    ).toEqual(expected);
  });

  it.each<[string, StatusEntry[], boolean]>([
    ['a confirmation', entries(same), true],
    ['new words', entries({ ...same, note: 'as planned' }), false],
    ['a change', entries({ toRag: 'red', fromRag: 'amber' }), false],
    ['new words taken back', entries({ kind: 'undo', supersedesId: 'x', fromRag: 'amber' }), false],
  ])('says whether it was %s only', (_name, of, expected) => {
    expect(ratingNews(of)[0]?.onlyConfirmed).toBe(expected);
  });
});
