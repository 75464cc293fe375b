// Who may do what: every permission for every role.
import { describe, expect, it } from 'vitest';
import { type Actor, hasRole, type Role } from '../../../../src/core/request/domain/actor.ts';
import {
  answersFor,
  type Permission,
  permissionTable,
  permit,
  type Subject,
} from '../../../../src/core/request/domain/permissions.ts';
import { actor, deputy, objective, owner } from '../../../support/rules/builders.ts';

const subject = {
  objective: objective({ assignees: [owner, deputy] }),
  themeId: 'theme-1',
  personId: 'sam',
};

const people = {
  owner: actor({ personId: 'sam' }),
  deputy: actor({ personId: 'alex' }),
  office: withRole({ name: 'programme-office', themeId: null }),
  'co-chair of the theme': withRole({ name: 'co-chair', themeId: 'theme-1' }),
  'co-chair of another theme': withRole({ name: 'co-chair', themeId: 'theme-2' }),
  board: withRole({ name: 'board', themeId: null }),
  viewer: withRole({ name: 'viewer', themeId: null }),
  'person without a role': actor({ personId: 'jo' }),
} as const satisfies Record<string, Actor>;

type Person = keyof typeof people;

const everybody = Object.keys(people) as Person[];

const own = ['owner', 'deputy'] as const;
const chairs = ['co-chair of the theme', 'co-chair of another theme'] as const;

/** The subject's `personId` is the owner: theirs is the absence, the entry, the proposal, the request, the KPI. */
const allowed: Record<Permission, readonly Person[]> = {
  'read-plan': everybody,
  'update-objective': [...own, 'office'],
  'update-item': [...own, 'office'],
  undo: ['owner'],
  'undo-asking': ['owner'],
  'undo-decision': [],
  amend: ['owner', 'office'],
  'amend-rating': ['owner', 'office'],
  'give-evidence': [...own, 'office', 'co-chair of the theme'],
  'waive-evidence': ['office', 'co-chair of the theme', 'board'],
  'ask-decision': [...own, 'office', 'co-chair of the theme'],
  decide: ['office', 'co-chair of the theme', 'board'],
  challenge: ['office', ...chairs, 'board'],
  'withdraw-challenge': ['office'],
  'record-absence': ['owner', 'office'],
  'hand-over': ['owner', 'office'],
  'answer-request': ['owner'],
  'propose-change': [...own, 'office', ...chairs],
  'withdraw-change': ['owner', 'office'],
  'approve-change': ['office', 'board'],
  'kpi-figure': ['owner', 'office', 'co-chair of the theme'],
  'kpi-polarity': ['office', 'co-chair of the theme', 'board'],
  'kpi-add': ['office'],
  'kpi-owner': ['office', 'co-chair of the theme'],
  'kpi-target': ['owner', 'office', 'co-chair of the theme', 'board'],
  'kpi-agree': ['office', 'co-chair of the theme', 'board'],
  'kpi-sign-off': ['office', 'board'],
  'kpi-notes': ['office'],
  'post-digest': ['office', 'co-chair of the theme'],
  'theme-digest': chairs,
  'office-digest': ['office'],
  'board-digest': ['office', 'board'],
  signals: ['office'],
  'write-highlight': ['office', 'co-chair of the theme'],
  'approve-highlight': ['office', 'co-chair of the theme'],
  families: ['office'],
  'families-agree': ['office', 'board'],
  structure: ['office'],
  assign: ['office'],
  people: ['office'],
  erase: ['office'],
  retention: ['office'],
  'subject-access': ['office'],
  'rag-wording': ['office'],
  cycle: ['office'],
  'board-amendment': ['office', 'board'],
  calendar: ['office'],
  channel: ['office'],
  delivery: ['office'],
  pack: ['office'],
  'fetch-pack': ['office', 'board'],
  import: ['office'],
  export: ['office', 'board'],
  status: ['office'],
  audit: ['office', 'board'],
  'move-demo-clock': everybody,
};

const cases = (Object.keys(allowed) as Permission[]).flatMap((permission) =>
  everybody.map((person) => ({ permission, person, may: allowed[permission].includes(person) })),
);

describe('permit', () => {
  it('is tested for every permission of the table', () => {
    expect(Object.keys(allowed).sort()).toEqual(Object.keys(permissionTable).sort());
  });

  it.each(cases)('$permission for the $person: $may', ({ permission, person, may }) => {
    const result = permit(people[person], permission, 'some-verb', subject);

    expect(result).toEqual(
      may
        ? { ok: true, value: true }
        : {
            ok: false,
            refusal: {
              code: 'not-permitted',
              verb: 'some-verb',
              ref: '2B:2',
              rule: permissionTable[permission].says,
            },
          },
    );
  });

  it('is closed when the subject is not known', () => {
    expect(permit(people.owner, 'update-objective', 'update').ok).toBe(false);
    expect(permit(people['co-chair of the theme'], 'post-digest', 'digest')).toEqual({
      ok: false,
      refusal: {
        code: 'not-permitted',
        verb: 'digest',
        ref: null,
        rule: 'the theme’s co-chairs or the programme office',
      },
    });
  });

  it('does not take a co-chair whose theme is not stated for one of every theme', () => {
    const chair = withRole({ name: 'co-chair', themeId: null });

    expect(permit(chair, 'post-digest', 'digest', subject).ok).toBe(false);
  });

  it('lets nobody update an objective that only an organisation answers for', () => {
    const vacant = objective({ assignees: [{ ...owner, personId: null, name: null }] });

    expect(permit(people.owner, 'update-objective', 'same', { objective: vacant }).ok).toBe(false);
  });
});

describe('nobody decides on their own behalf', () => {
  const owningOffice = actor({
    personId: 'sam',
    roles: [{ name: 'programme-office', themeId: null }],
  });

  it.each<Permission>(['approve-change', 'waive-evidence'])('%s', (permission) => {
    expect(permit(owningOffice, permission, 'some-verb', subject).ok).toBe(false);
  });
});

describe('what somebody did when they had a right', () => {
  const past: Record<string, Subject> = {
    'an ownership or cover that has ended': { objective: objective({ assignees: [deputy] }) },
    'no objective at all': {},
  };
  const former = actor({ personId: 'sam' });

  it.each(
    Object.entries(past).flatMap(([what, ended]) =>
      (Object.keys(permissionTable) as Permission[]).map((permission) => ({
        ...{ what, ended, permission },
      })),
    ),
  )('gives no right today: $permission, with $what', ({ ended, permission }) => {
    const mine = permit(former, permission, 'some-verb', { ...ended, personId: 'sam' }).ok;

    // One's own words, one's own absence, what one was asked oneself, and a KPI that one owns today.
    const own = ['amend', 'record-absence', 'answer-request', 'kpi-figure', 'kpi-target'];
    const anybodys = ['read-plan', 'move-demo-clock'];
    expect(mine).toBe([...own, ...anybodys].includes(permission));
  });

  it('of a challenge: who asked it withdraws it while they may still ask one', () => {
    const chair = withRole({ name: 'co-chair', themeId: 'theme-2' });
    const asked = { ...subject, personId: chair.personId };

    expect(permit(chair, 'withdraw-challenge', 'challenge', asked).ok).toBe(true);
    expect(permit({ ...chair, roles: [] }, 'withdraw-challenge', 'challenge', asked).ok).toBe(
      false,
    );
    expect(permit(chair, 'withdraw-challenge', 'challenge', subject).ok).toBe(false);
  });
});

describe('answersFor', () => {
  it.each<[Person, boolean]>([
    ['owner', true],
    ['deputy', true],
    ['office', false],
    ['person without a role', false],
  ])('%s: %s', (person, expected) => {
    expect(answersFor(people[person], subject.objective)).toBe(expected);
    expect(answersFor(people[person], undefined)).toBe(false);
  });
});

describe('hasRole', () => {
  it('asks for the theme when one is named', () => {
    const chair = people['co-chair of the theme'];

    expect(hasRole(chair, 'co-chair')).toBe(true);
    expect(hasRole(chair, 'co-chair', 'theme-1')).toBe(true);
    expect(hasRole(chair, 'co-chair', 'theme-2')).toBe(false);
    expect(hasRole(chair, 'programme-office')).toBe(false);
    expect(hasRole(people['person without a role'], 'viewer')).toBe(false);
  });
});

function withRole(role: Role): Actor {
  return actor({ personId: `holder-of-${role.name}`, roles: [role] });
}
