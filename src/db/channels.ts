// The channels that a theme's news goes to.
import type { ChannelRepository } from '../app/ports.ts';
import { type Executor, isId, onlyIds } from './executor.ts';

const view = {
  id: true,
  platform: true,
  tenantId: true,
  channelId: true,
  name: true,
  themeId: true,
  alwaysPost: true,
} as const;

/** Channels of one partnership. */
export function createChannels(db: Executor, partnershipId: string): ChannelRepository {
  return {
    async forThemes(themeIds) {
      return await db.channelBinding.findMany({
        where: {
          partnershipId,
          active: true,
          purpose: 'workstream',
          themeId: { in: onlyIds(themeIds) },
        },
        select: view,
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      });
    },

    async find(id) {
      if (!isId(id)) return null;
      return await db.channelBinding.findFirst({
        where: { id, partnershipId, active: true },
        select: view,
      });
    },
  };
}
