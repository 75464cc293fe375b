// Secret addresses of calendars in the record: each kind once a person, found by its checksum in its own partnership only.
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import type { PartnershipRecord } from '../../../../src/core/request/app/ports.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import { buildPartnership, buildPerson } from '../../../support/world/builders.ts';

const AT = Temporal.Instant.from('2024-07-01T09:00:00Z');

describeOnBothDatabases('calendar addresses', (harness) => {
  let own: PartnershipRecord;
  let others: PartnershipRecord;
  let personId: string;
  let forumId: string;

  beforeAll(async () => {
    const [one, two] = [
      await buildPartnership(harness.prisma),
      await buildPartnership(harness.prisma),
    ];
    ({ id: personId } = await buildPerson(harness.prisma, one));
    const forum = await harness.prisma.forum.findFirst({ where: { partnershipId: one.id } });
    forumId = forum?.id ?? '';
    own = harness.store.open(one.id);
    others = harness.store.open(two.id);
    const { meetings } = own;
    await meetings.add(forumId, Temporal.PlainDate.from('2024-07-24'), 'July');
  });

  it('are found by their checksum, in their own partnership', async () => {
    await own.calendarFeeds.replace({ personId, forumId: null, tokenHash: 'a', madeAt: AT });

    expect(await own.calendarFeeds.find('a')).toEqual({ personId, forumId: null, madeAt: AT });
    expect(await own.calendarFeeds.find('b')).toBeNull();
    expect(await others.calendarFeeds.find('a')).toBeNull();
  });

  it('are one of each kind, and end together', async () => {
    const { calendarFeeds } = own;
    await calendarFeeds.replace({ personId, forumId: null, tokenHash: 'c', madeAt: AT });
    await calendarFeeds.replace({ personId, forumId, tokenHash: 'd', madeAt: AT });
    await calendarFeeds.replace({ personId, forumId, tokenHash: 'e', madeAt: AT });

    expect(await calendarFeeds.find('d')).toBeNull();
    expect((await calendarFeeds.listOf(personId)).map((one) => one.forumId)).toEqual(
      expect.arrayContaining([null, forumId]),
    );
    expect(await calendarFeeds.stop(personId)).toBe(2);
    expect(await calendarFeeds.find('e')).toBeNull();
    expect(await calendarFeeds.stop(personId)).toBe(0);
  });

  it('show meetings with a number that grows when something of them changes', async () => {
    const from = Temporal.PlainDate.from('2024-07-01');
    const [before] = await own.calendarFeeds.meetings(from);
    await own.transaction(({ meetings }) => meetings.callOff(before?.id ?? '', AT), {
      at: AT,
      personId,
    });
    const [after, ...more] = await own.calendarFeeds.meetings(from);

    expect(before).toMatchObject({ title: 'July', calledOff: false });
    expect(after).toMatchObject({ id: before?.id, calledOff: true, changedAt: AT });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
    expect(more).toEqual([]);
    expect(await others.calendarFeeds.meetings(from)).toEqual([]);
  });
});
