// How many of those who own objectives PAP can write to, and who not.
import type { Objective } from './objective.ts';

/** An owner, and the references of what they own. */
export type OwnerOf = { readonly name: string; readonly refs: readonly string[] };

export type OwnersReached = {
  readonly all: number;
  readonly silent: readonly OwnerOf[];
};

/** Each owner once by their id, in the order in which they are named. */
export function ownersOf(objectives: readonly Objective[]): ReadonlyMap<string, OwnerOf> {
  const owners = new Map<string, OwnerOf>();
  for (const { ref, assignees } of objectives)
    for (const { role, personId, name } of assignees)
      if (role === 'owner' && personId)
        owners.set(personId, {
          name: name ?? '',
          refs: [...(owners.get(personId)?.refs ?? []), ref],
        });
  return owners;
}

/** @param reachable ids of those whom PAP can write to now */
export function ownersReached(
  objectives: readonly Objective[],
  reachable: ReadonlySet<string>,
): OwnersReached {
  const owners = [...ownersOf(objectives)];
  const silent = owners.flatMap(([id, owner]) => (reachable.has(id) ? [] : [owner]));
  const byName = silent.toSorted((one, other) => one.name.localeCompare(other.name));
  return { all: owners.length, silent: byName };
}
