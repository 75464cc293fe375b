// Looks words up with PostgreSQL's own text search: in every table that has words of the plan, and in the documents' words
// that facts were taken from.
import { bool, int, text, word } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { SearchFor, SearchReads } from '../app/search-ports.ts';
import type { Found } from '../domain/found.ts';
import { placeKinds } from '../domain/place.ts';
import { placeRows } from './place-rows.ts';

const hitRow = { kind: word(placeKinds), ref: text, name: text, excerpt: text, total: int };

/** Texts that are looked through, as `table t`: the row that they belong to, and the words. */
type Looked = {
  readonly from: Prisma.Sql;
  /** The table and the row that the words are about, where that is another one. */
  readonly about?: { readonly type: Prisma.Sql; readonly id: Prisma.Sql };
  readonly words: readonly string[];
  readonly detail?: true;
  /** How the words are shown, where that is not as they stand. */
  readonly shown?: Prisma.Sql;
};

const own = (table: string, ...words: readonly string[]): Looked => ({
  from: Prisma.raw(table),
  words: words.map((name) => (name.startsWith('array_') ? name : `t.${name}`)),
});
const ofKpi = (table: string, ...words: readonly string[]): Looked => ({
  ...own(table, ...words),
  about: { type: Prisma.sql`'kpi'`, id: Prisma.sql`t.kpi_id` },
});

/** The words of indexed tables stand here just as the migration text_search indexes them. */
const looked: readonly Looked[] = [
  own('objective', 'ref', 'title', 'due_text', 'success_measure'),
  { ...own('plan_item', 'title', 'due_text'), detail: true },
  {
    ...own('entry_words', 'note'),
    about: { type: Prisma.sql`'objective_entry'`, id: Prisma.sql`t.entry_id` },
    shown: Prisma.sql`words_with_names(t.note, t.partnership_id, (SELECT e.at FROM objective_entry e WHERE e.partnership_id = t.partnership_id AND e.id = t.entry_id))`,
  },
  {
    ...own('source_reference', 'verbatim'),
    about: { type: Prisma.sql`t.subject_type`, id: Prisma.sql`t.subject_id` },
  },
  ofKpi('kpi_observation', 'raw', 'period'),
  ofKpi('kpi_comment', 'words'),
  own('kpi', 'number::text', 'name'),
  own('kpi_table', 'title', 'name_header', 'baseline_header', 'performance_header'),
  own('footnote', 'text'),
  own('theme', 'name', 'in_short', 'scope', 'outcome'),
  own('project', 'name'),
  own('plan_statement', 'heading', 'summary', `array_to_string(figures, ' ')`),
  own('voice', 'role', 'about', 'summary', `array_to_string(figures, ' ')`),
  own('strategic_priority', 'name'),
  own('self_evaluation_item', 'heading', 'summary'),
  own('glossary_term', 'term', 'meaning', 'plain'),
  own('forum', 'name', 'summary'),
  own('meeting', 'title'),
  own('organisation', 'name'),
  own('source_document', 'title'),
  own('priority_area', 'ref', 'name', 'note'),
];

/** What looks words up in one partnership. */
export function createSearch(db: Executor, partnershipId: string): SearchReads {
  return {
    async find(asked): Promise<Found> {
      const rows = await rowsFrom(db, hitRow)`
        WITH asked AS MATERIALIZED (SELECT ${queryOf(partnershipId, asked)} AS query),
        hit AS (${Prisma.join(
          looked.map((one) => hitsIn(one, partnershipId, asked)),
          ' UNION ALL ',
        )}),
        place AS (${placeRows(partnershipId)}),
        best AS (
          SELECT DISTINCT ON (p.kind, p.ref, p.name) p.kind, p.ref, p.name, p.rank AS sort, h.words, h.rank
          FROM hit h JOIN place p ON p.type = h.type AND p.id = h.id
          ORDER BY p.kind, p.ref, p.name, h.rank DESC, h.words
        )
        SELECT b.kind, b.ref, b.name, ${excerptOf(asked)} AS excerpt, b.total::int AS total
        FROM (
          SELECT *, count(*) OVER () AS total FROM best
          ORDER BY rank DESC, sort, ref, name LIMIT ${asked.take} OFFSET ${asked.skip}
        ) b, asked
        ORDER BY b.rank DESC, b.sort, b.ref, b.name`;
      return {
        hits: rows.map(({ total: _total, ...hit }) => hit),
        total: rows[0]?.total ?? 0,
      };
    },

    async hasWords(words) {
      const [row] = await rowsFrom(db, { has: bool })`
        SELECT search_query(${partnershipId}::uuid, ${words}, true) IS NOT NULL AS has`;
      return row?.has ?? false;
    },
  };
}

/** As the words stand in the record: a full name of somebody on the plan stands there as an id. */
function queryOf(partnershipId: string, { words, how }: SearchFor): Prisma.Sql {
  const every = how !== 'any';
  return Prisma.sql`search_query(${partnershipId}::uuid, ${words}, ${every})
    || search_query(${partnershipId}::uuid, people_as_ids(${words}, ${partnershipId}::uuid), ${every})`;
}

function hitsIn(
  { from, about, words, detail, shown: asShown }: Looked,
  partnershipId: string,
  { how, words: asked }: SearchFor,
): Prisma.Sql {
  const columns = Prisma.raw(words.join(', '));
  const shown = asShown ?? Prisma.sql`concat_ws('; ', ${columns})`;
  const vector = Prisma.sql`search_words(t.partnership_id, ${detail ? Prisma.sql`t.detail` : Prisma.sql`NULL`}, ${columns})`;
  const type = about?.type ?? Prisma.sql`${from.text}::text`;
  const [which, rank] =
    how === 'literal'
      ? [Prisma.sql`strpos(lower(${shown}), lower(${asked})) > 0`, Prisma.sql`1::real`]
      : [
          Prisma.sql`${vector} @@ asked.query`, // Word for word as it was asked for comes first.
          Prisma.sql`(ts_rank(${vector}, asked.query, 1) + (strpos(lower(${shown}), lower(${asked})) > 0)::int)::real`,
        ];
  return Prisma.sql`SELECT (${type})::text AS type, ${about?.id ?? Prisma.sql`t.id`} AS id, ${shown} AS words, ${rank} AS rank
    FROM ${from} t, asked WHERE t.partnership_id = ${partnershipId}::uuid AND ${which}`;
}

/** A few words around those that were looked for. */
function excerptOf({ how }: SearchFor): Prisma.Sql {
  return how === 'literal'
    ? Prisma.sql`left(b.words, 160)`
    : Prisma.sql`CASE WHEN length(b.words) <= 200 THEN b.words ELSE ts_headline('pg_catalog.english', b.words, asked.query, 'StartSel="", StopSel="", MaxWords=24, MinWords=10, MaxFragments=1') END`;
}
