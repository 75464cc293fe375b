// Plays the story on an empty record, through the doors that people use.
import { join } from 'node:path';
import { loadPlan } from '../../src/control/plan-folders/db/load-plan.ts';
import { loadPlanFolder } from '../../src/control/plan-folders/files/load-plan-folder.ts';
import type { Database } from '../../src/core/database/db/open-database.ts';
import { RetryLater } from '../../src/core/request/app/faults.ts';
import { rollCycle } from '../../src/cycle/meetings/app/roll-cycle.ts';
import { deliverNotification } from '../../src/service/delivery/app/deliver-notification.ts';
import { createRecordStore } from '../../src/service/record/db/record.ts';
import { teamsIds } from '../support/teams/teams-activity.ts';
import { london } from '../support/world/plan-world.ts';
import type { WitnessBot } from './bot.ts';
import { cast, TEAM, teamsUser } from './cast.ts';
import { START, type Step, story, unfinished } from './story.ts';

const plans = join(import.meta.dirname, '../../prisma/plan');
const KNOWN_TENANT = '00000000-0000-4000-8000-000000000001';
const KNOWN_ACCOUNT = '00000000-0000-4000-8000-0000000000';
/** In the order of their accounts. */
const OF_THE_EXAMPLE = [cast.asha, cast.ben, cast.cerys, cast.dev, cast.ella, cast.femi];

/** Loads the plan and the example people, whose accounts and channels are in the tests' own tenant. */
export async function loadWitnessPlan({ prisma }: Database): Promise<void> {
  const now = london(START);
  await loadPlan(prisma, loadPlanFolder(join(plans, 'oxfordshire')), now);
  let example = JSON.stringify(loadPlanFolder(join(plans, 'example')));
  example = example.replaceAll(KNOWN_TENANT, teamsIds.tenant);
  for (const [index, one] of OF_THE_EXAMPLE.entries())
    example = example.replaceAll(`${KNOWN_ACCOUNT}${20 + index}`, teamsUser(one));
  const { partnershipId } = await loadPlan(prisma, JSON.parse(example), now);
  const store = createRecordStore(prisma);
  await store.bindWorkspace(partnershipId, 'slack', TEAM);
  await store.bindWorkspace(partnershipId, 'teams', teamsIds.tenant);
  const [partnership] = await store.list();
  if (!partnership) throw new Error('the plan was not loaded');
  await rollCycle(store.open(partnershipId), partnership, now);
}

/** Every step, then what is left under way; returns what did not go as the story says. */
export async function play(bot: WitnessBot): Promise<string[]> {
  const surprises: string[] = [];
  for (const step of story) {
    const surprise = await take(bot, step);
    if (surprise) surprises.push(surprise);
  }
  await bot.stopQueue();
  for (const { state, step } of unfinished) {
    const surprise = await take(bot, step);
    if (surprise) surprises.push(surprise);
    if (state !== 'queued') await leave(bot, state).catch((error) => surprises.push(String(error)));
  }
  await byTheClockOfTheStory(bot);
  return surprises;
}

async function take(bot: WitnessBot, step: Step): Promise<string | null> {
  bot.at(step.at);
  if ('jobs' in step) {
    await bot.runJobs();
    await bot.settled();
    return null;
  }
  if ('fault' in step) {
    fail(bot, step.fault);
    return null;
  }
  const { door, who, line, file, channel } = step;
  const given = file && { name: file.name, bytes: new TextEncoder().encode(file.text) };
  const reply =
    door === 'terminal'
      ? await bot.terminal(who.email, line, given && { file: given })
      : await bot.type(door, who, line, channel);
  const came = reply?.code ?? reply?.outcome ?? 'no answer';
  return came === step.outcome
    ? null
    : `${step.at} ${who.key} “${line}”: ${came}, ${reply?.message.title}`;
}

function fail({ slack, connector }: WitnessBot, fault: Extract<Step, { fault: string }>['fault']) {
  switch (fault) {
    case 'slack-refuses':
      return slack.fail('chat.postMessage', 'invalid_arguments');
    case 'slack-is-silent':
      return slack.fail('chat.postMessage', null);
    case 'channel-is-gone':
      return slack.fail('chat.postMessage', 'is_archived');
    case 'teams-is-silent':
      return connector.fail({ on: /^POST .*activities/, drop: true });
    default:
      return fault satisfies never;
  }
}

/** Begins to send what waits to one of the people in Slack, and is killed on the way, or gets no answer. */
async function leave(bot: WitnessBot, state: 'checking' | 'sending'): Promise<void> {
  const { database, store } = bot;
  const { id: partnershipId } = await bot.partnership();
  const [waiting] = await database.prisma.notification.findMany({
    where: { state: 'queued', personId: { not: null } },
    orderBy: { seq: 'desc' },
    take: 1,
  });
  if (!waiting) throw new Error(`nothing waits that could be left ${state}`);
  const clock = { now: async () => bot.now() };
  const log = { info() {}, warn() {}, error() {} };
  const senders = [bot.silentSender(state === 'sending')];
  const parts = { store, clock, log, senders };
  const sending = deliverNotification(parts, partnershipId, waiting.id).catch((error) => {
    if (!(error instanceof RetryLater)) throw error;
  });
  const where = { id: waiting.id };
  for (let tries = 0; tries < 500; tries++) {
    if (state === 'checking') await sending;
    const row = await database.prisma.notification.findFirstOrThrow({ where });
    if (row.state === state) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const row = await database.prisma.notification.findFirstOrThrow({ where });
  throw new Error(
    `what was to be left ${state} is ${row.state}: ${row.dedupeKey} ${row.lastError}`,
  );
}

/** The database measures with its own clock how long a row waits: here, as if that were the story's. */
async function byTheClockOfTheStory({ database }: WitnessBot): Promise<void> {
  await database.pool.query(
    'UPDATE notification SET state_since = coalesce(finished_at, created_at)',
  );
}
