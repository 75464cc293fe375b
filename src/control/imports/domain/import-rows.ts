// Brings an import's rows together by objective: a reference may stand on several rows, and `2B:2.1` is
// an action of `2B:2`.

import { isOneOf, keysOf } from '../../../core/message/domain/narrow.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { refKey } from '../../../plan/objectives/domain/plan-refs.ts';
import { isNothing } from './import-values.ts';
import type { ImportProblem, PlanRow, ReadCell } from './plan-columns.ts';
import type { PlanField } from './plan-headings.ts';

/** One objective as the file has it. */
export type ObjectiveRows = {
  /** As the plan spells it, else as the file does. */
  readonly ref: string;
  readonly refCell: ReadCell;
  readonly place: string;
  readonly objective: Objective | null;
  readonly cells: { readonly [F in PlanField]?: ReadCell };
  readonly section: ReadCell | null;
  /** Its actions and milestones; the reference is null where the file gives none. */
  readonly parts: readonly { readonly itemRef: string | null; readonly row: PlanRow }[];
};

type Folding = { -readonly [K in keyof ObjectiveRows]: ObjectiveRows[K] } & {
  cells: { [F in PlanField]?: ReadCell };
  parts: { itemRef: string | null; row: PlanRow }[];
};

/** Of each row in an action's own table these belong to the action, where its objective has several. */
const OF_THE_ACTION = [
  'due',
  'original-due',
  'owner',
  'rag',
] as const satisfies readonly PlanField[];
/** These only ever belong to an action; where there is none beside them, they have no place. */
const WITHOUT_AN_ACTION = {
  start: 'start-of-objective',
  milestone: 'milestone-of-objective',
} as const satisfies { readonly [F in PlanField]?: ImportProblem['why'] };

export function foldRows(
  rows: readonly PlanRow[],
  objectives: readonly Objective[],
): { readonly objectives: readonly ObjectiveRows[]; readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const known = new Map(objectives.map((one) => [refKey(one.ref), one]));
  const inFile = new Set(rows.map(({ ref }) => refKey(plainRef(ref.text))));
  const isObjective = (ref: string) => known.has(refKey(ref)) || inFile.has(refKey(ref));
  const counts = new Map<string, number>();
  const split = rows.map((row) => {
    const ref = plainRef(row.ref.text);
    const part = known.has(refKey(ref)) ? null : partOf(ref, isObjective);
    const key = refKey(part?.objective ?? ref);
    if (!part) counts.set(key, (counts.get(key) ?? 0) + 1);
    return { row, ref, part, key };
  });
  const folded = new Map<string, Folding>();
  for (const { row, ref, part, key } of split) {
    const objective = known.get(key) ?? null;
    const entry =
      folded.get(key) ?? begin(objective?.ref ?? part?.objective ?? ref, objective, row);
    folded.set(key, entry);
    if (part) entry.parts.push({ itemRef: part.itemRef, row });
    else fold(entry, row, (counts.get(key) ?? 0) > 1, problems);
  }
  return { objectives: [...folded.values()], problems };
}

function begin(ref: string, objective: Objective | null, row: PlanRow): Folding {
  const { section, ref: refCell } = row;
  return { ref, refCell, place: refCell.place, objective, cells: {}, section, parts: [] };
}

function fold(entry: Folding, row: PlanRow, several: boolean, problems: ImportProblem[]): void {
  const { action, ...others } = row.cells;
  const own = action !== undefined && several;
  const { start, milestone } = row.cells;
  if (action) {
    const cells = { action, ...(start && { start }), ...(milestone && { milestone }) };
    entry.parts.push({ itemRef: null, row: own ? row : { ...row, cells } });
  }
  for (const field of keysOf(others)) {
    const cell = others[field];
    if (!cell) continue;
    if (field === 'start' || field === 'milestone') {
      if (!action && !isNothing(cell.text))
        problems.push({ place: cell.place, why: WITHOUT_AN_ACTION[field] });
      continue;
    }
    if (own && isOneOf(OF_THE_ACTION, field)) continue;
    const before = entry.cells[field];
    if (!before) entry.cells[field] = cell;
    else if (before.text !== cell.text)
      problems.push({ place: cell.place, why: 'said-twice', text: cell.text });
  }
}

/** `2B:2.1` where `2B:2` is an objective, and `2B:2.1.3`, the third milestone of its first action. */
function partOf(ref: string, isObjective: (ref: string) => boolean) {
  for (const pattern of [/^(.+?)[.\-/](\d{1,3})$/, /^(.+?)[.\-/](\d{1,3}\.\d{1,3})$/]) {
    const [, objective, itemRef] = pattern.exec(ref) ?? [];
    if (objective && itemRef && refKey(objective) !== refKey(ref) && isObjective(objective))
      return { objective, itemRef };
  }
  const [, base, action, milestone] = /^(.+)\.(\d{1,3})\.(\d{1,3})$/.exec(ref) ?? [];
  if (base && isObjective(base)) return { objective: base, itemRef: `${action}.${milestone}` };
  return null;
}

function plainRef(text: string): string {
  return text.trim().replace(/^PAP\s+/i, '');
}
