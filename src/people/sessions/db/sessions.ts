// Links to the web and the sessions that they opened, of one partnership.
import { bool, uuid } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { SessionRepository } from '../app/session-ports.ts';

/** Links and sessions of one partnership. */
export function createSessions(db: Executor, partnershipId: string): SessionRepository {
  return {
    async addLink({ personId, tokenDigest, madeAt, endsAt }) {
      await db.$executeRaw`
        INSERT INTO web_link (id, partnership_id, person_id, token_digest, made_at, ends_at)
        VALUES (gen_random_uuid(), ${partnershipId}::uuid, ${personId}::uuid, ${tokenDigest},
          ${fromInstant(madeAt)}, ${fromInstant(endsAt)})`;
    },

    async isOpen(tokenDigest, at) {
      const [row] = await rowsFrom(db, { open: bool })`
        SELECT EXISTS (
          SELECT FROM web_link WHERE partnership_id = ${partnershipId}::uuid AND token_digest = ${tokenDigest}
            AND used_at IS NULL AND ends_at > ${fromInstant(at)}
        ) AS open`;
      return row?.open === true;
    },

    async begin(tokenDigest, { secretDigest, at, endsAt }) {
      // One statement: of two who open the same link at once, one is signed in.
      const begun = await db.$executeRaw`
        WITH used AS (
          UPDATE web_link SET used_at = ${fromInstant(at)}
          WHERE partnership_id = ${partnershipId}::uuid AND token_digest = ${tokenDigest}
            AND used_at IS NULL AND ends_at > ${fromInstant(at)}
          RETURNING person_id
        )
        INSERT INTO web_session (id, partnership_id, person_id, secret_digest, began_at, seen_at, ends_at)
        SELECT gen_random_uuid(), ${partnershipId}::uuid, person_id, ${secretDigest}, ${fromInstant(at)},
          ${fromInstant(at)}, ${fromInstant(endsAt)} FROM used`;
      return begun === 1;
    },

    async personOf(secretDigest, at, idleSince) {
      const [row] = await rowsFrom(db, { personId: uuid })`
        UPDATE web_session s SET seen_at = greatest(s.seen_at, ${fromInstant(at)})
        FROM person p
        WHERE s.partnership_id = ${partnershipId}::uuid AND s.secret_digest = ${secretDigest}
          AND s.ends_at > ${fromInstant(at)} AND s.seen_at > ${fromInstant(idleSince)}
          AND p.partnership_id = s.partnership_id AND p.id = s.person_id AND p.active
        RETURNING s.person_id AS "personId"`;
      return row?.personId ?? null;
    },

    async end(secretDigest) {
      await db.$executeRaw`
        DELETE FROM web_session WHERE partnership_id = ${partnershipId}::uuid AND secret_digest = ${secretDigest}`;
    },

    async endAll(personId) {
      await db.$executeRaw`
        DELETE FROM web_link WHERE partnership_id = ${partnershipId}::uuid AND person_id = ${personId}::uuid`;
      return await db.$executeRaw`
        DELETE FROM web_session WHERE partnership_id = ${partnershipId}::uuid AND person_id = ${personId}::uuid`;
    },

    async discard(before) {
      const links = await db.$executeRaw`
        DELETE FROM web_link WHERE partnership_id = ${partnershipId}::uuid AND ends_at < ${fromInstant(before)}`;
      const sessions = await db.$executeRaw`
        DELETE FROM web_session WHERE partnership_id = ${partnershipId}::uuid AND ends_at < ${fromInstant(before)}`;
      return links + sessions;
    },
  };
}
