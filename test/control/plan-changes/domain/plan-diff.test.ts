// The difference of two versions of the plan: nothing where they say the same, and enough to get from the one
// to the other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  ContentObjective,
  ContentPart,
  PlanContent,
} from '../../../../src/control/plan-changes/domain/plan-content.ts';
import {
  isSamePlan,
  type PlanDiff,
  planDiff,
} from '../../../../src/control/plan-changes/domain/plan-diff.ts';

const date = fc.record({
  text: fc.constantFrom('July 2024', 'Autumn 2024', 'by December 2024'),
  precision: fc.constantFrom('month' as const, 'season' as const),
  lastDay: fc.constantFrom('2024-07-31', '2024-11-30', '2024-12-31'),
});
const words = fc.constantFrom('Trained', 'Identified', '“quoted”', 'a\nb', '', '🟢');
const names = fc.uniqueArray(fc.constantFrom('Asha, Council', 'Femi, NHS', 'Forum'));
const part: fc.Arbitrary<ContentPart> = fc.record({
  kind: fc.constantFrom(
    'action' as const,
    'milestone' as const,
    'measure' as const,
    'risk' as const,
  ),
  ref: fc.constantFrom('1', '1.1', 'M1', 'R1'),
  title: words,
  due: fc.option(date),
  status: fc.constantFrom('not-started', 'done', 'open'),
});
const objective: fc.Arbitrary<ContentObjective> = fc.record({
  ref: fc.constantFrom('1A:1', '2B:2', '2B:3', '10A:1'),
  area: fc.constantFrom('1', '2'),
  title: words,
  due: fc.option(date),
  originalDue: fc.option(date),
  successMeasure: fc.option(words),
  status: fc.constantFrom('open' as const, 'closed' as const),
  closedOn: fc.option(fc.constantFrom('2024-07-01', '2024-08-01')),
  owners: names,
  deputies: names,
  themes: fc.uniqueArray(fc.constantFrom('theme 1 Right Support', 'workstream Data')),
  links: fc.uniqueArray(fc.constantFrom('project Early Years', 'priority 3 Health')),
  parts: fc.uniqueArray(part, { selector: ({ kind, ref }) => `${kind} ${ref}` }),
  example: fc.boolean(),
});
const content: fc.Arbitrary<PlanContent> = fc.record({
  format: fc.constant(2 as const),
  areas: fc.uniqueArray(
    fc.record({ ref: fc.constantFrom('1', '2', '3'), name: fc.option(words) }),
    { selector: ({ ref }) => ref },
  ),
  objectives: fc.uniqueArray(objective, { selector: ({ ref }) => ref }),
  ragWordings: fc.uniqueArray(
    fc.record({
      rating: fc.constantFrom('delivery' as const, 'impact' as const),
      rag: fc.constantFrom('red' as const, 'blue' as const),
      wording: words,
    }),
    { selector: ({ rating, rag }) => `${rating} ${rag}` },
  ),
});

describe('the difference of two versions', () => {
  it('is empty for the same plan, however its rows are ordered', () => {
    fc.assert(
      fc.property(content, (plan) => {
        const copy: PlanContent = JSON.parse(JSON.stringify(plan));
        const turned = {
          ...copy,
          areas: copy.areas.toReversed(),
          objectives: copy.objectives
            .map((one) => ({ ...one, parts: one.parts.toReversed() }))
            .toReversed(),
        };

        expect(isSamePlan(planDiff(plan, turned))).toBe(true);
      }),
    );
  });

  it('makes the later version out of the earlier one', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        expect(sorted(apply(before, planDiff(before, after)))).toEqual(sorted(after));
      }),
    );
  });

  it('does not compare what an earlier format did not keep', () => {
    fc.assert(
      fc.property(content, (plan) => {
        const earlier: PlanContent = {
          ...plan,
          format: 1,
          objectives: plan.objectives.map(({ themes: _themes, links: _links, ...one }) => one),
        };

        expect(isSamePlan(planDiff(earlier, plan))).toBe(true);
        expect(isSamePlan(planDiff(plan, earlier))).toBe(true);
      }),
    );
  });

  it('is empty only for the same plan', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const same = JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));

        expect(isSamePlan(planDiff(before, after))).toBe(same);
      }),
    );
  });

  it('turned round, undoes itself', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const there = apply(before, planDiff(before, after));

        expect(sorted(apply(there, planDiff(after, before)))).toEqual(sorted(before));
      }),
    );
  });

  it('sees no change where the same date was kept with its fields in another order', () => {
    const due = { text: 'July 2024', precision: 'month', lastDay: '2024-07-31' } as const;
    const turned = { lastDay: '2024-07-31', text: 'July 2024', precision: 'month' } as const;

    expect(isSamePlan(planDiff(planOf({ due }), planOf({ due: turned })))).toBe(true);
  });
});

function planOf(facts: Partial<ContentObjective>): PlanContent {
  const [first] = fc.sample(objective, { numRuns: 1, seed: 7 });
  if (!first) throw new Error('nothing was made');
  return { format: 1, areas: [], objectives: [{ ...first, ...facts }], ragWordings: [] };
}

/** Does to the earlier version what the difference says. */
function apply(before: PlanContent, diff: PlanDiff): PlanContent {
  const isGone = (ref: string) => diff.removed.some((one) => one.ref === ref);
  const gone = diff.areasRemoved.map(({ ref }) => ref);
  return {
    format: before.format,
    areas: [
      ...before.areas
        .filter(({ ref }) => !gone.includes(ref))
        .map((area) => {
          const renamed = diff.areasRenamed.find(({ ref }) => ref === area.ref);
          return renamed ? { ref: area.ref, name: renamed.after } : area;
        }),
      ...diff.areasAdded,
    ],
    objectives: [
      ...before.objectives
        .filter(({ ref }) => !isGone(ref))
        .map((one) => applyToObjective(one, diff)),
      ...diff.added,
    ],
    ragWordings: [
      ...before.ragWordings.filter(
        ({ rating, rag }) => !diff.wordings.some((one) => one.rating === rating && one.rag === rag),
      ),
      ...diff.wordings.flatMap(({ rating, rag, after }) =>
        after === null ? [] : [{ rating, rag, wording: after }],
      ),
    ],
  };
}

function applyToObjective(one: ContentObjective, diff: PlanDiff): ContentObjective {
  const change = diff.changed.find(({ ref }) => ref === one.ref);
  if (!change) return one;
  const keyOf = ({ kind, ref }: ContentPart) => `${kind} ${ref}`;
  const removed = change.partsRemoved.map(keyOf);
  return {
    ...one,
    ...Object.fromEntries(change.fields.map(({ field, after }) => [field, after])),
    parts: [
      ...one.parts
        .filter((own) => !removed.includes(keyOf(own)))
        .map((own) => {
          const changed = change.partsChanged.find(({ before }) => keyOf(before) === keyOf(own));
          return {
            ...own,
            ...Object.fromEntries(
              (changed?.fields ?? []).map(({ field, after }) => [field, after]),
            ),
          };
        }),
      ...change.partsAdded,
    ],
  };
}

function sorted(plan: PlanContent): PlanContent {
  const by =
    <T>(keyOf: (one: T) => string) =>
    (one: T, other: T) =>
      keyOf(one) < keyOf(other) ? -1 : 1;
  return {
    format: plan.format,
    areas: plan.areas.toSorted(by(({ ref }) => ref)),
    objectives: plan.objectives
      .map((one) => ({
        ...one,
        parts: one.parts.toSorted(by(({ kind, ref }) => `${kind} ${ref}`)),
      }))
      .toSorted(by(({ ref }) => ref)),
    ragWordings: plan.ragWordings.toSorted(by(({ rating, rag }) => `${rating} ${rag}`)),
  };
}
