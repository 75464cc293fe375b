// The use case behind `update 2B:2.1 done`: how far an action or a milestone is.

import { parseRag } from '../../../core/message/domain/rag.ts';
import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { quoted, refuseSeveral } from '../../../core/request/app/several-numbers.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { type Objective, requireOpen } from '../../objectives/domain/objective.ts';
import type { PlanRefs } from '../../objectives/domain/plan-refs.ts';
import { fullRef, isWork } from '../domain/item-ref.ts';
import type { PlanItem, WorkStatus } from '../domain/plan-item.ts';
import { parseWorkStatus, workStatusWords } from '../domain/work-status.ts';
import { findItem } from './find-item.ts';
import { changePart } from './plan-parts.ts';

export type ItemUpdate = {
  readonly objective: Objective;
  readonly item: PlanItem<'action' | 'milestone'>;
  readonly before: WorkStatus;
  readonly note: string | null;
};

/** Of an objective one says a rating; of an action or milestone, how far it is. */
const ofObjective = (words: string) => parseWorkStatus(words) === null;

/**
 * Records how far an action or milestone is. Null: the line does not begin with one, so it is about an
 * objective.
 * @param plan what its objectives are called
 * Refusals: `ambiguous-item`, `unknown-item`, `not-permitted`, `objective-closed`, `several-numbers`,
 * `bad-item-status`, those of the note, `item-settled`.
 */
export async function updateItem(
  line: string,
  plan: PlanRefs,
  context: Given<
    Doing | 'today',
    Reads<NoteNames | 'objectives'> & Uses<'items'> & Commits<'items' | 'notifications'>
  >,
): Promise<Result<ItemUpdate> | null> {
  const found = await findItem(line, WORK, 'update', context, ofObjective, plan);
  if (!found?.ok) return found;
  const { part, rest } = found.value;
  const objective = await context.record.objectives.find(found.value.objective.id, context.today);
  if (!objective || !isWorkItem(part)) return null;
  const item = part;
  const ref = fullRef(objective.ref, item);
  const allowed = await permitItem(item, objective, context);
  if (!allowed.ok) return allowed;
  const read = parseWorkStatus(rest);
  const further = await furtherItem(ref, rest, read, context);
  if (further) return further;
  if (!read)
    return refuse({ code: 'bad-item-status', ref, typed: rest, note: withoutRating(rest) });
  const note = await parseTypedNote(
    read.note,
    `update ${ref} ${workStatusWords[read.status]}`,
    context,
  );
  if (!note.ok) return note;
  const doneOn = read.status === 'done' ? (item.detail.doneOn ?? context.today.toString()) : null;
  const facts = { ...item, status: read.status, detail: { ...item.detail, doneOn } };
  const changed = await changePart(item, facts, objective, context, { note: note.value });
  return changed.ok
    ? ok({ objective, item: changed.value, before: item.status, note: note.value })
    : changed;
}

const WORK = ['action', 'milestone'] as const;

function isWorkItem(part: PlanItem): part is PlanItem<'action' | 'milestone'> {
  return isWork(part.kind);
}

/** A second part in the line: before how far they are, or behind it, where it would be the note. */
async function furtherItem(
  ref: string,
  words: string,
  read: ReturnType<typeof parseWorkStatus>,
  context: Given<'today', Reads<'items' | 'objectives'>>,
): Promise<Result<never> | null> {
  const line = (read?.note ?? words).replace(/^(?:and|&)\s+/i, '');
  const second = await findItem(line, WORK, 'update', context);
  if (!second?.ok) return null;
  const { objective, part, rest } = second.value;
  const other = fullRef(objective.ref, part);
  const said = read ? workStatusWords[read.status] : rest;
  const asNote = read && `update ${ref} ${said} ${quoted(line)}`;
  return refuseSeveral([ref, other], (one) => `update ${one} ${said}`, asNote);
}

/** A rating in its place is not a part of the note. */
function withoutRating(words: string): string {
  const read = parseRag(words);
  return read.kind === 'rating' ? read.rest : words;
}

async function permitItem(
  item: PlanItem,
  objective: Objective,
  { actor, record, today }: Given<'actor' | 'today', Uses<'items'>>,
): Promise<Result<true>> {
  const assigned = await record.items.isAssigned(item.id, actor.personId, today);
  const allowed = permit(actor, 'update-item', 'update', { objective, assigned });
  return allowed.ok ? requireOpen(objective) : allowed;
}
