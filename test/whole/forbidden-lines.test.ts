// Who is not permitted leaves no row: somebody without a role or an assignment, somebody of another
// partnership, and somebody whom nobody knows, with every line that writes.
import { expect, it } from 'vitest';
import { describePlan, type PlanSuite } from '../support/world/plan-suite.ts';
import { SLACK_TEAM, terminalInbound } from '../support/world/plan-world.ts';
import { wholeRecord } from '../support/world/whole-record.ts';
import { ASHA, BEN, typeBefore, writingLines } from '../support/world/writing-lines.ts';

const VIEWER = 'sam@nhs.example';

describePlan('a line that writes', (parts) => {
  it.each(writingLines)('is refused to whoever it is not for: $line', async (writing) => {
    const { world, other } = parts;
    await addViewer(parts);
    await typeBefore(world, writing);
    const before = await wholeRecord(parts.harness);
    const { line, more } = writing;
    const asViewer = { ...more, platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0SAM' } as const;

    const stranger = await world.handle(terminalInbound('', line, { ...asViewer, userId: 'U0X' }));
    const visitor = await world.handle({ ...other.inbound(line, SLACK_TEAM), ...fileOf(more) });
    const otherPlan = await world.handle({ ...other.inbound(line), ...fileOf(more) });
    const between = await wholeRecord(parts.harness);
    const viewer = await world.handle(terminalInbound('', line, asViewer));

    expect(stranger).toMatchObject({ outcome: 'refused', code: 'not-linked' });
    expect(visitor).toMatchObject({ outcome: 'refused', code: 'not-linked' });
    expect(otherPlan?.outcome).not.toBe('fault');
    expect(own(between, world.partnership.id)).toEqual(own(before, world.partnership.id));
    if (writing.anybodys) expect(viewer?.outcome).not.toBe('fault');
    else {
      expect(viewer?.outcome).toBe('refused');
      expect(viewer?.code).toMatch(/^(?:not-permitted|none-recorded|nothing-to-undo)$/);
      expect(await wholeRecord(parts.harness)).toEqual(between);
    }
    await expectWhole(parts);
  });

  it.each([
    ['a guest', { email: 'sam@nhs.example', kind: 'guest', active: true }],
    ['a bot', { email: 'sam@nhs.example', kind: 'bot', active: true }],
    ['somebody deactivated', { email: 'sam@nhs.example', kind: 'member', active: false }],
    ['a guest with an owner’s address', { email: ASHA, kind: 'guest', active: true }],
    ['a deactivated owner', { email: ASHA, kind: 'member', active: false }],
    ['nobody', null],
  ] as const)('does nothing for %s, not even link', async (_who, entry) => {
    const { world, harness } = parts;
    const directory = { platform: 'slack', lookUp: async () => entry } as const;
    const handle = world.dispatcher({ directories: [directory] });
    const slack = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0SAM' } as const;
    const before = await wholeRecord(harness);

    for (const line of ['link I am Asha Example', 'same 2B:2', 'settings hour 14', '']) {
      const reply = await handle(terminalInbound('', line, slack));
      expect(reply).toMatchObject({ outcome: 'refused', code: 'not-linked' });
    }

    expect(await wholeRecord(harness)).toEqual(before);
    await expectWhole(parts);
  });

  it('does nothing but pass a claim on for a member whom nobody knows', async () => {
    const { world, harness } = parts;
    const entry = { email: 'sam@nhs.example', kind: 'member', active: true } as const;
    const directory = { platform: 'slack', lookUp: async () => entry } as const;
    const handle = world.dispatcher({ directories: [directory] });
    const slack = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0SAM' } as const;
    const before = await wholeRecord(harness);

    for (const { line, more } of writingLines) {
      const reply = await handle(terminalInbound('', line, { ...more, ...slack }));
      expect(reply).toMatchObject({ outcome: 'refused', code: 'not-linked' });
    }
    expect(await wholeRecord(harness)).toEqual(before);
    const reply = await handle(terminalInbound('', 'link I am Asha Example', slack));

    expect(reply?.outcome).toBe('done');
    expect(await harness.prisma.linkRequest.count()).toBe(1);
    expect((await handle(terminalInbound('', 'same 2B:2', slack)))?.code).toBe('not-linked');
    await expectWhole(parts);
  });

  it('does nothing but ask the office for a guest, an owner’s address or not', async () => {
    const { world, harness } = parts;
    const guest = { kind: 'one_channel', name: 'Asha Example' } as const;
    const entry = { email: ASHA, kind: 'guest', active: true, guest } as const;
    const directory = { platform: 'slack', lookUp: async () => entry } as const;
    const handle = world.dispatcher({ directories: [directory] });
    const slack = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0SAM' } as const;
    await handle(terminalInbound('', 'mine', slack));
    const before = await wholeRecord(harness);

    for (const { line, more } of writingLines) {
      const reply = await handle(terminalInbound('', line, { ...more, ...slack }));
      expect(reply).toMatchObject({ outcome: 'refused', code: 'not-linked' });
    }

    expect(await wholeRecord(harness)).toEqual(before);
    await expectWhole(parts);
  });

  it('does nothing for a button of another partnership', async () => {
    const { world, other, harness } = parts;
    const { id: objectiveId, version } = await harness.prisma.objective.findFirstOrThrow({
      where: { partnershipId: other.partnershipId },
    });
    const before = await wholeRecord(harness);

    const replies = [
      await world.pap(ASHA, 'same 2B:2', { guard: { objectiveId, version } }),
      await world.pap(ASHA, 'same 9Z:9', { guard: { objectiveId, version } }),
      await world.pap(BEN, 'update 9Z:9 green done', { guard: { objectiveId, version } }),
    ];

    expect(replies.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
    expect(await wholeRecord(harness)).toEqual(before);
    await expectWhole(parts);
  });
});

function fileOf(more: Parameters<typeof terminalInbound>[2]) {
  return more?.file ? { file: more.file } : {};
}

/** The rows of one partnership. */
function own(record: ReadonlyMap<string, readonly string[]>, partnershipId: string) {
  return new Map(
    [...record].map(([name, rows]) => [name, rows.filter((row) => row.includes(partnershipId))]),
  );
}

/** On the plan, linked, and with nothing to do on it. */
async function addViewer({ world }: PlanSuite): Promise<void> {
  await world.pap(BEN, `admin people add "Sam Reed" ${VIEWER} Example NHS`);
  await world.pap(BEN, 'admin people role @sam viewer');
  const personId = await world.personId(VIEWER);
  const now = await world.clock.now();
  const account = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0SAM' } as const;
  await world.record.people.linkAccount(personId, account, now);
  await world.record.people.greet(personId, now);
  const ben = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0BEN' } as const;
  await world.record.people.linkAccount(await world.personId(BEN), ben, now);
}

async function expectWhole({ world }: PlanSuite): Promise<void> {
  const { message } = await world.pap(BEN, 'admin audit verify');
  expect(message.title).toBe('The history is whole');
}
