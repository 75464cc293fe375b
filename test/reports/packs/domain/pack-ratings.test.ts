// What a pack keeps of ratings, and what a first pack compares with.
import { describe, expect, it } from 'vitest';
import {
  arrivalRatings,
  packRatings,
  startingRating,
} from '../../../../src/reports/packs/domain/pack-ratings.ts';
import { at, historyEntry, objective } from '../../../support/rules/builders.ts';

const begun = at('2024-06-01T09:00');
const rated = (changes: Parameters<typeof historyEntry>[0]) =>
  historyEntry({ at: at('2024-07-01T09:00'), fromRag: null, ...changes });
const added = (on: string) =>
  rated({
    ...{ at: at(on), kind: 'objective', version: null, toRag: null },
    detail: { of: 'objective', change: 'added', before: {}, after: {} },
  });

describe('startingRating', () => {
  it.each([
    [
      'the published one, whatever came later',
      [
        rated({ kind: 'published', toRag: 'red', version: 1, at: begun }),
        rated({ kind: 'update', fromRag: 'red', toRag: 'green', version: 2 }),
      ],
      { rag: 'red' },
    ],
    [
      'none, where it was published without one and rated later',
      [rated({ kind: 'update', toRag: 'green', version: 1 })],
      { rag: null },
    ],
    [
      'the one of the file that it came with',
      [
        added('2024-07-10T09:00'),
        rated({ kind: 'update', toRag: 'amber', version: 1, at: at('2024-07-10T09:00') }),
      ],
      { rag: 'amber' },
    ],
    [
      'none, where it came without one when the plan did',
      [added('2024-06-01T09:00')],
      { rag: null },
    ],
    [
      'nothing, where it was added to the plan and rated then',
      [added('2024-07-02T09:00'), rated({ toRag: 'red', version: 1, at: at('2024-07-05T09:00') })],
      undefined,
    ],
    [
      'not the impact rating',
      [rated({ kind: 'published', rating: 'impact', toRag: 'red', version: 1 })],
      { rag: 'green' },
    ],
  ] as const)('is %s', (_name, history, expected) => {
    expect(startingRating({ rag: 'green' }, history, begun)).toEqual(expected);
  });
});

describe('arrivalRatings', () => {
  it('are the first of each kind, where the objective came with them', () => {
    const on = '2024-07-10T09:00';
    const came = rated({ kind: 'update', toRag: 'amber', version: 1, at: at(on) });
    const impact = rated({ rating: 'impact', toRag: 'red', version: 2, at: at(on) });
    // The demonstration's clock stands still: what follows may have the same moment.
    const later = rated({ kind: 'update', fromRag: 'amber', toRag: 'red', version: 3, at: at(on) });

    expect(arrivalRatings([added(on), came, impact, later])).toEqual([came, impact]);
    expect(arrivalRatings([added('2024-07-02T09:00'), came])).toEqual([]);
    expect(arrivalRatings([came, later])).toEqual([]);
  });
});

describe('packRatings', () => {
  it('keeps every rating as it was shown, and counts what is open', () => {
    const fade = { step: 'last-known', daysAgo: 16 } as const;
    const kept = packRatings([
      objective({ id: 'a', rag: 'red', fade }),
      objective({ id: 'b', rag: 'green' }),
      objective({ id: 'c', rag: 'blue', status: 'closed' }),
    ]);

    expect(kept.objectives).toEqual([
      { objectiveId: 'a', rag: 'red', fade },
      { objectiveId: 'b', rag: 'green' },
      { objectiveId: 'c', rag: 'blue', closed: true },
    ]);
    expect(kept.counts).toMatchObject({ 'last-known-red': 1, green: 1, blue: 0, all: 2 });
  });
});
