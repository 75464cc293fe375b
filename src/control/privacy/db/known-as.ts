// What a person is known by in the record, which erasures there were, and what of a person is out of reach.
import { z } from 'zod';
import {
  bool,
  int,
  json,
  moment,
  orNull,
  text,
  texts,
  uuid,
  word,
} from '../../../core/database/db/columns.ts';
import { type Executor, isId } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { ErasureKind } from '../../../generated/prisma/enums.ts';
import type { ErasingRepository } from '../app/privacy-ports.ts';
import { anything } from './needles.ts';

const strings = z.record(z.string(), z.string());
const knownRow = {
  ...{ names: texts, addresses: texts, key: text, accounts: texts, active: bool, owned: bool },
  ...{ others: texts, people: json('names by id', strings) },
};

/** What is known of the people of one partnership. */
export function createKnownAs(
  db: Executor,
  partnershipId: string,
): Pick<ErasingRepository, 'knownAs' | 'list' | 'packs' | 'sentMessages' | 'exports'> {
  const own = Prisma.sql`${partnershipId}::uuid`;
  return {
    async knownAs(personId) {
      if (!isId(personId)) return null;
      const [row] = await rowsFrom(db, knownRow)`
        SELECT p.key, p.active,
          ARRAY(SELECT p.email UNION SELECT unnest(p.further_emails)
            UNION SELECT c.before ->> 'email' FROM row_change c WHERE c.partnership_id = ${own}
              AND c.table_name = 'person' AND c.row_id = p.id AND c.before ? 'email'
            UNION SELECT jsonb_array_elements_text(c.before -> 'further_emails') FROM row_change c
              WHERE c.partnership_id = ${own} AND c.table_name = 'person' AND c.row_id = p.id
                AND jsonb_typeof(c.before -> 'further_emails') = 'array') AS addresses,
          ARRAY(SELECT p.name UNION SELECT n.name FROM person_name n WHERE n.partnership_id = ${own} AND n.person_id = p.id
            UNION SELECT c.before ->> 'name' FROM row_change c WHERE c.partnership_id = ${own}
              AND c.table_name = 'person' AND c.row_id = p.id AND c.before ? 'name') AS names,
          ARRAY(SELECT a.user_id FROM platform_account a WHERE a.partnership_id = ${own} AND a.person_id = p.id
            UNION SELECT c.before ->> 'user_id' FROM row_change c WHERE c.partnership_id = ${own}
              AND c.table_name = 'platform_account' AND c.before ->> 'person_id' = p.id::text AND c.before ? 'user_id'
            UNION SELECT l.user_id FROM link_request l WHERE l.partnership_id = ${own} AND l.person_id = p.id
            UNION SELECT r.conversation_id FROM conversation_reference r
              JOIN platform_account a ON a.partnership_id = r.partnership_id AND a.user_id = r.subject_id
                AND a.tenant_id = r.tenant_id AND a.platform = r.platform
              WHERE r.partnership_id = ${own} AND a.person_id = p.id) AS accounts,
          EXISTS (SELECT FROM assignment s WHERE s.partnership_id = ${own} AND s.person_id = p.id AND s.role = 'owner') AS owned,
          ARRAY(SELECT q.name FROM person q WHERE q.partnership_id = ${own} AND q.id <> p.id
            UNION SELECT o.name FROM organisation o WHERE o.partnership_id = ${own}
            UNION SELECT t.name FROM theme t WHERE t.partnership_id = ${own}
            UNION SELECT w.name FROM project w WHERE w.partnership_id = ${own}
            UNION SELECT f.name FROM forum f WHERE f.partnership_id = ${own}
            UNION SELECT m.title FROM meeting m WHERE m.partnership_id = ${own}
            UNION SELECT b.title FROM objective b WHERE b.partnership_id = ${own}
            UNION SELECT s.name FROM partnership s WHERE s.id = ${own}) AS others,
          (SELECT jsonb_object_agg(q.id, q.name) FROM person q WHERE q.partnership_id = ${own}) AS people
        FROM person p WHERE p.partnership_id = ${own} AND p.id = ${personId}::uuid`;
      return row ?? null;
    },

    async list() {
      return await rowsFrom(db, {
        ...{ number: int, kind: word(ErasureKind), personId: orNull(uuid), at: moment },
      })`
        SELECT number, kind::text AS kind, person_id AS "personId", at FROM erasure
        WHERE partnership_id = ${own} ORDER BY number DESC`;
    },

    async packs(needles) {
      return await rowsFrom(db, { number: int, version: int })`
        SELECT number, version FROM board_pack p
        WHERE partnership_id = ${own} AND ${anything(Prisma.sql`p.content::text`, needles)}
        ORDER BY number, version`;
    },

    async sentMessages(needles) {
      const [row] = await rowsFrom(db, { count: int })`
        SELECT count(*)::int AS count FROM notification n
        WHERE partnership_id = ${own} AND state = 'sent' AND ${anything(Prisma.sql`n.payload::text`, needles)}`;
      return row?.count ?? 0;
    },

    async exports() {
      return await db.auditEvent.count({ where: { partnershipId, kind: 'plan-exported' } });
    },
  };
}
