// Who may do what: one table, read by every verb and printed in the user guide. Closed by default:
// a verb that is not in the table is nobody's.
import { type Actor, hasRole } from './actor.ts';
import type { Objective } from './objective.ts';
import { ok, type Result, refuse } from './result.ts';

export type Permission = 'read-plan' | 'update-objective' | 'post-digest' | 'move-demo-clock';

type Subject = { readonly objective?: Objective; readonly themeId?: string };
type Rule = { readonly says: string; readonly allows: (actor: Actor, subject: Subject) => boolean };

export const permissionTable = {
  'read-plan': {
    says: 'anybody linked to a person of the partnership',
    allows: () => true,
  },
  'update-objective': {
    says: 'the objective’s owner, their deputy, or the programme office',
    allows: (actor, { objective }) =>
      answersFor(actor, objective) || hasRole(actor, 'programme-office'),
  },
  'post-digest': {
    says: 'the theme’s co-chairs or the programme office',
    allows: (actor, { themeId }) =>
      hasRole(actor, 'programme-office') ||
      (themeId !== undefined && hasRole(actor, 'co-chair', themeId)),
  },
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

/** Whether the person owns the objective or stands in for its owner. */
export function answersFor(actor: Actor, objective: Objective | undefined): boolean {
  return objective?.assignees.some(({ personId }) => personId === actor.personId) ?? false;
}
