// `/pap admin organisation`: bodies are added, renamed and merged, and what is older keeps the name that it had.
import { expect, it } from 'vitest';
import { organisation } from '../../../commands/admin/organisation.ts';
import { someDay } from '../../support/world/builders.ts';
import { ASHA, BEN, CERYS, ELLA } from '../../support/world/cast.ts';
import { itemsOf, rowsOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlanOnBoth } from '../../support/world/plan-suite.ts';
import { textOf } from '../../support/world/plan-world.ts';

describePlanOnBoth('admin organisation', (parts) => {
  const office = (line: string) => parts.world.pap(BEN, `admin organisation ${line}`.trim());
  const lastAudit = async () => (await parts.world.record.audit.list(1))[0];
  const named = async (name: string) =>
    await parts.harness.prisma.organisation.findFirstOrThrow({
      where: { partnershipId: parts.world.partnership.id, name },
    });

  it.each(organisation.examples)('has an example that works: %s', async (line) => {
    expect((await parts.world.pap(BEN, line)).outcome).toBe('done');
  });

  it('lists the bodies with their kinds and how many people each has', async () => {
    const { message } = await office('');

    expect(rowsOf(message)).toContainEqual(['Example NHS', 'NHS', '2']);
  });

  it('adds one, for which people can answer at once', async () => {
    const added = await office('add "Borsetshire as it was" as Parent carer forum');
    const person = await parts.world.pap(
      BEN,
      'admin people add "Sam Reed" sam@nhs.example Borsetshire as it was',
    );

    expect(added.message.title).toBe('Borsetshire as it was was added');
    expect(person.outcome).toBe('done');
    expect(await named('Borsetshire as it was')).toMatchObject({ kind: 'parent-carer-forum' });
    expect(rowsOf((await office('')).message)).toContainEqual([
      ...['Borsetshire as it was', 'Parent carer forum', '1'],
    ]);
  });

  it('renames one, and what is asked as at an earlier day has the old name', async () => {
    const { world } = parts;
    const reply = await office('rename example-nhs to Trust to be');
    const audit = await lastAudit();
    world.at('2024-07-02T09:00');

    expect(reply.message.title).toBe('Example NHS is now Trust to be');
    expect(audit).toMatchObject({
      kind: 'organisation-changed',
      summary: 'The organisation Example NHS is called Trust to be',
    });
    expect(textOf(await world.pap(BEN, 'admin people @ella'))).toContain('Trust to be');
    expect(textOf(await world.pap(BEN, 'admin people @ella at 28 June 2024'))).toContain(
      'Example NHS',
    );
    expect(rowsOf((await office('at 28 June 2024')).message)).toContainEqual([
      ...['Example NHS', 'NHS', '2'],
    ]);
  });

  it('merges two after one question: people, what it answers for and closed days pass over', async () => {
    const { world, harness } = parts;
    const nhs = await named('Example NHS');
    const council = await named('Example Council');
    const { id: objectiveId } = await world.objective('3A:2');
    await world.pap(BEN, 'admin calendar close 8 July 2024 "Moving day" for Example NHS');
    await world.pap(BEN, 'admin calendar close 8 July 2024 "Moving day" for Example Council');
    await world.pap(BEN, 'admin calendar close 9 July 2024 "Moving day" for Example NHS');

    const asked = await office('merge Example NHS into Example Council');
    const before = await named('Example NHS');
    const done = await office('merge confirm "Example NHS" into "Example Council"');

    expect(asked.message.title).toBe('Does Example NHS become part of Example Council?');
    expect(textOf(asked)).toContain(
      '2 people move to Example Council. Example Council then answers for 3A:2.',
    );
    expect(before.mergedIntoId).toBeNull();
    expect(done.message.title).toBe('Example NHS is now part of Example Council');
    expect(itemsOf(done.message)[1]).toBe('Objectives that Example Council answers for now: 3A:2');
    expect(await lastAudit()).toMatchObject({ kind: 'organisation-merged' });
    expect(await harness.prisma.person.count({ where: { organisationId: nhs.id } })).toBe(0);
    const closed = await harness.prisma.closureDay.findMany({
      where: { organisationId: { not: null } },
      orderBy: { day: 'asc' },
    });
    expect(closed.map((day) => [day.organisationId, day.day.getUTCDate()])).toEqual([
      [council.id, 8],
      [council.id, 9],
    ]);
    const objective = await world.record.objectives.find(objectiveId, someDay);
    expect(objective?.assignees).toMatchObject([
      { personId: null, organisation: 'Example Council' },
    ]);
    const entries = await world.record.history.list(objectiveId);
    expect(entries.at(-1)?.detail).toMatchObject({
      ...{ of: 'assignment', before: ['Example NHS'], after: ['Example Council'] },
    });
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('knows a body that was merged by its old name, and lists it with the other', async () => {
    const { world } = parts;
    await office('merge confirm Example NHS into Example Council');
    world.at('2024-07-02T09:00');

    const added = await world.pap(BEN, 'admin people add "Sam Reed" sam@x.example Example NHS');

    expect(textOf(added)).toContain('For Example Council');
    expect(textOf(await office(''))).toContain('Example Council (took in Example NHS)');
    expect(textOf(await world.pap(BEN, 'admin people @ella at 28 June 2024'))).toContain(
      'Example NHS',
    );
  });

  it.each([
    ['add', 'usage'],
    ['add Example Trust', 'usage'],
    ['add "Example Trust" as bank', 'usage'],
    ['add "example nhs" as NHS', 'name-taken'],
    [`add "${'x'.repeat(201)}" as NHS`, 'usage'],
    ['add "Sam 943 476 5919" as NHS', 'personal-data'],
    ['rename Example NHS', 'usage'],
    ['rename Acme to Example Trust', 'unknown-organisation'],
    ['rename Example NHS to Example Council', 'name-taken'],
    ['kind Example NHS', 'usage'],
    ['kind Acme as NHS', 'unknown-organisation'],
    ['merge Example NHS', 'usage'],
    ['merge Acme into Example NHS', 'unknown-organisation'],
    ['merge Example NHS into Acme', 'unknown-organisation'],
    ['merge Example NHS into example nhs', 'same-organisation'],
    ['merge confirm Example NHS into Example NHS', 'same-organisation'],
    ['split Example NHS', 'usage'],
  ])('refuses “%s” and changes nothing', async (line, code) => {
    const before = await parts.world.footprint();

    const reply = await office(line);

    expect([reply.outcome, reply.code]).toEqual(['refused', code]);
    expect(await parts.world.footprint()).toEqual(before);
  });

  it.each([
    [ASHA, 'the owner'],
    [CERYS, 'a co-chair'],
    [ELLA, 'a deputy'],
  ])('is closed to %s, %s', async (email) => {
    for (const line of ['', 'add "Example Trust" as NHS', 'rename Example NHS to Trust'])
      expect(await parts.world.pap(email, `admin organisation ${line}`)).toMatchObject({
        ...{ outcome: 'refused', code: 'not-permitted' },
      });
  });

  itIsClosedToOutsiders('admin organisation', () => parts);
});
