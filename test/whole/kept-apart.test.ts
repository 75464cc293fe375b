// Two partnerships with the same ids, numbers, references and people in one record. Nobody of the one learns a word of
// the other or changes anything of it, and no statement could lose its partnership without being noticed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobs } from '../../scheduled/index.ts';
import type { HandleInbound, Reply } from '../../src/core/request/app/inbound.ts';
import type { RecordStore } from '../../src/core/request/app/ports.ts';
import { runJob } from '../../src/service/jobs/app/run-job.ts';
import { loadOperations } from '../../src/service/jobs/db/operations.ts';
import { createOperatorStore } from '../../src/service/record/db/operator-store.ts';
import { describeOnDatabase, type Harness } from '../support/database/database-harness.ts';
import { ownedTables, places, unpinned } from '../support/database/partnership-pins.ts';
import { type Asked, writeDownStatements } from '../support/database/watch-statements.ts';
import {
  loadWorld,
  type PlanWorld,
  SLACK_TEAM,
  TEAMS_TENANT,
  terminalInbound,
} from '../support/world/plan-world.ts';
import { cast, everybody, slackUser, teamsUser } from '../witness/cast.ts';
import { questions } from '../witness/questions.ts';
import { type Step, story, unfinished } from '../witness/story.ts';

const TWIN = '00000000-0000-4000-8000-0000000071ff';
/** In every word of the twin, and in none of ours. */
const THEIRS = 'Zwilling';

/** Asked when the story is over: by id, number, file, date and name, and what changes everything of a person. */
const last: readonly [string, string][] = [
  ...['show TW:1', 'update TW:1 green done', 'evidence TW:1', 'show 2B:2 all', 'mine'].map(
    (line): [string, string] => [cast.asha.email, line],
  ),
  ...[
    ...[
      'admin export json',
      'admin export xlsx',
      'admin people @zoe',
      'admin sar @zoe',
      'admin sar @asha',
    ],
    ...['admin import 1', 'admin pack list', 'admin change versions', 'admin retention'],
    ...['admin retention messages 1 month', 'admin retention run', 'admin retention run confirm'],
    ...[
      'admin people erase @jon because they asked',
      'admin people erase confirm @jon because they asked',
    ],
    ...[
      'admin audit verify',
      'admin status',
      'digest preview office',
      'admin channel',
      'find housing',
    ],
  ].map((line): [string, string] => [cast.ben.email, line]),
];

describeOnDatabase('postgresql', 'a twin in the same record', (harness) => {
  let own: string;
  let before: string;
  let asked: readonly Asked[];
  const heard: string[] = [];

  beforeAll(async () => {
    const written = [harness.pool, harness.bot.pool].map(writeDownStatements);
    // The statements of loading a plan are asked as well.
    const world = await loadWorld(harness, 'anew');
    own = world.partnership.id;
    await placeTwin(harness, own);
    before = await rowsOfTwin(harness);
    await live(harness, world, heard);
    await lookOverAll(harness);
    for (const one of written) one.stop();
    asked = [...new Map(written.flatMap((one) => [...one.asked])).values()].filter(({ text }) =>
      /partnership/.test(text),
    );
  }, 600_000);
  afterAll(() => harness.reset());

  it('tells nobody a word of the other partnership', () => {
    expect(heard.length).toBeGreaterThan(200);
    expect(heard.filter((said) => said.includes(THEIRS))).toEqual([]);
  });

  it('leaves every row of the other partnership as it was', async () => {
    expect(await rowsOfTwin(harness)).toBe(before);
  });

  it('has no statement that could lose its partnership unnoticed', async () => {
    const found = await tryWithout(harness, asked, new Set([own, TWIN]));

    expect(found.loose).toEqual([]);
    expect(found.unnoticed).toEqual([]);
    expect(found.idle).toEqual([]);
    expect(asked.length).toBeGreaterThan(400);
    expect(found.places).toBeGreaterThan(900);
  }, 300_000);
});

/** Statements that are asked over several partnerships on purpose: which table they go through from end to end. */
const overSeveral = [
  {
    statement: /AS "hasExamples"/,
    wholly: ['partnership', 'workspace'],
    why: 'Finds the partnerships of the record, or of a workspace.',
  },
  {
    statement: /^SELECT .* FROM "public"\."partnership" WHERE 1=1/,
    wholly: ['partnership'],
    why: 'Setup finds the partnership of a plan folder by its key.',
  },
  {
    statement: /p\.id IS NOT NULL AS linked/,
    wholly: ['workspace'],
    why: 'Asks each partnership of a workspace whether it knows who writes.',
  },
  {
    statement: /^SELECT .* FROM "public"\."workspace" WHERE "public"\."workspace"\."platform" =/,
    wholly: ['workspace'],
    why: 'A start finds the partnerships that no workspace stands for yet.',
  },
  {
    statement: /^\s*SELECT (?:p\.key, )?(?:r\.)?job, extract/,
    wholly: ['partnership'],
    why: 'The metrics show the last run of each job.',
  },
  {
    statement: /"partnership"\."sending_paused_at" IS NOT NULL/,
    wholly: ['partnership'],
    why: 'The metrics count the partnerships that send nothing.',
  },
  {
    statement: /^\s*SELECT count\(\*\) FILTER .*\sWHERE true AND n\.state IN/s,
    wholly: ['notification'],
    why: 'The metrics count what waits to be sent, of all together.',
  },
  {
    statement: /^\s*SELECT p\.key, p\.switched_off_at/,
    wholly: ['partnership'],
    why: 'The metrics count what waits to be sent, of each.',
  },
  {
    statement: /^\s*SELECT p\.id, p\.key, p\.name,\s+\(SELECT count/,
    wholly: ['partnership'],
    why: 'The operator has them listed.',
  },
] as const;

/** Places whose loss would change nothing: every table is still read of one partnership only. */
const harmless = [
  {
    statement: /^\s*WITH "\w+" AS \(\s*SELECT q\.\* FROM/,
    why: 'The tables of a moment, which it reads in the place of today\u2019s, are read of one partnership.',
  },
  {
    statement: /^INSERT INTO "public"\."\w+" .* ON CONFLICT \("partnership_id",.* DO UPDATE/,
    why: 'The row that it changes is found by a key that begins with the partnership.',
  },
  {
    statement: /^SELECT .* WHERE \(.* AND 1=0\)/,
    why: 'It asks for one of no ids, so there is no row.',
  },
] as const;

/** Leaves out each place in which a statement names the partnership, one at a time. */
async function tryWithout({ pool }: Harness, asked: readonly Asked[], known: ReadonlySet<unknown>) {
  const found = {
    places: 0,
    loose: [] as string[],
    unnoticed: [] as string[],
    idle: [] as string[],
  };
  const used = new Set<unknown>();
  const client = await pool.connect();
  try {
    const owned = await ownedTables(client);
    for (const { text, values } of asked) {
      const over = overSeveral.find(({ statement }) => statement.test(text));
      const fine = harmless.find(({ statement }) => statement.test(text));
      used.add(over);
      const given = {
        isOwn: (one: number) => [values[one - 1]].flat().every((value) => known.has(value)),
        wholly: over?.wholly ?? [],
      };
      const short = text.replace(/\s+/g, ' ').trim().slice(0, 300);
      const loose = await unpinned(client, text, owned, given);
      if (loose.length > 0) found.loose.push(`${loose.join(', ')} in ${short}`);
      for (const { said, without } of places(text)) {
        found.places++;
        const lost = await unpinned(client, without, owned, given);
        if (lost.length > loose.length) continue;
        if (fine) used.add(fine);
        else found.unnoticed.push(`${said} in ${short}`);
      }
    }
  } finally {
    client.release();
  }
  for (const one of [...overSeveral, ...harmless]) if (!used.has(one)) found.idle.push(one.why);
  return found;
}

/** What is asked over all partnerships: by whom a request is routed, by the metrics, and by the operator. */
async function lookOverAll({ prisma, bot, store }: Harness): Promise<void> {
  const account = {
    platform: 'slack',
    tenantId: SLACK_TEAM,
    userId: slackUser(cast.asha),
  } as const;
  const conversation = { kind: 'channel', id: 'C0SUPPORT' } as const;
  await store.routes.ofRequest({ ...account, conversation, requestId: 'asked' });
  await store.routes.withEmail([TWIN], cast.asha.email);
  await store.boundOn('slack');
  await loadOperations(bot.prisma);
  await createOperatorStore(prisma).list();
  await createOperatorStore(prisma).count(TWIN);
}

/** The twin has all that we have when we begin, and something of its own. */
async function placeTwin({ pool, prisma }: Harness, own: string): Promise<void> {
  await prisma.partnership.create({
    data: { id: TWIN, key: 'twin', name: `${THEIRS} partnership`, shortName: THEIRS },
  });
  await makeTwin(pool, own, TWIN, THEIRS);
  // The same people by the same accounts, yet heard of in another workspace: nobody is asked which one they mean.
  await pool.query('DELETE FROM workspace WHERE partnership_id = $1', [TWIN]);
  await pool.query(
    `INSERT INTO objective (partnership_id, id, plan_version_id, area_id, ref, ref_key, title)
     SELECT partnership_id, gen_random_uuid(), plan_version_id, area_id, 'TW:1', 'TW1', '${THEIRS} housing'
     FROM objective WHERE partnership_id = $1 LIMIT 1`,
    [TWIN],
  );
  await pool.query(
    `INSERT INTO person (partnership_id, id, key, name, email, organisation_id)
     SELECT partnership_id, gen_random_uuid(), 'zoe', 'Zoe ${THEIRS}', 'zoe@example.org', organisation_id
     FROM person WHERE partnership_id = $1 LIMIT 1`,
    [TWIN],
  );
}

/** What a row says in words. */
const WORDS = new Set([
  'title',
  'name',
  'label',
  'note',
  'reason',
  'summary',
  'wording',
  'words',
  'raw',
]);

/** Copies every row of a partnership to another one, which says other words in them. */
async function makeTwin(
  pool: Harness['pool'],
  from: string,
  to: string,
  word: string,
): Promise<void> {
  const { rows: tables } = await pool.query<{
    name: string;
    columns: { name: string; type: string }[];
  }>(`
    SELECT c.table_name AS name, json_agg(json_build_object('name', c.column_name, 'type', c.udt_name)) AS columns
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name IN (
      SELECT table_name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'partnership_id')
    GROUP BY c.table_name`);
  const client = await pool.connect();
  try {
    // The rows are whole already: nothing is to be chained or checked again.
    await client.query('BEGIN; SET LOCAL session_replication_role = replica');
    for (const { name: table, columns } of tables) {
      const values = columns.map(({ name, type }) => {
        if (name === 'partnership_id') return `'${to}'::uuid`;
        return WORDS.has(name) && type === 'text' ? `"${name}" || ' ${word}'` : `"${name}"`;
      });
      await client.query(
        `INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
         SELECT ${values.join(', ')} FROM "${table}" WHERE partnership_id = '${from}' ON CONFLICT DO NOTHING`,
      );
    }
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** A digest of every row of the twin. */
async function rowsOfTwin({ pool }: Harness): Promise<string> {
  const tables = [...(await ownedTables(pool))].filter(
    ([, { column }]) => column === 'partnership_id',
  );
  const parts = tables.map(
    ([name]) =>
      `SELECT '${name} ' || to_jsonb(t)::text AS row FROM "${name}" t WHERE t.partnership_id = '${TWIN}'`,
  );
  const { rows } = await pool.query<{ count: number; all: string }>(
    `SELECT count(*)::int AS count, md5(string_agg(x.row, '' ORDER BY x.row)) AS all FROM (${parts.join(' UNION ALL ')}) x`,
  );
  return `${rows[0]?.count} ${rows[0]?.all}`;
}
/** The witness's two months, its questions, and what else can be asked. */
async function live(harness: Harness, world: PlanWorld, heard: string[]): Promise<void> {
  const { store } = harness;
  // The scheduler goes through every partnership of the record; here only ours is alive.
  const ours: RecordStore = { ...store, list: async () => [world.partnership] };
  const handle = world.dispatcher({ directories: directories() });
  const hear = (reply: Reply | null) => {
    if (!reply) return;
    heard.push(JSON.stringify(reply.message));
    for (const { bytes } of reply.files ?? []) heard.push(Buffer.from(bytes).toString('utf8'));
  };
  const runJobs = async () => {
    for (const job of jobs) await runJob(job, { store: ours, clock: world.clock, log: world.log });
    await world.deliver();
  };
  const asked = questions.filter((_, index) => index % 3 === 0);
  const steps = [...story, ...unfinished.map(({ step }) => step)];
  for (const step of steps) {
    world.at(step.at);
    if ('jobs' in step) await runJobs();
    else if ('line' in step) hear(await take(handle, world, step));
  }
  for (const { as, line } of asked) hear(await world.pap(as, line));
  for (const [as, line] of last) hear(await world.pap(as, line));
  await runJobs();
  for (const { message } of [...world.sent, ...world.edited]) heard.push(JSON.stringify(message));
}

async function take(
  handle: HandleInbound,
  { partnership }: PlanWorld,
  { door, who, line, channel, file }: Extract<Step, { line: string }>,
): Promise<Reply | null> {
  const given = file && { file: { name: file.name, bytes: new TextEncoder().encode(file.text) } };
  const typed = terminalInbound(who.email, line, { tenantId: partnership.key, ...given });
  if (door === 'terminal') return await handle(typed);
  return await handle({
    ...typed,
    platform: door,
    tenantId: door === 'slack' ? SLACK_TEAM : TEAMS_TENANT,
    userId: door === 'slack' ? slackUser(who) : teamsUser(who),
    conversation: channel ? { kind: 'channel', id: channel } : typed.conversation,
  });
}

/** What the platforms say of the accounts of the witness's people. */
function directories() {
  return (['slack', 'teams'] as const).map((platform) => ({
    platform,
    async lookUp(_tenant: string, userId: string) {
      const userOf = platform === 'slack' ? slackUser : teamsUser;
      const one = everybody.find((person) => userOf(person) === userId);
      return one ? { email: one.email, kind: 'member' as const, active: true } : null;
    },
  }));
}
