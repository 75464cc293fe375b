// The use case behind `undo` where a recovery action or a decision is taken back: the parts as they were, the entries that say so
// and what those are told who had heard of it commit together.
import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { latestAct, undoableKinds } from '../../../plan/history/domain/part-changes.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { isVacant } from '../../../plan/objectives/domain/objective.ts';
import { authorship, named } from '../../../plan/plan-items/app/plan-parts.ts';
import { decideUndoPart, type PartNamed, type UndoneAct } from '../domain/undo-part.ts';
import { decisionTakenBack } from '../messages/undone-part.ts';

export type UndonePart = UndoneAct & {
  readonly objective: Objective;
  /** How many had been told of it and are told that it is gone. */
  readonly told: number;
  /** How many messages about it had not gone out and will not. */
  readonly cancelled: number;
};

type UndoPartNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<'cycles' | 'history' | 'objectives'> & Commits<'history' | 'items' | 'notifications'>
>;

/** When a person last changed a recovery action or decision that can be taken back, and of which objective; null: none. */
export async function latestOwnAct(
  objective: Objective | null,
  {
    actor: { personId },
    record,
    today,
  }: Given<'actor' | 'today', Reads<'objectives'> & Uses<'history'>>,
) {
  const of = objective ? { objectiveId: objective.id } : { latestOf: personId };
  const act = latestAct(await record.history.partChanges(of), { authorId: personId });
  const about = act && (objective ?? (await record.objectives.find(act.first.objectiveId, today)));
  return about ? { at: act.first.at, objective: about } : null;
}

/**
 * Takes back the latest of what a person did to an objective's recovery actions and decisions.
 * @param part null: whichever they changed last
 * Refusals: those of `decideUndoPart`.
 */
export async function undoPart(
  objective: Objective,
  part: PartNamed | null,
  context: UndoPartNeeds,
): Promise<Result<UndonePart>> {
  const cycles = await context.record.cycles.listFrom(context.today);
  try {
    return await commitOnce(context, async (repositories) => {
      await repositories.items.hold(objective.id);
      const objectiveIds = [objective.id];
      // The parts first: a change that comes between the two readings is seen as one, or moves a version.
      const items = await repositories.items.list({ objectiveIds, kinds: undoableKinds });
      const changes = await repositories.history.partChanges({ objectiveId: objective.id });
      const request = { objective, items, changes, part };
      const decision = decideUndoPart(request, context.actor, cycles, context.now);
      if (!decision.ok) return decision;
      for (const [index, { item, facts, supersedesId }] of decision.value.restored.entries()) {
        const by = authorship(context, null, index === 0 ? undefined : item.ref);
        const entry = { ...by, supersedesId };
        if (!(await repositories.items.change(item.id, item.version, facts, entry)))
          throw new MovedOn();
      }
      const news = await takeBackNews(objective, decision.value, repositories, context);
      return ok({ ...decision.value, objective, ...news });
    });
  } catch (error) {
    if (!(error instanceof MovedOn)) throw error;
    // The same button pressed twice at once, or somebody else with the same part: nothing of it was written.
    return refuse({ code: 'nothing-to-undo', ref: objective.ref, amended: false });
  }
}

/** A part is not at the version any more that was read a moment ago: all of the transaction goes. */
class MovedOn extends Error {}

/** What is still queued about a decision does not go out; whoever was told of it is told that it is gone. */
async function takeBackNews(
  objective: Objective,
  { restored }: UndoneAct,
  { notifications }: Uses<'notifications'>,
  context: Given<'actor' | 'now' | 'partnership'>,
): Promise<Pick<UndonePart, 'cancelled' | 'told'>> {
  const [{ item }] = restored;
  if (item.kind !== 'decision' || item.status !== 'taken') return { cancelled: 0, told: 0 };
  const intent = `decision:${item.id}`;
  const { cancelled, toldPeople } = await notifications.withdraw(
    `notice:${intent}:taken:`,
    context.now,
  );
  const asOffice = isVacant(objective);
  const owners = new Set(objective.assignees.map(({ personId }) => personId));
  const people = [...new Set(toldPeople)];
  const notices = people.map((personId) => {
    const message = decisionTakenBack(
      objective,
      item,
      named(context.actor),
      asOffice && !owners.has(personId),
    );
    return noticeTo(personId, `${intent}:taken-back:${item.version + 1}`, message, context);
  });
  await notifications.enqueue(notices);
  return { cancelled, told: people.length };
}
