// People for whom the plan is not: a stranger, and somebody of another partnership. The same three
// checks for every verb.
import { expect, it } from 'vitest';
import type { Inbound, Reply } from '../../../src/core/request/app/inbound.ts';
import type { Harness } from '../database/database-harness.ts';
import { buildObjective, buildPartnership, buildPerson } from './builders.ts';
import { type PlanWorld, SLACK_TEAM, terminalInbound, textOf } from './plan-world.ts';

export const OTHER_TEAM = 'T0OTHER';
const OTHER_USER = 'U0OTHERPERSON';

/** Somebody of another partnership, known in that one's own Slack workspace. */
export type OtherPerson = {
  readonly partnershipId: string;
  /** Asks from a Slack workspace: by default from that of their own partnership. */
  inbound(line: string, tenantId?: string): Inbound;
};

/** Makes a second partnership with one objective, `9Z:9`, and one person. */
export async function joinOther({ prisma, store }: Harness): Promise<OtherPerson> {
  const partnership = await buildPartnership(prisma);
  await buildObjective(prisma, partnership, { ref: '9Z:9', title: 'Of the other plan' });
  const { id } = await buildPerson(prisma, partnership, {
    name: 'Ottilie Other',
    email: 'other@example.net',
  });
  await store.bindWorkspace(partnership.id, 'slack', OTHER_TEAM);
  await prisma.platformAccount.create({
    data: {
      ...{ partnershipId: partnership.id, personId: id, platform: 'slack' },
      ...{ tenantId: OTHER_TEAM, userId: OTHER_USER, linkedAt: new Date('2024-01-01') },
    },
  });
  return {
    partnershipId: partnership.id,
    inbound: (line, tenantId = OTHER_TEAM) =>
      terminalInbound('', line, { platform: 'slack', tenantId, userId: OTHER_USER }),
  };
}

/**
 * Registers what holds for every verb: nobody but the partnership's own people learns anything.
 * @param line a line that works for somebody of the plan
 */
export function itIsClosedToOutsiders(
  line: string,
  parts: () => { readonly world: PlanWorld; readonly other: OtherPerson },
): void {
  it(`tells a stranger nothing but how to be put on the plan: ${line}`, async () => {
    const { world } = parts();
    const before = await world.footprint();

    const reply = await world.pap('stranger@example.org', line);

    expectClosed(reply);
    expect(await world.footprint()).toEqual(before);
  });

  it(`tells somebody of another partnership nothing in this one’s workspace: ${line}`, async () => {
    const { world, other } = parts();
    const before = await world.footprint();

    const reply = await world.handle(other.inbound(line, SLACK_TEAM));

    expectClosed(reply);
    expect(await world.footprint()).toEqual(before);
  });

  it(`shows somebody of another partnership only their own plan in their own workspace: ${line}`, async () => {
    const { world, other } = parts();
    const before = await world.footprint();

    const reply = await world.handle(other.inbound(line));

    expect(reply && textOf(reply)).not.toMatch(/Named workers|Right Support|Example Council|Asha/);
    expect(reply?.outcome).not.toBe('fault');
    expect(await world.footprint()).toEqual(before);
  });
}

function expectClosed(reply: Reply | null): void {
  expect(reply).toMatchObject({ outcome: 'refused', code: 'not-linked', audience: 'private' });
  expect(reply?.message.title).toBe('I don’t know who you are on the plan');
  expect(reply && textOf(reply)).toContain('Ask your programme office to put you on the plan');
  expect(reply && textOf(reply)).not.toMatch(/Named workers|Right Support|Asha|2B:2/);
}
