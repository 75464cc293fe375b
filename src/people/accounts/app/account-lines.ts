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
import { parseNumbers, refuseSeveral } from '../../../core/request/app/several-numbers.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { isExpired } from '../../guests/domain/link-expiry.ts';
import { findAnybody } from '../../people/app/find-person.ts';
import { accountMessage } from '../../people/messages/people.ts';
import { linkRequestsMessage } from '../messages/link-request.ts';
import type { LinkRequest } from './link-request-ports.ts';
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

/** `link 3 @ella`. */
export async function linkLine(
  numbers: string,
  who: string,
  context: DecideNeeds,
): Promise<CommandResult> {
  const request = await findRequest(numbers, (one) => `link ${one} ${who}`, context);
  if (!request.ok) return refused(request.refusal);
  const person = await findAnybody(who, context);
  if (!person.ok) return refused(person.refusal);
  if (!person.value.active) return usage(`${person.value.name} has left.`);
  const result = await decideLink(request.value, person.value, context);
  if (!result.ok) return refused(result.refusal);
  const text = `The account in ${result.value} speaks for ${person.value.name} from now on.`;
  return recorded(accountMessage(`Request ${request.value.number} is approved`, text));
}

/** `refuse 3`. */
export async function refuseLine(numbers: string, context: DecideNeeds): Promise<CommandResult> {
  const request = await findRequest(numbers, (one) => `refuse ${one}`, context);
  if (!request.ok) return refused(request.refusal);
  const result = await decideLink(request.value, null, context);
  if (!result.ok) return refused(result.refusal);
  const title = `Request ${request.value.number} is refused`;
  return recorded(accountMessage(title, 'The account stays without any access.'));
}

/** Refusals: `several-numbers`, `no-such-number`. */
async function findRequest(
  typed: string,
  lineOf: (number: number) => string,
  { record }: Given<never, Reads<'linkRequests'>>,
): Promise<Result<LinkRequest>> {
  const numbers = parseNumbers(typed) ?? [];
  const several = refuseSeveral(numbers, (one) => `admin people ${lineOf(Number(one))}`, null);
  if (several) return several;
  const number = numbers[0] ?? 0;
  const request = await record.linkRequests.find(number);
  const list = 'admin people requests';
  return request
    ? ok(request)
    : refuse({ code: 'no-such-number', kind: 'link request', number, list });
}

function usage(problem: string): CommandResult {
  return refused({ code: 'usage', verb: 'admin people', problem });
}
