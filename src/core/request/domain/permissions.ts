// Who may do what: one table, read by every verb and printed in the user guide; what is not in it is nobody's. Rights are
// today's: whoever had a right has none now. An author may still put their own words right, and nothing else.
import { type Actor, hasRole } from './actor.ts';
import { ok, type Result, refuse } from './result.ts';

export type Permission =
  | 'read-plan'
  | 'update-objective'
  | 'update-item'
  | 'undo'
  | 'undo-asking'
  | 'undo-decision'
  | 'amend'
  | 'amend-rating'
  | 'give-evidence'
  | 'waive-evidence'
  | 'ask-decision'
  | 'decide'
  | 'challenge'
  | 'withdraw-challenge'
  | 'record-absence'
  | 'hand-over'
  | 'answer-request'
  | 'propose-change'
  | 'withdraw-change'
  | 'approve-change'
  | 'kpi-add'
  | 'kpi-figure'
  | 'kpi-polarity'
  | 'kpi-owner'
  | 'kpi-target'
  | 'kpi-agree'
  | 'kpi-sign-off'
  | 'kpi-notes'
  | 'post-digest'
  | 'theme-digest'
  | 'office-digest'
  | 'board-digest'
  | 'signals'
  | 'write-highlight'
  | 'approve-highlight'
  | 'families'
  | 'families-agree'
  | 'structure'
  | 'assign'
  | 'people'
  | 'erase'
  | 'retention'
  | 'subject-access'
  | 'rag-wording'
  | 'cycle'
  | 'board-amendment'
  | 'calendar'
  | 'channel'
  | 'delivery'
  | 'pack'
  | 'fetch-pack'
  | 'import'
  | 'export'
  | 'audit'
  | 'status'
  | 'move-demo-clock';

/** What the rules ask of an objective. */
export type Permitted = {
  readonly ref: string;
  readonly themes: readonly { readonly id: string }[];
  /** Whoever stands in for an owner is among them. */
  readonly assignees: readonly { readonly role: string; readonly personId: string | null }[];
};

export type Subject = {
  readonly objective?: Permitted;
  readonly themeId?: string;
  /** Whose absence, entry, challenge, proposal, request or KPI it is. */
  readonly personId?: string;
  /** Whether the action or milestone itself is assigned to the person who asks. */
  readonly assigned?: boolean;
};
type Rule = { readonly says: string; readonly allows: (actor: Actor, subject: Subject) => boolean };

const themeLead = {
  says: 'the theme’s co-chairs or the programme office',
  allows: (actor: Actor, { themeId }: Subject) => leadsTheme(actor, themeId),
} as const;

const officeOrBoard = {
  says: 'the programme office or the board',
  allows: (actor: Actor) => hasRole(actor, 'board') || isOffice(actor),
} as const;

export const permissionTable = {
  'read-plan': {
    says: 'anybody linked to a person of the partnership',
    allows: () => true,
  },
  'update-objective': {
    says: 'the objective’s owner, their deputy or cover, or the programme office',
    allows: (actor, { objective }) => mayUpdate(actor, objective),
  },
  'update-item': {
    says: 'whoever may update the objective, and whom the action itself is assigned to',
    allows: (actor, { objective, assigned }) => assigned === true || mayUpdate(actor, objective),
  },
  undo: {
    says: 'whoever made the entry and may still update the objective, within ten minutes',
    allows: (actor, { personId, objective }) =>
      personId === actor.personId && mayUpdate(actor, objective),
  },
  'undo-asking': {
    says: 'whoever asked for the decision or withdrew it and may still ask for one, within ten minutes',
    allows: (actor, { personId, objective }) =>
      personId === actor.personId && answersOrChairs(actor, objective),
  },
  'undo-decision': {
    says: 'whoever recorded the decision and may still decide, within ten minutes',
    allows: (actor, { personId, objective }) =>
      personId === actor.personId && mayDecide(actor, objective),
  },
  amend: {
    says: 'whoever made the entry, or the programme office',
    allows: (actor, { personId }) => personId === actor.personId || isOffice(actor),
  },
  'amend-rating': {
    says: 'whoever made the entry and may still update the objective, or the programme office',
    allows: (actor, { personId, objective }) =>
      isOffice(actor) || (personId === actor.personId && mayUpdate(actor, objective)),
  },
  'give-evidence': {
    says: 'the objective’s owner, their deputy or cover, its theme’s co-chairs, or the programme office',
    allows: (actor, { objective }) => answersOrChairs(actor, objective),
  },
  'waive-evidence': {
    says: 'its theme’s co-chairs, the board or the programme office, and nobody for their own objective',
    allows: (actor, { objective }) =>
      !answersFor(actor, objective) &&
      (coChairs(actor, objective) || hasRole(actor, 'board') || isOffice(actor)),
  },
  'ask-decision': {
    says: 'the objective’s owner, their deputy or cover, its theme’s co-chairs, or the programme office',
    allows: (actor, { objective }) => answersOrChairs(actor, objective),
  },
  decide: {
    says: 'its theme’s co-chairs, the board or the programme office',
    allows: (actor, { objective }) => mayDecide(actor, objective),
  },
  challenge: {
    says: 'any co-chair, the board or the programme office',
    allows: mayChallenge,
  },
  'withdraw-challenge': {
    says: 'whoever asked it and may still ask one, or the programme office',
    allows: (actor, { personId }) =>
      isOffice(actor) || (personId === actor.personId && mayChallenge(actor)),
  },
  'record-absence': {
    says: 'oneself, or the programme office for anybody',
    allows: (actor, { personId }) => personId === actor.personId || isOffice(actor),
  },
  'hand-over': {
    says: 'the objective’s owner or the programme office',
    allows: (actor, { objective }) => owns(actor, objective) || isOffice(actor),
  },
  'answer-request': {
    says: 'the person who was asked',
    allows: (actor, { personId }) => personId === actor.personId,
  },
  'propose-change': {
    says: 'the objective’s owner or deputy, any co-chair, or the programme office',
    allows: mayPropose,
  },
  'withdraw-change': {
    says: 'whoever proposed it and may still propose it, or the programme office',
    allows: (actor, subject) =>
      isOffice(actor) || (subject.personId === actor.personId && mayPropose(actor, subject)),
  },
  'approve-change': {
    says: 'the board or the programme office, and nobody their own proposal',
    allows: (actor, { personId }) =>
      personId !== actor.personId && (hasRole(actor, 'board') || isOffice(actor)),
  },
  structure: { says: 'the programme office', allows: isOffice },
  assign: { says: 'the programme office', allows: isOffice },
  people: { says: 'the programme office', allows: isOffice },
  erase: { says: 'the programme office', allows: isOffice },
  retention: { says: 'the programme office', allows: isOffice },
  'subject-access': { says: 'the programme office', allows: isOffice },
  'rag-wording': { says: 'the programme office', allows: isOffice },
  cycle: { says: 'the programme office', allows: isOffice },
  'board-amendment': officeOrBoard,
  calendar: { says: 'the programme office', allows: isOffice },
  channel: { says: 'the programme office', allows: isOffice },
  delivery: { says: 'the programme office', allows: isOffice },
  pack: { says: 'the programme office', allows: isOffice },
  'fetch-pack': officeOrBoard,
  import: { says: 'the programme office', allows: isOffice },
  export: officeOrBoard,
  audit: officeOrBoard,
  status: { says: 'the programme office', allows: isOffice },
  'kpi-add': { says: 'the programme office', allows: isOffice },
  'kpi-figure': {
    says: 'the KPI’s owner, its theme’s co-chairs, or the programme office',
    allows: (actor, { themeId, personId }) =>
      personId === actor.personId || chairs(actor, themeId) || isOffice(actor),
  },
  'kpi-polarity': {
    says: 'its theme’s co-chairs, the board or the programme office',
    allows: mayDecideKpi,
  },
  'kpi-owner': {
    says: 'its theme’s co-chairs or the programme office',
    allows: (actor, { themeId }) => leadsTheme(actor, themeId),
  },
  'kpi-target': {
    says: 'the KPI’s owner, its theme’s co-chairs, the board or the programme office',
    allows: (actor, subject) => subject.personId === actor.personId || mayDecideKpi(actor, subject),
  },
  'kpi-agree': {
    says: 'its theme’s co-chairs, the board or the programme office',
    allows: mayDecideKpi,
  },
  'kpi-sign-off': {
    says: 'the board or the programme office',
    allows: (actor) => hasRole(actor, 'board') || isOffice(actor),
  },
  'kpi-notes': { says: 'the programme office', allows: isOffice },
  'post-digest': themeLead,
  'write-highlight': themeLead,
  'approve-highlight': themeLead,
  'theme-digest': { says: 'a theme’s co-chairs', allows: (actor) => hasRole(actor, 'co-chair') },
  'office-digest': { says: 'the programme office', allows: isOffice },
  'board-digest': {
    says: 'the board or the programme office',
    allows: (actor) => hasRole(actor, 'board') || isOffice(actor),
  },
  signals: { says: 'the programme office', allows: isOffice },
  families: { says: 'the programme office', allows: isOffice },
  'families-agree': officeOrBoard,
  'move-demo-clock': { says: 'anybody in the demonstration', allows: () => true },
} as const satisfies Record<Permission, Rule>;

/** Refusal: `not-permitted`, with the rule in words. */
export function permit(
  actor: Actor,
  permission: Permission,
  verb: string,
  subject: Subject = {},
): Result<true> {
  const rule: Rule = permissionTable[permission];
  if (rule.allows(actor, subject)) return ok(true);
  return refuse({
    code: 'not-permitted',
    verb,
    ref: subject.objective?.ref ?? null,
    rule: rule.says,
  });
}

function isOffice(actor: Actor): boolean {
  return hasRole(actor, 'programme-office');
}

function mayUpdate(actor: Actor, objective: Permitted | undefined): boolean {
  return answersFor(actor, objective) || isOffice(actor);
}

function answersOrChairs(actor: Actor, objective: Permitted | undefined): boolean {
  return answersFor(actor, objective) || coChairs(actor, objective) || isOffice(actor);
}

function mayDecide(actor: Actor, objective: Permitted | undefined): boolean {
  return coChairs(actor, objective) || hasRole(actor, 'board') || isOffice(actor);
}

function mayChallenge(actor: Actor): boolean {
  return hasRole(actor, 'co-chair') || hasRole(actor, 'board') || isOffice(actor);
}

function mayPropose(actor: Actor, { objective }: Subject): boolean {
  return answersFor(actor, objective) || hasRole(actor, 'co-chair') || isOffice(actor);
}

function leadsTheme(actor: Actor, themeId: string | undefined): boolean {
  return chairs(actor, themeId) || isOffice(actor);
}

function chairs(actor: Actor, themeId: string | undefined): boolean {
  return themeId !== undefined && hasRole(actor, 'co-chair', themeId);
}

function mayDecideKpi(actor: Actor, { themeId }: Subject): boolean {
  return chairs(actor, themeId) || hasRole(actor, 'board') || isOffice(actor);
}

function owns(actor: Actor, objective: Permitted | undefined): boolean {
  return (
    objective?.assignees.some(
      ({ role, personId }) => role === 'owner' && personId === actor.personId,
    ) ?? false
  );
}

function coChairs(actor: Actor, objective: Permitted | undefined): boolean {
  return objective?.themes.some(({ id }) => hasRole(actor, 'co-chair', id)) ?? false;
}

/** Whether the person owns the objective or stands in for its owner. */
export function answersFor(actor: Actor, objective: Permitted | undefined): boolean {
  return objective?.assignees.some(({ personId }) => personId === actor.personId) ?? false;
}
