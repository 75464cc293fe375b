// A column whose cells say nothing but a colour is the rating, whatever it is headed: plans shade the cell under Progress.
import type { Grid } from '../../../core/message/domain/grid.ts';
import { colourOf } from '../domain/import-values.ts';
import type { LeftOutReason, PlanField } from '../domain/plan-headings.ts';
import type { Headings } from './heading-columns.ts';

/** Whether a column could be one of ratings: nothing else is known of it, or it is headed like the words beside them. */
function isOpen({ fields, leftOut }: Headings, column: number): boolean {
  const field = fields.get(column);
  if (field) return field === 'progress';
  const reason = leftOut.get(column);
  return !reason || reason.why === 'not-understood' || reason.why === 'no-heading';
}

/**
 * The columns, with the one of colours as the ratings where no heading says which they are.
 * @param from the first row below the headings, counted from 0
 */
export function ratedByColour<Columns extends Headings>(
  grid: Grid,
  from: number,
  columns: Columns,
): Columns {
  if ([...columns.fields.values()].includes('rag')) return columns;
  const rows = grid.rows.slice(from);
  const full = rows.filter((row) => row.filter((cell) => cell !== null).length > 1).length;
  const colours = new Map<number, number>();
  for (const { row, column, colour } of grid.fills ?? [])
    if (row > from && colourOf(colour) !== null)
      colours.set(column - 1, (colours.get(column - 1) ?? 0) + 1);
  const [rated, ...others] = [...colours].filter(
    ([column, count]) =>
      count > full / 2 &&
      isOpen(columns, column) &&
      rows.every((row) => (row[column] ?? null) === null),
  );
  if (!rated || others.length > 0) return columns;
  const [column] = rated;
  const fields = new Map<number, PlanField>([...columns.fields, [column, 'rag']]);
  const leftOut = new Map<number, LeftOutReason>(columns.leftOut);
  leftOut.delete(column);
  // What came second to it has its place.
  const second = [...leftOut].find(([, one]) => one.why === 'second' && one.field === 'progress');
  if (columns.fields.get(column) === 'progress' && second) {
    fields.set(second[0], 'progress');
    leftOut.delete(second[0]);
  }
  return { ...columns, fields, leftOut };
}
