// Objectives as the rules see them, and the history that only grows.
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import { DuplicateRequest } from '../../../../src/core/request/app/faults.ts';
import type { PartnershipRecord } from '../../../../src/core/request/app/ports.ts';
import {
  describeOnBothDatabases,
  describeOnDatabase,
} from '../../../support/database/database-harness.ts';
import {
  type BuiltPartnership,
  buildCycle,
  buildObjective,
  buildOwner,
  buildPartnership,
  buildPerson,
  newUpdate,
  someDay,
  someInstant,
} from '../../../support/world/builders.ts';

describeOnBothDatabases('objectives', (harness) => {
  let partnership: BuiltPartnership;
  let record: PartnershipRecord;
  beforeAll(async () => {
    partnership = await buildPartnership(harness.prisma);
    record = harness.store.open(partnership.id);
  });

  it('finds an objective whole: area, theme, due date and who answers for it', async () => {
    const facts = {
      ref: '2B:7',
      dueText: 'by July 2024',
      duePrecision: 'month',
      dueLastDay: new Date('2024-07-31'),
      rag: 'red',
    } as const;
    const { id } = await buildObjective(harness.prisma, partnership, facts);
    const owner = await buildPerson(harness.prisma, partnership, { name: 'Asha' });
    await buildOwner(harness.prisma, partnership, id, owner.id);
    await harness.prisma.assignment.create({
      data: {
        partnershipId: partnership.id,
        objectiveId: id,
        role: 'deputy',
        organisationId: partnership.organisationId,
        startsOn: new Date('2020-01-01'),
      },
    });

    const [found, ...others] = await record.objectives.list(someDay, { ids: [id] });

    expect(others).toEqual([]);
    expect(found).toEqual({
      id,
      ref: '2B:7',
      title: 'Title of 2B:7',
      areaRef: '2',
      areaName: 'Area two',
      due: {
        text: 'by July 2024',
        precision: 'month',
        lastDay: Temporal.PlainDate.from('2024-07-31'),
      },
      originalDue: null,
      successMeasure: null,
      rag: 'red',
      impactRag: null,
      status: 'open',
      closedOn: null,
      version: 0,
      example: false,
      themes: [
        {
          id: partnership.themeId,
          kind: 'theme',
          number: 1,
          name: 'Theme one',
          placingIsExample: false,
        },
      ],
      assignees: [
        { role: 'owner', personId: owner.id, name: 'Asha', organisation: 'Council' },
        { role: 'deputy', personId: null, name: null, organisation: 'Council' },
      ],
    });
    expect(await record.objectives.find(id, someDay)).toEqual(found);
  });

  it('counts an assignment from its first day to its last, and none of somebody who has left', async () => {
    const { id } = await buildObjective(harness.prisma, partnership, { ref: '3A:1' });
    const [now, past, future, gone] = [
      await buildPerson(harness.prisma, partnership),
      await buildPerson(harness.prisma, partnership),
      await buildPerson(harness.prisma, partnership),
      await buildPerson(harness.prisma, partnership, { active: false }),
    ];
    const assign = (personId: string, startsOn: string, endsOn: string | null) =>
      harness.prisma.assignment.create({
        data: {
          partnershipId: partnership.id,
          objectiveId: id,
          role: 'owner',
          personId,
          startsOn: new Date(startsOn),
          endsOn: endsOn === null ? null : new Date(endsOn),
        },
      });
    await assign(now.id, '2024-07-01', '2024-07-01');
    await assign(past.id, '2024-01-01', '2024-06-30');
    await assign(future.id, '2024-07-02', null);
    await assign(gone.id, '2024-01-01', null);

    const found = await record.objectives.find(id, someDay);

    expect(found?.assignees.map(({ personId }) => personId)).toEqual([now.id]);
    expect(
      (await record.objectives.list(someDay, { personId: now.id })).map((one) => one.id),
    ).toEqual([id]);
    expect(await record.objectives.list(someDay, { personId: past.id })).toEqual([]);
    expect(await record.objectives.list(someDay, { personId: gone.id })).toEqual([]);
  });

  it('lists by theme and by id, in the order of people', async () => {
    const own = await buildPartnership(harness.prisma);
    const { objectives } = harness.store.open(own.id);
    const ten = await buildObjective(harness.prisma, own, { ref: '10A:1' });
    const two = await buildObjective(harness.prisma, own, { ref: '2B:2' });

    expect(
      (await objectives.list(someDay, { themeId: own.themeId })).map(({ ref }) => ref),
    ).toEqual(['2B:2', '10A:1']);
    expect(
      (await objectives.list(someDay, { ids: [ten.id, 'not an id'] })).map(({ ref }) => ref),
    ).toEqual(['10A:1']);
    expect(await objectives.list(someDay, { ids: [] })).toEqual([]);
    expect(await objectives.listNames()).toEqual([
      { id: two.id, ref: '2B:2', title: 'Title of 2B:2' },
      { id: ten.id, ref: '10A:1', title: 'Title of 10A:1' },
    ]);
    expect((await objectives.refs()).all).toEqual(await objectives.listNames());
  });

  it('knows nothing of another partnership, of an older plan, or of what is not an id', async () => {
    const other = await buildPartnership(harness.prisma);
    const foreign = await buildObjective(harness.prisma, other, { ref: '9Z:9' });
    const author = await buildPerson(harness.prisma, partnership);
    const old = await harness.prisma.planVersion.create({
      data: { partnershipId: partnership.id, number: 2, label: 'Old', status: 'superseded' },
    });
    const superseded = await buildObjective(harness.prisma, partnership, {
      ref: '9Y:1',
      planVersionId: old.id,
    });

    expect(await record.objectives.find(foreign.id, someDay)).toBeNull();
    const { alike } = await record.objectives.refs();
    expect([...alike('9Z9'), ...alike('9Y1')]).toEqual([]);
    expect(await record.objectives.history(foreign.id, 5)).toEqual([]);
    expect(await record.objectives.appendUpdate(newUpdate(foreign.id, author.id), 0)).toBeNull();
    expect(await record.objectives.find(superseded.id, someDay)).toBeNull();
    expect(await record.objectives.find("'; DROP TABLE objective; --", someDay)).toBeNull();
  });

  it('appends an update, moves the objective on and answers the open returns', async () => {
    const own = await buildPartnership(harness.prisma);
    const { objectives, cycles } = harness.store.open(own.id);
    const author = await buildPerson(harness.prisma, own, { name: 'Asha' });
    const objective = await buildObjective(harness.prisma, own);
    const other = await buildObjective(harness.prisma, own, { ref: '2B:3' });
    const cycle = await buildCycle(harness.prisma, own);

    const update = newUpdate(objective.id, author.id, { cycleIds: [cycle.id], late: true });
    const appended = await objectives.appendUpdate(update, 0);

    expect(appended?.version).toBe(1);
    expect(await objectives.find(objective.id, someDay)).toMatchObject({
      rag: 'amber',
      version: 1,
    });
    const [listed] = await cycles.listFrom(someDay);
    expect(await cycles.outstanding(listed as NonNullable<typeof listed>)).toEqual([
      { objectiveId: other.id },
    ]);
    const entry = {
      id: appended?.id,
      objectiveId: objective.id,
      ref: '2B:2',
      kind: 'update',
      rating: 'delivery',
      supersedesId: null,
      superseded: false,
      fromRag: null,
      toRag: 'amber',
      note: update.note,
      authorId: author.id,
      author: { name: 'Asha', organisation: 'Council' },
      at: someInstant,
      late: true,
      version: 1,
    };
    expect(await objectives.history(objective.id, 5)).toEqual([entry]);
    expect(await objectives.findUpdateByRequest(update.requestId)).toEqual(entry);

    await objectives.appendUpdate(
      newUpdate(objective.id, author.id, { kind: 'same', cycleIds: [cycle.id] }),
      1,
    );
    const answered = await harness.prisma.returnRequest.findFirstOrThrow({
      where: { cycleId: cycle.id, objectiveId: objective.id },
    });
    expect(answered.answeredById).toBe(appended?.id);
    expect((await objectives.history(objective.id, 1)).map(({ version }) => version)).toEqual([2]);
    const stories = await objectives.ratingStories([objective.id, other.id]);
    expect([...stories.keys()]).toEqual([objective.id]);
    expect(stories.get(objective.id)).toMatchObject({
      since: { version: 1, kind: 'update' },
      confirmed: { version: 2, kind: 'same' },
    });
  });

  it('refuses an update of a version that is gone, and recognises a repeated request', async () => {
    const author = await buildPerson(harness.prisma, partnership);
    const objective = await buildObjective(harness.prisma, partnership, { ref: '4A:1' });
    const update = newUpdate(objective.id, author.id);
    await record.objectives.appendUpdate(update, 0);

    expect(await record.objectives.appendUpdate(newUpdate(objective.id, author.id), 0)).toBeNull();
    await expect(record.objectives.appendUpdate(update, 0)).rejects.toThrow(DuplicateRequest);
    await expect(record.objectives.appendUpdate(update, 1)).rejects.toThrow(DuplicateRequest);
    await expect(
      record.transaction(({ objectives }) => objectives.appendUpdate(update, 1)),
    ).rejects.toThrow(DuplicateRequest);
    expect(await record.objectives.history(objective.id, 5)).toHaveLength(1);
  });

  it('tells what changed for a theme after an instant, oldest first and without published ratings', async () => {
    const own = await buildPartnership(harness.prisma);
    const { objectives } = harness.store.open(own.id);
    const author = await buildPerson(harness.prisma, own);
    const objective = await buildObjective(harness.prisma, own, { version: 1 });
    await harness.prisma.objectiveEntry.create({
      data: {
        partnershipId: own.id,
        objectiveId: objective.id,
        kind: 'published',
        toRag: 'red',
        version: 1,
        requestId: 'published',
        at: new Date('2024-07-01T10:00:00Z'),
      },
    });
    const at = (minutes: number) => someInstant.add({ minutes });
    await objectives.appendUpdate(newUpdate(objective.id, author.id, { at: at(0) }), 1);
    await objectives.appendUpdate(newUpdate(objective.id, author.id, { at: at(60) }), 2);
    await objectives.appendUpdate(newUpdate(objective.id, author.id, { at: at(120) }), 3);

    const updates = await objectives.updatesSince(own.themeId, at(0), at(120));

    expect(updates.map(({ version }) => version)).toEqual([3, 4]);
    expect(await objectives.updatesSince(partnership.themeId, at(0), at(120))).toEqual([]);
    expect(await objectives.updatesSince([objective.id], at(0), at(120))).toEqual(updates);
    expect(await objectives.updatesSince([], at(0), at(120))).toEqual([]);
  });

  it('says in which document and line the facts stand', async () => {
    const { id } = await buildObjective(harness.prisma, partnership, { ref: '5A:1' });
    const document = await harness.prisma.sourceDocument.create({
      data: { partnershipId: partnership.id, doc: '000', file: 'f.txt', title: 'Progress' },
    });
    const cite = (line: number, verbatim: string) => ({
      partnershipId: partnership.id,
      documentId: document.id,
      line,
      verbatim,
      subjectType: 'objective',
      subjectId: id,
    });
    await harness.prisma.sourceReference.createMany({
      data: [cite(103, 'a'), cite(102, 'b'), cite(103, 'c')],
    });

    expect(await record.objectives.sources(id)).toEqual([
      { document: 'Progress', line: 102 },
      { document: 'Progress', line: 103 },
    ]);
  });
});

// The embedded engine runs one transaction at a time, so only PostgreSQL can show this.
describeOnDatabase('postgresql', 'two updates of the same version at once', (harness) => {
  it('keeps the first to commit and tells the other', async () => {
    const partnership = await buildPartnership(harness.prisma);
    const author = await buildPerson(harness.prisma, partnership);
    const objective = await buildObjective(harness.prisma, partnership);
    const record = harness.store.open(partnership.id);
    const started = withResolvers();
    const mayCommit = withResolvers();

    const first = record.transaction(async ({ objectives }) => {
      const appended = await objectives.appendUpdate(newUpdate(objective.id, author.id), 0);
      started.resolve();
      await mayCommit.promise;
      return appended;
    });
    await started.promise;
    const second = record.transaction(({ objectives }) =>
      objectives.appendUpdate(newUpdate(objective.id, author.id), 0),
    );
    mayCommit.resolve();

    expect((await first)?.version).toBe(1);
    expect(await second).toBeNull();
  });
});

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
