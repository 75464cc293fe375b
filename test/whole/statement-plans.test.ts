// In a record of many partnerships no statement that serves one of them goes through the rows of all: each has an index.
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { jobs } from '../../scheduled/index.ts';
import type { RecordStore } from '../../src/core/request/app/ports.ts';
import { fileFormats } from '../../src/files/formats.ts';
import { deliverNotification } from '../../src/service/delivery/app/deliver-notification.ts';
import { createDispatch } from '../../src/service/dispatch/app/dispatch-command.ts';
import { runJob } from '../../src/service/jobs/app/run-job.ts';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import { ownedTables } from '../support/database/partnership-pins.ts';
import { readWhole } from '../support/database/statement-plans.ts';
import { type Asked, writeDownStatements } from '../support/database/watch-statements.ts';
import { fillPartnerships, teamOf } from '../support/world/many-partnerships.ts';
import { recordingSender, terminalInbound } from '../support/world/plan-world.ts';

const PARTNERSHIPS = 300;
/** Smaller ones are quicker read whole. */
const FEW_ROWS = 1_000;

/** Statements that go over all partnerships. */
const overAll: readonly { readonly statement: RegExp; readonly why: string }[] = [
  {
    statement: /AS "hasExamples"/,
    why: 'The partnerships of the record, before each run of the jobs.',
  },
];

describeOnDatabase('postgresql', 'the plans of statements', (harness) => {
  let asked: readonly Asked[];

  beforeAll(async () => {
    const { pool, prisma, store } = harness;
    await fillPartnerships(pool, PARTNERSHIPS);
    const one = (await store.list()).at(-1);
    if (!one) throw new Error('there is no partnership');
    const only: RecordStore = { ...store, list: async () => [one] };
    let now = Temporal.Instant.from('2024-07-01T10:00:00+01:00');
    const clock = { now: async () => now };
    const failed: unknown[] = [];
    const log = { info() {}, warn() {}, error: (fields: object) => void failed.push(fields) };
    const handle = createDispatch({
      ...{ store, clock, log, commands, directories: [], files: fileFormats },
    });
    const say = async (line: string, more = {}) => {
      const inbound = {
        platform: 'slack',
        tenantId: teamOf(one.key),
        userId: 'Uperson-3',
        ...more,
      } as const;
      const reply = await handle(terminalInbound('', line, { ...inbound, partnershipId: one.id }));
      if (reply?.outcome !== 'done') throw new Error(`${line}: ${reply?.code}`);
    };
    const runJobs = async () => {
      for (const job of jobs) await runJob(job, { store: only, clock, log });
    };
    const written = [pool, harness.bot.pool].map(writeDownStatements);
    await runJobs();
    // The statistics are those of rows that are there by now.
    await pool.query('ANALYZE');
    for (const line of [
      'mine',
      'update 1.2 amber two of four',
      'show 1.2',
      'outstanding',
      'find objective',
    ])
      await say(line);
    const queued = await prisma.notification.findMany({
      where: { partnershipId: one.id, state: 'queued' },
      select: { id: true },
      take: 3,
    });
    for (const { id } of queued)
      await deliverNotification(
        { store, clock, log, senders: [recordingSender('slack', [])] },
        one.id,
        id,
      );
    now = now.add({ hours: 7 * 24 });
    await runJobs();
    for (const each of written) each.stop();
    asked = [...new Map(written.flatMap((each) => [...each.asked])).values()].filter(({ text }) =>
      /^\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE)\b/.test(text),
    );
    expect(failed).toEqual([]);
    expect(queued.length).toBeGreaterThan(0);
  }, 300_000);
  afterAll(() => harness.reset());

  it('go through no table of all partnerships from end to end', async () => {
    const { pool } = harness;
    const owned = await ownedTables(pool);
    const { rows } = await pool.query<{ name: string }>(
      'SELECT relname::text AS name FROM pg_class WHERE reltuples >= $1',
      [FEW_ROWS],
    );
    const large = new Set(rows.map(({ name }) => name).filter((name) => owned.has(name)));
    const whole: string[] = [];
    for (const one of asked) {
      if (overAll.some(({ statement }) => statement.test(one.text))) continue;
      const tables = (await readWhole(pool, one)).filter((name) => large.has(name));
      if (tables.length > 0)
        whole.push(`${tables.join(', ')} in ${one.text.replace(/\s+/g, ' ').trim().slice(0, 300)}`);
    }

    expect(whole).toEqual([]);
    expect([...large]).toEqual(expect.arrayContaining(['objective', 'person', 'assignment']));
    expect(asked.length).toBeGreaterThan(70);
  });
});
