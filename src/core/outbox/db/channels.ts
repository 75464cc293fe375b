// The channels that a theme's news goes to.

import { Prisma } from '../../../generated/prisma/client.ts';
import { Platform } from '../../../generated/prisma/enums.ts';
import { bool, int, moment, orNull, text, uuid, word } from '../../database/db/columns.ts';
import { type Executor, fromInstant, isId, onlyIds } from '../../database/db/executor.ts';
import { rowsFrom } from '../../database/db/rows.ts';
import type { ChannelRepository, ChannelView } from '../app/notification-ports.ts';
import { takesPosts } from './reach.ts';

const channelRow = {
  ...{ id: uuid, platform: word(Platform), tenantId: text, channelId: text, name: text },
  ...{ themeId: orNull(uuid), alwaysPost: bool, digestOn: bool, digestWeekday: orNull(int) },
  ...{ digestTime: orNull(text), unreachableSince: orNull(moment), takesPosts: bool },
};

/** Channels of one partnership. */
export function createChannels(db: Executor, partnershipId: string): ChannelRepository {
  async function select(which: Prisma.Sql): Promise<ChannelView[]> {
    return await rowsFrom(db, channelRow)`
      SELECT c.id, c.platform::text AS platform, c.tenant_id AS "tenantId", c.channel_id AS "channelId", c.name,
        c.theme_id AS "themeId", c.always_post AS "alwaysPost", c.digest_on AS "digestOn",
        c.digest_weekday AS "digestWeekday", c.digest_time AS "digestTime", c.unreachable_since AS "unreachableSince",
        ${takesPosts} AS "takesPosts"
      FROM channel_binding c
      WHERE c.partnership_id = ${partnershipId}::uuid AND c.active AND ${which}
      ORDER BY c.name, c.id`;
  }

  return {
    forThemes: (themeIds) =>
      select(
        Prisma.sql`c.purpose = 'workstream' AND c.theme_id = ANY(${onlyIds(themeIds)}::uuid[])`,
      ),

    async find(id) {
      if (!isId(id)) return null;
      const [found] = await select(Prisma.sql`c.id = ${id}::uuid`);
      return found ?? null;
    },

    async markReachable({ platform, tenantId, channelId }) {
      await db.channelBinding.updateMany({
        where: { partnershipId, platform, tenantId, channelId, unreachableSince: { not: null } },
        data: { unreachableSince: null, unreachableCode: null },
      });
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
        WHERE one.id = ${id}::uuid AND one.partnership_id = ${partnershipId}::uuid
          AND b.partnership_id = one.partnership_id AND b.platform = one.platform
          AND b.tenant_id = one.tenant_id AND b.channel_id = one.channel_id AND b.unreachable_since IS NOT NULL`;
    },
  };
}
