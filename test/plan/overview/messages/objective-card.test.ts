// One objective's card: every fact, or that it is not stated; history; and guarded buttons.
import { describe, expect, it } from 'vitest';
import type { Objective, StatusEntry } from '../../../../src/plan/objectives/domain/objective.ts';
import { ratingStory } from '../../../../src/plan/objectives/domain/rating-story.ts';
import {
  type ObjectiveCardFacts,
  objectiveCard,
  ownersText,
  returnActions,
} from '../../../../src/plan/overview/messages/objective-card.ts';
import {
  at,
  day,
  deputy,
  historyEntry,
  london,
  objective,
  owner,
  statusEntry,
} from '../../../support/rules/builders.ts';
import { actionsOf, bodyOf } from '../../../support/world/read-message.ts';

function facts(changes: Partial<ObjectiveCardFacts> = {}): ObjectiveCardFacts {
  return {
    objective: objective(),
    stories: { delivery: ratingStory([statusEntry()]), impact: null },
    items: [],
    owners: new Map(),
    links: [],
    published: [],
    history: null,
    whole: false,
    sources: [{ document: 'Progress update', line: 102 }],
    mayUpdate: false,
    shareLine: null,
    isPast: false,
    today: day('2024-07-03'),
    timeZone: london,
    ...changes,
  };
}

function standing(changes: Partial<ObjectiveCardFacts>): string[] {
  return bodyOf(objectiveCard(facts(changes)))[0]?.split('\n') ?? [];
}

describe('objectiveCard', () => {
  it('states every fact of the objective', () => {
    const message = objectiveCard(facts());

    expect(message.title).toBe('2B:2 Named workers are trained');
    expect(bodyOf(message)).toEqual([
      [
        'Rating: 🔶 Amber',
        'Impact: ⬜ Not rated',
        'Owner: Sam Taylor, Northshire Council',
        'Due: by July 2024 (read as Wed 31 July 2024 at the latest)',
        'Area: 2 The right support',
        'Theme: 1 Right plan',
        'Success measure: 20 named workers trained',
        'Source: Progress update, line 102',
      ].join('\n'),
      'Last recorded: 🔶 Amber since Wed 12 June 2024 (Sam Taylor, Northshire Council): 14 of 20 trained',
    ]);
    expect(actionsOf(message)).toEqual([]);
  });

  it('says what the documents do not state', () => {
    const bare = objective({
      rag: null,
      due: null,
      areaName: null,
      themes: [],
      successMeasure: null,
      assignees: [],
      example: true,
    });

    const message = objectiveCard(
      facts({ objective: bare, stories: { delivery: null, impact: null }, sources: [] }),
    );

    expect(message.title).toBe('2B:2 Named workers are trained (example)');
    expect(bodyOf(message)).toEqual([
      [
        'Rating: ⬜ Not rated',
        'Impact: ⬜ Not rated',
        'Owner: nobody is named — vacant',
        'Due: no date is stated',
        'Area: 2 (name not in the documents)',
        'Theme: none is stated',
        'Success measure: none is stated',
      ].join('\n'),
    ]);
  });

  it('calls an objective overdue from the day after its last day', () => {
    const due = 'Due: by July 2024 (read as Wed 31 July 2024 at the latest)';

    expect(standing({ today: day('2024-07-31') })).toContain(due);
    expect(standing({ today: day('2024-08-01') })).toContain(`${due} — overdue`);
  });

  it('says when the placing in a theme is an example', () => {
    const themes = [
      { id: 't1', kind: 'theme', number: 1, name: 'Right plan', placingIsExample: true },
      { id: 'w2', kind: 'workstream', number: 2, name: 'Workforce', placingIsExample: false },
    ] as const;

    expect(standing({ objective: objective({ themes }) })).toContain(
      'Theme: 1 Right plan (placing is an example); Workforce',
    );
  });

  it.each<[string, ObjectiveCardFacts['sources'], string]>([
    ['one line', [{ document: 'A', line: 7 }], 'Source: A, line 7'],
    [
      'two lines',
      [
        { document: 'A', line: 7 },
        { document: 'A', line: 9 },
      ],
      'Source: A, lines 7 and 9',
    ],
    [
      'three lines, one of them twice',
      [7, 9, 9, 12].map((line) => ({ document: 'A', line })),
      'Source: A, lines 7, 9 and 12',
    ],
    [
      'two documents',
      [
        { document: 'A', line: 7 },
        { document: 'B', line: 1 },
        { document: 'A', line: 7 },
      ],
      'Source: A, line 7; B, line 1',
    ],
  ])('names the source of %s', (_name, sources, expected) => {
    expect(standing({ sources }).at(-1)).toBe(expected);
  });

  it.each<[string, Partial<StatusEntry>, string]>([
    [
      'a rating as published',
      { kind: 'published', fromRag: null, toRag: 'red', note: 'high risk', author: null },
      '🛑 Red, as published: high risk',
    ],
    [
      'a late update without a reason',
      { late: true, note: null },
      '🔶 Amber since Wed 12 June 2024 (Sam Taylor, Northshire Council, late): no reason is recorded',
    ],
    [
      'what the board decided',
      {
        kind: 'board',
        meeting: { title: 'Board meeting', heldOn: day('2024-06-12') },
        note: 'not assured',
      },
      '🔶 Amber since Wed 12 June 2024, as Board meeting of Wed 12 June 2024 decided: not assured',
    ],
  ])('tells %s as last recorded', (_name, entry, expected) => {
    const stories = { delivery: ratingStory([statusEntry(entry)]), impact: null };

    expect(bodyOf(objectiveCard(facts({ stories })))[1]).toBe(`Last recorded: ${expected}`);
  });

  it('says of what day words are that came neither with the rating nor with its confirmation', () => {
    const later = (more: Partial<StatusEntry>) =>
      statusEntry({ kind: 'same', fromRag: 'amber', ...more });
    const story = ratingStory([
      statusEntry(),
      later({ id: 'two', version: 4, at: at('2024-06-20T10:00'), note: '16 of 20' }),
      later({ id: 'three', version: 5, at: at('2024-06-27T10:00'), note: null, late: true }),
    ]);

    const message = objectiveCard(facts({ stories: { delivery: null, impact: story } }));

    expect(bodyOf(message)[1]).toBe(
      'Impact last recorded: 🔶 Amber since Wed 12 June 2024: 16 of 20 (said Thu 20 June 2024); confirmed Thu 27 June 2024 by Sam Taylor, Northshire Council, late',
    );
  });

  it('tells the whole history, newest first, when asked', () => {
    const entries = [
      historyEntry({ fromRag: null, toRag: 'red', note: null, at: at('2024-05-01T10:00') }),
      historyEntry(),
    ];

    const shown = bodyOf(objectiveCard(facts({ history: entries })));
    const hidden = bodyOf(objectiveCard(facts()));

    expect(shown.slice(2)).toEqual([
      'History, newest first',
      [
        '- 🛑 Red → 🔶 Amber · Sam Taylor, Northshire Council, Wed 12 June 2024, 09:15 · 14 of 20 trained',
        '- ⬜ Not rated → 🛑 Red · Sam Taylor, Northshire Council, Wed 1 May 2024, 10:00',
      ].join('\n'),
    ]);
    expect(hidden).toHaveLength(2);
  });

  it('says so when there is no history', () => {
    const message = objectiveCard(facts({ history: [] }));

    expect(bodyOf(message)[2]).toBe('Nothing has been recorded yet.');
  });

  it('says when nothing had been recorded by a day in the past', () => {
    const message = objectiveCard(
      facts({ stories: { delivery: null, impact: null }, isPast: true }),
    );

    expect(bodyOf(message)[1]).toBe('Nothing had been recorded here by the end of that day.');
  });

  it('shows the date that it first had beside the current one', () => {
    const moved = objective({
      due: { text: 'by December 2024', precision: 'month', lastDay: day('2024-12-31') },
      originalDue: { text: 'by July 2024', precision: 'month', lastDay: day('2024-07-31') },
    });

    expect(standing({ objective: moved })).toEqual(
      expect.arrayContaining([
        'Due: by December 2024 (read as Tue 31 December 2024 at the latest)',
        'First due: by July 2024 (read as Wed 31 July 2024 at the latest)',
      ]),
    );
  });

  it('says when it was closed, and is not overdue then', () => {
    const closed = objective({ status: 'closed', closedOn: day('2024-08-02') });

    const lines = standing({ objective: closed, today: day('2024-09-01') });

    expect(lines).toContain('Status: closed on Fri 2 August 2024');
    expect(lines.join()).not.toContain('overdue');
  });

  it('shows the impact rating and when it was given', () => {
    const message = objectiveCard(
      facts({
        objective: objective({ impactRag: 'red' }),
        stories: {
          delivery: ratingStory([statusEntry()]),
          impact: ratingStory(
            [statusEntry({ rating: 'impact', fromRag: null, toRag: 'red', note: null })],
            'impact',
          ),
        },
      }),
    );

    expect(bodyOf(message)[0]).toContain('Impact: 🛑 Red');
    expect(bodyOf(message)[2]).toBe(
      'Impact last recorded: 🛑 Red since Wed 12 June 2024 (Sam Taylor, Northshire Council): no reason is recorded',
    );
  });

  it('names what it serves', () => {
    const links = [
      { to: 'project', id: 'p1', name: 'Named workers' },
      { to: 'priority', id: 's2', name: '2 Early help' },
      { to: 'self-evaluation', id: 'e1', name: 'strength a: Voices' },
    ] as const;

    expect(standing({ links })).toEqual(
      expect.arrayContaining([
        'Projects: Named workers',
        'Strategic priorities: 2 Early help',
        'Self-evaluation: strength a: Voices',
      ]),
    );
  });

  it('offers to share it where it is not shared yet', () => {
    const message = objectiveCard(facts({ shareLine: 'show 2B:2 all share' }));

    expect(actionsOf(message)).toEqual([{ label: 'Share 2B:2', line: 'show 2B:2 all share' }]);
  });

  it('offers Same and Change only to whoever may use them', () => {
    const message = objectiveCard(facts({ mayUpdate: true }));

    expect(actionsOf(message)).toEqual(returnActions(objective()));
  });
});

describe('returnActions', () => {
  const guard = { objectiveId: 'objective-1', version: 3 };

  it('are Same and Change, bound to the version on screen', () => {
    expect(returnActions(objective())).toEqual([
      { label: 'Same 2B:2', line: 'same 2B:2', guard, style: 'primary' },
      { label: 'Change 2B:2', line: 'update 2B:2', guard },
    ]);
  });

  it('have no Same while there is nothing to repeat', () => {
    expect(returnActions(objective({ rag: null }))).toEqual([
      { label: 'Change 2B:2', line: 'update 2B:2', guard },
    ]);
  });
});

describe('ownersText', () => {
  const organisation = { ...owner, personId: null, name: null };

  it.each<[string, Objective['assignees'], string]>([
    ['an owner', [owner], 'Sam Taylor, Northshire Council'],
    ['an owner and a deputy', [owner, deputy], 'Sam Taylor, Northshire Council; deputy Alex Reed'],
    [
      'two owners',
      [owner, { ...owner, personId: 'kim', name: 'Kim Low' }],
      'Sam Taylor, Northshire Council; Kim Low, Northshire Council',
    ],
    ['an organisation alone', [organisation], 'Northshire Council (no person named) — vacant'],
    ['a deputy alone', [deputy], 'nobody is named — vacant; deputy Alex Reed'],
    ['nobody', [], 'nobody is named — vacant'],
  ])('names %s', (_name, assignees, expected) => {
    expect(ownersText(objective({ assignees }))).toBe(expected);
  });
});
