// A person's name, addresses and words go; what they did, when, and every rating stay, and so does the seal.
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { relabelledWhole } from '../domain/traces.ts';
import { type ErasurePlan, planErasure } from './plan-erasure.ts';

export type ErasedPerson = { readonly id: string; readonly name: string; readonly active: boolean };
type Records = Uses<'erasing' | 'retention'>;

/** What erasing them would change. Refusals: `still-on-the-plan`, `nothing-to-do`, `on-hold`. */
export async function previewErasure(
  person: ErasedPerson,
  records: Records,
  context: Given<'today'>,
): Promise<Result<ErasurePlan>> {
  const nothing = {
    code: 'nothing-to-do',
    problem: `${person.name} is erased already.`,
    look: 'admin people',
  } as const;
  if (person.active) return refuse({ code: 'still-on-the-plan', name: person.name });
  const erased = (await records.erasing.list()).some(({ personId }) => personId === person.id);
  if (erased) return refuse(nothing);
  const hold = (await records.retention.holds()).find(
    (one) => one.person === null || one.person.id === person.id,
  );
  if (hold)
    return refuse({
      ...{ code: 'on-hold', name: person.name, hold: hold.number },
      why: hold.reason,
    });
  const plan = await planErasure(person.id, records, context);
  return plan ? ok(plan) : refuse(nothing);
}

/** Erases them in one transaction, on the record of why. Refusals: those of the preview. */
export async function erasePerson(
  person: ErasedPerson,
  reason: string,
  context: Given<Doing | 'today', Commits<'audit' | 'erasing' | 'peopleAdmin' | 'retention'>>,
): Promise<Result<ErasurePlan>> {
  return await commitOnce(context, async (repositories) => {
    const { audit, peopleAdmin } = repositories;
    const { actor, now } = context;
    await peopleAdmin.lock();
    const plan = await previewErasure(person, repositories, context);
    if (!plan.ok) return plan;
    const byId = actor.personId;
    await carryOut(plan.value, { personId: person.id, reason, byId }, repositories, context);
    await audit.append({
      kind: 'person-erased',
      summary: `${plan.value.traces.label}: name, addresses and words were erased`,
      authorId: byId,
      at: now,
    });
    return plan;
  });
}

/** Writes what was planned, in the caller's transaction. */
export async function carryOut(
  plan: ErasurePlan,
  why: { readonly personId: string; readonly reason: string; readonly byId: string | null },
  { erasing }: Uses<'erasing'>,
  { now }: Given<'now'>,
): Promise<void> {
  const { traces, email, entries, items, texts, rows, outside } = plan;
  // Whoever writes why may well name them.
  const reason = relabelledWhole(why.reason, traces);
  const kind = why.byId === null ? 'retention' : 'person';
  const { id } = await erasing.begin({ ...why, kind, reason, at: now });
  for (const one of entries) await erasing.putEntry(one.id, one.text);
  for (const one of items) await erasing.putItem(one.id, one.item);
  for (const { column, id: row, value } of texts) await erasing.putText(column, row, value);
  await erasing.putPerson(why.personId, { name: traces.label, email, key: email });
  await erasing.finish(id, { rows: Object.fromEntries(rows), outside });
}
