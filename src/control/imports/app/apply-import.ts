// Applies all steps of an import: what is new in batches, what changes what is there step by step.
import type { NewEntry } from '../../../plan/history/app/plan-ports.ts';
import type { ImportStep } from '../../layouts/domain/import-steps.ts';
import { addParts, assignParts, publishAll } from './apply-import-parts.ts';
import { applyStep } from './apply-import-step.ts';
import {
  type Applying,
  assignNew,
  authorship,
  batches,
  cellsOf,
  inBatches,
  plain,
  ratingNote,
  type Step,
} from './applying-import.ts';
import type { SourceCell } from './import-ports.ts';

const LEAST_MS = 20_000;
const A_STEP_MS = 100;

/** How long an import of so many steps may take on a busy machine. */
export function importLimit(steps: number): number {
  return LEAST_MS + steps * A_STEP_MS;
}

/** @returns each cell that the plan now has, and where in the file it stands */
export async function applySteps(
  steps: readonly ImportStep[],
  applying: Applying,
): Promise<SourceCell[]> {
  const added = steps.filter((step) => step.do === 'add-objective');
  const isNew = new Set(added.map(({ ref }) => ref));
  const ofNew = <Do extends 'assign' | 'rate'>(what: Do) =>
    steps.filter((step): step is Step<Do> => step.do === what && isNew.has(step.ref));
  const cells = await addObjectives(added, applying);
  const owners = ofNew('assign').filter(({ itemRef }) => itemRef === null);
  cells.push(...(await assignNew(owners, () => null, applying)));
  cells.push(...(await rateNew(ofNew('rate'), applying)));
  const parts = steps.filter((step) => step.do === 'add-item');
  const { cells: ofParts, ids } = await addParts(parts, applying);
  cells.push(...ofParts);
  // A file gives only what it adds itself: who has an action that was there is handed over.
  const given = steps.filter(
    (step): step is Step<'assign'> => step.do === 'assign' && step.itemRef !== null,
  );
  cells.push(...(await assignParts(given, ids, applying)));
  const published = steps.filter((step) => step.do === 'publish');
  cells.push(...(await publishAll(published, applying)));
  for (const step of steps) {
    if (step.do === 'add-objective' || step.do === 'add-item' || step.do === 'publish') continue;
    if (isNew.has(step.ref) && (step.do === 'assign' || step.do === 'rate')) continue;
    if (step.do === 'assign' && step.itemRef !== null) continue;
    cells.push(...cellsOf([step], [await applyStep(step, applying)]));
  }
  return cells;
}

async function addObjectives(
  steps: readonly Step<'add-objective'>[],
  applying: Applying,
): Promise<SourceCell[]> {
  const { planWriter, history } = applying.repositories;
  const areas = new Map<string, string>();
  for (const { area } of steps)
    if (!areas.has(area.ref)) areas.set(area.ref, await planWriter.ensureArea(area.ref, area.name));
  return await inBatches(steps, applying, async (batch) => {
    const ids = await planWriter.addObjectives(
      batch.map(({ area, ref, title, due, originalDue, measure }) => {
        const areaId = areas.get(area.ref) ?? '';
        return { areaId, ref, title, due, originalDue, measure };
      }),
    );
    const entries = batch.map((step, index): NewEntry => {
      const { ref, title, due, originalDue, measure, area } = step;
      const objectiveId = ids[index] ?? '';
      applying.noteAdded(ref, objectiveId);
      const after = {
        ...{ ref, title, due, originalDue, successMeasure: measure, areaRef: area.ref },
      };
      const detail = { of: 'objective', change: 'added', before: {}, after: plain(after) } as const;
      return { ...authorship(applying), objectiveId, detail };
    });
    await history.appendAll(entries);
    return ids.map((subjectId) => ({ subjectType: 'objective', subjectId }));
  });
}

/** An objective's two ratings stand side by side and stay in one batch. */
async function rateNew(steps: readonly Step<'rate'>[], applying: Applying): Promise<SourceCell[]> {
  const { repositories, context, idOf, nextRequest } = applying;
  const byRef = new Map<string, Step<'rate'>[]>();
  for (const step of steps) byRef.set(step.ref, [...(byRef.get(step.ref) ?? []), step]);
  const cells: SourceCell[] = [];
  for (const batch of batches([...byRef.values()])) {
    const own = batch.flatMap((ratings) =>
      ratings.map((step, index) => ({ step, version: index + 1 })),
    );
    const ids = await repositories.planWriter.rateNew(
      own.map(({ step, version }) => ({
        ...{ objectiveId: idOf(step.ref), rating: step.rating, rag: step.rag, version },
        ...{ note: ratingNote(step, applying), requestId: nextRequest() },
      })),
      { authorId: context.actor.personId, at: context.now },
    );
    await repositories.planWriter.planAnew();
    const rated = own.map(({ step }) => step);
    const entries = ids.map(
      (subjectId) => ({ subjectType: 'objective_entry', subjectId }) as const,
    );
    cells.push(...cellsOf(rated, entries));
  }
  return cells;
}
