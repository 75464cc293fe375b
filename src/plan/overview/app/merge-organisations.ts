// Two bodies become one: its people, the days on which it is closed and the objectives that it answers for pass to the other.
// What was recorded before keeps the name that it had.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Organisation } from '../../../people/organisations/app/organisation-ports.ts';
import { appendAssignments } from '../../objectives/app/assignment-history.ts';
import type { Objective } from '../../objectives/domain/objective.ts';

export type Merging = { readonly from: Organisation; readonly into: Organisation };

/** What a merger would move. Refusals: `not-permitted`, `same-organisation`. */
export async function planMerger(
  { from, into }: Merging,
  { actor, record, today }: Given<'actor' | 'today', Reads<'objectives' | 'peopleAdmin'>>,
): Promise<Result<{ readonly people: number; readonly refs: readonly string[] }>> {
  const allowed = permit(actor, 'structure', 'admin organisation merge');
  if (!allowed.ok) return allowed;
  if (from.id === into.id) return refuse({ code: 'same-organisation', name: into.name });
  const people = (await record.peopleAdmin.list(today)).filter(
    ({ organisation }) => organisation === from.name,
  );
  const answered = answeredBy(from, await record.objectives.list(today));
  return ok({ people: people.length, refs: answered.map(({ ref }) => ref) });
}

/** Refusals: those of `planMerger`. @returns who moved, and which objectives */
export async function mergeOrganisations(
  { from, into }: Merging,
  context: Given<
    Doing | 'today',
    Reads<'objectives' | 'peopleAdmin'> &
      Commits<'audit' | 'history' | 'objectives' | 'organisations' | 'peopleAdmin'>
  >,
): Promise<Result<{ readonly people: readonly string[]; readonly refs: readonly string[] }>> {
  const planned = await planMerger({ from, into }, context);
  if (!planned.ok) return planned;
  const { actor, now, today } = context;
  return await commitOnce(context, async (repositories) => {
    const { organisations, objectives, peopleAdmin, audit } = repositories;
    await peopleAdmin.lock();
    const stands = (await organisations.list()).filter(({ mergedIntoId }) => mergedIntoId === null);
    // Somebody merged one of them at the same moment.
    if (![from, into].every(({ id }) => stands.some((one) => one.id === id)))
      return refuse({ code: 'same-organisation', name: into.name });
    const answered = answeredBy(from, await objectives.list(today));
    const people = await organisations.merge(from.id, into.id);
    await organisations.answerInstead(from.id, into.id, today);
    await appendAssignments(answered, repositories, context, 'merged');
    const summary = `The organisation ${from.name} became part of ${into.name}`;
    const kind = 'organisation-merged';
    await audit.append({ kind, summary, authorId: actor.personId, at: now });
    return ok({ people, refs: answered.map(({ ref }) => ref) });
  });
}

/** What it answers for as a body, with no person named. */
function answeredBy({ name }: Organisation, objectives: readonly Objective[]): Objective[] {
  return objectives.filter(({ assignees }) =>
    assignees.some(({ personId, organisation }) => personId === null && organisation === name),
  );
}
