// The weekly digest: what changed first, and no person named in public for being late.
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../src/core/message/messages/plain-text.ts';
import { ratingNews } from '../../../../src/cycle/ratings/domain/rating-news.ts';
import type { EntryDetail } from '../../../../src/plan/history/domain/history-entry.ts';
import type { StatusEntry } from '../../../../src/plan/objectives/domain/objective.ts';
import type {
  DigestChange,
  DigestPlanChange,
} from '../../../../src/reports/digests/messages/digest-sections.ts';
import {
  type ThemeDigestFacts,
  themeDigest,
} from '../../../../src/reports/digests/messages/digest-theme.ts';
import type { KpiTableFacts } from '../../../../src/reports/kpis/messages/kpi-table.ts';
import {
  at,
  cycle,
  day,
  deputy,
  historyEntry,
  london,
  objective,
  owner,
  statusEntry,
} from '../../../support/rules/builders.ts';
import { bodyOf, footerOf, linesOf } from '../../../support/world/read-message.ts';

const sam = { name: 'Sam Taylor', organisation: 'Northshire Council' };
const kim = { name: 'Kim Low', organisation: 'Northshire NHS' };
const moved = entry({ fromRag: 'amber', toRag: 'red', note: 'two posts are vacant' });
const same = entry({ id: 'same', kind: 'same', fromRag: 'green', toRag: 'green', version: 4 });
const amended = entry({
  ...{ id: 'amended', kind: 'amend', fromRag: 'red', toRag: 'red', version: 4 },
  note: 'one post is vacant',
});

function entry(changes: Partial<StatusEntry>): StatusEntry {
  return statusEntry({ note: null, author: kim, ...changes });
}

/** What is new of an objective in which these were recorded. */
function changeOf(ref: string, ...entries: readonly StatusEntry[]): DigestChange {
  return { objectiveId: ref, ref, news: ratingNews(entries) };
}

function planChange(ref: string, title: string): DigestPlanChange {
  const before = { kind: 'action', title: 'Old', status: 'under-way', due: null };
  const detail = {
    ...{ of: 'item', itemId: 'item-1', parentId: null, ref: '1', before },
    after: { ...before, title, originalDue: null, detail: {} },
  } as unknown as EntryDetail;
  return {
    ...{ ref, example: false },
    entry: historyEntry({ objectiveId: ref, kind: 'item', note: null, author: kim, detail }),
  };
}

const late = objective({ assignees: [owner, deputy] });

const kpis: KpiTableFacts = {
  title: 'KPIs of theme 1',
  headers: ['KPI', 'Baseline', 'Performance', 'Direction of Travel'],
  rows: [
    { name: 'Waiting', baseline: '8.61% (331)', performance: '33.20%', publishedDirection: '-' },
  ],
  footnotes: [],
};

function facts(changes: Partial<ThemeDigestFacts> = {}): ThemeDigestFacts {
  return {
    theme: { kind: 'theme', number: 1, name: 'Right plan' },
    objectives: [late, objective({ ref: '2B:3', rag: 'red' })],
    changes: [changeOf('2B:3', moved), changeOf('2B:4', same)],
    since: at('2024-07-01T09:30'),
    waiting: [{ cycle: cycle(), objectives: [late] }],
    ...{ kpis: null, newest: [], planChanges: [], figures: [], charts: [] },
    audience: 'channel',
    slot: at('2024-07-08T09:30'),
    late: false,
    now: at('2024-07-08T09:30'),
    timeZone: london,
    ...changes,
  };
}

describe('themeDigest', () => {
  it('says what changed, then where it stands, then who has not returned', () => {
    const message = themeDigest(facts());

    expect(message.title).toBe('Theme 1 Right plan: week to Mon 8 July 2024');
    expect(bodyOf(message)).toEqual([
      'What changed since Mon 1 July 2024, 09:30',
      '- 2B:3 🔶 Amber → 🛑 Red · Kim Low, Northshire NHS · two posts are vacant',
      'Confirmed with no change of rating: 2B:4.',
      'Where it stands',
      '🛑 Red 1 · 🔶 Amber 1 · 🟢 Green 0 · 🟦 Blue 0 — of 2',
      'Not yet returned · Returns for Board meeting (Wed 24 July 2024) are due Wed 10 July 2024, 17:00.',
      '- 2B:2 Named workers are trained · Northshire Council',
    ]);
    expect(linesOf(message)).toEqual([]);
  });

  it('never names a person in a channel for being late', () => {
    const text = plainText(themeDigest(facts()));

    expect(text).not.toContain('Sam Taylor');
    expect(text).not.toContain('Alex Reed');
  });

  it('shows co-chairs who it is', () => {
    const message = themeDigest(facts({ audience: 'co-chair' }));

    expect(bodyOf(message).at(-1)).toBe(
      '- 2B:2 Named workers are trained · Sam Taylor, Northshire Council; deputy Alex Reed',
    );
  });

  it.each([
    [
      'two organisations once each',
      [owner, { ...owner, personId: 'kim' }, { ...owner, organisation: 'Northshire NHS' }],
      'Northshire Council, Northshire NHS',
    ],
    ['nobody', [], 'nobody is named'],
    ['a deputy alone', [deputy], 'nobody is named'],
  ])('names in a channel %s', (_name, assignees, expected) => {
    const waiting = [{ cycle: cycle(), objectives: [objective({ assignees })] }];

    const message = themeDigest(facts({ waiting }));

    expect(bodyOf(message).at(-1)).toBe(`- 2B:2 Named workers are trained · ${expected}`);
  });

  it.each([
    ['channel', 'Posted weekly because this channel is bound to theme 1 Right plan. '],
    ['co-chair', 'You are getting this because you co-chair theme 1 Right plan. '],
  ] as const)('tells a %s why it came', (audience, why) => {
    expect(footerOf(themeDigest(facts({ audience })))).toBe(
      `${why}/pap digest preview theme 1 shows the next one.`,
    );
  });

  it.each<[string, readonly DigestChange[], readonly string[]]>([
    ['nothing', [], ['Nothing was recorded.']],
    [
      'confirmations only',
      [changeOf('2B:4', same, same), changeOf('1.2', same)],
      ['No rating changed.', 'Confirmed with no change of rating: 2B:4, 1.2.'],
    ],
    [
      'new words without a new colour, behind what moved',
      [changeOf('SEND-14', { ...same, note: 'as planned' }), changeOf('2B:3', moved)],
      [
        '- 2B:3 🔶 Amber → 🛑 Red · Kim Low, Northshire NHS · two posts are vacant\n- SEND-14 🟢 Green (no change) · Kim Low, Northshire NHS · as planned',
      ],
    ],
    [
      'new words alone',
      [changeOf('2B:4', { ...same, note: 'as planned' }, same)],
      ['No rating changed.', '- 2B:4 🟢 Green (no change) · Kim Low, Northshire NHS · as planned'],
    ],
    [
      'a change once, with the latest words, whoever confirmed it since',
      [
        changeOf(
          '2B:3',
          moved,
          { ...same, fromRag: 'red', toRag: 'red', note: 'one post is vacant', author: sam },
          { ...same, id: 'again', fromRag: 'red', toRag: 'red' },
        ),
      ],
      [
        '- 2B:3 🔶 Amber → 🛑 Red · Kim Low, Northshire NHS · one post is vacant (words of Sam Taylor, Northshire Council)',
      ],
    ],
    [
      'a change whose words were amended',
      [changeOf('2B:3', moved, { ...amended, supersedesId: moved.id })],
      ['- 2B:3 🔶 Amber → 🛑 Red · Kim Low, Northshire NHS · one post is vacant'],
    ],
    [
      'what was put right after the last digest',
      [
        changeOf('2B:3', { ...moved, kind: 'undo', supersedesId: 'earlier', note: null }),
        changeOf('2B:4', { ...moved, kind: 'amend', supersedesId: 'earlier', rating: 'impact' }),
        changeOf('2B:5', { ...amended, supersedesId: 'earlier' }),
      ],
      [
        '- 2B:3 🔶 Amber → 🛑 Red, taken back · Kim Low, Northshire NHS\n- 2B:4 impact 🔶 Amber → 🛑 Red, amended · Kim Low, Northshire NHS · two posts are vacant\n- 2B:5 🛑 Red (no change), amended · Kim Low, Northshire NHS · one post is vacant',
      ],
    ],
    [
      'a first rating without a note',
      [changeOf('2B:3', { ...moved, fromRag: null, note: null })],
      ['- 2B:3 ⬜ Not rated → 🛑 Red · Kim Low, Northshire NHS'],
    ],
    [
      'there and back again, once',
      [changeOf('2B:3', moved, entry({ id: 'back', fromRag: 'red', toRag: 'amber', version: 4 }))],
      ['- 2B:3 🔶 Amber → 🛑 Red → 🔶 Amber · Kim Low, Northshire NHS'],
    ],
    [
      'both of its ratings in one line',
      [
        changeOf(
          '2B:3',
          moved,
          entry({ id: 'impact', rating: 'impact', fromRag: null, toRag: 'green', note: 'felt' }),
        ),
      ],
      [
        '- 2B:3 🔶 Amber → 🛑 Red · Kim Low, Northshire NHS · two posts are vacant; impact ⬜ Not rated → 🟢 Green · Kim Low, Northshire NHS · felt',
      ],
    ],
  ])('tells of %s', (_name, changes, expected) => {
    const body = bodyOf(themeDigest(facts({ changes })));

    expect(body.slice(1, body.indexOf('Where it stands'))).toEqual(expected);
  });

  it('names each objective once, whatever changed of it', () => {
    const changes = [changeOf('2B:3', moved), changeOf('2B:4', same), changeOf('2B:5', same)];
    const planChanges = [
      planChange('2B:3', 'One'),
      planChange('2B:4', 'Two'),
      planChange('2B:4', 'Three'),
    ];

    const body = bodyOf(themeDigest(facts({ changes, planChanges })));

    expect(body.slice(1, body.indexOf('Where it stands'))).toEqual([
      '- 2B:3 🔶 Amber → 🛑 Red · Kim Low, Northshire NHS · two posts are vacant; Action 2B:3.1 changed: wording Old → One · Kim Low, Northshire NHS',
      'Confirmed with no change of rating: 2B:5.',
      'Changed in the plan:',
      '- 2B:4 Action 2B:4.1 changed: wording Old → Two · Kim Low, Northshire NHS; Action 2B:4.1 changed: wording Old → Three · Kim Low, Northshire NHS; its rating was confirmed',
    ]);
  });

  it('counts the unrated only where there are some', () => {
    const objectives = [objective({ rag: null }), objective({ rag: 'blue' })];

    expect(bodyOf(themeDigest(facts({ objectives })))).toContain(
      '🛑 Red 0 · 🔶 Amber 0 · 🟢 Green 0 · 🟦 Blue 1 · ⬜ Not rated 1 — of 2',
    );
  });

  it('says so when the theme has no objective', () => {
    expect(bodyOf(themeDigest(facts({ objectives: [], waiting: [] }))).at(-1)).toBe(
      'No objective is placed in this theme yet.',
    );
  });

  it('says so when every return is in', () => {
    const waiting = [{ cycle: cycle(), objectives: [] }];

    expect(bodyOf(themeDigest(facts({ waiting }))).at(-1)).toBe('Every return is in.');
  });

  it('is silent about a meeting whose returns are not asked for yet', () => {
    const autumn = cycle({ id: 'autumn', meetingDate: day('2024-09-25') });

    const message = themeDigest(facts({ waiting: [{ cycle: autumn, objectives: [late] }] }));

    expect(plainText(message)).not.toContain('Not yet returned');
  });

  it('shows the KPI table last, as published', () => {
    const message = themeDigest(facts({ kpis }));

    const kinds = message.blocks.map(({ kind }) => kind);
    expect(kinds.slice(-3)).toEqual(['divider', 'table', 'text']);
    expect(message.blocks.at(-2)).toMatchObject({
      caption: 'KPIs of theme 1 (as published)',
      rows: [['Waiting', '8.61% (331)', '33.20%', '-']],
    });
  });

  it('puts under the published table what is newer than it', () => {
    const newest = {
      ...{ kpi: '1 Waiting', figure: '35%, 2024', reading: 'Unclear: it rose' },
      target: 'none',
    };

    const message = themeDigest(facts({ kpis, newest: [newest] }));

    expect(message.blocks.slice(-2)).toMatchObject([
      {
        caption: 'The newest figures on record',
        rows: [['1 Waiting', '35%, 2024', 'Unclear: it rose', 'none']],
      },
      { kind: 'text' },
    ]);
  });

  it('says first of all when it is late', () => {
    const message = themeDigest(facts({ late: true, now: at('2024-07-09T11:00') }));

    expect(bodyOf(message)[0]).toBe('This digest was due Mon 8 July 2024, 09:30 and is late.');
  });

  it('marks an example among the outstanding', () => {
    const waiting = [{ cycle: cycle(), objectives: [{ ...late, example: true }] }];

    expect(bodyOf(themeDigest(facts({ waiting }))).at(-1)).toBe(
      '- 2B:2 Named workers are trained (example) · Northshire Council',
    );
  });
});
