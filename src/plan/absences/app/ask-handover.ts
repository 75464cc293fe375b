// Asking somebody to take objectives over. Nothing passes before they accept, so all that this changes is
// what waits for an answer.

import { noticesTo, noticeTo } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Party } from '../../../people/people/app/people-ports.ts';
import type { PersonSummary } from '../../../people/people/app/person-ports.ts';
import { isOwner, type Objective } from '../../objectives/domain/objective.ts';
import { handoverAnnouncedMessage, handoverRequestMessage } from '../messages/handover.ts';
import type { Handover } from './handover-ports.ts';

export type HandoverRequest = {
  readonly objectives: readonly Objective[];
  /** Null: whoever owns each. */
  readonly giver: Party | null;
  readonly taker: PersonSummary;
};

type Passing = { readonly objective: Objective; readonly fromPersonId: string | null };

/**
 * Whether all of it may be asked, and who gives each.
 * Refusals: `not-permitted`, `same-person`, `not-the-owner`, `owns-it-already`, `usage`.
 */
export function checkHandover(
  { objectives, giver, taker }: HandoverRequest,
  { actor }: Given<'actor'>,
): Result<readonly Passing[]> {
  const passing: Passing[] = [];
  for (const objective of objectives) {
    // What somebody else owns is the office's to pass on, also where both own it.
    const own = giver === null || giver.id === actor.personId;
    const allowed = permit(actor, 'hand-over', 'handover', own ? { objective } : {});
    if (!allowed.ok) return allowed;
    const { ref } = objective;
    if (objective.status === 'closed')
      return refuse({ code: 'usage', verb: 'handover', problem: `${ref} is closed.` });
    if (giver?.active && !isOwner(objective, giver.id))
      return refuse({ code: 'not-the-owner', ref, name: giver.name });
    const from = giver ? ok(giver.id) : giverOf(objective, actor.personId);
    if (!from.ok) return from;
    if (from.value === taker.id)
      return refuse({ code: 'same-person', what: 'handover', name: taker.name });
    if (isOwner(objective, taker.id))
      return refuse({ code: 'owns-it-already', ref, name: taker.name });
    passing.push({ objective, fromPersonId: from.value });
  }
  return ok(passing);
}

/** Its author where they own it, else its only owner; null where there is none. */
function giverOf(objective: Objective, actorId: string): Result<string | null> {
  if (isOwner(objective, actorId)) return ok(actorId);
  const owners = objective.assignees.flatMap(({ role, personId }) =>
    role === 'owner' && personId ? [personId] : [],
  );
  const [only = null, another] = owners;
  if (another === undefined) return ok(only);
  const problem = `${objective.ref} has several owners: say whose it is to be, for example “handover @asha ${objective.ref} @ella”.`;
  return refuse({ code: 'usage', verb: 'handover', problem });
}

/** Asks. Refusals: those of `checkHandover`, and `asked-already`. */
export async function askHandover(
  request: HandoverRequest,
  context: Given<
    Doing | 'partnership',
    Reads<'handovers'> & Uses<'people'> & Commits<'handovers' | 'notifications'>
  >,
): Promise<Result<readonly Handover[]>> {
  const checked = checkHandover(request, context);
  if (!checked.ok) return checked;
  const { actor, now } = context;
  const { taker } = request;
  const open = await openFor(checked.value, context);
  if (open) return refuse(asked(open));
  const reachable = await context.record.people.reachable();
  return await commitOnce(context, async ({ handovers, notifications }) => {
    const made: Handover[] = [];
    for (const { objective, fromPersonId } of checked.value) {
      const result = await handovers.add({
        ...{ objectiveId: objective.id, fromPersonId, toPersonId: taker.id },
        ...{ askedById: actor.personId, at: now },
      });
      if (result.added) made.push(result.added);
      // Somebody asked the same at the same moment; theirs stands.
      else if (result.open && made.length === 0) return refuse(asked(result.open));
    }
    const key = `handover:${made.map(({ id }) => id).join(',')}`;
    await notifications.enqueue([
      noticeTo(taker.id, `${key}:asked`, handoverRequestMessage(made), context, {
        asks: { personal: true },
      }),
      ...noticesTo(
        made.map(({ from }) => (from?.active ? from.id : null)),
        `${key}:announced`,
        handoverAnnouncedMessage(made, reachable.has(taker.id)),
        context,
      ).filter(({ target }) => !('personId' in target) || target.personId !== taker.id),
    ]);
    return ok(made);
  });
}

function asked({ ref, number, to }: Handover) {
  return { code: 'asked-already', ref, number, to: to.name } as const;
}

async function openFor(
  passing: readonly Passing[],
  { record }: { readonly record: Reads<'handovers'> },
): Promise<Handover | undefined> {
  const open = await record.handovers.listOpen();
  return open.find((one) =>
    passing.some(
      ({ objective, fromPersonId }) =>
        one.objectiveId === objective.id && (one.from?.id ?? null) === fromPersonId,
    ),
  );
}
