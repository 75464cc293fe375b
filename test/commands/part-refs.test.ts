// One full reference for each part: what a list shows is what a command takes, whatever the plan's references look like.

import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { PlanItem } from '../../src/plan/plan-items/domain/plan-item.ts';
import { ASHA, BEN } from '../support/world/cast.ts';
import { buttonsOf, itemsOf } from '../support/world/message-parts.ts';
import { describePlan, type PlanSuite } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';

type Kind = 'action' | 'milestone' | 'measure';

/** Adds parts to 1A:1, which is then called `ref`. */
async function planWith(
  { harness, world }: PlanSuite,
  ref: string,
  parts: readonly (readonly [Kind, string, string])[],
): Promise<string> {
  const { id: objectiveId } = await world.objective('1A:1');
  const refKey = ref.toUpperCase().replace(/[^A-Z0-9]/g, '');
  await harness.prisma.objective.updateMany({ where: { id: objectiveId }, data: { ref, refKey } });
  const partnershipId = world.partnership.id;
  const [first] = await world.record.items.list({ objectiveIds: [objectiveId], kinds: ['action'] });
  for (const [kind, own, title] of parts)
    await harness.prisma.planItem.create({
      data: {
        ...{ partnershipId, objectiveId, kind, ref: own, title, addedAt: new Date() },
        status: kind === 'measure' ? 'open' : 'under-way',
        detail: kind === 'measure' ? {} : { doneOn: null },
        parentId: kind === 'milestone' ? (first?.id ?? null) : null,
      },
    });
  return objectiveId;
}

async function doneParts({ world }: PlanSuite, objectiveId: string): Promise<string[]> {
  const items: PlanItem[] = await world.record.items.list({
    objectiveIds: [objectiveId],
    kinds: ['action', 'milestone'],
  });
  return items
    .filter(({ title, status }) => !title.startsWith('Example') && status === 'done')
    .map(({ title }) => title);
}

describePlan('a part', (parts) => {
  it.each(['1A:1', '1.2', 'PA1.2a', 'SEND-14'])(
    'of %s is shown, typed and marked by one full reference',
    async (ref) => {
      const { world } = parts;
      const id = await planWith(parts, ref, [
        ['action', '3', 'Run the second workshop'],
        ['milestone', '1.3', 'Design signed off'],
      ]);

      const shown = itemsOf((await world.pap(ASHA, `show ${ref} all`)).message);
      const workshop = shown.find((item) => item.includes('second workshop'));
      const design = shown.find((item) => item.includes('Design signed off'));

      expect(workshop?.split(' ')[0]).toBe(`${ref}.3`);
      expect(design?.split(' ')[0]).toBe(`${ref}.1.3`);
      const reply = await world.pap(ASHA, `update ${design?.split(' ')[0]} done signed by all`);
      expect(reply.message.title).toBe(`Recorded: ${ref}.1.3 Design signed off`);
      expect(await doneParts(parts, id)).toEqual(['Design signed off']);
      const other = await world.pap(ASHA, `update ${workshop?.split(' ')[0]} done`);
      expect(other.message.title).toBe(`Recorded: ${ref}.3 Run the second workshop`);
      const history = textOf(await world.pap(ASHA, `show ${ref} history`));
      expect(history).toContain(`Milestone ${ref}.1.3 changed`);
      expect(history).toContain(`Action ${ref}.3 changed`);
    },
  );

  it.each([
    ['a', '1.2.a'],
    ['(i)', '1.2.(i)'],
    ['M1', '1.2.M1'],
    ['7', '1.2.7'],
  ])('called %j is %s', async (own, full) => {
    const { world } = parts;
    const id = await planWith(parts, '1.2', [['action', own, 'Write the guide']]);

    const shown = itemsOf((await world.pap(ASHA, 'show 1.2 all')).message);
    const reply = await world.pap(ASHA, `update ${full} done`);

    expect(shown.some((item) => item.startsWith(`${full} Write the guide`))).toBe(true);
    expect(reply.message.title).toBe(`Recorded: ${full} Write the guide`);
    expect(await doneParts(parts, id)).toEqual(['Write the guide']);
  });

  it('is asked for where an action and a milestone have one number, and each button means one', async () => {
    const { world } = parts;
    const id = await planWith(parts, '1A:1', [
      ['action', '3', 'Run the second workshop'],
      ['milestone', '3', 'Design signed off'],
    ]);
    const before = await world.footprint();

    const reply = await world.pap(ASHA, 'update 1A:1.3 done');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'ambiguous-item' });
    expect(textOf(reply)).toContain('Run the second workshop');
    expect(textOf(reply)).toContain('Design signed off');
    expect(await world.footprint()).toEqual(before);
    const lines = buttonsOf(reply.message).map(({ line }) => line);
    expect(lines).toEqual(['update action 1A:1 3 done', 'update milestone 1A:1 3 done']);
    await world.pap(ASHA, lines[1] ?? '');
    expect(await doneParts(parts, id)).toEqual(['Design signed off']);
  });

  it('is asked for where an objective has the same reference', async () => {
    const { world, harness } = parts;
    const id = await planWith(parts, '1', [['action', '7', 'Run the second workshop']]);
    const { id: other } = await world.objective('2B:2');
    await harness.prisma.objective.updateMany({
      where: { id: other },
      data: { ref: '1.7', refKey: '17' },
    });

    const asked = await world.pap(ASHA, 'update 1.7 done');
    const rated = await world.pap(ASHA, 'update 1.7 amber 14 of 20 trained');
    const change = await world.pap(BEN, 'admin change 1.7 date May 2025 because of leave');

    expect(asked).toMatchObject({ outcome: 'refused', code: 'ambiguous-item' });
    expect(buttonsOf(asked.message).map(({ line }) => line)).toEqual([
      'update objective 1.7 done',
      'update action 1 7 done',
    ]);
    // Only an objective takes a rating.
    expect(rated.outcome).toBe('done');
    expect(change.code).toBe('ambiguous-item');
    const [ofObjective, ofPart] = buttonsOf(change.message).map(({ line }) => line);
    expect((await world.pap(BEN, ofObjective ?? '')).outcome).toBe('done');
    expect(textOf(await world.pap(BEN, ofPart ?? ''))).toContain('action 1.7 “Run the second');
    expect(await doneParts(parts, id)).toEqual([]);
  });

  it('may be typed as an old list showed it: behind its objective', async () => {
    const { world } = parts;
    const id = await planWith(parts, '1A:1', [['milestone', '1.3', 'Design signed off']]);

    const reply = await world.pap(ASHA, 'update 1A:1 1.3 done');

    expect(reply.message.title).toBe('Recorded: 1A:1.1.3 Design signed off');
    expect(await doneParts(parts, id)).toEqual(['Design signed off']);
  });

  it('has its full reference in the files of an export; what is stored stays', async () => {
    const { world } = parts;
    await planWith(parts, '1A:1', [['milestone', '1.3', 'Design signed off']]);

    const { files: [file] = [] } = await world.pap(BEN, 'admin export csv');

    const name = 'plan_item.csv';
    const zip = unzipSync(file?.bytes ?? new Uint8Array());
    const csv = strFromU8(zip[name] ?? new Uint8Array(), false);
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    const row = rows.find(({ title }) => title === 'Design signed off');
    expect(row).toMatchObject({ part: '1A:1.1.3', objective: '1A:1', ref: '1.3' });
  });
});
