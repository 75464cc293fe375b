// `npm run bench -- partnerships`: one PostgreSQL record with a thousand partnerships. How long the chase sweep and the
// digests take over all of them, beside one statement, written by hand, that finds the people whom the sweep asks.
import { Temporal } from 'temporal-polyfill';
import { chaseOwners } from '../scheduled/chase-owners.ts';
import { postDigests } from '../scheduled/post-digests.ts';
import { rollCycle } from '../scheduled/roll-cycle.ts';
import { type Database, openDatabase } from '../src/core/database/db/open-database.ts';
import { type Job, runJob } from '../src/service/jobs/app/run-job.ts';
import { createRecordStore } from '../src/service/record/db/record.ts';
import {
  databaseUrl,
  findPostgresql,
  startCluster,
} from '../test/support/database/database-cluster.ts';
import { fillPartnerships, OBJECTIVES, PEOPLE } from '../test/support/world/many-partnerships.ts';
import { makeFolder } from './databases.ts';
import { median } from './median.ts';

const PARTNERSHIPS = { full: 1_000, short: 50 } as const;
/** On Monday 1 July owners are asked first, for a meeting on the 24th; on Monday the 8th the digests are due. */
const ASKED = Temporal.Instant.from('2024-07-01T10:00:00+01:00');
const DIGESTS = Temporal.Instant.from('2024-07-08T10:00:00+01:00');

/** Prints the times. */
export async function printPartnerships(
  short: boolean,
  say: (line: string) => void,
): Promise<void> {
  const programs = findPostgresql();
  if (!programs) return say('PostgreSQL was not found: apt-get install postgresql');
  const folder = makeFolder();
  startCluster(folder, programs, []);
  const database = await openDatabase({
    ...{ databaseUrl: databaseUrl(folder, 'postgres'), dataFolder: '', role: 'server' },
  });
  try {
    const count = short ? PARTNERSHIPS.short : PARTNERSHIPS.full;
    const load = await timed(() => fillPartnerships(database.pool, count));
    const roll = await timed(() => run(database, rollCycle, ASKED));
    await database.pool.query('VACUUM ANALYZE');
    const byHand: number[] = [];
    let people = 0;
    for (let tries = 0; tries < 5; tries++)
      byHand.push(
        await timed(async () => {
          people = await peopleByHand(database);
        }),
      );
    const sweep = await timed(() => run(database, chaseOwners, ASKED));
    const asked = await queued(database, 'chase');
    const again = await timed(() => run(database, chaseOwners, ASKED.add({ minutes: 15 })));
    const digest = await timed(() => run(database, postDigests, DIGESTS));
    const digests = await queued(database, 'digest');
    const hand = median(byHand);
    const row = (what: string, ms: number, found: string) =>
      say(
        `| ${what} | ${(ms / 1_000).toFixed(2)} s | ${(ms / count).toFixed(1)} ms | ${(ms / hand).toFixed(1)} | ${found} |`,
      );
    say(
      `${count} partnerships, each with ${PEOPLE} people and ${OBJECTIVES} objectives, on PostgreSQL.`,
    );
    say('| what | in all | a partnership | beside the statement by hand | found |');
    say('|---|--:|--:|--:|---|');
    row('load', load, `${count} partnerships`);
    row('the cycles ahead', roll, `${count} cycles`);
    row('the statement by hand', hand, `${people} people to ask`);
    row('chase sweep, the first', sweep, `${asked} requests queued`);
    row('chase sweep, nothing left to ask', again, '0 more');
    row('digests', digest, `${digests} digests queued`);
    if (asked !== people)
      throw new Error(`the sweep asks ${asked} people, the statement finds ${people}`);
  } finally {
    await database.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function run({ prisma }: Database, job: Job, now: Temporal.Instant): Promise<void> {
  const failed: unknown[] = [];
  const log = { info() {}, warn() {}, error: (fields: object) => void failed.push(fields) };
  await runJob(job, { store: createRecordStore(prisma), clock: { now: async () => now }, log });
  if (failed.length > 0)
    throw new Error(`${job.id} failed ${failed.length} times`, { cause: failed[0] });
}

async function queued({ pool }: Database, kind: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM notification WHERE kind LIKE $1',
    [`${kind}%`],
  );
  return rows[0]?.count ?? 0;
}

/** Who owns an objective that has no answer for the cycle that is open. */
async function peopleByHand({ pool }: Database): Promise<number> {
  const { rows } = await pool.query(
    `SELECT DISTINCT a.partnership_id, a.person_id
     FROM governance_cycle c
     JOIN plan_version v ON v.partnership_id = c.partnership_id AND v.status = 'current'
     JOIN objective o ON o.partnership_id = c.partnership_id AND o.plan_version_id = v.id AND o.status = 'open'
     JOIN assignment a ON a.partnership_id = o.partnership_id AND a.objective_id = o.id AND a.role = 'owner'
       AND a.starts_on <= $1 AND (a.ends_on IS NULL OR a.ends_on >= $1)
     JOIN person p ON p.partnership_id = a.partnership_id AND p.id = a.person_id AND p.active
     WHERE NOT EXISTS (
       SELECT FROM objective_entry e WHERE e.partnership_id = o.partnership_id AND e.objective_id = o.id AND e.cycle_id = c.id
     )`,
    ['2024-07-01'],
  );
  return rows.length;
}
