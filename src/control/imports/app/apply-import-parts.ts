// Adds the parts of objectives that an import brings, many at once, gives actions to people, and keeps what the file prints.
import type { NewEntry } from '../../../plan/history/app/plan-ports.ts';
import type { NewItem } from '../../../plan/plan-items/app/plan-item-ports.ts';
import { type Applying, assignNew, authorship, inBatches, type Step } from './applying-import.ts';
import type { SourceCell } from './import-ports.ts';

/** The ids of actions and milestones by objective and reference. */
export type PartIds = ReadonlyMap<string, string>;

/**
 * Adds parts; the milestones after everything else, because each belongs to an action.
 * @returns where each stood in the file, and the ids of the actions and milestones that are new
 */
export async function addParts(
  steps: readonly Step<'add-item'>[],
  applying: Applying,
): Promise<{ cells: SourceCell[]; ids: PartIds }> {
  const isMilestone = ({ kind }: Step<'add-item'>) => kind === 'milestone';
  const milestones = steps.filter(isMilestone);
  const others = steps.filter((step) => !isMilestone(step));
  const ids = new Map<string, string>();
  const cells = await addAll(others, (step) => newItem(step, null, applying), ids, applying);
  const actions = new Map([...(await actionsOf(milestones, applying)), ...ids]);
  const parentOf = (step: Step<'add-item'>) =>
    actions.get(partKey(step.ref, step.itemRef?.split('.')[0] ?? '')) ?? null;
  const placed = (step: Step<'add-item'>) => newItem(step, parentOf(step), applying);
  cells.push(...(await addAll(milestones, placed, ids, applying)));
  return { cells, ids };
}

async function addAll(
  steps: readonly Step<'add-item'>[],
  itemOf: (step: Step<'add-item'>) => NewItem,
  ids: Map<string, string>,
  applying: Applying,
): Promise<SourceCell[]> {
  return await inBatches(steps, applying, async (batch) => {
    const items = await applying.repositories.items.addAll(
      batch.map((step) => ({ item: itemOf(step), by: authorship(applying) })),
    );
    batch.forEach(({ ref, itemRef }, index) => {
      if (itemRef !== null) ids.set(partKey(ref, itemRef), items[index]?.id ?? '');
    });
    return items.map(({ id }) => ({ subjectType: 'plan_item', subjectId: id }));
  });
}

/** The actions that stand already where a milestone is to be added. */
async function actionsOf(
  milestones: readonly Step<'add-item'>[],
  { repositories, idOf }: Applying,
): Promise<PartIds> {
  if (milestones.length === 0) return new Map();
  const refs = new Map(milestones.map(({ ref }) => [idOf(ref), ref]));
  const actions = await repositories.items.list({
    ...{ objectiveIds: [...refs.keys()], kinds: ['action'] },
  });
  return new Map(
    actions.map(({ id, objectiveId, ref }) => [partKey(refs.get(objectiveId) ?? '', ref), id]),
  );
}

function partKey(ref: string, itemRef: string): string {
  return `${ref} ${itemRef}`;
}

function newItem(step: Step<'add-item'>, parentId: string | null, applying: Applying): NewItem {
  const { context, idOf } = applying;
  const { kind, itemRef, title, due, originalDue, start, status } = step;
  const common = { objectiveId: idOf(step.ref), title, due, originalDue };
  switch (kind) {
    case 'evidence': {
      const { personId, name, organisation } = context.actor;
      const by = { personId, name, organisation };
      const link = /https?:\/\/\S+/.exec(title)?.[0] ?? null;
      const on = context.today.toString();
      const detail = { link, rung: 'done', by, on, waiver: false } as const;
      return { ...common, kind, status: 'given', detail };
    }
    case 'risk': {
      const detail = { type: 'risk', score: null, owner: null, mitigation: null } as const;
      return { ...common, kind, status: 'open', detail };
    }
    case 'measure':
      return { ...common, kind, status: 'open', detail: {} };
    case 'action':
    case 'milestone': {
      const detail = { doneOn: null, ...(start !== null && { start }) };
      const work = { ...common, kind, status: status ?? 'not-started', detail, parentId } as const;
      return itemRef === null ? work : { ...work, ref: itemRef };
    }
    default:
      return kind satisfies never;
  }
}

/** Gives each new action or milestone to the people whom the file names. */
export async function assignParts(
  steps: readonly Step<'assign'>[],
  ids: PartIds,
  applying: Applying,
): Promise<SourceCell[]> {
  const partOf = ({ ref, itemRef }: Step<'assign'>) => {
    const itemId = itemRef === null ? undefined : ids.get(partKey(ref, itemRef));
    if (itemRef === null || !itemId)
      throw new Error(`the import gives a part of ${ref} that it does not add`);
    return { itemId, itemRef };
  };
  return await assignNew(steps, partOf, applying);
}

/** Keeps what the file prints beside the rating that holds; it moves nothing and answers nothing. */
export async function publishAll(
  steps: readonly Step<'publish'>[],
  applying: Applying,
): Promise<SourceCell[]> {
  const { repositories, context, idOf, nextRequest } = applying;
  return await inBatches(steps, applying, async (batch) => {
    const ids = await repositories.history.appendAll(
      batch.map(
        ({ ref, what, words, rag, note }): NewEntry => ({
          ...{ objectiveId: idOf(ref), detail: { of: 'published', what, words, rag }, note },
          ...{ authorId: context.actor.personId, requestId: nextRequest(), at: context.now },
        }),
      ),
    );
    return ids.map((subjectId) => ({ subjectType: 'objective_entry', subjectId }));
  });
}
