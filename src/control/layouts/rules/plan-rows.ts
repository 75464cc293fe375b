// One row of a plan's table: which cell is its reference, what its other cells say, or that it is the heading of an area.
import { cellPlace, type Grid, type GridCell } from '../../../core/message/domain/grid.ts';
import { isNothing } from '../domain/import-values.ts';
import type { ImportProblem, PlanRow, ReadCell } from '../domain/plan-columns.ts';
import type { PlanField } from '../domain/plan-headings.ts';
import type { Headings } from './heading-columns.ts';
import { isReference, MAX_REFERENCE, splitReference } from './references.ts';

/** Where the references stand: in their column, before the titles, or nowhere. */
export type PlanColumns = Headings & { readonly refs: 'column' | 'in-title' | 'none' };

/** What of the rows has to look like references before a column without a heading counts as theirs. */
const MOST = 0.6;

/** Where a table has no heading for references: the column that holds some, or the titles that begin with some. */
export function findReferences(grid: Grid, from: number, headings: Headings): PlanColumns {
  const columnOf = (field: PlanField) => [...headings.fields].find(([, one]) => one === field)?.[0];
  if (columnOf('ref') !== undefined) return { ...headings, refs: 'column' };
  const title = columnOf('title') ?? 0;
  const cellsIn = (column: number) =>
    grid.rows.slice(from).flatMap((row, index) => {
      const cell = row[column];
      const isAlone = row.filter((one) => one !== null).length === 1;
      return cell && cell.row === from + index + 1 && !isAlone ? [cell.text] : [];
    });
  for (let column = 0; column < title; column++) {
    const why = headings.leftOut.get(column)?.why;
    const cells = cellsIn(column);
    const fitting = cells.filter(isReference);
    if (headings.fields.has(column) || (why !== undefined && why !== 'not-understood')) continue;
    if (fitting.length > 0 && fitting.length >= cells.length * MOST && varies(fitting)) {
      const fields = new Map([...headings.fields, [column, 'ref'] as const]);
      const leftOut = new Map([...headings.leftOut].filter(([one]) => one !== column));
      return { fields, leftOut, refs: 'column' };
    }
  }
  const titles = cellsIn(title);
  const numbered = titles.filter((text) => splitReference(text) !== null);
  const isNumbered = numbered.length > 0 && numbered.length >= titles.length * MOST;
  return { ...headings, refs: isNumbered ? 'in-title' : 'none' };
}

/** References differ; a column of ticks or grades says the same over and over. */
function varies(cells: readonly string[]): boolean {
  return new Set(cells).size > cells.length / 2;
}

type RowReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'section'; readonly cell: ReadCell }
  | { readonly kind: 'row'; readonly row: PlanRow; readonly problems: readonly ImportProblem[] }
  | { readonly kind: 'problem'; readonly problems: readonly ImportProblem[] };

/** @param rowNumber counted from 1 */
export function parseRow(
  grid: Grid,
  rowNumber: number,
  columns: PlanColumns,
  { section, before }: { readonly section: ReadCell | null; readonly before: PlanRow | null },
): RowReading {
  const row = grid.rows[rowNumber - 1] ?? [];
  const own = row.filter((cell) => cell !== null);
  const [only, ...others] = own;
  const isAlone = only !== undefined && others.length === 0 && only.row === rowNumber;
  if (only && isLegend(own)) {
    const text = own.map((cell) => cell.text).join(' ');
    return {
      kind: 'problem',
      problems: [{ place: toRead(grid, only).place, why: 'legend', text }],
    };
  }
  if (isAlone && isHeading(row, only, columns))
    return { kind: 'section', cell: toRead(grid, only) };
  const problems: ImportProblem[] = [];
  const { ref, ...rest } = cellsOf(grid, row, rowNumber, columns.fields, problems);
  if (Object.keys(rest).length === 0 && !ref) return { kind: 'blank' };
  // The row that shows how the set-up workbook is filled in.
  if (ref && /^example\s*:/i.test(ref.text)) return notTaken('example-row', ref.place, { ref });
  const found = referenceOf(ref, rest, columns, before);
  if (found === null) {
    const [first] = Object.values(rest);
    return first ? notTaken('no-reference', first.place, rest) : { kind: 'blank' };
  }
  if (found.bad)
    return notTaken('bad-reference', found.ref.place, { ref: found.ref, ...found.cells });
  return { kind: 'row', row: { ref: found.ref, cells: found.cells, section }, problems };
}

/** What a rating means, below a plan: `B = complete and embedded`, `Red: off track`. */
const LEGEND =
  /^\W*(?:(?:b|r|a|g|n|w|p|b?rag|c)\s*=|(?:blue|red|amber|green|gr[ea]y|white|purple|yellow|black|orange)(?:\s*\([a-z]\))?\s*[=:–-])\s*\S/i;

/** Whether a row is nothing but the key of the ratings, maybe behind the word Key. */
function isLegend(own: readonly GridCell[]): boolean {
  const [first, ...others] = own.map(({ text }) => text);
  if (first === undefined || others.length > 1) return false;
  const said = /^(?:brag |rag )?(?:key|legend)s?\b/i.test(first) ? (others[0] ?? '') : first;
  return LEGEND.test(said) && (others.length === 0 || said !== first);
}

/** All that the row says is told: none of it is taken. */
function notTaken(why: ImportProblem['why'], place: string, cells: Cells): RowReading {
  const own = Object.values(cells).map(({ text }) => text);
  const text = own.filter((words) => words !== '').join('; ');
  return { kind: 'problem', problems: [{ place, why, text }] };
}

function toRead(grid: Grid, cell: GridCell): ReadCell {
  return { text: cell.text, place: cellPlace(grid.place, cell.row, cell.column), row: cell.row };
}

/** The heading of an area stands where the objectives do, or before them; anything further on is a remark. */
function isHeading(
  row: Grid['rows'][number],
  only: GridCell,
  { fields, refs }: PlanColumns,
): boolean {
  const column = row.indexOf(only);
  const field = fields.get(column);
  const isPlace = field
    ? ['ref', 'title', 'action', 'area'].includes(field)
    : column < Math.min(...fields.keys());
  if (!isPlace) return false;
  // In the column of the references only words are a heading, or a noun and its number: Area 3.
  if (field === 'ref') return !isReference(only.text) || /^[a-z]{4,}\s+\d{1,2}$/i.test(only.text);
  // Without references a title alone may be the heading of an area or an action that nobody has yet.
  return (
    refs !== 'in-title' ||
    splitReference(only.text) === null ||
    row.length <= 1 ||
    field !== 'title'
  );
}

type Cells = { [F in PlanField]?: ReadCell };

function cellsOf(
  grid: Grid,
  row: Grid['rows'][number],
  rowNumber: number,
  fields: ReadonlyMap<number, PlanField>,
  problems: ImportProblem[],
): Cells {
  const cells: Cells = {};
  for (const [column, field] of fields) {
    const cell = row[column];
    const isRating = field === 'rag' || field === 'impact';
    const fill = isRating ? fillAt(grid, rowNumber, column + 1) : undefined;
    if (cell) cells[field] = { ...toRead(grid, cell), ...(fill !== undefined && { fill }) };
    else if (fill !== undefined)
      cells[field] = {
        ...{ text: '', fill, row: rowNumber },
        place: cellPlace(grid.place, rowNumber, column + 1),
      };
  }
  const { due, 'original-due': original } = cells;
  // A date that was never revised is still the one that holds.
  if (original && (!due || isNothing(due.text))) {
    if (due && /^t/i.test(due.text))
      problems.push({ place: due.place, why: 'revised-unknown', text: due.text });
    cells.due = original;
    delete cells['original-due'];
  }
  return cells;
}

function fillAt({ fills = [] }: Grid, row: number, column: number): string | undefined {
  return fills.find((one) => one.row === row && one.column === column)?.colour;
}

/** Null: the row has none, and is none of the objective's above. */
function referenceOf(
  ref: ReadCell | undefined,
  cells: Cells,
  { refs, fields }: PlanColumns,
  before: PlanRow | null,
): { readonly ref: ReadCell; readonly cells: Cells; readonly bad?: true } | null {
  if (ref) {
    // A heading says that this column has them: what is short enough is one, as printed.
    const isOne = isReference(ref.text) || isShortCode(ref.text);
    return isOne ? { ref: tidy(ref), cells } : { ref, cells, bad: true };
  }
  const { title, ...others } = cells;
  if (refs !== 'column' && title) {
    const split = refs === 'in-title' ? splitReference(title.text) : null;
    if (split)
      return {
        ref: { ...title, text: split.ref },
        cells: { ...others, title: { ...title, text: split.title } },
      };
    return refs === 'none' ? { ref: { ...title, text: '' }, cells } : null;
  }
  // An action below the first of its objective, whose own cells are left empty.
  const isFurther = !title && cells.action && [...fields.values()].includes('title');
  return isFurther && before ? { ref: before.ref, cells } : null;
}

function tidy(ref: ReadCell): ReadCell {
  return { ...ref, text: ref.text.replace(/\s+/g, ' ').trim() };
}

/** A single word with a figure, or a few capitals, e.g. `SENDIASS-B`. */
function isShortCode(text: string): boolean {
  const words = text.trim();
  return (
    words.length <= MAX_REFERENCE &&
    /^(?=.*\d)\S+$|^[A-Z]{1,6}(?:[-/.][A-Z0-9]{1,6})*$/.test(words) &&
    !/^total$/i.test(words)
  );
}
