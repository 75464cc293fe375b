// Switches the daily line to the office's channel.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result } from '../../../core/request/domain/result.ts';

export type HeartbeatSet = {
  /** It was like that before. */
  readonly wasSo: boolean;
  readonly officeChannels: number;
};

/** @param time local `HH:MM`, a quarter of an hour; null: off. Refusal: `not-permitted`. */
export async function setHeartbeat(
  time: string | null,
  context: Given<Doing, Commits<'audit' | 'channelBindings' | 'operations'>>,
): Promise<Result<HeartbeatSet>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'status', 'admin status heartbeat');
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ operations, channelBindings, audit }) => {
    const wasSo = (await operations.heartbeatTime()) === time;
    if (!wasSo) {
      await operations.setHeartbeatTime(time);
      const summary = time === null ? 'the heartbeat is off' : `the heartbeat comes at ${time}`;
      await audit.append({ kind: 'heartbeat', summary, authorId: actor.personId, at: now });
    }
    const bindings = await channelBindings.list();
    const officeChannels = bindings.filter(({ purpose }) => purpose === 'office').length;
    return ok({ wasSo, officeChannels });
  });
}
