// The lines of `admin people` that give a role and end one.

import { confirmMessage } from '../../../core/message/messages/confirm.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { roleText } from '../messages/identity.ts';
import { roleMessage } from '../messages/people.ts';
import { endRole, grantRole } from './manage-roles.ts';
import { parseRole, type SaidRole } from './parse-role.ts';

/** `role @ella co-chair theme 1 from 1 Sep 2024`. */
export async function giveRoleLine(
  said: SaidRole,
  context: Given<
    Doing | 'partnership' | 'today' | 'terms',
    Reads<'kpis' | 'people'> & Commits<'audit' | 'notifications' | 'peopleAdmin'>
  >,
): Promise<CommandResult> {
  const read = await parseRole(said, context);
  if (!read.ok) return refused(read.refusal);
  const { span, ...request } = read.value;
  const result = await grantRole(request, span, context);
  if (!result.ok) return refused(result.refusal);
  return recorded(roleMessage(request.person.name, result.value.role, result.value.when));
}

/**
 * `unrole @ella co-chair theme 1`: once confirmed.
 * @param again the line that confirms it
 */
export async function endRoleLine(
  said: SaidRole & { readonly confirm: string },
  again: string,
  context: Given<
    Doing | 'partnership' | 'today' | 'terms',
    Reads<'kpis' | 'people'> & Commits<'audit' | 'notifications' | 'people' | 'peopleAdmin'>
  >,
): Promise<CommandResult> {
  const read = await parseRole(said, context);
  if (!read.ok) return refused(read.refusal);
  const { person, role, theme } = read.value;
  if (said.confirm === '') {
    const question = `End the role of ${person.name}: ${roleText(role, theme ?? undefined)}?`;
    return reply(confirmMessage(question, 'They lose what it lets them do from today on.', again));
  }
  const result = await endRole(read.value, context);
  if (!result.ok) return refused(result.refusal);
  return recorded(roleMessage(person.name, result.value.role, result.value.when));
}
