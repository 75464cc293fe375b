// Organisations are added, renamed, and get another kind.

import { looseName } from '../../../core/message/domain/text-ends.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import type { Organisation } from './organisation-ports.ts';

const VERB = 'admin organisation';

type ManageNeeds = Given<Doing, Commits<'audit' | 'organisations' | 'peopleAdmin'>>;

/** Refusals: `not-permitted`, `name-taken`. */
export async function addOrganisation(
  { name, kind }: { readonly name: string; readonly kind: OrganisationKind },
  context: ManageNeeds,
): Promise<Result<true>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'structure', `${VERB} add`);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ organisations, peopleAdmin, audit }) => {
    await peopleAdmin.lock();
    const taken = takenBy(name, await organisations.list());
    if (taken) return refuseTaken(taken);
    await organisations.add({ name, kind });
    const summary = `The organisation ${name} was added`;
    await audit.append({ kind: 'organisation-added', summary, authorId: actor.personId, at: now });
    return ok(true);
  });
}

/** Refusals: `not-permitted`, `name-taken`. */
export async function changeOrganisation(
  { id, name: before }: Pick<Organisation, 'id' | 'name'>,
  change: { readonly name?: string; readonly kind?: OrganisationKind },
  context: ManageNeeds,
): Promise<Result<true>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'structure', `${VERB} rename`);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ organisations, peopleAdmin, audit }) => {
    await peopleAdmin.lock();
    const others = (await organisations.list()).filter((one) => one.id !== id);
    const taken = change.name === undefined ? undefined : takenBy(change.name, others);
    if (taken) return refuseTaken(taken);
    await organisations.change(id, change);
    const summary =
      change.name === undefined
        ? `The organisation ${before}: kind ${change.kind}`
        : `The organisation ${before} is called ${change.name}`;
    const kind = 'organisation-changed';
    await audit.append({ kind, summary, authorId: actor.personId, at: now });
    return ok(true);
  });
}

/** Two names that people would take for one are one. */
function takenBy(name: string, all: readonly Organisation[]): Organisation | undefined {
  return all.find((one) => looseName(one.name) === looseName(name));
}

function refuseTaken({ name }: Organisation): Result<never> {
  return refuse({ code: 'name-taken', what: 'organisation', name, list: VERB });
}
