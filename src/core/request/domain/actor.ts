// The person who acts, as the record knows them on the day: roles and assignments in force.

/** An evidence lead gathers a theme's evidence for a review. */
export type RoleName = 'programme-office' | 'co-chair' | 'board' | 'evidence-lead' | 'viewer';

export type Role = { readonly name: RoleName; readonly themeId: string | null };

export type Actor = {
  readonly personId: string;
  readonly partnershipId: string;
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly roles: readonly Role[];
};

/** Whether the person holds a role, for a theme when one is named. */
export function hasRole(actor: Actor, name: RoleName, themeId?: string): boolean {
  return actor.roles.some(
    (role) => role.name === name && (themeId === undefined || role.themeId === themeId),
  );
}
