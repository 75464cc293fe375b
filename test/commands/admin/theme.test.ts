// `/pap admin theme` and `/pap admin owner`: what the plan is divided into, and who answers, for many objectives at once.
import { expect, it } from 'vitest';
import { ASHA, BEN, CERYS, DEV, ELLA, FEMI } from '../../support/world/cast.ts';
import { itemsOf, rowsOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlanOnBoth, type PlanSuite } from '../../support/world/plan-suite.ts';
import { textOf } from '../../support/world/plan-world.ts';
import { deliverNow, titlesOf } from '../../support/world/told.ts';

/** Three objectives that nobody owns and that are in no theme, of a plan that numbers otherwise. */
async function addVacant({ world, harness }: PlanSuite): Promise<void> {
  const { prisma } = harness;
  const { id: partnershipId } = world.partnership;
  const { planVersionId, areaId } = await prisma.objective.findFirstOrThrow({
    where: { partnershipId },
  });
  for (const ref of ['7.1', '7.2', 'SEND-14'])
    await prisma.objective.create({
      data: {
        ...{ partnershipId, planVersionId, areaId, ref, title: `The work of ${ref}` },
        refKey: ref.toUpperCase().replace(/[^A-Z0-9]/g, ''),
      },
    });
}

describePlanOnBoth('admin theme', (parts) => {
  const office = (line: string) => parts.world.pap(BEN, `admin theme ${line}`.trim());
  const lastAudit = async () => (await parts.world.record.audit.list(1))[0];

  it('lists themes with their projects, and the areas', async () => {
    const reply = await office('');

    expect(rowsOf(reply.message)[0]?.[0]).toBe('Theme 1 Right Support, Right Time');
    expect(textOf(reply)).toContain('Early Years');
  });

  it.each([
    ['add Early help', 'Theme 4 Early help was added'],
    ['add 9 "Early help"', 'Theme 9 Early help was added'],
    ['add workstream Leadership', 'Leadership was added'],
    ['project add Family hubs in theme 1', 'The project Family hubs was added'],
    ['project rename Early Years to Early help', 'Early Years is now Early help'],
    ['area SEND Whole system', 'The area SEND Whole system was added'],
  ])('does “%s” and keeps who did it', async (line, title) => {
    const reply = await office(line);

    expect(reply.message.title).toBe(title);
    expect((await lastAudit())?.kind).toMatch(/^(?:theme|project)-(?:added|renamed)$|^area-named$/);
  });

  it('renames a theme; what is asked as at an earlier day has the old name', async () => {
    const { world } = parts;
    const reply = await office('rename theme 1 to Ready to learn');
    world.at('2024-07-02T09:00');

    expect(reply.message.title).toBe(
      'Theme 1 Right Support, Right Time is now theme 1 Ready to learn',
    );
    expect(textOf(await world.pap(BEN, 'show 2B:2'))).toContain('Ready to learn');
    expect(textOf(await world.pap(BEN, 'show 2B:2 at 28 June 2024'))).toContain('Right Support');
  });

  it('places several objectives at once, with one message to each co-chair', async () => {
    const { world } = parts;
    await addVacant(parts);

    const asked = await office('place 7.1 7.2 and SEND-14 in theme 1');
    const before = await world.objective('7.1');
    const done = await office('place confirm 7.1, 7.2, SEND-14 in theme 1');

    expect(asked.message.title).toBe('3 objectives: in theme 1 Right Support, Right Time?');
    expect(before.themes).toEqual([]);
    expect(done.message.title).toBe('3 objectives: in theme 1 Right Support, Right Time');
    expect((await world.objective('SEND-14')).themes).toMatchObject([{ number: 1 }]);
    const { id } = await world.objective('7.2');
    expect((await world.record.history.list(id)).at(-1)?.detail).toMatchObject({
      ...{ of: 'objective', change: 'changed', before: { themes: [] } },
    });
    expect(titlesOf(await deliverNow(parts))).toEqual([
      [CERYS, '3 objectives in theme 1 Right Support, Right Time'],
      [DEV, '3 objectives in theme 1 Right Support, Right Time'],
    ]);
  });

  it.each([
    ['add', 'usage'],
    ['add 0 Early help', 'usage'],
    ['add 1 Early help', 'name-taken'],
    ['add right support right time', 'name-taken'],
    ['rename theme 1', 'usage'],
    ['rename theme 99 to Early help', 'unknown-theme'],
    ['project', 'usage'],
    ['project add Family hubs', 'usage'],
    ['project add Family hubs in theme 99', 'unknown-theme'],
    ['project add early years in theme 1', 'name-taken'],
    ['project rename Hubs to Houses', 'usage'],
    ['area 2B', 'usage'],
    ['place', 'usage'],
    ['place 2B:2 theme 1', 'usage'],
    ['place 2B:2 in theme 99', 'unknown-theme'],
    ['place 9Z:9 in theme 1', 'unknown-objective'],
    ['place 2B:2 in theme 2', 'not-vacant'],
    ['place confirm 2B:2, 1A:1 in theme 2', 'none-recorded'],
    ['paint 2B:2', 'usage'],
  ])('refuses “%s” and changes nothing', async (line, code) => {
    const before = await parts.world.footprint();

    const reply = await office(line);

    expect([reply.outcome, reply.code]).toEqual(['refused', code]);
    expect(await parts.world.footprint()).toEqual(before);
  });

  it.each([ASHA, CERYS, ELLA])('is closed to %s', async (email) => {
    for (const line of ['', 'add Early help', 'place 2B:2 in theme 1'])
      expect((await parts.world.pap(email, `admin theme ${line}`)).code).toBe('not-permitted');
  });

  itIsClosedToOutsiders('admin theme', () => parts);
});

describePlanOnBoth('admin owner', (parts) => {
  const office = (line: string) => parts.world.pap(BEN, `admin owner ${line}`.trim());

  it('names the owner of several objectives after one question, in one message', async () => {
    const { world } = parts;
    await addVacant(parts);

    const asked = await office('7.1 7.2 SEND-14 @femi');
    const before = await world.objective('7.1');
    const done = await office('confirm 7.1, 7.2, SEND-14 femi@example.org');

    expect(asked.message.title).toBe('3 objectives: owner Femi Example?');
    expect(before.assignees).toEqual([]);
    expect(done.message.title).toBe('3 objectives: owner Femi Example');
    expect(itemsOf(done.message)).toHaveLength(3);
    const { id, assignees } = await world.objective('SEND-14');
    expect(assignees).toMatchObject([{ role: 'owner', name: 'Femi Example' }]);
    expect((await world.record.history.list(id)).at(-1)?.detail).toMatchObject({
      ...{ of: 'assignment', role: 'owner', before: [] },
    });
    expect(titlesOf(await deliverNow(parts))).toEqual([
      [FEMI, 'You are the owner of 3 objectives'],
    ]);
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('names one without a question, and a deputy', async () => {
    const { world } = parts;

    const owner = await office('3A:2 @ella');
    const deputy = await office('deputy 3A:2 to @femi');

    expect(owner.message.title).toBe('3A:2: owner Ella Example');
    expect(deputy.code).toBe('unknown-person');
    expect((await office('deputy 3A:2 @femi')).message.title).toBe('3A:2: deputy Femi Example');
    expect((await world.objective('3A:2')).assignees).toMatchObject([
      { role: 'owner', name: 'Ella Example' },
      { role: 'deputy', name: 'Femi Example' },
    ]);
  });

  it('leaves what somebody owns to a handover, and offers the others', async () => {
    const { world } = parts;

    const one = await office('2B:2 @ella');
    const several = await office('confirm 2B:2, 3A:2 @ella');

    expect(one.code).toBe('not-vacant');
    expect(textOf(one)).toContain('/pap handover 2B:2 deputy@example.org');
    expect(several.code).toBe('none-recorded');
    expect(textOf(several)).toContain('admin owner confirm 3A:2 deputy@example.org');
    expect((await world.objective('3A:2')).assignees).toMatchObject([{ personId: null }]);
  });

  it.each([
    ['', 'usage'],
    ['3A:2', 'usage'],
    ['@ella', 'usage'],
    ['3A:2 @nobody', 'unknown-person'],
    ['9Z:9 @ella', 'unknown-objective'],
    ['deputy 2B:2 @femi', 'not-vacant'],
  ])('refuses “%s” and changes nothing', async (line, code) => {
    const before = await parts.world.footprint();

    const reply = await office(line);

    expect([reply.outcome, reply.code]).toEqual(['refused', code]);
    expect(await parts.world.footprint()).toEqual(before);
  });

  it.each([ASHA, CERYS, ELLA])('is closed to %s', async (email) => {
    expect((await parts.world.pap(email, 'admin owner 3A:2 @ella')).code).toBe('not-permitted');
  });

  itIsClosedToOutsiders('admin owner 3A:2 @ella', () => parts);
});
