// The use case behind `update` and `same`: the update and the notifications that follow from it are
// one statement of the record, so they commit together or none of it happens.

import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import type { Rag } from '../../../core/message/domain/rag.ts';
import { noticeExamples } from '../../../core/message/messages/example-notice.ts';
import type {
  NotificationPayload,
  ToldWhere,
} from '../../../core/outbox/app/notification-ports.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { DuplicateRequest } from '../../../core/request/app/faults.ts';
import { inWords } from '../../../core/request/app/in-words.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { platformName } from '../../../people/people/messages/identity.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { ownWords } from '../../../plan/objectives/domain/rating-story.ts';
import { withOpenRecovery } from '../../../plan/plan-items/app/plan-recovery.ts';
import { isKind, type PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import type { OwedCycle } from '../../cycles/app/cycle-ports.ts';
import { type Cycle, countsAsReturnFrom, cyclePhase, isBefore } from '../../cycles/domain/cycle.ts';
import {
  decideStatusChange,
  type StatusChange,
  type StatusRequest,
} from '../domain/status-change.ts';
import { ragChangeMessage } from '../messages/rag-change.ts';
import type { ReceiptFacts } from '../messages/receipt.ts';
import type { AppendedUpdate, NewStatusUpdate } from './return-ports.ts';

type UpdateStatusNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<'channelBindings' | 'items' | 'peopleAdmin'> & Uses<'channels' | 'cycles' | 'objectives'>
>;

/**
 * Records a return for one objective.
 * @param objective as it was read when the line was understood; its version is the one expected
 * Refusals: those of `decideStatusChange`, and `stale-version` when somebody else was quicker.
 */
export async function updateStatus(
  request: StatusRequest,
  objective: Objective,
  context: UpdateStatusNeeds,
): Promise<Result<ReceiptFacts>> {
  const { record, actor, now, today, inbound } = context;
  const guarded = inbound.guard;
  if (guarded && (guarded.objectiveId !== objective.id || guarded.version !== objective.version)) {
    // A repeat of a press that did its work finds the version moved on by itself.
    return (await repeatedReceipt(objective, context)) ?? (await refuseStale(objective, context));
  }
  const cycles = await record.cycles.listOwedBy(actor.personId, today);
  const evidence = await evidenceFor(ratingOf(request), objective, context);
  const said = await lastWords(request, objective, guarded !== undefined, context);
  const decision = decideStatusChange(request, objective, actor, cycles, now, evidence, said);
  if (!decision.ok) return (await repeatedReceipt(objective, context)) ?? decision;
  const change = decision.value;
  const asksRecovery = (await askingRecovery([{ objective, change }], context)).has(objective.id);
  const answering = answeredCycles(change, cycles, context);
  try {
    const saved = await save(change, objective, answering, context);
    // All that the receipt says is known: once an update is committed, nothing may keep it back.
    if (saved) {
      return ok({
        ...receiptFacts(change, objective, answering, saved, context),
        asksRecovery,
      });
    }
  } catch (error) {
    if (!(error instanceof DuplicateRequest)) throw error;
    const receipt = await repeatedReceipt(objective, context);
    if (receipt) return receipt;
    throw error;
  }
  return await refuseStale(objective, context);
}

/** Ids of the objectives that become or stay red by an update, and have no recovery action yet. */
export async function askingRecovery(
  decided: readonly { readonly objective: Objective; readonly change: StatusChange }[],
  { record }: { readonly record: Reads<'items'> },
): Promise<ReadonlySet<string>> {
  const red = decided
    .filter(({ change }) => change.kind === 'update' && change.toRag === 'red')
    .map(({ objective }) => objective.id);
  if (red.length === 0) return new Set();
  const planned = await withOpenRecovery(red, record);
  return new Set(red.filter((id) => !planned.has(id)));
}

/** The rating that is asked for; null where the last one stays. */
export function ratingOf(request: StatusRequest): Rag | null {
  return request.kind === 'update' ? request.rag : null;
}

/**
 * What was said with the rating that holds, as a form shows it that the request came with: one is bound to the version
 * on screen. Who types a line repeats words on purpose.
 */
export async function lastWords(
  request: StatusRequest,
  { id }: Objective,
  isBound: boolean,
  { record, today }: Given<'today', Reads<'channelBindings' | 'objectives' | 'peopleAdmin'>>,
): Promise<string | null> {
  if (!isBound || request.kind === 'same' || request.note === null) return null;
  const rating = request.rating ?? 'delivery';
  const words = ownWords((await record.objectives.ratingStories([id], { rating })).get(id));
  return words && (await inWords(words, record, today));
}

/** What the objective has of evidence; only blue asks for it. */
export async function evidenceFor(
  rag: Rag | null,
  { id }: Objective,
  { record }: { readonly record: Reads<'items'> },
): Promise<PlanItem<'evidence'>[]> {
  if (rag !== 'blue') return [];
  const items = await record.items.list({ objectiveIds: [id], kinds: ['evidence'] });
  return items.filter((item) => isKind(item, 'evidence'));
}

/** Null: somebody else moved the objective on first. */
async function save(
  change: StatusChange,
  objective: Objective,
  answering: readonly Cycle[],
  context: Given<Doing | 'partnership', Uses<'objectives'>>,
): Promise<AppendedUpdate | null> {
  return await context.record.objectives.appendUpdate(
    newStatusUpdate(change, objective, answering, context),
    objective.version,
  );
}

/** The update as it goes into the record, with what the channels of its themes are told. */
export function newStatusUpdate(
  change: StatusChange,
  objective: Objective,
  answering: readonly Cycle[],
  context: Given<Doing | 'partnership'>,
): NewStatusUpdate {
  return {
    ...change,
    objectiveId: objective.id,
    authorId: context.actor.personId,
    cycleIds: answering.map(({ id }) => id),
    requestId: context.inbound.requestId,
    at: context.now,
    announcement: isNews(change) ? ragChangeNews(change, objective, context) : undefined,
  };
}

/** Channels are told of a delivery rating that changed; an impact rating is on show and in the pack. */
function isNews({ rating, fromRag, toRag }: Pick<StatusChange, 'rating' | 'fromRag' | 'toRag'>) {
  return rating === 'delivery' && fromRag !== toRag;
}

function ragChangeNews(
  change: StatusChange,
  objective: Objective,
  { actor, now, partnership }: Given<'actor' | 'partnership' | 'now'>,
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

/** The cycles whose return the change is; an impact rating is no return. */
export function answeredCycles(
  { rating }: Pick<StatusChange, 'rating'>,
  cycles: readonly OwedCycle[],
  context: Given<'now'>,
): OwedCycle[] {
  return rating === 'impact' ? [] : cycles.filter((cycle) => takesReturns(cycle, context));
}

function takesReturns(cycle: Cycle, { now }: Given<'now'>): boolean {
  const phase = cyclePhase(cycle, now);
  return (
    phase === 'open' ||
    phase === 'late' ||
    (phase === 'planned' && !isBefore(now, countsAsReturnFrom(cycle)))
  );
}

/** What the receipt says. */
export function receiptFacts(
  change: Pick<ReceiptFacts, 'kind' | 'rating' | 'fromRag' | 'toRag' | 'note' | 'late'>,
  objective: Objective,
  answering: readonly OwedCycle[],
  { told, version }: Pick<AppendedUpdate, 'version' | 'told'>,
  { actor, now, partnership }: Given<'actor' | 'partnership' | 'now'>,
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
    told: postedTo(told),
    unposted: told.length > 0 && !told.some(({ takesPosts }) => takesPosts),
    stillOwed: stillOwed(objective, answering),
    undo: { objectiveId: objective.id, version },
  };
}

/** Names of the channels that a post arrives in, e.g. `Right Support (Teams)`. */
export function postedTo(channels: readonly ToldWhere[]): string[] {
  return channels
    .filter(({ takesPosts }) => takesPosts)
    .map(({ name, platform }) => `${name} (${platformName(platform)})`);
}

/** References of the person's other objectives whose returns for these cycles are still to come. */
function stillOwed(objective: Objective, cycles: readonly OwedCycle[]): string[] {
  const owed = new Set(cycles.flatMap((cycle) => cycle.owed));
  return [...owed].filter((ref) => ref !== objective.ref);
}

/** The same request was recorded before: its receipt again, and nothing else. */
async function repeatedReceipt(
  objective: Objective,
  context: Given<Doing | 'partnership', Uses<'channels' | 'objectives'>>,
): Promise<Result<ReceiptFacts> | null> {
  const { record, inbound } = context;
  const before = await record.objectives.findUpdateByRequest(inbound.requestId);
  if (!before || before.kind === 'published' || before.kind === 'board') return null;
  const { kind, rating, fromRag, toRag, note, late, at, version } = before;
  if (toRag === null) return null;
  const change = { kind, rating, fromRag, toRag, note, late };
  const channels = isNews({ rating, fromRag, toRag })
    ? await record.channels.forThemes(objective.themes.map(({ id }) => id))
    : [];
  return ok({
    ...receiptFacts(change, objective, [], { told: channels, version }, context),
    at,
  });
}

type RefuseStaleNeeds = Given<'actor' | 'partnership' | 'today' | 'inbound', Reads<'objectives'>>;

/** Says what was recorded since the objective was read; what was typed is kept behind a button. */
export async function refuseStale(
  objective: Objective,
  context: RefuseStaleNeeds,
): Promise<Result<never>> {
  return refuse(await staleRefusal(objective, context));
}

/** What was recorded in between; what was typed is kept. */
export async function staleRefusal(
  objective: Objective,
  { record, partnership, inbound, today, actor }: RefuseStaleNeeds,
): Promise<Refusal> {
  const current = (await record.objectives.find(objective.id, today)) ?? objective;
  const [latest] = await record.objectives.history(current.id, 1);
  return {
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
  };
}
