// Checks the chains of a history. What an entry says is held to its digest by commitments to its words; what was recorded
// before words could be erased is held to the digest that it had then as well, as long as all its words stand.

import { int, moment, orNull, text, uuid, word } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { HistoryRepository } from '../app/plan-ports.ts';

const breakRow = {
  ...{ ref: text, position: orNull(int), at: orNull(moment) },
  what: word(['missing', 'changed', 'cut-short']),
};

const totalsRow = {
  ...{ objectives: int, entries: int, seal: text },
  ...{ earlier: int, earlierSeal: text, rechained: text },
};

/** One digest over a column of every chain. */
function digestOver(column: string): Prisma.Sql {
  return Prisma.sql`encode(sha256(convert_to(coalesce(string_agg(${Prisma.raw(column)}, '' ORDER BY c.objective_id), ''), 'UTF8')), 'hex')`;
}

/** The chains of one partnership’s objectives. */
export function createChain(
  db: Executor,
  partnershipId: string,
): Pick<HistoryRepository, 'verify' | 'heads' | 'byRequest'> {
  return {
    async verify() {
      const [totals] = await rowsFrom(db, totalsRow)`
        SELECT count(*)::int AS objectives, coalesce(sum(c.entries), 0)::int AS entries, ${digestOver('c.head')} AS seal,
          coalesce(sum(c.earlier), 0)::int AS earlier,
          ${digestOver('c.earlier_head')} AS "earlierSeal", ${digestOver('c.rechained')} AS rechained
        FROM (
          SELECT objective_id, count(*) AS entries, count(first_hash) AS earlier,
            (array_agg(coalesce(first_hash, hash) ORDER BY position DESC))[1] AS head,
            (array_agg(first_hash ORDER BY position DESC) FILTER (WHERE first_hash IS NOT NULL))[1] AS earlier_head,
            (array_agg(hash ORDER BY position DESC) FILTER (WHERE first_hash IS NOT NULL))[1] AS rechained
          FROM objective_entry WHERE partnership_id = ${partnershipId}::uuid GROUP BY objective_id
        ) c`;
      const [first] = await rowsFrom(db, breakRow)`
        WITH walked AS (
          SELECT e.objective_id, e.position, e.at, e.seq,
            CASE
              WHEN e.position <> row_number() OVER o OR e.prev_hash IS DISTINCT FROM lag(e.hash) OVER o THEN 'missing'
              WHEN e.hash <> objective_entry_digest(e) OR NOT entry_words_fit(coalesce(e.said, '{}'), s.words,
                coalesce(w.salts, '{}'), coalesce(w.erased, '{}'), '') THEN 'changed'
              -- What was recorded in the first chain is checked by its own digest too, as long as all its words stand.
              WHEN e.first_hash <> objective_entry_first_digest(jsonb_populate_record(e, jsonb_build_object(
                'prev_hash', lag(e.first_hash) OVER o, 'note', w.note, 'detail', w.detail)))
                AND coalesce(w.erased, '{}') = '{}' THEN 'changed'
            END AS what
          FROM objective_entry e
          LEFT JOIN entry_words w ON w.partnership_id = e.partnership_id AND w.entry_id = e.id
          CROSS JOIN LATERAL (SELECT jsonb_strip_nulls(jsonb_build_object('note', w.note)) ||
            CASE WHEN w.detail IS NULL THEN '{}' ELSE jsonb_build_object('detail', w.detail) END AS words) s
          WHERE e.partnership_id = ${partnershipId}::uuid
          WINDOW o AS (PARTITION BY e.objective_id ORDER BY e.position)
        ), broken AS (
          SELECT objective_id, position, at, seq, what FROM walked WHERE what IS NOT NULL
          UNION ALL
          SELECT o.id, NULL, NULL, NULL, 'cut-short' FROM objective o
          WHERE o.partnership_id = ${partnershipId}::uuid AND o.version <> (
            SELECT coalesce(max(e.version), 0) FROM objective_entry e
            WHERE e.partnership_id = o.partnership_id AND e.objective_id = o.id)
        )
        SELECT o.ref, b.position, b.at, b.what FROM broken b
        JOIN objective o ON o.partnership_id = ${partnershipId}::uuid AND o.id = b.objective_id
        ORDER BY b.seq NULLS LAST, o.ref LIMIT 1`;
      const { objectives = 0, entries = 0, seal = '', earlier = 0 } = totals ?? {};
      return {
        ...{ objectives, entries, seal },
        firstBreak: first ?? null,
        epoch:
          totals && earlier > 0
            ? { entries: earlier, seal: totals.earlierSeal, rechained: totals.rechained }
            : null,
      };
    },

    async byRequest(mark) {
      // One command may record several entries: each request id is then the command's with an ending.
      return await rowsFrom(db, { ref: text, kind: text, at: moment })`
        SELECT o.ref, e.kind::text AS kind, e.at FROM objective_entry e
        JOIN objective o ON o.partnership_id = e.partnership_id AND o.id = e.objective_id
        WHERE e.partnership_id = ${partnershipId}::uuid AND EXISTS (
          SELECT FROM generate_series(1, length(e.request_id)) AS n (length)
          WHERE (n.length = length(e.request_id) OR substr(e.request_id, n.length + 1, 1) IN (':', '#'))
            AND left(encode(sha256(convert_to(left(e.request_id, n.length), 'UTF8')), 'hex'), 12) = ${mark})
        ORDER BY e.seq`;
    },

    async heads() {
      return await rowsFrom(db, { objectiveId: uuid, head: text, at: moment })`
        SELECT objective_id AS "objectiveId", coalesce(first_hash, hash) AS head, at FROM objective_entry
        WHERE partnership_id = ${partnershipId}::uuid ORDER BY seq`;
    },
  };
}
