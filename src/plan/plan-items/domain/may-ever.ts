// Whether a person may do a thing at all, of anything in the plan.
import type { Actor } from '../../../core/request/domain/actor.ts';
import {
  type Permission,
  permissionTable,
  type Subject,
} from '../../../core/request/domain/permissions.ts';

/** What of the plan is a person's: whether there is an objective, a part of one or a KPI that they answer for. */
export type Holdings = {
  readonly objectives: boolean;
  readonly parts: boolean;
  readonly kpis: boolean;
};

/**
 * Whether the person has a permission of anything at all. What is allowed to the person who made or was asked something
 * counts as allowed, because there may be such a thing.
 */
export function mayEver(actor: Actor, permission: Permission, holds: Holdings): boolean {
  const { allows }: { allows: (actor: Actor, subject: Subject) => boolean } =
    permissionTable[permission];
  const themes = [undefined, ...actor.roles.flatMap(({ themeId }) => themeId ?? [])];
  const isOwn = !permission.startsWith('kpi-') || holds.kpis;
  const assignees = [{ role: 'owner', personId: actor.personId }];
  return themes.some((themeId) => {
    const objective = { ref: '', themes: themeId === undefined ? [] : [{ id: themeId }] };
    const subject = {
      ...(themeId !== undefined && { themeId }),
      ...(isOwn && { personId: actor.personId }),
      assigned: holds.parts,
    };
    return [
      ...(holds.objectives ? [{ ...subject, objective: { ...objective, assignees } }] : []),
      { ...subject, objective: { ...objective, assignees: [] } },
      // What is somebody else's.
      { ...subject, personId: '', objective: { ...objective, assignees: [] } },
    ].some((one) => allows(actor, one));
  });
}
