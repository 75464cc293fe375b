// An objective's parts as a file has them: actions and milestones by reference or by words, evidence and
// risks by words. What is there already is not added again.

import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { leadingColour, ragNamed } from '../../../core/message/domain/rag.ts';
import { isKind, type PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import type { ObjectiveRows } from '../../layouts/domain/import-rows.ts';
import {
  change,
  type Draft,
  type ImportStep,
  type PlanNow,
  type Sourced,
} from '../../layouts/domain/import-steps.ts';
import {
  colourOf,
  dateOf,
  isNothing,
  noteOriginal,
  peopleOf,
  sameDate,
} from '../../layouts/domain/import-values.ts';
import type { PlanRow, ReadCell } from '../../layouts/domain/plan-columns.ts';
import type { PlanField } from '../../layouts/domain/plan-headings.ts';

type WorkState = 'not-started' | 'under-way' | 'done';
type Step<Do extends ImportStep['do']> = Extract<ImportStep, { do: Do }>;

/** One objective's parts on their way into the draft. */
type Items = {
  readonly rows: ObjectiveRows;
  readonly items: readonly PlanItem[];
  readonly plan: PlanNow;
  readonly draft: Draft;
  /** References of actions and milestones: in the plan or in the file. */
  readonly taken: Set<string>;
  /** The first row of each action of the file, by its reference. */
  readonly seen: Map<string, PlanRow>;
  /** The milestones of the file: their places, and their actions with their words. */
  readonly milestones: Set<string>;
};

/** Writes the steps for one objective's parts into the draft. */
export function importedItems(rows: ObjectiveRows, plan: PlanNow, draft: Draft): void {
  const items = plan.items.filter(({ objectiveId }) => objectiveId === rows.objective?.id);
  const work = items.filter(({ kind }) => kind === 'action' || kind === 'milestone');
  const given = rows.parts.flatMap(({ itemRef }) => itemRef ?? []);
  const taken = new Set([...work.map(({ ref }) => ref), ...given]);
  const all: Items = { rows, items, plan, draft, taken, seen: new Map(), milestones: new Set() };
  for (const { itemRef, row } of rows.parts) importAction(itemRef ?? numbered(row, all), row, all);
  for (const { itemRef, row } of rows.parts) if (itemRef !== null) noteHomeless(itemRef, row, all);
  for (const field of wordsOnly) {
    const cell = rows.cells[field];
    if (!cell || isNothing(cell.text)) continue;
    const kind = field === 'evidence' || field === 'risk' ? field : 'measure';
    const months = /\d+/.exec(field)?.[0];
    const title = months ? `At ${months} months: ${cell.text}` : cell.text;
    if (items.some((item) => item.kind === kind && item.title === title)) continue;
    const step = { do: 'add-item', ref: rows.ref, kind, itemRef: null, title } as const;
    draft.steps.push({ ...step, ...undated, status: null, sources: [{ field, cell }] });
    draft.changes.push({ ...change(rows.ref, field, null, cell), after: title });
  }
}

const undated = { due: null, originalDue: null, start: null } as const;

/** Parts of an objective that are nothing but words. What should be felt by a month is a success measure. */
const wordsOnly = [
  ...['impact-milestone', 'impact-3', 'impact-6', 'impact-12'],
  ...['evidence', 'risk'],
] as const satisfies readonly PlanField[];

/** An action without a reference: the one with these words, else the next number. */
function numbered(row: PlanRow, { items, seen, taken }: Items): string {
  const words = (row.cells.action ?? row.cells.title)?.text;
  const known = items.find(({ kind, title }) => kind === 'action' && title === words);
  if (known) return known.ref;
  const [before] =
    [...seen].find(([, { cells }]) => (cells.action ?? cells.title)?.text === words) ?? [];
  return before ?? next('', taken);
}

/** The next free number behind a prefix, which is then taken. */
function next(prefix: string, taken: Set<string>): string {
  const numbers = [...taken]
    .filter((ref) => ref.startsWith(prefix))
    .map((ref) => Number(ref.slice(prefix.length)))
    .filter(Number.isInteger);
  const ref = `${prefix}${Math.max(0, ...numbers) + 1}`;
  taken.add(ref);
  return ref;
}

function importAction(itemRef: string, row: PlanRow, all: Items): void {
  const { rows, items, plan, draft, seen } = all;
  const { cells } = row;
  const { ref } = rows;
  const full = `${ref}.${itemRef}`;
  const titleCell = cells.action ?? cells.title;
  const kind = itemRef.includes('.') ? 'milestone' : 'action';
  const item = items.find((one) => one.kind === kind && one.ref === itemRef);
  const earlier = seen.get(itemRef);
  if (earlier) {
    if (!saysTheSame(row, earlier))
      draft.problems.push({ place: row.ref.place, why: 'said-twice', text: full });
    importMilestone(itemRef, cells.milestone, all);
    return;
  }
  seen.set(itemRef, row);
  const said: Said = {
    ...{ titleCell, due: dateOf(cells.due, plan, draft.problems) },
    originalDue: dateOf(cells['original-due'], plan, draft.problems),
    start: (kind === 'action' && startOf(cells.start, plan, draft)) || null,
    status: statusOf(cells.rag, draft),
  };
  if (item) changeAction(ref, full, item, said, row, draft);
  else {
    const place = row.ref.place;
    if (!titleCell) return void draft.problems.push({ place, why: 'no-title', text: full });
    if (kind === 'milestone' && !hasAction(itemRef, all))
      return void draft.problems.push({ place, why: 'milestone-without-action', text: full });
    addAction({ ref, itemRef, kind }, { ...said, titleCell }, row, draft);
  }
  assignAction(ref, itemRef, item, cells.owner, plan, draft);
  if (kind === 'action') importMilestone(itemRef, cells.milestone, all);
}

/** Whether the action of a milestone is in the plan, or a row of the file adds it. */
function hasAction(milestone: string, { rows, items }: Items): boolean {
  const [action] = milestone.split('.');
  return (
    items.some(({ kind, ref }) => kind === 'action' && ref === action) ||
    rows.parts.some(
      ({ itemRef, row: { cells } }) => itemRef === action && (cells.action ?? cells.title),
    )
  );
}

type Said = {
  readonly titleCell: ReadCell | undefined;
  readonly due: FuzzyDate | null;
  readonly originalDue: FuzzyDate | null;
  readonly start: ReadCell | null;
  readonly status: WorkState | null;
};

/** Whether a further row of an action says nothing else of it; it may have another milestone. */
function saysTheSame({ cells }: PlanRow, { cells: earlier }: PlanRow): boolean {
  const words = (of: PlanRow['cells']) => (of.action ?? of.title)?.text;
  return (
    (words(cells) === undefined || words(cells) === words(earlier)) &&
    (['due', 'original-due', 'owner', 'rag', 'start'] as const).every(
      (field) => !cells[field] || cells[field].text === earlier[field]?.text,
    )
  );
}

function addAction(
  { ref, itemRef, kind }: { ref: string; itemRef: string; kind: 'action' | 'milestone' },
  { titleCell, due, originalDue, start, status }: Said & { readonly titleCell: ReadCell },
  { cells }: PlanRow,
  draft: Draft,
): void {
  const first = originalDue && due && sameDate(originalDue, due) ? null : originalDue;
  const sources: Sourced[] = [];
  const note = (field: PlanField, cell: ReadCell | null | undefined, after?: string) => {
    if (!cell) return;
    sources.push({ field, cell });
    const said = change(`${ref}.${itemRef}`, field, null, cell);
    draft.changes.push(after === undefined ? said : { ...said, after });
  };
  note('action', titleCell);
  if (due) note('due', cells.due);
  if (first) note('original-due', cells['original-due']);
  note('start', start);
  if (status) note('rag', cells.rag, status);
  const facts = { title: titleCell.text, due, originalDue: first, start: start?.text ?? null };
  const step = { do: 'add-item', ref, kind, itemRef, ...facts } as const;
  draft.steps.push({ ...step, status: status ?? 'not-started', sources });
}

/** The milestone beside an action: what the action has already, in these words, is not added again. */
function importMilestone(itemRef: string, cell: ReadCell | undefined, all: Items): void {
  if (!cell || isNothing(cell.text)) return;
  const { rows, items, draft, taken, milestones } = all;
  const isKnown = items.some(
    ({ kind, ref, title }) =>
      kind === 'milestone' && title === cell.text && ref.startsWith(`${itemRef}.`),
  );
  const key = `${itemRef} ${cell.text}`;
  const isSaid = milestones.has(key) || milestones.has(cell.place);
  // A cell that reaches down over several actions is one milestone, and belongs to the first of them.
  milestones.add(key).add(cell.place);
  if (isKnown || isSaid) return;
  const { ref } = rows;
  const own = next(`${itemRef}.`, taken);
  const step = { do: 'add-item', ref, kind: 'milestone', itemRef: own, title: cell.text } as const;
  const sources: Sourced[] = [{ field: 'milestone', cell }];
  draft.steps.push({ ...step, ...undated, status: 'not-started', sources });
  draft.changes.push(change(`${ref}.${own}`, 'milestone', null, cell));
}

/** What a row with an action's own reference says that an action has no field for. */
function noteHomeless(itemRef: string, { cells }: PlanRow, { rows, draft }: Items): void {
  const isMilestone = itemRef.includes('.');
  const fields: readonly PlanField[] = [
    ...(['deputy', 'measure', 'progress', 'evaluation', 'impact', ...wordsOnly] as const),
    ...(isMilestone ? (['start', 'milestone'] as const) : []),
  ];
  for (const field of fields) {
    const cell = cells[field];
    if (cell)
      draft.problems.push({ place: cell.place, why: 'no-home', text: `${rows.ref}.${itemRef}` });
  }
}

function changeAction(
  ref: string,
  full: string,
  item: PlanItem,
  said: Said,
  { cells }: PlanRow,
  draft: Draft,
): void {
  const start = isKind(item, 'action') ? (item.detail.start ?? null) : null;
  const facts: Pick<Step<'change-item'>, 'title' | 'due' | 'start' | 'status'> = {
    ...(said.titleCell && said.titleCell.text !== item.title && { title: said.titleCell.text }),
    ...(said.due && !(item.due && sameDate(said.due, item.due)) && { due: said.due }),
    ...(said.start && said.start.text !== start && { start: said.start.text }),
    ...(said.status && said.status !== item.status && { status: said.status }),
  };
  const sources: Sourced[] = [];
  const note = (field: PlanField, before: string | null, cell: ReadCell | null | undefined) => {
    if (!cell) return;
    sources.push({ field, cell });
    draft.changes.push(change(full, field, before, cell));
  };
  if (facts.title !== undefined) note('action', item.title, said.titleCell);
  if (facts.due !== undefined) note('due', item.due?.text ?? null, cells.due);
  noteOriginal(said.originalDue, item, cells, draft.problems);
  if (facts.start !== undefined) note('start', start, said.start);
  if (facts.status !== undefined) note('rag', item.status, cells.rag);
  if (sources.length === 0) return;
  const { id: itemId, version } = item;
  draft.steps.push({ do: 'change-item', ref, itemId, version, ...facts, sources });
}

/** Only for a new action: who has one that is there already is handed over, not overwritten. */
function assignAction(
  ref: string,
  itemRef: string,
  item: PlanItem | undefined,
  cell: ReadCell | undefined,
  plan: PlanNow,
  draft: Draft,
): void {
  const people = peopleOf(cell, plan, draft.problems);
  if (!cell || people.length === 0) return;
  if (item) {
    const owners = (plan.itemOwners.get(item.id) ?? '').split('; ');
    if (!people.every(({ name }) => owners.some((owner) => owner.startsWith(`${name}, `))))
      draft.problems.push({ place: cell.place, why: 'owner-stays', text: cell.text });
    return;
  }
  const sources: Sourced[] = [{ field: 'owner', cell }];
  draft.steps.push({ do: 'assign', ref, role: 'owner', itemRef, people, before: [], sources });
  const after = people.map(({ name }) => name).join('; ');
  draft.changes.push({ ...change(`${ref}.${itemRef}`, 'owner', null, cell), after });
}

/** The cell, where it has a date in it: it is kept as printed. */
function startOf(cell: ReadCell | undefined, plan: PlanNow, { problems }: Draft) {
  return cell && dateOf(cell, plan, problems) ? cell : null;
}

/** How far an action is, from a status or a rating: only blue and complete are done. */
function statusOf(cell: ReadCell | undefined, draft: Draft): WorkState | null {
  if (!cell) return null;
  const words = cell.text.trim().toLowerCase();
  if (/^not (?:yet )?started$/.test(words)) return 'not-started';
  if (/^(?:done|closed)$/.test(words)) return 'done';
  if (/^(?:in progress|under ?way|ongoing|started)$/.test(words)) return 'under-way';
  if (words === '') {
    draft.problems.push({
      place: cell.place,
      why: 'colour-alone',
      text: colourOf(cell.fill ?? '') ?? '',
    });
    return null;
  }
  const rag = ragNamed(words) ?? leadingColour(words);
  if (rag) return rag === 'blue' ? 'done' : 'under-way';
  draft.problems.push({ place: cell.place, why: 'bad-rating', text: cell.text });
  return null;
}
