// A person's name, address or organisation changes. What was recorded before keeps what it said then, and they are told.

import { noticesTo } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { ownDetailsMessage } from '../messages/people.ts';
import { takenBy } from './change-addresses.ts';
import type { PersonChange } from './parse-new-person.ts';
import type { Party, PersonRecord } from './people-ports.ts';

/** Refusals: `not-permitted`, `nothing-to-do`, `on-the-plan-already`. @returns what it was and what it is, in words */
export async function changePerson(
  person: Party,
  change: PersonChange,
  context: Given<
    Doing | 'partnership' | 'today',
    Commits<'audit' | 'notifications' | 'peopleAdmin'>
  >,
): Promise<Result<{ readonly before: string; readonly after: string }>> {
  const { actor, now, today, inbound } = context;
  const allowed = permit(actor, 'people', 'admin people change');
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ peopleAdmin, audit, notifications }) => {
    await peopleAdmin.lock();
    const all = await peopleAdmin.list(today);
    const known = all.find(({ id }) => id === person.id);
    if (!known) throw new Error('a person who was found is not on the plan');
    const [before, after] = [wordsOf(known, change), wordsTo(change)];
    if (before === after) {
      const problem = `${known.name} has that ${change.field} already.`;
      return refuse({ code: 'nothing-to-do', problem, look: `admin people ${known.email}` });
    }
    const taken = change.field === 'e-mail' ? takenBy(change.to, known, all) : null;
    if (taken) return taken;
    await peopleAdmin.change(person.id, factsOf(change, known));
    // An address stays out of what is kept for good.
    const summary =
      change.field === 'e-mail'
        ? `${known.name}: the e-mail address was changed`
        : `${before}: ${change.field} ${after}`;
    const words = change.field === 'organisation' ? `${known.name}: ${summary}` : summary;
    const kind = 'person-changed';
    await audit.append({ kind, summary: words, authorId: actor.personId, at: now });
    const intent = `person-changed:${inbound.requestId}`;
    const told = known.active ? [person.id] : [];
    const message = ownDetailsMessage(change.field, before, after);
    await notifications.enqueue(noticesTo(told, intent, message, context));
    return ok({ before, after });
  });
}

function wordsOf({ name, email, organisation }: PersonRecord, { field }: PersonChange): string {
  return { name, 'e-mail': email, organisation }[field];
}

function wordsTo(change: PersonChange): string {
  return change.field === 'organisation' ? change.to.name : change.to;
}

function factsOf(change: PersonChange, known: PersonRecord) {
  switch (change.field) {
    case 'name':
      return { name: change.to };
    case 'e-mail': {
      // Where it was theirs already it becomes the main one, and the main one stays theirs.
      const { email, furtherEmails } = known;
      const further = furtherEmails.map((one) => (one === change.to ? email : one));
      return { email: change.to, furtherEmails: further };
    }
    case 'organisation':
      return { organisationId: change.to.id };
    default:
      return change satisfies never;
  }
}
