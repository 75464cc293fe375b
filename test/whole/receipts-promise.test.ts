// A receipt says that somebody was asked or told, or that something is posted, only where it will arrive.
import { expect, it } from 'vitest';
import { START_RUN } from '../../src/service/jobs/app/operations-status.ts';
import { factsOf } from '../support/world/message-parts.ts';
import { describePlanOnBoth, type PlanSuite } from '../support/world/plan-suite.ts';
import { TEAMS_TENANT, textOf } from '../support/world/plan-world.ts';

const OFFICE = 'office@example.org';
const OWNER = 'owner@example.org';

/** Somebody whose accounts take nothing, or who has none. */
async function cutOff({ world, harness }: PlanSuite, email: string, how: string): Promise<void> {
  const personId = await world.personId(email);
  if (how === 'no account')
    await harness.prisma.platformAccount.deleteMany({ where: { personId } });
  else
    await harness.prisma.platformAccount.updateMany({
      where: { personId },
      data: { unreachableSince: new Date('2024-06-28T09:00Z') },
    });
}

async function connectOnly({ world }: PlanSuite, platforms: readonly string[]): Promise<void> {
  const now = await world.clock.now();
  await world.record.jobRuns.claim(START_RUN, now, now, now);
  await world.record.jobRuns.finish(START_RUN, now, now, { platforms: [...platforms] });
}

describePlanOnBoth('receipts', (parts) => {
  it.each([
    ['away 12–23 Aug cover @femi', 'Femi Example must accept first'],
    ['handover 2B:2 @femi', '2B:2: waits for Femi Example to accept'],
  ])('do not say that somebody was asked who cannot be written to: %s', async (line, instead) => {
    const { world } = parts;
    const reachable = textOf(await world.pap(OWNER, line));
    await world.restore();
    for (const how of ['no account', 'marked']) {
      await cutOff(parts, 'femi@example.org', how);

      const reply = await world.pap(OWNER, line);

      expect(reply.outcome).toBe('done');
      expect(textOf(reply)).not.toContain('has been asked');
      expect(textOf(reply)).toContain(instead);
      expect(textOf(reply)).toContain(
        'PAP cannot write to Femi Example: they have no account that works. The programme office is told; please tell them yourself.',
      );
      await world.restore();
    }
    expect(reachable).toContain('Femi Example has been asked');
    expect(reachable).not.toContain('PAP cannot write to');
  });

  it('count only those who can be told of a challenge, and say who is not', async () => {
    const { world } = parts;
    await cutOff(parts, 'deputy@example.org', 'marked');

    const reply = await world.pap('cochair@example.org', 'challenge 2B:2 what changed since May?');

    expect(factsOf(reply.message)['What follows']).toMatch(/^1 person is told\./);
    expect(textOf(reply)).toContain('PAP cannot write to Ella Example');
  });

  it('name no approver as told who cannot be written to', async () => {
    const { world } = parts;
    await cutOff(parts, OFFICE, 'no account');

    const text = textOf(
      await world.pap(OWNER, 'admin change 2B:2 title Trained workers because it is shorter'),
    );

    expect(text).toContain('The plan stays as it is until Ben Example approves it.');
    expect(text).not.toContain('have been told');
  });

  it('promise no post in a channel that cannot be posted to, until it can', async () => {
    const { world } = parts;
    const place = {
      platform: 'teams',
      tenantId: TEAMS_TENANT,
      channelId: '19:pap-right-support@thread.tacv2',
    } as const;
    await world.record.channels.markUnreachable(place, 'http-403', await world.clock.now());

    const gone = textOf(await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained'));
    const digest = textOf(await world.pap(OFFICE, 'digest now theme 1'));
    // A post that arrives there brings it back.
    await world.deliver();
    const back = textOf(await world.pap(OWNER, 'update 2B:2 green 20 of 20 trained'));

    expect(gone).not.toContain('posted to Right Support');
    expect(gone).toContain(
      'Nothing may arrive in Right Support (Teams): the last post there failed',
    );
    expect(digest).not.toContain('It goes to');
    expect(digest).toContain('Nothing may arrive in Right Support (Teams)');
    expect(back).toContain('The change is posted to Right Support (Teams).');
  });

  it('know which platforms the bot is connected to', async () => {
    const { world } = parts;
    await connectOnly(parts, ['slack']);

    const update = textOf(await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained'));
    const handover = textOf(await world.pap(OWNER, 'handover 2B:2 @femi'));
    const rehearsed = textOf(await world.pap(OFFICE, 'admin cycle rehearse siab'));

    expect(update).not.toContain('is posted to');
    expect(update).toContain(
      'Nothing arrives in Right Support (Teams): PAP is not connected to Teams.',
    );
    expect(handover).not.toContain('has been asked');
    expect(rehearsed).toContain('Asha Example has no account that PAP can write to');
  });
});
