// Which channel gets whose news. A binding that is undone stays in the record, out of use.

import { bool, int, orNull, text, uuid, word } from '../../../core/database/db/columns.ts';
import { type Executor, onlyIds } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { ChannelPurpose, Platform } from '../../../generated/prisma/enums.ts';
import { byRef } from '../../../plan/objectives/domain/plan-refs.ts';
import type { ChannelBindingRepository } from '../app/channel-binding-ports.ts';

const bindingRow = {
  ...{ id: uuid, platform: word(Platform), tenantId: text, channelId: text, name: text },
  ...{ themeId: orNull(uuid), purpose: word(ChannelPurpose), alwaysPost: bool, example: bool },
  ...{ digestOn: bool, digestWeekday: orNull(int), digestTime: orNull(text) },
};

/** Channel bindings of one partnership. */
export function createChannelBindings(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): ChannelBindingRepository {
  return {
    async list() {
      const bindings = await rowsFrom(db, bindingRow)`
        ${rowsAt('channel_binding')}SELECT b.id, b.platform::text AS platform, b.tenant_id AS "tenantId",
          b.channel_id AS "channelId", b.name, b.theme_id AS "themeId", b.purpose::text AS purpose,
          b.always_post AS "alwaysPost", b.digest_on AS "digestOn", b.digest_weekday AS "digestWeekday",
          b.digest_time AS "digestTime", b.example
        FROM channel_binding b WHERE b.partnership_id = ${partnershipId}::uuid AND b.active ORDER BY b.id`;
      return bindings.sort((one, other) => byRef.compare(one.name, other.name));
    },

    async bind({ platform, tenantId, channelId, themeId, purpose, name }) {
      // Looked for first: the office's binding has no theme, and no two of those are equal to the index.
      const place = { partnershipId, platform, tenantId, channelId, themeId, purpose };
      const known = await db.channelBinding.findFirst({ where: place });
      // It is bound from within the channel, so the bot is there.
      await db.channelBinding.updateMany({
        where: { partnershipId, platform, tenantId, channelId, unreachableSince: { not: null } },
        data: { unreachableSince: null, unreachableCode: null },
      });
      if (known?.active && known.name === name) return false;
      if (known)
        await db.channelBinding.updateMany({
          where: { partnershipId, id: known.id },
          data: { active: true, name },
        });
      else await db.channelBinding.create({ data: { ...place, name } });
      return true;
    },

    async unbind(ids) {
      await db.channelBinding.updateMany({
        where: { partnershipId, id: { in: onlyIds(ids) } },
        data: { active: false },
      });
    },

    async setAlwaysPost(ids, alwaysPost) {
      await db.channelBinding.updateMany({
        where: { partnershipId, id: { in: onlyIds(ids) } },
        data: { alwaysPost },
      });
    },

    async setDigest(ids, when) {
      await db.channelBinding.updateMany({
        where: { partnershipId, id: { in: onlyIds(ids) } },
        data: when
          ? { digestOn: true, digestWeekday: when.weekday, digestTime: when.time }
          : { digestOn: false },
      });
    },
  };
}
