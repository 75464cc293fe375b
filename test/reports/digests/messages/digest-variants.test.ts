// The digests of an owner, the programme office and the board, word for word; what changed always comes first.
import { describe, expect, it } from 'vitest';
import { ratingNews } from '../../../../src/cycle/ratings/domain/rating-news.ts';
import type { PlanItem } from '../../../../src/plan/plan-items/domain/plan-item.ts';
import { boardDigest } from '../../../../src/reports/digests/messages/digest-board.ts';
import { officeDigest } from '../../../../src/reports/digests/messages/digest-office.ts';
import { ownerDigest } from '../../../../src/reports/digests/messages/digest-owner.ts';
import type { DigestChange } from '../../../../src/reports/digests/messages/digest-sections.ts';
import { signalText } from '../../../../src/reports/signals/messages/watermelon.ts';
import {
  at,
  cycle,
  day,
  london,
  objective,
  owner,
  statusEntry,
} from '../../../support/rules/builders.ts';
import { bodyOf, footerOf } from '../../../support/world/read-message.ts';

const times = {
  ...{ since: at('2024-07-01T09:30'), slot: at('2024-07-08T09:30'), now: at('2024-07-08T09:30') },
  ...{ late: false, timeZone: london },
  ...{ planChanges: [], figures: [], charts: [] },
};
const today = day('2024-07-08');
const green = objective({ rag: 'green' });
const faded = objective({
  ...{ id: 'objective-2', ref: '2B:3', title: 'Advice is given in time', rag: 'green' },
  fade: { step: 'last-known', daysAgo: 34 },
});
const red = objective({ id: 'objective-3', ref: '2B:4', title: 'Posts are filled', rag: 'red' });
const vacant = objective({ ref: '2B:5', title: 'One list', rag: null, assignees: [] });
const theme = { kind: 'theme', number: 1, name: 'Right plan' } as const;
const slippage = [{ of: 'The whole plan', median: 9, earliest: -2, latest: 30, count: 6 }];
const change: DigestChange = {
  ...{ objectiveId: 'objective-3', ref: '2B:4' },
  news: ratingNews([statusEntry({ fromRag: 'amber', toRag: 'red', note: 'two posts are vacant' })]),
};

const facts = {
  ...{ objectiveId: 'objective-1', parentId: null, version: 1, example: false },
  ...{ originalDue: null, addedAt: at('2024-01-01T09:00') },
};
const milestone: PlanItem = {
  ...{ ...facts, id: 'item-1', kind: 'milestone', ref: '1.2', title: 'Every setting has it' },
  ...{ status: 'under-way', detail: { doneOn: null } },
  due: { text: 'by June 2024', precision: 'month', lastDay: day('2024-06-30') },
};
const decision: PlanItem<'decision'> = {
  ...{ ...facts, id: 'item-2', kind: 'decision', ref: 'D1', title: 'A second trainer' },
  ...{ status: 'needed', detail: { from: 'SIAB', by: null, on: null, outcome: null } },
  due: { text: '24 July 2024', precision: 'day', lastDay: day('2024-07-24') },
};
const recovery: PlanItem<'recovery'> = {
  ...{ ...facts, id: 'item-3', kind: 'recovery', ref: 'V1', title: 'Agency staff' },
  ...{ status: 'open', detail: { who: 'Kim Low', decisionFrom: null } },
  due: { text: '31 July 2024', precision: 'day', lastDay: day('2024-07-31') },
};

describe('ownerDigest', () => {
  it('says what changed on theirs, what is asked of them and what comes up', () => {
    const message = ownerDigest({
      ...{ ...times, today, objectives: [green, faded], changes: [change] },
      waiting: [{ cycle: cycle(), objectives: [green] }],
      coming: [{ objective: green, item: milestone }],
    });

    expect(message.title).toBe('Your part of the plan: week to Mon 8 July 2024');
    expect(bodyOf(message)).toEqual([
      'What changed since Mon 1 July 2024, 09:30',
      '- 2B:4 🔶 Amber → 🛑 Red · Sam Taylor, Northshire Council · two posts are vacant',
      'Not yet returned · Returns for Board meeting (Wed 24 July 2024) are due Wed 10 July 2024, 17:00.',
      '- 2B:2 Named workers are trained · due by July 2024',
      'Coming up',
      '- 2B:2.1.2 Every setting has it · under way · due by June 2024 — overdue',
      'Where yours stand',
      '- 2B:2 Named workers are trained · 🟢 Green · due by July 2024\n- 2B:3 Advice is given in time · ⬜ Last known green, 34 days ago · due by July 2024',
    ]);
    expect(footerOf(message)).toBe(
      'Why am I getting this? You asked for your own digest. /pap digest off owner stops it.',
    );
  });

  it('says so where there is nothing', () => {
    const message = ownerDigest({
      ...{ ...times, today, objectives: [], changes: [], waiting: [], coming: [] },
    });

    expect(bodyOf(message)).toEqual([
      'What changed since Mon 1 July 2024, 09:30',
      'Nothing was recorded.',
      'Where yours stand',
      'You answer for no objective.',
    ]);
  });
});

describe('officeDigest', () => {
  it('says what changed, then all that waits for the office', () => {
    const message = officeDigest({
      ...{ ...times, late: true, objectives: [green, faded, red], changes: [], vacant: [vacant] },
      waiting: [{ cycle: cycle(), objectives: [objective({ assignees: [owner] })] }],
      ...{ signals: [], undelivered: 3, slippage },
    });

    expect(message.title).toBe('Programme office: week to Mon 8 July 2024');
    expect(bodyOf(message)).toEqual([
      'This digest was due Mon 8 July 2024, 09:30 and is late.',
      'What changed since Mon 1 July 2024, 09:30',
      'Nothing was recorded.',
      'Where it stands',
      '🛑 Red 1 · 🔶 Amber 0 · 🟢 Green 1 · 🟦 Blue 0 · ⬜ Last known green 1 — of 3',
      'Not yet returned · Returns for Board meeting (Wed 24 July 2024) are due Wed 10 July 2024, 17:00.',
      '- 2B:2 Named workers are trained · Sam Taylor, Northshire Council',
      'Nobody is named',
      '- 2B:5 One list · nobody is named — vacant',
      'Not delivered · 3 messages wait for you to send again or drop: /pap admin delivery',
      'How late things have been · what was completed, against the date that it first had',
      '- The whole plan: median 9 days late, from 2 days early to 30 days late (n = 6)',
    ]);
    expect(footerOf(message)).toBe(
      'Why am I getting this? You are the programme office. /pap digest off office stops it.',
    );
  });

  it('has the signals in it', () => {
    const message = officeDigest({
      ...{ ...times, objectives: [green], changes: [], vacant: [], waiting: [] },
      signals: [
        {
          objective: green,
          signal: { kind: 'green-to-red', green: day('2024-05-06'), red: day('2024-07-04') },
        },
      ],
      ...{ undelivered: 0, slippage: [] },
    });

    expect(bodyOf(message).slice(-2)).toEqual([
      'Worth a question',
      '- 2B:2 Named workers are trained · 🟢 Green · went from green (Mon 6 May 2024) to red (Thu 4 July 2024) with no amber between',
    ]);
  });
});

describe('boardDigest', () => {
  it('counts with what has faded apart, asks for decisions, and shows each red with its road back', () => {
    const lost = objective({ ref: '2B:6', title: 'Waiting falls', rag: 'red' });
    const message = boardDigest({
      ...{ ...times, today, objectives: [green, faded, red], changes: [change], slippage },
      themes: [
        { theme, objectives: [green, faded] },
        { theme: { ...theme, number: 2 }, objectives: [] },
      ],
      decisions: [{ objective: green, item: decision }],
      reds: [
        { objective: red, recovery: [recovery] },
        { objective: lost, recovery: [] },
      ],
    });

    expect(message.title).toBe('The plan: week to Mon 8 July 2024');
    expect(bodyOf(message)).toEqual([
      'What changed since Mon 1 July 2024, 09:30',
      '- 2B:4 🔶 Amber → 🛑 Red · Sam Taylor, Northshire Council · two posts are vacant',
      'Where it stands',
      '🛑 Red 1 · 🔶 Amber 0 · 🟢 Green 1 · 🟦 Blue 0 · ⬜ Last known green 1 — of 3',
      '- Theme 1 Right plan: 🛑 Red 0 · 🔶 Amber 0 · 🟢 Green 1 · 🟦 Blue 0 · ⬜ Last known green 1 — of 2\n- In no theme: 🛑 Red 1 · 🔶 Amber 0 · 🟢 Green 0 · 🟦 Blue 0 — of 1',
      'Decisions needed',
      '- 2B:2 D1 A second trainer · needed · from SIAB · due 24 July 2024',
      'Red, and the road back',
      '- 2B:4 Posts are filled · 🛑 Red · Agency staff, by 31 July 2024, Kim Low\n- 2B:6 Waiting falls · 🛑 Red · no road back is recorded',
      'How late things have been · what was completed, against the date that it first had',
      '- The whole plan: median 9 days late, from 2 days early to 30 days late (n = 6)',
    ]);
    expect(footerOf(message)).toBe(
      'Why am I getting this? You asked for the board’s digest. /pap digest off board stops it.',
    );
  });
});

describe('boardDigest by theme', () => {
  it('says that an objective of two themes is counted in each', () => {
    const [one = theme] = green.themes;
    const both = objective({ themes: [one, { ...one, id: 'theme-2', number: 2 }] as never });
    const message = boardDigest({
      ...{
        ...times,
        today,
        objectives: [both],
        changes: [],
        slippage: [],
        decisions: [],
        reds: [],
      },
      themes: [1, 2].map((number) => ({ theme: { ...theme, number }, objectives: [both] })),
    });

    expect(bodyOf(message)).toContain(
      '1 objective is in more than one theme or workstream; each of them counts it.',
    );
  });
});

describe('slippage in words', () => {
  it.each([
    [0, 'median on the day'],
    [1, 'median 1 day late'],
    [-1, 'median 1 day early'],
  ])('%s', (median, expected) => {
    const message = boardDigest({
      ...{ ...times, today, objectives: [], changes: [], themes: [], decisions: [], reds: [] },
      slippage: [{ of: 'Theme 1', median, earliest: -1, latest: 1, count: 5 }],
    });

    expect(bodyOf(message).at(-1)).toBe(
      `- Theme 1: ${expected}, from 1 day early to 1 day late (n = 5)`,
    );
  });
});

describe('signalText', () => {
  it('names KPIs, moves and notes', () => {
    expect(
      signalText({
        kind: 'green-kpi',
        kpis: [{ kpiNumber: 12, name: 'Suspensions', worsening: true }],
      }),
    ).toBe('a KPI of its theme gets worse: 12 Suspensions');
    expect(
      signalText({
        ...{ kind: 're-dated', of: '2B:2' },
        moves: [
          { on: day('2024-04-02'), from: 'by April 2024', to: 'by June 2024' },
          { on: day('2024-06-03'), from: 'by June 2024', to: 'Autumn 2024' },
        ],
      }),
    ).toBe(
      '2B:2 was re-dated 2 times: by April 2024 → by June 2024 on Tue 2 April 2024; by June 2024 → Autumn 2024 on Mon 3 June 2024',
    );
    expect(
      signalText({
        ...{ kind: 'same-note', note: 'On track' },
        on: [day('2024-03-05'), day('2024-05-02'), day('2024-07-04')],
      }),
    ).toBe(
      'the same note 3 cycles running (Tue 5 March 2024, Thu 2 May 2024, Thu 4 July 2024): “On track”',
    );
  });
});
