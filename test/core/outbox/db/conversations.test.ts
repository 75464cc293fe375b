// Where somebody can be reached again, learnt from what they sent.
import { expect, it } from 'vitest';
import type { ConversationReferenceRow } from '../../../../src/core/request/app/chat-ports.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import { buildPartnership } from '../../../support/world/builders.ts';

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

  it('keeps nothing of a tenant that speaks for no partnership', async () => {
    await harness.store.conversations.remember(reference('stranger'));

    expect(
      await harness.store.conversations.find('teams', 'stranger', 'personal', 'aad-1'),
    ).toBeNull();
    expect(await harness.store.conversations.findServiceUrl('teams', 'stranger')).toBeNull();
  });
});
