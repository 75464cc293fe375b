// The difference of two versions as people read it: counts first, every change before and after.
import { describe, expect, it } from 'vitest';
import type {
  ContentObjective,
  PlanContent,
} from '../../../../src/control/plan-changes/domain/plan-content.ts';
import { planDiff } from '../../../../src/control/plan-changes/domain/plan-diff.ts';
import { diffMessage, diffText } from '../../../../src/control/plan-changes/messages/plan-diff.ts';
import { itemsOf, paragraphsOf } from '../../../support/world/message-parts.ts';

const july = { text: 'by July 2024', precision: 'month', lastDay: '2024-07-31' } as const;
const may = { text: 'May 2025', precision: 'month', lastDay: '2025-05-31' } as const;
const before = plan([
  objective('2B:2', {
    title: 'Trained',
    due: july,
    owners: ['Asha, Council'],
    parts: [
      { kind: 'action', ref: '1', title: 'Write', due: null, status: 'not-started' },
      { kind: 'risk', ref: 'R1', title: 'Vacant', due: null, status: 'open' },
    ],
  }),
  objective('2B:3', { title: 'Old', example: true }),
  objective('2B:4', { title: 'To close' }),
]);
const after = plan([
  objective('2B:2', {
    title: 'Trained and supported',
    due: may,
    originalDue: july,
    successMeasure: 'All 20 schools',
    owners: [],
    deputies: ['Femi, NHS'],
    parts: [
      { kind: 'action', ref: '1', title: 'Write it', due: may, status: 'done' },
      { kind: 'milestone', ref: '1.1', title: 'Draft', due: null, status: 'not-started' },
    ],
  }),
  objective('2B:4', { title: 'To close', status: 'closed', closedOn: '2024-07-01' }),
  objective('2B:5', { title: 'New', due: may, owners: ['Femi, NHS'] }),
]);
const facts = {
  diff: planDiff(before, after),
  from: 'version 1, “First”',
  to: 'the plan now',
  words: '1 now',
};

describe('a difference', () => {
  it('reads as groups with every change before and after', () => {
    const message = diffMessage(facts);

    expect(message.title).toBe('What changed from version 1, “First” to the plan now');
    expect(paragraphsOf(message)[0]).toBe(
      'Added: 1 · Closed: 1 · Gone: 1 · Re-dated: 1 · Re-worded: 2 · Re-owned: 2 · Parts: 5.',
    );
    expect(itemsOf(message)).toEqual([
      '2B:5 New: May 2025 (at the latest Sat 31 May 2025); owner Femi, NHS',
      '2B:4 To close, on Mon 1 July 2024',
      '2B:3 Old (example)',
      '2B:2 Trained and supported: by July 2024 (at the latest Wed 31 July 2024) → May 2025 (at the latest Sat 31 May 2025)',
      '2B:2: “Trained” → “Trained and supported”',
      '2B:2 Trained and supported: success measure none → “All 20 schools”',
      '2B:2 Trained and supported: owner Asha, Council → nobody',
      '2B:2 Trained and supported: deputy nobody → Femi, NHS',
      '2B:2.1.1 milestone “Draft”: new, no date',
      '2B:2 R1 risk “Vacant”: gone',
      '2B:2.1 action “Write it”: was “Write”',
      '2B:2.1 action “Write it”: no date → May 2025 (at the latest Sat 31 May 2025)',
      '2B:2.1 action “Write it”: not-started → done',
    ]);
  });

  it('as a file has all of it, under headings', () => {
    const text = diffText(facts);

    expect(text.split('\n').slice(0, 8)).toEqual([
      '# What changed from version 1, “First” to the plan now',
      '',
      'Added: 1 · Closed: 1 · Gone: 1 · Re-dated: 1 · Re-worded: 2 · Re-owned: 2 · Parts: 5.',
      '',
      '## Added (1)',
      '',
      '- 2B:5 New: May 2025 (at the latest Sat 31 May 2025); owner Femi, NHS',
      '',
    ]);
    for (const item of itemsOf(diffMessage(facts))) expect(text).toContain(`- ${item}\n`);
  });

  it('cuts a long group in chat and says where the rest is; the file has it', () => {
    const many = Array.from({ length: 9 }, (_, index) => objective(`2B:${index + 1}`, {}));
    const added = { ...facts, diff: planDiff(plan([]), plan(many)) };

    const message = diffMessage(added);

    expect(itemsOf(message)).toHaveLength(7);
    expect(itemsOf(message)[6]).toBe('and 3 more');
    expect(paragraphsOf(message).at(-1)).toBe('All of it: /pap admin change diff 1 now file.');
    expect(diffText(added).match(/^- /gm)).toHaveLength(9);
  });

  it('says that nothing changed', () => {
    const same = { ...facts, diff: planDiff(before, before) };

    expect(diffMessage(same)).toEqual({
      title: 'Nothing has changed',
      blocks: [
        {
          kind: 'text',
          spans: [{ kind: 'text', text: 'Version 1, “First” and the plan now say the same.' }],
        },
      ],
    });
    expect(diffText(same)).toBe(
      '# What changed from version 1, “First” to the plan now\n\nNothing: they say the same.\n',
    );
  });

  it('keeps each change on one line of the file, whatever was typed', () => {
    const typed = plan([objective('2B:2', { title: 'One\n# two' })]);

    expect(diffText({ ...facts, diff: planDiff(plan([]), typed) })).toContain(
      '- 2B:2 One # two: no date',
    );
  });

  it('tells of areas, ratings and what else there is', () => {
    const one = { ...plan([objective('2B:2', { area: '2' })]), areas: [{ ref: '2', name: null }] };
    const other: PlanContent = {
      ...plan([objective('2B:2', { area: '3', originalDue: july })]),
      areas: [
        { ref: '2', name: 'Support' },
        { ref: '3', name: null },
      ],
      ragWordings: [{ rating: 'impact', rag: 'blue', wording: 'It lasts' }],
    };

    expect(itemsOf(diffMessage({ ...facts, diff: planDiff(one, other) }))).toEqual([
      'area 3: new',
      'area 2: none → “Support”',
      'impact, 🟦 Blue: none → “It lasts”',
      '2B:2 Title: area 2 → 3',
      '2B:2 Title: original date no date → by July 2024 (at the latest Wed 31 July 2024)',
    ]);
  });
});

function plan(objectives: readonly ContentObjective[]): PlanContent {
  return { format: 1, areas: [], objectives, ragWordings: [] };
}

function objective(ref: string, changes: Partial<ContentObjective>): ContentObjective {
  return {
    ...{ ref, area: '2', title: 'Title', due: null, originalDue: null, successMeasure: null },
    ...{ status: 'open', closedOn: null, owners: [], deputies: [], parts: [], example: false },
    ...changes,
  };
}
