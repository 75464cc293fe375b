// One whole governance cycle, played by ten fictional people in Slack, in Teams and in the terminal, with
// the jobs that run in between. What the record says at the end is compared line by line.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobs } from '../../scheduled/index.ts';
import { localDate } from '../../src/core/dates/domain/working-days.ts';
import { isRating } from '../../src/plan/history/domain/history-entry.ts';
import { ratingStory } from '../../src/plan/objectives/domain/rating-story.ts';
import { describeOnBothDatabases } from '../support/database/database-harness.ts';
import { loadWorld, type PlanWorld } from '../support/world/plan-world.ts';
import { recordLines } from '../support/world/record-lines.ts';
import { openThreeDoors, type ThreeDoors } from '../support/world/three-doors.ts';
import { story } from './walk-through.ts';

const LONDON = 'Europe/London';
const EXPECTED = join(import.meta.dirname, 'walk-through.expected.txt');

describeOnBothDatabases('a whole cycle', (harness) => {
  let world: PlanWorld;
  let open: ThreeDoors;
  beforeAll(async () => {
    await harness.reset();
    world = await loadWorld(harness);
    open = await openThreeDoors(harness, world);
  });
  afterAll(() => open?.close());

  it('is answered as the story tells, step by step', async () => {
    for (const step of story) {
      world.at(step.at);
      if ('job' in step) {
        const job = jobs.find(({ id }) => id === step.job);
        if (!job) throw new Error(`there is no job ${step.job}`);
        await world.run(job.run);
        await world.deliver();
        continue;
      }

      const { reply } = await open.say(step.door, `${step.who}@example.org`, step.says);

      expect(
        `${step.who}: ${step.says} → ${reply?.code ?? reply?.outcome}: ${reply?.message.title}`,
      ).toContain(`${step.who}: ${step.says} → ${step.then}`);
      await world.deliver();
    }
  }, 120_000);

  it('leaves exactly the record that it should', async () => {
    const lines = await recordLines(harness.prisma, world.partnership.id);

    if (process.env.PAP_WRITE_EXPECTED === '1') writeFileSync(EXPECTED, `${lines.join('\n')}\n`);
    expect(lines).toEqual(readFileSync(EXPECTED, 'utf8').trimEnd().split('\n'));
  });

  it('leaves a state that is what the history says', async () => {
    const { objectives, items, history } = world.record;
    const ids = (await objectives.listNames()).map(({ id }) => id);

    for (const objective of await objectives.list(localDate(await world.clock.now(), LONDON), {
      ids,
    })) {
      const entries = await history.list(objective.id);
      const ratings = entries.filter(isRating);
      expect(ratingStory(ratings)?.rag ?? null, objective.ref).toBe(objective.rag);
      expect(ratingStory(ratings, 'impact')?.rag ?? null, objective.ref).toBe(objective.impactRag);
      for (const item of await items.list({ objectiveIds: [objective.id] })) {
        const last = entries.findLast(
          ({ detail }) => detail?.of === 'item' && detail.itemId === item.id,
        );
        const { kind, title, status, detail } = item;
        expect(last?.detail, `${objective.ref} ${item.ref}`).toMatchObject({
          after: { kind, title, status, detail },
        });
      }
    }
  });

  it('leaves a history that is whole', async () => {
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('shows what the board saw, and what came after it, apart', async () => {
    world.at('2024-07-29T10:00');

    const seen = await open.say('slack', 'gita@example.org', 'show 2B:2 at 24 Jul 2024');
    const now = await open.say('teams', 'gita@example.org', 'show 2B:2');

    expect(seen.text).toContain('As at Wed 24 July 2024');
    expect(seen.text).toContain('🔶 Amber');
    expect(now.text).toContain('🟢 Green');
  });
});
