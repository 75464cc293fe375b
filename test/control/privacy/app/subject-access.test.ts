// A person's own file: every row about them, by them or with their name in it, and nobody else's.
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { describePlan, type PlanSuite } from '../../../support/world/plan-suite.ts';
import { textOf } from '../../../support/world/plan-world.ts';
import { ASHA, BEN, CERYS, FEMI } from '../../../support/world/writing-lines.ts';

describePlan('a person’s own file', (parts) => {
  it('has what they said and what others said of them, as a page', async () => {
    const { world } = parts;
    await live(parts);

    const reply = await world.pap(BEN, 'admin sar @asha html');

    const page = new TextDecoder().decode(reply.files?.[0]?.bytes);
    expect(reply.files?.[0]?.name).toBe('oxfordshire-subject-access-2024-07-01.html');
    expect(textOf(reply)).toContain('speak of other people');
    for (const words of ['What the record holds on Asha Example', ASHA, 'fourteen of twenty'])
      expect(page).toContain(words);
    expect(page).toContain('what did Asha Example change?');
    expect(page).not.toContain('a giraffe was promised');
    expect(page).not.toMatch(/[0-9a-f]{64}/);
    expect(textOf(await world.pap(BEN, 'admin audit'))).toContain(
      'what is held on Asha Example was written to a file',
    );
  });

  it('is a table for each kind as csv, and a Word file otherwise', async () => {
    const { world } = parts;
    await live(parts);

    const csv = (await world.pap(BEN, 'admin sar owner@example.org csv')).files?.[0];
    const tables = unzipSync(csv?.bytes ?? new Uint8Array());
    expect(Object.keys(tables)).toEqual(
      expect.arrayContaining(['person.csv', 'objective_entry.csv', 'assignment.csv']),
    );
    expect(strFromU8(tables['person.csv'] ?? new Uint8Array())).toContain('Asha Example');
    expect(strFromU8(tables['person.csv'] ?? new Uint8Array())).not.toContain('Femi');

    const word = (await world.pap(BEN, 'admin sar @asha')).files?.[0];
    expect(word?.name).toMatch(/\.docx$/);
    expect(word?.line).toBe('admin sar Asha Example docx');
  });

  it('says of somebody who was erased what is left', async () => {
    const { world } = parts;
    await live(parts);
    await world.pap(BEN, 'admin people leave confirm @asha');
    await world.pap(BEN, 'admin people erase confirm @asha because she asked');

    const reply = await world.pap(BEN, 'admin sar a former owner 1 html');

    const page = new TextDecoder().decode(reply.files?.[0]?.bytes);
    expect(page).toContain('words erased on');
    expect(page).not.toMatch(/Asha|fourteen of twenty/);
  });

  it.each([
    ['admin sar', 'usage'],
    ['admin sar @nobody', 'unknown-person'],
  ])('refuses %s', async (line, code) => {
    expect(await parts.world.pap(BEN, line)).toMatchObject({ outcome: 'refused', code });
  });

  it('is made for the programme office alone', async () => {
    for (const who of [ASHA, CERYS, FEMI])
      expect(await parts.world.pap(who, 'admin sar @asha')).toMatchObject({
        code: 'not-permitted',
      });
  });
});

async function live({ world }: PlanSuite): Promise<void> {
  await world.pap(ASHA, 'update 2B:2 amber fourteen of twenty are trained');
  await world.pap(CERYS, 'challenge 2B:2 what did Asha Example change?');
  await world.pap(BEN, 'update 2B:1 amber a giraffe was promised');
}
