// What the office said once of the files of one layout: what a column is, what a colour behind a cell means, whom printed words mean.
// The answers are kept with the import and hold for every later file of the layout.
import { ragNamed } from '../../../core/message/domain/rag.ts';
import { colourOf, ratingOf } from './import-values.ts';
import type { PlanReading, PlanRow, ReadCell } from './plan-columns.ts';
import { isField, type PlanField, plainHeading, planFieldNames } from './plan-headings.ts';

export type ImportAnswer = {
  readonly kind: 'column' | 'colour' | 'lead';
  /** Of a lead it is empty: the words mean the same person in every file. */
  readonly layout: string;
  /** A heading in plain words, a colour, or a lead as printed. */
  readonly words: string;
  /** A field, a rating or a person's id; `nothing`: it is left out. */
  readonly meaning: string;
};

export const NOTHING = 'nothing';

/** Something of a file that is asked, with what stands there. */
export type ImportQuestion = {
  /** Counted from 1, in the order of the file; it stays the same when others are answered. */
  readonly number: number;
  readonly kind: 'column' | 'colour';
  readonly layout: string;
  readonly words: string;
  /** As people read it: the heading, or the colour. */
  readonly label: string;
  readonly place: string;
  /** The first values, or the places of the first cells. */
  readonly values: readonly string[];
  readonly options: readonly string[];
  /** What was said before; null: nobody was asked yet. */
  readonly answer: string | null;
};

const MOST_VALUES = 3;

/** What of a file is asked; at most one question for each heading and colour of a layout. */
export function questionsOf(
  reading: PlanReading,
  answers: readonly ImportAnswer[],
): readonly ImportQuestion[] {
  const questions = new Map<string, Omit<ImportQuestion, 'number' | 'answer'>>();
  for (const { layout, open = [] } of reading.tables) {
    if (layout === undefined) continue;
    const rows = reading.rows.filter((row) => row.layout === layout);
    for (const { heading, place } of open) {
      const words = plainHeading(heading);
      const cells = rows.flatMap(({ others = [] }) => others.filter(({ key }) => key === words));
      const values = [...new Set(cells.map(({ cell }) => cell.text))].slice(0, MOST_VALUES);
      if (values.length === 0) continue;
      const options = [...freeFields(rows), NOTHING];
      const question = { kind: 'column', layout, words, label: heading, place, values, options };
      questions.set(`${layout} ${words}`, question as Omit<ImportQuestion, 'number' | 'answer'>);
    }
    for (const cell of rows.flatMap(colouredCells)) {
      const words = colourName(cell);
      const key = `${layout} #${words}`;
      const before = questions.get(key);
      const values = [...(before?.values ?? []), cell.place].slice(0, MOST_VALUES);
      const options = ['red', 'amber', 'green', 'blue', NOTHING];
      const about = { kind: 'colour', layout, words, label: words, options } as const;
      questions.set(key, { ...about, place: before?.place ?? cell.place, values });
    }
  }
  return [...questions.values()].map((question, index) => ({
    ...question,
    number: index + 1,
    answer: meaningIn(answers, question.kind, question.layout, question.words),
  }));
}

/** The fields that no column of these rows has; an objective may stand over what was taken for one. */
function freeFields(rows: readonly PlanRow[]): PlanField[] {
  const taken = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  return Object.keys(planFieldNames)
    .filter(isField)
    .filter((field) => field !== 'ref')
    .filter((field) => !taken.has(field) || (field === 'title' && !taken.has('action')));
}

/** Cells whose colour says something that their words do not. */
function colouredCells({ cells }: PlanRow): ReadCell[] {
  return [cells.rag, cells.impact].flatMap((cell) => {
    if (cell?.fill === undefined) return [];
    const { fill, ...words } = cell;
    const differs = ratingOf(words, []) !== null && ratingOf(cell, []) === null;
    return cell.text === '' || differs ? [cell] : [];
  });
}

/** `green`, or the six digits of a colour that is near none of the ratings'. */
function colourName({ fill = '' }: ReadCell): string {
  return colourOf(fill) ?? `#${fill}`;
}

function meaningIn(
  answers: readonly ImportAnswer[],
  kind: ImportAnswer['kind'],
  layout: string,
  words: string,
): string | null {
  const found = answers.findLast(
    (one) => one.kind === kind && one.layout === layout && one.words === words,
  );
  return found?.meaning ?? null;
}

/** The reading with every column and colour in the place that was said of it. */
export function applyAnswers(reading: PlanReading, answers: readonly ImportAnswer[]): PlanReading {
  if (answers.length === 0) return reading;
  const meaning = (kind: ImportAnswer['kind'], layout: string | undefined, words: string) =>
    layout === undefined ? null : meaningIn(answers, kind, layout, words);
  const rows = reading.rows.map((row) => {
    const cells: { [F in PlanField]?: ReadCell } = { ...row.cells };
    for (const { key, cell } of row.others ?? []) {
      const field = meaning('column', row.layout, key);
      if (field === null || !isField(field)) continue;
      if (field === 'title' && cells.title && !cells.action) cells.action = cells.title;
      else if (cells[field]) continue;
      cells[field] = cell;
    }
    for (const field of ['rag', 'impact'] as const) {
      const cell = cells[field];
      const said =
        cell?.fill === undefined ? null : meaning('colour', row.layout, colourName(cell));
      const rag = said === null ? null : ragNamed(said);
      // The legend says what the colour means, whatever the words beside it would mean elsewhere.
      if (cell && rag) cells[field] = { text: rag, place: cell.place, row: cell.row };
      else if (cell && said === NOTHING && cell.text === '') delete cells[field];
    }
    return { ...row, cells };
  });
  const tables = reading.tables.map((table) => {
    const taken = (table.open ?? []).filter(({ heading }) => {
      const field = meaning('column', table.layout, plainHeading(heading));
      return field !== null && isField(field);
    });
    const places = new Set(taken.map(({ place }) => place));
    const leftOut = (table.leftOut ?? []).filter(({ place }) => !places.has(place));
    const names = taken.map(({ heading }) => heading);
    return { ...table, columns: [...table.columns, ...names], leftOut };
  });
  return { ...reading, rows, tables };
}

/** An answer as it is typed: `success-measure`. */
export function optionWord(value: string): string {
  return (isField(value) ? planFieldNames[value] : value).replaceAll(' ', '-');
}

/** Whom printed words mean, by the answers: the words in plain form, and the person's id. */
export function leadsIn(answers: readonly ImportAnswer[]): ReadonlyMap<string, string> {
  return new Map(
    answers.filter(({ kind }) => kind === 'lead').map(({ words, meaning }) => [words, meaning]),
  );
}

/** Answers with further ones, each of which takes the place of what was said of the same thing. */
export function withAnswers(
  before: readonly ImportAnswer[],
  further: readonly ImportAnswer[],
): ImportAnswer[] {
  const keyed = [...before, ...further].map(
    (one) => [`${one.kind} ${one.layout} ${one.words}`, one] as const,
  );
  return [...new Map(keyed).values()];
}
