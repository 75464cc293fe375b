// Reads where a person's words stand and writes other words in their place. The append-only triggers let that through for
// an erasure that was recorded in the same transaction, and for nothing else.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { int } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { ErasingRepository } from '../app/privacy-ports.ts';
import { createFindings } from './findings.ts';
import { createKnownAs } from './known-as.ts';

const strings = z.record(z.string(), z.string());
/** The erasures of one partnership. */
export function createErasing(db: Executor, partnershipId: string): ErasingRepository {
  const own = Prisma.sql`${partnershipId}::uuid`;
  async function nextNumber(): Promise<number> {
    const [row] = await rowsFrom(db, { next: int })`
      SELECT coalesce(max(number), 0) + 1 AS next FROM erasure WHERE partnership_id = ${own}`;
    return row?.next ?? 1;
  }

  return {
    ...createFindings(db, partnershipId),
    ...createKnownAs(db, partnershipId),
    nextNumber,

    async begin({ kind, personId, reason, byId, at }) {
      await db.$executeRaw`SELECT FROM partnership WHERE id = ${own} FOR NO KEY UPDATE`;
      const [id, number] = [randomUUID(), await nextNumber()];
      await db.erasure.create({
        data: { partnershipId, id, number, kind, personId, reason, byId, at: fromInstant(at) },
        select: { id: true },
      });
      // What rows said before is not kept of this: it is what is to go.
      await db.$executeRaw`SELECT set_config('pap.erasure', ${id}, true), set_config('pap.at', '', true)`;
      return { id, number };
    },

    async putEntry(entryId, { note, detail, salts, erased }) {
      await db.$executeRaw`
        UPDATE entry_words SET note = ${note}, detail = ${asJson(detail)}::jsonb, salts = ${asJson(strings.parse(salts))}::jsonb,
          erased = ${asJson(strings.parse(erased))}::jsonb
        WHERE partnership_id = ${own} AND entry_id = ${entryId}::uuid`;
    },

    async putItem(id, { title, detail }) {
      await db.$executeRaw`
        UPDATE plan_item SET title = ${title}, detail = ${asJson(detail)}::jsonb
        WHERE partnership_id = ${own} AND id = ${id}::uuid`;
    },

    async putText({ table, column }, id, value) {
      const [name, field] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)];
      await db.$executeRaw`
        UPDATE ${name} SET ${field} = (jsonb_populate_record(NULL::${name},
          jsonb_build_object(${column}::text, ${asJson(value)}::jsonb))).${field}
        WHERE partnership_id = ${own} AND id = ${id}::uuid`;
    },

    async putPerson(personId, { name, email, key }) {
      const where = { partnershipId, personId };
      await db.$executeRaw`
        UPDATE link_request l SET user_id = 'erased-' || l.id, shown_name = NULL, vouched_email = NULL
        WHERE l.partnership_id = ${own} AND (l.person_id = ${personId}::uuid OR EXISTS (
          SELECT FROM platform_account a WHERE a.partnership_id = ${own} AND a.person_id = ${personId}::uuid
            AND a.platform = l.platform AND a.tenant_id = l.tenant_id AND a.user_id = l.user_id))`;
      await db.$executeRaw`
        DELETE FROM conversation_reference r USING platform_account a
        WHERE r.partnership_id = ${own} AND a.partnership_id = ${own} AND a.person_id = ${personId}::uuid
          AND a.user_id = r.subject_id AND a.tenant_id = r.tenant_id AND a.platform = r.platform`;
      await db.platformAccount.deleteMany({ where });
      await db.accountSearch.deleteMany({ where });
      await db.digestChoice.deleteMany({ where });
      await db.calendarFeed.deleteMany({ where });
      await db.personName.deleteMany({ where });
      await db.person.updateMany({
        where: { partnershipId, id: personId },
        data: { name, email, furtherEmails: [], key, preferredPlatform: null, chaseHour: null },
      });
    },

    async finish(id, report) {
      await db.$executeRaw`
        UPDATE erasure SET report = ${asJson(report)}::jsonb WHERE partnership_id = ${own} AND id = ${id}::uuid`;
      await db.$executeRaw`SELECT set_config('pap.erasure', '', true)`;
    },
  };
}

/** As PostgreSQL takes it: nothing is no JSON at all. */
function asJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
