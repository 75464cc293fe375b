// What is seen of a record that was kept, in the order in which it is looked at. The generator writes it down, and
// the test looks again with the code of its own day: the same steps, so that only the code can make a difference.
import { jobs } from '../../scheduled/index.ts';
import { plainText } from '../../src/core/message/messages/plain-text.ts';
import { RetryLater } from '../../src/core/request/app/faults.ts';
import type { Reply } from '../../src/core/request/app/inbound.ts';
import { deliverNotification } from '../../src/service/delivery/app/deliver-notification.ts';
import { type Edited, recordingSender, type Sent } from '../support/world/plan-world.ts';
import type { WitnessBot } from './bot.ts';
import { type Button, press, wireValue } from './buttons.ts';
import { cast } from './cast.ts';
import type { Named } from './compare.ts';
import { filesAsked, type Question } from './questions.ts';

/** What no press of an old button may bring. */
const NO_ANSWER = /^(?:fault|nothing|refused unknown-verb)/;

/** So many such presses say enough. */
const ENOUGH = 3;

/** An answer as the terminal prints it, line by line; a refusal's code comes first. */
export type Answer = Question & { readonly answer: readonly string[] };
/** What a press of an old button brings. */
export type Pressed = Button & { readonly brings: string };

export async function sealOf(bot: WitnessBot): Promise<string> {
  const { id } = await bot.partnership();
  const { seal, firstBreak } = await bot.store.open(id).history.verify();
  return firstBreak === null ? seal : `broken: ${JSON.stringify(firstBreak)}`;
}

export async function askAll(bot: WitnessBot, asked: readonly Question[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { as, line } of asked)
    answers.push({ as, line, answer: printed(await bot.terminal(as, line)) });
  return answers;
}

function printed({ message, outcome, code, files = [] }: Reply): string[] {
  const title = outcome === 'done' ? [] : [`${outcome}: ${code}`];
  return [...title, ...plainText(message).split('\n'), ...files.map(({ name }) => `file: ${name}`)];
}

export type Rerun = {
  /** What each job says of its run. */
  readonly jobs: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Notifications, and jobs of the queue, that were not there before. */
  readonly newlyQueued: readonly string[];
  /** What went out although it had been settled before. */
  readonly sentAgain: readonly string[];
  /** What had waited and went out. */
  readonly waiting: readonly string[];
};

/** Lets every job sweep again at this very moment, then sends whatever can be sent. */
export async function rerun(bot: WitnessBot): Promise<Rerun> {
  const partnership = await bot.partnership();
  const record = bot.store.open(partnership.id);
  const before = await queueOf(bot);
  const outcomes: Record<string, Record<string, number>> = {};
  for (const job of jobs) outcomes[job.id] = await job.run(record, partnership, bot.now());
  const after = await queueOf(bot);
  const known = new Set([...before.rows.map(({ id }) => id), ...before.jobs]);
  const added = after.rows.filter(({ id }) => !known.has(id));
  const waits = before.rows.filter(({ state }) => ['queued', 'checking'].includes(state));
  const settled = before.rows.filter((row) => !waits.includes(row));
  return {
    jobs: outcomes,
    newlyQueued: [
      ...added.map(({ dedupe_key, to }) => `${dedupe_key} to ${to}`),
      ...after.jobs.filter((key) => !known.has(key)),
    ],
    sentAgain: await send(bot, settled),
    // The order in which they wait is the queue's own affair.
    waiting: (await send(bot, waits)).sort(),
  };
}

/** Jobs that the witness's version had not: it left nothing for them to say. What they queue is held to its keys all the same. */
const youngerJobs: ReadonlySet<string> = new Set(['remind-minutes']);

/**
 * What the jobs queue at this moment where the outbox has forgotten what it sent: each has to be known by the key
 * that it had. The outbox is put back.
 * @returns keys that no version had before, and jobs that would be quiet anyway
 */
export async function strangeKeys(bot: WitnessBot): Promise<string[]> {
  const { pool } = bot.database;
  const partnership = await bot.partnership();
  const record = bot.store.open(partnership.id);
  const { rows } = await queueOf(bot);
  const known = new Set(rows.map(({ dedupe_key }) => dedupe_key));
  await pool.query('CREATE TABLE public.kept AS TABLE notification');
  await pool.query("DELETE FROM notification WHERE state NOT IN ('dead', 'held')");
  const strange: string[] = [];
  for (const job of jobs) {
    const { queued } = await job.run(record, partnership, bot.now());
    if (queued === 0 && !youngerJobs.has(job.id))
      strange.push(`${job.id} says nothing at this moment`);
  }
  const again = await queueOf(bot);
  strange.push(...again.rows.map((row) => row.dedupe_key).filter((key) => !known.has(key)));
  await pool.query(`DELETE FROM notification; INSERT INTO notification SELECT * FROM public.kept;
    DROP TABLE public.kept; DELETE FROM graphile_worker._private_jobs j WHERE NOT EXISTS (
      SELECT FROM notification n WHERE j.key = 'notification:' || n.id)`);
  return strange;
}

type Row = {
  readonly id: string;
  readonly dedupe_key: string;
  readonly kind: string;
  readonly state: string;
  readonly to: string;
};

async function queueOf({ database }: WitnessBot): Promise<{ rows: Row[]; jobs: string[] }> {
  const { rows } = await database.pool.query<Row>(
    `SELECT n.id::text, n.dedupe_key, n.kind, n.state::text, coalesce(p.name, c.name) AS to FROM notification n
     LEFT JOIN person p ON p.id = n.person_id LEFT JOIN channel_binding c ON c.id = n.channel_binding_id
     ORDER BY n.seq`,
  );
  const jobs = await database.pool.query<{ key: string }>(
    'SELECT key FROM graphile_worker._private_jobs ORDER BY key',
  );
  return { rows, jobs: jobs.rows.map(({ key }) => key) };
}

async function send(bot: WitnessBot, rows: readonly Row[]): Promise<string[]> {
  const { id: partnershipId } = await bot.partnership();
  const lines: string[] = [];
  const clock = { now: async () => bot.now() };
  const log = { info() {}, warn() {}, error() {} };
  for (const { id, kind, to } of rows) {
    const sent: Sent[] = [];
    const edited: Edited[] = [];
    const senders = (['slack', 'teams'] as const).map((platform) =>
      recordingSender(platform, sent, edited),
    );
    let later = false;
    await deliverNotification({ ...bot, clock, log, senders }, partnershipId, id).catch((error) => {
      if (!(error instanceof RetryLater)) throw error;
      later = true;
    });
    const went = [...sent, ...edited].map(
      ({ platform, message }) => `${platform}: ${message.title}`,
    );
    const what = later ? ['waits on'] : went;
    lines.push(...what.map((one) => `${kind} to ${to}, ${one}`));
  }
  return lines;
}

/** Presses every button in order. It does its work, or says why not; a fault or a silence is told as what it is. */
export async function pressAll(bot: WitnessBot, buttons: readonly Button[]): Promise<Pressed[]> {
  const pressed: Pressed[] = [];
  for (const button of buttons) {
    // Each that is not understood takes seconds.
    if (unexplained(pressed).length >= ENOUGH) break;
    const reply = await press(bot, button);
    const brings = reply
      ? `${reply.outcome === 'done' ? 'done' : `${reply.outcome} ${reply.code}`}: ${reply.message.title}`
      : 'nothing: it was not understood';
    pressed.push({ ...button, brings: brings.replace(/fault \w+/, 'fault') });
  }
  return pressed;
}

/** The presses that brought a fault, or that nobody understood any more; in words. */
export function unexplained(pressed: readonly Pressed[]): string[] {
  const wrong = pressed.filter(({ brings }) => NO_ANSWER.test(brings));
  return wrong.map((one) => `${one.kind} ${wireValue(one)}: ${one.brings}`);
}

/** The files of a line, asked by the office. */
export async function filesOf(bot: WitnessBot, what: keyof typeof filesAsked) {
  const reply = await bot.terminal(cast.ben.email, filesAsked[what]);
  if (!reply.files?.length) throw new Error(`${filesAsked[what]}: ${printed(reply).join(' ')}`);
  return reply.files;
}

/** What was seen, by the names that `changed-on-purpose.json` may call it by. */
export const answerNames = (answers: readonly Answer[]): Named =>
  new Map(answers.map(({ as, line, answer }) => [`${as}: ${line}`, answer.join('\n')]));

export const pressNames = (pressed: readonly Pressed[]): Named =>
  new Map(
    pressed.map((one, index) => [
      `button ${index + 1}`,
      `${one.kind} ${wireValue(one)}\n${one.brings}`,
    ]),
  );

/** What the jobs did that there were then; a job that is newer has to do nothing, and says so in words if it does. */
export function ofJobsThen(again: Rerun, seen: Rerun): { rerun: Rerun; newer: string[] } {
  const entries = Object.entries(again.jobs);
  const then = entries.filter(([id]) => seen.jobs[id] !== undefined);
  const newer = entries
    .filter(([id, outcome]) => !seen.jobs[id] && Object.values(outcome).some((did) => did !== 0))
    .map(([id, outcome]) => `${id}: ${JSON.stringify(outcome)}`);
  return { rerun: { ...again, jobs: Object.fromEntries(then) }, newer };
}

export const rerunNames = ({ jobs, waiting }: Rerun): Named =>
  new Map([
    ...Object.entries(jobs).map(([id, outcome]) => [`job ${id}`, JSON.stringify(outcome)] as const),
    ['waiting', waiting.join('\n')] as const,
  ]);
