// Who somebody is, by account or by e-mail, and what they may do today.
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import type { PartnershipRecord } from '../../../../src/core/request/app/ports.ts';
import type { Prisma } from '../../../../src/generated/prisma/client.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import {
  type BuiltPartnership,
  buildPartnership,
  buildPerson,
  someDay,
  someInstant,
} from '../../../support/world/builders.ts';

describeOnBothDatabases('people', (harness) => {
  let partnership: BuiltPartnership;
  let record: PartnershipRecord;
  beforeAll(async () => {
    partnership = await buildPartnership(harness.prisma);
    record = harness.store.open(partnership.id);
  });

  function grant(personId: string, facts: Partial<Prisma.RoleGrantUncheckedCreateInput>) {
    return harness.prisma.roleGrant.create({
      data: {
        partnershipId: partnership.id,
        personId,
        role: 'viewer',
        startsOn: new Date('2024-01-01'),
        ...facts,
      },
    });
  }

  it('finds a person by e-mail in any case, with the roles in force', async () => {
    const person = await buildPerson(harness.prisma, partnership, {
      name: 'Ben',
      email: 'ben@example.org',
    });
    await grant(person.id, { role: 'programme_office', endsOn: new Date('2024-07-01') });
    await grant(person.id, { role: 'co_chair', themeId: partnership.themeId });
    await grant(person.id, { role: 'board', startsOn: new Date('2024-07-02') });
    await grant(person.id, { role: 'viewer', endsOn: new Date('2024-06-30') });

    const actor = await record.people.findActorByEmail(' Ben@Example.org ', someDay);

    expect(actor).toEqual({
      personId: person.id,
      partnershipId: partnership.id,
      name: 'Ben',
      email: 'ben@example.org',
      organisation: 'Council',
      roles: [
        { name: 'programme-office', themeId: null },
        { name: 'co-chair', themeId: partnership.themeId },
      ],
    });
    expect(
      await record.people.findActorByAccount('terminal', 'terminal', 'BEN@example.org', someDay),
    ).toEqual(actor);
  });

  it('links an account once, and finds the person by it', async () => {
    const person = await buildPerson(harness.prisma, partnership, { preferredPlatform: 'slack' });
    const other = await buildPerson(harness.prisma, partnership);
    const teams = { platform: 'teams', tenantId: partnership.key, userId: 'aad-1' } as const;
    const slack = { platform: 'slack', tenantId: partnership.key, userId: 'U1' } as const;

    await record.people.linkAccount(person.id, slack, someInstant.add({ hours: 1 }));
    await record.people.linkAccount(person.id, teams, someInstant);
    await record.people.linkAccount(other.id, teams, someInstant);

    const actor = await record.people.findActorByAccount(
      'teams',
      partnership.key,
      'aad-1',
      someDay,
    );
    expect(actor?.personId).toBe(person.id);
    expect(
      await record.people.findActorByAccount('slack', partnership.key, 'aad-1', someDay),
    ).toBeNull();
    expect(await record.people.details(person.id)).toEqual({
      id: person.id,
      name: person.name,
      email: person.email,
      furtherEmails: [],
      organisation: 'Council',
      preferredPlatform: 'slack',
      accounts: [teams, slack],
    });
    expect((await record.people.details(other.id))?.accounts).toEqual([]);
  });

  it('knows nobody who has left', async () => {
    const person = await buildPerson(harness.prisma, partnership, { active: false });
    await record.people.linkAccount(
      person.id,
      { platform: 'teams', tenantId: partnership.key, userId: 'aad-left' },
      someInstant,
    );
    await grant(person.id, { role: 'co_chair', themeId: partnership.themeId });

    expect(await record.people.findActorByEmail(person.email, someDay)).toBeNull();
    expect(
      await record.people.findActorByAccount('teams', partnership.key, 'aad-left', someDay),
    ).toBeNull();
    expect(await record.people.details(person.id)).toBeNull();
    expect((await record.people.list()).map(({ id }) => id)).not.toContain(person.id);
    const coChairs = await record.people.listByRole('co-chair', partnership.themeId, someDay);
    expect(coChairs.map(({ id }) => id)).not.toContain(person.id);
  });

  it('lists whoever holds a role of a theme today', async () => {
    const person = await buildPerson(harness.prisma, partnership, { name: 'Cerys' });
    await grant(person.id, {
      role: 'co_chair',
      themeId: partnership.themeId,
      endsOn: new Date('2024-07-31'),
    });
    const listed = { id: person.id, name: 'Cerys', email: person.email, organisation: 'Council' };

    expect(await record.people.listByRole('co-chair', partnership.themeId, someDay)).toContainEqual(
      listed,
    );
    const august = Temporal.PlainDate.from('2024-08-01');
    expect(
      await record.people.listByRole('co-chair', partnership.themeId, august),
    ).not.toContainEqual(listed);
    expect(await record.people.listByRole('board', partnership.themeId, someDay)).toEqual([]);
  });

  it('sees nobody of another partnership', async () => {
    const other = await buildPartnership(harness.prisma);
    const person = await buildPerson(harness.prisma, partnership);
    await record.people.linkAccount(
      person.id,
      { platform: 'teams', tenantId: other.key, userId: 'aad-2' },
      someInstant,
    );
    const { people } = harness.store.open(other.id);

    expect(await people.findActorByEmail(person.email, someDay)).toBeNull();
    expect(await people.findActorByAccount('teams', other.key, 'aad-2', someDay)).toBeNull();
    expect(await people.details(person.id)).toBeNull();
    expect(await people.list()).toEqual([]);
    await people.linkAccount(
      person.id,
      { platform: 'slack', tenantId: other.key, userId: 'U2' },
      someInstant,
    );
    expect((await record.people.details(person.id))?.accounts).toHaveLength(1);
  });
});
