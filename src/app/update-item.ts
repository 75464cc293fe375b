// The use case behind `update 2B:2.1 done`: how far an action or a milestone is.
import { type ItemRef, splitItemRef } from '../domain/item-ref.ts';
import type { Objective } from '../domain/objective.ts';
import { refKey } from '../domain/objective-ref.ts';
import { requireOpen } from '../domain/open-objective.ts';
import { permit } from '../domain/permissions.ts';
import type { PlanItem, WorkStatus } from '../domain/plan-item.ts';
import { readRag } from '../domain/rag.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { readWorkStatus } from '../domain/work-status.ts';
import type { CommandContext } from './command.ts';
import { findObjective } from './find-objective.ts';
import { changePart, listParts } from './plan-parts.ts';
import { readTypedNote } from './typed-note.ts';

export type ItemUpdate = {
  readonly objective: Objective;
  readonly item: PlanItem<'action' | 'milestone'>;
  readonly before: WorkStatus;
  readonly note: string | null;
};

/**
 * Records how far an action or milestone is. Null: the line does not begin with one, so it is about an
 * objective.
 * Refusals: those of `findObjective`, `not-permitted`, `objective-closed`, `unknown-item`,
 * `bad-item-status`, those of the note, `item-settled`.
 */
export async function updateItem(
  line: string,
  context: CommandContext,
): Promise<Result<ItemUpdate> | null> {
  const typed = splitItemRef(line);
  if (!typed || (await isObjective(typed, context))) return null;
  const { item: itemRef, rest } = typed;
  const found = await findObjective(typed.objective, 'update', `.${itemRef} ${rest}`, context);
  if (!found.ok) return nameWhole(found, typed);
  const objective = found.value;
  const chosen = await chooseItem(objective, itemRef, rest, context);
  if (!chosen.ok) return chosen;
  const item = chosen.value;
  const allowed = await permitItem(item, objective, context);
  if (!allowed.ok) return allowed;
  const ref = `${objective.ref}.${item.ref}`;
  const read = readWorkStatus(rest);
  if (!read)
    return refuse({ code: 'bad-item-status', ref, typed: rest, note: withoutRating(rest) });
  const note = await readTypedNote(read.note, `update ${ref} ${wordOf[read.status]}`, context);
  if (!note.ok) return note;
  const doneOn = read.status === 'done' ? (item.detail.doneOn ?? context.today.toString()) : null;
  const facts = { ...item, status: read.status, detail: { ...item.detail, doneOn } };
  const changed = await changePart(item, facts, objective, context, { note: note.value });
  return changed.ok
    ? ok({ objective, item: changed.value, before: item.status, note: note.value })
    : changed;
}

/** A rating in its place is not a part of the note. */
function withoutRating(words: string): string {
  const read = readRag(words);
  return read.kind === 'rating' ? read.rest : words;
}

const wordOf = {
  'not-started': 'not started',
  'under-way': 'under way',
  done: 'done',
  closed: 'closed',
} as const satisfies Record<WorkStatus, string>;

/** A plan may have an objective that is itself called 1A1.2; what is spelt exactly so is meant. */
async function isObjective(
  { objective, item }: ItemRef,
  { record, today }: CommandContext,
): Promise<boolean> {
  const whole = `${objective}.${item}`;
  const same = await record.objectives.findByKey(refKey(whole), today);
  return same.some(({ ref }) => ref.toUpperCase() === whole.toUpperCase());
}

/** The buttons of a refusal would lose the part, so it only says what was wrong. */
function nameWhole(refused: Result<never>, { objective }: ItemRef): Result<never> {
  if (refused.ok || refused.refusal.code !== 'unknown-objective') return refused;
  return refuse({ ...refused.refusal, typed: objective, verb: 'show', rest: '' });
}

async function chooseItem(
  objective: Objective,
  typed: string,
  rest: string,
  { record }: CommandContext,
): Promise<Result<PlanItem<'action' | 'milestone'>>> {
  const ids = [objective.id];
  const parts = [
    ...(await listParts('action', ids, record)),
    ...(await listParts('milestone', ids, record)),
  ];
  const found = parts.find(({ ref }) => ref === typed);
  if (found) return ok(found);
  const { ref } = objective;
  const choices = parts.map((part) => ({ ref: `${ref}.${part.ref}`, title: part.title }));
  return refuse({ code: 'unknown-item', ref, typed: `.${typed}`, choices, start: 'update', rest });
}

async function permitItem(
  item: PlanItem,
  objective: Objective,
  { actor, record, today }: CommandContext,
): Promise<Result<true>> {
  const assigned = await record.items.isAssigned(item.id, actor.personId, today);
  const allowed = permit(actor, 'update-item', 'update', { objective, assigned });
  return allowed.ok ? requireOpen(objective) : allowed;
}
