// Board packs: what was handed out, never changed. Triggers refuse to alter or remove a row.
import { Temporal } from 'temporal-polyfill';
import { type Executor, fromInstant, isId, toInstant } from '../../../core/database/db/executor.ts';
import type { PackFile, PackRepository, PackView } from '../app/pack-ports.ts';

type Row = Omit<PackView, 'heldOn' | 'madeAt'> & { readonly heldOn: string; readonly madeAt: Date };

/** The packs of one partnership. */
export function createPacks(db: Executor, partnershipId: string): PackRepository {
  return {
    async list() {
      const rows = await db.$queryRaw<Row[]>`
        SELECT k.id, k.number, k.version, k.meeting_id AS "meetingId", m.title AS "meetingTitle",
          m.held_on::text AS "heldOn", m.forum_id AS "forumId", concat_ws(', ', p.name, o.name) AS "madeBy",
          k.made_at AS "madeAt", k.ratings
        FROM board_pack k
        JOIN meeting m ON m.id = k.meeting_id
        JOIN person p ON p.id = k.made_by_id
        LEFT JOIN organisation o ON o.id = p.organisation_id
        WHERE k.partnership_id = ${partnershipId}::uuid
        ORDER BY k.number DESC, k.version DESC`;
      return rows.map(({ heldOn, madeAt, ...facts }) => ({
        ...facts,
        heldOn: Temporal.PlainDate.from(heldOn),
        madeAt: toInstant(madeAt),
      }));
    },

    async files(packId) {
      if (!isId(packId)) return [];
      const files = await db.boardPackFile.findMany({
        where: { partnershipId, packId },
        select: { format: true, sha256: true, bytes: true },
        orderBy: { format: 'asc' },
      });
      return files.map(({ format, ...file }) => ({
        ...file,
        format: format as PackFile['format'],
      }));
    },

    async add({ number, version, meetingId, content, ratings, files, madeById, at }) {
      const [row] = await db.$queryRaw<{ id: string }[]>`
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
