// Which partnerships the record holds, and which of them a workspace stands for.

import { Prisma } from '../../../generated/prisma/client.ts';
import type { Partnership, RecordStore } from '../../request/app/ports.ts';
import type { Platform } from '../../request/domain/platform.ts';
import { bool, text, uuid } from './columns.ts';
import { type Executor, isId } from './executor.ts';
import { ofEverybody, ofPartnership } from './partnership-scope.ts';
import { rowsFrom } from './rows.ts';

/** A workspace seldom comes to stand for another partnership, so an answer stays good for a while. */
const REMEMBER_MS = 60_000;

type Partnerships = Pick<
  RecordStore,
  'listByWorkspace' | 'find' | 'list' | 'boundOn' | 'bindWorkspace'
>;

const partnershipRow = {
  ...{ id: uuid, key: text, name: text, timeZone: text },
  ...{ hasExamples: bool, switchedOff: bool },
};

/** The partnerships of the record. */
export function createPartnerships(client: Executor): Partnerships {
  const db = ofEverybody(client);
  const byWorkspace = new Map<string, Remembered<readonly Partnership[]>>();
  const byId = new Map<string, Remembered<Partnership>>();

  async function select(which: Prisma.Sql): Promise<Partnership[]> {
    const found = await rowsFrom(db, partnershipRow)`
      SELECT p.id, p.key, p.name, p.time_zone AS "timeZone", (
        EXISTS (SELECT FROM person e WHERE e.partnership_id = p.id AND e.example)
        OR EXISTS (SELECT FROM objective e WHERE e.partnership_id = p.id AND e.example)
        OR EXISTS (SELECT FROM objective_theme e WHERE e.partnership_id = p.id AND e.example)
      ) AS "hasExamples", p.switched_off_at IS NOT NULL AS "switchedOff"
      FROM partnership p WHERE ${which} ORDER BY p.key`;
    for (const one of found) byId.set(one.id, remember(one));
    return found;
  }

  return {
    async listByWorkspace(platform, tenantId) {
      const key = `${platform} ${tenantId}`;
      const known = recall(byWorkspace.get(key));
      if (known) return known;
      const found = await select(
        platform === 'terminal' || platform === 'web'
          ? namedBy(platform, tenantId)
          : workspace(platform, tenantId),
      );
      if (found.length > 0) byWorkspace.set(key, remember(found));
      return found;
    },

    async find(id) {
      const known = recall(byId.get(id));
      if (known || !isId(id)) return known ?? null;
      const [found] = await select(Prisma.sql`p.id = ${id}::uuid`);
      return found ?? null;
    },

    async list() {
      return await select(Prisma.sql`true`);
    },

    async boundOn(platform) {
      const rows = await db.workspace.findMany({
        where: { platform },
        distinct: ['partnershipId'],
        select: { partnershipId: true },
      });
      return rows.map(({ partnershipId }) => partnershipId);
    },

    async bindWorkspace(partnershipId, platform, tenantId) {
      await ofPartnership(client, partnershipId).workspace.upsert({
        where: { partnershipId_platform_tenantId: { partnershipId, platform, tenantId } },
        update: {},
        create: { partnershipId, platform, tenantId },
        select: { id: true },
      });
      byWorkspace.delete(`${platform} ${tenantId}`);
    },
  };
}

type Remembered<T> = { readonly value: T; readonly until: number };

function remember<T>(value: T): Remembered<T> {
  return { value, until: Date.now() + REMEMBER_MS };
}

function recall<T>(kept: Remembered<T> | undefined): T | undefined {
  return kept && kept.until > Date.now() ? kept.value : undefined;
}

function workspace(platform: Platform, tenantId: string): Prisma.Sql {
  return Prisma.sql`p.id IN (SELECT w.partnership_id FROM workspace w WHERE w.platform = ${platform}::"Platform" AND w.tenant_id = ${tenantId})`;
}

/** The web and a terminal name the partnership by its key; `terminal` is all of them. */
function namedBy(platform: 'web' | 'terminal', tenantId: string): Prisma.Sql {
  return platform === 'web'
    ? Prisma.sql`p.key = ${tenantId}`
    : Prisma.sql`${tenantId} IN (p.key, 'terminal')`;
}
