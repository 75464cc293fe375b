// Applies all steps of an import: what is new in batches, everything else step by step.
import type { NewEntry } from '../../../plan/history/app/plan-ports.ts';
import type { ImportStep } from '../../layouts/domain/import-steps.ts';
import { applyStep } from './apply-import-step.ts';
import {
  type Applying,
  authorship,
  plain,
  ratingNote,
  type Step,
  sourceCell,
} from './applying-import.ts';
import type { SourceCell } from './import-ports.ts';

/** So many rows of a file are written at once: long statements, and no more memory for a longer file. */
const BATCH = 500;
/** The first ones are few: the database then plans its statements anew, with rows in its tables. */
const FIRST = 25;
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
  const cells = await addObjectives(added, applying);
  const isNew = new Set(added.map(({ ref }) => ref));
  const assigned = steps.filter(
    (step): step is Step<'assign'> =>
      step.do === 'assign' && step.itemRef === null && isNew.has(step.ref),
  );
  cells.push(...(await assignNew(assigned, applying)));
  const rated = steps.filter(
    (step): step is Step<'rate'> => step.do === 'rate' && isNew.has(step.ref),
  );
  cells.push(...(await rateNew(rated, applying)));
  const batched = new Set<ImportStep>([...assigned, ...rated]);
  for (const step of steps) {
    if (step.do === 'add-objective' || batched.has(step)) continue;
    const subject = await applyStep(step, applying);
    cells.push(...step.sources.map((source) => sourceCell(source, subject)));
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
  const cells: SourceCell[] = [];
  for (const batch of batches(steps)) {
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
    await planWriter.planAnew();
    batch.forEach(({ sources }, index) => {
      const subject = { subjectType: 'objective', subjectId: ids[index] ?? '' } as const;
      cells.push(...sources.map((source) => sourceCell(source, subject)));
    });
  }
  return cells;
}

/** Nobody held them before, so there is nobody to take them from. */
async function assignNew(
  steps: readonly Step<'assign'>[],
  applying: Applying,
): Promise<SourceCell[]> {
  const { repositories, context, idOf } = applying;
  const { planWriter, history } = repositories;
  if (steps.length === 0) return [];
  const everybody = await repositories.people.list();
  const names = new Map(
    everybody.map(({ id, name, organisation }) => [id, `${name}, ${organisation}`] as const),
  );
  const cells: SourceCell[] = [];
  for (const batch of batches(steps)) {
    const assigned = batch.map(({ ref, role, people }) => ({
      ...{ objectiveId: idOf(ref), role, personIds: people.map(({ id }) => id) },
    }));
    await planWriter.assignNew(assigned, context.today);
    await history.appendAll(
      assigned.map(({ objectiveId, role, personIds }): NewEntry => {
        const after = personIds.flatMap((id) => names.get(id) ?? []);
        const detail = { of: 'assignment', itemId: null, role, before: [], after } as const;
        return { ...authorship(applying), objectiveId, detail };
      }),
    );
    await planWriter.planAnew();
    batch.forEach(({ ref, sources }) => {
      const subject = { subjectType: 'objective', subjectId: idOf(ref) } as const;
      cells.push(...sources.map((source) => sourceCell(source, subject)));
    });
  }
  return cells;
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
    own.forEach(({ step }, index) => {
      const subject = { subjectType: 'objective_entry', subjectId: ids[index] ?? '' } as const;
      cells.push(...step.sources.map((source) => sourceCell(source, subject)));
    });
  }
  return cells;
}

function batches<T>(all: readonly T[]): T[][] {
  const rest = Array.from(
    { length: Math.max(0, Math.ceil((all.length - FIRST) / BATCH)) },
    (_, index) => all.slice(FIRST + index * BATCH, FIRST + (index + 1) * BATCH),
  );
  return [all.slice(0, FIRST), ...rest].filter((batch) => batch.length > 0);
}
