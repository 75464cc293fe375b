// Cycles come from meetings, and returns from cycles; both are made once.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { everydayCalendar } from '../../../../src/core/dates/domain/working-days.ts';
import { chaseRules } from '../../../../src/cycle/cycles/domain/chase-rules.ts';
import { type Cycle, nothingByHand } from '../../../../src/cycle/cycles/domain/cycle.ts';
import { defaultRules } from '../../../../src/cycle/cycles/domain/forum-rules.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import {
  buildCycle,
  buildObjective,
  buildOwner,
  buildPartnership,
  buildPerson,
  newUpdate,
  someDay,
} from '../../../support/world/builders.ts';

describeOnBothDatabases('cycles', (harness) => {
  it('makes the cycle of each collecting forum’s next meeting, with a return for every objective, once', async () => {
    const partnership = await buildPartnership(harness.prisma);
    const { id: partnershipId, forumId } = partnership;
    const { cycles } = harness.store.open(partnershipId);
    const first = await buildObjective(harness.prisma, partnership, { ref: '2B:1' });
    const second = await buildObjective(harness.prisma, partnership, { ref: '2B:2' });
    const silent = await harness.prisma.forum.create({
      data: { partnershipId, key: 'cabinet', name: 'Cabinet', kind: 'cabinet' },
    });
    const meet = (forum: string, day: string) => ({
      partnershipId,
      forumId: forum,
      heldOn: new Date(day),
      title: `Meeting of ${day}`,
      example: day === '2024-07-24',
    });
    await harness.prisma.meeting.createMany({
      data: [
        meet(forumId, '2024-06-30'),
        meet(forumId, '2024-07-24'),
        meet(forumId, '2024-09-25'),
        meet(silent.id, '2024-07-10'),
      ],
    });

    expect(await cycles.ensure(someDay)).toEqual({ cycles: 1, returns: 2 });
    expect(await cycles.ensure(someDay)).toEqual({ cycles: 0, returns: 0 });

    const [cycle, ...others] = await cycles.listFrom(someDay);
    expect(others).toEqual([]);
    const cycleId = cycle?.id ?? '';
    expect(cycle).toEqual({
      id: cycleId,
      forumName: 'Board',
      meetingDate: Temporal.PlainDate.from('2024-07-24'),
      meetingTitle: 'Meeting of 2024-07-24',
      rules: defaultRules,
      chase: chaseRules(),
      calendar: everydayCalendar,
      byHand: nothingByHand,
      timeZone: 'Europe/London',
      example: true,
    });
    expect(await cycles.outstanding(cycle as Cycle)).toEqual([
      { objectiveId: first.id },
      { objectiveId: second.id },
    ]);
  });

  it('lists with each cycle what somebody owes it: their own objectives, not a deputy’s nor what is returned', async () => {
    const own = await buildPartnership(harness.prisma);
    const { cycles, objectives } = harness.store.open(own.id);
    const [asha, ben] = [
      await buildPerson(harness.prisma, own),
      await buildPerson(harness.prisma, own),
    ];
    const built = [];
    for (const ref of ['10A:1', '2B:2', '2B:3', '2B:4']) {
      const { id } = await buildObjective(harness.prisma, own, { ref });
      await buildOwner(harness.prisma, own, id, ref === '2B:4' ? ben.id : asha.id);
      built.push(id);
    }
    await harness.prisma.assignment.updateMany({
      where: { objectiveId: built[2] ?? '' },
      data: { role: 'deputy' },
    });
    const first = await buildCycle(harness.prisma, own);
    const second = await buildCycle(harness.prisma, own, '2024-09-25');
    await objectives.appendUpdate(newUpdate(built[1] ?? '', asha.id, { cycleIds: [first.id] }), 0);

    const owed = await cycles.listOwedBy(asha.id, someDay);

    expect(owed.map((cycle) => [cycle.id, cycle.owed])).toEqual([
      [first.id, ['10A:1']],
      [second.id, ['2B:2', '10A:1']],
    ]);
    const { owed: _owed, ...facts } = owed[0] ?? {};
    expect(facts).toEqual((await cycles.listFrom(someDay))[0]);
  });

  it('adds the return of an objective that came later, and the next cycle once its turn has come', async () => {
    const partnership = await buildPartnership(harness.prisma);
    const { cycles } = harness.store.open(partnership.id);
    const { id: partnershipId, forumId } = partnership;
    await harness.prisma.meeting.createMany({
      data: ['2024-07-24', '2024-09-25'].map((day) => ({
        partnershipId,
        forumId,
        heldOn: new Date(day),
        title: day,
      })),
    });
    await cycles.ensure(someDay);
    await buildObjective(harness.prisma, partnership);

    expect(await cycles.ensure(Temporal.PlainDate.from('2024-07-24'))).toEqual({
      cycles: 0,
      returns: 1,
    });
    expect(await cycles.ensure(Temporal.PlainDate.from('2024-07-25'))).toEqual({
      cycles: 1,
      returns: 1,
    });
    const dates = (await cycles.listFrom(someDay, Temporal.PlainDate.from('2024-07-25'))).map(
      ({ meetingDate }) => meetingDate.toString(),
    );
    expect(dates).toEqual(['2024-07-24', '2024-09-25']);
  });

  it('is the partnership’s own', async () => {
    const [own, other] = [
      await buildPartnership(harness.prisma),
      await buildPartnership(harness.prisma),
    ];
    await buildObjective(harness.prisma, own);
    await harness.prisma.meeting.create({
      data: {
        partnershipId: own.id,
        forumId: own.forumId,
        heldOn: new Date('2024-07-24'),
        title: 'Board',
      },
    });

    expect(await harness.store.open(other.id).cycles.ensure(someDay)).toEqual({
      cycles: 0,
      returns: 0,
    });
    await harness.store.open(own.id).cycles.ensure(someDay);
    const [cycle] = await harness.store.open(own.id).cycles.listFrom(someDay);
    expect(await harness.store.open(other.id).cycles.listFrom(someDay)).toEqual([]);
    expect(await harness.store.open(other.id).cycles.outstanding(cycle as Cycle)).toEqual([]);
    const unknown = { ...(cycle as Cycle), id: 'not an id' };
    expect(await harness.store.open(own.id).cycles.outstanding(unknown)).toEqual([]);
  });
});
