// The counts week by week: faded as they were shown then, and only of what was there.
import { expect, it } from 'vitest';
import {
  ragOverTime,
  ratingsAt,
  type WithHistory,
} from '../../../../src/cycle/ratings/domain/rag-over-time.ts';
import {
  at,
  cycle,
  day,
  historyEntry,
  london,
  objective,
} from '../../../support/rules/builders.ts';

const given = (on: string, more = {}) => historyEntry({ at: at(`${on}T11:00`), ...more });
const moments = ['2024-06-01', '2024-06-20', '2024-07-12', '2024-07-16'].map((on) =>
  at(`${on}T23:59`),
);

/** The counts that are not 0, at each of the moments. */
function counted(...rated: WithHistory[]) {
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

  expect(counted({ objective: objective({ rag: null }), history })).toEqual([
    [0, {}],
    [1, { green: 1 }],
    [1, { 'last-known-green': 1 }],
    [1, { green: 1 }],
  ]);
});

it('shows what was put right later as it stood before', () => {
  const history = [
    given('2024-06-10', { id: 'a', toRag: 'green', version: 1, superseded: true }),
    given('2024-07-02', { id: 'b', kind: 'amend', supersedesId: 'a', toRag: 'red', version: 2 }),
  ];

  expect(counted({ objective: objective({ rag: null }), history })[1]).toEqual([1, { green: 1 }]);
});

it('does not count what was closed by then', () => {
  const history = [given('2024-06-10', { toRag: 'blue' })];

  const all = counted({
    objective: objective({ rag: 'blue', status: 'closed', closedOn: day('2024-07-01') }),
    history,
  }).map(([n]) => n);

  expect(all).toEqual([0, 1, 0, 0]);
});

it('counts what nobody ever rated from when the others were there', () => {
  const history = [given('2024-06-10', { toRag: 'red' })];
  const never = { objective: objective({ rag: null }), history: [] };

  expect(counted({ objective: objective({ rag: null }), history }, never).slice(0, 2)).toEqual([
    [0, {}],
    [2, { red: 1, 'not-rated': 1 }],
  ]);
});

it('does not count what came closed and says no day', () => {
  const history = [given('2024-06-10', { toRag: 'blue' })];
  const closed = objective({ rag: 'blue', status: 'closed', closedOn: null });

  expect(counted({ objective: closed, history }).map(([n]) => n)).toEqual([0, 0, 0, 0]);
});

it('counts what was closed and opened again as open before, not between, and after', () => {
  const changed = (on: string, change: 'closed' | 'reopened') =>
    given(on, {
      ...{ kind: 'objective', version: null, toRag: null, fromRag: null },
      detail: {
        ...{ of: 'objective', change },
        before: { status: change === 'closed' ? 'open' : 'closed' },
        after: { status: change === 'closed' ? 'closed' : 'open' },
      },
    });
  const history = [
    given('2024-05-10', { toRag: 'red' }),
    changed('2024-06-15', 'closed'),
    changed('2024-07-02', 'reopened'),
  ];

  const all = counted({ objective: objective({ rag: 'red' }), history }).map(([n]) => n);

  expect(all).toEqual([1, 0, 1, 1]);
});

it('counts for a theme what was in it then', () => {
  const themes = objective().themes;
  const moved = given('2024-06-18', {
    ...{ kind: 'objective', version: null, toRag: null, fromRag: null },
    detail: { of: 'objective', change: 'changed', before: { themes }, after: { themes: [] } },
  });
  const one = {
    objective: objective({ rag: 'red', themes: [] }),
    history: [given('2024-05-10', { toRag: 'red' }), moved],
  };

  const points = ragOverTime([one], [], moments, london, 'theme-1');

  expect(points.map(({ counts }) => counts.all)).toEqual([1, 0, 0, 0]);
});

it('says of each how it counted, a red for as long as nobody answers', () => {
  const history = [given('2024-06-10', { toRag: 'red' })];
  const september = cycle({ id: 'september', meetingDate: day('2024-09-25') });

  const then = ratingsAt(
    [{ objective: objective({ rag: 'red' }), history }],
    [cycle(), september],
    at('2024-09-20T12:00'),
    london,
  );

  expect(then).toEqual([
    { objectiveId: 'objective-1', rag: 'red', fade: { step: 'unrated', daysAgo: 102 } },
  ]);
});
