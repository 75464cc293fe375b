// The use cases behind `undo` and `amend`: the entry that puts another one right, the rating that then holds,
// the returns that are outstanding again and what channels are told commit together.

import type { Temporal } from 'temporal-polyfill';
import type { Rag, RatingKind } from '../../../core/message/domain/rag.ts';
import { noticeExamples } from '../../../core/message/messages/example-notice.ts';
import type {
  ChannelView,
  NewNotification,
  NotificationPayload,
} from '../../../core/outbox/app/notification-ports.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { DuplicateRequest } from '../../../core/request/app/faults.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { RecordedUpdate } from '../../../plan/objectives/app/objective-ports.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { evidenceFor, postedTo, refuseStale } from '../../returns/app/update-status.ts';
import { type Correction, decideAmendment, decideUndo } from '../domain/correction.ts';
import { type CorrectionFacts, correctionPost } from '../messages/correction.ts';

/** When a person last rated what still holds, and of which objective; null: never. */
export async function latestOwnRating(
  objective: Objective | null,
  { record, actor }: Given<'actor', Uses<'objectives'>>,
): Promise<Temporal.Instant | null> {
  const own = await record.objectives.findInEffect({
    authorId: actor.personId,
    ...(objective && { objectiveId: objective.id }),
  });
  return own?.at ?? null;
}

/**
 * Takes a person's own latest rating back.
 * @param objective null: whichever they rated last
 * Refusals: those of `decideUndo`.
 */
export async function undoUpdate(
  objective: Objective | null,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<'cycles'> & Uses<'objectives'> & Commits<'channels' | 'notifications' | 'objectives'>
  >,
): Promise<Result<CorrectionFacts>> {
  const { record, actor, today, now, inbound } = context;
  await refuseRepeat(context);
  const own = await record.objectives.findInEffect({
    authorId: actor.personId,
    ...(objective && { objectiveId: objective.id }),
  });
  const subject = objective ?? (own && (await record.objectives.find(own.objectiveId, today)));
  if (!subject) return refuse({ code: 'nothing-to-undo', ref: null, amended: false });
  const [latest, cycles] = await Promise.all([
    record.objectives.findInEffect({ objectiveId: subject.id }),
    record.cycles.listFrom(today),
  ]);
  const version = inbound.guard?.objectiveId === subject.id ? inbound.guard.version : undefined;
  const decision = decideUndo({ objective: subject, own, latest, version }, actor, cycles, now);
  if (!decision.ok) return decision;
  const saved = own && (await save(decision.value, own, subject, context));
  if (saved) return ok(saved);
  // Somebody was quicker, with an undo or with a rating of their own.
  const next = await record.objectives.findInEffect({ objectiveId: subject.id });
  return next && own && next.version > own.version
    ? refuse({ code: 'undo-not-latest', ref: subject.ref, by: next.author?.name ?? null })
    : refuse({ code: 'nothing-to-undo', ref: subject.ref, amended: false });
}

type AmendUpdateNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<'cycles' | 'items'> &
    Uses<'objectives'> &
    Commits<'channels' | 'notifications' | 'objectives'>
>;

/** Says a rating again, rightly. Refusals: those of `decideAmendment`, `stale-version`. */
export async function amendUpdate(
  wanted: { readonly rating: RatingKind; readonly rag: Rag | null; readonly note: string },
  objective: Objective,
  context: AmendUpdateNeeds,
): Promise<Result<CorrectionFacts>> {
  const { record, actor, today, now } = context;
  await refuseRepeat(context);
  const [target, cycles, evidence] = await Promise.all([
    record.objectives.findInEffect({ objectiveId: objective.id, rating: wanted.rating }),
    record.cycles.listFrom(today),
    evidenceFor(wanted.rag, objective, context),
  ]);
  const decision = decideAmendment({ ...wanted, objective, target, evidence }, actor, cycles, now);
  if (!decision.ok) return decision;
  const saved = target && (await save(decision.value, target, objective, context));
  return saved ? ok(saved) : await refuseStale(objective, context);
}

/** @throws DuplicateRequest so that a repeat, which finds its work done, is answered with nothing */
async function refuseRepeat({
  record,
  inbound,
}: Given<'inbound', Uses<'objectives'>>): Promise<void> {
  if (await record.objectives.findUpdateByRequest(inbound.requestId))
    throw new DuplicateRequest(`request ${inbound.requestId} was recorded before`);
}

/** Null: somebody else moved the objective on first. */
async function save(
  correction: Correction,
  target: RecordedUpdate,
  objective: Objective,
  context: Given<Doing | 'partnership', Commits<'channels' | 'notifications' | 'objectives'>>,
): Promise<CorrectionFacts | null> {
  const { record, actor, now, partnership, inbound } = context;
  const facts: CorrectionFacts = {
    ...correction,
    ref: objective.ref,
    title: objective.title,
    example: objective.example,
    frozen: correction.late,
    by: `${actor.name}, ${actor.organisation}`,
    at: now,
    timeZone: partnership.timeZone,
    correctedAuthor: target.authorId === actor.personId ? null : authorOf(target),
    told: [],
    cancelled: 0,
  };
  const post = correctionPost(facts);
  const payload: NotificationPayload = {
    kind: 'message',
    message: partnership.hasExamples ? noticeExamples(post) : post,
  };
  // Channels hear of delivery; an impact rating is on show and in the pack.
  const moved = correction.rating === 'delivery' && correction.fromRag !== correction.toRag;
  const saved = await record.transaction(async (repositories) => {
    const appended = await repositories.objectives.appendUpdate(
      {
        ...correction,
        objectiveId: objective.id,
        authorId: actor.personId,
        cycleIds: [],
        requestId: inbound.requestId,
        at: now,
        announcement: correction.kind === 'amend' && moved ? payload : undefined,
      },
      objective.version,
    );
    if (!appended || correction.kind === 'amend') return appended && { ...appended, cancelled: 0 };
    return await takeBackNews(target.id, appended.id, payload, repositories, context);
  });
  return (
    saved && {
      ...facts,
      cancelled: saved.cancelled,
      told: postedTo(saved.told),
      unposted: saved.told.length > 0,
    }
  );
}

/** What is still queued about the entry does not go out; whoever was told of it is told that it is gone. */
async function takeBackNews(
  undoneId: string,
  entryId: string,
  payload: NotificationPayload,
  { notifications, channels }: Uses<'channels' | 'notifications'>,
  { now }: Given<'now'>,
): Promise<{ readonly told: readonly ChannelView[]; readonly cancelled: number }> {
  const { cancelled, toldChannels } = await notifications.withdraw(`rag-change:${undoneId}:`, now);
  const news = toldChannels.map(
    (channelBindingId): NewNotification => ({
      kind: 'rag-change',
      dedupeKey: `rag-change:${entryId}:${channelBindingId}`,
      target: { channelBindingId },
      payload,
      createdAt: now,
    }),
  );
  await notifications.enqueue(news);
  const told: ChannelView[] = [];
  for (const id of toldChannels) {
    const channel = await channels.find(id);
    if (channel) told.push(channel);
  }
  return { told, cancelled };
}

function authorOf({ author }: RecordedUpdate): string {
  return author ? `${author.name}, ${author.organisation}` : 'the plan’s documents';
}
