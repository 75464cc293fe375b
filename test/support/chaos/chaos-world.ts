// The fictional partnership of the chaos: half of its people are written to in Slack, half in Teams, and each
// theme has a channel on both, so that every change of a rating is told twice.
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { paragraph } from '../../../src/core/message/messages/message.ts';
import type { NewNotification } from '../../../src/core/outbox/app/notification-ports.ts';
import { rollCycle } from '../../../src/cycle/meetings/app/roll-cycle.ts';
import type { PrismaClient } from '../../../src/generated/prisma/client.ts';
import { refKey } from '../../../src/plan/objectives/domain/plan-refs.ts';
import { createRecordStore } from '../../../src/service/record/db/record.ts';

export const slackTeamId = 'T0CHAOS01';
export const botUserId = 'U0CHAOSBOT';
export const signingSecret = 'fictional-chaos-secret';
export const teamsTenantId = '00000000-0000-4000-8000-00000000000b';
export const teamsAppId = '00000000-0000-4000-8000-00000000000a';

/** On this Tuesday at ten the cycle opens, and everybody is asked for returns. */
export const CYCLE_OPENS = Temporal.Instant.from('2024-07-02T10:05:00+01:00');
/** Seven working days before the returns are due, which is ten working days before it. */
const MEETING = '2024-07-25';

const PEOPLE = 8;
const THEMES = 3;
export const OBJECTIVES = 16;
/** A Slack channel that has been archived: what goes there is given up. */
export const GONE_CHANNEL = 'C0CHAOS3';

export function refOf(objective: number): string {
  return `1${objective % 2 === 0 ? 'A' : 'B'}:${1 + Math.floor(objective / 2)}`;
}

/** Those with an even number have Slack, the others Teams. */
function ownerOf(objective: number): number {
  return objective % PEOPLE;
}

export function slackUserOf(person: number): string {
  return `U0CHAOS0${person}`;
}

function teamsUserOf(person: number): string {
  return `00000000-0000-4000-8000-0000000001${String(person).padStart(2, '0')}`;
}

/** The objectives whose owner can write to the bot in Slack. */
export const updatable: readonly { readonly ref: string; readonly user: string }[] = list(
  OBJECTIVES,
  (n) => ({ n, ref: refOf(n), user: slackUserOf(ownerOf(n)) }),
).filter(({ n }) => ownerOf(n) % 2 === 0);

/** Fills an empty record; a notice for everybody waits in it already. */
export async function seedChaos(prisma: PrismaClient): Promise<void> {
  const { id: partnershipId } = await prisma.partnership.create({
    data: { key: 'chaos', name: 'Partnership of the chaos', shortName: 'Chaos' },
  });
  const owned = { partnershipId };
  await prisma.workspace.createMany({
    data: [
      { ...owned, platform: 'slack', tenantId: slackTeamId },
      { ...owned, platform: 'teams', tenantId: teamsTenantId },
    ],
  });
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
      ...{ ...owned, key: `theme-${n}`, kind: 'theme' as const },
      ...{ number: n + 1, name: `Theme ${n + 1}` },
    })),
  });
  await prisma.channelBinding.createMany({
    data: themes.flatMap(({ id, number }) => [
      {
        ...{ ...owned, themeId: id, platform: 'slack' as const, tenantId: slackTeamId },
        ...{ channelId: `C0CHAOS${number}`, name: `theme-${number}` },
      },
      {
        ...{ ...owned, themeId: id, platform: 'teams' as const, tenantId: teamsTenantId },
        ...{ channelId: `19:theme-${number}@thread.tacv2`, name: `Theme ${number}` },
      },
    ]),
  });
  const people = list(PEOPLE, (n) => ({
    ...{ ...owned, id: randomUUID(), key: `person-${n}`, name: `Person ${n}` },
    ...{ email: `person-${n}@example.org`, organisationId: organisation.id },
    greetedAt: new Date('2024-01-01T00:00:00Z'),
  }));
  await prisma.person.createMany({ data: people });
  const firstDay = new Date('2024-01-01T00:00:00Z');
  await prisma.platformAccount.createMany({
    data: people.map(({ id: personId }, n) => ({
      ...{ ...owned, personId, linkedAt: firstDay },
      ...(n % 2 === 0
        ? { platform: 'slack' as const, tenantId: slackTeamId, userId: slackUserOf(n) }
        : { platform: 'teams' as const, tenantId: teamsTenantId, userId: teamsUserOf(n) }),
    })),
  });
  await prisma.roleGrant.create({
    data: {
      ...{ ...owned, personId: people[0]?.id ?? '', role: 'programme_office' as const },
      startsOn: firstDay,
    },
  });
  const objectives = list(OBJECTIVES, (n) => ({
    ...{ ...owned, id: randomUUID(), planVersionId: plan.id, areaId: area.id },
    ...{ ref: refOf(n), refKey: refKey(refOf(n)), rag: 'amber' as const },
    title: `Staff of setting ${n} trained and supported`,
  }));
  await prisma.objective.createMany({ data: objectives });
  await prisma.objectiveTheme.createMany({
    data: objectives.map(({ id: objectiveId }, n) => ({
      ...{ ...owned, objectiveId, themeId: themes[Math.floor(n / 2) % THEMES]?.id ?? '' },
    })),
  });
  await prisma.assignment.createMany({
    data: objectives.map(({ id: objectiveId }, n) => ({
      ...{ ...owned, objectiveId, role: 'owner' as const, startsOn: firstDay },
      personId: people[ownerOf(n)]?.id ?? null,
    })),
  });
  const forum = await prisma.forum.create({
    data: { ...owned, key: 'board', name: 'Board', kind: 'board', collectsReturns: true },
  });
  await prisma.meeting.create({
    data: { ...owned, forumId: forum.id, heldOn: new Date(MEETING), title: 'Board meeting' },
  });
  const store = createRecordStore(prisma);
  const [partnership] = await store.list();
  if (!partnership) throw new Error('the partnership was not stored');
  const record = store.open(partnershipId);
  await rollCycle(record, partnership, CYCLE_OPENS);
  await record.notifications.enqueue(people.map(({ id }, n) => noticeFor(id, n)));
}

function noticeFor(personId: string, n: number): NewNotification {
  const message = { title: `A notice for person ${n}`, blocks: [paragraph('It waits already.')] };
  return {
    ...{ kind: 'notice', dedupeKey: `notice:chaos:${personId}`, target: { personId } },
    ...{ payload: { kind: 'message', message }, createdAt: CYCLE_OPENS },
  };
}

function list<T>(length: number, make: (n: number) => T): T[] {
  return Array.from({ length }, (_, n) => make(n));
}
