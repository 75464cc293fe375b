// The counts week by week: faded as they were shown then, and only of what was there.
import { expect, it } from 'vitest';
import { type Rated, ragOverTime } from '../../src/domain/rag-over-time.ts';
import { at, cycle, day, historyEntry, london } from './support/builders.ts';

const given = (on: string, more = {}) => historyEntry({ at: at(`${on}T11:00`), ...more });
const moments = ['2024-06-01', '2024-06-20', '2024-07-12', '2024-07-16'].map((on) =>
  at(`${on}T23:59`),
);

/** The counts that are not 0, at each of the moments. */
function counted(...rated: Rated[]) {
  return ragOverTime(rated, [cycle()], moments, london).map(({ counts: { all, ...counts } }) => [
    all,
    Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
  ]);
}

it('fades a rating from the deadline that it missed until it is given again', () => {
  const history = [
    given('2024-06-10', { id: 'a', toRag: 'green', version: 1 }),
    given('2024-07-15', { id: 'b', toRag: 'green', version: 2 }),
  ];

  expect(counted({ objective: { closedOn: null }, history })).toEqual([
    [0, {}],
    [1, { green: 1 }],
    [1, { lastKnown: 1 }],
    [1, { green: 1 }],
  ]);
});

it('shows what was put right later as it stood before', () => {
  const history = [
    given('2024-06-10', { id: 'a', toRag: 'green', version: 1, superseded: true }),
    given('2024-07-02', { id: 'b', kind: 'amend', supersedesId: 'a', toRag: 'red', version: 2 }),
  ];

  expect(counted({ objective: { closedOn: null }, history })[1]).toEqual([1, { green: 1 }]);
});

it('does not count what was closed by then', () => {
  const history = [given('2024-06-10', { toRag: 'blue' })];

  const all = counted({ objective: { closedOn: day('2024-07-01') }, history }).map(([n]) => n);

  expect(all).toEqual([0, 1, 0, 0]);
});

it('counts what nobody ever rated from when the others were there', () => {
  const history = [given('2024-06-10', { toRag: 'red' })];
  const never = { objective: { closedOn: null }, history: [] };

  expect(counted({ objective: { closedOn: null }, history }, never).slice(0, 2)).toEqual([
    [0, {}],
    [2, { red: 1, notRated: 1 }],
  ]);
});
