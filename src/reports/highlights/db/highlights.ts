// Highlight reports: words while they are drafts, and all that they said once they were approved.

import { int, moment, orNull, text, uuid } from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant, isId } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { HighlightReport, HighlightRepository } from '../app/report-ports.ts';
import { highlightContent, highlightWords } from './highlight-json.ts';

const reportRow = {
  ...{ id: uuid, version: int, words: highlightWords, content: orNull(highlightContent) },
  ...{ begunBy: text, begunAt: moment, approvedBy: orNull(text), approvedAt: orNull(moment) },
};

/** Highlight reports of one partnership. */
export function createHighlights(db: Executor, partnershipId: string): HighlightRepository {
  async function select(
    { themeId, month }: Parameters<HighlightRepository['list']>[0],
    lock: Prisma.Sql,
  ): Promise<HighlightReport[]> {
    if (!isId(themeId)) return [];
    return await rowsFrom(db, reportRow)`
      SELECT h.id, h.version, h.words, h.content, b.name AS "begunBy", h.begun_at AS "begunAt",
        (SELECT a.name FROM person a WHERE a.partnership_id = h.partnership_id AND a.id = h.approved_by_id) AS "approvedBy",
        h.approved_at AS "approvedAt"
      FROM highlight_report h JOIN person b ON b.partnership_id = h.partnership_id AND b.id = h.begun_by_id
      WHERE h.partnership_id = ${partnershipId}::uuid AND h.theme_id = ${themeId}::uuid AND h.month = ${month}
      ORDER BY h.version ${lock}`;
  }

  /** One that is approved is never written over. */
  const draft = { partnershipId, content: { equals: Prisma.DbNull } };

  return {
    list: (of) => select(of, Prisma.empty),
    hold: (of) => select(of, Prisma.sql`FOR UPDATE OF h`),

    async begin({ themeId, month }, { version, words, personId, at }) {
      await db.$executeRaw`
        INSERT INTO highlight_report (id, partnership_id, theme_id, month, version, words, begun_by_id, begun_at)
        SELECT gen_random_uuid(), t.partnership_id, t.id, ${month}, ${version}::int, ${JSON.stringify(words)}::jsonb,
          ${personId}::uuid, ${fromInstant(at)}
        FROM theme t WHERE t.partnership_id = ${partnershipId}::uuid AND t.id = ${themeId}::uuid
        ON CONFLICT (partnership_id, theme_id, month, version) DO NOTHING`;
    },

    async save(id, words) {
      await db.highlightReport.updateMany({
        where: { id, ...draft },
        data: { words },
      });
    },

    async approve(id, content, { personId, at }) {
      await db.highlightReport.updateMany({
        where: { id, ...draft },
        data: { content, approvedById: personId, approvedAt: fromInstant(at) },
      });
    },
  };
}
