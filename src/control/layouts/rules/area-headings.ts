// Headings that name the area of the rows below them: rows of their own, lines above a table, the names of sheets. Plans that
// number afresh in each area have the same number more than once.
import { cellPlace, type Grid, tablePlace } from '../../../core/message/domain/grid.ts';
import type { ImportProblem, PlanRow, ReadCell } from '../domain/plan-columns.ts';
import { referenceKey } from './references.ts';

export type AreaHeading = {
  readonly cell: ReadCell;
  /** Its row in the table, counted from 0; null: it stands above the table. */
  readonly row: number | null;
};

/** Words that only say that an area follows. */
const LEADING =
  /^(?:(?:the|priority|priorities|area|areas|for|of|action|theme|strand|objective|outcome|workstream|aim|goal|pillar|ambition|section|recommendation|kloe|domain|standard)\s+)+(?:no\.?\s*)?(?=\d)/i;
const NUMBER = /^(P?\d{1,3}[A-Z]?)(?![\w%])[\s:.)–—-]*([\s\S]*)$/i;

/** The number and the name of an area as its heading has them; null: it has none. */
export function parseAreaHeading(heading: string): {
  readonly ref: string | null;
  readonly name: string | null;
} {
  const words = heading.replace(/\s+/g, ' ').trim();
  const [, number, rest = ''] = NUMBER.exec(words.replace(LEADING, '')) ?? [];
  if (number === undefined) return { ref: null, name: withoutNoun(words) };
  return { ref: number.replace(/^P/i, '').toUpperCase(), name: rest.trim() || null };
}

function withoutNoun(words: string): string | null {
  return words.replace(/^(?:priority |improvement )?area\s*[:–—-]?\s+(?=\S)/i, '') || null;
}

/** Whether a line is the heading of an area by itself: it has a number, or says so. */
export function isAreaHeading(line: string): boolean {
  const words = line.trim();
  if (words === '' || words.length > 250) return false;
  return LEADING.test(words) || /^\d{1,2}\s*[.:–—-]\s+\D/.test(words);
}

/** Names of sheets that say nothing of what stands in them. */
const PLAIN_SHEET =
  /^(?:sheet ?\d*|tab(?:elle)? ?\d*|(?:action |improvement |delivery |the )*(?:plan|tracker|data|table)s? ?\d*)$/i;

/** The area that a whole table stands under; null: nothing above it names one. @param plans all tables of the plan */
export function areaAbove(grid: Grid, plans: readonly Grid[]): AreaHeading | null {
  const inTable = grid.rows.findIndex((row) => {
    const cells = row.filter((cell) => cell !== null);
    return cells.length === 1 && isAreaHeading(cells[0]?.text ?? '');
  });
  const next = grid.rows[inTable + 1]?.filter((cell) => cell !== null).length ?? 0;
  const cell = grid.rows[inTable]?.find((one) => one !== null);
  if (cell && inTable < 4 && next > 1 && isBeforeHeadings(grid, inTable))
    return {
      row: inTable,
      cell: {
        ...{ text: cell.text, row: cell.row },
        place: cellPlace(grid.place, cell.row, cell.column),
      },
    };
  const words = nameAbove(grid, plans);
  const place =
    grid.place.kind === 'sheet' ? tablePlace(grid.place) : `above ${tablePlace(grid.place)}`;
  return words === null ? null : { row: null, cell: { text: words, place, row: 0 } };
}

/** A section's row between the headings and the rows is met when the rows are read. */
function isBeforeHeadings({ rows }: Grid, index: number): boolean {
  return rows.slice(0, index).every((row) => row.filter((cell) => cell !== null).length <= 1);
}

function nameAbove(grid: Grid, plans: readonly Grid[]): string | null {
  const { headings = [] } = grid;
  const named = headings.findLast(isAreaHeading);
  if (named !== undefined) return named;
  if (plans.length < 2) return null;
  if (grid.place.kind === 'sheet') {
    const names = plans.map(({ place }) => (place.kind === 'sheet' ? place.name : ''));
    return names.every((name) => !PLAIN_SHEET.test(name.trim())) ? grid.place.name : null;
  }
  // Several tables, each under a heading of its own.
  const nearest = plans.map((one) => one.headings?.at(-1) ?? null);
  const isEach = nearest.every((one) => one !== null) && new Set(nearest).size === nearest.length;
  return isEach ? (headings.at(-1) ?? null) : null;
}

/** Where the same number stands under several areas, each gets its area's number before it, and that is said. */
export function qualifyReferences(rows: readonly PlanRow[]): {
  readonly rows: readonly PlanRow[];
  readonly problems: readonly ImportProblem[];
} {
  const sections = [...new Set(rows.map(({ section }) => section?.text ?? ''))];
  const under = new Map<string, Set<string>>();
  for (const { ref, section } of rows) {
    const key = referenceKey(ref.text);
    if (key !== '') under.set(key, (under.get(key) ?? new Set()).add(section?.text ?? ''));
  }
  const isShared = (ref: string) => (under.get(referenceKey(ref))?.size ?? 0) > 1;
  if (!rows.some(({ ref }) => isShared(ref.text)) || !saysDifferentThings(rows, isShared))
    return { rows, problems: [] };
  const shared = new Set(
    rows.filter(({ ref }) => isShared(ref.text)).map(({ section }) => section?.text ?? ''),
  );
  const problems = new Map<string, ImportProblem>();
  const qualified = rows.map((row) => {
    const name = row.section?.text ?? '';
    if (row.ref.text === '' || !shared.has(name) || name === '') return row;
    const area = parseAreaHeading(name).ref ?? String(sections.indexOf(name) + 1);
    const text = `${area}.${row.ref.text.replace(/\.$/, '')}`;
    if (!problems.has(name))
      problems.set(name, {
        ...{ place: row.ref.place, why: 'numbered-afresh' },
        text: `${row.ref.text} under ${name} is ${text}`,
      });
    return { ...row, ref: { ...row.ref, text } };
  });
  return { rows: qualified, problems: [...problems.values()] };
}

/** A plan that says the same of the same objective under two headings numbers nothing afresh. */
function saysDifferentThings(
  rows: readonly PlanRow[],
  isShared: (ref: string) => boolean,
): boolean {
  const titles = new Map<string, string>();
  return rows.some(({ ref, cells }) => {
    const title = cells.title?.text;
    if (!isShared(ref.text) || title === undefined) return false;
    const key = referenceKey(ref.text);
    const before = titles.get(key);
    titles.set(key, title);
    return before !== undefined && before !== title;
  });
}
