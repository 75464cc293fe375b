// My objectives and what is outstanding: counts, phases, filters, and nothing cut without a word.
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../src/core/message/messages/plain-text.ts';
import {
  cycleText,
  type MineFacts,
  mineMessage,
  type OutstandingFacts,
  outstandingMessage,
} from '../../../../src/cycle/returns/messages/objective-list.ts';
import type { Objective } from '../../../../src/plan/objectives/domain/objective.ts';
import { at, cycle, day, deputy, objective, owner } from '../../../support/rules/builders.ts';
import { actionsOf, bodyOf, footerOf, linesOf } from '../../../support/world/read-message.ts';

const second = objective({ id: 'objective-2', ref: '2B:3', title: 'Posts are filled', rag: 'red' });
const dueText = 'Returns for Board meeting (Wed 24 July 2024) are due Wed 10 July 2024, 17:00.';

function many(count: number): Objective[] {
  return Array.from({ length: count }, (_, index) =>
    objective({ id: `objective-${index}`, ref: `4A:${index + 1}` }),
  );
}

describe('mineMessage', () => {
  function facts(changes: Partial<MineFacts> = {}): MineFacts {
    return {
      personId: 'sam',
      objectives: [objective(), second],
      outstanding: new Set(['objective-2']),
      cycle: cycle(),
      frozen: null,
      today: day('2024-07-03'),
      now: at('2024-07-03T12:00'),
      ...changes,
    };
  }

  it('counts what is owed and lists each objective with its standing', () => {
    const message = mineMessage(facts());

    expect(message.title).toBe('Your objectives (2)');
    expect(bodyOf(message)).toEqual([
      `1 of your 2 is still to return. ${dueText}`,
      '2B:3 Posts are filled · 🛑 Red · due by July 2024 · return outstanding',
      '2B:2 Named workers are trained · 🔶 Amber · due by July 2024 · returned',
    ]);
  });

  it('lists what is owed first, so that of 44 the twenty that are shown are owed', () => {
    const objectives = many(44);
    const outstanding = new Set(objectives.slice(24).map(({ id }) => id));

    const body = bodyOf(mineMessage(facts({ objectives, outstanding })));

    expect(body.slice(1, 21).every((line) => line.endsWith('return outstanding'))).toBe(true);
    expect(body.at(-1)).toContain('And 24 more: 4A:1, 4A:2, ');
  });

  it('promises as many in one form as one form takes', () => {
    const labels = (count: number) =>
      actionsOf(mineMessage(facts({ objectives: many(count) })))
        .filter(({ line }) => line === 'mine form')
        .map(({ label }) => label);

    expect([labels(2), labels(12), labels(13)]).toEqual([
      ['Return all'],
      ['Return all'],
      ['Return 12 at once'],
    ]);
  });

  it('puts Same and Change under each, bound to its version', () => {
    expect(actionsOf(mineMessage(facts())).map(({ line, guard }) => [line, guard])).toEqual([
      ['mine form', undefined],
      ['same 2B:3', { objectiveId: 'objective-2', version: 3 }],
      ['update 2B:3', { objectiveId: 'objective-2', version: 3 }],
      ['same 2B:2', { objectiveId: 'objective-1', version: 3 }],
      ['update 2B:2', { objectiveId: 'objective-1', version: 3 }],
    ]);
  });

  it('says so when everything is in', () => {
    const message = mineMessage(facts({ outstanding: new Set() }));

    expect(bodyOf(message)[0]).toBe('You have returned everything that is asked of you.');
  });

  it('does not speak of returns when no meeting lies ahead', () => {
    const message = mineMessage(facts({ cycle: null, outstanding: new Set() }));

    expect(bodyOf(message)).toEqual([
      'No meeting that collects returns lies ahead, so nothing is asked of you.',
      '2B:2 Named workers are trained · 🔶 Amber · due by July 2024',
      '2B:3 Posts are filled · 🛑 Red · due by July 2024',
    ]);
  });

  it('marks what is overdue, an example, or held as a deputy', () => {
    const standIn = objective({ assignees: [{ ...owner, personId: 'kim' }, deputy] });

    const message = mineMessage(
      facts({
        personId: 'alex',
        objectives: [{ ...standIn, example: true }],
        outstanding: new Set(['objective-1']),
        today: day('2024-08-01'),
      }),
    );

    expect(bodyOf(message)).toEqual([
      'You have returned everything that is asked of you.',
      '2B:2 Named workers are trained (example) · 🔶 Amber · due by July 2024 (overdue) · return outstanding · you are the deputy',
    ]);
  });

  it('names those that do not fit', () => {
    const message = mineMessage(facts({ objectives: many(22), outstanding: new Set() }));

    expect(message.title).toBe('Your objectives (22)');
    expect(bodyOf(message)).toHaveLength(22);
    expect(bodyOf(message).at(-1)).toBe(
      'And 2 more: 4A:21, 4A:22. For one of them type /pap show 4A:21.',
    );
  });

  it('names no rest when twenty fit exactly', () => {
    const message = mineMessage(facts({ objectives: many(20) }));

    expect(bodyOf(message)).toHaveLength(21);
    expect(bodyOf(message).join()).not.toContain('more');
  });

  it('tells somebody without objectives where to look', () => {
    const message = mineMessage(facts({ objectives: [] }));

    expect(message.title).toBe('You answer for no objective');
    expect(bodyOf(message)).toEqual([
      'Nothing is asked of you. /pap outstanding shows what is still to come; /pap help shows the rest.',
    ]);
  });
});

describe('cycleText', () => {
  it.each([
    [
      '2024-06-28T12:00',
      'Returns for Board meeting (Wed 24 July 2024) are due Wed 10 July 2024, 17:00; the first request goes out Mon 1 July 2024, 10:00.',
    ],
    ['2024-07-03T12:00', dueText],
    [
      '2024-07-12T12:00',
      'Returns for Board meeting (Wed 24 July 2024) were due Wed 10 July 2024, 17:00; they are taken, marked late, until Tue 16 July 2024, 17:00.',
    ],
    [
      '2024-07-17T12:00',
      'The papers for Board meeting (Wed 24 July 2024) have been frozen since Tue 16 July 2024, 17:00.',
    ],
    ['2024-07-25T00:00', 'Board meeting (Wed 24 July 2024) is over.'],
  ])('at %s', (now, expected) => {
    expect(cycleText(cycle(), at(now))).toBe(expected);
  });

  it('marks a fictional meeting', () => {
    expect(cycleText(cycle({ example: true }), at('2024-07-25T00:00'))).toBe(
      'Board meeting (Wed 24 July 2024 (example)) is over.',
    );
  });
});

describe('outstandingMessage', () => {
  function facts(changes: Partial<OutstandingFacts> = {}): OutstandingFacts {
    return {
      groups: [{ cycle: cycle(), objectives: [objective(), second], asked: 5 }],
      filter: '',
      today: day('2024-07-03'),
      now: at('2024-07-03T12:00'),
      ...changes,
    };
  }

  function group(objectives: Objective[], asked: number): OutstandingFacts['groups'] {
    return [{ cycle: cycle(), objectives, asked }];
  }

  it('lists what has not come in as a table', () => {
    const message = outstandingMessage(facts());

    expect(message.title).toBe('Outstanding returns: 2');
    expect(message.tone).toBeUndefined();
    expect(bodyOf(message)[0]).toBe(dueText);
    expect(message.blocks[1]).toEqual({
      kind: 'table',
      caption: 'Not yet returned',
      columns: ['Objective', 'Last rating', 'Owner', 'Due'].map((header) => ({ header })),
      rows: [
        [
          '2B:2 Named workers are trained',
          '🔶 Amber',
          'Sam Taylor, Northshire Council',
          'by July 2024',
        ],
        ['2B:3 Posts are filled', '🛑 Red', 'Sam Taylor, Northshire Council', 'by July 2024'],
      ],
    });
    expect(footerOf(message)).toBe('Filters: theme 1 · red · overdue · a name');
  });

  it('marks what is overdue, an example, or without a date', () => {
    const objectives = [objective({ example: true }), objective({ due: null })];

    const message = outstandingMessage(
      facts({ groups: group(objectives, 2), today: day('2024-08-01') }),
    );

    expect(message.blocks[1]).toMatchObject({
      rows: [
        [
          '2B:2 Named workers are trained (example)',
          '🔶 Amber',
          expect.any(String),
          'by July 2024 (overdue)',
        ],
        ['2B:2 Named workers are trained', '🔶 Amber', expect.any(String), 'not stated'],
      ],
    });
  });

  it.each([
    [0, '', 'No return is asked for.'],
    [1, '', 'The only return is in.'],
    [5, '', 'All 5 returns are in.'],
    [5, 'theme 1, red', 'Nothing is outstanding with that filter.'],
  ])('with none left of %i and the filter “%s” says so', (asked, filter, expected) => {
    const message = outstandingMessage(facts({ groups: group([], asked), filter }));

    expect(bodyOf(message)).toEqual([dueText, expected]);
    expect(message.tone).toBe('good');
  });

  it('shows the filter in its title', () => {
    const message = outstandingMessage(facts({ filter: 'theme 1, red' }));

    expect(message.title).toBe('Outstanding returns: 2 · theme 1, red');
  });

  it('counts over several meetings, each with its own line', () => {
    const autumn = cycle({ id: 'autumn', meetingDate: day('2024-09-25'), example: true });
    const groups = [...group([objective()], 2), { cycle: autumn, objectives: [second], asked: 2 }];

    const message = outstandingMessage(facts({ groups }));

    expect(message.title).toBe('Outstanding returns: 2');
    expect(plainText(message)).toContain('Board meeting (Wed 25 September 2024 (example))');
  });

  it('names those that do not fit and says how to narrow the list', () => {
    const message = outstandingMessage(facts({ groups: group(many(23), 30) }));

    expect(message.blocks[1]).toMatchObject({ rows: { length: 20 } });
    expect(bodyOf(message).at(-1)).toBe(
      'And 3 more: 4A:21, 4A:22, 4A:23. Narrow the list with /pap outstanding theme 1, red or a name.',
    );
  });

  it('says so when no meeting lies ahead', () => {
    const message = outstandingMessage(facts({ groups: [], filter: 'red' }));

    expect(message.title).toBe('Outstanding returns · red');
    expect(bodyOf(message)).toEqual([
      'No meeting that collects returns lies ahead, so nothing is outstanding.',
    ]);
  });

  it('has no buttons: it is not a list of one’s own', () => {
    expect(linesOf(outstandingMessage(facts()))).toEqual([]);
  });
});
