// What the documents say around the plan, as the loader writes it: statements, voices, priorities and
// the self-evaluation.
import type { PlanContent } from './plan-objectives.ts';
import { type PlanLoad, reconcile, resolve } from './plan-table.ts';

/** Loads the summarised passages and the self-evaluation. */
export async function loadStatements(plan: PlanLoad, content: PlanContent): Promise<void> {
  await loadPassages(plan, content);
  await loadVoices(plan);
  await loadGlossary(plan);
  await loadSelfEvaluation(plan, await loadPriorities(plan));
}

async function loadPassages(plan: PlanLoad, { themes, projects }: PlanContent): Promise<void> {
  const { db, rows, partnershipId } = plan;
  const keyOf = ({ list, ordinal }: { list: string; ordinal: number }) => `${list} ${ordinal}`;
  const wanted = rows.statement.map(({ at, source: _source, theme, project, ...facts }) => ({
    partnershipId,
    themeId: theme === null ? null : resolve(themes, theme, 'theme', at),
    projectId: project === null ? null : resolve(projects, project, 'project', at),
    ...facts,
  }));
  const outcome = await reconcile(wanted, {
    keyOf,
    read: () => db.planStatement.findMany({ where: { partnershipId } }),
    add: (data) => db.planStatement.createManyAndReturn({ data }),
    change: (id, data) =>
      db.planStatement.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('statement', 'plan_statement', rows.statement, outcome, keyOf);
}

/** Whether people may read it is the file's to say while the quote is new; from then on it is recorded in the chat. */
async function loadVoices(plan: PlanLoad): Promise<void> {
  const { db, rows, partnershipId } = plan;
  const wanted = rows.voice.map(({ at: _at, source: _source, ...facts }) => ({
    partnershipId,
    ...facts,
  }));
  const outcome = await reconcile(wanted, {
    keyOf: ({ ordinal }) => String(ordinal),
    read: () => db.voice.findMany({ where: { partnershipId } }),
    add: (data) => db.voice.createManyAndReturn({ data }),
    change: (id, { publishable: _publishable, ...data }) =>
      db.voice.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('voice', 'voice', rows.voice, outcome, ({ ordinal }) => String(ordinal));
}

/** What people have explained in their own words since is not written over. */
async function loadGlossary(plan: PlanLoad): Promise<void> {
  const { db, rows, partnershipId } = plan;
  const wanted = rows.glossary.map(({ term, meaning, plain }) => ({
    ...{ partnershipId, term, meaning, plain },
  }));
  const outcome = await reconcile(wanted, {
    keyOf: ({ term }) => term,
    read: () => db.glossaryTerm.findMany({ where: { partnershipId } }),
    add: (data) => db.glossaryTerm.createManyAndReturn({ data }),
    change: 'kept',
  });
  plan.note('glossary', 'glossary_term', rows.glossary, outcome, ({ term }) => term);
}

async function loadPriorities(plan: PlanLoad): Promise<ReadonlyMap<string, string>> {
  const { db, rows, partnershipId } = plan;
  const wanted = rows.priority.map(({ number, name }) => ({ partnershipId, number, name }));
  const outcome = await reconcile(wanted, {
    keyOf: ({ number }) => String(number),
    read: () => db.strategicPriority.findMany({ where: { partnershipId } }),
    add: (data) => db.strategicPriority.createManyAndReturn({ data }),
    change: (id, data) =>
      db.strategicPriority.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('priority', 'strategic_priority', rows.priority, outcome, ({ number }) =>
    String(number),
  );
  return outcome.ids;
}

async function loadSelfEvaluation(
  plan: PlanLoad,
  priorities: ReadonlyMap<string, string>,
): Promise<void> {
  const { db, rows, partnershipId } = plan;
  const items = rows['self-evaluation'];
  const keyOf = ({ list, letter }: { list: string; letter: string }) => `${list} ${letter}`;
  const wanted = items.map(({ list, letter, heading, summary }) => ({
    partnershipId,
    list,
    letter,
    heading,
    summary,
  }));
  const outcome = await reconcile(wanted, {
    keyOf,
    read: () => db.selfEvaluationItem.findMany({ where: { partnershipId } }),
    add: (data) => db.selfEvaluationItem.createManyAndReturn({ data }),
    change: (id, data) =>
      db.selfEvaluationItem.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('self-evaluation', 'self_evaluation_item', items, outcome, keyOf);
  const links = items.flatMap((item) =>
    item.priorities.map((number) => ({
      partnershipId,
      itemId: resolve(outcome.ids, keyOf(item), 'item', item.at),
      priorityId: resolve(priorities, String(number), 'priority', item.at),
    })),
  );
  await db.selfEvaluationPriority.createMany({ data: links, skipDuplicates: true });
}
