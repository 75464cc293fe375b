// When an objective is overdue, and when nobody is named for it.
import { describe, expect, it } from 'vitest';
import {
  type Assignee,
  isOverdue,
  isOwner,
  isVacant,
} from '../../../../src/plan/objectives/domain/objective.ts';
import { day, deputy, objective, owner } from '../../../support/rules/builders.ts';

describe('isOverdue', () => {
  it.each([
    ['the day before', '2024-07-30', false],
    ['the due day itself', '2024-07-31', false],
    ['the day after', '2024-08-01', true],
    ['a year later', '2025-08-01', true],
  ])('“by July 2024” on %s', (_name, today, expected) => {
    expect(isOverdue(objective(), day(today))).toBe(expected);
  });

  it('is never true of what is complete or has no date', () => {
    expect(isOverdue(objective({ rag: 'blue' }), day('2025-01-01'))).toBe(false);
    expect(isOverdue(objective({ due: null }), day('2025-01-01'))).toBe(false);
  });

  it('does not wait for a rating', () => {
    expect(isOverdue(objective({ rag: null }), day('2025-01-01'))).toBe(true);
  });
});

describe('isVacant', () => {
  const organisation: Assignee = { ...owner, personId: null, name: null };

  it.each<[string, readonly Assignee[], boolean]>([
    ['nobody', [], true],
    ['an organisation without a person', [organisation], true],
    ['a deputy alone', [deputy], true],
    ['an owner', [owner], false],
    ['an organisation and an owner', [organisation, owner], false],
  ])('with %s: %s', (_name, assignees, expected) => {
    expect(isVacant(objective({ assignees }))).toBe(expected);
  });
});

describe('isOwner', () => {
  const both = objective({ assignees: [owner, deputy] });

  it.each([
    ['the owner', 'sam', true],
    ['the deputy', 'alex', false],
    ['somebody else', 'jo', false],
  ])('%s: %s', (_name, personId, expected) => {
    expect(isOwner(both, personId)).toBe(expected);
  });
});
