// The plan itself as the loader writes it: version, areas, themes, projects, objectives and placings.

import { dueColumns } from '../../../core/database/db/due-columns.ts';
import { refKey } from '../../../plan/objectives/domain/plan-refs.ts';
import { PlanDataError } from '../files/load-plan-folder.ts';
import { type PlanLoad, reconcile, resolve, settledByPeople } from './plan-table.ts';

/** Key → id of what later rows refer to. */
export type PlanContent = {
  readonly themes: ReadonlyMap<string, string>;
  readonly projects: ReadonlyMap<string, string>;
  readonly objectives: ReadonlyMap<string, string>;
};

/** Loads the plan and where each objective belongs. */
export async function loadObjectives(plan: PlanLoad): Promise<PlanContent> {
  const themes = await loadThemes(plan);
  const projects = await loadProjects(plan, themes);
  const version = await loadVersion(plan);
  if (version) await loadWordings(plan, version);
  const objectives = version ? await loadPlan(plan, version) : new Map<string, string>();
  await place(plan, objectives, themes);
  return { themes, projects, objectives };
}

type Version = { readonly id: string; readonly number: number };

/** The current plan version, which areas and objectives go into. */
async function loadVersion(plan: PlanLoad): Promise<Version | null> {
  const { db, rows, partnershipId } = plan;
  const wanted = rows['plan-version'].map(({ number, label, status, example }) => ({
    partnershipId,
    number,
    label,
    status,
    example,
  }));
  const outcome = await reconcile(wanted, {
    keyOf: ({ number }) => String(number),
    read: () => db.planVersion.findMany({ where: { partnershipId } }),
    add: (data) => db.planVersion.createManyAndReturn({ data }),
    // Which version is the current one is decided by publishing: a file does not change it back.
    change: (id, { label, example }) =>
      db.planVersion.update({
        where: { partnershipId_id: { partnershipId, id } },
        data: { label, example },
      }),
  });
  plan.note('plan-version', 'plan_version', rows['plan-version'], outcome, ({ number }) =>
    String(number),
  );
  const current = await db.planVersion.findFirst({
    where: { partnershipId, status: 'current' },
    orderBy: { number: 'desc' },
  });
  const needsOne = rows.area[0] ?? rows.objective[0] ?? rows['rag-wording'][0];
  if (!current && needsOne)
    throw new PlanDataError(needsOne.at, 'the partnership has no current plan version');
  return current;
}

/** A colour that is worded already keeps its words: the office may have set them. */
async function loadWordings(plan: PlanLoad, { id: planVersionId }: Version): Promise<void> {
  const { db, rows, partnershipId } = plan;
  const wanted = rows['rag-wording'].map(({ at: _at, source: _source, ...facts }) => ({
    ...{ partnershipId, planVersionId },
    ...facts,
  }));
  const keyOf = ({ rating, rag }: { readonly rating: string; readonly rag: string }) =>
    `${rating} ${rag}`;
  const outcome = await reconcile(wanted, {
    keyOf,
    read: () => db.ragWording.findMany({ where: { partnershipId, planVersionId } }),
    add: (data) => db.ragWording.createManyAndReturn({ data }),
    change: 'kept',
  });
  plan.note('rag-wording', 'rag_wording', rows['rag-wording'], outcome, keyOf);
}

async function loadThemes(plan: PlanLoad): Promise<ReadonlyMap<string, string>> {
  const { db, rows, partnershipId } = plan;
  const wanted = rows.theme.map(({ at: _at, source: _source, ...facts }) => ({
    partnershipId,
    ...facts,
  }));
  const outcome = await reconcile(wanted, {
    keyOf: ({ key }) => key,
    read: () => db.theme.findMany({ where: { partnershipId } }),
    add: (data) => db.theme.createManyAndReturn({ data }),
    change: (id, data) =>
      db.theme.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('theme', 'theme', rows.theme, outcome, ({ key }) => key);
  return outcome.ids;
}

async function loadProjects(
  plan: PlanLoad,
  themes: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const { db, rows, partnershipId } = plan;
  const wanted = rows.project.map(({ key, name, example, theme, at }) => ({
    partnershipId,
    themeId: resolve(themes, theme, 'theme', at),
    key,
    name,
    example,
  }));
  const outcome = await reconcile(wanted, {
    keyOf: ({ key }) => key,
    read: () => db.project.findMany({ where: { partnershipId } }),
    add: (data) => db.project.createManyAndReturn({ data }),
    change: (id, data) =>
      db.project.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('project', 'project', rows.project, outcome, ({ key }) => key);
  return outcome.ids;
}

async function loadPlan(plan: PlanLoad, version: Version): Promise<ReadonlyMap<string, string>> {
  const { db, rows, partnershipId } = plan;
  const planVersionId = version.id;
  const areas = await reconcile(
    rows.area.map(({ ref, name, note, example }) => ({
      partnershipId,
      planVersionId,
      ref,
      name,
      note,
      example,
    })),
    {
      keyOf: ({ ref }) => ref,
      read: () => db.priorityArea.findMany({ where: { partnershipId, planVersionId } }),
      add: (data) => db.priorityArea.createManyAndReturn({ data }),
      change: (id, data) =>
        db.priorityArea.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
    },
  );
  plan.note('area', 'priority_area', rows.area, areas, ({ ref }) => ref);
  const wanted = rows.objective.map(
    ({ ref, area, title, due, successMeasure, rag, example, at }) => ({
      partnershipId,
      planVersionId,
      areaId: resolve(areas.ids, area, 'area', at),
      ref,
      refKey: refKey(ref),
      title,
      ...dueColumns(due),
      successMeasure,
      rag,
      version: rag === null ? 0 : 1,
      example,
    }),
  );
  const outcome = await reconcile(wanted, {
    keyOf: ({ ref }) => ref,
    read: () => db.objective.findMany({ where: { partnershipId, planVersionId } }),
    add: (data) => db.objective.createManyAndReturn({ data }),
    // Once loaded an objective belongs to the people who work on it: a file does not change it back.
    change: 'kept',
    compared: ['title', 'areaId', 'dueText', 'successMeasure'],
  });
  plan.note('objective', 'objective', rows.objective, outcome, ({ ref }) => ref);
  await publishRatings(plan, version, outcome.ids);
  return outcome.ids;
}

/** The ratings that came with the documents open the history. */
async function publishRatings(
  { db, rows, partnershipId, now }: PlanLoad,
  version: Version,
  objectives: ReadonlyMap<string, string>,
): Promise<void> {
  const data = rows.objective.flatMap(({ ref, rag, ragNote, at }) =>
    rag === null
      ? []
      : [
          {
            partnershipId,
            objectiveId: resolve(objectives, ref, 'objective', at),
            kind: 'published' as const,
            toRag: rag,
            note: ragNote,
            version: 1,
            // A later version of the plan has its own ratings for the same references.
            requestId:
              version.number === 1 ? `published:${ref}` : `published:${ref}@${version.number}`,
            at: now,
          },
        ],
  );
  await db.objectiveEntry.createMany({ data, skipDuplicates: true });
}

async function place(
  plan: PlanLoad,
  objectives: ReadonlyMap<string, string>,
  themes: ReadonlyMap<string, string>,
): Promise<void> {
  const { db, rows, partnershipId } = plan;
  const placings = [
    ...rows.objective.flatMap(({ ref, themes: keys, themesExample, at }) =>
      keys.map((theme) => ({ objective: ref, theme, example: themesExample, at })),
    ),
    ...rows.placing,
  ];
  const settled = await settledByPeople(plan, 'themes');
  const data = placings
    .map(({ objective, theme, example, at }) => ({
      partnershipId,
      objectiveId: resolve(objectives, objective, 'objective', at),
      themeId: resolve(themes, theme, 'theme', at),
      example,
    }))
    .filter(({ objectiveId }) => !settled.has(objectiveId));
  const { count } = await db.objectiveTheme.createMany({ data, skipDuplicates: true });
  plan.note(
    'placing',
    'objective_theme',
    rows.placing,
    { ids: objectives, added: count },
    ({ objective }) => objective,
  );
}
