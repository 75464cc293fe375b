// A simulated partnership in a real database: the same people, objectives and meetings under the same ids.
import { noPace } from '../../../bench/simulation/memory-place.ts';
import type { Place } from '../../../bench/simulation/place.ts';
import type { ObjectiveSetting, Outcome, Setting } from '../../../bench/simulation/story.ts';
import { refKey } from '../../../src/plan/objectives/domain/plan-refs.ts';
import type { Harness } from '../../support/database/database-harness.ts';

const LONG_AGO = new Date('2020-01-01');

/** Writes the setting into the record. */
export async function createDatabasePlace(harness: Harness, setting: Setting): Promise<Place> {
  const { prisma, store } = harness;
  const partnershipId = setting.id;
  const date = (day: string) => new Date(`${day}T00:00:00Z`);
  await prisma.partnership.create({
    data: { id: partnershipId, key: setting.key, name: setting.key, shortName: setting.key },
  });
  const { id: planVersionId } = await prisma.planVersion.create({
    data: { partnershipId, number: 1, label: 'Plan', status: 'current' },
  });
  const { id: areaId } = await prisma.priorityArea.create({
    data: { partnershipId, planVersionId, ref: '1' },
  });
  const { id: organisationId } = await prisma.organisation.create({
    data: { partnershipId, key: 'council', name: 'Council', kind: 'council' },
  });
  await prisma.closureDay.createMany({
    data: setting.closed.map((day) => ({ partnershipId, day: date(day), name: 'Closed' })),
  });
  await prisma.theme.createMany({
    data: setting.themes.map((id, index) => ({
      ...{ id, partnershipId, key: `theme-${index + 1}`, kind: 'theme', number: index + 1 },
      name: 'Theme',
    })),
  });
  await addForums(harness, setting);
  await addPeople(harness, setting, organisationId);
  for (const objective of setting.objectives) await addObjective(objective, LONG_AGO);

  async function addObjective(objective: ObjectiveSetting, startsOn: Date): Promise<void> {
    const { id, ref, themeId, ownerId, deputyId } = objective;
    await prisma.objective.create({
      data: {
        ...{ id, partnershipId, planVersionId, areaId, ref, refKey: refKey(ref), rag: 'amber' },
        title: 'Something that is to be done',
        placings: { create: { themeId } },
      },
    });
    const assigned = [
      ...(ownerId === null ? [] : [{ role: 'owner', personId: ownerId } as const]),
      ...(deputyId === null ? [] : [{ role: 'deputy', personId: deputyId } as const]),
    ];
    await prisma.assignment.createMany({
      data: assigned.map((one) => ({ ...one, partnershipId, objectiveId: id, startsOn })),
    });
  }

  const partnership = (await store.list()).find(({ id }) => id === partnershipId);
  if (!partnership) throw new Error('the partnership was not written');
  const record = store.open(partnershipId);
  let evidence = 0;
  return {
    // The pace is kept in real time, and here a year passes in minutes.
    ...{ store: { ...store, pace: noPace }, partnership, record },
    async queued() {
      const rows = await prisma.notification.findMany({
        // What was sent is changed where it stands; the simulation looks at what is sent.
        where: { partnershipId, state: 'queued', kind: { not: 'edit' } },
        orderBy: { seq: 'asc' },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },
    async outcome(id) {
      const { state, lastError } = await prisma.notification.findFirstOrThrow({ where: { id } });
      return { state: state as Outcome, reason: lastError };
    },
    async meetingOf(cycleId) {
      const cycle = await prisma.governanceCycle.findFirst({ where: { id: cycleId } });
      return cycle?.meetingId ?? cycleId;
    },
    addObjective: (objective, on) => addObjective(objective, date(on)),
    async closeObjective(id, on) {
      await prisma.objective.updateMany({
        where: { id },
        data: { status: 'closed', closedOn: date(on) },
      });
    },
    async giveEvidence(objectiveId, at) {
      if (!(await prisma.objective.findFirst({ where: { id: objectiveId } }))) return;
      await prisma.planItem.create({
        data: {
          ...{ partnershipId, objectiveId, kind: 'evidence', ref: `E${++evidence}` },
          ...{ title: 'A report', status: 'given', addedAt: new Date(at) },
        },
      });
    },
    async callOff(meetingId, at) {
      const cycle = await prisma.governanceCycle.findFirst({ where: { meetingId } });
      await prisma.meeting.updateMany({
        where: { id: meetingId },
        data: { calledOffAt: new Date(at) },
      });
      const { Temporal } = await import('temporal-polyfill');
      if (cycle)
        await record.meetings.cancelChases(cycle.id, Temporal.Instant.fromEpochMilliseconds(at));
    },
  };
}

async function addForums({ prisma }: Harness, setting: Setting): Promise<void> {
  const partnershipId = setting.id;
  for (const forum of setting.forums) {
    const { id, name, collectsReturns, returns, freeze, evidence } = forum;
    const key = name.toLowerCase().replace(' ', '-');
    await prisma.forum.create({
      data: { id, partnershipId, key, name, kind: 'board', collectsReturns },
    });
    await prisma.forumDeadline.createMany({
      data: [
        { partnershipId, forumId: id, kind: 'returns_due' as const, ...returns },
        { partnershipId, forumId: id, kind: 'freeze' as const, ...freeze },
        ...(evidence
          ? [{ partnershipId, forumId: id, kind: 'evidence_due' as const, ...evidence }]
          : []),
      ],
    });
  }
  await prisma.meeting.createMany({
    data: setting.meetings.map(({ heldOn, ...meeting }) => ({
      ...meeting,
      partnershipId,
      heldOn: new Date(`${heldOn}T00:00:00Z`),
    })),
  });
}

async function addPeople(
  { prisma }: Harness,
  setting: Setting,
  organisationId: string,
): Promise<void> {
  const partnershipId = setting.id;
  const terms = setting.people.find((person) => person.terms)?.terms ?? [];
  const { id: calendarId } = await prisma.workCalendar.create({
    data: {
      ...{ partnershipId, key: 'terms', name: 'Terms' },
      periods: {
        create: terms.map(({ from, until }) => ({
          name: from,
          startsOn: new Date(`${from}T00:00:00Z`),
          endsOn: new Date(`${until}T00:00:00Z`),
        })),
      },
    },
  });
  for (const person of setting.people) {
    const { id, name, email, hour, office, chairs, gathers, account } = person;
    await prisma.person.create({
      data: {
        ...{ id, partnershipId, key: id, name, email, organisationId, chaseHour: hour },
        calendarId: person.terms ? calendarId : null,
      },
    });
    await prisma.roleGrant.createMany({
      data: [
        ...(office ? [{ role: 'programme_office' as const, themeId: null }] : []),
        ...chairs.map((themeId) => ({ role: 'co_chair' as const, themeId })),
        ...gathers.map((themeId) => ({ role: 'evidence_lead' as const, themeId })),
      ].map((grant) => ({ ...grant, partnershipId, personId: id, startsOn: LONG_AGO })),
    });
    if (account)
      await prisma.platformAccount.create({
        data: {
          ...{ partnershipId, personId: id, platform: 'slack', tenantId: setting.key, userId: id },
          linkedAt: LONG_AGO,
        },
      });
  }
}
