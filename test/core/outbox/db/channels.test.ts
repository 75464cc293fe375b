// Which channels a theme's news goes to.
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import { buildChannel, buildPartnership } from '../../../support/world/builders.ts';

describeOnBothDatabases('channels', (harness) => {
  it('lists the active workstream channels of the themes', async () => {
    const partnership = await buildPartnership(harness.prisma);
    const { channels } = harness.store.open(partnership.id);
    const channel = await buildChannel(harness.prisma, partnership, {
      name: 'A',
      alwaysPost: true,
    });
    await buildChannel(harness.prisma, partnership, { name: 'B', active: false });
    await buildChannel(harness.prisma, partnership, { name: 'C', purpose: 'office' });
    await buildChannel(harness.prisma, partnership, { name: 'D', themeId: null });
    const view = {
      id: channel.id,
      platform: 'teams',
      tenantId: partnership.key,
      channelId: channel.channelId,
      name: 'A',
      themeId: partnership.themeId,
      alwaysPost: true,
      ...{ digestOn: true, digestWeekday: null, digestTime: null },
      unreachableSince: null,
      takesPosts: true,
    };

    expect(await channels.forThemes([partnership.themeId])).toEqual([view]);
    expect(await channels.forThemes([])).toEqual([]);
    expect(await channels.find(channel.id)).toEqual(view);
    expect(await channels.find('not an id')).toBeNull();
  });

  it('is the partnership’s own', async () => {
    const [own, other] = [
      await buildPartnership(harness.prisma),
      await buildPartnership(harness.prisma),
    ];
    const channel = await buildChannel(harness.prisma, own);
    const { channels } = harness.store.open(other.id);

    expect(await channels.find(channel.id)).toBeNull();
    expect(await channels.forThemes([own.themeId])).toEqual([]);
  });
});
