// The road back from red: planned, replaced by a better one, done.

import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { badDate } from '../../../core/request/domain/date-result.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findPerson } from '../../../people/people/app/find-person.ts';
import type { Objective } from '../../objectives/domain/objective.ts';
import type { PlanItem } from '../domain/plan-item.ts';
import {
  decisionWanted,
  isDecisionOf,
  parseRecoveryWords,
  type RecoveryWords,
} from '../domain/recovery.ts';
import {
  authorship,
  changePart,
  choosePart,
  listParts,
  permitPart,
  writtenAs,
} from './plan-parts.ts';

export type PlannedRecovery = {
  readonly added: PlanItem<'recovery'>;
  /** References of those that it takes the place of. */
  readonly replaced: readonly string[];
  /** The reference of the decision that it needs, which then stands among those needed. */
  readonly decision: string | null;
  /** References of decisions that those needed and that are not needed any more. */
  readonly dropped: readonly string[];
};

/** Refusals: `not-permitted`, `objective-closed`, `usage`, `bad-date`, `unknown-person`, those of the note. */
export async function planRecovery(
  objective: Objective,
  words: string,
  context: Given<Doing | 'today' | 'terms', Reads<NoteNames> & Commits<'items'>>,
): Promise<Result<PlannedRecovery>> {
  const allowed = permitPart('update-objective', 'recovery', objective, context);
  if (!allowed.ok) return allowed;
  const note = await parseTypedNote(words, `recovery ${objective.ref}`, context);
  if (!note.ok) return note;
  const read = parseRecoveryWords(note.value ?? '', context.today, context);
  if (!read) {
    const problem = `Say what is done, and by when: “recovery ${objective.ref} train the last six workers by 31 July who @name decision from SIAB”. The last two may be left out.`;
    return refuse({ code: 'usage', verb: 'recovery', problem });
  }
  if ('problem' in read) return badDate(read.typed, read);
  const who = await nameOf(read.who, context);
  if (!who.ok) return who;
  return ok(
    await commitOnce(context, (repositories) =>
      save({ ...read, who: who.value }, objective, repositories, context),
    ),
  );
}

/** Whoever is mentioned has to be on the plan; other words may name a team. */
async function nameOf(
  who: string | null,
  context: Given<'today' | 'inbound', Reads<'people'>>,
): Promise<Result<string | null>> {
  if (who === null) return ok(null);
  const person = await findPerson(who.replace(/[.,;]$/, ''), context);
  if (person.ok) return ok(person.value.name);
  return /^<?@/.test(who) ? person : ok(who);
}

/** The new one first: it holds the objective's row, so two at once do not both stay open. */
async function save(
  { what, due, who, decisionFrom }: RecoveryWords,
  objective: Objective,
  { items }: Uses<'items'>,
  context: Given<Doing>,
): Promise<PlannedRecovery> {
  const { id: objectiveId, example } = objective;
  const written = await items.add(
    {
      ...{ kind: 'recovery', title: what, status: 'open', due, originalDue: null },
      ...{ detail: { who, decisionFrom }, objectiveId, example },
    },
    authorship(context),
  );
  const added = writtenAs('recovery', written);
  const others = (await listParts('recovery', [objective.id], { items })).filter(
    ({ id, status }) => status === 'open' && id !== added.id,
  );
  for (const other of others) {
    const by = authorship(context, null, other.ref);
    await items.change(other.id, other.version, { ...other, status: 'replaced' }, by);
  }
  const needed = await needDecision(added, { items }, context);
  return { added, replaced: others.map(({ ref }) => ref), ...needed };
}

/**
 * Asks for the decision that a road back needs. What the roads that it replaces asked for is not needed any more;
 * the same decision of the same people is not asked for again.
 */
async function needDecision(
  recovery: PlanItem<'recovery'>,
  { items }: Uses<'items'>,
  context: Given<Doing>,
): Promise<Pick<PlannedRecovery, 'decision' | 'dropped'>> {
  const { objectiveId, title, due, detail, example } = recovery;
  const from = detail.decisionFrom;
  const past = (await listParts('recovery', [objectiveId], { items })).filter(
    ({ status }) => status === 'replaced',
  );
  const waiting = await waitingFor(past, { items });
  const same = waiting.find(
    (one) =>
      one.detail.from === from &&
      past.some((road) => isDecisionOf(one, road) && road.title === title),
  );
  const dropped = await dropDecisions(
    waiting.filter((one) => one !== same),
    `${recovery.ref} takes the place of the recovery action that needed it`,
    { items },
    context,
  );
  if (from === null) return { decision: null, dropped };
  const facts = { kind: 'decision', title: decisionWanted(title), status: 'needed', due } as const;
  if (same) {
    const now = { ...facts, originalDue: same.originalDue };
    const named = { ...same.detail, recovery: recovery.ref };
    const by = authorship(context, null, same.ref);
    await items.change(same.id, same.version, { ...now, detail: named }, by);
    return { decision: same.ref, dropped };
  }
  const asked = { from, by: null, on: null, outcome: null, recovery: recovery.ref };
  const added = await items.add(
    { ...facts, originalDue: null, detail: asked, objectiveId, example },
    authorship(context, null, 'decision'),
  );
  return { decision: added.ref, dropped };
}

/** The decisions that these recovery actions wait for. */
async function waitingFor(
  roads: readonly PlanItem<'recovery'>[],
  { items }: Reads<'items'>,
): Promise<PlanItem<'decision'>[]> {
  if (roads.length === 0) return [];
  const ids = [...new Set(roads.map(({ objectiveId }) => objectiveId))];
  return (await listParts('decision', ids, { items })).filter(
    (one) => one.status === 'needed' && roads.some((road) => isDecisionOf(one, road)),
  );
}

/** Withdraws decisions that nobody waits for any more; returns their references. */
async function dropDecisions(
  decisions: readonly PlanItem<'decision'>[],
  why: string,
  { items }: Uses<'items'>,
  context: Given<Doing>,
): Promise<string[]> {
  const dropped: string[] = [];
  for (const one of decisions) {
    const by = authorship(context, why, one.ref);
    if (await items.change(one.id, one.version, { ...one, status: 'withdrawn' }, by))
      dropped.push(one.ref);
  }
  return dropped;
}

export type FinishedRecovery = Pick<PlannedRecovery, 'dropped'> & {
  readonly done: PlanItem<'recovery'>;
};

/**
 * Records that the road back was taken; a decision that it waited for is not needed any more.
 * @param typed the reference of a recovery action; null: the open one
 * Refusals: `not-permitted`, `objective-closed`, `unknown-item`, `item-settled`, those of the note.
 */
export async function finishRecovery(
  objective: Objective,
  typed: string | null,
  words: string,
  context: Given<Doing | 'today', Reads<NoteNames | 'items'> & Commits<'items' | 'notifications'>>,
): Promise<Result<FinishedRecovery>> {
  const allowed = permitPart('update-objective', 'recovery', objective, context);
  if (!allowed.ok) return allowed;
  const start = `recovery ${objective.ref} done`;
  const note = await parseTypedNote(words, start, context);
  if (!note.ok) return note;
  const found = choosePart({
    ...{ objective, typed, status: 'open', start, rest: words },
    parts: await listParts('recovery', [objective.id], context.record),
  });
  if (!found.ok) return found;
  const facts = { ...found.value, status: 'done' } as const;
  let dropped: readonly string[] = [];
  const changed = await changePart(found.value, facts, objective, context, {
    note: note.value,
    also: async (done, { items }) => {
      const waiting = await waitingFor([done], { items });
      dropped = await dropDecisions(waiting, `${done.ref} is done without it`, { items }, context);
    },
  });
  return changed.ok ? ok({ done: changed.value, dropped }) : changed;
}

/** Those of the objectives that have an open road back. */
export async function withOpenRecovery(
  objectiveIds: readonly string[],
  record: Reads<'items'>,
): Promise<ReadonlySet<string>> {
  const items = await listParts('recovery', objectiveIds, record);
  return new Set(
    items.filter(({ status }) => status === 'open').map(({ objectiveId }) => objectiveId),
  );
}
