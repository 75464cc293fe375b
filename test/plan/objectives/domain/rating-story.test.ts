// Since when a rating holds, why, and who confirmed it last: whatever was said, put right or taken back on the way.
import { describe, expect, it } from 'vitest';
import type { StatusEntry } from '../../../../src/plan/objectives/domain/objective.ts';
import { ownWords, ratingStory } from '../../../../src/plan/objectives/domain/rating-story.ts';
import { at, statusEntry } from '../../../support/rules/builders.ts';

const sam = { name: 'Sam Taylor', organisation: 'Northshire Council' };
const kim = { name: 'Kim Low', organisation: 'Northshire NHS' };

/** Entries in their order, each a day after the one before: their versions and days are counted from 1. */
function history(...changes: readonly Partial<StatusEntry>[]): StatusEntry[] {
  return changes.map((change, index) =>
    statusEntry({
      id: `e${index + 1}`,
      note: null,
      author: sam,
      at: at(`2024-06-0${index + 1}T10:00`),
      version: index + 1,
      ...change,
    }),
  );
}

const published: Partial<StatusEntry> = {
  ...{ kind: 'published', fromRag: null, toRag: 'red', note: 'high risk', author: null },
};
const amber: Partial<StatusEntry> = { note: 'launch slipped' };
const same: Partial<StatusEntry> = { kind: 'same', fromRag: 'amber', author: kim };
const green: Partial<StatusEntry> = { fromRag: 'amber', toRag: 'green', note: 'done' };
const amend = (id: string, more: Partial<StatusEntry>): Partial<StatusEntry> => ({
  ...{ kind: 'amend', supersedesId: id, fromRag: 'amber', author: kim, ...more },
});
const undo = (id: string, more: Partial<StatusEntry>): Partial<StatusEntry> => ({
  ...{ kind: 'undo', supersedesId: id, ...more },
});

type Expected = [rag: string, since: string, reason: string | null, confirmed: string | null];

describe('ratingStory', () => {
  it.each<[string, StatusEntry[], Expected]>([
    ['as published', history(published), ['red', '1', 'high risk', null]],
    [
      'a published rating confirmed without words',
      history(published, { ...same, fromRag: 'red', toRag: 'red' }),
      ['red', '1', 'high risk', '2 Kim Low'],
    ],
    ['a change', history(published, amber), ['amber', '2', 'launch slipped', null]],
    [
      '“same” without words, twice',
      history(published, amber, same, same),
      ['amber', '2', 'launch slipped', '4 Kim Low'],
    ],
    [
      '“same” with new words, then without',
      history(amber, { ...same, note: 'launch in July' }, same),
      ['amber', '1', 'launch in July', '3 Kim Low'],
    ],
    [
      'an update of the same colour',
      history(amber, { fromRag: 'amber', note: 'launch in July' }),
      ['amber', '1', 'launch in July', '2 Sam Taylor'],
    ],
    [
      'red said again without words',
      history({ ...amber, toRag: 'red' }, { fromRag: 'red', toRag: 'red' }),
      ['red', '1', 'launch slipped', '2 Sam Taylor'],
    ],
    [
      'a colour that went and came back, without words',
      history({ toRag: 'red', fromRag: null, note: 'old' }, amber, {
        fromRag: 'amber',
        toRag: 'red',
      }),
      ['red', '3', null, null],
    ],
    [
      'words amended',
      history(published, amber, amend('e2', { note: 'slipped by a month' })),
      ['amber', '2', 'slipped by a month', null],
    ],
    [
      'words amended twice, and confirmed',
      history(amber, amend('e1', { note: 'b' }), amend('e2', { note: 'c' }), same),
      ['amber', '1', 'c', '4 Kim Low'],
    ],
    [
      'words put to a bare “same” by amending it',
      history(amber, same, amend('e2', { note: 'launch in July', author: sam })),
      ['amber', '1', 'launch in July', '2 Kim Low'],
    ],
    [
      'a colour amended: it was never the other one',
      history(published, green, amend('e2', { fromRag: 'green', toRag: 'amber', note: 'not yet' })),
      ['amber', '2', 'not yet', null],
    ],
    [
      'a slip of the colour amended back: the run was never broken',
      history(amber, green, amend('e2', { fromRag: 'green', toRag: 'amber', note: 'still' })),
      ['amber', '1', 'still', '2 Kim Low'],
    ],
    [
      'another colour undone',
      history(amber, green, undo('e2', { fromRag: 'green', toRag: 'amber' })),
      ['amber', '1', 'launch slipped', null],
    ],
    [
      'new words undone',
      history(amber, { ...same, note: 'no' }, undo('e2', { fromRag: 'amber', toRag: 'amber' })),
      ['amber', '1', 'launch slipped', null],
    ],
    [
      'what the board decided, confirmed since',
      history(
        green,
        {
          ...amend('', {}),
          kind: 'board',
          supersedesId: null,
          fromRag: 'green',
          note: 'not assured',
        },
        same,
      ),
      ['amber', '2', 'not assured', '3 Kim Low'],
    ],
    [
      'an impact rating in between',
      history(amber, { rating: 'impact', fromRag: null, toRag: 'green', note: 'felt' }, same),
      ['amber', '1', 'launch slipped', '3 Kim Low'],
    ],
  ])('of %s', (_name, entries, expected) => {
    const story = ratingStory(entries.toReversed());

    expect([
      story?.rag,
      String(story?.since.at.toZonedDateTimeISO('Europe/London').day),
      story?.reason?.words ?? null,
      story?.confirmed
        ? `${story.confirmed.at.toZonedDateTimeISO('Europe/London').day} ${story.confirmed.author?.name}`
        : null,
    ]).toEqual(expected);
  });

  it('keeps what moved it when its words are amended', () => {
    const story = ratingStory(history(published, amber, amend('e2', { note: 'by a month' })));

    expect(story?.since).toMatchObject({
      ...{ kind: 'update', fromRag: 'red', toRag: 'amber', author: sam },
      amended: { author: kim, said: 'amber' },
    });
    expect(story?.reason).toMatchObject({ words: 'by a month', by: kim });
    expect(story?.before?.id).toBe('e1');
  });

  it.each<[string, StatusEntry[]]>([
    ['nothing', []],
    [
      'a first rating that was taken back',
      history({ ...amber, fromRag: null }, undo('e1', { fromRag: 'amber', toRag: null })),
    ],
    ['impact alone', history({ rating: 'impact' })],
  ])('there is none of %s', (_name, entries) => {
    expect(ratingStory(entries)).toBeNull();
  });

  it('reads the impact rating apart', () => {
    const entries = history(amber, {
      rating: 'impact',
      fromRag: null,
      toRag: 'green',
      note: 'felt',
    });

    expect(ratingStory(entries, 'impact')).toMatchObject({
      rag: 'green',
      reason: { words: 'felt' },
    });
  });
});

it.each<[string, StatusEntry[], string | null]>([
  ['an owner’s reason', history(amber, same), 'launch slipped'],
  ['the plan’s own words, which nobody typed', history(published), null],
  ['nothing', [], null],
])('offers as words to go on with %s', (_name, entries, expected) => {
  expect(ownWords(ratingStory(entries) ?? undefined)).toBe(expected);
});
