// A handover is accepted, declined or withdrawn. On acceptance the giver's ownership ends with yesterday and
// the taker's begins today, the objective's history says so, and everybody concerned is told: all or nothing.
import { noticesTo, noticesToOffice } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { appendAssignments } from '../../objectives/app/assignment-history.ts';
import { type HandoverState, handoverSettledMessage } from '../messages/handover.ts';
import type { Handover } from './handover-ports.ts';

/** Rolls the transaction back: of several handovers that are settled together all pass or none. */
class NotSettled extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

type SettleHandoversNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<'objectives'> & Commits<'handovers' | 'history' | 'notifications' | 'objectives' | 'people'>
>;

/**
 * Refusals: `not-permitted`, `agreement-over`, `not-the-owner` when the giver has no longer what they gave,
 * `asker-may-not-now`.
 */
export async function settleHandovers(
  handovers: readonly Handover[],
  state: HandoverState,
  context: SettleHandoversNeeds,
): Promise<Result<readonly Handover[]>> {
  for (const handover of handovers) {
    const allowed = await maySettle(handover, state, context);
    if (!allowed.ok) return allowed;
  }
  try {
    return await commitOnce(context, async (repositories) => {
      for (const handover of handovers) await settle(handover, state, repositories, context);
      await tell(handovers, state, repositories, context);
      return ok(handovers);
    });
  } catch (error) {
    if (error instanceof NotSettled) return refuse(error.refusal);
    throw error;
  }
}

async function maySettle(
  { objectiveId, to }: Handover,
  state: HandoverState,
  { actor, record, today }: Given<'actor' | 'today', Reads<'objectives'>>,
): Promise<Result<true>> {
  if (state !== 'withdrawn')
    return permit(
      actor,
      'answer-request',
      `handover ${state === 'accepted' ? 'accept' : 'decline'}`,
      { personId: to.id },
    );
  const objective = await record.objectives.find(objectiveId, today);
  return permit(actor, 'hand-over', 'handover withdraw', objective ? { objective } : {});
}

async function settle(
  handover: Handover,
  state: HandoverState,
  repositories: Reads<'objectives' | 'people'> & Uses<'handovers' | 'history'>,
  context: Given<Doing | 'today'>,
): Promise<void> {
  const { handovers } = repositories;
  const { now, today } = context;
  const { id, number, objectiveId, ref, from } = handover;
  if (!(await handovers.answer(id, state, now))) {
    const before = (await handovers.find(number))?.state ?? 'settled';
    throw new NotSettled({ code: 'agreement-over', kind: 'handover', number, state: before });
  }
  if (state !== 'accepted') return;
  if (!(await mayStillGive(handover, repositories, context)))
    throw new NotSettled({ code: 'asker-may-not-now', number, ref, by: handover.askedBy.name });
  const objective = await repositories.objectives.find(objectiveId, today);
  if (objective?.status !== 'open' || !(await handovers.pass(handover, today)))
    throw new NotSettled({ code: 'not-the-owner', ref, name: from?.name ?? 'Nobody' });
  await appendAssignments([objective], repositories, context, `handover:${number}`);
}

/**
 * What somebody gave themselves is checked when it passes, and stands when they have left since. What was asked on another's
 * behalf rests on the asker's own right, which must still hold.
 */
async function mayStillGive(
  { from, askedBy }: Handover,
  { people }: Reads<'people'>,
  { today }: Given<'today'>,
): Promise<boolean> {
  if (askedBy.id === from?.id) return true;
  const office = await people.listByRole('programme-office', null, today);
  return office.some(({ id }) => id === askedBy.id);
}

async function tell(
  handovers: readonly Handover[],
  state: HandoverState,
  repositories: Reads<'people'> & Uses<'notifications'>,
  context: Given<'actor' | 'partnership' | 'now' | 'today'>,
): Promise<void> {
  const intent = `handover:${handovers.map(({ id }) => id).join(',')}:${state}`;
  const message = handoverSettledMessage(handovers, state);
  const parties = handovers
    .flatMap(({ from, to, askedBy }) => [from, to, askedBy])
    .flatMap((party) => (party?.active ? [party.id] : []));
  // Whoever is a party and the office as well is told once: the intent is the same.
  await repositories.notifications.enqueue([
    ...noticesTo(parties, intent, message, context),
    ...(state === 'accepted' ? await noticesToOffice(repositories, intent, message, context) : []),
  ]);
}
