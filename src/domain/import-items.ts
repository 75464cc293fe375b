// An objective's parts as a file has them: actions and milestones by reference or by words, evidence and
// risks by words. What is there already is not added again.
import type { ObjectiveRows } from './import-rows.ts';
import { change, type Draft, type ImportStep, type PlanNow, type Sourced } from './import-steps.ts';
import { dateOf, peopleOf, sameDate } from './import-values.ts';
import type { PlanRow, ReadCell } from './plan-columns.ts';
import type { PlanItem } from './plan-item.ts';
import { leadingColour, ragNamed } from './rag.ts';

type WorkState = 'not-started' | 'under-way' | 'done';
type Step<Do extends ImportStep['do']> = Extract<ImportStep, { do: Do }>;

/** Writes the steps for one objective's parts into the draft. */
export function importedItems(rows: ObjectiveRows, plan: PlanNow, draft: Draft): void {
  const items = plan.items.filter(({ objectiveId }) => objectiveId === rows.objective?.id);
  const taken = new Set(items.filter(({ kind }) => kind === 'action').map(({ ref }) => ref));
  const added = new Set<string>();
  for (const { itemRef, row } of rows.parts)
    importAction(rows.ref, itemRef ?? numbered(row, items, taken), row, items, plan, draft, added);
  for (const kind of ['evidence', 'risk'] as const) {
    const cell = rows.cells[kind];
    if (!cell || items.some((item) => item.kind === kind && item.title === cell.text)) continue;
    const step = { do: 'add-item', ref: rows.ref, kind, itemRef: null, title: cell.text } as const;
    draft.steps.push({ ...step, due: null, status: null, sources: [{ field: kind, cell }] });
    draft.changes.push(change(rows.ref, kind, null, cell));
  }
}

/** An action without a reference: the one with these words, else the next number. */
function numbered(row: PlanRow, items: readonly PlanItem[], taken: Set<string>): string {
  const words = (row.cells.action ?? row.cells.title)?.text;
  const known = items.find(({ kind, title }) => kind === 'action' && title === words);
  if (known) return known.ref;
  const numbers = [...taken].map(Number).filter(Number.isInteger);
  const next = String(Math.max(0, ...numbers) + 1);
  taken.add(next);
  return next;
}

function importAction(
  ref: string,
  itemRef: string,
  row: PlanRow,
  items: readonly PlanItem[],
  plan: PlanNow,
  draft: Draft,
  added: Set<string>,
): void {
  const { cells } = row;
  const full = `${ref}.${itemRef}`;
  const titleCell = cells.action ?? cells.title;
  const kind = itemRef.includes('.') ? 'milestone' : 'action';
  const item = items.find((one) => one.kind === kind && one.ref === itemRef);
  const due = dateOf(cells.due, plan.today, draft.problems);
  const status = statusOf(cells.rag, draft);
  if (added.has(itemRef)) {
    draft.problems.push({ place: row.ref.place, why: 'said-twice', text: full });
    return;
  }
  added.add(itemRef);
  if (item) changeAction(ref, full, item, { titleCell, due, status }, row, draft);
  else if (!titleCell) {
    draft.problems.push({ place: row.ref.place, why: 'no-title', text: full });
    return;
  } else {
    const sources: Sourced[] = [{ field: 'action', cell: titleCell }];
    if (due && cells.due) sources.push({ field: 'due', cell: cells.due });
    if (status && cells.rag) sources.push({ field: 'rag', cell: cells.rag });
    const facts = { title: titleCell.text, due, status: status ?? 'not-started' } as const;
    draft.steps.push({ do: 'add-item', ref, kind, itemRef, ...facts, sources });
    draft.changes.push(change(full, 'action', null, titleCell));
    if (due && cells.due) draft.changes.push(change(full, 'due', null, cells.due));
    if (status && cells.rag)
      draft.changes.push({ ...change(full, 'rag', null, cells.rag), after: status });
  }
  assignAction(ref, itemRef, item, cells.owner, plan, draft);
  for (const field of ['progress', 'measure', 'evidence', 'risk', 'impact'] as const) {
    const cell = cells[field];
    // Beside an action without a reference of its own these belong to the objective.
    if (cell && cells.action === undefined)
      draft.problems.push({ place: cell.place, why: 'no-home', text: full });
  }
}

function changeAction(
  ref: string,
  full: string,
  item: PlanItem,
  said: {
    titleCell: ReadCell | undefined;
    due: ReturnType<typeof dateOf>;
    status: WorkState | null;
  },
  { cells }: PlanRow,
  draft: Draft,
): void {
  const facts: Pick<Step<'change-item'>, 'title' | 'due' | 'status'> = {
    ...(said.titleCell && said.titleCell.text !== item.title && { title: said.titleCell.text }),
    ...(said.due && !(item.due && sameDate(said.due, item.due)) && { due: said.due }),
    ...(said.status && said.status !== item.status && { status: said.status }),
  };
  const sources: Sourced[] = [];
  const note = (field: 'action' | 'due' | 'rag', before: string | null, cell?: ReadCell) => {
    if (!cell) return;
    sources.push({ field, cell });
    draft.changes.push(change(full, field, before, cell));
  };
  if (facts.title !== undefined) note('action', item.title, said.titleCell);
  if (facts.due !== undefined) note('due', item.due?.text ?? null, cells.due);
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
  const people = peopleOf(cell, plan.people, draft.problems);
  if (item || !cell || people.length === 0) return;
  const sources: Sourced[] = [{ field: 'owner', cell }];
  draft.steps.push({ do: 'assign', ref, role: 'owner', itemRef, people, before: [], sources });
  const after = people.map(({ name }) => name).join('; ');
  draft.changes.push({ ...change(`${ref}.${itemRef}`, 'owner', null, cell), after });
}

/** How far an action is, from a status or a rating: only blue and complete are done. */
function statusOf(cell: ReadCell | undefined, draft: Draft): WorkState | null {
  if (!cell) return null;
  const words = cell.text.trim().toLowerCase();
  if (/^not (?:yet )?started$/.test(words)) return 'not-started';
  if (/^(?:done|closed)$/.test(words)) return 'done';
  if (/^(?:in progress|under ?way|ongoing|started)$/.test(words)) return 'under-way';
  const rag = ragNamed(words) ?? leadingColour(words);
  if (rag) return rag === 'blue' ? 'done' : 'under-way';
  draft.problems.push({ place: cell.place, why: 'bad-rating', text: cell.text });
  return null;
}
