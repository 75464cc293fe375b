// Plans as councils, partnerships and NHS boards publish them, reworded and with fictional people. Each is read beside an empty
// plan: what would be taken, what is left out, and what is said about it stand in a file beside it, and each was looked at by eye.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { diffImport } from '../../../../src/control/imports/domain/import-diff.ts';
import { problemReasons } from '../../../../src/control/imports/messages/import-reasons.ts';
import { guardReading } from '../../../../src/control/layouts/domain/import-guard.ts';
import { isNothing } from '../../../../src/control/layouts/domain/import-values.ts';
import { parsePlan } from '../../../../src/control/layouts/domain/plan-columns.ts';
import { findHeadings } from '../../../../src/control/layouts/rules/find-headings.ts';
import { parseForms } from '../../../../src/control/layouts/rules/forms.ts';
import {
  cellPlace,
  columnPlace,
  type Grid,
  type GridCell,
  tablePlace,
  topPlace,
} from '../../../../src/core/message/domain/grid.ts';
import { parseFile } from '../../../../src/files/reading/parse-file.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures/published');

const people = ['Asha', 'Ben', 'Cerys', 'Dev', 'Ella', 'Femi'].map((first) => ({
  ...{ id: first, name: `${first} Example`, organisation: 'Council' },
  email: `${first.toLowerCase()}@example.org`,
}));

/** `whole`: everything that can be read is. `recognised`: it is no plan, and named. `answered`: what to do about the rest is said. */
const published = {
  'documents/board-action-summary.docx': 'answered',
  'documents/headings-name-the-area.docx': 'whole',
  'documents/highlight-report.docx': 'recognised',
  'documents/initials-as-leads.docx': 'whole',
  'documents/lap-plan-coloured-status.docx': 'answered',
  'documents/lead-role-name.docx': 'answered',
  'documents/nested-table-in-cell.docx': 'whole',
  'documents/pap-two-heading-rows.docx': 'answered',
  'documents/section-priority.docx': 'whole',
  'documents/self-evaluation.docx': 'recognised',
  'documents/struck-dates.docx': 'whole',
  'documents/yos-plan-merged-actions.docx': 'answered',
  'texts/action-log-outcome.csv': 'recognised',
  'texts/app-headings-and-lists.html': 'whole',
  'texts/board-calendar.csv': 'recognised',
  'texts/closed-actions.csv': 'answered',
  'texts/dates-as-written.csv': 'whole',
  'texts/list-in-cell.html': 'whole',
  'texts/long-progress.csv': 'answered',
  'texts/project-list.html': 'whole',
  'texts/ratings-as-written.csv': 'answered',
  'texts/refs-in-words.csv': 'whole',
  'texts/revised-is-a-dash.csv': 'whole',
  'texts/strategy-ref-in-action.html': 'whole',
  'texts/success-measure-as-kpi.csv': 'answered',
  'texts/tabs.csv': 'whole',
  'texts/windows-1252.csv': 'whole',
  'workbooks/annual-delivery-plan.xlsx': 'whole',
  'workbooks/cqc-action-plan.xlsx': 'answered',
  'workbooks/monthly-rag-columns.xlsx': 'whole',
  'workbooks/raid-log.xlsx': 'recognised',
  'workbooks/tracker-grouped-header.xlsx': 'answered',
} as const;

/** Further layouts of the same kinds, put together from several plans. */
const further = [
  'documents/document-control.docx',
  'documents/form-per-action.docx',
  'texts/definition-list.html',
  'workbooks/coloured-progress.xlsx',
  'workbooks/forms-stacked.xlsx',
  'workbooks/key-below.xlsx',
  'workbooks/kpi-quarters.xlsx',
  'workbooks/merged-actions.xlsx',
  'workbooks/percent-complete.xlsx',
  'workbooks/ratings-under-one-heading.xlsx',
];

async function dryRun(name: string) {
  const read = await parseFile(readFileSync(join(fixtures, name)));
  if (read.kind !== 'tables') throw new Error(`${name} was not read: ${JSON.stringify(read)}`);
  const known = { emails: new Set(people.map(({ email }) => email)), names: people.map(nameOf) };
  const reading = guardReading(parsePlan(read.grids), known);
  if (typeof reading === 'string') throw new Error(`${name}: ${reading}`);
  const empty = { objectives: [], items: [], terms: [], published: [], leads: new Map() };
  const diff = diffImport(reading, {
    ...{ ...empty, people, today: Temporal.PlainDate.from('2024-07-01') },
    ...{ lastNotes: new Map(), lastImpactNotes: new Map(), itemOwners: new Map() },
  });
  return { grids: read.grids, reading, diff };
}

function nameOf({ name }: (typeof people)[number]): string {
  return name;
}

type DryRun = Awaited<ReturnType<typeof dryRun>>;

/** A dry run in lines; of a date the last day that it means. */
function linesOf({ reading, diff }: DryRun): string {
  const lastDays = new Map(
    diff.steps.flatMap((step) => {
      const due = 'due' in step ? step.due : null;
      const cell = step.sources.find(({ field }) => field === 'due')?.cell;
      return due && cell ? [[cell.place, due.lastDay.toString()] as const] : [];
    }),
  );
  const lines = [
    ...diff.changes.map(({ ref, field, after, place }) => {
      const day = field === 'due' ? ` = ${lastDays.get(place) ?? 'none'}` : '';
      return `+ ${ref} | ${field} | ${after}${day}`;
    }),
    ...reading.tables.flatMap(({ leftOut = [] }) =>
      leftOut.map(({ place, heading, why }) => `~ ${place} | ${heading ?? ''} | ${why}`),
    ),
    ...diff.problems.map(({ place, why, text = '', readings = [] }) =>
      ['!', place, '|', why, '|', text, ...readings.map((one) => `? ${one}`)].join(' '),
    ),
  ];
  return `${lines.map((line) => line.replace(/\s+/g, ' ').trim()).join('\n')}\n`;
}

/** Cells with words that nothing of the dry run comes from or names. */
function silentIn({ grids, reading, diff }: DryRun): string[] {
  const places = new Set([
    ...diff.problems.map(({ place }) => place),
    ...reading.tables.flatMap(({ leftOut = [] }) => leftOut.map(({ place }) => place)),
    ...diff.changes.map(({ place }) => place),
    ...diff.steps.flatMap(({ sources }) => sources.map(({ cell }) => cell.place)),
    ...reading.rows.flatMap(({ section, ref }) => [section?.place ?? '', ref.place]),
    // Asked, with the values that stand there.
    ...reading.rows.flatMap(({ others = [] }) => others.map(({ cell }) => cell.place)),
  ]);
  const quoted = diff.problems.map(({ text = '' }) => text);
  return grids.flatMap((grid) => {
    const found = findHeadings(grid);
    // The labels of a form are its headings.
    const words = new Set([...(found?.words ?? []), ...(parseForms(grid)?.labels ?? [])]);
    return cellsOf(grid)
      .filter(({ row, text }) => {
        const isHeading = found !== null && row > found.first && row <= found.last + 1;
        return !isHeading && !words.has(text) && !isNothing(text);
      })
      .filter((cell) => !placesOf(grid, cell).some((place) => places.has(place)))
      .filter(({ text }) => !quoted.some((said) => said.includes(text)))
      .map(({ row, column, text }) => `${cellPlace(grid.place, row, column)}: ${text}`);
  });
}

function cellsOf({ rows }: Grid): GridCell[] {
  const cells = rows.flatMap((row) => row.filter((cell) => cell !== null));
  return [...new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell])).values()];
}

/** Every place that takes a cell in: its own, its column, the rows above the headings, the whole table. */
function placesOf({ place }: Grid, { row, column }: GridCell): string[] {
  const above = Array.from({ length: 12 }, (_, at) => at + 1).filter((last) => last >= row);
  return [
    ...[tablePlace(place), cellPlace(place, row, column), columnPlace(place, column)],
    ...above.map((last) => topPlace(place, last)),
  ];
}

describe.each([...Object.keys(published), ...further])('%s', (name) => {
  it('is read as it says, and nothing of it is taken for something else', async () => {
    const lines = linesOf(await dryRun(name));

    await expect(lines).toMatchFileSnapshot(join(fixtures, `${name}.read.txt`));
  });

  it('loses nothing in silence, and says of each thing that is not taken what to do', async () => {
    const read = await dryRun(name);

    expect(silentIn(read)).toEqual([]);
    for (const { why } of read.diff.problems)
      expect(problemReasons[why].length).toBeGreaterThan(10);
  });
});

it('is wholly right or recognised for what it is in most of the files', () => {
  const verdicts = Object.values(published);

  expect(verdicts).toHaveLength(32);
  expect(verdicts.filter((verdict) => verdict !== 'answered').length).toBeGreaterThanOrEqual(20);
});

it('makes no objective of what is no plan', async () => {
  const none = Object.entries(published).filter(([, verdict]) => verdict === 'recognised');

  for (const [name] of none) {
    const { diff, reading } = await dryRun(name);
    const said = [...diff.problems, ...reading.problems].map(({ why }) => why);
    expect(diff.steps.length === 0 || said.includes('action-log'), name).toBe(true);
  }
});
