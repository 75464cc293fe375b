// A line that names more than one: all of it is done, or nothing and why not. No number becomes a note unseen.

import { expect, it } from 'vitest';
import { ASHA, BEN, CERYS } from '../support/world/cast.ts';
import { buttonsOf, itemsOf, paragraphsOf } from '../support/world/message-parts.ts';
import { describePlan, type PlanSuite } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';

/** Three proposals of the co-chair, numbered 1 to 3. */
async function propose({ world }: PlanSuite): Promise<void> {
  for (const ref of ['2B:2', '1A:1', '2B:1'])
    await world.pap(CERYS, `admin change ${ref} date May 2025 because posts are vacant`);
}

async function statesOf({ world }: PlanSuite): Promise<(string | undefined)[]> {
  const found = [1, 2, 3].map((number) => world.record.changes.find(number));
  return (await Promise.all(found)).map((change) => change?.state);
}

describePlan('several changes in one line', (parts) => {
  it.each([
    ['approve 1 2 3', 'approved', null],
    ['approve 1, 2 and 3: agreed by the board', 'approved', 'agreed by the board'],
    ['reject #1 #2 #3 the dates stand', 'rejected', 'the dates stand'],
    ['withdraw 1 2 3', 'withdrawn', null],
  ])('%s', async (line, state, note) => {
    await propose(parts);
    const by = line.startsWith('withdraw') ? CERYS : BEN;

    const reply = await parts.world.pap(by, `admin change ${line}`);

    expect(reply.message.title).toBe(`Changes 1, 2 and 3: ${state}`);
    expect(itemsOf(reply.message).map((item) => item.slice(0, 2))).toEqual(['1 ', '2 ', '3 ']);
    expect(await statesOf(parts)).toEqual([state, state, state]);
    const notes = await parts.harness.prisma.changeRequest.findMany();
    expect(notes.map(({ decisionNote }) => decisionNote)).toEqual([note, note, note]);
    if (state !== 'approved') return;
    for (const ref of ['2B:2', '1A:1', '2B:1'])
      expect((await parts.world.objective(ref)).due?.text, ref).toBe('May 2025');
    expect((await parts.world.record.history.verify()).firstBreak).toBeNull();
  });

  it('approves none when one cannot be, says why of each, and offers the others', async () => {
    await propose(parts);
    const { world } = parts;
    await world.pap(BEN, 'admin change reject 2 not yet');
    const before = await world.footprint();

    const reply = await world.pap(BEN, 'admin change approve 1 2 3 9');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'none-recorded' });
    expect(textOf(reply)).toContain('Change 2: Change 2 is rejected');
    expect(textOf(reply)).toContain('Change 9: There is no change 9');
    expect(buttonsOf(reply.message).map(({ line }) => line)).toEqual(['admin change approve 1, 3']);
    expect(await statesOf(parts)).toEqual(['proposed', 'rejected', 'proposed']);
    expect(await world.footprint()).toEqual(before);
  });

  it('decides no more than fifty at a time', async () => {
    await propose(parts);
    const numbers = Array.from({ length: 2_000 }, (_, at) => at + 1).join(', ');

    const reply = await parts.world.pap(BEN, `admin change approve ${numbers}`);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect(textOf(reply)).toContain('Nothing was changed: approve up to 50 at a time');
    expect(await statesOf(parts)).toEqual(['proposed', 'proposed', 'proposed']);
  });

  it('asks whether a bare number before words is a change or the note', async () => {
    await propose(parts);
    const { world } = parts;

    const reply = await world.pap(BEN, 'admin change approve 1 2 agreed');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'several-numbers' });
    expect(buttonsOf(reply.message).map(({ line }) => line)).toEqual([
      'admin change approve 1, 2: agreed',
      'admin change approve 1 "2 agreed"',
    ]);
    expect(await statesOf(parts)).toEqual(['proposed', 'proposed', 'proposed']);
    await world.pap(BEN, 'admin change approve 1 "2 agreed"');
    expect((await world.record.changes.find(1))?.decisionNote).toBe('2 agreed');
    await world.pap(BEN, 'admin change approve 2, 3: agreed');
    expect(await statesOf(parts)).toEqual(['approved', 'approved', 'approved']);
  });

  it('takes the approvals of its proposer no more than one by one', async () => {
    await propose(parts);
    await parts.world.pap(BEN, 'admin change 2B:2 title Trained because it reads better');

    const reply = await parts.world.pap(BEN, 'admin change approve 1 4');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'none-recorded' });
    expect(textOf(reply)).toContain('Change 4: You cannot do that');
  });
});

describePlan('one at a time', (parts) => {
  it.each([
    [BEN, 'admin change 1 2', 'admin change 1'],
    [BEN, 'admin people refuse 3 4', 'admin people refuse 3'],
    [BEN, 'admin people refuse 3,4', 'admin people refuse 3'],
    [BEN, 'admin people link 3 4 @ella', 'admin people link 3 @ella'],
    [ASHA, 'away accept 3 4', 'away accept 3'],
    [ASHA, 'away cancel 3, 4', 'away cancel 3'],
    [BEN, 'admin families withdraw 1 2', 'admin families withdraw 1'],
    [BEN, 'admin families consent 1, 2 withdrawn', 'admin families consent 1 withdrawn'],
    [BEN, 'admin families consent 1 2 withdrawn', 'admin families consent 1 withdrawn'],
    [BEN, 'admin families agree kpi 1, 2 shorter waits', 'admin families add kpi 1 shorter waits'],
    [BEN, 'admin families add 2B:2 1A:1 one person', 'admin families add 2B:2 one person'],
    [BEN, 'admin import confirm 1 2', 'admin import confirm 1'],
    [BEN, 'admin import drop 1, 2', 'admin import drop 1'],
    [BEN, 'kpi agree 12 13', 'kpi agree 12'],
    [BEN, 'kpi polarity 12 13 up-is-bad', 'kpi polarity 12 up-is-bad'],
    [BEN, 'kpi polarity 12 up-is-bad 13', 'kpi polarity 12 up-is-bad'],
    [BEN, 'kpi sign-off 12, 13 siab 2024-05-01', 'kpi sign-off 12 siab 2024-05-01'],
    [BEN, 'kpi owner 12 13 @ella', 'kpi owner 12 @ella'],
    [BEN, 'kpi target 12 and 13 at most 5%', 'kpi target 12 at most 5%'],
    [BEN, 'kpi comment 12, 13 two schools', 'kpi comment 12 two schools'],
    [BEN, 'kpi show 12 13', 'kpi show 12'],
    [BEN, 'decide 2B:1 D1 D2 the council pays', 'decide 2B:1 D1 the council pays'],
    [BEN, 'decide 2B:1 withdraw D1 D2', 'decide 2B:1 withdraw D1'],
    [ASHA, 'evidence 1A:1 withdraw E1, E2', 'evidence 1A:1 withdraw E1'],
    [ASHA, 'challenge 2B:2 answer C1 C2 six more', 'challenge 2B:2 answer C1 six more'],
    [CERYS, 'challenge 2B:2 withdraw C1 and C2', 'challenge 2B:2 withdraw C1'],
    [ASHA, 'recovery 2B:2 done V1 V2', 'recovery 2B:2 done V1'],
    [ASHA, 'update 1A:1.1 1A:1.2 done', 'update 1A:1.1 done'],
    [ASHA, 'update 1A:1.1 done 1A:1.2', 'update 1A:1.1 done'],
  ])('%s %s', async (email, line, first) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(email, line);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'several-numbers' });
    expect(buttonsOf(reply.message)[0]?.line).toBe(first);
    expect(paragraphsOf(reply.message)[0]).toContain('Nothing was changed');
    expect(await world.footprint()).toEqual(before);
  });

  it.each([
    ['kpi show', Array.from({ length: 2_000 }, (_, at) => at + 1).join(' ')],
    ['admin families add', '2B:2 1A:1 '.repeat(1_000)],
    ['amend', '2B:2 1A:1 '.repeat(1_000)],
  ])('%s shows ten lines of thousands, and says how many more are named', async (start, named) => {
    const reply = await parts.world.pap(BEN, `${start} ${named}`);

    expect(reply.outcome).toBe('refused');
    expect(itemsOf(reply.message)).toHaveLength(10);
    expect(textOf(reply)).toMatch(/\d{4} more/);
  });

  it('leaves a number that begins a note or is a figure alone', async () => {
    const { world } = parts;

    const comment = await world.pap(BEN, 'kpi comment 12 14 of 20 schools answered');
    const quoted = await world.pap(BEN, 'decide 2B:1 D1 "D2 was no question any more"');

    expect(textOf(comment)).toContain('14 of 20 schools answered');
    expect(quoted.outcome).toBe('done');
    expect(textOf(quoted)).toContain('D2 was no question any more');
  });
});

/** The plan's objectives as another body would number them. */
async function rename({ harness, world }: PlanSuite, ref: string, to: string): Promise<void> {
  const { id } = await world.objective(ref);
  const refKey = to.toUpperCase().replace(/[^A-Z0-9]/g, '');
  await harness.prisma.objective.updateMany({ where: { id }, data: { ref: to, refKey } });
}

describePlan('objectives of other spellings', (parts) => {
  it.each([
    ['1.2', '1.3'],
    ['PA1.2a', 'PA1.2b'],
    ['SEND-14', 'SEND-15'],
  ])('%s and %s are both meant, or neither', async (one, other) => {
    const { world } = parts;
    await rename(parts, '2B:2', one);
    await rename(parts, '1A:1', other);
    const before = await world.footprint();

    const same = await world.pap(ASHA, `same ${one} ${other}`);
    const refused = await Promise.all(
      [
        [CERYS, `challenge ${one} ${other} what changed?`],
        [ASHA, `amend ${one} ${other} 14 of 20`],
        [ASHA, `decide ${one} ${other} needed money from SIAB`],
      ].map(([email = '', line = '']) => world.pap(email, line)),
    );

    expect(textOf(same)).toContain(other);
    expect(buttonsOf(same.message)[0]?.line).toMatch(/^same confirm /);
    expect(refused.map(({ code }) => code)).toEqual(Array(3).fill('several-objectives'));
    expect(await world.footprint()).toEqual(before);
    const done = await world.pap(ASHA, buttonsOf(same.message)[0]?.line ?? '');
    expect(done.outcome).toBe('done');
    expect((await world.footprint()).updates).toBe(before.updates + 2);
  });
});
