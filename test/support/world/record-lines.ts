// The whole record as lines of text, without ids and times of day: what two records that say the same
// have in common, and what a test expects a story to leave behind.
import type { PrismaClient } from '../../../src/generated/prisma/client.ts';

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? '–';

/** One line a row, in an order that does not depend on ids. */
export async function recordLines(prisma: PrismaClient, partnershipId: string): Promise<string[]> {
  const parts = [
    objectives,
    assignments,
    entries,
    items,
    returns,
    changes,
    handovers,
    absences,
    snoozes,
    roles,
    notifications,
    audit,
  ];
  const lines: string[][] = [];
  for (const part of parts) lines.push(await part(prisma, partnershipId));
  return lines.flat();
}

type Part = (prisma: PrismaClient, partnershipId: string) => Promise<string[]>;

const objectives: Part = async (prisma, partnershipId) => {
  const rows = await prisma.objective.findMany({
    where: { partnershipId },
    orderBy: { ref: 'asc' },
  });
  return rows.map(
    (one) =>
      `objective ${one.ref}: ${one.rag ?? 'unrated'}, impact ${one.impactRag ?? 'unrated'}, ${one.status}, due ${one.dueText ?? '–'}, first due ${one.originalDueText ?? '–'}, version ${one.version}, ${one.title}`,
  );
};

const assignments: Part = async (prisma, partnershipId) => {
  const rows = await prisma.assignment.findMany({
    where: { partnershipId },
    include: { objective: true, item: true, person: true, organisation: true },
  });
  return rows
    .map(
      (one) =>
        `${one.role} of ${one.objective.ref}${one.item ? `.${one.item.ref}` : ''}: ${one.person?.name ?? one.organisation?.name}, ${day(one.startsOn)} to ${day(one.endsOn)}`,
    )
    .sort();
};

const entries: Part = async (prisma, partnershipId) => {
  const rows = await prisma.objectiveEntry.findMany({
    where: { partnershipId },
    include: { objective: true, author: true, supersedes: true, words: true },
    orderBy: [{ objective: { ref: 'asc' } }, { position: 'asc' }],
  });
  const people = await prisma.person.findMany({ where: { partnershipId } });
  // A person in a note is kept as their id.
  const named = (words: string) =>
    people.reduce((text, { id, name }) => text.replaceAll(`⟦${id}⟧`, name), words);
  return rows.map((one) => {
    const rating =
      one.version === null ? '' : ` ${one.rating} ${one.fromRag ?? '–'} → ${one.toRag ?? '–'}`;
    const corrects = one.supersedes ? `, corrects ${one.supersedes.position}` : '';
    return `entry ${one.objective.ref} #${one.position}: ${one.kind}${rating}${corrects}${one.late ? ', late' : ''}, ${one.author?.name ?? 'the documents'}, ${day(one.at)}${one.words?.note ? `: ${named(one.words.note)}` : ''}`;
  });
};

const items: Part = async (prisma, partnershipId) => {
  const rows = await prisma.planItem.findMany({
    where: { partnershipId },
    include: { objective: true },
    orderBy: [{ objective: { ref: 'asc' } }, { kind: 'asc' }, { ref: 'asc' }],
  });
  return rows.map(
    (one) => `${one.kind} ${one.objective.ref} ${one.ref}: ${one.status}, ${one.title}`,
  );
};

const returns: Part = async (prisma, partnershipId) => {
  const rows = await prisma.returnRequest.findMany({
    where: { partnershipId },
    include: {
      objective: true,
      cycle: { include: { meeting: true } },
      answeredBy: { include: { author: true } },
    },
    orderBy: [{ cycle: { meeting: { heldOn: 'asc' } } }, { objective: { ref: 'asc' } }],
  });
  return rows.map(
    (one) =>
      `return ${one.objective.ref} for ${day(one.cycle.meeting.heldOn)}: ${one.answeredBy ? `#${one.answeredBy.position} by ${one.answeredBy.author?.name ?? 'nobody'}` : 'outstanding'}`,
  );
};

const changes: Part = async (prisma, partnershipId) => {
  const rows = await prisma.changeRequest.findMany({
    where: { partnershipId },
    include: { objective: true, proposedBy: true, decidedBy: true },
    orderBy: { number: 'asc' },
  });
  return rows.map(
    (one) =>
      `change ${one.number}: ${one.kind} ${one.objective?.ref ?? '(new)'}, ${one.state}, ${one.proposedBy.name} → ${one.decidedBy?.name ?? '–'}: ${one.reason}`,
  );
};

const handovers: Part = async (prisma, partnershipId) => {
  const rows = await prisma.handover.findMany({
    where: { partnershipId },
    include: { objective: true, from: true, to: true },
    orderBy: { number: 'asc' },
  });
  return rows.map(
    (one) =>
      `handover ${one.number}: ${one.objective.ref}, ${one.from?.name ?? 'nobody'} → ${one.to.name}, ${one.state}`,
  );
};

const absences: Part = async (prisma, partnershipId) => {
  const rows = await prisma.absence.findMany({
    where: { partnershipId },
    include: { person: true, cover: true },
    orderBy: { number: 'asc' },
  });
  return rows.map((one) =>
    `absence ${one.number}: ${one.person.name}, ${day(one.startsOn)} to ${day(one.endsOn)}, cover ${one.cover?.name ?? 'nobody'} ${one.coverState ?? ''}`.trim(),
  );
};

const snoozes: Part = async (prisma, partnershipId) => {
  const rows = await prisma.snooze.findMany({
    where: { partnershipId },
    include: { person: true },
  });
  return rows.map((one) => `snooze: ${one.person.name} until ${day(one.untilDay)}`).sort();
};

const roles: Part = async (prisma, partnershipId) => {
  const rows = await prisma.roleGrant.findMany({
    where: { partnershipId },
    include: { person: true, theme: true },
  });
  return rows
    .map(
      (one) =>
        `role: ${one.person.name}${one.person.active ? '' : ' (left)'}, ${one.role}${one.theme ? ` of ${one.theme.key}` : ''}, ${day(one.startsOn)} to ${day(one.endsOn)}`,
    )
    .sort();
};

const notifications: Part = async (prisma, partnershipId) => {
  const rows = await prisma.notification.findMany({
    where: { partnershipId },
    include: { person: true, channel: true },
    orderBy: [{ createdAt: 'asc' }],
  });
  return rows
    .map((one) => {
      const { title } = (one.payload as { message?: { title?: string } }).message ?? {};
      const step = (one.payload as { step?: string }).step;
      return `${day(one.createdAt)} ${one.kind} to ${one.person?.name ?? one.channel?.name}: ${title ?? step ?? 'changed'}, ${one.state}`;
    })
    .sort();
};

const audit: Part = async (prisma, partnershipId) => {
  const rows = await prisma.auditEvent.findMany({
    where: { partnershipId },
    include: { author: true },
    orderBy: { seq: 'asc' },
  });
  return rows.map(
    (one) => `audit ${day(one.at)} ${one.kind}, ${one.author?.name ?? '–'}: ${one.summary}`,
  );
};
