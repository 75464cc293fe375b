// Parts of objectives, who has them and what a file prints of them are written many at a time, in as many journeys for eight rows as for two.
import { Client } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, it, vi } from 'vitest';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import { textOf } from '../../../support/world/plan-world.ts';

const office = 'office@example.org';
const heading = 'Ref,Objective,Action,Lead,Due,Milestone,Evidence,6 months';

/** Each row brings an objective, an action, a milestone, evidence, a measure, and a lead whom nobody is called. */
function plan(rows: number, area: number): string {
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `${area}.${at + 1},Example ${at},Example: do it ${at},Head of Service ${at},May 2025,Example: a draft,Minutes of May,Half of them use it`,
  );
  return [heading, ...lines].join('\n');
}

describePlanOnBoth('an import of many parts', (parts) => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  async function load(number: number, text: string) {
    const file = { name: 'plan.csv', bytes: new TextEncoder().encode(text) };
    const dry = await parts.world.pap(office, 'admin import', { file });
    const reply = await parts.world.pap(office, `admin import confirm ${number}`);
    return { dry, reply };
  }

  it('goes to the database as often for eight rows as for two', async () => {
    await load(1, plan(2, 100));
    const asked = vi.spyOn(Client.prototype, 'query');
    await load(2, plan(2, 200));
    const few = asked.mock.calls.length;
    asked.mockClear();

    const { reply } = await load(3, plan(8, 300));

    expect(textOf(reply)).toContain('8');
    expect(asked.mock.calls.length).toBe(few);
  });

  it('gives each part its reference, its place in the file and its line of the history', async () => {
    const { world, harness } = parts;
    const text = [
      'Ref,Objective,Action,Lead,Due,Evidence',
      '71.1,Example,,Asha Example,May 2025,https://example.org/minutes of May',
      '71.1.1,,Example: list them,Ben Example,March 2025,',
      '71.1.1.1,,Example: the list is agreed,Femi Example,1 March 2025,',
      '71.1.2,,Example: halve them,,,',
    ].join('\n');

    await load(1, text);

    const { id } = await world.objective('71.1');
    const items = await world.record.items.list({ objectiveIds: [id] });
    const [first] = items;
    expect(items.map(({ kind, ref, title }) => [kind, ref, title])).toEqual([
      ['action', '1', 'Example: list them'],
      ['action', '2', 'Example: halve them'],
      ['milestone', '1.1', 'Example: the list is agreed'],
      ['evidence', 'E1', 'https://example.org/minutes of May'],
    ]);
    expect(items[2]?.parentId).toBe(first?.id);
    const today = Temporal.PlainDate.from('2024-07-01');
    const owners = await Promise.all(
      items.slice(0, 3).map((item) => world.record.items.ownersOf(item.id, 'owner', today)),
    );
    expect(owners.flat().map((name) => name.split(',')[0])).toEqual([
      'Ben Example',
      'Femi Example',
    ]);
    const places = await harness.prisma.sourceReference.findMany({
      where: { subjectType: 'plan_item' },
      select: { place: true, subjectId: true },
    });
    for (const [index, row] of [3, 5, 4].entries())
      expect(places).toContainEqual({
        ...{ place: `row ${row}, column 3`, subjectId: items[index]?.id },
      });
    const entries = await world.record.history.list(id);
    expect(entries.filter(({ detail }) => detail?.of === 'item')).toHaveLength(4);
    expect(entries.filter(({ detail }) => detail?.of === 'assignment')).toHaveLength(3);
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('says of a milestone that its action is nowhere, and takes the rest', async () => {
    const { world } = parts;

    const { dry, reply } = await load(
      1,
      'Ref,Objective,Action\n71.1,Example,\n71.1.2.1,,Example: agreed\n71.1.1,,Example: list them',
    );

    expect(textOf(dry)).toContain(
      'row 3, column 1: “71.1.2.1”: a milestone of an action that is neither in the plan nor in the file',
    );
    expect(reply.outcome).toBe('done');
    const { id } = await world.objective('71.1');
    const items = await world.record.items.list({ objectiveIds: [id] });
    expect(items.map(({ ref }) => ref)).toEqual(['1']);
  });
});
