// Fills a record with the benchmark's fictional partnership.
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { rollCycle } from '../src/cycle/meetings/app/roll-cycle.ts';
import type { PrismaClient } from '../src/generated/prisma/client.ts';
import { refKey } from '../src/plan/objectives/domain/plan-refs.ts';
import { createRecordStore } from '../src/service/record/db/record.ts';
import { OBJECTIVES, ownerOf, PEOPLE, refOf, slackUserOf, TEAM_ID, THEMES } from './world.ts';

/** Far enough ahead that returns are asked for and not yet due. */
const DAYS_TO_MEETING = 21;
const FIRST_DAY = new Date('2024-01-01T00:00:00Z');

export async function seed(prisma: PrismaClient): Promise<void> {
  const { id: partnershipId } = await prisma.partnership.create({
    data: { key: 'bench', name: 'Partnership of the benchmark', shortName: 'Bench' },
  });
  const owned = { partnershipId };
  await prisma.workspace.create({ data: { ...owned, platform: 'slack', tenantId: TEAM_ID } });
  const plan = await prisma.planVersion.create({
    data: { ...owned, number: 1, label: 'Plan', status: 'current' },
  });
  const area = await prisma.priorityArea.create({
    data: { ...owned, planVersionId: plan.id, ref: '1', name: 'Area' },
  });
  const organisation = await prisma.organisation.create({
    data: { ...owned, key: 'council', name: 'Council', kind: 'council' },
  });
  const themes = await prisma.theme.createManyAndReturn({
    data: list(THEMES, (n) => ({
      ...owned,
      key: `theme-${n}`,
      kind: 'theme' as const,
      number: n + 1,
      name: `Theme ${n + 1}`,
    })),
  });
  await prisma.channelBinding.createMany({
    data: themes.map(({ id, number }) => ({
      ...owned,
      themeId: id,
      platform: 'slack' as const,
      tenantId: TEAM_ID,
      channelId: `C0BENCH${number}`,
      name: `theme-${number}`,
    })),
  });
  const people = list(PEOPLE, (n) => ({
    ...owned,
    id: randomUUID(),
    key: `person-${n}`,
    name: `Person ${n}`,
    email: `person-${n}@example.org`,
    organisationId: organisation.id,
  }));
  await prisma.person.createMany({ data: people });
  await prisma.platformAccount.createMany({
    data: people.map(({ id }, n) => ({
      ...owned,
      personId: id,
      platform: 'slack' as const,
      tenantId: TEAM_ID,
      userId: slackUserOf(n),
      linkedAt: FIRST_DAY,
    })),
  });
  const objectives = list(OBJECTIVES, (n) => ({
    ...owned,
    id: randomUUID(),
    planVersionId: plan.id,
    areaId: area.id,
    ref: refOf(n),
    refKey: refKey(refOf(n)),
    title: `Staff of setting ${n} trained and supported`,
    rag: 'amber' as const,
  }));
  await prisma.objective.createMany({ data: objectives });
  await prisma.objectiveTheme.createMany({
    data: objectives.flatMap(({ id }, n) =>
      themes.slice(n % THEMES, (n % THEMES) + 1).map((theme) => ({
        ...owned,
        objectiveId: id,
        themeId: theme.id,
      })),
    ),
  });
  await prisma.assignment.createMany({
    data: objectives.map(({ id }, n) => ({
      ...owned,
      objectiveId: id,
      role: 'owner' as const,
      personId: people[ownerOf(n)]?.id ?? null,
      startsOn: FIRST_DAY,
    })),
  });
  await seedCycle(prisma, partnershipId);
}

async function seedCycle(prisma: PrismaClient, partnershipId: string): Promise<void> {
  const forum = await prisma.forum.create({
    data: { partnershipId, key: 'board', name: 'Board', kind: 'board', collectsReturns: true },
  });
  const now = Temporal.Now.instant();
  const heldOn = new Date(now.epochMilliseconds + DAYS_TO_MEETING * 86_400_000);
  heldOn.setUTCHours(0, 0, 0, 0);
  await prisma.meeting.create({
    data: { partnershipId, forumId: forum.id, heldOn, title: 'Board meeting' },
  });
  const store = createRecordStore(prisma);
  const [partnership] = await store.list();
  if (!partnership) throw new Error('the partnership was not stored');
  await rollCycle(store.open(partnershipId), partnership, now);
}

function list<T>(length: number, make: (n: number) => T): T[] {
  return Array.from({ length }, (_, n) => make(n));
}
