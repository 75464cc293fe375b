// The personal-data guard over a whole file: every cell is looked at before anything of it is stored or
// shown. What certainly is personal is left out, and only its place is kept.

import { keysOf } from '../../../core/message/domain/narrow.ts';
import { isPersonalName } from '../../../core/personal-data/domain/name-guard.ts';
import { parseNote } from '../../../core/personal-data/domain/note.ts';
import {
  findPersonalData,
  type KnownPeople,
  mayExplain,
} from '../../../core/personal-data/domain/personal-data.ts';
import type { ImportProblem, PlanReading, PlanRow, ReadCell } from './plan-columns.ts';
import type { PlanField } from './plan-headings.ts';

/** A plan with more finds than this is no plan; going on would only take time. */
const MAX_FINDS = 50;
/** The longest text of a whole plan; the guard looks at every word of it. */
const MAX_TEXT = 1_000_000;

/**
 * The reading without what may not be kept, and with the places that it stood in; or why the file is not
 * taken at all.
 */
export function guardReading(
  reading: PlanReading,
  known: KnownPeople,
): PlanReading | 'too-much-text' | 'personal-data' {
  const length = [
    ...reading.rows.flatMap(({ cells, others = [] }) => [
      ...Object.values(cells).map(({ text }) => text),
      ...others.map(({ cell }) => cell.text),
    ]),
    ...reading.problems.map(({ text }) => text ?? ''),
    ...reading.tables.flatMap(({ leftOut = [] }) => leftOut.map(({ heading }) => heading ?? '')),
  ].reduce((sum, text) => sum + text.length, 0);
  if (length > MAX_TEXT) return 'too-much-text';
  // The name of a sheet stands in every place of it.
  const places = [...reading.tables, ...reading.problems.filter(({ why }) => why === 'no-plan')];
  if (places.some(({ place }) => isPersonalName(place))) return 'personal-data';
  const problems: ImportProblem[] = [];
  /** Plans say the same words over and over: dates, ratings, names. */
  const seen = new Map<string, Concern | null>();
  const concernIn = (text: string) => {
    const earlier = seen.get(text);
    if (earlier !== undefined) return earlier;
    const found = concernOf(text, known);
    seen.set(text, found);
    return found;
  };
  const guard = (cell: ReadCell): ReadCell | null => {
    const why = problems.length > MAX_FINDS ? null : concernIn(cell.text);
    if (why) problems.push({ place: cell.place, why });
    return why === null || why === 'likely-personal' ? cell : null;
  };
  // A layout is told by its headings in small letters, by which a name is harder to see.
  const barred = new Set(
    reading.tables
      .filter(({ leftOut = [], open = [] }) =>
        [...leftOut, ...open].some(({ heading }) => concernIn(heading ?? '')),
      )
      .map(({ layout }) => layout),
  );
  const isBarred = (layout: string) => barred.has(layout) || concernIn(layout) !== null;
  const sections = new Map<ReadCell, ReadCell | null>();
  const rows = reading.rows.flatMap((row): PlanRow[] => {
    const { section } = row;
    if (section && !sections.has(section)) sections.set(section, guard(section));
    // Without its reference a row is about nothing.
    const ref = guard(row.ref);
    if (!ref) return [];
    const cells: { [F in PlanField]?: ReadCell } = {};
    for (const field of keysOf(row.cells)) {
      const cell = row.cells[field];
      const kept = cell && guard(cell);
      if (kept) cells[field] = kept;
    }
    const others = (row.others ?? []).flatMap(({ key, cell }) => {
      const kept = concernIn(key) ? null : guard(cell);
      return kept ? [{ key, cell: kept }] : [];
    });
    const own = {
      ...withoutLayout(row, isBarred),
      ...{ ref, cells, section: section && (sections.get(section) ?? null) },
    };
    return [others.length > 0 ? { ...own, others } : withoutOthers(own)];
  });
  if (problems.length > MAX_FINDS) return 'personal-data';
  const before = reading.problems.map(({ text, ...problem }) =>
    text === undefined || concernIn(text) ? problem : { ...problem, text },
  );
  const tables = reading.tables.map(({ leftOut = [], ...table }) => ({
    ...withoutLayout(table, isBarred),
    ...(table.open && { open: table.open.filter(({ heading }) => !concernIn(heading)) }),
    leftOut: leftOut.map((one) => (concernIn(one.heading ?? '') ? { ...one, heading: null } : one)),
  }));
  return { tables, rows, problems: [...before, ...unique(problems)] };
}

/** Nothing is asked or remembered of a layout that is told by words that may not be kept. */
function withoutLayout<T extends { readonly layout?: string }>(
  { layout, ...rest }: T,
  isBarred: (layout: string) => boolean,
): Omit<T, 'layout'> & { readonly layout?: string } {
  return layout === undefined || isBarred(layout) ? rest : { ...rest, layout };
}

function withoutOthers({ others: _, ...row }: PlanRow): PlanRow {
  return row;
}

type Concern = 'certain-personal' | 'likely-personal' | 'bad-words';

const NOBODY: KnownPeople = { emails: new Set(), names: [] };

/** What keeps words from being stored; null: nothing does. @param known who may be named */
export function concernOf(text: string, known: KnownPeople): Concern | null {
  const note = parseNote(text);
  // The people are only looked for where there is something that they could explain: it takes long.
  const unexplained = findPersonalData(text, NOBODY);
  const findings =
    unexplained.length > 0 && mayExplain(text, known) ? findPersonalData(text, known) : unexplained;
  if (findings.some(({ certainty }) => certainty === 'certain')) return 'certain-personal';
  if (!note.ok && note.refusal.code !== 'note-too-long') return 'bad-words';
  return findings.length > 0 ? 'likely-personal' : null;
}

/** A cell that reaches over several rows is one find. */
function unique(problems: readonly ImportProblem[]): ImportProblem[] {
  return [...new Map(problems.map((one) => [`${one.place} ${one.why}`, one])).values()];
}
