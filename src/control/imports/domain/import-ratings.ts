// The ratings of an imported objective with their notes. What cannot be counted is kept as it is printed: a blue that nothing bears
// out, a word that is no rating for certain, a note without one.
import { type Rag, ragLooks, ragOrder } from '../../../core/message/domain/rag.ts';
import { MAX_NOTE_LENGTH } from '../../../core/message/domain/typed-text.ts';
import type { PublishedFact } from '../../../plan/history/domain/history-entry.ts';
import { carriesBlue } from '../../../plan/plan-items/domain/evidence.ts';
import { isKind, type PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import type { ObjectiveRows } from '../../layouts/domain/import-rows.ts';
import {
  change,
  type Draft,
  type PlanNow,
  type Sourced,
} from '../../layouts/domain/import-steps.ts';
import { isNothing, ratingOf } from '../../layouts/domain/import-values.ts';
import type { ReadCell } from '../../layouts/domain/plan-columns.ts';

/** Each rating with the column that its note stands in. */
const ratingColumns = [
  { rating: 'delivery', what: 'rating', field: 'rag', noteField: 'progress' },
  { rating: 'impact', what: 'impact', field: 'impact', noteField: 'evaluation' },
] as const;

/** Writes the steps that rate an objective as the file does, or keep what it prints. */
export function rate(rows: ObjectiveRows, plan: PlanNow, draft: Draft): void {
  const { ref, objective } = rows;
  const cells = { ...rows.cells, ...worstOfActions(rows, draft) };
  const evidence = plan.items.filter(({ objectiveId }) => objectiveId === objective?.id);
  for (const { rating, what, field, noteField } of ratingColumns) {
    const [cell, noteCell] = [cells[field], cells[noteField]];
    const before = objective?.[rating === 'delivery' ? 'rag' : 'impactRag'] ?? null;
    const read = ratingOf(cell, draft.problems);
    const rag = earned(read, before, cell, evidence, draft);
    const note = noteOf(noteCell, draft);
    const notes = rating === 'delivery' ? plan.lastNotes : plan.lastImpactNotes;
    const lastNote = objective ? (notes.get(objective.id) ?? null) : null;
    if (!rag || !cell) {
      const isCounted = note !== null && note === lastNote;
      if (noteCell && note && !isCounted && (!cell || isNothing(cell.text)))
        draft.problems.push({ place: noteCell.place, why: 'note-as-published' });
      const printed = { what, words: cell, rag: read, note: isCounted ? null : note, noteCell };
      keepPrinted(rows, printed, plan, draft);
      continue;
    }
    const isNewNote = note !== null && note !== lastNote;
    if (rag === before && !isNewNote) continue;
    const sources: Sourced[] = [{ field, cell }];
    if (noteCell && note) sources.push({ field: noteField, cell: noteCell });
    draft.steps.push({ do: 'rate', ref, rating, fromRag: before, rag, note, sources });
    if (rag !== before) draft.changes.push({ ...change(ref, field, before, cell), after: rag });
    if (noteCell && isNewNote) draft.changes.push(change(ref, noteField, lastNote, noteCell));
  }
}

/** A new objective whose actions are rated and that has no rating of its own gets the worst of theirs, if all can be read. */
function worstOfActions(
  { objective, cells, parts, ref }: ObjectiveRows,
  draft: Draft,
): { readonly rag?: ReadCell } {
  if (objective !== null || cells.rag) return {};
  const rated = parts.flatMap(({ row }) => row.cells.rag ?? []);
  const read = rated.map((cell) => ({ cell, rag: ratingOf(cell, []) }));
  const worst = ragOrder.find((one) => read.some(({ rag }) => rag === one));
  const found = read.find(({ rag }) => rag === worst);
  if (!worst || !found || read.some(({ rag }) => rag === null)) return {};
  const { place } = found.cell;
  draft.problems.push({ place, why: 'worst-of-actions', text: `${ref}: ${ragLooks[worst].word}` });
  return { rag: found.cell };
}

type Printed = {
  readonly what: PublishedFact['what'];
  readonly words: ReadCell | undefined;
  readonly rag: Rag | null;
  readonly note: string | null;
  readonly noteCell?: ReadCell | undefined;
};

const fields = {
  rating: ['rag', 'progress'],
  impact: ['impact', 'evaluation'],
  owner: ['owner', 'progress'],
} as const;

/** The step that keeps what the file prints, unless that was printed last. */
export function keepPrinted(
  { ref, objective }: Pick<ObjectiveRows, 'ref' | 'objective'>,
  { what, words: cell, rag, note, noteCell }: Printed,
  plan: PlanNow,
  draft: Draft,
): void {
  const words = (cell && !isNothing(cell.text) ? cell.text : '').replace(/\s+/g, ' ').trim();
  if (words === '' && note === null) return;
  const last = plan.published.find((one) => one.objectiveId === objective?.id && one.what === what);
  if (last && last.words === words && last.note === note) return;
  const [field, noteField] = fields[what];
  const sources: Sourced[] = [
    ...(cell && words !== '' ? [{ field, cell }] : []),
    ...(noteCell && note !== null ? [{ field: noteField, cell: noteCell }] : []),
  ];
  draft.steps.push({ do: 'publish', ref, what, words, rag, note, sources });
  if (cell && words !== '' && words !== last?.words)
    draft.changes.push({
      ...change(ref, field, last?.words ?? null, cell),
      after: `“${words}” as published`,
    });
  if (noteCell && note !== null && note !== last?.note)
    draft.changes.push({ ...change(ref, noteField, last?.note ?? null, noteCell), after: note });
}

/** The rating, or null where it is a new blue that nothing in the plan bears out: a file is no way round that. */
function earned(
  rag: Rag | null,
  before: Rag | null,
  cell: ReadCell | undefined,
  items: readonly PlanItem[],
  draft: Draft,
): Rag | null {
  const evidence = items.filter((item) => isKind(item, 'evidence'));
  if (rag !== 'blue' || before === 'blue' || carriesBlue(evidence)) return rag;
  if (cell) draft.problems.push({ place: cell.place, why: 'blue-needs-evidence' });
  return null;
}

/** A note that is longer than one can be is cut at a word, and that is said. */
function noteOf(cell: ReadCell | undefined, draft: Draft): string | null {
  if (!cell || isNothing(cell.text)) return null;
  const { text, place } = cell;
  if (text.length <= MAX_NOTE_LENGTH) return text;
  const start = text.slice(0, MAX_NOTE_LENGTH - 1);
  const cut = `${start.slice(0, Math.max(start.search(/\s\S*$/), MAX_NOTE_LENGTH / 2))}…`;
  draft.problems.push({ place, why: 'note-cut', text: cut.slice(-60) });
  return cut;
}
