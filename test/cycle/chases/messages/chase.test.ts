// A chase: what is owed and by when, one press to answer, and why the person is getting it.
import { describe, expect, it } from 'vitest';
import type { AskStep } from '../../../../src/core/outbox/domain/past-chase.ts';
import { type ChaseFacts, chaseMessage } from '../../../../src/cycle/chases/messages/chase.ts';
import type { StatusEntry } from '../../../../src/plan/objectives/domain/objective.ts';
import {
  type RatingStory,
  ratingStory,
} from '../../../../src/plan/objectives/domain/rating-story.ts';
import { at, cycle, objective, statusEntry } from '../../../support/rules/builders.ts';
import { actionsOf, bodyOf, footerOf, linesOf } from '../../../support/world/read-message.ts';

const second = objective({ id: 'objective-2', ref: '2B:3', title: 'Posts are filled', version: 8 });

function storiesOf(...entries: readonly StatusEntry[]): ReadonlyMap<string, RatingStory> {
  const story = ratingStory(entries);
  return new Map(story ? [['objective-1', story]] : []);
}

function facts(changes: Partial<ChaseFacts> = {}): ChaseFacts {
  return {
    step: 'open',
    cycle: cycle(),
    objectives: [objective()],
    stories: storiesOf(statusEntry()),
    asDeputy: false,
    first: true,
    now: at('2024-07-01T10:00'),
    ...changes,
  };
}

const asWords: Record<AskStep, { one: string; two: string; footer: string }> = {
  open: {
    one: '1 return to give by Wed 10 July 2024, 17:00',
    two: '2 returns to give by Wed 10 July 2024, 17:00',
    footer: 'This is the first request; it stops when you answer.',
  },
  nudge: {
    one: 'Still to come: 1 return by Wed 10 July 2024, 17:00',
    two: 'Still to come: 2 returns by Wed 10 July 2024, 17:00',
    footer: 'This is the reminder; it stops when you answer.',
  },
  'last-call': {
    one: 'Last call: 1 return by Wed 10 July 2024, 17:00',
    two: 'Last call: 2 returns by Wed 10 July 2024, 17:00',
    footer: 'This is the last call; it stops when you answer.',
  },
  'due-today': {
    one: 'Due today at 17:00: 1 return',
    two: 'Due today at 17:00: 2 returns',
    footer: 'This is the reminder on the day; it stops when you answer.',
  },
  overdue: {
    one: 'Overdue since Wed 10 July 2024, 17:00: 1 return',
    two: 'Overdue since Wed 10 July 2024, 17:00: 2 returns',
    footer: 'This is the last message to you about it; it stops when you answer.',
  },
};

const steps = Object.entries(asWords).map(([step, words]) => ({
  step: step as AskStep,
  ...words,
}));

describe('chaseMessage', () => {
  it.each(steps)('$step says how many returns and by when', ({ step, one, two }) => {
    expect(chaseMessage(facts({ step })).title).toBe(one);
    expect(chaseMessage(facts({ step, objectives: [objective(), second] })).title).toBe(two);
  });

  it.each(steps)('$step says why it came', ({ step, footer }) => {
    const text = footerOf(chaseMessage(facts({ step })));

    expect(text).toBe(
      `Why am I getting this? Board meeting is on Wed 24 July 2024, you answer for these objectives, and no return has come in. ${footer}`,
    );
  });

  it('shows each objective with what was last recorded', () => {
    const message = chaseMessage(facts({ objectives: [objective(), second] }));

    expect(bodyOf(message)).toEqual([
      'Press Same if nothing has changed, or Change to say what has. It takes a minute.',
      '2B:2 Named workers are trained · 🔶 Amber · due by July 2024',
      'Last: 🔶 Amber since Wed 12 June 2024 (Sam Taylor, Northshire Council): 14 of 20 trained',
      '2B:3 Posts are filled · 🔶 Amber · due by July 2024',
      'Nothing recorded yet',
    ]);
  });

  it('offers Same and Change for each, bound to the version on screen', () => {
    const message = chaseMessage(facts({ objectives: [objective(), second] }));

    expect(actionsOf(message).map(({ label, line, guard }) => [label, line, guard])).toEqual([
      ['Same 2B:2', 'same 2B:2', { objectiveId: 'objective-1', version: 3 }],
      ['Change 2B:2', 'update 2B:2', { objectiveId: 'objective-1', version: 3 }],
      ['Same 2B:3', 'same 2B:3', { objectiveId: 'objective-2', version: 8 }],
      ['Change 2B:3', 'update 2B:3', { objectiveId: 'objective-2', version: 8 }],
    ]);
  });

  it('does not speak of Same where there is nothing to repeat', () => {
    const unrated = objective({ rag: null, due: null, example: true });

    const message = chaseMessage(facts({ objectives: [unrated], stories: new Map() }));

    expect(linesOf(message)).toEqual(['update 2B:2']);
    expect(bodyOf(message)).toEqual([
      'Press Change to give a first rating. It takes a minute.',
      '2B:2 Named workers are trained (example) · ⬜ Not rated',
      'Nothing recorded yet',
    ]);
  });

  it('tells what was last published as published', () => {
    const published = statusEntry({ kind: 'published', toRag: 'red', author: null, note: null });

    const message = chaseMessage(facts({ stories: storiesOf(published) }));

    expect(bodyOf(message)[2]).toBe('Last: 🛑 Red, as published: no reason is recorded');
  });

  it('keeps the reason when it was confirmed without words', () => {
    const same = statusEntry({
      ...{ id: 'same', kind: 'same', fromRag: 'amber', note: null, version: 4 },
      at: at('2024-06-20T10:00'),
    });

    const message = chaseMessage(facts({ stories: storiesOf(statusEntry(), same) }));

    expect(bodyOf(message)[2]).toBe(
      'Last: 🔶 Amber since Wed 12 June 2024: 14 of 20 trained; confirmed Thu 20 June 2024 by Sam Taylor, Northshire Council',
    );
  });

  it('tells a deputy that they stand in, and marks a fictional meeting', () => {
    const text = footerOf(
      chaseMessage(facts({ asDeputy: true, cycle: cycle({ example: true }), step: 'last-call' })),
    );

    expect(text).toBe(
      'Why am I getting this? Board meeting is on Wed 24 July 2024 (example), you stand in for the owner, and no return has come in. This is the last call; it stops when you answer.',
    );
  });

  it('counts all, shows twelve and says where the others are', () => {
    const objectives = Array.from({ length: 14 }, (_, index) =>
      objective({ id: `o${index}`, ref: `4A:${index + 1}` }),
    );

    const message = chaseMessage(facts({ objectives }));

    expect(message.title).toBe('14 returns to give by Wed 10 July 2024, 17:00');
    expect(linesOf(message).at(-1)).toBe('update 4A:12');
    expect(bodyOf(message).at(-1)).toBe(
      'And 2 more: 4A:13, 4A:14. /pap mine form brings up to 12 of what you owe in one form, and the next once these are sent.',
    );
  });
});
