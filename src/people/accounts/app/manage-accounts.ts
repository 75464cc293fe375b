// Who is put on the plan, and which accounts speak for whom.

import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Uses } from '../../../core/request/app/ports.ts';
import { isChat } from '../../../core/request/domain/platform.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { GUEST_REQUEST_DAYS, isExpired } from '../../guests/domain/link-expiry.ts';
import { guestKindText } from '../../guests/messages/guest.ts';
import { takenBy } from '../../people/app/change-addresses.ts';
import type { Party } from '../../people/app/people-ports.ts';
import type { NewPerson } from '../../people/app/person-ports.ts';
import { platformName } from '../../people/messages/identity.ts';
import { accountLinkedMessage } from '../messages/link-request.ts';
import type { LinkRequest } from './link-request-ports.ts';
import { resendDead } from './resend-dead.ts';

/** Refusal: `on-the-plan-already`. */
export async function addPerson(
  { name, email, organisation }: NewPerson,
  context: Given<Doing | 'today', Commits<'audit' | 'peopleAdmin'>>,
): Promise<Result<NewPerson>> {
  const { actor, now, today } = context;
  return await commitOnce(context, async ({ peopleAdmin, audit }) => {
    await peopleAdmin.lock();
    const taken = takenBy(email, null, await peopleAdmin.list(today));
    if (taken) return taken;
    await peopleAdmin.add({ name, email, organisationId: organisation.id });
    const summary = `${name}, ${organisation.name}, was put on the plan`;
    await audit.append({ kind: 'person-added', summary, authorId: actor.personId, at: now });
    return ok({ name, email, organisation });
  });
}

/** Rolls back a decision that cannot be carried out. */
class CannotLink extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Links the account of a request, or refuses it.
 * @param person null: refused
 * Refusals: `agreement-over`, `account-taken`, `link-request-expired`, `organisation-not-allowed`.
 */
export async function decideLink(
  request: LinkRequest,
  person: Party | null,
  context: Given<
    Doing | 'partnership',
    Commits<'allowedOrganisations' | 'audit' | 'linkRequests' | 'notifications' | 'peopleAdmin'>
  >,
): Promise<Result<string>> {
  const { actor, now } = context;
  const { id, number, account, guest } = request;
  const platform = platformName(account.platform);
  if (person && request.state === 'open' && isExpired(request, now))
    return refuse({ code: 'link-request-expired', number, days: GUEST_REQUEST_DAYS });
  const state = person ? ('approved' as const) : ('refused' as const);
  try {
    return await commitOnce(context, async (repositories) => {
      const { linkRequests, peopleAdmin, audit, notifications } = repositories;
      await peopleAdmin.lock();
      const decision = {
        state,
        personId: person?.id ?? null,
        decidedById: actor.personId,
        at: now,
      };
      if (!(await linkRequests.decide(id, decision))) {
        const before = (await linkRequests.find(number))?.state ?? 'decided';
        return refuse({ code: 'agreement-over', kind: 'link request', number, state: before });
      }
      if (
        person &&
        guest?.kind === 'other_organisation' &&
        !(await isAllowed(request, repositories))
      )
        throw new CannotLink({ code: 'organisation-not-allowed', number });
      const outsideTenantId = guest?.outsideTenantId ?? null;
      const linked = { ...account, outsideTenantId };
      if (person && !(await peopleAdmin.adoptAccount(person.id, linked, now)))
        throw new CannotLink({ code: 'account-taken', number });
      await audit.append({
        kind: person ? 'account-linked' : 'link-refused',
        summary: person
          ? `An account in ${platform}${guest ? `, ${guestKindText[guest.kind]},` : ''} was linked to ${person.name} (request ${number})`
          : `Request ${number} to link an account in ${platform} was refused`,
        authorId: actor.personId,
        at: now,
      });
      if (person) {
        const message = accountLinkedMessage(person.name, platform);
        await notifications.enqueue([noticeTo(person.id, `link:${id}:approved`, message, context)]);
        await resendDead({ notifications }, person.id, now);
      }
      return ok(platform);
    });
  } catch (error) {
    if (error instanceof CannotLink) return refuse(error.refusal);
    throw error;
  }
}

/** It may have been taken back since they wrote. */
async function isAllowed(
  { account: { platform }, guest }: LinkRequest,
  { allowedOrganisations }: Uses<'allowedOrganisations'>,
): Promise<boolean> {
  const outside = guest?.outsideTenantId ?? null;
  if (outside === null || !isChat(platform)) return false;
  return await allowedOrganisations.allows(platform, outside);
}
