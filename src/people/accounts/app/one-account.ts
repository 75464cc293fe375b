// One account of a person: linked, taken away, or preferred to their others. What the office took away no job links again.

import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Party } from '../../people/app/people-ports.ts';
import type { LinkedAccount } from '../../people/domain/choose-account.ts';
import { platformName } from '../../people/messages/identity.ts';
import { accountLinkedMessage, accountPreferredMessage } from '../messages/link-request.ts';
import { resendDead } from './resend-dead.ts';

type Ports = 'accountSearches' | 'audit' | 'notifications' | 'peopleAdmin';

/** Refusals: `not-permitted`, `nothing-to-do`, where it speaks for them already, `usage`, where it speaks for somebody else. */
export async function linkAccount(
  person: Party,
  account: LinkedAccount,
  context: Given<Doing | 'partnership' | 'today', Commits<Ports>>,
): Promise<Result<true>> {
  const { actor, now, today, inbound } = context;
  const allowed = permit(actor, 'people', 'admin people link');
  if (!allowed.ok) return allowed;
  const platform = platformName(account.platform);
  return await commitOnce(context, async ({ peopleAdmin, audit, notifications }) => {
    await peopleAdmin.lock();
    const all = await peopleAdmin.list(today);
    const holder = all.find((one) => one.accounts.some((each) => isSame(each, account)));
    if (holder?.id === person.id) {
      const problem = `That account in ${platform} speaks for ${person.name} already.`;
      return refuse({ code: 'nothing-to-do', problem, look: `admin people ${holder.email}` });
    }
    if (!(await peopleAdmin.adoptAccount(person.id, account, now))) {
      const problem = `That account in ${platform} speaks for ${holder?.name ?? 'somebody else'}. Unlink it there first: “admin people unlink ${holder?.email ?? '@name'} ${account.platform} ${account.userId}”.`;
      return refuse({ code: 'usage', verb: 'admin people', problem });
    }
    const summary = `An account in ${platform} was linked to ${person.name}`;
    await audit.append({ kind: 'account-linked', summary, authorId: actor.personId, at: now });
    const message = accountLinkedMessage(person.name, platform);
    const intent = `account-linked:${inbound.requestId}`;
    await notifications.enqueue([noticeTo(person.id, intent, message, context)]);
    await resendDead({ notifications }, person.id, now);
    return ok(true);
  });
}

/**
 * Takes accounts on a platform away.
 * @param userId null: all that they have there
 * Refusals: `not-permitted`, `nothing-to-do` when there is none. @returns how many
 */
export async function unlinkAccounts(
  person: Party,
  platform: 'slack' | 'teams',
  userId: string | null,
  context: Given<Doing | 'today', Commits<'accountSearches' | 'audit' | 'peopleAdmin'>>,
): Promise<Result<number>> {
  const { actor, now, today } = context;
  const allowed = permit(actor, 'people', 'admin people unlink');
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ accountSearches, peopleAdmin, audit }) => {
    await peopleAdmin.lock();
    const own = (await peopleAdmin.list(today)).find(({ id }) => id === person.id)?.accounts ?? [];
    const meant = own.filter(
      (one) => one.platform === platform && (userId === null || one.userId === userId),
    );
    if (meant.length === 0) {
      const which = userId === null ? 'no account' : 'no such account';
      const problem = `${person.name} has ${which} in ${platformName(platform)}.`;
      return refuse({ code: 'nothing-to-do', problem, look: `admin people ${person.name}` });
    }
    for (const account of meant) {
      await peopleAdmin.unlink(person.id, account);
      const { tenantId } = account;
      await accountSearches.note({
        ...{ platform, tenantId, personId: person.id, lookedAt: now, outcome: 'unlinked' },
      });
    }
    const count = meant.length;
    const summary = `${person.name}: ${count === 1 ? 'the account' : `${count} accounts`} in ${platformName(platform)} unlinked`;
    await audit.append({ kind: 'account-unlinked', summary, authorId: actor.personId, at: now });
    return ok(count);
  });
}

/** From now on messages go there as long as it takes them. Refusals: `not-permitted`, `nothing-to-do`. */
export async function preferAccount(
  person: Party,
  platform: 'slack' | 'teams',
  userId: string | null,
  context: Given<
    Doing | 'partnership' | 'today',
    Commits<'audit' | 'notifications' | 'peopleAdmin'>
  >,
): Promise<Result<true>> {
  const { actor, now, today, inbound } = context;
  const allowed = permit(actor, 'people', 'admin people prefer');
  if (!allowed.ok) return allowed;
  const name = platformName(platform);
  return await commitOnce(context, async ({ peopleAdmin, audit, notifications }) => {
    await peopleAdmin.lock();
    const own = (await peopleAdmin.list(today)).find(({ id }) => id === person.id)?.accounts ?? [];
    const account = own.find(
      (one) => one.platform === platform && (userId === null || one.userId === userId),
    );
    if (!account) {
      const problem = `${person.name} has no such account in ${name}.`;
      return refuse({ code: 'nothing-to-do', problem, look: `admin people ${person.name}` });
    }
    await peopleAdmin.prefer(person.id, account, now);
    const summary = `${person.name}: an account in ${name} is preferred`;
    await audit.append({ kind: 'account-preferred', summary, authorId: actor.personId, at: now });
    const intent = `account-preferred:${inbound.requestId}`;
    await notifications.enqueue([
      noticeTo(person.id, intent, accountPreferredMessage(name), context),
    ]);
    return ok(true);
  });
}

function isSame(one: LinkedAccount, other: LinkedAccount): boolean {
  return (
    one.platform === other.platform &&
    one.tenantId === other.tenantId &&
    one.userId === other.userId
  );
}
