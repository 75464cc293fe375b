// The office lets another organisation's people write to PAP, with its reason, and takes it back.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { AllowLine } from '../domain/allowed-organisation.ts';
import { placeName } from '../messages/refusal-allowed.ts';
import type { AllowedOrganisation } from './allowed-organisation-ports.ts';

type ManageNeeds = Given<Doing, Commits<'allowedOrganisations' | 'audit' | 'peopleAdmin'>>;

/**
 * From now on people of that workspace or tenant may ask to be linked; each of them still takes the office's approval.
 * Refusals: `not-permitted`, `own-workspace`, `allowed-already`.
 */
export async function allowOrganisation(
  line: AllowLine,
  context: ManageNeeds,
): Promise<Result<true>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'people', 'admin people allow');
  if (!allowed.ok) return allowed;
  const { platform, tenantId, name, reason } = line;
  return await commitOnce(context, async ({ allowedOrganisations, peopleAdmin, audit }) => {
    await peopleAdmin.lock();
    if (await allowedOrganisations.isOwn(platform, tenantId))
      return refuse({ code: 'own-workspace', platform });
    const before = (await allowedOrganisations.list()).find(
      (one) => one.platform === platform && one.tenantId === tenantId,
    );
    if (before) return refuse({ code: 'allowed-already', name: before.name });
    await allowedOrganisations.add({ ...line, allowedById: actor.personId, at: now });
    await audit.append({
      kind: 'organisation-allowed',
      summary: `People of ${name} (${placeName(platform)} ${tenantId}) may write to PAP: ${reason}`,
      ...{ authorId: actor.personId, at: now },
    });
    return ok(true);
  });
}

/**
 * Takes it back: nobody of that workspace or tenant is answered any more, and their accounts are unlinked.
 * Refusals: `not-permitted`, `nothing-to-do`.
 * @returns how many accounts were unlinked
 */
export async function disallowOrganisation(
  { id, platform, tenantId, name }: Omit<AllowedOrganisation, 'linked'>,
  context: ManageNeeds,
): Promise<Result<number>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'people', 'admin people disallow');
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ allowedOrganisations, peopleAdmin, audit }) => {
    await peopleAdmin.lock();
    const ended = await allowedOrganisations.end(id, { endedById: actor.personId, at: now });
    if (!ended)
      return refuse({
        code: 'nothing-to-do',
        problem: `${name} is not allowed any more.`,
        look: 'admin people allowed',
      });
    await audit.append({
      kind: 'organisation-disallowed',
      summary: `People of ${name} (${placeName(platform)} ${tenantId}) may not write to PAP any more; accounts unlinked: ${ended.unlinked}`,
      ...{ authorId: actor.personId, at: now },
    });
    return ok(ended.unlinked);
  });
}
