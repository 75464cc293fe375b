// What happens where the plan has moved on between two lines: closed objectives, people who have left,
// deputies who become owners, corrections of corrections.
import { expect, it } from 'vitest';
import { describePlan } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';
import { deliverNow } from '../support/world/told.ts';
import { wholeRecord } from '../support/world/whole-record.ts';
import { ASHA, BEN, CERYS, DEV, ELLA, FEMI } from '../support/world/writing-lines.ts';

function csv(...rows: string[]) {
  return { name: 'plan.csv', bytes: new TextEncoder().encode(rows.join('\n')) };
}

describePlan('where the plan has moved on', (parts) => {
  async function type(...lines: (readonly [string, string])[]): Promise<void> {
    for (const [email, line] of lines) {
      const reply = await parts.world.pap(email, line);
      if (reply.outcome !== 'done') throw new Error(`${line}: ${reply.code} ${textOf(reply)}`);
    }
  }
  async function close(ref: string): Promise<void> {
    await type([DEV, `admin change close ${ref} because it is done`]);
    const change = await parts.harness.prisma.changeRequest.findFirstOrThrow({
      orderBy: { number: 'desc' },
    });
    await type([BEN, `admin change approve ${change.number}`]);
  }
  async function expectWhole(): Promise<void> {
    const { message } = await parts.world.pap(BEN, 'admin audit verify');
    expect(message.title).toBe('The history is whole');
  }
  const owners = async (ref: string) =>
    (await parts.world.objective(ref)).assignees.map(({ role, name }) => `${role} ${name}`).sort();

  it.each([
    [ASHA, 'update 2B:2 amber 14 of 20 trained'],
    [ASHA, 'update 2B:2 impact amber parents say so'],
    [ASHA, 'update confirm 2B:2 amber 14 trained\n1A:1 green launched'],
    [ASHA, 'same 2B:2'],
    [ASHA, 'undo 2B:2'],
    [BEN, 'amend 2B:2 green all trained'],
    [ASHA, 'evidence 2B:2 https://example.org/register register done'],
    [ASHA, 'evidence 2B:2 with six parents 12 June'],
    [ASHA, 'evidence 2B:2 withdraw E1'],
    [CERYS, 'evidence 2B:2 waive once a year'],
    [ASHA, 'recovery 2B:2 train the last six by 31 July'],
    [ASHA, 'recovery 2B:2 done all'],
    [ASHA, 'decide 2B:2 needed a trainer from SIAB by 24 July'],
    [BEN, 'decide 2B:2 D1 agreed'],
    [BEN, 'decide 2B:2 withdraw D1'],
    [CERYS, 'challenge 2B:2 what changed?'],
    [ASHA, 'challenge 2B:2 answer six more'],
    [CERYS, 'challenge 2B:2 withdraw'],
    [ASHA, 'handover 2B:2 @femi'],
    [ELLA, 'handover accept 1'],
    [ASHA, 'admin change 2B:2 date December 2024 because of the tender'],
    [DEV, 'admin change 2B:2 owner @femi because of leave'],
    [DEV, 'admin change add action 2B:2 "Write" because asked'],
    [BEN, 'admin change approve 1'],
  ])('leaves a closed objective as it is: %s %s', async (email, line) => {
    await type(
      [ASHA, 'admin change 2B:2 date September 2024 because two posts are vacant'],
      [ASHA, 'update 2B:2 red two posts are vacant'],
      [ASHA, 'evidence 2B:2 https://example.org/rota rota done'],
      [ASHA, 'recovery 2B:2 fill both posts by 31 July'],
      [ASHA, 'decide 2B:2 needed a second trainer from SIAB by 24 July'],
      [CERYS, 'challenge 2B:2 what changed since May?'],
      [BEN, 'handover @asha 2B:2 @femi'],
    );
    await close('2B:2');
    const before = await wholeRecord(parts.harness);

    const reply = await parts.world.pap(email, line);

    expect(reply.outcome).toBe('refused');
    expect(await wholeRecord(parts.harness)).toEqual(before);
    await expectWhole();
  });

  it('leaves a closed objective as it is when a file names it', async () => {
    const { world } = parts;
    await close('2B:2');
    const before = await world.objective('2B:2');
    const file = csv(
      'Ref,Objective,Lead,Due,RAG,Progress,Evidence',
      '2B:2,Another title,Femi Example,March 2025,green,all trained,a register',
      '2B:2.7,A new action,Femi Example,March 2025,amber,,',
      '7A:1,Example: a new one,,March 2025,green,first meeting,',
    );

    const read = await world.pap(BEN, 'admin import', { file });
    const confirmed = await world.pap(BEN, 'admin import confirm 1');

    expect(read.outcome).toBe('done');
    expect(textOf(read)).toMatch(/closed/);
    expect(confirmed.outcome).toBe('done');
    expect(await world.objective('2B:2')).toEqual(before);
    expect((await world.objective('7A:1')).rag).toBe('green');
    await expectWhole();
  });

  it('does not import what was read before the objective was closed', async () => {
    const { world } = parts;
    const file = csv('Ref,Objective,RAG,Progress', '2B:2,Another title,green,all trained');
    await world.pap(BEN, 'admin import', { file });
    await close('2B:2');

    const confirmed = await world.pap(BEN, 'admin import confirm 1');

    expect(confirmed).toMatchObject({ outcome: 'refused', code: 'import-outdated' });
    await expectWhole();
  });

  it('publishes a version while an import waits, and imports it then', async () => {
    const { world } = parts;
    const file = csv('Ref,Objective,RAG,Progress', '2B:2,Another title,green,all trained');
    await world.pap(BEN, 'admin import', { file });
    await type([BEN, 'admin change revise Revised plan'], [BEN, 'admin change publish 2 confirm']);

    const confirmed = await world.pap(BEN, 'admin import confirm 1');

    expect(confirmed.outcome).toBe('done');
    expect(await world.objective('2B:2')).toMatchObject({ title: 'Another title', rag: 'green' });
    await expectWhole();
  });

  it.each([
    ['admin change 2B:2 owner @femi because Asha moves', 'Femi'],
    ['admin change 2B:2 deputy @femi because Ella moves', 'Femi'],
    ['admin change add 4C:1 "Transport" owner @femi because the board asked', 'Femi'],
  ])('gives nothing to somebody who has left since: %s', async (line) => {
    const { world, harness } = parts;
    await type([DEV, line], [BEN, 'admin people leave confirm @femi']);
    const before = await wholeRecord(harness);

    const reply = await world.pap(BEN, 'admin change approve 1');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'change-overtaken' });
    expect(textOf(reply)).toContain('Femi');
    expect(await wholeRecord(harness)).toEqual(before);
    expect((await world.pap(BEN, 'admin change 1')).outcome).toBe('done');
    expect((await world.pap(BEN, 'admin change reject 1 nobody is there')).outcome).toBe('done');
    await expectWhole();
  });

  it('decides the proposal of somebody who has left since', async () => {
    await type(
      [ASHA, 'admin change 2B:2 date September 2024 because two posts are vacant'],
      [BEN, 'admin people leave confirm @asha'],
      [BEN, 'admin change approve 1'],
    );

    const told = await deliverNow(parts);

    expect(told.map(([email]) => email)).not.toContain(ASHA);
    expect((await parts.world.objective('2B:2')).due?.text).toBe('September 2024');
    await expectWhole();
  });

  it('takes the answer to somebody who has left since', async () => {
    const { world } = parts;
    await type(
      [CERYS, 'challenge 2B:2 what changed since May?'],
      [BEN, 'admin people leave confirm @cerys'],
    );

    const reply = await world.pap(ASHA, 'challenge 2B:2 answer six more were trained');
    const told = await deliverNow(parts);

    expect(reply.outcome).toBe('done');
    expect(told.map(([email]) => email)).not.toContain(CERYS);
    await expectWhole();
  });

  it('lets what a leaver was handing over be accepted', async () => {
    await type(
      [ASHA, 'handover 2B:2 @femi'],
      [BEN, 'admin people leave confirm @asha'],
      [FEMI, 'handover accept 1'],
    );

    expect(await owners('2B:2')).toEqual(['deputy Ella Example', 'owner Femi Example']);
    await expectWhole();
  });

  it('says that nobody owns what a leaver was handing over when it is declined', async () => {
    await type([ASHA, 'handover 2B:2 @femi'], [BEN, 'admin people leave confirm @asha']);

    const reply = await parts.world.pap(FEMI, 'handover decline 1');

    expect(textOf(reply)).toContain('Nothing has passed: nobody owns it.');
    await expectWhole();
  });

  it.each(['handover', 'change', 'import'])(
    'lets a deputy who becomes the owner be deputy no more: by %s',
    async (how) => {
      const { world } = parts;
      if (how === 'handover')
        await type([ASHA, 'handover 2B:2 @ella'], [ELLA, 'handover accept 1']);
      if (how === 'change')
        await type(
          [ASHA, 'admin change 2B:2 owner @ella because Asha moves'],
          [BEN, 'admin change approve 1'],
        );
      if (how === 'import') {
        await world.pap(BEN, 'admin import', {
          file: csv('Ref,Objective,Lead', '2B:2,,Ella Example'),
        });
        await type([BEN, 'admin import confirm 1']);
      }

      expect(await owners('2B:2')).toEqual(['owner Ella Example']);
      expect(textOf(await world.pap(BEN, 'show 2B:2 history'))).toMatch(/deputy/i);
      await expectWhole();
    },
  );

  it('lets nobody be their own deputy', async () => {
    const { world } = parts;

    const reply = await world.pap(ASHA, 'admin change 2B:2 deputy @asha because Ella is away');
    await world.pap(BEN, 'admin change approve 1');

    expect(reply.outcome).toBe('refused');
    expect(await owners('2B:2')).toEqual(['deputy Ella Example', 'owner Asha Example']);
    await expectWhole();
  });

  it('undoes an amendment only as its author may, and amends nothing that was undone', async () => {
    const { world } = parts;
    await type([ASHA, 'update 2B:2 amber 14 of 20'], [ASHA, 'amend 2B:2 green all trained']);

    const undone = await world.pap(ASHA, 'undo 2B:2');
    const again = await world.pap(ASHA, 'undo 2B:2');
    const amended = await world.pap(ASHA, 'amend 2B:2 14 of 21 trained');
    const objective = await world.objective('2B:2');
    const entries = await world.record.history.list(objective.id);

    expect([undone, again, amended].map(({ outcome }) => outcome)).not.toContain('fault');
    const corrected = entries.flatMap(({ supersedesId }) => (supersedesId ? [supersedesId] : []));
    expect(new Set(corrected).size).toBe(corrected.length);
    await expectWhole();
  });

  it('does not rate while the papers are frozen, by whatever way', async () => {
    const { world, harness } = parts;
    await type([ASHA, 'update 2B:2 amber 14 of 20']);
    const file = csv('Ref,Objective,RAG,Progress', '2B:2,Another title,green,all trained');
    await world.pap(BEN, 'admin import', { file });
    world.at('2024-07-18T10:00');
    const before = await wholeRecord(harness);

    const replies = [
      await world.pap(ASHA, 'update 2B:2 green all'),
      await world.pap(ASHA, 'update confirm 2B:2 green all\n1A:1 green all'),
      await world.pap(ASHA, 'same 2B:2'),
      await world.pap(ASHA, 'undo 2B:2'),
      await world.pap(ASHA, 'amend 2B:2 green all'),
      await world.pap(BEN, 'update 2B:2 green all'),
      await world.pap(BEN, 'same 2B:2'),
      await world.pap(BEN, 'admin import confirm 1'),
    ];

    expect(replies.map(({ outcome }) => outcome)).toEqual(Array(8).fill('refused'));
    expect(await wholeRecord(harness)).toEqual(before);
    await expectWhole();
  });

  it.each([
    ['update 2B:2 impact blue families say so', 'update 2B:2 impact blue families say so'],
    ['update 2B:2 impact blue', 'update 2B:2 impact blue 14 of 20 trained'],
    ['amend 2B:2 impact blue families say so', 'amend 2B:2 impact blue families say so'],
  ])('keeps what was typed about the impact apart from the delivery: %s', async (line, kept) => {
    const { world } = parts;
    await type([ASHA, 'update 2B:2 impact amber some say so']);

    const reply = await world.pap(ASHA, line);

    expect(reply.outcome).toBe('refused');
    expect(textOf(reply)).toContain(`/pap ${kept}`);
    expect(textOf(reply)).not.toMatch(/\/pap (?:update|amend|same) 2B:2(?! impact)/);
  });

  it('ends the cover of somebody who leaves', async () => {
    const { world } = parts;
    await type(
      [ASHA, 'away 1–5 July cover @cerys'],
      [CERYS, 'away accept 1'],
      [CERYS, 'update 2B:2 amber 14 of 20'],
      [BEN, 'admin people leave confirm @cerys'],
    );

    const reply = await world.pap(CERYS, 'update 2B:2 green all');

    expect(reply.code).toBe('not-linked');
    expect((await world.objective('2B:2')).assignees.map(({ name }) => name)).not.toContain(
      'Cerys Example',
    );
    await expectWhole();
  });
});
