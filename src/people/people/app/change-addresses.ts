// The further e-mail addresses of a person: another organisation's, or one that they sign in with. Accounts are found by each
// of them. The person is told, because an address decides which accounts speak for them.

import { noticesTo } from '../../../core/outbox/app/notice.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
} from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { hasAddress, MOST_FURTHER } from '../domain/addresses.ts';
import { addressChangedMessage, ownAddressMessage } from '../messages/addresses.ts';
import { findAnybody } from './find-person.ts';
import { parseAddress } from './parse-new-person.ts';
import type { Party, PersonRecord } from './people-ports.ts';

const VERB = 'admin people';

type ChangeNeeds = Given<
  Doing | 'partnership' | 'today',
  Commits<'audit' | 'notifications' | 'peopleAdmin'>
>;

/** `address @sam sam@trust.example`, and `unaddress` the same. */
export async function addressLine(
  word: 'address' | 'unaddress',
  { who, email }: { readonly who: string; readonly email: string },
  context: ChangeNeeds & Given<'today' | 'inbound', Reads<'people' | 'peopleAdmin'>>,
): Promise<CommandResult> {
  const address = parseAddress(email, word);
  if (!address.ok) return refused(address.refusal);
  const person = await findAnybody(who, context);
  if (!person.ok) return refused(person.refusal);
  const result = await changeAddresses(person.value, address.value, word, context);
  return result.ok
    ? recorded(addressChangedMessage(result.value, address.value, word === 'address'))
    : refused(result.refusal);
}

/**
 * Adds or takes away a further address of the person; the main one is changed by `changePerson`. Accounts that are linked stay.
 * @param address in lower case
 * Refusals: `not-permitted`, `nothing-to-do`, `on-the-plan-already`, `usage`.
 * @returns all their addresses afterwards, the main one first
 */
export async function changeAddresses(
  person: Party,
  address: string,
  word: 'address' | 'unaddress',
  context: ChangeNeeds,
): Promise<Result<Pick<PersonRecord, 'name' | 'email' | 'furtherEmails'>>> {
  const { actor, now, today, inbound } = context;
  const allowed = permit(actor, 'people', `admin people ${word}`);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ peopleAdmin, audit, notifications }) => {
    await peopleAdmin.lock();
    const all = await peopleAdmin.list(today);
    const known = all.find(({ id }) => id === person.id);
    if (!known) throw new Error('a person who was found is not on the plan');
    const isAdded = word === 'address';
    const further = isAdded ? withAddress(known, address, all) : withoutAddress(known, address);
    if (!further.ok) return further;
    await peopleAdmin.change(person.id, { furtherEmails: further.value });
    // An address stays out of what is kept for good.
    const summary = `${known.name}: a further e-mail address was ${isAdded ? 'added' : 'taken away'}`;
    const kind = 'person-changed';
    await audit.append({ kind, summary, authorId: actor.personId, at: now });
    const told = known.active ? [person.id] : [];
    const message = ownAddressMessage(address, isAdded);
    const intent = `person-address:${inbound.requestId}`;
    await notifications.enqueue(noticesTo(told, intent, message, context));
    return ok({ ...known, furtherEmails: further.value });
  });
}

/**
 * Nobody has an address of somebody else, whichever of theirs it is.
 * @param own whose it may be; null: nobody's
 * @returns the refusal `on-the-plan-already`; null: it is free
 */
export function takenBy(
  address: string,
  own: PersonRecord | null,
  all: readonly PersonRecord[],
): Result<never> | null {
  const other = all.find((one) => one.id !== own?.id && hasAddress(one, address));
  if (!other) return null;
  const { name, active } = other;
  return refuse({ code: 'on-the-plan-already', name, email: address, left: !active });
}

function withAddress(
  known: PersonRecord,
  address: string,
  all: readonly PersonRecord[],
): Result<readonly string[]> {
  const { name, email, furtherEmails } = known;
  const look = `admin people ${email}`;
  if (hasAddress(known, address))
    return refuse({ code: 'nothing-to-do', problem: `${name} has that address already.`, look });
  const taken = takenBy(address, known, all);
  if (taken) return taken;
  if (furtherEmails.length < MOST_FURTHER) return ok([...furtherEmails, address]);
  const problem = `${name} has ${MOST_FURTHER} further addresses, and more aren't kept. Take one away first: “admin people unaddress ${email} ${furtherEmails[0]}”.`;
  return refuse({ code: 'usage', verb: VERB, problem });
}

function withoutAddress(
  { name, email, furtherEmails }: PersonRecord,
  address: string,
): Result<readonly string[]> {
  if (furtherEmails.includes(address)) return ok(furtherEmails.filter((one) => one !== address));
  const problem =
    address === email
      ? `That is the main address of ${name}, which is changed and not taken away: “admin people change ${email} e-mail …”.`
      : `${name} has no such address.`;
  return refuse({ code: 'nothing-to-do', problem, look: `admin people ${email}` });
}
