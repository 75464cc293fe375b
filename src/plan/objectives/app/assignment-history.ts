// Who answers for an objective changed: its history says who did before and who does now.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import type { Objective } from '../domain/objective.ts';

/**
 * Appends what changed since the objectives were read, in the caller's transaction.
 * @param key tells this change from others of the same request
 */
export async function appendAssignments(
  before: readonly Objective[],
  { objectives, history }: Reads<'objectives'> & Uses<'history'>,
  { actor, inbound, now, today }: Given<Doing | 'today'>,
  key: string,
): Promise<void> {
  if (before.length === 0) return;
  const after = await objectives.list(today, { ids: before.map(({ id }) => id) });
  for (const one of before) {
    const then = after.find(({ id }) => id === one.id);
    for (const role of ['owner', 'deputy'] as const) {
      const names = [namesOf(one, role), then ? namesOf(then, role) : []] as const;
      if (names[0].join() === names[1].join()) continue;
      await history.append({
        objectiveId: one.id,
        detail: { of: 'assignment', itemId: null, role, before: names[0], after: names[1] },
        authorId: actor.personId,
        requestId: `${inbound.requestId}:${key}:${one.ref}:${role}`,
        at: now,
      });
    }
  }
}

function namesOf({ assignees }: Objective, role: 'owner' | 'deputy'): string[] {
  return assignees
    .filter((one) => one.role === role)
    .map(({ name, organisation }) => name ?? organisation);
}
