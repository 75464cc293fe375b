// A whole dry run as tables for a workbook: every change and every problem with the place of its cell. A message is cut short.
import type { ImportDiff } from '../../layouts/domain/import-steps.ts';
import type { PlanTable } from '../../layouts/domain/plan-columns.ts';
import { planFieldNames } from '../../layouts/domain/plan-headings.ts';
import { leftOutReason, problemReasons } from './import-reasons.ts';

type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

export function importTables({
  diff,
  tables,
}: {
  readonly diff: ImportDiff;
  readonly tables: readonly PlanTable[];
}): Table[] {
  return [
    {
      name: 'Would change',
      columns: ['Ref', 'What', 'Before', 'After', 'Stands in'],
      rows: diff.changes.map(({ ref, field, before, after, place }) => [
        ...[ref, planFieldNames[field], before, after, place],
      ]),
    },
    {
      name: 'Not read',
      columns: ['Stands in', 'Words', 'Why, and what to do', 'May mean'],
      rows: diff.problems.map(({ place, text, why, readings = [] }) => [
        ...[place, text ?? null, problemReasons[why], readings.join('; ') || null],
      ]),
    },
    {
      name: 'Left out',
      columns: ['Stands in', 'Heading', 'Why', 'Filled cells'],
      rows: tables.flatMap(({ leftOut = [] }) =>
        leftOut.map((one) => [one.place, one.heading, leftOutReason(one), one.cells]),
      ),
    },
    {
      name: 'Not in the file',
      columns: ['Ref', 'Objective'],
      rows: diff.absent.map(({ ref, title }) => [ref, title]),
    },
  ];
}
