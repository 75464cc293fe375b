// The use case behind `admin cycle amend`: the rating that the board set is recorded as the board's. The objective moves
// to its next version, and its owner and the channels of its theme are told, all in one transaction.

import { noticeExamples } from '../../../core/message/messages/example-notice.ts';
import { noticesTo } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { DuplicateRequest } from '../../../core/request/app/faults.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result } from '../../../core/request/domain/result.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { MeetingCycle } from '../../meetings/app/find-cycle.ts';
import { evidenceFor, postedTo, refuseStale } from '../../returns/app/update-status.ts';
import { type BoardDecision, decideBoardAmendment } from '../domain/board-amendment.ts';
import {
  type BoardAmendmentFacts,
  boardAmendmentNotice,
  boardAmendmentPost,
} from '../messages/board-amendment.ts';

/** Refusals: those of `decideBoardAmendment`, `stale-version`. */
export async function amendForBoard(
  decided: BoardDecision,
  objective: Objective,
  { cycle }: Pick<MeetingCycle, 'cycle'>,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<'items'> & Uses<'objectives' | 'people'> & Commits<'notifications' | 'objectives'>
  >,
): Promise<Result<BoardAmendmentFacts>> {
  const { record, actor, now, inbound, partnership } = context;
  if (await record.objectives.findUpdateByRequest(inbound.requestId))
    throw new DuplicateRequest(`request ${inbound.requestId} was recorded before`);
  const evidence = await evidenceFor(decided.rag, objective, context);
  const decision = decideBoardAmendment(decided, objective, actor, cycle, now, evidence);
  if (!decision.ok) return decision;
  const owners = objective.assignees.filter(
    ({ role, personId }) => role === 'owner' && personId !== null && personId !== actor.personId,
  );
  const reachable = await record.people.reachable();
  const facts: BoardAmendmentFacts = {
    ...decision.value,
    ref: objective.ref,
    title: objective.title,
    example: objective.example,
    meeting: { title: cycle.meetingTitle, heldOn: cycle.meetingDate },
    by: `${actor.name}, ${actor.organisation}`,
    at: now,
    timeZone: partnership.timeZone,
    told: [],
    owners: owners.flatMap(({ personId, name }) =>
      reachable.has(personId ?? '') ? [name ?? ''] : [],
    ),
    owned: owners.length > 0,
  };
  const post = boardAmendmentPost(facts);
  const saved = await record.transaction(async ({ objectives, notifications }) => {
    const appended = await objectives.appendUpdate(
      {
        ...decision.value,
        objectiveId: objective.id,
        authorId: actor.personId,
        cycleIds: [],
        requestId: inbound.requestId,
        at: now,
        // Channels hear of delivery; an impact rating is on show and in the pack.
        announcement:
          decided.rating === 'delivery'
            ? { kind: 'message', message: partnership.hasExamples ? noticeExamples(post) : post }
            : undefined,
      },
      objective.version,
    );
    if (!appended) return null;
    await notifications.enqueue(
      noticesTo(
        owners.map(({ personId }) => personId),
        `board:${appended.id}`,
        boardAmendmentNotice(facts),
        context,
      ),
    );
    return appended;
  });
  if (!saved) return await refuseStale(objective, context);
  return ok({ ...facts, told: postedTo(saved.told), unposted: saved.told.length > 0 });
}
