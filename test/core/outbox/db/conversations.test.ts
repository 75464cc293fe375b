// Where somebody can be reached again, learnt from what they sent.
import { expect, it } from 'vitest';
import type { ConversationReferenceRow } from '../../../../src/core/request/app/chat-ports.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import { buildPartnership, buildPerson } from '../../../support/world/builders.ts';

describeOnBothDatabases('conversations', (harness) => {
  function reference(
    tenantId: string,
    facts: Partial<ConversationReferenceRow> = {},
  ): ConversationReferenceRow {
    return {
      platform: 'teams',
      tenantId,
      kind: 'personal',
      subjectId: 'aad-1',
      conversationId: 'a:1',
      serviceUrl: 'https://smba.example/uk/',
      botId: '28:bot',
      ...facts,
    };
  }

  it('keeps the latest for each person and channel', async () => {
    const partnership = await buildPartnership(harness.prisma);
    const tenantId = partnership.key;
    await harness.store.bindWorkspace(partnership.id, 'teams', tenantId);
    const { conversations } = harness.store;

    await conversations.remember(reference(tenantId));
    await conversations.remember(reference(tenantId, { kind: 'channel', subjectId: '19:x' }));
    // All three may fall into one millisecond.
    await harness.prisma.conversationReference.updateMany({
      where: { tenantId },
      data: { seenAt: new Date('2024-07-01T09:00:00Z') },
    });
    await conversations.remember(
      reference(tenantId, { conversationId: 'a:2', serviceUrl: 'https://smba.example/emea/' }),
    );

    expect(await conversations.find('teams', tenantId, 'personal', 'aad-1')).toEqual(
      reference(tenantId, { conversationId: 'a:2', serviceUrl: 'https://smba.example/emea/' }),
    );
    expect(await conversations.find('teams', tenantId, 'channel', 'aad-1')).toBeNull();
    expect(await conversations.findServiceUrl('teams', tenantId)).toBe(
      'https://smba.example/emea/',
    );
  });

  it('keeps people of a shared tenant where they are linked, and its channels for all of it', async () => {
    const [own, other] = [
      await buildPartnership(harness.prisma),
      await buildPartnership(harness.prisma),
    ];
    const tenantId = own.key;
    for (const { id } of [own, other]) await harness.store.bindWorkspace(id, 'teams', tenantId);
    const person = await buildPerson(harness.prisma, own);
    await harness.prisma.platformAccount.create({
      data: {
        ...{ partnershipId: own.id, personId: person.id, platform: 'teams', tenantId },
        ...{ userId: 'aad-1', linkedAt: new Date('2024-01-01') },
      },
    });
    const { conversations } = harness.store;

    await conversations.remember(reference(tenantId));
    await conversations.remember(reference(tenantId, { subjectId: 'aad-stranger' }));
    await conversations.remember(reference(tenantId, { kind: 'channel', subjectId: '19:x' }));

    const kept = await harness.prisma.conversationReference.findMany({ where: { tenantId } });
    const of = (id: string) =>
      kept.filter((row) => row.partnershipId === id).map(({ subjectId }) => subjectId);
    expect(of(own.id).sort()).toEqual(['19:x', 'aad-1']);
    expect(of(other.id)).toEqual(['19:x']);
    expect(await conversations.find('teams', tenantId, 'personal', 'aad-1')).toEqual(
      reference(tenantId),
    );
    expect(await conversations.find('teams', tenantId, 'personal', 'aad-stranger')).toBeNull();
  });

  it('keeps nothing of a tenant that speaks for no partnership', async () => {
    await harness.store.conversations.remember(reference('stranger'));

    expect(
      await harness.store.conversations.find('teams', 'stranger', 'personal', 'aad-1'),
    ).toBeNull();
    expect(await harness.store.conversations.findServiceUrl('teams', 'stranger')).toBeNull();
  });
});
