// A request is answered once, whatever the platform repeats; what writes can be written to.
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import {
  buildPartnership,
  buildPerson,
  someDay,
  someInstant,
} from '../../../support/world/builders.ts';

describeOnBothDatabases('requests', (harness) => {
  it('remembers what was answered, for each partnership by itself', async () => {
    const [own, other] = [
      await buildPartnership(harness.prisma),
      await buildPartnership(harness.prisma),
    ];
    const { requests } = harness.store.open(own.id);

    expect(await requests.wasAnswered('request-1')).toBe(false);
    await requests.markAnswered('request-1', someInstant);
    await requests.markAnswered('request-1', someInstant);

    expect(await requests.wasAnswered('request-1')).toBe(true);
    expect(await harness.store.open(other.id).requests.wasAnswered('request-1')).toBe(false);
  });

  it('hears who asks and whether it was answered, and takes account and channel for reachable again', async () => {
    const [own, other] = [
      await buildPartnership(harness.prisma),
      await buildPartnership(harness.prisma),
    ];
    const { requests, people, channels } = harness.store.open(own.id);
    const person = await buildPerson(harness.prisma, own, { name: 'Ben', email: 'ben@b.example' });
    const account = { platform: 'slack', tenantId: own.key, userId: 'U0BEN' } as const;
    await people.linkAccount(person.id, account, someInstant);
    const place = { platform: 'slack', tenantId: own.key, channelId: 'C0HERE' } as const;
    const binding = await harness.prisma.channelBinding.create({
      data: { partnershipId: own.id, themeId: own.themeId, ...place, name: 'here' },
    });
    const reached = async () => [
      ...((await people.details(person.id))?.accounts ?? []).map(
        ({ unreachableSince = null }) => unreachableSince,
      ),
      (await channels.find(binding.id))?.unreachableSince,
    ];
    const cutOff = async () => {
      await people.markUnreachable(account, 'gone', someInstant);
      await channels.markUnreachable(place, 'gone', someInstant);
    };
    const direct = {
      ...{ ...account, requestId: 'heard-1' },
      conversation: { kind: 'personal', id: 'D0BEN' },
    } as const;
    const inChannel = { ...direct, conversation: { kind: 'channel', id: 'C0HERE' } } as const;

    await cutOff();
    expect(await people.findActorByAccount('slack', own.key, 'U0BEN', someDay)).not.toBeNull();
    expect(await reached()).toEqual([someInstant, someInstant]);

    expect(await requests.hear(direct, someDay)).toEqual({
      ...{ answered: false, switchedOff: false, greeted: true },
      actor: expect.objectContaining({ personId: person.id, name: 'Ben', roles: [] }),
    });
    expect(await reached()).toEqual([null, someInstant]);

    await requests.markAnswered('heard-1', someInstant);
    await cutOff();
    expect(await requests.hear(inChannel, someDay)).toMatchObject({
      answered: true,
      actor: { personId: person.id },
    });
    expect(await reached()).toEqual([null, null]);

    await cutOff();
    const stranger = { ...inChannel, userId: 'U0STRANGER', requestId: 'heard-2' };
    const nobody = { answered: false, switchedOff: false, greeted: false, actor: null };
    expect(await requests.hear(stranger, someDay)).toEqual(nobody);
    expect(await reached()).toEqual([someInstant, null]);

    await cutOff();
    const elsewhere = harness.store.open(other.id).requests;
    expect(await elsewhere.hear(inChannel, someDay)).toEqual(nobody);
    expect(await reached()).toEqual([someInstant, someInstant]);
  });
});
