// The parts of objectives and what these serve, as the loader writes them. Missing parts are added, each
// with the entry that opens its history; one that is there already belongs to the people, and stays.
import { Temporal } from 'temporal-polyfill';
import { fromDate, toInstant } from '../../../core/database/db/executor.ts';
import { createHistory } from '../../../plan/history/db/history.ts';
import { createPlanItems } from '../../../plan/plan-items/db/plan-items.ts';
import type { ItemFacts, Named } from '../../../plan/plan-items/domain/plan-item.ts';
import { type Placed, PlanDataError } from '../files/load-plan-folder.ts';
import type { PlanContent } from './plan-objectives.ts';
import { type PlanLoad, reconcile, resolve, settledByPeople } from './plan-table.ts';

type ItemRow = Placed<'item'>;
type People = ReadonlyMap<string, Named>;

/** Loads parts and links. */
export async function loadParts(plan: PlanLoad, content: PlanContent): Promise<void> {
  await loadItems(plan, content);
  await loadLinks(plan, content);
}

async function loadItems(plan: PlanLoad, { objectives }: PlanContent): Promise<void> {
  const { db, rows, partnershipId, now } = plan;
  if (rows.item.length === 0) return;
  const people = await readPeople(plan);
  const items = createPlanItems(db, partnershipId, createHistory(db, partnershipId));
  const keyOf = (objectiveId: string, kind: string, ref: string) => `${objectiveId} ${kind} ${ref}`;
  const ids = new Map(
    (await items.list({})).map(({ id, objectiveId, kind, ref }) => [
      keyOf(objectiveId, kind, ref),
      id,
    ]),
  );
  const rowKey = ({ objective, kind, ref, at }: ItemRow) =>
    keyOf(resolve(objectives, objective, 'objective', at), kind, ref);
  let added = 0;
  for (const row of rows.item) {
    const key = rowKey(row);
    if (ids.has(key)) continue;
    const objectiveId = resolve(objectives, row.objective, 'objective', row.at);
    const parentId = parentOf(row, objectiveId, ids, keyOf);
    const { ref, example } = row;
    const item = await items.add(
      { ...toFacts(row, people), objectiveId, parentId, ref, example },
      {
        ...{ authorId: null, at: toInstant(now) },
        requestId: `plan:item:${objectiveId}:${row.kind}:${ref}`,
      },
    );
    await assignItem(plan, row, { objectiveId, itemId: item.id, example }, people);
    ids.set(key, item.id);
    added++;
  }
  plan.note('item', 'plan_item', rows.item, { ids, added }, rowKey);
}

/** Gives an action or milestone to whom its row names, from the day of loading. */
async function assignItem(
  { db, partnershipId, now }: PlanLoad,
  row: ItemRow,
  of: { readonly objectiveId: string; readonly itemId: string; readonly example: boolean },
  people: People,
): Promise<void> {
  if (row.kind !== 'action' && row.kind !== 'milestone') return;
  const { timeZone } = await db.partnership.findUniqueOrThrow({ where: { id: partnershipId } });
  const startsOn = fromDate(toInstant(now).toZonedDateTimeISO(timeZone).toPlainDate());
  for (const role of ['owner', 'deputy'] as const) {
    const key = row[role];
    if (key === null) continue;
    const { personId } = personOf(key, row, people);
    await db.assignment.create({ data: { ...{ partnershipId, role, personId, startsOn }, ...of } });
  }
}

function personOf(key: string, { at }: ItemRow, people: People): Named & { personId: string } {
  const person = people.get(key);
  if (!person?.personId) throw new PlanDataError(at, `no person "${key}" is known`);
  return { ...person, personId: person.personId };
}

/** A milestone 1.2 belongs to the action 1, which has to stand before it. */
function parentOf(
  { kind, ref, at }: ItemRow,
  objectiveId: string,
  ids: ReadonlyMap<string, string>,
  keyOf: (objectiveId: string, kind: string, ref: string) => string,
): string | null {
  if (kind !== 'milestone') return null;
  const action = ref.split('.')[0] ?? '';
  const id = ids.get(keyOf(objectiveId, 'action', action));
  if (id === undefined) throw new PlanDataError(at, `no action "${action}" is known`);
  return id;
}

async function readPeople({ db, partnershipId }: PlanLoad): Promise<People> {
  const people = await db.person.findMany({
    where: { partnershipId },
    include: { organisation: true },
  });
  return new Map(
    people.map(({ id, key, name, organisation }) => [
      key,
      { personId: id, name, organisation: organisation.name },
    ]),
  );
}

function toFacts(row: ItemRow, people: People): ItemFacts {
  const dates = { due: toDate(row.due), originalDue: toDate(row.originalDue) };
  const by = (key: string): Named => personOf(key, row, people);
  switch (row.kind) {
    case 'evidence':
      return { ...row, ...dates, detail: { ...row.detail, by: by(row.detail.by) } };
    case 'decision': {
      const decidedBy = row.detail.by === null ? null : by(row.detail.by);
      return { ...row, ...dates, detail: { ...row.detail, by: decidedBy } };
    }
    case 'action':
    case 'milestone':
    case 'measure':
    case 'risk':
    case 'coproduction':
    case 'recovery':
      return { ...row, ...dates };
    default:
      return row satisfies never;
  }
}

function toDate(date: ItemRow['due']) {
  return date && { ...date, lastDay: Temporal.PlainDate.from(date.lastDay) };
}

async function loadLinks(plan: PlanLoad, { objectives, projects }: PlanContent): Promise<void> {
  const { db, rows, partnershipId } = plan;
  if (rows.link.length === 0) return;
  const where = { partnershipId };
  const priorities = new Map(
    (await db.strategicPriority.findMany({ where })).map(({ number, id }) => [String(number), id]),
  );
  const selfEvaluation = new Map(
    (await db.selfEvaluationItem.findMany({ where })).map(({ list, letter, id }) => [
      `${list} ${letter}`,
      id,
    ]),
  );
  const idOf = (
    ids: ReadonlyMap<string, string>,
    key: string | number | null,
    row: Placed<'link'>,
  ) => (key === null ? null : resolve(ids, String(key), 'project, priority or item', row.at));
  const toLink = (row: Placed<'link'>) => ({
    partnershipId,
    objectiveId: resolve(objectives, row.objective, 'objective', row.at),
    projectId: idOf(projects, row.project, row),
    priorityId: idOf(priorities, row.priority, row),
    selfEvaluationItemId: idOf(selfEvaluation, row.selfEvaluation, row),
    example: row.example,
  });
  const keyOf = (link: Omit<ReturnType<typeof toLink>, 'partnershipId' | 'example'>) =>
    [link.objectiveId, link.projectId, link.priorityId, link.selfEvaluationItemId].join(' ');
  const settled = await settledByPeople(plan, 'links');
  const isOpen = (row: Placed<'link'>) => !settled.has(toLink(row).objectiveId);
  const links = rows.link.filter(isOpen);
  const outcome = await reconcile(links.map(toLink), {
    keyOf,
    read: () => db.objectiveLink.findMany({ where }),
    add: (data) => db.objectiveLink.createManyAndReturn({ data }),
    change: (id, data) =>
      db.objectiveLink.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('link', 'objective_link', links, outcome, (row) => keyOf(toLink(row)));
}
