// What `whoami` and `link` say of the person who asks.

import type { Block } from '../../../core/message/messages/message.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { identityBlocks } from '../messages/identity.ts';

const NOTHING = { accounts: [], furtherEmails: [] };

/** Organisation, roles with their days, and linked accounts. */
export async function ownDetails({
  actor,
  record,
  today,
}: Given<'actor' | 'today', Reads<'kpis' | 'people' | 'peopleAdmin'>>): Promise<Block[]> {
  const [details, people, themes] = await Promise.all([
    record.people.details(actor.personId),
    record.peopleAdmin.list(today),
    record.kpis.themes(),
  ]);
  const grants = people.find(({ id }) => id === actor.personId)?.roles ?? [];
  return identityBlocks(actor, details ?? NOTHING, themes, { grants, today });
}
