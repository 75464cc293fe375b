// What an imported plan would change: read beside the plan as it stands, cell by cell. Pure, so that the
// same file and the same plan always give the same diff; a confirmation goes by that.

import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { type AreaFinder, areaFinder } from '../../layouts/domain/import-areas.ts';
import { foldRows, type ObjectiveRows } from '../../layouts/domain/import-rows.ts';
import {
  change,
  type Draft,
  type ImportDiff,
  type PlanNow,
  type Sourced,
} from '../../layouts/domain/import-steps.ts';
import { dateOf, noteOriginal, peopleOf, sameDate } from '../../layouts/domain/import-values.ts';
import type { ImportProblem, PlanReading, ReadCell } from '../../layouts/domain/plan-columns.ts';
import type { PlanField } from '../../layouts/domain/plan-headings.ts';
import { importedItems } from './import-items.ts';
import { keepPrinted, rate } from './import-ratings.ts';

/** The steps that would make the plan say what the file says, and what of it cannot be taken. */
export function diffImport(reading: PlanReading, plan: PlanNow): ImportDiff {
  const draft: Draft = { steps: [], changes: [], problems: [...reading.problems] };
  const folded = foldRows(reading.rows, plan.objectives);
  draft.problems.push(...folded.problems);
  const areas = areaFinder(plan.objectives);
  let added = 0;
  let changed = 0;
  let same = 0;
  for (const rows of folded.objectives) {
    if (rows.objective?.status === 'closed') {
      if (changesAny(rows, rows.objective, plan))
        draft.problems.push({ place: rows.place, why: 'closed', text: rows.ref });
      same++;
      continue;
    }
    const before = draft.steps.length;
    if (rows.objective) changeObjective(rows, rows.objective, plan, draft);
    else if (!addObjective(rows, plan, areas, draft)) continue;
    fill(rows, plan, draft);
    if (!rows.objective) added++;
    else if (draft.steps.length > before) changed++;
    else same++;
  }
  const parts = draft.steps.filter(({ do: what }) => what === 'add-item').length;
  const inFile = new Set(folded.objectives.map(({ objective }) => objective?.id));
  const absent =
    reading.rows.length === 0
      ? []
      : plan.objectives
          .filter(({ id, status }) => status === 'open' && !inFile.has(id))
          .map(({ ref, title }) => ({ ref, title }));
  return { ...draft, absent, counts: { rows: reading.rows.length, added, changed, parts, same } };
}

/** Who answers for it, its ratings and its parts. */
function fill(rows: ObjectiveRows, plan: PlanNow, draft: Draft): void {
  assign(rows, 'owner', plan, draft);
  assign(rows, 'deputy', plan, draft);
  rate(rows, plan, draft);
  importedItems(rows, plan, draft);
}

/** Whether the file says anything else about it than the plan. */
function changesAny(rows: ObjectiveRows, objective: Objective, plan: PlanNow): boolean {
  const scratch: Draft = { steps: [], changes: [], problems: [] };
  changeObjective(rows, objective, plan, scratch);
  fill(rows, plan, scratch);
  return scratch.steps.length > 0;
}

function addObjective(
  rows: ObjectiveRows,
  plan: PlanNow,
  areas: AreaFinder,
  draft: Draft,
): boolean {
  const { ref, cells, section } = rows;
  const title = cells.title;
  if (!title) {
    draft.problems.push({ place: rows.place, why: 'no-title', text: ref });
    return false;
  }
  const due = dateOf(cells.due, plan, draft.problems);
  const original = dateOf(cells['original-due'], plan, draft.problems);
  const originalDue = original && due && sameDate(original, due) ? null : original;
  const heading = cells.area ?? section;
  const { said, ...area } = areas(ref, heading);
  if (heading && said && said.toLowerCase() !== area.name?.toLowerCase())
    draft.problems.push({
      ...{ place: heading.place, why: 'area-name-stays' },
      text: `${said}; area ${area.ref} ${area.name === null ? 'has no name' : `is called ${area.name}`}`,
    });
  draft.steps.push({
    do: 'add-objective',
    ...{ ref, area, title: title.text, due, measure: cells.measure?.text ?? null },
    originalDue,
    sources: sourcesOf(cells, ['title', 'due', 'original-due', 'measure', 'area'], rows.refCell),
  });
  const named = area.name === null ? area.ref : `${area.ref} ${area.name}`;
  draft.changes.push(change(ref, 'title', null, title), {
    ...change(ref, 'area', null, heading ?? rows.refCell),
    after: named,
  });
  if (due && cells.due) draft.changes.push(change(ref, 'due', null, cells.due));
  if (originalDue && cells['original-due'])
    draft.changes.push(change(ref, 'original-due', null, cells['original-due']));
  if (cells.measure) draft.changes.push(change(ref, 'measure', null, cells.measure));
  return true;
}

function changeObjective(
  { ref, cells }: ObjectiveRows,
  objective: Objective,
  plan: PlanNow,
  draft: Draft,
): void {
  const facts: { title?: string; due?: FuzzyDate; measure?: string } = {};
  const fields: PlanField[] = [];
  const note = (field: PlanField, before: string | null, cell: ReadCell) => {
    fields.push(field);
    draft.changes.push(change(ref, field, before, cell));
  };
  if (cells.title && cells.title.text !== objective.title) {
    facts.title = cells.title.text;
    note('title', objective.title, cells.title);
  }
  if (cells.measure && cells.measure.text !== objective.successMeasure) {
    facts.measure = cells.measure.text;
    note('measure', objective.successMeasure, cells.measure);
  }
  const due = dateOf(cells.due, plan, draft.problems);
  if (due && cells.due && !(objective.due && sameDate(due, objective.due))) {
    facts.due = due;
    note('due', objective.due?.text ?? null, cells.due);
  }
  const original = dateOf(cells['original-due'], plan, draft.problems);
  noteOriginal(original, objective, cells, draft.problems);
  if (cells.area && !isItsArea(cells.area, objective, plan))
    draft.problems.push({ place: cells.area.place, why: 'area-stays', text: cells.area.text });
  if (fields.length === 0) return;
  const sources = sourcesOf(cells, fields);
  draft.steps.push({ do: 'change-objective', ref, objectiveId: objective.id, ...facts, sources });
}

function assign(
  { ref, cells, objective }: ObjectiveRows,
  role: 'owner' | 'deputy',
  plan: PlanNow,
  draft: Draft,
): void {
  const cell = cells[role];
  const unknown: ImportProblem[] = [];
  const named = peopleOf(cell, plan, unknown);
  draft.problems.push(...unknown);
  if (role === 'owner' && cell && unknown.length > 0)
    keepPrinted(
      { ref, objective },
      { what: 'owner', words: cell, rag: null, note: null },
      plan,
      draft,
    );
  const owners = role === 'deputy' ? ownersOf({ cells, objective }, plan) : new Set();
  const people = named.filter(({ id }) => !owners.has(id));
  if (cell && people.length < named.length)
    draft.problems.push({ place: cell.place, why: 'own-deputy', text: cell.text });
  if (!cell || people.length === 0) return;
  const now = (objective?.assignees ?? []).filter((one) => one.role === role);
  const ids = new Set(now.map(({ personId }) => personId));
  if (ids.size === people.length && people.every(({ id }) => ids.has(id))) return;
  const before = now.map(({ name, organisation }) =>
    name ? `${name}, ${organisation}` : organisation,
  );
  const step = { do: 'assign', ref, role, itemRef: null, people, before } as const;
  draft.steps.push({ ...step, sources: [{ field: role, cell }] });
  draft.changes.push({
    ...change(ref, role, before.length > 0 ? before.join('; ') : null, cell),
    after: people.map(({ name }) => name).join('; '),
  });
}

/** Who owns it once the file is imported. */
function ownersOf(
  { cells, objective }: Pick<ObjectiveRows, 'cells' | 'objective'>,
  plan: PlanNow,
): ReadonlySet<unknown> {
  const named = peopleOf(cells.owner, plan, []);
  if (named.length > 0) return new Set(named.map(({ id }) => id));
  const now = (objective?.assignees ?? []).filter(({ role }) => role === 'owner');
  return new Set(now.map(({ personId }) => personId));
}

/** Whether a cell names the area that the objective is in, by number or by name. */
function isItsArea(cell: ReadCell, { ref, areaRef, areaName }: Objective, plan: PlanNow): boolean {
  const words = cell.text.toLowerCase();
  const isNamed = /\d/.test(words) || areaName === null || words.includes(areaName.toLowerCase());
  return isNamed && areaFinder(plan.objectives)(ref, cell).ref === areaRef;
}

function sourcesOf(
  cells: ObjectiveRows['cells'],
  fields: readonly PlanField[],
  refCell?: ReadCell,
): Sourced[] {
  const sources = fields.flatMap((field) => {
    const cell = cells[field];
    return cell ? [{ field, cell }] : [];
  });
  return refCell ? [{ field: 'ref', cell: refCell }, ...sources] : sources;
}
