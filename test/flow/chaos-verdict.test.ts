// The chaos is worth as much as its judge: each way to be wrong is seen.
import { beforeEach, expect, it } from 'vitest';
import type { Accepted } from '../support/chaos/chaos-platforms.ts';
import { judge } from '../support/chaos/chaos-verdict.ts';
import { seedChaos, slackTeamId, slackUserOf } from '../support/chaos/chaos-world.ts';
import { describeOnDatabase } from '../support/database/database-harness.ts';

describeOnDatabase('embedded', 'the judge of the chaos', (harness) => {
  let id: string;
  const to = `D${slackUserOf(0)}`;
  const taken = (more: Partial<Accepted> = {}): Accepted => ({
    ...{ platform: 'slack', to, externalId: `${to}:1.1`, mark: id, text: 'A notice', at: 0 },
    ...more,
  });
  const inTeams = (externalId: string): Accepted =>
    taken({ platform: 'teams', externalId, mark: null });

  beforeEach(async () => {
    await harness.reset();
    await seedChaos(harness.prisma);
    const [first, ...others] = await harness.prisma.notification.findMany({ select: { id: true } });
    id = first?.id ?? '';
    await harness.prisma.notification.deleteMany({
      where: { id: { in: others.map((other) => other.id) } },
    });
  });

  async function verdictOn(
    row: { state: 'sent' | 'held' | 'dead' | 'queued'; lastError?: string; externalId?: string },
    accepted: readonly Accepted[],
    acknowledged: readonly string[] = [],
  ): Promise<string[]> {
    const target = { kind: 'person', tenantId: slackTeamId, userId: slackUserOf(0) };
    const route = { platform: 'slack', target };
    await harness.prisma.notification.updateMany({ where: { id }, data: { ...row, route } });
    const { violations } = await judge(harness.prisma, { accepted, acknowledged });
    return violations.map((violation) => /^[a-z]+: [^{:;]*/.exec(violation)?.[0] ?? violation);
  }

  const sent = { state: 'sent', externalId: `D${slackUserOf(0)}:1.1` } as const;
  const held = { state: 'held', lastError: 'timeout' } as const;

  it('finds nothing wrong with what was taken once, or is held and may have been', async () => {
    expect(await verdictOn(sent, [taken()])).toEqual([]);
    expect(await verdictOn(held, [taken()])).toEqual([]);
    expect(await verdictOn(held, [])).toEqual([]);
    expect(await verdictOn({ state: 'dead', lastError: 'is_archived' }, [])).toEqual([]);
  });

  it('sees what was taken twice', async () => {
    expect(await verdictOn(sent, [taken(), taken({ externalId: `${to}:2.2` })])).toHaveLength(1);
    expect(await verdictOn(held, [inTeams('1'), inTeams('2')])).not.toEqual([]);
    expect(await verdictOn({ ...sent, externalId: '1' }, [inTeams('1'), inTeams('2')])).not.toEqual(
      [],
    );
  });

  it('sees what was never taken, and what was taken although nobody says so', async () => {
    expect(await verdictOn(sent, [])).toEqual(['lost: sent, but nobody took it']);
    expect(await verdictOn({ state: 'dead', lastError: 'gone' }, [taken()])).toHaveLength(1);
    expect(await verdictOn(sent, [taken(), taken({ mark: 'another', externalId: 'x' })])).toEqual([
      'other: of no row',
    ]);
  });

  it('sees what never came to an end, and an end without a reason', async () => {
    expect(await verdictOn({ state: 'queued' }, [])).toEqual(['lost: never came to an end']);
    expect(await verdictOn({ state: 'dead' }, [])).toEqual(['other: without a reason']);
  });

  it('sees an acknowledged update that is not in the record', async () => {
    expect(await verdictOn(sent, [taken()], ['week 1'])).toEqual([
      'lost: acknowledged, not recorded',
    ]);
  });
});
