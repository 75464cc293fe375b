// A plan for each way of printing references: the lines of the grammar do there what they do on the plan of the tests, and
// a whole cycle is played on it.
import { beforeAll, expect, it } from 'vitest';
import { jobs } from '../../scheduled/index.ts';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import { type RefStyle, styleNames } from '../support/rules/ref-styles.ts';
import { loadWorld, type PlanWorld } from '../support/world/plan-world.ts';
import { type Restyled, restyled, restylePlan } from '../support/world/restyled-plan.ts';
import { lines } from './same-words.ts';
import { story } from './walk-through.ts';

/** Behind a rating a bare number or letter may begin the note: whether it is an objective is asked. */
const BARE: readonly RefStyle[] = ['7', 'iii'];
const RATING_FIRST = /^update (?:red|amber|green|blue) /;
/** Behind a word that is no verb it may be anything: nothing is offered. */
const SLIP = /^updaet /;

for (const style of styleNames.filter((name) => name !== '2B:2'))
  describeOnDatabase('embedded', `a plan with ${style}`, (harness) => {
    let world: PlanWorld;
    let printed: Restyled;
    beforeAll(async () => {
      await harness.reset();
      world = await loadWorld(harness);
      printed = await restylePlan(harness.prisma, world.partnership.id, style);
      await world.restore();
    });

    it('does with every line what another plan does', async () => {
      const wrong: string[] = [];
      let said = 0;
      for (const [who, line, outcome] of lines) {
        const words = restyled(line, printed);
        if (words === null) continue;
        said += 1;
        const reply = await world.pap(`${who}@example.org`, words);
        const answer = reply.code ?? reply.outcome;
        if (BARE.includes(style) && RATING_FIRST.test(words) && answer === 'which-objective')
          continue;
        if (BARE.includes(style) && SLIP.test(words) && answer === 'unknown-verb') continue;
        if (answer !== outcome) wrong.push(`${who}: ${words} → ${answer}, not ${outcome}`);
        if (reply.outcome === 'done') await world.restore();
      }

      expect(wrong).toEqual([]);
      expect(said).toBeGreaterThan(60);
    }, 300_000);

    it('plays a whole cycle', async () => {
      await world.restore();
      for (const step of story) {
        world.at(step.at);
        if ('job' in step) {
          const job = jobs.find(({ id }) => id === step.job);
          if (!job) throw new Error(`there is no job ${step.job}`);
          await world.run(job.run);
          await world.deliver();
          continue;
        }
        const words = restyled(step.says, printed) ?? step.says;

        const reply = await world.pap(`${step.who}@example.org`, words);

        expect(`${step.who}: ${words} → ${reply.code ?? reply.outcome}`).toBe(
          `${step.who}: ${words} → ${step.then}`,
        );
        await world.deliver();
      }
    }, 120_000);
  });
