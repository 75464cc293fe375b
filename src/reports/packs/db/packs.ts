// Board packs: what was handed out, never changed. Triggers refuse to alter or remove a row.

import { z } from 'zod';
import {
  day,
  int,
  json,
  moment,
  oneOf,
  orNull,
  text,
  uuid,
} from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant, isId } from '../../../core/database/db/executor.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import { heldIn, rowsFrom } from '../../../core/database/db/rows.ts';
import { Rag } from '../../../generated/prisma/enums.ts';
import type { PackFile, PackRepository } from '../app/pack-ports.ts';
import type { PackRatings } from '../domain/pack-ratings.ts';

const counts = z.object({
  ...{ all: z.number(), red: z.number(), amber: z.number(), green: z.number(), blue: z.number() },
  ...{ 'last-known-red': z.number(), 'last-known-amber': z.number() },
  ...{ 'last-known-green': z.number(), 'last-known-blue': z.number() },
  ...{ unrated: z.number(), 'not-rated': z.number() },
});

const ratings = json(
  'board_pack.ratings',
  schemaOf<PackRatings>()(
    z.object({
      counts,
      objectives: z.array(
        z.object({
          objectiveId: z.string(),
          rag: z.enum(Rag).nullable(),
          fade: z
            .object({ step: z.enum(['last-known', 'unrated']), daysAgo: z.number() })
            .exactOptional(),
          closed: z.literal(true).exactOptional(),
        }),
      ),
    }),
  ),
);

const packRow = {
  ...{ id: uuid, number: int, version: int, meetingId: uuid, meetingTitle: text, heldOn: day },
  ...{ forumId: uuid, madeBy: text, madeAt: moment, ratings: orNull(ratings) },
};

const format = oneOf<PackFile['format']>({ docx: true, html: true });

/** The packs of one partnership. */
export function createPacks(db: Executor, partnershipId: string): PackRepository {
  return {
    async list() {
      return await rowsFrom(db, packRow)`
        SELECT k.id, k.number, k.version, k.meeting_id AS "meetingId", m.title AS "meetingTitle",
          m.held_on::text AS "heldOn", m.forum_id AS "forumId", concat_ws(', ', p.name, o.name) AS "madeBy",
          k.made_at AS "madeAt", k.ratings
        FROM board_pack k
        JOIN meeting m ON m.partnership_id = k.partnership_id AND m.id = k.meeting_id
        JOIN person p ON p.partnership_id = k.partnership_id AND p.id = k.made_by_id
        LEFT JOIN organisation o ON o.partnership_id = p.partnership_id AND o.id = p.organisation_id
        WHERE k.partnership_id = ${partnershipId}::uuid
        ORDER BY k.number DESC, k.version DESC`;
    },

    async files(packId) {
      if (!isId(packId)) return [];
      const files = await db.boardPackFile.findMany({
        where: { partnershipId, packId },
        select: { id: true, format: true, sha256: true, bytes: true },
        orderBy: { format: 'asc' },
      });
      return files.map(({ id, ...file }) => ({
        ...file,
        format: heldIn(format, file.format, id),
      }));
    },

    async add({ number, version, meetingId, content, ratings, files, madeById, at }) {
      const [row] = await rowsFrom(db, { id: uuid })`
        INSERT INTO board_pack (id, partnership_id, number, meeting_id, version, content, ratings,
          made_by_id, made_at)
        SELECT gen_random_uuid(), m.partnership_id, ${number}, m.id, ${version}, ${JSON.stringify(content)}::jsonb,
          ${JSON.stringify(ratings)}::jsonb, ${madeById}::uuid, ${fromInstant(at)}
        FROM meeting m WHERE m.partnership_id = ${partnershipId}::uuid AND m.id = ${meetingId}::uuid
        ON CONFLICT DO NOTHING RETURNING id`;
      if (!row) return false;
      await db.boardPackFile.createMany({
        data: files.map(({ bytes, ...file }) => ({
          ...{ partnershipId, packId: row.id, ...file },
          bytes: new Uint8Array(bytes),
        })),
      });
      return true;
    },
  };
}
