// What somebody did when they had a right gives them none today: not by a line, not by a button, not on a stale card.

import { expect, it } from 'vitest';
import { ASHA, BEN, CERYS, ELLA, FEMI } from '../support/world/cast.ts';
import { buttonOf } from '../support/world/message-parts.ts';
import { describePlan } from '../support/world/plan-suite.ts';

describePlan('rights are today’s', (parts) => {
  const rag = async () => (await parts.world.objective('2B:2')).rag;
  /** Femi covers today and has rated 2B:2 red; from tomorrow on they cover for nobody. */
  const rateAsCover = async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away today cover @femi');
    await world.pap(FEMI, 'away accept 1');
    const receipt = await world.pap(FEMI, 'update 2B:2 red two trainers left');
    expect(receipt.outcome).toBe('done');
    return receipt;
  };

  it('a cover that has ended amends its note and no rating', async () => {
    const { world } = parts;
    await rateAsCover();
    world.at('2024-07-02T10:00');

    const rating = await world.pap(FEMI, 'amend 2B:2 green all are trained');

    expect(rating.code).toBe('not-permitted');
    expect(await rag()).toBe('red');
    const { line } = buttonOf(rating.message, 'Amend the note of 2B:2');
    const note = await world.pap(FEMI, line);
    expect([note.outcome, await rag()]).toEqual(['done', 'red']);
    const words = await world.pap(FEMI, 'amend 2B:2 red two trainers have left');
    expect([words.outcome, await rag()]).toEqual(['done', 'red']);
    expect((await world.pap(BEN, 'amend 2B:2 amber one is back')).outcome).toBe('done');
  });

  it('an owner who has handed over takes nothing back, by line or by button', async () => {
    const { world } = parts;
    const { message } = await world.pap(ASHA, 'update 2B:2 green all trained');
    await world.pap(ASHA, 'handover 2B:2 @femi');
    await world.pap(FEMI, 'handover accept 1');
    const { line, guard } = buttonOf(message, 'Undo 2B:2');

    const replies = [
      await world.pap(ASHA, line, guard ? { guard } : {}),
      await world.pap(ASHA, 'undo 2B:2'),
      await world.pap(ASHA, 'undo'),
      await world.pap(ASHA, 'amend 2B:2 red none are trained'),
      await world.pap(ASHA, 'update 2B:2 red none are trained', guard ? { guard } : {}),
      await world.pap(ASHA, 'same 2B:2', {
        guard: { objectiveId: guard?.objectiveId ?? '', version: 1 },
      }),
    ];

    expect(replies.map(({ code }) => code)).toEqual(replies.map(() => 'not-permitted'));
    expect(await rag()).toBe('green');
  });

  it('whoever has left the programme office amends what they rated by its note alone', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin people role @ella programme-office');
    await world.pap(ELLA, 'update 1A:1 red as the board was told');
    await world.pap(BEN, 'admin people unrole confirm @ella programme-office');
    const before = (await world.objective('1A:1')).rag;

    expect((await world.pap(ELLA, 'undo 1A:1')).code).toBe('not-permitted');
    expect((await world.pap(ELLA, 'amend 1A:1 green on track')).code).toBe('not-permitted');
    expect((await world.pap(ELLA, 'amend 1A:1 as the board heard')).outcome).toBe('done');
    expect((await world.objective('1A:1')).rag).toBe(before);
  });

  it('a challenge, a proposal and a handover are withdrawn only with the right to make one', async () => {
    const { world } = parts;
    await world.pap(CERYS, 'challenge 2B:2 what changed since May?');
    await world.pap(CERYS, 'admin change 2B:2 title Workers in post because it reads better');
    await world.pap(ASHA, 'admin change 2B:2 due 31 August 2024 because trainers were ill');
    await world.pap(BEN, 'admin people unrole confirm @cerys co-chair theme 1');
    await world.pap(ASHA, 'handover 2B:2 @femi');
    await world.pap(FEMI, 'handover accept 1');
    await world.pap(FEMI, 'handover 2B:2 @ella');

    const replies = [
      await world.pap(CERYS, 'challenge 2B:2 withdraw C1'),
      await world.pap(CERYS, 'admin change withdraw 1'),
      await world.pap(ASHA, 'admin change withdraw 2'),
      await world.pap(ASHA, 'handover withdraw 2'),
    ];

    expect(replies.map(({ code }) => code)).toEqual(replies.map(() => 'not-permitted'));
    expect((await world.pap(FEMI, 'handover withdraw 2')).outcome).toBe('done');
  });

  it('a handover that the office asked for is not accepted once they are the office no more', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin people role @ella programme-office');
    await world.pap(ELLA, 'handover @asha 2B:2 @femi');
    await world.pap(BEN, 'admin people unrole confirm @ella programme-office');

    const reply = await world.pap(FEMI, 'handover accept 1');

    expect(reply.code).toBe('asker-may-not-now');
    expect((await world.pap(FEMI, 'same 2B:2')).code).toBe('not-permitted');
  });

  it('an import is confirmed by nobody whose role has ended', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin people role @ella programme-office');
    const bytes = Buffer.from('Ref,RAG,Note\n2B:2,Green,all are trained\n');
    const read = await world.pap(ELLA, 'admin import', { file: { name: 'plan.csv', bytes } });
    expect(read.outcome).toBe('done');
    await world.pap(BEN, 'admin people unrole confirm @ella programme-office');
    const before = await rag();

    expect((await world.pap(ELLA, 'admin import confirm 1')).code).toBe('not-permitted');
    expect(await rag()).toBe(before);
  });
});
