// The lines of `admin people` that are about requests to be linked.

import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { refuseSeveral } from '../../../core/request/app/several-numbers.ts';
import { parseNumberList } from '../../../core/request/domain/number-list.ts';
import { isExpired } from '../../guests/domain/link-expiry.ts';
import { findAnybody } from '../../people/app/find-person.ts';
import { accountMessage } from '../../people/messages/people.ts';
import { linkRequestsMessage } from '../messages/link-request.ts';
import { decideLink } from './manage-accounts.ts';
import { linkFacts } from './request-link.ts';

/** The requests of accounts to be linked that wait. */
export async function listRequests({
  record,
  partnership,
  now,
}: Given<'now' | 'partnership', Reads<'linkRequests' | 'people'>>): Promise<CommandResult> {
  const [open, known] = await Promise.all([record.linkRequests.listOpen(), record.people.list()]);
  const waiting = open.filter((one) => !isExpired(one, now));
  return reply(
    linkRequestsMessage(waiting.map((one) => linkFacts(one, known, partnership.timeZone))),
  );
}

type DecideNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<'linkRequests' | 'people' | 'peopleAdmin'> &
    Commits<'allowedOrganisations' | 'audit' | 'linkRequests' | 'notifications' | 'peopleAdmin'>
>;

/** `link 3 @ella` or `refuse 3`. */
export async function decideLine(
  word: string,
  words: string,
  context: DecideNeeds,
): Promise<CommandResult> {
  const read = parseNumberList(words);
  const who = read?.words ?? '';
  const numbers = [...(read?.numbers ?? []), ...(read?.unclear ?? [])];
  const several = refuseSeveral(numbers, (one) => `admin people ${word} ${one} ${who}`, null);
  if (several && !several.ok) return refused(several.refusal);
  const [number] = numbers;
  if (number === undefined || (word === 'link') !== (who !== ''))
    return usage(
      'Say which request: “admin people link 3 @ella” or “admin people refuse 3”; “admin people requests” lists them.',
    );
  const request = await context.record.linkRequests.find(number);
  const list = 'admin people requests';
  if (!request) return refused({ code: 'no-such-number', kind: 'link request', number, list });
  if (word === 'refuse') {
    const result = await decideLink(request, null, context);
    if (!result.ok) return refused(result.refusal);
    return recorded(
      accountMessage(`Request ${number} is refused`, 'The account stays without any access.'),
    );
  }
  const person = await findAnybody(who, context);
  if (!person.ok) return refused(person.refusal);
  if (!person.value.active) return usage(`${person.value.name} has left.`);
  const result = await decideLink(request, person.value, context);
  if (!result.ok) return refused(result.refusal);
  const text = `The account in ${result.value} speaks for ${person.value.name} from now on.`;
  return recorded(accountMessage(`Request ${number} is approved`, text));
}

function usage(problem: string): CommandResult {
  return refused({ code: 'usage', verb: 'admin people', problem });
}
