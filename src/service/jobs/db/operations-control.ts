// What the office sets of the bot's own running: when the heartbeat is posted, and whether anything is sent.
import { type Executor, fromInstant, toInstant } from '../../../core/database/db/executor.ts';
import type { OperationsRepository } from '../app/operations-ports.ts';

/** The settings of its own running of one partnership. */
export function createOperationsControl(
  db: Executor,
  partnershipId: string,
): Pick<
  OperationsRepository,
  'heartbeatTime' | 'setHeartbeatTime' | 'sendingPausedAt' | 'setSendingPaused'
> {
  return {
    async heartbeatTime() {
      const { heartbeatTime } = await db.partnership.findUniqueOrThrow({
        where: { id: partnershipId },
        select: { heartbeatTime: true },
      });
      return heartbeatTime;
    },

    async setHeartbeatTime(heartbeatTime) {
      await db.partnership.update({
        where: { id: partnershipId },
        data: { heartbeatTime },
        select: { id: true },
      });
    },

    async sendingPausedAt() {
      const { sendingPausedAt, switchedOffAt } = await db.partnership.findUniqueOrThrow({
        where: { id: partnershipId },
        select: { sendingPausedAt: true, switchedOffAt: true },
      });
      const since = sendingPausedAt ?? switchedOffAt;
      return since && toInstant(since);
    },

    async setSendingPaused(at) {
      const { count } = await db.partnership.updateMany({
        where: { id: partnershipId, sendingPausedAt: at ? null : { not: null } },
        data: { sendingPausedAt: at && fromInstant(at) },
      });
      if (count === 1 && at === null)
        await db.$executeRaw`
          UPDATE graphile_worker._private_jobs j SET run_at = now()
          FROM notification n WHERE n.partnership_id = ${partnershipId}::uuid AND n.state = 'queued'
            AND j.key = 'notification:' || n.id AND j.locked_at IS NULL AND j.run_at > now()`;
      return count === 1;
    },
  };
}
