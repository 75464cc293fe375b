// The road back from red: planned, replaced by a better one, done.
import type { Objective } from '../domain/objective.ts';
import type { PlanItem } from '../domain/plan-item.ts';
import { type RecoveryWords, readRecoveryWords } from '../domain/recovery.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { CommandContext } from './command.ts';
import { commitOnce } from './commit-once.ts';
import { findPerson } from './find-person.ts';
import { authorship, changePart, choosePart, listParts, permitPart } from './plan-parts.ts';
import type { Repositories } from './ports.ts';
import { readTypedNote } from './typed-note.ts';

export type PlannedRecovery = {
  readonly added: PlanItem<'recovery'>;
  /** References of those that it takes the place of. */
  readonly replaced: readonly string[];
  /** The reference of the decision that it needs, which then stands among those needed. */
  readonly decision: string | null;
};

/** Refusals: `not-permitted`, `objective-closed`, `usage`, `unknown-person`, those of the note. */
export async function planRecovery(
  objective: Objective,
  words: string,
  context: CommandContext,
): Promise<Result<PlannedRecovery>> {
  const allowed = permitPart('update-objective', 'recovery', objective, context);
  if (!allowed.ok) return allowed;
  const note = await readTypedNote(words, `recovery ${objective.ref}`, context);
  if (!note.ok) return note;
  const read = readRecoveryWords(note.value ?? '', context.today);
  if (!read) {
    const problem = `Say what is done, and by when: “recovery ${objective.ref} train the last six workers by 31 July who @name decision from SIAB”. The last two may be left out.`;
    return refuse({ code: 'usage', verb: 'recovery', problem });
  }
  const who = await nameOf(read.who, context);
  if (!who.ok) return who;
  return ok(
    await commitOnce(context, (repositories) =>
      save({ ...read, who: who.value }, objective, repositories, context),
    ),
  );
}

/** Whoever is mentioned has to be on the plan; other words may name a team. */
async function nameOf(who: string | null, context: CommandContext): Promise<Result<string | null>> {
  if (who === null) return ok(null);
  const person = await findPerson(who.replace(/[.,;]$/, ''), context);
  if (person.ok) return ok(person.value.name);
  return /^<?@/.test(who) ? person : ok(who);
}

/** The new one first: it holds the objective's row, so two at once do not both stay open. */
async function save(
  { what, due, who, decisionFrom }: RecoveryWords,
  objective: Objective,
  { items }: Repositories,
  context: CommandContext,
): Promise<PlannedRecovery> {
  const { id: objectiveId, example } = objective;
  const added = (await items.add(
    {
      ...{ kind: 'recovery', title: what, status: 'open', due, originalDue: null },
      ...{ detail: { who, decisionFrom }, objectiveId, example },
    },
    authorship(context),
  )) as PlanItem<'recovery'>;
  const others = (await listParts('recovery', [objective.id], { items })).filter(
    ({ id, status }) => status === 'open' && id !== added.id,
  );
  for (const other of others) {
    const by = authorship(context, null, other.ref);
    await items.change(other.id, other.version, { ...other, status: 'replaced' }, by);
  }
  const decision = await needDecision(added, { items }, context);
  return { added, replaced: others.map(({ ref }) => ref), decision };
}

/** A better road back that needs the same decision of the same people does not ask for it again. */
async function needDecision(
  { objectiveId, title, due, detail, example }: PlanItem<'recovery'>,
  { items }: Pick<Repositories, 'items'>,
  context: CommandContext,
): Promise<string | null> {
  const from = detail.decisionFrom;
  if (from === null) return null;
  const asked = (await listParts('decision', [objectiveId], { items })).find(
    (one) => one.status === 'needed' && one.title === title && one.detail.from === from,
  );
  if (asked) return asked.ref;
  const added = await items.add(
    {
      ...{ kind: 'decision', title, status: 'needed', due, originalDue: null },
      ...{ detail: { from, by: null, on: null, outcome: null }, objectiveId, example },
    },
    authorship(context, null, 'decision'),
  );
  return added.ref;
}

/** Refusals: `not-permitted`, `objective-closed`, `unknown-item`, those of the note. */
export async function finishRecovery(
  objective: Objective,
  words: string,
  context: CommandContext,
): Promise<Result<PlanItem<'recovery'>>> {
  const allowed = permitPart('update-objective', 'recovery', objective, context);
  if (!allowed.ok) return allowed;
  const start = `recovery ${objective.ref} done`;
  const note = await readTypedNote(words, start, context);
  if (!note.ok) return note;
  const found = choosePart({
    ...{ objective, typed: null, status: 'open', start, rest: words },
    parts: await listParts('recovery', [objective.id], context.record),
  });
  if (!found.ok) return found;
  const facts = { ...found.value, status: 'done' } as const;
  return await changePart(found.value, facts, objective, context, { note: note.value });
}

/** Those of the objectives that have an open road back. */
export async function withOpenRecovery(
  objectiveIds: readonly string[],
  record: Pick<Repositories, 'items'>,
): Promise<ReadonlySet<string>> {
  const items = await listParts('recovery', objectiveIds, record);
  return new Set(
    items.filter(({ status }) => status === 'open').map(({ objectiveId }) => objectiveId),
  );
}
