// The pages of the plan that are no objective: themes, projects, the self-evaluation and what else the documents say.
import type { Temporal } from 'temporal-polyfill';
import { int, orNull, text, texts, word } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { PageReads } from '../app/search-ports.ts';
import type { PageName, Statement } from '../domain/found.ts';
import { type PlaceKind, pageKinds, placeKinds } from '../domain/place.ts';
import { placeRows } from './place-rows.ts';

const kindOf = word(placeKinds);
const nameRow = { kind: kindOf, ref: text, name: text };
const statementRow = { heading: orNull(text), summary: text, figures: texts };

/** The pages of one partnership. */
export function createPages(db: Executor, partnershipId: string): PageReads {
  return {
    names: () => namesOf(db, partnershipId),

    async page(name, day) {
      const [said, places, statements, sources] = await Promise.all([
        textsOf(db, partnershipId, name),
        placesUnder(db, partnershipId, name, day),
        statementsOf(db, partnershipId, name),
        sourcesOf(db, partnershipId, name),
      ]);
      return { name, texts: said, places, statements, sources };
    },
  };
}

async function namesOf(db: Executor, partnershipId: string): Promise<PageName[]> {
  return await rowsFrom(db, nameRow)`
    SELECT DISTINCT kind, ref, CASE kind WHEN 'statement' THEN replace(ref, '-', ' ') ELSE name END AS name
    FROM (${placeRows(partnershipId)}) p WHERE kind = ANY(${[...pageKinds]}::text[]) ORDER BY kind, ref, name`;
}

/** The row that a page is about, as columns of its own table. */
const ROWS: Partial<Record<PlaceKind, Prisma.Sql>> = {
  theme: Prisma.sql`SELECT ARRAY[t.in_short, t.scope, t.outcome] FROM theme t WHERE t.kind = 'theme' AND t.number::text`,
  workstream: Prisma.sql`SELECT ARRAY[t.in_short, t.scope, t.outcome] FROM theme t WHERE t.kind = 'workstream' AND t.key`,
  area: Prisma.sql`SELECT ARRAY[t.summary] FROM self_evaluation_item t WHERE t.list = 'development' AND t.letter`,
  strength: Prisma.sql`SELECT ARRAY[t.summary] FROM self_evaluation_item t WHERE t.list = 'strength' AND t.letter`,
  term: Prisma.sql`SELECT ARRAY[t.meaning, t.plain] FROM glossary_term t WHERE t.term`,
  forum: Prisma.sql`SELECT ARRAY[t.summary] FROM forum t WHERE t.key`,
  'priority-area': Prisma.sql`SELECT ARRAY[t.note] FROM priority_area t JOIN plan_version v ON v.partnership_id = t.partnership_id AND v.id = t.plan_version_id AND v.status = 'current' WHERE t.ref`,
};

async function textsOf(db: Executor, partnershipId: string, page: PageName): Promise<string[]> {
  const row = ROWS[page.kind];
  if (!row || page.ref === '') return [];
  const found = await rowsFrom(db, { said: texts })`
    SELECT array_remove(said, NULL) AS said FROM (${row} = ${page.ref} AND t.partnership_id = ${partnershipId}::uuid) x(said)`;
  return found.flatMap(({ said }) => said);
}

const placeRow = { ...nameRow, text: orNull(text) };

/** What stands under the page; under a page of a kind, all of that kind. */
async function placesUnder(
  db: Executor,
  partnershipId: string,
  page: PageName,
  day: Temporal.PlainDate,
) {
  const ids =
    page.ref === ''
      ? ofKind(page.kind)
      : (under[page.kind]?.(Prisma.sql`${partnershipId}::uuid`, page.ref, day.toString()) ??
        Prisma.sql`false`);
  return await rowsFrom(db, placeRow)`
    SELECT p.kind, p.ref, p.name, e.summary AS text FROM (${placeRows(partnershipId)}) p
    LEFT JOIN self_evaluation_item e ON e.partnership_id = ${partnershipId}::uuid AND e.id = p.id
    WHERE ${ids} ORDER BY p.rank, p.kind, length(p.ref), p.ref, p.name`;
}

function ofKind(kind: PlaceKind): Prisma.Sql {
  const kinds = kind === 'plan' ? ['priority-area', 'theme', 'workstream', 'priority'] : [kind];
  return Prisma.sql`p.kind = ANY(${kinds}::text[])`;
}

const objectiveOf = (condition: Prisma.Sql) =>
  Prisma.sql`(p.type = 'objective' AND p.id IN (SELECT objective_id FROM ${condition}))`;
const linked = (own: Prisma.Sql, column: string, chosen: Prisma.Sql) =>
  objectiveOf(Prisma.sql`objective_link l
    JOIN ${chosen} ON l.partnership_id = ${own} AND c.id = l.${Prisma.raw(column)}`);

/** Conditions on the place `p`, by the kind of the page that it stands under; `own` is the partnership. */
const under: Partial<Record<PlaceKind, (own: Prisma.Sql, ref: string, day: string) => Prisma.Sql>> =
  {
    theme: (own, ref) =>
      ofTheme(
        own,
        Prisma.sql`(SELECT id FROM theme WHERE partnership_id = ${own} AND kind = 'theme' AND number::text = ${ref})`,
      ),
    workstream: (own, ref) =>
      ofTheme(
        own,
        Prisma.sql`(SELECT id FROM theme WHERE partnership_id = ${own} AND kind = 'workstream' AND key = ${ref})`,
      ),
    project: (
      own,
      ref,
    ) => Prisma.sql`(p.type = 'theme' AND p.id IN (SELECT theme_id FROM project WHERE partnership_id = ${own} AND key = ${ref}))
    OR ${linked(own, 'project_id', Prisma.sql`(SELECT id FROM project WHERE partnership_id = ${own} AND key = ${ref}) c`)}`,
    priority: (
      own,
      ref,
    ) => Prisma.sql`(p.type = 'self_evaluation_item' AND p.id IN (SELECT x.item_id FROM self_evaluation_priority x
      JOIN strategic_priority s ON s.partnership_id = x.partnership_id AND s.id = x.priority_id WHERE x.partnership_id = ${own} AND s.number::text = ${ref}))
    OR ${linked(own, 'priority_id', Prisma.sql`(SELECT id FROM strategic_priority WHERE partnership_id = ${own} AND number::text = ${ref}) c`)}`,
    area: (own, ref) => ofItem(own, 'development', ref),
    strength: (own, ref) => ofItem(own, 'strength', ref),
    forum: (_own, ref) => Prisma.sql`p.type = 'meeting' AND p.ref = ${ref}`,
    'priority-area': (own, ref) =>
      objectiveOf(Prisma.sql`(SELECT o.id AS objective_id FROM objective o
      JOIN priority_area a ON a.partnership_id = o.partnership_id AND a.id = o.area_id WHERE o.partnership_id = ${own} AND a.ref = ${ref}) x`),
    organisation: (own, ref, day) =>
      objectiveOf(Prisma.sql`(SELECT a.objective_id FROM assignment a LEFT JOIN person h ON h.partnership_id = a.partnership_id AND h.id = a.person_id
      JOIN organisation g ON g.partnership_id = a.partnership_id
        AND g.id = coalesce(h.organisation_id, a.organisation_id)
      WHERE a.partnership_id = ${own} AND g.key = ${ref} AND a.item_id IS NULL AND a.role = 'owner' AND a.starts_on <= ${day}::date
        AND (a.ends_on IS NULL OR a.ends_on >= ${day}::date)) x`),
  };

function ofTheme(own: Prisma.Sql, theme: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`p.type IN ('project', 'kpi_table', 'objective') AND p.id IN (
    SELECT id FROM project WHERE partnership_id = ${own} AND theme_id IN ${theme}
    UNION ALL SELECT id FROM kpi_table WHERE partnership_id = ${own} AND theme_id IN ${theme}
    UNION ALL SELECT objective_id FROM objective_theme WHERE partnership_id = ${own} AND theme_id IN ${theme})`;
}

function ofItem(own: Prisma.Sql, list: string, ref: string): Prisma.Sql {
  const item = Prisma.sql`(SELECT id FROM self_evaluation_item
    WHERE partnership_id = ${own} AND list::text = ${list} AND letter = ${ref})`;
  return Prisma.sql`(p.type = 'strategic_priority'
      AND p.id IN (SELECT priority_id FROM self_evaluation_priority
        WHERE partnership_id = ${own} AND item_id IN ${item}))
    OR ${linked(own, 'self_evaluation_item_id', Prisma.sql`${item} c`)}`;
}

async function statementsOf(
  db: Executor,
  partnershipId: string,
  { kind, ref }: PageName,
): Promise<readonly Statement[]> {
  if (kind === 'voice')
    return await rowsFrom(db, statementRow)`
      SELECT concat_ws(', about ', role, about) AS heading, summary, figures FROM voice
      WHERE partnership_id = ${partnershipId}::uuid ORDER BY ordinal`;
  const of: Partial<Record<PlaceKind, Prisma.Sql>> = {
    theme: Prisma.sql`h.kind = 'theme' AND h.number::text = ${ref}`,
    workstream: Prisma.sql`h.kind = 'workstream' AND h.key = ${ref}`,
    project: Prisma.sql`j.key = ${ref}`,
    statement: Prisma.sql`s.list = ${ref} OR ${ref} = ''`,
  };
  const which = of[kind];
  if (!which) return [];
  return await rowsFrom(db, statementRow)`
    SELECT coalesce(s.heading, j.name) AS heading, s.summary, s.figures FROM plan_statement s
    LEFT JOIN theme h ON h.partnership_id = s.partnership_id AND h.id = s.theme_id LEFT JOIN project j ON j.partnership_id = s.partnership_id AND j.id = s.project_id
    WHERE s.partnership_id = ${partnershipId}::uuid AND (${which}) ORDER BY s.list, s.ordinal`;
}

async function sourcesOf(db: Executor, partnershipId: string, { kind, ref }: PageName) {
  if (ref === '' || kind === 'voice' || kind === 'statement') return [];
  return await rowsFrom(db, { document: text, line: int })`
    SELECT DISTINCT d.title AS document, s.line FROM source_reference s
    JOIN source_document d ON d.partnership_id = s.partnership_id AND d.id = s.document_id
    JOIN (${placeRows(partnershipId)}) p ON p.type = s.subject_type AND p.id = s.subject_id
    WHERE s.partnership_id = ${partnershipId}::uuid AND p.kind = ${kind} AND p.ref = ${ref} ORDER BY 1, 2`;
}
