// Reads KPIs with everything that was recorded of them: figures, polarity, targets, commentary.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  bool,
  day,
  int,
  json,
  moment,
  oneOf,
  orNull,
  text,
  uuid,
  word,
} from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { partyOf, partyRow } from '../../../core/database/db/party.ts';
import { type RowOf, rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { FootnotePlace, KpiColumn, ThemeKind } from '../../../generated/prisma/enums.ts';
import { parseComparatorCell } from '../../figures/domain/kpi-comparator.ts';
import type {
  KpiCell,
  KpiRecord,
  KpiSource,
  Observation,
  TargetFacts,
} from '../../figures/domain/kpi-facts.ts';
import type { Polarity } from '../../figures/domain/kpi-reading-aid.ts';
import type { TargetSense } from '../../figures/domain/kpi-target.ts';
import type { KpiFigureReads } from '../app/kpi-ports.ts';

const polarity = oneOf<Polarity>({
  ...{ undecided: true, 'up-is-good': true, 'up-is-bad': true, neutral: true },
});

const by = partyRow;

const kpiRow = {
  ...{ id: uuid, number: int, name: text, example: bool, publishedDirection: text },
  ...{ planPolarity: polarity, owner: orNull(partyRow), tableId: orNull(uuid) },
  theme: json(
    'the theme',
    z.object({ id: z.string(), kind: z.enum(ThemeKind), number: z.number(), name: z.string() }),
  ),
  headers: orNull(
    json('the headings', z.object({ baseline: z.string(), performance: z.string() })),
  ),
};

const observationRow = {
  ...{ kpiId: uuid, id: uuid, column: word(KpiColumn), ordinal: int, raw: text },
  ...{ period: orNull(text), recordedAt: moment, by: orNull(partyRow) },
};

const choiceRow = { kpiId: uuid, polarity, reason: orNull(text), at: moment, by };

const targetRow = {
  ...{ kpiId: uuid, id: uuid, sense: oneOf<TargetSense>({ 'at-least': true, 'at-most': true }) },
  ...{ raw: text, tolerance: orNull(text), dueText: orNull(text), dueOn: orNull(day) },
  ...{ proposedAt: moment, agreedAt: orNull(moment), signedOffAt: orNull(moment) },
  ...{ proposedBy: by, agreedBy: orNull(by), signedOffBy: orNull(by) },
  meeting: orNull(json('the meeting', z.object({ title: z.string(), on: z.string() }))),
};

const commentRow = { kpiId: uuid, words: text, at: moment, by };

const footnoteRow = { kpiId: uuid, marker: text, text, place: word(FootnotePlace) };

type Of = { readonly kpiId: string };

/**
 * What was recorded of KPIs.
 * @param at what was recorded by then; everything when absent
 */
export function createKpiFigureReads(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
  at?: Temporal.Instant,
): KpiFigureReads {
  return {
    async list({ themeId, number } = {}) {
      const { kpis, ...rows } = await loadRows(db, partnershipId, rowsAt, at);
      const sources = await sourcesOf(db, partnershipId, 'kpi');
      const headings = await sourcesOf(db, partnershipId, 'kpi_table');
      return kpis
        .filter((kpi) => themeId === undefined || kpi.theme.id === themeId)
        .filter((kpi) => number === undefined || kpi.number === number)
        .map(({ tableId, ...kpi }): KpiRecord => {
          const own = ({ kpiId }: Of) => kpiId === kpi.id;
          const ownOf = <Row extends Of>(all: readonly Row[]) =>
            all.filter(own).map(({ kpiId: _kpi, ...one }) => one);
          return {
            ...kpi,
            headerSources: (tableId && headings.get(tableId)) || [],
            ...cellsOf(ownOf(rows.observations)),
            polarities: ownOf(rows.polarities),
            targets: rows.targets.filter(own).map((target) => toTarget(target, at)),
            comments: ownOf(rows.comments),
            footnotes: ownOf(rows.footnotes),
            sources: sources.get(kpi.id) ?? [],
          };
        });
    },

    async statements() {
      const sources = await sourcesOf(db, partnershipId, 'plan_statement');
      const rows = await db.planStatement.findMany({
        where: { partnershipId, figures: { isEmpty: false } },
        orderBy: [{ list: 'asc' }, { ordinal: 'asc' }],
      });
      return rows.map(({ id, heading, figures }) => ({
        ...{ heading, figures, sources: sources.get(id) ?? [] },
      }));
    },
  };
}

// One after the other: inside a transaction there is one connection.
async function loadRows(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
  at: Temporal.Instant | undefined,
) {
  /** Rows that were there by then, by the column that says since when. */
  const there = (column: Prisma.Sql) =>
    at ? Prisma.sql`AND ${column} <= ${fromInstant(at)}` : Prisma.empty;
  const whose = Prisma.sql`partnership_id = ${partnershipId}::uuid`;
  const kpis = await rowsFrom(db, kpiRow)`
    ${rowsAt('kpi', 'person')}SELECT k.id, k.number, k.name, k.example, k.published_direction AS "publishedDirection",
      k.polarity::text AS "planPolarity", ${partyOf('k', 'owner_id')} AS owner, q.id AS "tableId",
      json_build_object('id', h.id, 'kind', h.kind, 'number', h.number, 'name', h.name) AS theme,
      CASE WHEN q.id IS NOT NULL THEN
        json_build_object('baseline', q.baseline_header, 'performance', q.performance_header) END AS headers
    FROM kpi k JOIN theme h ON h.partnership_id = k.partnership_id AND h.id = k.theme_id
    LEFT JOIN kpi_table q ON q.partnership_id = h.partnership_id AND q.theme_id = h.id
    WHERE k.${whose} ORDER BY k.number`;
  const observations = await rowsFrom(db, observationRow)`
    ${rowsAt('person')}SELECT o.kpi_id AS "kpiId", o.id, o."column"::text AS "column", o.ordinal, o.raw, o.period,
      o.recorded_at AS "recordedAt", ${partyOf('o', 'person_id')} AS by
    FROM kpi_observation o WHERE o.${whose} ${there(Prisma.sql`o.recorded_at`)}
    ORDER BY o."column", o.ordinal`;
  const polarities = await rowsFrom(db, choiceRow)`
    ${rowsAt('person')}SELECT c.kpi_id AS "kpiId", c.polarity::text AS polarity, c.reason, c.chosen_at AS at,
      ${partyOf('c', 'person_id')} AS by
    FROM kpi_polarity_choice c WHERE c.${whose} ${there(Prisma.sql`c.chosen_at`)} ORDER BY c.ordinal`;
  const targets = await rowsFrom(db, targetRow)`
    ${rowsAt('person', 'meeting')}SELECT t.kpi_id AS "kpiId", t.id, t.sense::text AS sense, t.raw, t.tolerance,
      t.due_text AS "dueText", t.due_on::text AS "dueOn", t.proposed_at AS "proposedAt", t.agreed_at AS "agreedAt", t.signed_off_at AS "signedOffAt",
      ${partyOf('t', 'proposed_by_id')} AS "proposedBy", ${partyOf('t', 'agreed_by_id')} AS "agreedBy",
      ${partyOf('t', 'signed_off_by_id')} AS "signedOffBy",
      (SELECT json_build_object('title', m.title, 'on', m.held_on) FROM meeting m
        WHERE m.partnership_id = t.partnership_id AND m.id = t.meeting_id) AS meeting
    FROM kpi_target t WHERE t.${whose} ${there(Prisma.sql`t.proposed_at`)} ORDER BY t.ordinal`;
  const comments = await rowsFrom(db, commentRow)`
    ${rowsAt('person')}SELECT c.kpi_id AS "kpiId", c.words, c.at, ${partyOf('c', 'person_id')} AS by
    FROM kpi_comment c WHERE c.${whose} ${there(Prisma.sql`c.at`)} ORDER BY c.ordinal`;
  const footnotes = await rowsFrom(db, footnoteRow)`
    SELECT n.kpi_id AS "kpiId", f.marker, f.text, f.place::text AS place
    FROM footnote_mark n JOIN footnote f ON f.partnership_id = n.partnership_id AND f.id = n.footnote_id
    WHERE n.${whose} ORDER BY f.id`;
  return { kpis, observations, polarities, targets, comments, footnotes };
}

/** By subject, where it stands in the documents, in the order of their lines. */
async function sourcesOf(
  db: Executor,
  partnershipId: string,
  subjectType: string,
): Promise<ReadonlyMap<string, KpiSource[]>> {
  const rows = await db.sourceReference.findMany({
    where: { partnershipId, subjectType },
    select: {
      ...{ subjectId: true, line: true, verbatim: true },
      document: { select: { doc: true, title: true } },
    },
    orderBy: [{ document: { doc: 'asc' } }, { line: 'asc' }, { id: 'asc' }],
  });
  const found = new Map<string, KpiSource[]>();
  for (const { subjectId, line, verbatim, document } of rows) {
    const source = { document: document.title, line, text: verbatim };
    found.set(subjectId, [...(found.get(subjectId) ?? []), source]);
  }
  return found;
}

/** Our own figures, what others reach, and what is planned on the way to the newest target. */
function cellsOf(
  cells: readonly (Omit<Observation, 'column'> & { readonly column: KpiCell })[],
): Pick<KpiRecord, 'observations' | 'comparators' | 'trajectory'> {
  const of = (column: KpiCell) => cells.filter((cell) => cell.column === column);
  const planned = of('trajectory').map(({ column: _column, ...one }) => one);
  return {
    observations: cells.filter(isOwn),
    comparators: of('comparator').map(({ column: _column, raw, ...one }) => ({
      ...one,
      ...parseComparatorCell(raw),
    })),
    trajectory: planned.slice(planned.findLastIndex(({ raw }) => raw === '') + 1),
  };
}

function isOwn(
  cell: Omit<Observation, 'column'> & { readonly column: KpiCell },
): cell is Observation {
  return cell.column === 'baseline' || cell.column === 'performance';
}

/** As it stood at a moment: what its dates say had not yet happened is left out. */
function toTarget(row: RowOf<typeof targetRow>, at: Temporal.Instant | undefined): TargetFacts {
  const { kpiId: _kpi, agreedAt, signedOffAt, agreedBy, signedOffBy, meeting, ...facts } = row;
  const by = (when: Temporal.Instant | null) =>
    when !== null && (!at || when.epochMilliseconds <= at.epochMilliseconds);
  const isSignedOff = by(signedOffAt);
  const isAgreed = by(agreedAt);
  return {
    ...facts,
    state: isSignedOff ? 'signed-off' : isAgreed ? 'agreed' : 'draft',
    agreedBy: isAgreed ? agreedBy : null,
    signedOffBy: isSignedOff ? signedOffBy : null,
    meeting:
      isSignedOff && meeting ? { ...meeting, on: Temporal.PlainDate.from(meeting.on) } : null,
  };
}
