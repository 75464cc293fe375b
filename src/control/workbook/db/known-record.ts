// What the record has of the partnership that a workbook describes.
import type { Executor } from '../../../core/database/db/executor.ts';
import { type KnownRecord, nothingKnown } from '../domain/known-record.ts';

/**
 * Loads what there is.
 * @param which the partnership by its name or its short name, capitals aside, or by its id
 * @param today roles and owners that ended before it count no longer
 */
export async function loadKnownRecord(
  prisma: Executor,
  which: { readonly name: string } | { readonly id: string },
  today: Date,
): Promise<KnownRecord> {
  const partnership = await prisma.partnership.findFirst({
    where: 'id' in which ? { id: which.id } : { OR: namedSo(which.name) },
  });
  if (!partnership) return nothingKnown;
  const where = { partnershipId: partnership.id };
  const version = await prisma.planVersion.findFirst({ where: { ...where, status: 'current' } });
  const inForce = { ...where, OR: [{ endsOn: null }, { endsOn: { gte: today } }] };
  const organisations = await prisma.organisation.findMany({
    where,
    include: { mergedInto: true },
  });
  const people = await prisma.person.findMany({ where, include: { organisation: true } });
  const roles = await prisma.roleGrant.findMany({
    where: inForce,
    include: { person: true, theme: true },
  });
  const assignments = await prisma.assignment.findMany({
    where: { ...inForce, itemId: null },
    include: { objective: true, person: true, organisation: true },
  });
  const kpis = await prisma.kpi.findMany({ where, include: { theme: true } });
  return {
    partnership,
    hasPlan: version !== null,
    organisations: organisations.filter(({ mergedIntoId }) => mergedIntoId === null),
    merged: organisations.flatMap(({ name, mergedInto }) =>
      mergedInto ? [{ name, into: mergedInto.name }] : [],
    ),
    people: people.map(({ key, name, email, furtherEmails, organisation }) => ({
      ...{ key, name, email, furtherEmails, organisation: organisation.name },
    })),
    themes: await prisma.theme.findMany({ where: { ...where, kind: 'theme' } }),
    forums: await prisma.forum.findMany({ where }),
    areas: version
      ? await prisma.priorityArea.findMany({ where: { ...where, planVersionId: version.id } })
      : [],
    kpis: kpis.map(({ number, name, theme }) => ({ number, name, theme: theme.key })),
    roles: roles.map(({ person, role, theme, startsOn }) => ({
      person: person.key,
      role: role.replaceAll('_', '-'),
      theme: theme?.key ?? null,
      from: dayOf(startsOn),
    })),
    assignments: assignments.map(({ objective, role, person, organisation, startsOn }) => ({
      ...{ objective: objective.ref, role },
      person: person?.key ?? null,
      organisation: organisation?.key ?? null,
      from: dayOf(startsOn),
    })),
  };
}

function namedSo(name: string) {
  const same = { equals: name, mode: 'insensitive' } as const;
  return [{ name: same }, { shortName: same }];
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
