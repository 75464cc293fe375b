// Applies one step of an import: adds or changes an objective or part, assigns it, or rates it.

import { keysOf } from '../../../core/message/domain/narrow.ts';
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

/** A step on what is there already; of what is new there are many at once: `applySteps`. */
export async function applyStep(
  step: Step<'change-objective' | 'assign' | 'rate' | 'change-item'>,
  applying: Applying,
): Promise<Subject> {
  switch (step.do) {
    case 'change-objective':
      return await changeObjective(step, applying);
    case 'assign':
      return await assign(step, applying);
    case 'rate':
      return await rate(step, applying);
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
  const { role, people, before } = step;
  const objectiveId = idOf(step.ref);
  const personIds = people.map(({ id }) => id);
  const deputiesBefore = await deputiesOf(objectiveId, applying);
  await repositories.planWriter.assign(objectiveId, null, role, personIds, context.today);
  const everybody = await repositories.people.list();
  const after = everybody
    .filter(({ id }) => personIds.includes(id))
    .map(({ name, organisation }) => `${name}, ${organisation}`);
  await append(objectiveId, { of: 'assignment', itemId: null, role, before, after }, applying);
  const deputies = await deputiesOf(objectiveId, applying);
  // A deputy who is the owner now is deputy no more, and the history says so.
  if (role === 'owner' && deputies.length < deputiesBefore.length) {
    const left = { of: 'assignment', itemId: null, role: 'deputy' } as const;
    await append(objectiveId, { ...left, before: deputiesBefore, after: deputies }, applying);
  }
  return { subjectType: 'objective', subjectId: objectiveId };
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
