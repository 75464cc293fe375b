// Going back through the history gives every state that there was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FuzzyDate } from '../../../../src/core/dates/domain/fuzzy-date.ts';
import type { Rag } from '../../../../src/core/message/domain/rag.ts';
import type {
  EntryDetail,
  HistoryEntry,
} from '../../../../src/plan/history/domain/history-entry.ts';
import {
  type PlanState,
  reconstruct,
  reconstructLinks,
  reconstructObjective,
} from '../../../../src/plan/history/domain/reconstruct.ts';
import type { Objective } from '../../../../src/plan/objectives/domain/objective.ts';
import type { PlanItem } from '../../../../src/plan/plan-items/domain/plan-item.ts';
import type { StoredFacts } from '../../../../src/plan/plan-items/domain/stored-facts.ts';
import { at, day, historyEntry, objective } from '../../../support/rules/builders.ts';

type Step =
  | { readonly do: 'rate'; readonly rating: 'delivery' | 'impact'; readonly rag: Rag }
  | { readonly do: 'undo' }
  | { readonly do: 'add'; readonly title: string }
  | { readonly do: 'change'; readonly which: number; readonly title: string; readonly due: number }
  | { readonly do: 'move'; readonly due: number }
  | { readonly do: 'word'; readonly title: string; readonly measure: string | null }
  | { readonly do: 'close' }
  | { readonly do: 'reopen' }
  | { readonly do: 'hand-over' };

const words = fc.string({ minLength: 1, maxLength: 12 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('rate' as const),
      rating: fc.constantFrom('delivery' as const, 'impact' as const),
      rag: fc.constantFrom<Rag>('red', 'amber', 'green', 'blue'),
    }),
    fc.constant({ do: 'undo' as const }),
    fc.record({ do: fc.constant('add' as const), title: words }),
    fc.record({
      do: fc.constant('change' as const),
      which: fc.nat(5),
      title: words,
      due: fc.nat(400),
    }),
    fc.record({ do: fc.constant('move' as const), due: fc.nat(400) }),
    fc.record({
      do: fc.constant('word' as const),
      title: words,
      measure: fc.option(words),
    }),
    fc.constant({ do: 'close' as const }),
    fc.constant({ do: 'reopen' as const }),
    fc.constant({ do: 'hand-over' as const }),
  ),
  { minLength: 1, maxLength: 20 },
);

describe('reconstruct', () => {
  it('gives every earlier state from the last one', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const states: PlanState[] = [{ objective: objective(), items: [] }];
        const entries: HistoryEntry[] = [];
        for (const step of all) {
          const state = states.at(-1) ?? { objective: objective(), items: [] };
          const [next, entry] = forward(state, step, entries.length);
          states.push(next);
          entries.push(entry);
        }
        const last = states.at(-1);

        for (const [index, state] of states.entries()) {
          const later = entries.slice(index).toReversed();
          expect(last && plain(reconstruct(last, later))).toEqual(plain(state));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is gone before the objective was added', () => {
    const entry = historyEntry({
      kind: 'objective',
      version: null,
      detail: { of: 'objective', change: 'added', before: {}, after: { title: 'New' } },
    });

    expect(reconstruct({ objective: objective(), items: [] }, [entry])).toBeNull();
  });

  it('leaves a field as it is that the history tells in a way it does not know', () => {
    const entry = historyEntry({
      kind: 'objective',
      version: null,
      detail: {
        of: 'objective',
        change: 'changed',
        before: { due: 'soon', themes: ['theme-1'], title: 7, colour: 'mauve' },
        after: {},
      },
    });

    expect(plain(reconstructObjective(objective(), [entry]))).toEqual(plain(objective()));
  });

  it('gives the links of each earlier moment, and leaves what it does not understand', () => {
    const early = { to: 'project', id: 'p1', name: 'Early Years' } as const;
    const health = { to: 'priority', id: 's3', name: '3 Health' } as const;
    const linked = (before: readonly unknown[], after: readonly unknown[]) =>
      changed({ links: before }, { links: after });
    const newestFirst = [
      linked([early, health], [health]),
      changed({ themes: [] }, { themes: [] }),
      linked([early], [early, health]),
      linked([], [early]),
    ];

    const states = newestFirst.map((_, index) =>
      reconstructLinks([health], newestFirst.slice(0, index + 1)),
    );

    expect(states).toEqual([[early, health], [early, health], [early], []]);
    expect(reconstructLinks([health], [linked(['early'], [])])).toEqual([health]);
    expect(reconstructLinks([health], [changed({ links: 'early' }, {})])).toEqual([health]);
    expect(reconstructObjective(objective(), newestFirst.slice(0, 1))).toEqual(objective());

    function changed(before: Record<string, unknown>, after: Record<string, unknown>) {
      return historyEntry({
        ...{ kind: 'objective', version: null },
        detail: { of: 'objective', change: 'changed', before, after },
      });
    }
  });

  it('puts an objective back into the theme that it was in', () => {
    const before = objective();
    const theme = {
      id: 't2',
      kind: 'theme',
      number: 2,
      name: 'Right place',
      placingIsExample: false,
    };
    const entry = historyEntry({
      kind: 'objective',
      version: null,
      detail: {
        of: 'objective',
        change: 'changed',
        before: { themes: before.themes },
        after: { themes: [theme] },
      },
    });

    expect(reconstructObjective({ ...before, themes: [] }, [entry])?.themes).toEqual(before.themes);
  });
});

/** What a step does, and the entry that the record would write of it. */
function forward(state: PlanState, step: Step, index: number): [PlanState, HistoryEntry] {
  const { objective: one, items } = state;
  const rated = (rating: 'delivery' | 'impact', fromRag: Rag | null, toRag: Rag | null) => {
    const version = one.version + 1;
    const next = {
      ...one,
      ...(rating === 'impact' ? { impactRag: toRag } : { rag: toRag }),
      version,
    };
    const entry = historyEntry({ rating, fromRag, toRag, version, at: moment(index) });
    return [{ objective: next, items }, entry] as [PlanState, HistoryEntry];
  };
  const changed = (
    change: Extract<EntryDetail, { of: 'objective' }>['change'],
    after: Partial<Objective>,
  ): [PlanState, HistoryEntry] => {
    const before = Object.fromEntries(
      Object.keys(after).map((key) => [key, one[key as keyof Objective]]),
    );
    return [
      { objective: { ...one, ...after }, items },
      other(index, { of: 'objective', change, before: stored(before), after: stored(after) }),
    ];
  };
  switch (step.do) {
    case 'rate':
      return rated(step.rating, step.rating === 'impact' ? one.impactRag : one.rag, step.rag);
    case 'undo':
      return rated('delivery', one.rag, null);
    case 'add': {
      const added = action(`item-${index}`, step.title);
      return [{ objective: one, items: [...items, added] }, other(index, itemDetail(added, null))];
    }
    case 'change': {
      const before = items[step.which % Math.max(1, items.length)];
      if (!before) return forward(state, { do: 'add', title: step.title }, index);
      const after = {
        ...before,
        title: step.title,
        status: 'done',
        detail: { doneOn: '2024-07-01' },
        due: date(step.due),
        originalDue: before.originalDue ?? before.due,
        version: before.version + 1,
      } as PlanItem;
      return [
        { objective: one, items: items.map((item) => (item.id === after.id ? after : item)) },
        other(index, itemDetail(after, before)),
      ];
    }
    case 'move':
      return changed('changed', { due: date(step.due), originalDue: one.originalDue ?? one.due });
    case 'word':
      return changed('changed', { title: step.title, successMeasure: step.measure });
    case 'close':
      return one.status === 'closed'
        ? changed('changed', { title: `${one.title}.` })
        : changed('closed', { status: 'closed', closedOn: day('2024-07-05') });
    case 'reopen':
      return one.status === 'open'
        ? changed('changed', { title: `${one.title}.` })
        : changed('reopened', { status: 'open', closedOn: null });
    case 'hand-over':
      return [
        state,
        other(index, { of: 'assignment', itemId: null, role: 'owner', before: [], after: ['Sam'] }),
      ];
  }
}

function other(index: number, detail: EntryDetail): HistoryEntry {
  return historyEntry({ kind: detail.of, version: null, detail, at: moment(index) });
}

function itemDetail(after: PlanItem, before: PlanItem | null): EntryDetail {
  const { id: itemId, parentId, ref } = after;
  return {
    of: 'item',
    itemId,
    parentId,
    ref,
    before: before && facts(before),
    after: facts(after),
  };
}

function facts({ kind, title, status, due, originalDue, detail }: PlanItem): StoredFacts {
  return stored({ kind, title, status, due, originalDue, detail }) as StoredFacts;
}

/** As JSON keeps it: days become text. */
function stored(value: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value));
}

function action(id: string, title: string): PlanItem {
  const item: PlanItem<'action'> = {
    ...{ id, objectiveId: 'objective-1', parentId: null, ref: '1', version: 1, example: false },
    ...{ kind: 'action', title, status: 'not-started', detail: { doneOn: null } },
    due: date(3),
    originalDue: null,
    addedAt: at('2024-07-01T10:00'),
  };
  return item;
}

function date(days: number): FuzzyDate {
  const lastDay = day('2024-01-01').add({ days });
  return { text: `by ${lastDay}`, precision: 'day', lastDay };
}

function moment(index: number) {
  return at('2024-07-01T10:00').add({ minutes: index });
}

/** Days and moments as text, for these types compare as equal whatever they hold. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
