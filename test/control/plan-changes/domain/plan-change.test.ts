// A proposed change: kept as JSON without loss, and overtaken where the plan has moved on.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  areaOf,
  fromStoredProposal,
  overtakenBy,
  type Proposal,
  storedProposal,
} from '../../../../src/control/plan-changes/domain/plan-change.ts';
import type { FuzzyDate } from '../../../../src/core/dates/domain/fuzzy-date.ts';
import { objective } from '../../../support/rules/builders.ts';

const july = fuzzy('by July 2024', '2024-07-31');
const may = fuzzy('May 2025', '2025-05-31');
const sam = { personId: 'p9', name: 'Sam Taylor', organisation: 'NHS' };

const early = { to: 'project', id: 'p1', name: 'Early Years' } as const;
const rightPlan = { to: 'theme', id: 't2', name: 'theme 2 Right Plan' } as const;

const proposals: readonly Proposal[] = [
  { kind: 're-date', from: july, to: may },
  { kind: 're-date', from: null, to: may },
  { kind: 're-word', field: 'title', from: 'Old', to: 'New' },
  { kind: 're-word', field: 'successMeasure', from: null, to: 'New' },
  { kind: 're-own', role: 'owner', from: [], to: sam },
  { kind: 're-link', do: 'link', target: early },
  { kind: 're-link', do: 'unlink', target: rightPlan },
  { kind: 'add', what: 'objective', ref: '2B:5', title: 'One', due: may, owner: sam, theme: null },
  { kind: 'add', what: 'milestone', parentRef: '1', title: 'One', due: null },
  { kind: 'close' },
];

describe('a proposal', () => {
  it.each(proposals)('is kept as JSON and read again: $kind', (proposal) => {
    const kept = JSON.parse(JSON.stringify(storedProposal(proposal)));

    const read = fromStoredProposal(kept);

    expect(read).toEqual(proposal);
    expect(storedProposal(read)).toEqual(kept);
    if (read.kind === 're-date') expect(read.to.lastDay.equals(may.lastDay)).toBe(true);
  });

  it.each(proposals)('is overtaken when the objective has been closed: $kind', (proposal) => {
    const closed = objective({ status: 'closed', closedOn: july.lastDay });

    expect(overtakenBy(proposal, closed)).toEqual({ what: 'status', was: 'open', is: 'closed' });
  });

  it.each<[Proposal, Parameters<typeof objective>[0], ReturnType<typeof overtakenBy>]>([
    [{ kind: 're-date', from: july, to: may }, { due: july }, null],
    [
      { kind: 're-date', from: july, to: may },
      { due: may },
      { what: 'date', was: 'by July 2024', is: 'May 2025' },
    ],
    [
      { kind: 're-date', from: null, to: may },
      { due: july },
      { what: 'date', was: 'no date', is: 'by July 2024' },
    ],
    [{ kind: 're-word', field: 'title', from: 'Old', to: 'New' }, { title: 'Old' }, null],
    [
      { kind: 're-word', field: 'title', from: 'Old', to: 'New' },
      { title: 'Newer' },
      { what: 'title', was: 'Old', is: 'Newer' },
    ],
    [
      { kind: 're-word', field: 'successMeasure', from: null, to: 'New' },
      { successMeasure: 'All' },
      { what: 'success measure', was: 'none', is: 'All' },
    ],
    [
      { kind: 're-own', role: 'owner', from: ['Nobody, Council'], to: sam },
      { assignees: [] },
      { what: 'owner', was: 'Nobody, Council', is: 'nobody' },
    ],
    [{ kind: 're-own', role: 'deputy', from: [], to: sam }, { assignees: [] }, null],
    [{ kind: 'close' }, { due: may }, null],
  ])('%j on %j', (proposal, facts, expected) => {
    expect(overtakenBy(proposal, objective(facts))).toEqual(expected);
  });

  it.each([
    ['link', early, [], [], null],
    ['link', early, [], [early], { was: 'not there', is: 'there' }],
    ['unlink', early, [], [early], null],
    ['unlink', early, [], [], { was: 'there', is: 'not there' }],
    // Another kind of thing may have the same id.
    ['link', early, [], [{ ...early, to: 'priority' }], null],
    ['link', rightPlan, ['t1'], [], null],
    ['link', rightPlan, ['t1', 't2'], [], { was: 'not there', is: 'there' }],
    ['unlink', rightPlan, ['t2'], [], null],
    ['unlink', rightPlan, ['t1'], [], { was: 'there', is: 'not there' }],
  ] as const)('%s %j in the themes %j with the links %j', (what, target, themes, links, words) => {
    const one = objective({ themes: themes.map((id) => theme(id)) });

    const overtaken = overtakenBy({ kind: 're-link', do: what, target }, one, null, links);

    expect(overtaken).toEqual(
      words && {
        what: `link to ${target === early ? 'project Early Years' : rightPlan.name}`,
        ...words,
      },
    );
  });
});

describe('a proposal about a part', () => {
  const kim = { personId: 'kim', name: 'Kim Reed', organisation: 'NHS' };
  const part = { itemId: 'i1', kind: 'action', ref: '1', title: 'Write' } as const;

  it.each<[Proposal, ReturnType<typeof overtakenBy>]>([
    [{ kind: 're-date', part, from: may, to: july }, null],
    [
      { kind: 're-date', part, from: july, to: may },
      { what: 'date', was: 'by July 2024', is: 'May 2025' },
    ],
    [{ kind: 're-word', part, field: 'title', from: 'Write', to: 'Write it' }, null],
    [
      { kind: 're-word', part, field: 'title', from: 'Draft', to: 'Write it' },
      { what: 'title', was: 'Draft', is: 'Write' },
    ],
    [{ kind: 're-own', part, role: 'owner', from: ['Sam Taylor, NHS'], to: kim }, null],
    [
      { kind: 're-own', part, role: 'owner', from: [], to: kim },
      { what: 'owner', was: 'nobody', is: 'Sam Taylor, NHS' },
    ],
  ])('looks at the part and not at its objective: %j', (proposal, expected) => {
    const now = { title: 'Write', due: may, holders: ['Sam Taylor, NHS'] };

    expect(overtakenBy(proposal, objective({ title: 'Draft', due: july }), now)).toEqual(expected);
  });
});

it.each([
  ['2B:5', '2'],
  ['10A:1', '10'],
  ['A1', null],
])('the area of %s is %s', (ref, area) => {
  expect(areaOf(ref)).toBe(area);
});

function fuzzy(text: string, lastDay: string): FuzzyDate {
  return { text, precision: 'month', lastDay: Temporal.PlainDate.from(lastDay) };
}

function theme(id: string) {
  return { id, kind: 'theme', number: 1, name: 'One', placingIsExample: false } as const;
}
