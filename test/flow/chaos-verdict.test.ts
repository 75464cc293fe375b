// The chaos is worth as much as its judge: each way to be wrong is seen.
import { beforeEach, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { fileFormats } from '../../src/files/formats.ts';
import { createDispatch } from '../../src/service/dispatch/app/dispatch-command.ts';
import type { Accepted } from '../support/chaos/chaos-platforms.ts';
import { judge } from '../support/chaos/chaos-verdict.ts';
import {
  CYCLE_OPENS,
  refOf,
  seedChaos,
  slackTeamId,
  slackUserOf,
} from '../support/chaos/chaos-world.ts';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import { terminalInbound } from '../support/world/plan-world.ts';

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

  /** The rating stays, so that nobody is told. */
  async function recordNote(note: string): Promise<void> {
    const handle = createDispatch({
      ...{ store: harness.store, commands, directories: [], files: fileFormats },
      ...{ clock: { now: async () => CYCLE_OPENS }, log: { info() {}, warn() {}, error() {} } },
    });
    const reply = await handle(
      terminalInbound('person-0@example.org', `update ${refOf(0)} amber ${note}`, {
        tenantId: 'chaos',
      }),
    );
    expect(reply?.outcome).toBe('done');
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

  it('takes a late receipt for what it is, once, and only of what is recorded', async () => {
    const receipt = (note: string, externalId: string) =>
      taken({ mark: null, externalId, text: `Recorded: 1A:1\n\nNote: ${note}\nBy: Person 1` });
    expect(await verdictOn(sent, [taken(), receipt('week 1', 'x')])).toEqual(['other: of no row']);
    await recordNote('week 1');
    expect(await verdictOn(sent, [taken(), receipt('week 1', 'x')])).toEqual([]);
    expect(
      await verdictOn(sent, [taken(), receipt('week 1', 'x'), receipt('week 1', 'y')]),
    ).toEqual(['duplicate: a receipt twice']);
    expect(await verdictOn(sent, [taken(), receipt('week 2', 'x')])).toEqual(['other: of no row']);
  });

  it('sees an acknowledged update that is not in the record', async () => {
    expect(await verdictOn(sent, [taken()], ['week 1'])).toEqual([
      'lost: acknowledged, not recorded',
    ]);
  });
});
