// Applies one step of an import: adds or changes an objective or part, assigns it, or rates it.

import { keysOf } from '../../../core/message/domain/narrow.ts';
import type { ImportStep } from '../../layouts/domain/import-steps.ts';
import { namesOf } from '../../plan-changes/domain/plan-change.ts';
import {
  type Applying,
  append,
  authorship,
  plain,
  ratingNote,
  type Step,
  type Subject,
} from './applying-import.ts';

/** Any step but a new objective, of which there are many at once: `applySteps`. */
export async function applyStep(
  step: Exclude<ImportStep, { do: 'add-objective' }>,
  applying: Applying,
): Promise<Subject> {
  switch (step.do) {
    case 'change-objective':
      return await changeObjective(step, applying);
    case 'assign':
      return await assign(step, applying);
    case 'rate':
      return await rate(step, applying);
    case 'publish':
      return await publish(step, applying);
    case 'add-item':
      return await addItem(step, applying);
    case 'change-item':
      return await changeItem(step, applying);
    default:
      return step satisfies never;
  }
}

async function changeObjective(
  step: Step<'change-objective'>,
  applying: Applying,
): Promise<Subject> {
  const { objectiveId, title, due, measure } = step;
  const { repositories, context } = applying;
  const before = await repositories.objectives.find(objectiveId, context.today);
  if (!before) throw new Error(`the import changes ${step.ref}, which is not there`);
  const facts = { ...(title !== undefined && { title }), ...(due && { due }) };
  const measured = measure === undefined ? {} : { measure };
  await repositories.planWriter.changeObjective(objectiveId, { ...facts, ...measured });
  const after = {
    ...facts,
    ...(due && { originalDue: before.originalDue ?? before.due }),
    ...(measure !== undefined && { successMeasure: measure }),
  };
  const was = Object.fromEntries(keysOf(after).map((key) => [key, before[key]]));
  const detail = { of: 'objective', change: 'changed' } as const;
  await append(objectiveId, { ...detail, before: plain(was), after: plain(after) }, applying);
  return { subjectType: 'objective', subjectId: objectiveId };
}

async function assign(step: Step<'assign'>, applying: Applying): Promise<Subject> {
  const { repositories, context, idOf } = applying;
  const { role, itemRef, people, before } = step;
  const objectiveId = idOf(step.ref);
  const items =
    itemRef === null ? [] : await repositories.items.list({ objectiveIds: [objectiveId] });
  const item = items.find(
    ({ ref, kind }) => ref === itemRef && /^(?:action|milestone)$/.test(kind),
  );
  const personIds = people.map(({ id }) => id);
  const deputiesBefore = await deputiesOf(objectiveId, applying);
  const { planWriter } = repositories;
  await planWriter.assign(objectiveId, item?.id ?? null, role, personIds, context.today);
  const everybody = await repositories.people.list();
  const after = everybody
    .filter(({ id }) => personIds.includes(id))
    .map(({ name, organisation }) => `${name}, ${organisation}`);
  const detail = {
    of: 'assignment' as const,
    ...(item && { itemRef: item.ref }),
    ...{ itemId: item?.id ?? null, role, before, after },
  };
  await append(objectiveId, detail, applying);
  const deputies = await deputiesOf(objectiveId, applying);
  // A deputy who is the owner now is deputy no more, and the history says so.
  if (role === 'owner' && deputies.length < deputiesBefore.length) {
    const left = { of: 'assignment', itemId: null, role: 'deputy' } as const;
    await append(objectiveId, { ...left, before: deputiesBefore, after: deputies }, applying);
  }
  return item
    ? { subjectType: 'plan_item', subjectId: item.id }
    : { subjectType: 'objective', subjectId: objectiveId };
}

async function deputiesOf(
  objectiveId: string,
  { repositories, context }: Applying,
): Promise<string[]> {
  const objective = await repositories.objectives.find(objectiveId, context.today);
  return objective ? namesOf(objective, 'deputy') : [];
}

async function rate(step: Step<'rate'>, applying: Applying): Promise<Subject> {
  const { repositories, context, idOf, nextRequest } = applying;
  const { rating, fromRag, rag } = step;
  const objective = await repositories.objectives.find(idOf(step.ref), context.today);
  if (!objective) throw new Error(`the import rates ${step.ref}, which is not there`);
  const appended = await repositories.objectives.appendUpdate(
    {
      ...{ objectiveId: objective.id, kind: 'update', rating, fromRag, toRag: rag },
      note: ratingNote(step, applying),
      authorId: context.actor.personId,
      // A file is not the owner's return: what they owe stays asked for.
      cycleIds: [],
      late: false,
      ...{ requestId: nextRequest(), inboundId: context.inbound.requestId, at: context.now },
    },
    objective.version,
  );
  if (!appended) throw new Error(`${step.ref} was rated while it was imported`);
  return { subjectType: 'objective_entry', subjectId: appended.id };
}

/** Keeps what the file prints beside the rating that holds; it moves nothing and answers nothing. */
async function publish(step: Step<'publish'>, applying: Applying): Promise<Subject> {
  const { context, repositories, idOf, nextRequest } = applying;
  const { what, words, rag, note } = step;
  const { id } = await repositories.history.append({
    ...{ objectiveId: idOf(step.ref), detail: { of: 'published', what, words, rag }, note },
    ...{ authorId: context.actor.personId, requestId: nextRequest(), at: context.now },
  });
  return { subjectType: 'objective_entry', subjectId: id };
}

async function addItem(step: Step<'add-item'>, applying: Applying): Promise<Subject> {
  const { repositories, context, idOf } = applying;
  const { kind, itemRef, title, due, originalDue, start, status } = step;
  const objectiveId = idOf(step.ref);
  const common = { objectiveId, title, due, originalDue };
  const by = authorship(applying);
  const { personId, name, organisation } = context.actor;
  const named = { personId, name, organisation };
  if (kind === 'evidence') {
    const link = /https?:\/\/\S+/.exec(title)?.[0] ?? null;
    const on = context.today.toString();
    const detail = { link, rung: 'done', by: named, on, waiver: false } as const;
    const item = { ...common, kind, status: 'given', detail } as const;
    const { id } = await repositories.items.add(item, by);
    return { subjectType: 'plan_item', subjectId: id };
  }
  if (kind === 'risk') {
    const detail = { type: 'risk', score: null, owner: null, mitigation: null } as const;
    const item = { ...common, kind, status: 'open', detail } as const;
    const { id } = await repositories.items.add(item, by);
    return { subjectType: 'plan_item', subjectId: id };
  }
  if (kind === 'measure') {
    const item = { ...common, kind, status: 'open', detail: {} } as const;
    const { id } = await repositories.items.add(item, by);
    return { subjectType: 'plan_item', subjectId: id };
  }
  const work = {
    ...common,
    kind,
    status: status ?? 'not-started',
    detail: { doneOn: null, ...(start !== null && { start }) },
  } as const;
  const parentRef = kind === 'milestone' ? (itemRef?.split('.')[0] ?? null) : null;
  const actions =
    parentRef === null
      ? []
      : await repositories.items.list({ objectiveIds: [objectiveId], kinds: ['action'] });
  const parentId = actions.find(({ ref }) => ref === parentRef)?.id ?? null;
  const numbered = itemRef === null ? work : { ...work, ref: itemRef };
  const { id } = await repositories.items.add({ ...numbered, parentId }, by);
  return { subjectType: 'plan_item', subjectId: id };
}

async function changeItem(step: Step<'change-item'>, applying: Applying): Promise<Subject> {
  const { items } = applying.repositories;
  const { itemId, version, title, due, start, status } = step;
  const item = await items.find(itemId);
  if (item?.kind !== 'action' && item?.kind !== 'milestone')
    throw new Error(`the import changes a part of ${step.ref} that is not there`);
  const { kind, detail } = item;
  const facts = {
    ...{ kind, detail: { ...detail, ...(start !== undefined && { start }) } },
    title: title ?? item.title,
    status: status ?? item.status,
    due: due ?? item.due,
    originalDue: due ? (item.originalDue ?? item.due) : item.originalDue,
  };
  if (!(await items.change(itemId, version, facts, authorship(applying))))
    throw new Error(`a part of ${step.ref} was changed while it was imported`);
  return { subjectType: 'plan_item', subjectId: itemId };
}
