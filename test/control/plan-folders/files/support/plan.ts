// The partnership's plan as read from its data files, and its rows in one list for the checks.
import { fileURLToPath } from 'node:url';
import { loadPlanFolder } from '../../../../../src/control/plan-folders/files/load-plan-folder.ts';
import { planFiles } from '../../../../../src/control/plan-folders/files/plan-files.ts';
import type { Row, RowKind } from '../../../../../src/control/plan-folders/files/rows.ts';

export const planFolder = fileURLToPath(
  new URL('../../../../../prisma/plan/oxfordshire', import.meta.url),
);

export const plan = loadPlanFolder(planFolder);

/** What every row has, with the fields that hold a name as printed or our own wording. */
export interface AnyRow {
  readonly kind: RowKind;
  /** File name and line, e.g. `kpis.jsonl:12`. */
  readonly at: string;
  readonly source: Row<'kpi'>['source'];
  readonly figures: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Every row of the plan, in the order of the files. */
export const allRows: readonly AnyRow[] = planFiles.flatMap(([, kind]) =>
  plan[kind].map((row) => ({
    kind,
    at: row.at.slice(planFolder.length + 1),
    source: row.source,
    figures: 'figures' in row ? row.figures : [],
    fields: row,
  })),
);

/** The text of the named fields that the row has. */
export function textsOf(row: AnyRow, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = row.fields[name];
    return typeof value === 'string' ? [value] : [];
  });
}
