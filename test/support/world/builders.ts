// Small builders: each writes the least that a test needs into the record, under names of its own, so
// that tests can share a database.
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { NewNotification } from '../../../src/core/outbox/app/notification-ports.ts';
import type { NewStatusUpdate } from '../../../src/cycle/returns/app/return-ports.ts';
import type { Prisma, PrismaClient } from '../../../src/generated/prisma/client.ts';
import { refKey } from '../../../src/plan/objectives/domain/plan-refs.ts';

/** A Monday morning in the term of the plan. */
export const someInstant = Temporal.Instant.from('2024-07-01T09:00:00Z');
/** An attempt to reach somebody in Teams. */
export const someAttempt = {
  route: { platform: 'teams', target: { kind: 'person', tenantId: 'tenant', userId: 'user' } },
  at: someInstant,
} as const;
export const someDay = Temporal.PlainDate.from('2024-07-01');

export type BuiltPartnership = {
  readonly id: string;
  readonly key: string;
  readonly planVersionId: string;
  readonly areaId: string;
  readonly themeId: string;
  readonly forumId: string;
  readonly organisationId: string;
};

/** A partnership with one of each: current plan version, area, theme, forum that collects returns, organisation. */
export async function buildPartnership(prisma: PrismaClient): Promise<BuiltPartnership> {
  const key = `p-${randomUUID()}`;
  const { id: partnershipId } = await prisma.partnership.create({
    data: { key, name: `Partnership ${key}`, shortName: key },
  });
  const planVersion = await prisma.planVersion.create({
    data: { partnershipId, number: 1, label: 'Plan', status: 'current' },
  });
  const area = await prisma.priorityArea.create({
    data: { partnershipId, planVersionId: planVersion.id, ref: '2', name: 'Area two' },
  });
  const theme = await prisma.theme.create({
    data: { partnershipId, key: 'theme-one', kind: 'theme', number: 1, name: 'Theme one' },
  });
  const forum = await prisma.forum.create({
    data: { partnershipId, key: 'board', name: 'Board', kind: 'board', collectsReturns: true },
  });
  const organisation = await prisma.organisation.create({
    data: { partnershipId, key: 'council', name: 'Council', kind: 'council' },
  });
  return {
    id: partnershipId,
    key,
    planVersionId: planVersion.id,
    areaId: area.id,
    themeId: theme.id,
    forumId: forum.id,
    organisationId: organisation.id,
  };
}

/** A person of the partnership's organisation, whom PAP has greeted before. */
export async function buildPerson(
  prisma: PrismaClient,
  partnership: BuiltPartnership,
  facts: Partial<Prisma.PersonUncheckedCreateInput> = {},
) {
  const key = `person-${randomUUID()}`;
  return await prisma.person.create({
    data: {
      partnershipId: partnership.id,
      organisationId: partnership.organisationId,
      key,
      name: `Name of ${key}`,
      email: `${key}@example.org`,
      greetedAt: new Date('2024-01-01T09:00:00Z'),
      ...facts,
    },
  });
}

/** An objective of the current plan, placed in the partnership's theme. */
export async function buildObjective(
  prisma: PrismaClient,
  partnership: BuiltPartnership,
  facts: Partial<Prisma.ObjectiveUncheckedCreateInput> = {},
) {
  const ref = facts.ref ?? '2B:2';
  const { id: partnershipId, planVersionId, areaId, themeId } = partnership;
  return await prisma.objective.create({
    data: {
      ...{
        partnershipId,
        planVersionId,
        areaId,
        ref,
        refKey: refKey(ref),
        title: `Title of ${ref}`,
      },
      ...facts,
      placings: { create: { themeId } },
    } satisfies Prisma.ObjectiveUncheckedCreateInput,
  });
}

/** Makes a person the objective's owner, from long ago on. */
export async function buildOwner(
  prisma: PrismaClient,
  partnership: BuiltPartnership,
  objectiveId: string,
  personId: string,
) {
  return await prisma.assignment.create({
    data: {
      partnershipId: partnership.id,
      objectiveId,
      personId,
      role: 'owner',
      startsOn: new Date('2020-01-01'),
    },
  });
}

/** A meeting of the partnership's forum, its cycle, and a return to give for every objective that there is. */
export async function buildCycle(
  prisma: PrismaClient,
  partnership: BuiltPartnership,
  heldOn = '2024-07-24',
) {
  const { id: partnershipId, forumId, planVersionId } = partnership;
  const meeting = await prisma.meeting.create({
    data: { partnershipId, forumId, heldOn: new Date(heldOn), title: `Meeting of ${heldOn}` },
  });
  const objectives = await prisma.objective.findMany({
    where: { planVersionId },
    select: { id: true },
  });
  return await prisma.governanceCycle.create({
    data: {
      ...{ partnershipId, planVersionId, meetingId: meeting.id },
      returns: { create: objectives.map(({ id }) => ({ objectiveId: id })) },
    },
  });
}

/** A Teams channel of the partnership's theme. */
export async function buildChannel(
  prisma: PrismaClient,
  partnership: BuiltPartnership,
  facts: Partial<Prisma.ChannelBindingUncheckedCreateInput> = {},
) {
  return await prisma.channelBinding.create({
    data: {
      ...{
        partnershipId: partnership.id,
        themeId: partnership.themeId,
        platform: 'teams',
        tenantId: partnership.key,
      },
      ...{ channelId: `19:${randomUUID()}`, name: 'Theme one' },
      ...facts,
    },
  });
}

/** An update to amber, not yet recorded. */
export function newUpdate(
  objectiveId: string,
  authorId: string,
  facts: Partial<NewStatusUpdate> = {},
): NewStatusUpdate {
  return {
    objectiveId,
    kind: 'update',
    fromRag: null,
    toRag: 'amber',
    note: 'Two of three posts are filled.',
    authorId,
    cycleIds: [],
    late: false,
    requestId: `request-${randomUUID()}`,
    at: someInstant,
    ...facts,
  };
}

/** A message for a person, not yet recorded. */
export function newNotification(
  personId: string,
  facts: Partial<NewNotification> = {},
): NewNotification {
  return {
    kind: 'rag-change',
    dedupeKey: `key-${randomUUID()}`,
    target: { personId },
    payload: { kind: 'message', message: { title: 'Title', blocks: [] } },
    createdAt: someInstant,
    ...facts,
  };
}
