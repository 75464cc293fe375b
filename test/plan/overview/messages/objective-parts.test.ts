// An objective's parts: in short what asks for attention, whole every one of them.
import { describe, expect, it } from 'vitest';
import {
  allParts,
  type PartsFacts,
  partsInShort,
} from '../../../../src/plan/overview/messages/objective-parts.ts';
import type { ItemFacts, PlanItem } from '../../../../src/plan/plan-items/domain/plan-item.ts';
import { at, day } from '../../../support/rules/builders.ts';
import { bodyOf } from '../../../support/world/read-message.ts';

const sam = { personId: 'sam', name: 'Sam Taylor', organisation: 'Northshire Council' };
const july = { text: 'by July 2024', precision: 'month', lastDay: day('2024-07-31') } as const;
const june = { text: 'by June 2024', precision: 'month', lastDay: day('2024-06-30') } as const;
const undated = { due: null, originalDue: null };

const items: readonly PlanItem[] = [
  part('1', {
    kind: 'action',
    title: 'Train',
    status: 'under-way',
    due: july,
    originalDue: june,
    detail: { doneOn: null },
  }),
  part(
    '1.1',
    {
      kind: 'milestone',
      title: 'Half',
      status: 'done',
      ...undated,
      detail: { doneOn: '2024-06-03' },
    },
    '1',
  ),
  part(
    '1.2',
    {
      kind: 'milestone',
      title: 'All',
      status: 'not-started',
      due: june,
      originalDue: null,
      detail: { doneOn: null },
    },
    '1',
  ),
  part('M1', { kind: 'measure', title: '20 trained', status: 'open', ...undated, detail: {} }),
  part('R1', {
    kind: 'risk',
    title: 'Vacancies',
    status: 'open',
    ...undated,
    detail: { type: 'risk', score: 12, owner: 'Sam', mitigation: 'agency staff' },
  }),
  part('R2', {
    kind: 'risk',
    title: 'Funding',
    status: 'open',
    ...undated,
    detail: { type: 'challenge', score: 16, owner: null, mitigation: null },
  }),
  part('R3', {
    kind: 'risk',
    title: 'Old',
    status: 'closed',
    ...undated,
    detail: { type: 'risk', score: 25, owner: null, mitigation: null },
  }),
  part('E1', {
    kind: 'evidence',
    title: 'Register',
    status: 'given',
    ...undated,
    detail: {
      link: 'https://example.org/r',
      rung: 'done',
      by: sam,
      on: '2024-06-12',
      waiver: false,
    },
  }),
  part('E2', {
    kind: 'evidence',
    title: 'Families say so',
    status: 'given',
    ...undated,
    detail: { link: null, rung: 'felt', by: sam, on: '2024-06-13', waiver: false },
  }),
  part('E3', {
    kind: 'evidence',
    title: 'A mistake',
    status: 'withdrawn',
    ...undated,
    detail: { link: null, rung: 'used', by: sam, on: '2024-06-13', waiver: false },
  }),
  part('E4', {
    kind: 'evidence',
    title: 'Agreed without',
    status: 'given',
    ...undated,
    detail: { link: null, rung: 'felt', by: sam, on: '2024-06-14', waiver: true },
  }),
  part('D1', {
    kind: 'decision',
    title: 'Two more posts?',
    status: 'needed',
    ...undated,
    detail: { from: 'the Board', by: null, on: null, outcome: null },
  }),
  part('D2', {
    kind: 'decision',
    title: 'Agency staff?',
    status: 'taken',
    ...undated,
    detail: { from: null, by: sam, on: '2024-06-15', outcome: 'yes, until March' },
  }),
  part('P1', {
    kind: 'coproduction',
    title: 'Wording of the offer',
    status: 'held',
    ...undated,
    detail: { who: 'six parents', when: '2024-05-02' },
  }),
  part('V1', {
    kind: 'recovery',
    title: 'Second cohort',
    status: 'open',
    due: july,
    originalDue: null,
    detail: { who: 'Sam Taylor', decisionFrom: 'the Board' },
  }),
  part('C1', {
    kind: 'challenge',
    title: 'What changed since May?',
    status: 'open',
    ...undated,
    detail: { by: sam, on: '2024-06-16', answer: null, answeredBy: null, answeredOn: null },
  }),
  part('C2', {
    kind: 'challenge',
    title: 'Why green?',
    status: 'answered',
    ...undated,
    detail: {
      by: sam,
      on: '2024-05-01',
      answer: 'register seen',
      answeredBy: sam,
      answeredOn: '2024-05-02',
    },
  }),
];

const facts: PartsFacts = {
  ref: '2B:2',
  items,
  owners: new Map([['id-1', 'Kim Low, NHS']]),
  today: day('2024-07-03'),
};

describe('partsInShort', () => {
  it('shows what asks for attention, then counts', () => {
    expect(read(partsInShort(facts))).toEqual([
      'Open challenge',
      '- 2B:2 C1 What changed since May? · open · asked by Sam Taylor, Northshire Council, Sun 16 June 2024',
      'Way back',
      '- 2B:2 V1 Second cohort · open · Sam Taylor · decision needed from the Board · due by July 2024',
      'Decision needed',
      '- 2B:2 D1 Two more posts? · needed · from the Board',
      'Overdue',
      '- 2B:2.1.2 All · not started · due by June 2024 — overdue',
      'Highest risk',
      '- 2B:2 R2 Funding · challenge, open · score 16 · no owner named · no mitigation stated',
      'Parts: actions 0 of 1 done · milestones 1 of 2 done · success measures 0 of 1 met · evidence 1 done, 1 felt by families · risks 2 open of 3 · decisions 1 of 2 taken · co-production 1 · challenges 1 open of 2. /pap show 2B:2 all shows them.',
    ]);
  });

  it('says nothing of parts that there are not', () => {
    expect(partsInShort({ ...facts, items: [] })).toEqual([]);
  });

  it('says that there is no evidence', () => {
    const [line] = read(partsInShort({ ...facts, items: items.slice(3, 4) }));

    expect(line).toContain('evidence none');
  });
});

describe('allParts', () => {
  it('lists every part by kind, milestones behind their action', () => {
    expect(read(allParts(facts))).toEqual([
      'Challenges',
      '- 2B:2 C1 What changed since May? · open · asked by Sam Taylor, Northshire Council, Sun 16 June 2024\n- 2B:2 C2 Why green? · answered · asked by Sam Taylor, Northshire Council, Wed 1 May 2024 · answer: register seen · Sam Taylor, Northshire Council, Thu 2 May 2024',
      'Recovery actions',
      '- 2B:2 V1 Second cohort · open · Sam Taylor · decision needed from the Board · due by July 2024',
      'Actions and milestones',
      '- 2B:2.1 Train · under way · due by July 2024 · first due by June 2024 · with Kim Low, NHS\n- 2B:2.1.1 Half · done on Mon 3 June 2024\n- 2B:2.1.2 All · not started · due by June 2024 — overdue',
      'Success measures',
      '- 2B:2 M1 20 trained · not met yet',
      'Evidence',
      '- 2B:2 E1 Register · done · https://example.org/r · Sam Taylor, Northshire Council, Wed 12 June 2024\n- 2B:2 E2 Families say so · felt by families · Sam Taylor, Northshire Council, Thu 13 June 2024\n- 2B:2 E3 A mistake · used · withdrawn · Sam Taylor, Northshire Council, Thu 13 June 2024\n- 2B:2 E4 Agreed without · waiver of evidence · Sam Taylor, Northshire Council, Fri 14 June 2024',
      'Risks and challenges in the way',
      '- 2B:2 R1 Vacancies · risk, open · score 12 · owner Sam · mitigation: agency staff\n- 2B:2 R2 Funding · challenge, open · score 16 · no owner named · no mitigation stated\n- 2B:2 R3 Old · risk, closed · score 25 · no owner named · no mitigation stated',
      'Decisions',
      '- 2B:2 D1 Two more posts? · needed · from the Board\n- 2B:2 D2 Agency staff? · taken · yes, until March · Sam Taylor, Northshire Council, Sat 15 June 2024',
      'Co-production',
      '- 2B:2 P1 Wording of the offer · six parents · Thu 2 May 2024',
    ]);
  });

  it('says when there are none', () => {
    expect(read(allParts({ ...facts, items: [] }))).toEqual([
      'It has no actions, evidence or risks yet.',
    ]);
  });
});

function part(ref: string, own: ItemFacts, parent?: string): PlanItem {
  return {
    ...own,
    ...{ id: `id-${ref}`, objectiveId: 'objective-1', parentId: parent ? `id-${parent}` : null },
    ...{ ref, version: 1, addedAt: at('2024-06-01T10:00'), example: false },
  } as PlanItem;
}

function read(blocks: ReturnType<typeof allParts>): string[] {
  return bodyOf({ title: 'T', blocks });
}
