// Whole plans in five layouts: imported, shown, returned on for a cycle, exported, and imported into a partnership that has none.
// What a plan says is compared one by one with what the record says after each of these.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Inbound, Reply } from '../../src/core/request/app/inbound.ts';
import type { PartnershipRecord } from '../../src/core/request/app/ports.ts';
import { chaseDueOwners } from '../../src/cycle/chases/app/chase-due-owners.ts';
import { rollCycle } from '../../src/cycle/meetings/app/roll-cycle.ts';
import { fileFormats } from '../../src/files/formats.ts';
import { lastPublished } from '../../src/plan/history/domain/history-entry.ts';
import { createDispatch } from '../../src/service/dispatch/app/dispatch-command.ts';
import { describeOnDatabase, type Harness } from '../support/database/database-harness.ts';
import { buildPartnership, buildPerson } from '../support/world/builders.ts';
import { london, terminalInbound, textOf } from '../support/world/plan-world.ts';
import {
  colourBoard,
  deliveryPlan,
  type ExpectedObjective,
  improvementPlan,
  monthlyTracker,
  PLANNERS,
  statementOfAction,
} from '../support/world/whole-plans.ts';

const OFFICE = 'office@borsetshire.example';
const TODAY = Temporal.PlainDate.from('2024-07-01');
const NOW = london('2024-07-01T10:30');

const plans = {
  'a statement of action in Word': statementOfAction,
  'an improvement plan in Excel': improvementPlan,
  'a delivery plan as CSV, without references': deliveryPlan,
  'a tracker by month in Excel': monthlyTracker,
  'a board of colours by month in Excel': colourBoard,
};

describeOnDatabase('embedded', 'whole plans', (harness) => {
  it.each(Object.entries(plans))(
    '%s comes in, lives a cycle and goes out',
    async (_, make) => {
      const { file, expected, answers } = await make();
      const own = await found(harness);

      const dry = await own.type(OFFICE, 'admin import', { file });
      if (answers.length > 0)
        await own.type(OFFICE, `admin import answer 1\n${answers.join('\n')}`);
      await own.type(OFFICE, 'admin import confirm 1');

      expect(textOf(dry)).toContain(`New: ${expected.length} objectives`);
      expect(await planIn(own.record)).toEqual(expected);
      for (const { ref, title, note } of expected.slice(0, 3)) {
        const shown = textOf(await own.type(OFFICE, `show ${ref}`));
        expect(shown).toContain(title);
        expect(shown).toContain(note);
      }
      await returnAll(own, expected);
      const exported = await own.type(OFFICE, 'admin export json');
      const copy = await found(harness);
      const [archive] = exported.files ?? [];
      if (!archive) throw new Error('there is no file');
      await copy.type(OFFICE, 'admin import', { file: archive });
      await copy.type(OFFICE, 'admin import confirm 1');

      const after = await planIn(own.record);
      expect(after.every(({ note }) => note?.startsWith('Returned in July'))).toBe(true);
      expect(await planIn(copy.record)).toEqual(after);
      expect((await copy.record.history.verify()).firstBreak).toBeNull();
      expect((await copy.record.seal.compute()).seal).toBe((await own.record.seal.compute()).seal);
    },
    480_000,
  );
});

type Place = Awaited<ReturnType<typeof found>>;

/** Every owner returns on what is theirs, and the office on the rest; nothing is outstanding then. */
async function returnAll(
  { record, key, type, partnership }: Place,
  expected: readonly ExpectedObjective[],
) {
  expect(textOf(await type(OFFICE, 'outstanding'))).toContain(
    `Outstanding returns: ${expected.length}`,
  );
  await chaseDueOwners(record, partnership, NOW);
  for (const owner of [...PLANNERS, null]) {
    const refs = expected.filter((one) => one.owner === owner).map(({ ref }) => ref);
    const lines = refs.map((ref) => `${ref} amber Returned in July on ${ref}`);
    if (lines.length > 0)
      await type(owner ? emailOf(owner) : OFFICE, `update confirm\n${lines.join('\n')}`);
  }
  expect(textOf(await type(OFFICE, 'outstanding')), key).toContain('Outstanding returns: 0');
}

function emailOf(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@borsetshire.example`;
}

/** A partnership with an office, six people, a board that meets on 24 July, and no plan. */
async function found(harness: Harness) {
  const { prisma, store } = harness;
  const built = await buildPartnership(prisma);
  const { id: partnershipId, key, forumId } = built;
  await prisma.priorityArea.deleteMany({ where: { partnershipId } });
  await prisma.meeting.create({
    data: { partnershipId, forumId, title: 'Board meeting', heldOn: new Date('2024-07-24') },
  });
  for (const name of PLANNERS) await buildPerson(prisma, built, { name, email: emailOf(name) });
  const { id: personId } = await buildPerson(prisma, built, { name: 'Nadia Khan', email: OFFICE });
  const startsOn = new Date('2024-01-01');
  await prisma.roleGrant.create({
    data: { partnershipId, personId, role: 'programme_office', startsOn },
  });
  const record = store.open(partnershipId);
  const partnership = (await store.list()).find(({ id }) => id === partnershipId);
  if (!partnership) throw new Error('the partnership is not there');
  await rollCycle(record, partnership, NOW);
  const log = { info() {}, warn() {}, error: console.error };
  const dispatch = createDispatch({
    ...{
      store,
      clock: { now: async () => NOW },
      log,
      commands,
      files: fileFormats,
      directories: [],
    },
  });
  const type = async (email: string, line: string, more: Partial<Inbound> = {}): Promise<Reply> => {
    const reply = await dispatch(terminalInbound(email, line, { tenantId: key, ...more }));
    if (reply?.outcome !== 'done')
      throw new Error(`${line}: ${reply ? textOf(reply) : 'no answer'}`);
    return reply;
  };
  return { key, record, partnership, type };
}

/** What the record says, in the order of the plan, in the terms of what a plan is expected to say. */
async function planIn(record: PartnershipRecord): Promise<ExpectedObjective[]> {
  const ids = (await record.objectives.listNames()).map(({ id }) => id);
  const objectives = await record.objectives.list(TODAY, { ids });
  const items = await record.items.list({ objectiveIds: ids, kinds: ['action'] });
  const stories = await record.objectives.ratingStories(ids);
  const published = lastPublished(await record.history.listPublished(ids));
  return await Promise.all(
    objectives.map(async ({ id, ref, areaName, title, due, rag, assignees }) => {
      const said = (what: 'rating' | 'owner') =>
        published.find((one) => one.objectiveId === id && one.what === what);
      const owners = await record.objectives.ownersOfItems([id], TODAY);
      return {
        ...{ ref, area: areaName, title, due: due?.lastDay.toString() ?? null },
        owner: assignees.find(({ role }) => role === 'owner')?.name ?? null,
        ...{ ownerWords: said('owner')?.words ?? null, rag: rag as ExpectedObjective['rag'] },
        ratingWords: said('rating')?.words ?? null,
        note: stories.get(id)?.reason?.words ?? said('rating')?.note ?? null,
        actions: items
          .filter(({ objectiveId }) => objectiveId === id)
          .map((item) => ({
            ...{ title: item.title, due: item.due?.lastDay.toString() ?? null },
            owner: owners.get(item.id)?.replace(/,.*/, '') ?? null,
          })),
      };
    }),
  );
}
