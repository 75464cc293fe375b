// Brings an import's rows together by objective: a reference may stand on several rows, and `2B:2.1` is
// an action of `2B:2`.

import { isOneOf, keysOf } from '../../../core/message/domain/narrow.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { refKey } from '../../../plan/objectives/domain/plan-refs.ts';
import { referenceKey } from '../rules/references.ts';
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
const NOTES = ['progress', 'evaluation'] as const satisfies readonly PlanField[];
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
  const numbered = giveNumbers(rows, objectives);
  const find = finder(numbered, objectives);
  const inFile = new Set(numbered.map(({ ref }) => referenceKey(ref.text)));
  // What is itself a part of an objective has no parts: 2B:2.1.3 is a milestone where 2B:2.1 is an action.
  const isObjective = (ref: string): boolean =>
    find(ref) !== null || (inFile.has(referenceKey(ref)) && partOf(ref, isObjective) === null);
  const counts = new Map<string, number>();
  const split = numbered.map((row) => {
    const ref = plainRef(row.ref.text);
    const part = find(ref) ? null : partOf(ref, isObjective);
    const named = part?.objective ?? ref;
    const key = find(named)?.id ?? referenceKey(named);
    if (!part) counts.set(key, (counts.get(key) ?? 0) + 1);
    return { row, named, part, key };
  });
  const folded = new Map<string, Folding>();
  for (const { row, named, part, key } of split) {
    const objective = find(named);
    const entry = folded.get(key) ?? begin(objective?.ref ?? named, objective, row);
    folded.set(key, entry);
    if (part) entry.parts.push({ itemRef: part.itemRef, row });
    else fold(entry, row, (counts.get(key) ?? 0) > 1, problems);
  }
  return { objectives: [...folded.values()], problems };
}

/** Finds the objective of a reference: as printed, or spelt another way where only one of the plan and one of the file is so. */
function finder(rows: readonly PlanRow[], objectives: readonly Objective[]) {
  const exact = new Map(objectives.map((one) => [referenceKey(one.ref), one]));
  const loose = new Map<string, Objective | null>();
  for (const one of objectives) loose.set(refKey(one.ref), loose.has(refKey(one.ref)) ? null : one);
  const spellings = new Map<string, Set<string>>();
  for (const { ref } of rows) {
    const key = referenceKey(ref.text);
    const short = refKey(ref.text);
    spellings.set(short, (spellings.get(short) ?? new Set()).add(key));
  }
  return (ref: string): Objective | null => {
    const same = exact.get(referenceKey(ref));
    if (same) return same;
    const short = refKey(ref);
    return (spellings.get(short)?.size ?? 0) <= 1 ? (loose.get(short) ?? null) : null;
  };
}

/** Rows without a reference are the objectives with their titles, else get the next numbers. */
function giveNumbers(rows: readonly PlanRow[], objectives: readonly Objective[]): PlanRow[] {
  const titles = new Map(objectives.map(({ title, ref }) => [plainTitle(title), ref]));
  const numbers = [...objectives.map(({ ref }) => ref), ...rows.map(({ ref }) => ref.text)].map(
    Number,
  );
  let last = Math.max(
    0,
    ...numbers.filter((number) => Number.isInteger(number) && number < 10_000),
  );
  return rows.map((row) => {
    if (row.ref.text !== '') return row;
    const title = plainTitle(row.cells.title?.text ?? '');
    const text = titles.get(title) ?? String(++last);
    titles.set(title, text);
    return { ...row, ref: { ...row.ref, text } };
  });
}

function plainTitle(title: string): string {
  return title.toLowerCase().replace(/\s+/g, ' ').trim();
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
    else if (before.text === cell.text || isNothing(cell.text)) continue;
    else if (several && isOneOf(NOTES, field)) {
      // What each action's row says goes up to the objective; none is dropped.
      entry.cells[field] = { ...before, text: `${before.text}\n${cell.text}` };
      problems.push({ place: cell.place, why: 'notes-joined', text: cell.text });
    } else if (before.text !== cell.text)
      problems.push({ place: cell.place, why: 'said-twice', text: cell.text });
  }
}

/** `2B:2.1` where `2B:2` is an objective, and `2B:2.1.3`, the third milestone of its first action. */
function partOf(ref: string, isObjective: (ref: string) => boolean) {
  for (const pattern of [/^(.+?)[.\-/](\d{1,3})$/, /^(.+?)[.\-/](\d{1,3}\.\d{1,3})$/]) {
    const [, objective, itemRef] = pattern.exec(ref) ?? [];
    if (objective && itemRef && isObjective(objective)) return { objective, itemRef };
  }
  const [, base, action, milestone] = /^(.+)\.(\d{1,3})\.(\d{1,3})$/.exec(ref) ?? [];
  if (base && isObjective(base)) return { objective: base, itemRef: `${action}.${milestone}` };
  return null;
}

function plainRef(text: string): string {
  return text.trim().replace(/^PAP\s+/i, '');
}
