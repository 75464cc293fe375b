// The channels that a theme's news goes to.
import type { ChannelRepository, ChannelView } from '../app/ports.ts';
import { type Executor, fromInstant, isId, onlyIds, toInstant } from './executor.ts';

const view = {
  id: true,
  platform: true,
  tenantId: true,
  channelId: true,
  name: true,
  themeId: true,
  alwaysPost: true,
  digestOn: true,
  digestWeekday: true,
  digestTime: true,
  unreachableSince: true,
} as const;

/** Channels of one partnership. */
export function createChannels(db: Executor, partnershipId: string): ChannelRepository {
  return {
    async forThemes(themeIds) {
      const rows = await db.channelBinding.findMany({
        where: {
          partnershipId,
          active: true,
          purpose: 'workstream',
          themeId: { in: onlyIds(themeIds) },
        },
        select: view,
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toView);
    },

    async find(id) {
      if (!isId(id)) return null;
      const row = await db.channelBinding.findFirst({
        where: { id, partnershipId, active: true },
        select: view,
      });
      return row && toView(row);
    },

    async markUnreachable({ platform, tenantId, channelId }, code, at) {
      await db.channelBinding.updateMany({
        where: { partnershipId, platform, tenantId, channelId, unreachableSince: null },
        data: { unreachableSince: fromInstant(at), unreachableCode: code },
      });
    },

    async tryAgain(id) {
      await db.$executeRaw`
        UPDATE channel_binding b SET unreachable_since = NULL, unreachable_code = NULL
        FROM channel_binding one
        WHERE one.id = ${id}::uuid AND one.partnership_id = ${partnershipId}::uuid AND b.platform = one.platform
          AND b.tenant_id = one.tenant_id AND b.channel_id = one.channel_id AND b.unreachable_since IS NOT NULL`;
    },
  };
}

function toView({
  unreachableSince,
  ...facts
}: Omit<ChannelView, 'unreachableSince'> & { unreachableSince: Date | null }): ChannelView {
  return { ...facts, unreachableSince: unreachableSince && toInstant(unreachableSince) };
}
