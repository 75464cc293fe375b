// The use case behind `admin cycle chase`: a forum's own escalation schedule. What is unsent is worked out anew.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result } from '../../../core/request/domain/result.ts';
import type { OwnChaseRules } from '../../cycles/domain/chase-rules.ts';
import type { ForumView } from './meeting-ports.ts';

/** @returns how many unsent chases were called off. Refusal: `not-permitted`. */
export async function setChase(
  forum: ForumView,
  own: OwnChaseRules,
  context: Given<Doing | 'today', Commits<'audit' | 'meetings'>>,
): Promise<Result<number>> {
  const { actor, now, today } = context;
  const allowed = permit(actor, 'cycle', 'admin cycle chase');
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ meetings, audit }) => {
    await meetings.setChase(forum.id, own);
    const summary = `${forum.key}: the chase is ${ownChaseText(own)}`;
    await audit.append({ kind: 'chase-rules', summary, authorId: actor.personId, at: now });
    let cancelled = 0;
    for (const { forumId, cycleId } of await meetings.listFrom(today))
      if (forumId === forum.id && cycleId !== null)
        cancelled += await meetings.cancelChases(
          cycleId,
          now,
          'the chase was set anew before it was sent',
        );
    return ok(cancelled);
  });
}

/** `as by default`, or `nudge -2 11:00, office off and else as by default`. */
function ownChaseText(own: OwnChaseRules): string {
  const parts = Object.entries(own).map(([step, when]) =>
    when ? `${step} ${when.workingDays} ${when.time}` : `${step} off`,
  );
  return parts.length === 0 ? 'as by default' : `${parts.join(', ')} and else as by default`;
}
