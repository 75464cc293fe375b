// One run of the chaos: people write, the platforms fail, processes are killed and the database restarts; then
// everything is well again, and what is left must come to an end.
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../../src/core/database/db/open-database.ts';
import { SlackSignedClient } from '../slack/slack-signed-client.ts';
import { type ChaosPlatforms, startChaosPlatforms } from './chaos-platforms.ts';
import { type Chance, seededChance } from './chaos-random.ts';
import { createReplica, type Replica } from './chaos-replica.ts';
import { judge, type Verdict } from './chaos-verdict.ts';
import { signingSecret, slackTeamId, updatable } from './chaos-world.ts';

/** Where the record is: a PostgreSQL of the run's own, or a folder. */
export type ChaosPlace = {
  readonly databaseUrl?: string;
  readonly dataFolder: string;
  /** Restarts the database as after a crash; only PostgreSQL can. */
  restart?(): Promise<void>;
};

export type ChaosPlan = {
  readonly seed: number;
  readonly replicas: number;
  readonly kills: number;
  /** Whether the database restarts in the middle. */
  readonly restart: boolean;
  readonly program: readonly string[];
};

export type ChaosResult = Verdict & {
  readonly seed: number;
  readonly kills: number;
  readonly restarts: number;
  readonly acknowledged: number;
  readonly faults: ChaosPlatforms['faults'];
  /** The end of what the replicas logged. */
  readonly logged: readonly string[];
};

/** Between two kills, so that a replica gets something done. */
const BETWEEN_KILLS_MS = [300, 2_500] as const;
const BETWEEN_UPDATES_MS = [20, 600] as const;
/** More than these only make the calm longer: they wait for their turn in few channels. */
const MAX_UPDATES = 30;
/** A busy machine is given the time to answer a few. */
const MIN_ACKNOWLEDGED = 3;
/** Long enough on a busy machine; nothing waits for longer than a few seconds of quick time. */
const CALM_LIMIT_MS = 90_000;
const ANSWER_LIMIT_MS = 5_000;

export async function runChaos(plan: ChaosPlan, place: ChaosPlace): Promise<ChaosResult> {
  const { seed } = plan;
  const platforms = await startChaosPlatforms(seededChance(seed));
  const environment = {
    ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
    ...{ PAP_DATA_DIR: place.dataFolder, PLATFORMS_URL: platforms.url, BEGAN: String(Date.now()) },
  };
  const replicas = Array.from({ length: plan.replicas }, () =>
    createReplica(plan.program, environment),
  );
  try {
    await Promise.all(replicas.map((replica) => replica.start()));
    const ending = new AbortController();
    const writing = write(replicas, seededChance(seed + 1), seed, ending.signal);
    let restarts = 0;
    const starting: Promise<unknown>[] = [];
    const chance = seededChance(seed + 2);
    for (let kill = 0; kill < plan.kills; kill++) {
      await wait(chance.between(...BETWEEN_KILLS_MS));
      const replica = replicas[chance.between(0, replicas.length - 1)];
      if (!replica) break;
      await replica.kill();
      if (plan.restart && place.restart && kill === Math.floor(plan.kills / 2)) {
        await place.restart();
        restarts++;
      }
      const started = replica.start().then(
        () => null,
        (error: unknown) => error,
      );
      // The next kill may meet it while it starts; but somebody has to do some work in between.
      starting.push(started);
      if (replicas.every((each) => each.port() === null)) await started;
    }
    const failed = (await Promise.all(starting)).find((error) => error !== null);
    if (failed) throw new Error('a replica could not be started again', { cause: failed });
    await wait(chance.between(...BETWEEN_KILLS_MS));
    ending.abort();
    const acknowledged = await writing;
    platforms.calm();
    const verdict = await whenAtRest(place, { acknowledged, accepted: platforms.accepted });
    const logged = replicas.flatMap((replica) => replica.lines());
    const { faults } = platforms;
    return {
      ...verdict,
      violations: [...verdict.violations, ...stopped(replicas)],
      ...{ seed, kills: plan.kills, restarts, acknowledged: acknowledged.length, faults, logged },
    };
  } finally {
    await Promise.all(replicas.map((replica) => replica.kill()));
    await platforms.close();
  }
}

/** A replica that outlived the storm has to be at work after it, whatever the other one does. */
function stopped(replicas: readonly Replica[]): string[] {
  return replicas.flatMap((replica) => {
    if (replica.port() === null) return ['other: a replica ended by itself'];
    const last = (words: string) => replica.lines().findLastIndex((line) => line.includes(words));
    return last('the queue has stopped') > last('the queue runs again')
      ? ['other: the queue of a replica has stopped']
      : [];
  });
}

/** Updates objectives in turn, on whatever replica is up; the notes of those that were acknowledged. */
async function write(
  replicas: readonly Replica[],
  chance: Chance,
  seed: number,
  signal: AbortSignal,
): Promise<string[]> {
  const acknowledged: string[] = [];
  const enough = () => signal.aborted && acknowledged.length >= MIN_ACKNOWLEDGED;
  for (let count = 0; count < MAX_UPDATES && !enough(); count++) {
    await wait(chance.between(...BETWEEN_UPDATES_MS));
    const up = replicas.flatMap((replica) => replica.port() ?? []);
    const [first, ...others] = up;
    const objective = updatable[count % updatable.length];
    if (first === undefined || !objective) {
      count--;
      continue;
    }
    const port = chance.pick([first, ...others]);
    const rag = Math.floor(count / updatable.length) % 2 === 0 ? 'green' : 'amber';
    const note = `week ${seed}-${count}: the sessions are on schedule`;
    const text = `update ${objective.ref} ${rag} ${note}`;
    if (await send(port, { user: objective.user, text, count })) acknowledged.push(note);
  }
  return acknowledged;
}

/** True when the bot says that it is recorded; anything else says nothing. */
async function send(
  port: number,
  { user, text, count }: { user: string; text: string; count: number },
): Promise<boolean> {
  const client = new SlackSignedClient(`http://127.0.0.1:${port}/slack/events`, signingSecret);
  const fields = {
    ...{ token: 'chaos', team_id: slackTeamId, team_domain: 'chaos', command: '/pap', text },
    ...{ channel_id: 'C0ELSEWHERE', channel_name: 'elsewhere', api_app_id: 'A0CHAOS' },
    ...{ user_id: user, user_name: user.toLowerCase(), is_enterprise_install: 'false' },
    ...{ response_url: 'http://127.0.0.1:9/not-used', trigger_id: `${count}.chaos` },
  };
  const late = wait(ANSWER_LIMIT_MS, null, { ref: false });
  const answer = await Promise.race([client.slash(fields).catch(() => null), late]);
  return answer?.status === 200 && answer.text.includes('Recorded');
}

/** Waits until nothing is on its way, then judges. What never comes to rest is judged as it is. */
async function whenAtRest(place: ChaosPlace, told: Parameters<typeof judge>[1]): Promise<Verdict> {
  // Joins the process that serves an embedded record.
  const database = await openDatabase({ ...place, role: 'any' });
  try {
    for (const end = Date.now() + CALM_LIMIT_MS; Date.now() < end; await wait(250)) {
      const { rows } = await database.pool.query(
        `SELECT count(*)::int AS moving FROM notification WHERE state IN ('queued', 'sending', 'checking')`,
      );
      if (rows[0]?.moving === 0) break;
    }
    return await judge(database.prisma, told);
  } finally {
    await database.close();
  }
}
