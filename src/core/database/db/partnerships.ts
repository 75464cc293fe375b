// Which partnerships the record holds, and which of them a workspace speaks for.

import { Prisma } from '../../../generated/prisma/client.ts';
import { InvariantError } from '../../request/app/faults.ts';
import type { Partnership, RecordStore } from '../../request/app/ports.ts';
import type { Platform } from '../../request/domain/platform.ts';
import { bool, text, uuid } from './columns.ts';
import type { Executor } from './executor.ts';
import { rowsFrom } from './rows.ts';

/** Workspaces do not move between partnerships, so an answer stays good for a while. */
const REMEMBER_MS = 60_000;

type Partnerships = Pick<RecordStore, 'findByWorkspace' | 'list' | 'bindWorkspace'>;

const partnershipRow = { id: uuid, key: text, name: text, timeZone: text, hasExamples: bool };

/** The partnerships of the record. */
export function createPartnerships(db: Executor): Partnerships {
  const remembered = new Map<
    string,
    { readonly partnership: Partnership; readonly until: number }
  >();

  async function select(which: Prisma.Sql): Promise<Partnership[]> {
    return await rowsFrom(db, partnershipRow)`
      SELECT p.id, p.key, p.name, p.time_zone AS "timeZone", (
        EXISTS (SELECT FROM person e WHERE e.partnership_id = p.id AND e.example)
        OR EXISTS (SELECT FROM objective e WHERE e.partnership_id = p.id AND e.example)
        OR EXISTS (SELECT FROM objective_theme e WHERE e.partnership_id = p.id AND e.example)
      ) AS "hasExamples"
      FROM partnership p WHERE ${which} ORDER BY p.key`;
  }

  return {
    async findByWorkspace(platform, tenantId) {
      const key = `${platform} ${tenantId}`;
      const known = remembered.get(key);
      if (known && known.until > Date.now()) return known.partnership;
      const [partnership] = await select(
        platform === 'terminal' ? terminal(tenantId) : workspace(platform, tenantId),
      );
      if (!partnership) return null;
      remembered.set(key, { partnership, until: Date.now() + REMEMBER_MS });
      return partnership;
    },

    async list() {
      return await select(Prisma.sql`true`);
    },

    async bindWorkspace(partnershipId, platform, tenantId) {
      const owner = await db.workspace.upsert({
        where: { platform_tenantId: { platform, tenantId } },
        update: {},
        create: { partnershipId, platform, tenantId },
        select: { partnershipId: true },
      });
      if (owner.partnershipId === partnershipId) return;
      throw new InvariantError(
        `the ${platform} workspace ${tenantId} already speaks for another partnership`,
      );
    },
  };
}

function workspace(platform: Platform, tenantId: string): Prisma.Sql {
  return Prisma.sql`p.id = (SELECT w.partnership_id FROM workspace w WHERE w.platform = ${platform}::"Platform" AND w.tenant_id = ${tenantId})`;
}

/** A terminal names the partnership by its key; `terminal` will do where there is only one. */
function terminal(tenantId: string): Prisma.Sql {
  return Prisma.sql`(p.key = ${tenantId} OR (${tenantId} = 'terminal' AND (SELECT count(*) FROM partnership) = 1))`;
}
