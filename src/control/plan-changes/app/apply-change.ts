// What an approved change does to the plan: the rows that hold now, and the entries of the history that
// say what was there before. Runs inside the transaction of the approval.

import type { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { EntryDetail } from '../../../plan/history/domain/history-entry.ts';
import type { Authorship } from '../../../plan/objectives/app/objective-ports.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { ItemFacts, PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import {
  areaOf,
  namesOf,
  type OwnRole,
  overtakenBy,
  type PartNow,
  type PlanPartKind,
  type Proposal,
  personText,
} from '../domain/plan-change.ts';
import { partNow, receiverLeft } from './find-change.ts';
import type { ChangeRequest } from './plan-control-ports.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Puts the change into effect.
 * @param by the approver; the request id is that of the approval
 * @returns the objective that it is about, as it was before; null for one that was added
 * Refusals: `change-overtaken`, `ref-taken`, `unknown-part`
 */
export async function applyChange(
  change: ChangeRequest,
  repositories: Reads<'objectives' | 'people'> &
    Uses<'cycles' | 'history' | 'items' | 'planEdits' | 'planWriter'>,
  by: Authorship,
  today: Temporal.PlainDate,
): Promise<Result<{ readonly objectiveId: string; readonly before: Objective | null }>> {
  const { number, proposal, objectiveId } = change;
  const left = await receiverLeft(proposal, repositories);
  if (left && proposal.kind === 'add' && proposal.what === 'objective')
    return refuse({ code: 'change-overtaken', number, ref: proposal.ref, ...left });
  if (proposal.kind === 'add' && proposal.what === 'objective')
    return await addObjective(proposal, repositories, by, today);
  if (objectiveId === null) throw new Error(`change ${change.number} is about no objective`);
  await repositories.planEdits.hold(objectiveId);
  const objective = await repositories.objectives.find(objectiveId, today);
  if (!objective) throw new Error(`the objective of change ${change.number} is not in the plan`);
  const part = await partNow(proposal, repositories, today);
  const links = await repositories.objectives.links(objectiveId);
  const overtaken = overtakenBy(proposal, objective, part, links) ?? left;
  if (overtaken)
    return refuse({ code: 'change-overtaken', number, ref: objective.ref, ...overtaken });
  const done = part
    ? await alterPart(proposal, part, repositories, by, today)
    : await alter(proposal, objective, repositories, by, today);
  return done.ok ? ok({ objectiveId, before: objective }) : done;
}

/** Changes an objective that is held and still as the proposal says. Refusal: `unknown-part` */
export async function alter(
  proposal: Exclude<Proposal, { what: 'objective' }>,
  objective: Objective,
  repositories: Reads<'objectives'> & Uses<'history' | 'items' | 'planEdits'>,
  by: Authorship,
  today: Temporal.PlainDate,
): Promise<Result<true>> {
  const { planEdits, history } = repositories;
  const { id } = objective;
  const changed = async (
    before: Fields,
    after: Fields,
    kind: 'changed' | 'closed' = 'changed',
  ): Promise<void> => {
    const detail: EntryDetail = { of: 'objective', change: kind, before, after };
    await history.append({ ...by, objectiveId: id, detail });
  };
  switch (proposal.kind) {
    case 're-date': {
      await planEdits.reDate(id, proposal.to);
      const [due, originalDue] = [stored(objective.due), stored(objective.originalDue)];
      await changed(
        { due, originalDue },
        { due: stored(proposal.to), originalDue: originalDue ?? due },
      );
      return ok(true);
    }
    case 're-word':
      await planEdits.reWord(id, proposal.field, proposal.to);
      await changed({ [proposal.field]: proposal.from }, { [proposal.field]: proposal.to });
      return ok(true);
    case 're-own':
      await reOwn(proposal, objective, repositories, by, today);
      return ok(true);
    case 're-link':
      await reLink(proposal, objective, repositories, by, today);
      return ok(true);
    case 'close':
      await planEdits.close(id, today);
      await changed(
        { status: 'open', closedOn: null },
        { status: 'closed', closedOn: today.toString() },
        'closed',
      );
      return ok(true);
    case 'add':
      return await addPart(proposal, objective, repositories, by);
    default:
      return proposal satisfies never;
  }
}

/** A part's date, title or owner. Its objective is held, so nobody else is at it. */
async function alterPart(
  proposal: Proposal,
  part: PlanItem & PartNow,
  repositories: Uses<'history' | 'items' | 'planWriter'>,
  by: Authorship,
  today: Temporal.PlainDate,
): Promise<Result<true>> {
  const { items } = repositories;
  const { kind } = proposal;
  if (kind === 're-own') {
    await reOwnPart(proposal, part, repositories, by, today);
    return ok(true);
  }
  if (kind !== 're-date' && kind !== 're-word') throw new Error(`${kind} is about no part`);
  const facts: ItemFacts =
    kind === 're-date'
      ? { ...part, due: proposal.to, originalDue: part.originalDue ?? part.due }
      : { ...part, title: proposal.to };
  const changed = await items.change(part.id, part.version, facts, by);
  if (!changed) throw new Error(`the part ${part.id} was changed while it was held`);
  return ok(true);
}

async function reOwnPart(
  { role, to }: Extract<Proposal, { kind: 're-own' }>,
  { id: itemId, objectiveId, ref, holders: before }: PlanItem & PartNow,
  { planWriter, history }: Uses<'history' | 'planWriter'>,
  by: Authorship,
  today: Temporal.PlainDate,
): Promise<void> {
  await planWriter.assign(objectiveId, itemId, role, [to.personId], today);
  const after = [personText(to)];
  const detail = { of: 'assignment', itemId, itemRef: ref, role, before, after } as const;
  await history.append({ ...by, objectiveId, detail });
}

async function addObjective(
  { ref, title, due, owner, theme }: Extract<Proposal, { what: 'objective' }>,
  repositories: Uses<'cycles' | 'history' | 'planEdits'>,
  by: Authorship,
  today: Temporal.PlainDate,
): Promise<Result<{ readonly objectiveId: string; readonly before: null }>> {
  const areaRef = areaOf(ref) ?? ref;
  const objectiveId = await repositories.planEdits.add({
    ...{ ref, areaRef, title, due },
    themeId: theme?.id ?? null,
  });
  if (objectiveId === null) return refuse({ code: 'ref-taken', ref, title });
  await repositories.history.append({
    ...by,
    objectiveId,
    detail: {
      of: 'objective',
      change: 'added',
      before: {},
      after: { ref, areaRef, title, due: stored(due), successMeasure: null, status: 'open' },
    },
  });
  if (owner) {
    const also = { ...by, requestId: `${by.requestId}:owner` };
    await assign(objectiveId, 'owner', owner, [], repositories, also, today);
  }
  await repositories.cycles.ensure(today);
  return ok({ objectiveId, before: null });
}

/** The history has all themes, or all links, before and after. */
async function reLink(
  { do: what, target }: Extract<Proposal, { kind: 're-link' }>,
  { id: objectiveId, themes }: Objective,
  { planEdits, objectives, history }: Reads<'objectives'> & Uses<'history' | 'planEdits'>,
  by: Authorship,
  today: Temporal.PlainDate,
): Promise<void> {
  const before =
    target.to === 'theme' ? { themes } : { links: await objectives.links(objectiveId) };
  if (what === 'link') await planEdits.link(objectiveId, target, by.authorId);
  else await planEdits.unlink(objectiveId, target);
  const after =
    target.to === 'theme'
      ? { themes: (await objectives.find(objectiveId, today))?.themes ?? [] }
      : { links: await objectives.links(objectiveId) };
  await history.append({
    ...by,
    objectiveId,
    detail: { of: 'objective', change: 'changed', before, after },
  });
}

async function reOwn(
  { role, to }: Extract<Proposal, { kind: 're-own' }>,
  objective: Objective,
  repositories: Uses<'history' | 'planEdits'>,
  by: Authorship,
  today: Temporal.PlainDate,
): Promise<void> {
  await assign(objective.id, role, to, namesOf(objective, role), repositories, by, today);
  const deputies = namesOf(objective, 'deputy');
  const left = deputies.filter((name) => name !== personText(to));
  if (role !== 'owner' || left.length === deputies.length) return;
  await repositories.history.append({
    ...{ ...by, requestId: `${by.requestId}:deputy`, objectiveId: objective.id },
    detail: { of: 'assignment', itemId: null, role: 'deputy', before: deputies, after: left },
  });
}

async function assign(
  objectiveId: string,
  role: OwnRole,
  person: Extract<Proposal, { kind: 're-own' }>['to'],
  before: readonly string[],
  { planEdits, history }: Uses<'history' | 'planEdits'>,
  by: Authorship,
  today: Temporal.PlainDate,
): Promise<void> {
  await planEdits.reOwn(objectiveId, role, person, today);
  await history.append({
    ...by,
    objectiveId,
    detail: { of: 'assignment', itemId: null, role, before, after: [personText(person)] },
  });
}

async function addPart(
  { what, parentRef, title, due }: Extract<Proposal, { what: PlanPartKind }>,
  objective: Objective,
  { items }: Uses<'items'>,
  by: Authorship,
): Promise<Result<true>> {
  const actions = await items.list({ objectiveIds: [objective.id], kinds: ['action'] });
  const parent = parentRef === null ? null : actions.find(({ ref }) => ref === parentRef);
  if (parent === undefined)
    return refuse({ code: 'unknown-part', ref: objective.ref, part: parentRef ?? '' });
  const facts = { title, due, originalDue: null, ...newPart[what] };
  await items.add({ ...facts, objectiveId: objective.id, parentId: parent?.id ?? null }, by);
  return ok(true);
}

/** What each kind of part begins with. */
const newPart = {
  action: { kind: 'action', status: 'not-started', detail: { doneOn: null } },
  milestone: { kind: 'milestone', status: 'not-started', detail: { doneOn: null } },
  measure: { kind: 'measure', status: 'open', detail: {} },
  risk: {
    kind: 'risk',
    status: 'open',
    detail: { type: 'risk', score: null, owner: null, mitigation: null },
  },
} as const satisfies Record<PlanPartKind, Pick<ItemFacts, 'kind' | 'status' | 'detail'>>;

/** A date as the history keeps it. */
function stored(date: FuzzyDate | null) {
  return date && { ...date, lastDay: date.lastDay.toString() };
}
