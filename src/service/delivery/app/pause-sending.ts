// Pauses all sending of a partnership and lets it go on. What is asked of PAP is answered all the same.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result } from '../../../core/request/domain/result.ts';

export type SendingSet = {
  /** It was like that before. */
  readonly wasSo: boolean;
  /** How many messages wait, due or not. */
  readonly waiting: number;
};

/** Refusal: `not-permitted`. */
export async function setSendingPaused(
  paused: boolean,
  context: Given<Doing, Commits<'audit' | 'operations'>>,
): Promise<Result<SendingSet>> {
  const { actor, now } = context;
  const verb = `admin delivery ${paused ? 'pause' : 'resume'}`;
  const allowed = permit(actor, 'delivery', verb);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ operations, audit }) => {
    const wasSo = !(await operations.setSendingPaused(paused ? now : null));
    if (!wasSo) {
      const kind = paused ? 'sending-paused' : 'sending-resumed';
      const summary = paused ? 'all sending is paused' : 'sending goes on';
      await audit.append({ kind, summary, authorId: actor.personId, at: now });
    }
    const { waiting, later } = await operations.queue();
    return ok({ wasSo, waiting: waiting + later });
  });
}
