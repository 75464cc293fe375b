// What speaks against a rating: each sign with what was seen and when, and what is no sign.
import { describe, expect, it } from 'vitest';
import type { Rag } from '../../../../src/core/message/domain/rag.ts';
import type { HistoryEntry } from '../../../../src/plan/history/domain/history-entry.ts';
import type { Objective } from '../../../../src/plan/objectives/domain/objective.ts';
import type { PlanItem } from '../../../../src/plan/plan-items/domain/plan-item.ts';
import {
  type WatermelonFacts,
  watermelonSignals,
} from '../../../../src/reports/signals/domain/watermelon.ts';
import { signalText } from '../../../../src/reports/signals/messages/watermelon.ts';
import {
  at,
  cycle,
  day,
  historyEntry,
  london,
  objective,
} from '../../../support/rules/builders.ts';

const green = objective({ rag: 'green' });
const cycles = [
  cycle({ id: 'march', meetingDate: day('2024-03-27') }),
  cycle({ id: 'may', meetingDate: day('2024-05-22') }),
  cycle({ id: 'july' }),
];

function seen(facts: Partial<WatermelonFacts>) {
  return watermelonSignals({
    ...{ objective: green, items: [], history: [], kpis: [], cycles },
    ...{ today: day('2024-07-20'), timeZone: london, ...facts },
  });
}

function milestone(changes: Partial<PlanItem<'milestone'>> = {}): PlanItem {
  return {
    ...{ id: 'item-1', objectiveId: 'objective-1', parentId: 'action-1', kind: 'milestone' },
    ...{ ref: '1.2', title: 'Every setting has the number', status: 'under-way', version: 1 },
    ...{ detail: { doneOn: null }, originalDue: null, addedAt: at('2024-01-01T09:00') },
    due: { text: 'by May 2024', precision: 'month', lastDay: day('2024-05-31') },
    ...{ example: false, ...changes },
  };
}

/** Ratings one after the other: its day, its colour, its note. */
function ratings(...all: (readonly [string, Rag, (string | null)?, Partial<HistoryEntry>?])[]) {
  return all.map(([on, toRag, note = null, more = {}], index) =>
    historyEntry({
      ...{ id: `entry-${index}`, at: at(`${on}T11:00`), toRag, note, version: index + 1, ...more },
    }),
  );
}

function moved(on: string, from: string, to: string): HistoryEntry {
  const date = (text: string) => ({ due: { text } });
  return historyEntry({
    ...{ id: on, at: at(`${on}T11:00`), kind: 'objective', version: null },
    detail: { of: 'objective', change: 'changed', before: date(from), after: date(to) },
  });
}

describe('green past its own date', () => {
  const due = { text: 'by July 2024', precision: 'month', lastDay: day('2024-07-31') } as const;
  const first = { text: 'by May 2024', precision: 'month', lastDay: day('2024-05-31') } as const;
  const autumn = { text: 'Autumn 2024', precision: 'season', lastDay: day('2024-11-30') } as const;

  it.each<[string, Partial<Objective>, string, boolean]>([
    ['the day after the last day of its month', { due }, '2024-08-01', true],
    ['its last day', { due }, '2024-07-31', false],
    ['the middle of its season', { due: autumn }, '2024-10-15', false],
    ['the season over', { due: autumn }, '2024-12-01', true],
    ['moved on, the first date past', { due: autumn, originalDue: first }, '2024-08-01', false],
    ['moved on, and past again', { due, originalDue: first }, '2024-08-01', true],
    ['no date', { due: null }, '2024-08-01', false],
    ['amber', { due, rag: 'amber' }, '2024-08-01', false],
    ['not rated', { due, rag: null }, '2024-08-01', false],
    ['complete', { due, rag: 'blue' }, '2024-08-01', false],
    ['closed', { due, status: 'closed', closedOn: day('2024-07-01') }, '2024-08-01', false],
  ])('%s', (_name, facts, today, expected) => {
    const found = seen({ objective: objective({ rag: 'green', ...facts }), today: day(today) });

    expect(found.map(({ kind }) => kind)).toEqual(expected ? ['green-past-due'] : []);
  });

  it('gives the date that it has and the one that it first had, in words', () => {
    const [signal] = seen({
      objective: objective({ rag: 'green', ref: 'SEND-14', due, originalDue: first }),
      today: day('2024-08-01'),
    });

    expect(signal && signalText(signal)).toBe(
      'its own date is past: due by July 2024 (Wed 31 July 2024); it was first due by May 2024',
    );
  });
});

describe('green with something overdue', () => {
  it('names the milestone and its date', () => {
    expect(seen({ items: [milestone()] })).toEqual([
      {
        kind: 'green-overdue',
        late: [
          {
            ...{ ref: '2B:2.1.2', title: 'Every setting has the number' },
            due: { text: 'by May 2024', precision: 'month', lastDay: day('2024-05-31') },
          },
        ],
      },
    ]);
  });

  it.each<[string, Partial<WatermelonFacts>]>([
    ['on its last day', { items: [milestone()], today: day('2024-05-31') }],
    ['what is done', { items: [milestone({ status: 'done' })] }],
    ['what has no date', { items: [milestone({ due: null })] }],
    ['an objective that says amber', { items: [milestone()], objective: objective() }],
  ])('is no sign: %s', (_name, facts) => {
    expect(seen(facts)).toEqual([]);
  });
});

describe('green with a KPI that gets worse', () => {
  const kpi = { kpiNumber: 12, name: 'Suspensions', worsening: true };

  it('names the KPI, and not those that get better', () => {
    const better = { ...kpi, kpiNumber: 3, worsening: false };

    expect(seen({ kpis: [better, kpi] })).toEqual([{ kind: 'green-kpi', kpis: [kpi] }]);
  });

  it('is no sign of what says red', () => {
    expect(seen({ kpis: [kpi], objective: objective({ rag: 'red' }) })).toEqual([]);
  });
});

describe('green to red', () => {
  const red = objective({ rag: 'red' });

  it('says when it was green and when red', () => {
    const history = ratings(['2024-05-06', 'green'], ['2024-07-04', 'red']);

    expect(seen({ objective: red, history })).toEqual([
      { kind: 'green-to-red', green: day('2024-05-06'), red: day('2024-07-04') },
    ]);
  });

  it.each<[string, HistoryEntry[]]>([
    [
      'amber came between',
      ratings(['2024-05-06', 'green'], ['2024-06-06', 'amber'], ['2024-07-04', 'red']),
    ],
    [
      'the red was taken back',
      ratings(
        ['2024-05-06', 'green'],
        ['2024-07-04', 'red'],
        ['2024-07-04', 'green', null, { kind: 'undo', supersedesId: 'entry-1' }],
      ),
    ],
    [
      'it was of impact',
      ratings(['2024-05-06', 'green'], ['2024-07-04', 'red', null, { rating: 'impact' }]),
    ],
    ['it is more than a year ago', ratings(['2022-05-06', 'green'], ['2022-07-04', 'red'])],
  ])('is no sign where %s', (_name, history) => {
    expect(seen({ objective: red, history })).toEqual([]);
  });
});

describe('repeated re-dating', () => {
  it('names every move with its day', () => {
    const history = [
      moved('2024-04-02', 'by April 2024', 'by June 2024'),
      moved('2024-06-03', 'by June 2024', 'Autumn 2024'),
    ];

    expect(seen({ history })).toEqual([
      {
        ...{ kind: 're-dated', of: '2B:2' },
        moves: [
          { on: day('2024-04-02'), from: 'by April 2024', to: 'by June 2024' },
          { on: day('2024-06-03'), from: 'by June 2024', to: 'Autumn 2024' },
        ],
      },
    ]);
  });

  it('is no sign once, and a change of words is no change of date', () => {
    const reworded = moved('2024-05-02', 'by June 2024', 'by June 2024');

    expect(
      seen({ history: [moved('2024-04-02', 'by April 2024', 'by June 2024'), reworded] }),
    ).toEqual([]);
  });
});

describe('the same note three cycles running', () => {
  it('gives the days, however it was written', () => {
    const history = ratings(
      ['2024-03-05', 'green', 'On track, no issues.'],
      ['2024-05-02', 'green', 'on track,  no issues'],
      ['2024-07-04', 'green', 'On track, no issues'],
    );

    expect(seen({ history })).toEqual([
      {
        ...{ kind: 'same-note', note: 'On track, no issues' },
        on: [day('2024-03-05'), day('2024-05-02'), day('2024-07-04')],
      },
    ]);
  });

  it('holds “same” without a word for the note that it leaves standing', () => {
    const history = ratings(
      ['2024-03-05', 'green', 'On track'],
      ['2024-05-02', 'green', null, { kind: 'same' }],
      ['2024-07-04', 'green', null, { kind: 'same' }],
    );

    expect(seen({ history }).map(({ kind }) => kind)).toEqual(['same-note']);
  });

  it.each<[string, HistoryEntry[]]>([
    ['twice', ratings(['2024-05-02', 'green', 'On track'], ['2024-07-04', 'green', 'On track'])],
    [
      'with a missed cycle between',
      ratings(
        ['2024-01-05', 'green', 'On track'],
        ['2024-05-02', 'green', 'On track'],
        ['2024-07-04', 'green', 'On track'],
      ),
    ],
    [
      'three times in one cycle',
      ratings(
        ['2024-07-02', 'green', 'On track'],
        ['2024-07-03', 'green', 'On track'],
        ['2024-07-04', 'green', 'On track'],
      ),
    ],
    [
      'and then something else',
      ratings(
        ['2024-03-05', 'green', 'On track'],
        ['2024-05-02', 'green', 'On track'],
        ['2024-07-04', 'green', 'Two posts filled'],
      ),
    ],
  ])('is no sign: %s', (_name, history) => {
    expect(seen({ history })).toEqual([]);
  });
});
