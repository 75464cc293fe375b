// Plans that give each action a form of its own: labels in one column, what they say beside them, one form below the other.
import {
  cellPlace,
  type Grid,
  type GridCell,
  tablePlace,
} from '../../../core/message/domain/grid.ts';
import { isNothing } from '../domain/import-values.ts';
import type { LeftOut } from '../domain/left-out.ts';
import type { ImportProblem, PlanRow, PlanTable, ReadCell } from '../domain/plan-columns.ts';
import {
  isField,
  type LeftOutReason,
  meaningOfHeading,
  type PlanField,
  plainHeading,
  planFieldNames,
} from '../domain/plan-headings.ts';
import { areaAbove } from './area-headings.ts';
import { headingsOf } from './heading-columns.ts';
import { ASKED, layoutOf } from './layout-key.ts';
import { splitReference } from './references.ts';

/** A label with the cell beside it; null: nothing stands there. */
type Line = { readonly label: GridCell; readonly value: GridCell | null };

type FormTable = {
  readonly labels: readonly string[];
  readonly rows: readonly PlanRow[];
  readonly table: PlanTable;
  readonly problems: readonly ImportProblem[];
};

/** One form: its row, and what is not taken. */
type ReadForm = {
  readonly row: Pick<PlanRow, 'ref' | 'cells'>;
  readonly others: readonly OtherLine[];
  readonly isNumberedAbove: boolean;
};

/** A label that is not taken, why, and what stands beside it. */
type OtherLine = {
  readonly label: string;
  readonly cell: ReadCell;
  readonly why: LeftOutReason;
};

const MAX_LABEL = 60;
/** So many labels of one form have to be understood. */
const LEAST = 3;
/** What a document says of itself looks like a form as well. */
const OF_A_DOCUMENT =
  /^(?:version|author|approved by|document|classification|review date|filename)\b/;

/**
 * Reads a table that is nothing but forms; null: it is another one. Each has an action, an objective or a milestone, and at least
 * two things that are said of it. The heading right above a form may number it, and those further up name its area.
 */
export function parseForms(grid: Grid): FormTable | null {
  const forms = formsIn(grid);
  if (forms.length === 0 || !forms.every(isForm)) return null;
  const { headings = [], place } = grid;
  const above = forms.length === 1 ? splitReference(headings.at(-1) ?? '') : null;
  const read = forms.map((lines) => readForm(grid, lines, above?.ref ?? null));
  const full = read.filter((one) => one !== null);
  if (full.length < read.length) return null;
  const isNumberedAbove = full.some((one) => one.isNumberedAbove);
  const further = isNumberedAbove ? headings.slice(0, -1) : headings;
  const section = areaAbove({ ...grid, headings: further }, [])?.cell ?? null;
  const labels = [...new Set(forms.flat().map(({ label }) => label.text))];
  const layout = layoutOf(labels);
  const rows = full.map(({ row, others }): PlanRow => {
    const asked = others.filter(({ why }) => ASKED.has(why.why));
    const open = asked.map(({ label, cell }) => ({ key: plainHeading(label), cell }));
    return { ...row, section, layout, ...(open.length > 0 && { others: open }) };
  });
  const isNumbered = rows.every(({ ref }) => ref.text !== '');
  return {
    ...{ labels, rows, table: tableOf(grid, full, layout) },
    problems: [
      ...grid.unread.map(
        ({ row, column, why, text }): ImportProblem => ({
          ...{ place: cellPlace(place, row, column), why },
          ...(text !== undefined && { text }),
        }),
      ),
      ...(isNumbered ? [] : [{ place: tablePlace(place), why: 'numbers-given' } as const]),
    ],
  };
}

/** The columns of forms are their labels; one that is not taken is named once, with the first place where something stands. */
function tableOf(grid: Grid, forms: readonly ReadForm[], layout: string): PlanTable {
  const leftOut = new Map<string, LeftOut>();
  for (const { label, cell, why } of forms.flatMap(({ others }) => others)) {
    const before = leftOut.get(label);
    const cells = (before?.cells ?? 0) + 1;
    leftOut.set(label, { place: before?.place ?? cell.place, heading: label, cells, ...why });
  }
  const fields = new Set(forms.flatMap(({ row }) => Object.keys(row.cells).filter(isField)));
  const open = [...leftOut.values()].filter(({ why }) => ASKED.has(why));
  return {
    ...{ place: tablePlace(grid.place), layout, leftOut: [...leftOut.values()] },
    columns: [...fields].map((field) => planFieldNames[field]),
    ...(open.length > 0 && {
      open: open.map(({ heading, place }) => ({ heading: heading ?? '', place })),
    }),
  };
}

/** The lines of each form: a label that was there already begins the next one. */
function formsIn({ rows }: Grid): Line[][] {
  const own = rows.map((row, index) => ownCells(row, index + 1));
  const labelled = labelColumns(own);
  const forms: Line[][] = [];
  let seen = new Set<string>();
  for (const line of own.flatMap((cells) => linesOf(cells, labelled))) {
    const words = plainHeading(line.label.text);
    if (forms.length === 0 || seen.has(words)) {
      forms.push([]);
      seen = new Set();
    }
    seen.add(words);
    forms.at(-1)?.push(line);
  }
  return forms;
}

function ownCells(row: Grid['rows'][number], rowNumber: number): GridCell[] {
  const own = row.filter((cell): cell is GridCell => cell !== null && cell.row === rowNumber);
  return [...new Map(own.map((cell) => [cell.column, cell])).values()];
}

/** Where labels stand: in the first column, and in the third cell where two labels stand side by side. */
function labelColumns(rows: readonly (readonly GridCell[])[]): ReadonlySet<number> {
  const first = Math.min(...rows.flat().map(({ column }) => column));
  const third = rows.flatMap((cells) => (cells.length === 4 ? (cells[2]?.column ?? []) : []));
  return new Set([first, ...third]);
}

/** What stands behind a label is what it says; a second cell there makes the row no form. */
function linesOf(cells: readonly GridCell[], labelled: ReadonlySet<number>): Line[] {
  const lines: { label: GridCell; value: GridCell | null }[] = [];
  for (const cell of cells) {
    const last = lines.at(-1);
    if (labelled.has(cell.column) || !last || last.value) lines.push({ label: cell, value: null });
    else last.value = cell;
  }
  return lines;
}

function isForm(lines: readonly Line[]): boolean {
  const labels = lines.map(({ label }) => label.text);
  if (labels.some((text) => text.length > MAX_LABEL || OF_A_DOCUMENT.test(plainHeading(text))))
    return false;
  const known = new Set(labels.map(meaningOfHeading).filter(isField));
  const isAbout = known.has('title') || known.has('action') || known.has('milestone');
  // A row of headings has headings beside its first one too.
  const beside = lines.filter(({ value }) => value && isField(meaningOfHeading(value.text)));
  return isAbout && known.size >= LEAST && beside.length < 2;
}

/** @param above the reference in the heading above the form */
function readForm(grid: Grid, lines: readonly Line[], above: string | null): ReadForm | null {
  const headings = headingsOf(lines.map(({ label }) => ({ own: label.text, group: null })));
  const [first] = lines;
  if (!headings || !first) return null;
  const cells: { [F in PlanField]?: ReadCell } = {};
  for (const [at, field] of headings.fields) {
    const line = lines[at];
    const cell = line && cellBeside(grid, line, field);
    if (cell) cells[field] = cell;
  }
  const others = lines.flatMap(({ label, value }, at): OtherLine[] => {
    const why = headings.leftOut.get(at);
    return why && value ? [{ label: label.text, cell: toRead(grid, value), why }] : [];
  });
  const { ref, title = toRead(grid, first.label), ...rest } = cells;
  const split = ref ? null : splitReference(title.text);
  const named = split?.ref ?? above ?? '';
  const words = split ? { ...title, text: split.title } : cells.title;
  const own = { ...rest, ...(words && { title: words }) };
  return {
    row: { ref: ref ?? { ...title, text: named }, cells: own },
    others,
    isNumberedAbove: !ref && !split && above !== null,
  };
}

/** What is said under a label; of a rating the colour behind it too, which may be all that there is. */
function cellBeside(grid: Grid, { label, value }: Line, field: PlanField): ReadCell | null {
  const row = value?.row ?? label.row;
  const column = value?.column ?? label.column + 1;
  const fill = grid.fills?.find((one) => one.row === row && one.column === column)?.colour;
  const isRated = (field === 'rag' || field === 'impact') && fill !== undefined;
  if (value && !isNothing(value.text)) return { ...toRead(grid, value), ...(isRated && { fill }) };
  const place = cellPlace(grid.place, row, column);
  return isRated ? { text: '', place, row, fill } : null;
}

function toRead(grid: Grid, { text, row, column }: GridCell): ReadCell {
  return { text, place: cellPlace(grid.place, row, column), row };
}
