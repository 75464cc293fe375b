// The real plan with the example people in a record of the tests' own, a clock that tests set, and
// senders that write down what they were given.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { inject } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { loadPlan } from '../../../src/control/plan-folders/db/load-plan.ts';
import { loadPlanFolder } from '../../../src/control/plan-folders/files/load-plan-folder.ts';
import { localDate } from '../../../src/core/dates/domain/working-days.ts';
import type { Guard, Message } from '../../../src/core/message/messages/message.ts';
import { plainText } from '../../../src/core/message/messages/plain-text.ts';
import type { MessageSender, Pace, Target } from '../../../src/core/request/app/chat-ports.ts';
import { RetryLater } from '../../../src/core/request/app/faults.ts';
import type { HandleInbound, Inbound, Reply } from '../../../src/core/request/app/inbound.ts';
import type { Log, Partnership, PartnershipRecord } from '../../../src/core/request/app/ports.ts';
import type { Platform } from '../../../src/core/request/domain/platform.ts';
import { rollCycle } from '../../../src/cycle/meetings/app/roll-cycle.ts';
import { fileFormats } from '../../../src/files/formats.ts';
import { findObjective } from '../../../src/plan/objectives/app/find-objective.ts';
import type { Objective } from '../../../src/plan/objectives/domain/objective.ts';
import { deliverNotification } from '../../../src/service/delivery/app/deliver-notification.ts';
import {
  createDispatch,
  type DispatchParts,
} from '../../../src/service/dispatch/app/dispatch-command.ts';
import type { Harness } from '../database/database-harness.ts';
import { giveRows, keepRows, putRowsBack, takeRows } from '../database/kept-rows.ts';

const plans = join(import.meta.dirname, '../../../prisma/plan');
const PLAN_KEY = 'oxfordshire';

/** The Slack workspace that the tests bind beside the example tenant of Teams. */
export const SLACK_TEAM = 'T0PAP0TEST';
export const TEAMS_TENANT = '00000000-0000-4000-8000-000000000001';

export type Sent = {
  readonly platform: Platform;
  readonly target: Target;
  readonly message: Message;
};
/** A message that was changed where it stands. */
export type Edited = Sent & { readonly externalId: string };
export type LogLine = {
  readonly level: string;
  readonly fields: Record<string, unknown>;
  readonly message: string;
};

export type PlanWorld = {
  readonly partnership: Partnership;
  readonly record: PartnershipRecord;
  readonly log: Log;
  readonly lines: LogLine[];
  /** What was sent, oldest first. */
  readonly sent: Sent[];
  /** What was changed where it stands, oldest first. */
  readonly edited: Edited[];
  readonly clock: { now(): Promise<Temporal.Instant> };
  readonly handle: HandleInbound;
  /** Sets the clock: `2024-07-01T10:00` in London, or an instant. */
  at(time: string | Temporal.Instant): void;
  /** Types a line in the terminal as somebody of the plan. */
  pap(email: string, line: string, more?: Partial<Inbound>): Promise<Reply>;
  /** Runs the chases, the digests or the like at the clock's time. */
  run<Outcome>(job: JobRun<Outcome>): Promise<Outcome>;
  /** Sends whatever is queued; a failing sender can be put in the way. */
  deliver(senders?: readonly MessageSender[]): Promise<void>;
  /** How many rows a request may not have left behind. */
  footprint(): Promise<{ updates: number; notifications: number }>;
  /** Another process's dispatcher on the same record; parts of it can be put in the way. */
  dispatcher(parts?: DispatcherParts): HandleInbound;
  /** The objective of a reference, as it stands today. */
  objective(ref: string): Promise<Objective>;
  /** The id of whoever has this e-mail address. */
  personId(email: string): Promise<string>;
  /** The guard of the button that is on somebody's screen now. */
  guard(ref: string): Promise<Guard>;
  /** Binds one more channel to a theme; its id. */
  bindChannel(platform: 'slack' | 'teams', theme: number, facts?: ChannelFacts): Promise<string>;
  /**
   * Back to how it was at the first call: the record, the clock, what was logged and sent. To be called before each
   * test; what all tests of a suite begin with is done before the first one, once.
   */
  restore(): Promise<void>;
};

type JobRun<Outcome> = (
  record: PartnershipRecord,
  partnership: Partnership,
  now: Temporal.Instant,
) => Promise<Outcome>;

type DispatcherParts = Partial<DispatchParts>;

type ChannelFacts = {
  readonly name?: string;
  readonly channelId?: string;
  readonly alwaysPost?: boolean;
};

const START = '2024-07-01T09:45';

/**
 * Loads the plan and the example people; the clock stands at Monday 1 July 2024, 09:45.
 * @param how `anew`: from the plan's folders, and not from the rows that were kept of them
 */
export async function loadWorld(
  harness: Harness,
  how: 'kept' | 'anew' = 'kept',
): Promise<PlanWorld> {
  const { prisma, pool, store } = harness;
  let now = london(START);
  const partnership = await placePlan(harness, now, how === 'anew');
  const partnershipId = partnership.id;
  const record = store.open(partnershipId);
  const lines: LogLine[] = [];
  const at = (level: string) => (fields: Record<string, unknown>, message: string) => {
    lines.push({ level, fields, message });
  };
  const log = { info: at('info'), warn: at('warn'), error: at('error') };
  const clock = { now: async () => now };
  const sent: Sent[] = [];
  const edited: Edited[] = [];
  const dispatcher = (parts: DispatcherParts = {}) =>
    createDispatch({ store, clock, log, commands, directories: [], files: fileFormats, ...parts });
  const handle = dispatcher();
  const objective = async (ref: string): Promise<Objective> => {
    const found = await findObjective(ref, 'show', '', {
      record,
      today: localDate(now, partnership.timeZone),
    });
    const objective = found.ok ? found.value : null;
    if (!objective) throw new Error(`there is no objective ${ref}`);
    return objective;
  };
  let kept = false;
  const recording = (['slack', 'teams'] as const).map((platform) =>
    recordingSender(platform, sent, edited),
  );
  return {
    partnership,
    record,
    log,
    lines,
    sent,
    edited,
    clock,
    handle,
    at(time) {
      now = typeof time === 'string' ? london(time) : time;
    },
    async pap(email, line, more = {}) {
      const reply = await handle(
        terminalInbound(email, line, { tenantId: partnership.key, ...more }),
      );
      if (!reply) throw new Error('the request was held to be a repeat');
      return reply;
    },
    run: (job) => job(record, partnership, now),
    async deliver(senders = recording) {
      const queued = await prisma.notification.findMany({
        where: { partnershipId, state: 'queued' },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      for (const { id } of queued) {
        await deliverNotification({ store, clock, log, senders }, partnershipId, id).catch(
          (error: unknown) => {
            if (!(error instanceof RetryLater)) throw error;
          },
        );
      }
    },
    async footprint() {
      const where = { partnershipId };
      return {
        updates: await prisma.objectiveEntry.count({ where }),
        notifications: await prisma.notification.count({ where }),
      };
    },
    dispatcher,
    objective,
    async personId(email) {
      const today = localDate(now, partnership.timeZone);
      const actor = await record.people.findActorByEmail(email, today);
      if (!actor) throw new Error(`there is nobody with ${email}`);
      return actor.personId;
    },
    async guard(ref) {
      const { id: objectiveId, version } = await objective(ref);
      return { objectiveId, version };
    },
    async bindChannel(
      platform,
      theme,
      { name = `Bound to ${theme}`, channelId, alwaysPost = false } = {},
    ) {
      const { id: themeId } = await prisma.theme.findFirstOrThrow({
        where: { partnershipId, kind: 'theme', number: theme },
      });
      const { id } = await prisma.channelBinding.create({
        data: {
          ...{ partnershipId, themeId, platform, name, alwaysPost },
          tenantId: platform === 'slack' ? SLACK_TEAM : TEAMS_TENANT,
          channelId: channelId ?? `channel-${randomUUID()}`,
        },
      });
      return id;
    },
    async restore() {
      await (kept ? putRowsBack(pool) : keepRows(pool));
      kept = true;
      now = london(START);
      lines.length = 0;
      sent.length = 0;
      edited.length = 0;
    },
  };
}

/**
 * The plan, the example people and the cycles ahead. The first suite of a run loads them as setup does; what that left
 * in the record is then given to each suite whose record is empty.
 */
async function placePlan(
  harness: Harness,
  now: Temporal.Instant,
  anew: boolean,
): Promise<Partnership> {
  const { pool, store } = harness;
  const kept = join(inject('databaseFolder'), 'plan.json');
  const wasEmpty = (await store.list()).length === 0;
  if (!anew && wasEmpty && existsSync(kept))
    await giveRows(pool, JSON.parse(readFileSync(kept, 'utf8')));
  else await loadPlanFolders(harness, now);
  const partnership = (await store.list()).find(({ key }) => key === PLAN_KEY);
  if (!partnership) throw new Error('the plan was not loaded');
  if (wasEmpty && !existsSync(kept)) writeWhole(kept, JSON.stringify(await takeRows(pool)));
  return partnership;
}

async function loadPlanFolders({ prisma, store }: Harness, now: Temporal.Instant): Promise<void> {
  await loadPlan(prisma, loadPlanFolder(join(plans, 'oxfordshire')), now);
  const { partnershipId } = await loadPlan(prisma, loadPlanFolder(join(plans, 'example')), now);
  await store.bindWorkspace(partnershipId, 'slack', SLACK_TEAM);
  // Nobody is new to PAP, but for who is in a test of the greeting.
  await prisma.person.updateMany({ data: { greetedAt: new Date('2024-01-01T09:00:00Z') } });
  const partnership = (await store.list()).find(({ id }) => id === partnershipId);
  if (!partnership) throw new Error('the plan was not loaded');
  await rollCycle(store.open(partnershipId), partnership, now);
}

/** Renamed into place, so that another worker never reads half of it. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

/** A request from the terminal, with an id of its own. */
export function terminalInbound(email: string, line: string, more: Partial<Inbound> = {}): Inbound {
  return {
    platform: 'terminal',
    tenantId: 'terminal',
    userId: email,
    conversation: { kind: 'personal', id: `terminal:${email}` },
    text: line,
    requestId: `test:${randomUUID()}`,
    ...more,
  };
}

/** A sender that takes everything. */
export function recordingSender(
  platform: Platform,
  sent: Sent[],
  edited: Edited[] = [],
): MessageSender {
  return {
    platform,
    paceOf: () => unhurried(platform),
    async send(target, message) {
      sent.push({ platform, target, message });
      return { externalId: `${platform}-${sent.length}` };
    },
    async edit(target, externalId, message) {
      edited.push({ platform, target, message, externalId });
    },
  };
}

/** A pace that keeps nothing waiting; it can still be held up. */
export function unhurried(platform: Platform): Pace {
  const limit = { key: `${platform} of tests`, everyMs: 0, burst: 1 };
  return { limits: [limit], slowedBy: limit, stoppedBy: limit };
}

/** A reply's text, as the terminal prints it. */
export function textOf(reply: Reply): string {
  return plainText(reply.message);
}

/** A local time in London as an instant. */
export function london(localTime: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(localTime).toZonedDateTime('Europe/London').toInstant();
}
