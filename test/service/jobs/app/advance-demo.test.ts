// The demonstration walks through the cycle step by step, with the jobs of production.
import { beforeEach, expect, it } from 'vitest';
import { createDemoCommand } from '../../../../commands/demo.ts';
import { commands } from '../../../../commands/index.ts';
import { jobs } from '../../../../scheduled/index.ts';
import { momentText } from '../../../../src/core/dates/messages/when.ts';
import { advanceDemo, type DemoStep } from '../../../../src/service/jobs/app/advance-demo.ts';
import { runJob } from '../../../../src/service/jobs/app/run-job.ts';
import { describePlan } from '../../../support/world/plan-suite.ts';
import { terminalInbound, textOf } from '../../../support/world/plan-world.ts';

describePlan('advance demo', (parts) => {
  function demoParts() {
    const { world, harness } = parts;
    return {
      ...{ store: harness.store, clock: world.clock, log: world.log, jobs },
      setClock: async (_partnershipId: string, now: Parameters<typeof world.at>[0]) => {
        world.at(now);
      },
    };
  }

  async function next(): Promise<DemoStep> {
    const { partnership } = parts.world;
    return await advanceDemo(demoParts(), partnership.id, partnership.timeZone);
  }

  // What a bot that had been running all along would have done by now.
  beforeEach(async () => {
    for (const job of jobs) await runJob(job, demoParts());
  });

  it('goes from one due step to the next, in order and to the minute', async () => {
    const seen: string[] = [];

    for (let step = 0; step < 13; step++) {
      const { at, what } = await next();
      seen.push(`${momentText(at, 'Europe/London')} ${what}`);
    }

    expect(seen).toEqual([
      'Mon 1 July 2024, 10:00 open',
      'Fri 5 July 2024, 10:00 nudge',
      'Mon 8 July 2024, 09:30 digest',
      'Tue 9 July 2024, 10:00 last-call',
      'Wed 10 July 2024, 10:00 due-today',
      'Thu 11 July 2024, 10:00 overdue',
      'Fri 12 July 2024, 10:00 roll-up',
      'Mon 15 July 2024, 09:30 digest',
      'Tue 16 July 2024, 10:00 office',
      'Tue 16 July 2024, 17:00 freeze',
      'Mon 22 July 2024, 09:30 digest',
      'Thu 25 July 2024, 00:00 meeting-over',
      'Mon 29 July 2024, 09:30 digest',
    ]);
  });

  it('tells who was written to at each step', async () => {
    const queued: string[] = [];

    for (let step = 0; step < 5; step++) {
      const { queued: rows } = await next();
      queued.push(rows.map(({ kind, to }) => `${kind} ${to.replace(' Example', '')}`).join(', '));
    }

    const chased = 'chase Asha, chase Ella, chase Femi';
    expect(queued).toEqual([
      // The office is told which objective has no owner to ask, and it is the first working day of a month, at ten:
      // each theme's co-chairs are reminded of June's report. Who is chased that day is reminded of it on another.
      `${chased}, notice Ben, notice Cerys, notice Dev, notice Dev`,
      chased,
      'digest Ben, digest Cerys, digest Dev, digest Dev, digest Ella, digest Femi, digest Femi, digest General, digest Right Support, notice Ella, notice Femi, notice Femi',
      chased,
      chased,
    ]);
  });

  it('writes to nobody who has answered', async () => {
    const { world } = parts;
    for (const ref of ['1A:1', '1A:2', '2B:1', '2B:2'])
      await world.pap('office@example.org', `same ${ref}`);

    const { queued } = await next();

    expect(queued.filter(({ kind }) => kind === 'chase')).toEqual([
      { kind: 'chase', to: 'Ella Example' },
    ]);
  });

  it('begins the next cycle after the meeting, and chases again', async () => {
    const { world } = parts;
    world.at('2024-07-24T12:00');

    const over = await next();
    world.at('2024-09-02T09:45');
    const open = await next();

    expect(over.what).toBe('meeting-over');
    expect(open).toMatchObject({ what: 'open' });
    expect(open.queued.filter(({ kind }) => kind === 'chase')).toHaveLength(3);
  });

  it('answers “demo next” with where the clock stands and who is written to', async () => {
    const { world } = parts;
    const handle = world.dispatcher({ commands: [...commands, createDemoCommand(demoParts())] });
    const ask = (line: string) =>
      handle(terminalInbound('owner@example.org', line, { tenantId: world.partnership.key }));

    const [moved, clock, again] = [
      await ask('next'),
      await ask('demo clock'),
      await ask('demo next'),
    ];

    expect(moved?.message.title).toBe('It is now Mon 1 July 2024, 10:00');
    expect(moved && textOf(moved)).toContain('Due now: the first request for returns.');
    expect(moved && textOf(moved)).toContain('- a chase to Asha Example');
    expect(clock?.message.title).toBe('The demonstration’s clock says Mon 1 July 2024, 10:00');
    expect(again?.message.title).toBe('It is now Fri 5 July 2024, 10:00');
  });
});
