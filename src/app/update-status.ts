// The use case behind `update` and `same`: the update and the notifications that follow from it are
// one statement of the record, so they commit together or none of it happens.
import { type Cycle, countsAsReturnFrom, cyclePhase, isBefore } from '../domain/cycle.ts';
import type { Objective } from '../domain/objective.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import {
  decideStatusChange,
  type StatusChange,
  type StatusRequest,
} from '../domain/status-change.ts';
import { noticeExamples } from '../messages/example-notice.ts';
import { ragChangeMessage } from '../messages/rag-change.ts';
import type { ReceiptFacts } from '../messages/receipt.ts';
import { dayText, momentText } from '../messages/when.ts';
import type { CommandContext } from './command.ts';
import { DuplicateRequest } from './faults.ts';
import type { AppendedUpdate, NotificationPayload, OwedCycle, ToldChannel } from './ports.ts';

/**
 * Records a return for one objective.
 * @param objective as it was read when the line was understood; its version is the one expected
 * Refusals: those of `decideStatusChange`, and `stale-version` when somebody else was quicker.
 */
export async function updateStatus(
  request: StatusRequest,
  objective: Objective,
  context: CommandContext,
): Promise<Result<ReceiptFacts>> {
  const { record, actor, now, today, inbound } = context;
  const guarded = inbound.guard;
  if (guarded && (guarded.objectiveId !== objective.id || guarded.version !== objective.version)) {
    // A repeat of a press that did its work finds the version moved on by itself.
    return (await repeatedReceipt(objective, context)) ?? (await refuseStale(objective, context));
  }
  const cycles = await record.cycles.listOwedBy(actor.personId, today);
  const decision = decideStatusChange(request, objective, actor, cycles, now);
  if (!decision.ok) return (await repeatedReceipt(objective, context)) ?? decision;
  const change = decision.value;
  const answering = cycles.filter((cycle) => takesReturns(cycle, context));
  try {
    const saved = await save(change, objective, answering, context);
    // All that the receipt says is known: once an update is committed, nothing may keep it back.
    if (saved) {
      return ok(receiptFacts(change, objective, answering, saved, context));
    }
  } catch (error) {
    if (!(error instanceof DuplicateRequest)) throw error;
    const receipt = await repeatedReceipt(objective, context);
    if (receipt) return receipt;
    throw error;
  }
  return await refuseStale(objective, context);
}

/** Null: somebody else moved the objective on first. */
async function save(
  change: StatusChange,
  objective: Objective,
  answering: readonly Cycle[],
  context: CommandContext,
): Promise<AppendedUpdate | null> {
  const { record, actor, now, inbound } = context;
  return await record.objectives.appendUpdate(
    {
      ...change,
      objectiveId: objective.id,
      authorId: actor.personId,
      cycleIds: answering.map(({ id }) => id),
      requestId: inbound.requestId,
      at: now,
      announcement:
        change.fromRag === change.toRag ? undefined : ragChangeNews(change, objective, context),
    },
    objective.version,
  );
}

function ragChangeNews(
  change: StatusChange,
  objective: Objective,
  { actor, now, partnership }: CommandContext,
): NotificationPayload {
  const message = ragChangeMessage({
    ...change,
    ref: objective.ref,
    title: objective.title,
    example: objective.example,
    by: `${actor.name}, ${actor.organisation}`,
    when: momentText(now, partnership.timeZone),
  });
  return {
    kind: 'message',
    message: partnership.hasExamples ? noticeExamples(message) : message,
  };
}

function takesReturns(cycle: Cycle, { now }: CommandContext): boolean {
  const phase = cyclePhase(cycle, now);
  return (
    phase === 'open' ||
    phase === 'late' ||
    (phase === 'planned' && !isBefore(now, countsAsReturnFrom(cycle)))
  );
}

function receiptFacts(
  change: Pick<ReceiptFacts, 'kind' | 'fromRag' | 'toRag' | 'note' | 'late'>,
  objective: Objective,
  answering: readonly OwedCycle[],
  { told, version }: Pick<AppendedUpdate, 'version'> & { readonly told: readonly ToldChannel[] },
  { actor, now, partnership }: CommandContext,
): ReceiptFacts {
  return {
    ...change,
    ref: objective.ref,
    title: objective.title,
    example: objective.example,
    by: `${actor.name}, ${actor.organisation}`,
    at: now,
    timeZone: partnership.timeZone,
    answersReturnFor: answering.map(
      ({ meetingTitle, meetingDate }) => `${meetingTitle} (${dayText(meetingDate)})`,
    ),
    told: told.map(({ name, platform }) => `${name} (${platform === 'slack' ? 'Slack' : 'Teams'})`),
    stillOwed: stillOwed(objective, answering),
    undo: { objectiveId: objective.id, version },
  };
}

/** References of the person's other objectives whose returns for these cycles are still to come. */
function stillOwed(objective: Objective, cycles: readonly OwedCycle[]): string[] {
  const owed = new Set(cycles.flatMap((cycle) => cycle.owed));
  return [...owed].filter((ref) => ref !== objective.ref);
}

/** The same request was recorded before: its receipt again, and nothing else. */
async function repeatedReceipt(
  objective: Objective,
  context: CommandContext,
): Promise<Result<ReceiptFacts> | null> {
  const { record, inbound } = context;
  const before = await record.objectives.findUpdateByRequest(inbound.requestId);
  if (!before || before.kind === 'published') return null;
  const { kind, fromRag, toRag, note, late, at, version } = before;
  if (toRag === null) return null;
  const channels =
    fromRag === toRag ? [] : await record.channels.forThemes(objective.themes.map(({ id }) => id));
  return ok({
    ...receiptFacts(
      { kind, fromRag, toRag, note, late },
      objective,
      [],
      { told: channels, version },
      context,
    ),
    at,
  });
}

/** Says what was recorded since the objective was read; what was typed is kept behind a button. */
export async function refuseStale(
  objective: Objective,
  { record, partnership, inbound, today, actor }: CommandContext,
): Promise<Result<never>> {
  const current = (await record.objectives.find(objective.id, today)) ?? objective;
  const [latest] = await record.objectives.history(current.id, 1);
  return refuse({
    code: 'stale-version',
    objectiveId: current.id,
    version: current.version,
    line: inbound.text.trim(),
    change: {
      ref: current.ref,
      by: latest?.author ? `${latest.author.name}, ${latest.author.organisation}` : 'somebody',
      own: latest?.author?.name === actor.name && latest.author.organisation === actor.organisation,
      at: latest ? momentText(latest.at, partnership.timeZone) : 'an earlier time',
      fromRag: latest?.fromRag ?? null,
      toRag: latest?.toRag ?? current.rag,
      note: latest?.note ?? null,
    },
  });
}
