// The same request twice, one after the other and at once in two processes: one effect, and no fault.
import { expect, it } from 'vitest';
import { describePlan, type PlanSuite } from '../support/world/plan-suite.ts';
import { SLACK_TEAM, terminalInbound } from '../support/world/plan-world.ts';
import { recordLines } from '../support/world/record-lines.ts';
import { countsOf, wholeRecord } from '../support/world/whole-record.ts';
import { BEN, typeBefore, type WritingLine, writingLines } from '../support/world/writing-lines.ts';

/** What can only be done once, by whoever is first. */
const onceOnly = writingLines.filter(({ line }) =>
  /^(?:undo|handover|snooze|away 12|away @|\S+ (?:\S+ )?(?:(?:accept|decline|approve|reject|withdraw|revise|leave|publish|drop|cancel) |confirm 1)|admin (?:people add|cycle (?:add|cancel|open|freeze|amend|close)))/.test(
    line,
  ),
);

describePlan('a request that comes twice', (parts) => {
  it.each(writingLines)('has one effect: $line ($before)', async (writing) => {
    const { world, harness } = parts;
    const { partnership } = world;
    await linkBen(parts);
    await typeBefore(world, writing);
    const before = await wholeRecord(harness);
    const inbound = inboundOf(parts, writing);

    const first = await world.handle(inbound);
    const after = await wholeRecord(harness);
    const lines = await recordLines(harness.prisma, partnership.id);
    const second = await world.dispatcher()(inbound);

    expect(first).toMatchObject({ outcome: 'done' });
    expect(after).not.toEqual(before);
    expect(second?.outcome).not.toBe('fault');
    expect(await wholeRecord(harness)).toEqual(after);
    await expectWhole(parts);

    await world.restore();
    await linkBen(parts);
    await typeBefore(world, writing);
    const replies = await Promise.all([world.handle(inbound), world.dispatcher()(inbound)]);

    expect(replies.map((reply) => reply?.outcome)).toContain('done');
    expect(replies.map((reply) => reply?.outcome)).not.toContain('fault');
    expect(countsOf(await wholeRecord(harness))).toEqual(countsOf(after));
    expect(await recordLines(harness.prisma, partnership.id)).toEqual(lines);
    await expectWhole(parts);
  });

  it.each(onceOnly)('is done by one of two people at once: $line', async (writing) => {
    const { world } = parts;
    await typeBefore(world, writing);
    const [one, other] = [inboundOf(parts, writing), inboundOf(parts, writing)];

    const replies = await Promise.all([world.handle(one), world.dispatcher()(other)]);

    expect(replies.map((reply) => reply?.outcome).sort()).toEqual(['done', 'refused']);
    await expectWhole(parts);
  });

  it.each(['admin people link 1 @ella', 'admin people refuse 1'])(
    'is passed on, and decided, once: %s',
    async (line) => {
      const { world, harness } = parts;
      const entry = { email: 'sam@nhs.example', kind: 'member', active: true } as const;
      const directories = [{ platform: 'slack', lookUp: async () => entry } as const];
      const doors = [world.dispatcher({ directories }), world.dispatcher({ directories })];
      const sam = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0SAM' } as const;
      const claim = terminalInbound('', 'link I am Sam Reed from the NHS trust', sam);
      const decision = terminalInbound(BEN, line, { tenantId: world.partnership.key });

      const claimed = await Promise.all(doors.map((handle) => handle(claim)));
      await doors[0]?.(claim);
      const decided = await Promise.all(doors.map((handle) => handle(decision)));
      await doors[0]?.(decision);

      const outcomes = [...claimed, ...decided].map((reply) => reply?.outcome);
      expect(outcomes.filter((outcome) => outcome === 'done').length).toBeGreaterThanOrEqual(2);
      expect(outcomes).not.toContain('fault');
      expect(await harness.prisma.linkRequest.count()).toBe(1);
      expect(await harness.prisma.auditEvent.count()).toBe(1);
      await expectWhole(parts);
    },
  );
});

function inboundOf({ world }: PlanSuite, { by, line, more }: WritingLine) {
  return terminalInbound(by, line, { tenantId: world.partnership.key, ...more });
}

/** For what is typed in a channel, which only a chat has. */
async function linkBen({ world }: PlanSuite): Promise<void> {
  const account = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0BEN' } as const;
  await world.record.people.linkAccount(
    await world.personId(BEN),
    account,
    await world.clock.now(),
  );
}

async function expectWhole({ world }: PlanSuite): Promise<void> {
  const { message } = await world.pap(BEN, 'admin audit verify');
  expect(message.tone).toBe('good');
}
