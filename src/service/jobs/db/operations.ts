// The record about itself: what `admin status`, the heartbeat, the metrics and the nightly tidying ask.
import { z } from 'zod';
import {
  bool,
  float,
  int,
  json,
  moment,
  orNull,
  text,
  word,
} from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import { ofEverybody } from '../../../core/database/db/partnership-scope.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { Platform } from '../../../generated/prisma/enums.ts';
import type {
  JobOutcome,
  OperationsRepository,
  PartnershipReading,
  QueueFacts,
  RecordReading,
} from '../app/operations-ports.ts';
import { createOperationsControl } from './operations-control.ts';
import { createTidying, isEmbedded } from './tidying.ts';

const runRow = {
  ...{ job: text, startedAt: moment, finishedAt: orNull(moment) },
  outcome: orNull(
    json(
      'job_run.outcome',
      schemaOf<JobOutcome>()(
        z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])),
      ),
    ),
  ),
};

const queueRow = {
  ...{ waiting: int, later: int, sending: int, held: int, dead: int },
  oldestSeconds: orNull(float),
};

/** The operations of one partnership. */
export function createOperations(db: Executor, partnershipId: string): OperationsRepository {
  return {
    ...createOperationsControl(db, partnershipId),
    ...createTidying(db, partnershipId),
    async database() {
      const [row] = await rowsFrom(db, {
        banner: text,
        migrations: int,
        latestMigration: orNull(text),
      })`
        SELECT version() AS banner, count(*)::int AS migrations, max(migration_name) AS "latestMigration"
        FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
      const { banner = '', migrations = 0, latestMigration = null } = row ?? {};
      return {
        kind: isEmbedded(banner) ? 'embedded' : 'postgresql',
        version: /^PostgreSQL [\d.]+/.exec(banner)?.[0] ?? 'PostgreSQL',
        migrations,
        latestMigration,
      };
    },

    queue: () => readQueue(db, Prisma.sql`n.partnership_id = ${partnershipId}::uuid`),

    async platforms() {
      return await rowsFrom(db, { platform: word(Platform), lastSentAt: orNull(moment) })`
        SELECT w.platform::text AS platform, (
          SELECT max(n.finished_at) FROM notification n
          WHERE n.partnership_id = ${partnershipId}::uuid AND n.state = 'sent' AND n.sent_via = w.platform
        ) AS "lastSentAt"
        FROM workspace w WHERE w.partnership_id = ${partnershipId}::uuid
        GROUP BY w.platform ORDER BY w.platform`;
    },

    async lastRuns() {
      return await rowsFrom(db, runRow)`
        SELECT DISTINCT ON (job) job, started_at AS "startedAt", finished_at AS "finishedAt", outcome::json AS outcome
        FROM job_run WHERE partnership_id = ${partnershipId}::uuid ORDER BY job, scheduled_for DESC`;
    },

    async endedBetween(from, until) {
      const [row] = await rowsFrom(db, { sent: int, held: int, dead: int })`
        SELECT count(*) FILTER (WHERE state = 'sent')::int AS sent, count(*) FILTER (WHERE state = 'held')::int AS held,
          count(*) FILTER (WHERE state = 'dead')::int AS dead
        FROM notification
        WHERE partnership_id = ${partnershipId}::uuid AND state IN ('sent', 'held', 'dead')
          AND finished_at >= ${fromInstant(from)} AND finished_at < ${fromInstant(until)}`;
      return row ?? { sent: 0, held: 0, dead: 0 };
    },
  };
}

/** What the metrics show: of all partnerships together the outbox and the runs that are longest ago, and of each. */
export async function loadOperations(client: Executor): Promise<RecordReading> {
  const db = ofEverybody(client);
  const lastRuns = await rowsFrom(db, { job: text, seconds: float })`
    SELECT job, extract(epoch FROM now() - min(latest))::float8 AS seconds
    FROM (
      SELECT r.job, max(r.started_at) AS latest FROM job_run r
      JOIN partnership p ON p.id = r.partnership_id AND p.switched_off_at IS NULL GROUP BY r.partnership_id, r.job
    ) runs
    GROUP BY job ORDER BY job`;
  const paused = await db.partnership.count({ where: { sendingPausedAt: { not: null } } });
  const queue = await readQueue(db, Prisma.sql`true`);
  return { queue, lastRuns, paused, byPartnership: await readEach(db) };
}

async function readEach(db: Executor): Promise<PartnershipReading[]> {
  const queues = await rowsFrom(db, { key: text, switchedOff: bool, ...queueRow })`
    SELECT p.key, p.switched_off_at IS NOT NULL AS "switchedOff", ${queueCounts}
    FROM partnership p LEFT JOIN ${openRows(Prisma.sql`true`)} ON open.partnership_id = p.id
    GROUP BY p.id ORDER BY p.key`;
  const runs = await rowsFrom(db, { key: text, job: text, seconds: float })`
    SELECT p.key, r.job, extract(epoch FROM now() - max(r.started_at))::float8 AS seconds
    FROM job_run r JOIN partnership p ON p.id = r.partnership_id GROUP BY p.id, r.job ORDER BY p.key, r.job`;
  const runsOf = new Map<string, { job: string; seconds: number }[]>();
  for (const { key, ...run } of runs) runsOf.set(key, [...(runsOf.get(key) ?? []), run]);
  return queues.map(({ key, switchedOff, ...queue }) => ({
    ...{ key, switchedOff, queue },
    lastRuns: runsOf.get(key) ?? [],
  }));
}

const queueCounts = Prisma.sql`count(*) FILTER (WHERE state = 'queued' AND due <= now())::int AS waiting,
  count(*) FILTER (WHERE state = 'queued' AND due > now())::int AS later,
  count(*) FILTER (WHERE state IN ('sending', 'checking'))::int AS sending,
  count(*) FILTER (WHERE state = 'held')::int AS held,
  count(*) FILTER (WHERE state = 'dead')::int AS dead,
  extract(epoch FROM now() - min(due) FILTER (WHERE state = 'queued' AND due <= now()))::float8 AS "oldestSeconds"`;

/**
 * What is not over, as `open`. A queued row is due once its job is: a retry, and what waits for the morning, has its job
 * later. A row without a job was lost by the queue, so it is due.
 */
function openRows(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT n.partnership_id, n.state, greatest(n.state_since, j.run_at) AS due
    FROM notification n LEFT JOIN graphile_worker.jobs j ON n.state = 'queued' AND j.key = 'notification:' || n.id
    WHERE ${which} AND n.state IN ('queued', 'sending', 'checking', 'held', 'dead')
  ) open`;
}

async function readQueue(db: Executor, which: Prisma.Sql): Promise<QueueFacts> {
  const [row] = await rowsFrom(db, queueRow)`SELECT ${queueCounts} FROM ${openRows(which)}`;
  return row ?? { waiting: 0, later: 0, sending: 0, held: 0, dead: 0, oldestSeconds: null };
}
