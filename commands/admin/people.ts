// `/pap admin people`: who is on the plan, what they may do, and which accounts speak for them.

import { answerErase } from '../../src/control/privacy/app/erase-lines.ts';
import { confirmMessage } from '../../src/core/message/messages/confirm.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../src/core/request/app/command.ts';
import type { Commits, Reads, Uses } from '../../src/core/request/app/ports.ts';
import { someDay } from '../../src/core/request/domain/date-result.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { ok } from '../../src/core/request/domain/result.ts';
import { decideLine, listRequests } from '../../src/people/accounts/app/account-lines.ts';
import { addPerson } from '../../src/people/accounts/app/manage-accounts.ts';
import {
  linkAccountLine,
  namesAccount,
  preferLine,
  unlinkLine,
} from '../../src/people/accounts/app/one-account-lines.ts';
import { allowLine, disallowLine, listAllowed } from '../../src/people/guests/app/allowed-lines.ts';
import { addressLine } from '../../src/people/people/app/change-addresses.ts';
import { changePerson } from '../../src/people/people/app/change-person.ts';
import { findAnybody } from '../../src/people/people/app/find-person.ts';
import { endRole, grantRole } from '../../src/people/people/app/manage-roles.ts';
import { parseNewPerson, parsePersonChange } from '../../src/people/people/app/parse-new-person.ts';
import { parseRole } from '../../src/people/people/app/parse-role.ts';
import { roleText } from '../../src/people/people/messages/identity.ts';
import {
  peopleMessage,
  personAddedMessage,
  personChangedMessage,
  personLeftMessage,
  personMessage,
  personReturnedMessage,
  roleMessage,
} from '../../src/people/people/messages/people.ts';
import { personLeaves, personReturns } from '../../src/plan/absences/app/person-leaves.ts';
import { listPeople } from '../../src/plan/overview/app/list-people.ts';
import { answerReach } from '../../src/plan/overview/app/load-reach.ts';

export const people = {
  name: 'people',
  summary: 'who is on the plan, their roles and accounts',
  usage:
    'admin people [@name|requests] [at <date>] | reach | add "<name>" <e-mail> <organisation> | change @name <name|e-mail|organisation> <as it is now> | address|unaddress @name <e-mail> | role|unrole @name <role> [theme <n>] [from <date>] [until <date>] | leave @name [on <date>] | return @name | erase @name because <reason> | link <n> @name | refuse <n> | link @name <slack|teams> <account> | unlink|prefer @name <slack|teams> [account] | allowed | allow <slack|teams> <id> "<name>" because <reason> | disallow <slack|teams> <id>',
  examples: [
    'admin people',
    'admin people reach',
    'admin people role @ella co-chair theme 1 from 1 Sep 2024 until 31 Mar 2025',
  ],
  asAt: {
    lines: (line) =>
      !/^(?:reach|add|change|address|unaddress|role|unrole|leave|return|erase|link|refuse|unlink|prefer|allow|allowed|disallow)(?=\s|$)/i.test(
        line,
      ),
    answer: ask,
  },
  access: permissionTable.people.says,
  async run(rest, context) {
    const allowed = permit(context.actor, 'people', 'admin people');
    if (!allowed.ok) return refused(allowed.refusal);
    const [, word = '', words = ''] = /^(\S*)\s*(.*)$/s.exec(rest) ?? [];
    const [, confirmed, line = ''] = /^(confirm\s+)?(.*)$/is.exec(words) ?? [];
    switch (word.toLowerCase()) {
      case 'reach':
        return await answerReach(words, context);
      case 'add':
        return await add(words, context);
      case 'change':
        return await change(words, context);
      case 'address':
      case 'unaddress':
        return await addressLine(word.toLowerCase() as 'address' | 'unaddress', words, context);
      case 'role':
        return await role(words, context);
      case 'unrole':
        return await unrole(line, confirmed !== undefined, context);
      case 'leave':
        return await leave(line, confirmed !== undefined, context);
      case 'return':
        return await back(words, context);
      case 'erase':
        return await answerErase(line, confirmed !== undefined, context);
      case 'link':
        return namesAccount(line)
          ? await linkAccountLine(line, confirmed !== undefined, context)
          : await decideLine('link', words, context);
      case 'refuse':
        return await decideLine('refuse', words, context);
      case 'unlink':
        return await unlinkLine(words, context);
      case 'prefer':
        return await preferLine(words, context);
      case 'allow':
        return await allowLine(words, context);
      case 'allowed':
        return await listAllowed(context);
      case 'disallow':
        return await disallowLine(line, confirmed !== undefined, context);
      default:
        return await ask(rest, context);
    }
  },
} satisfies Command;

type AskNeeds = Given<
  'actor' | 'now' | 'partnership' | 'today' | 'inbound',
  Reads<'kpis' | 'linkRequests' | 'objectives' | 'people' | 'peopleAdmin'>
>;

async function ask(line: string, context: AskNeeds): Promise<CommandResult> {
  const allowed = permit(context.actor, 'people', 'admin people');
  if (!allowed.ok) return refused(allowed.refusal);
  const [word = ''] = line.toLowerCase().split(/\s/, 1);
  switch (word) {
    case '':
    case 'list':
      return reply(peopleMessage(await listPeople(context)));
    case 'requests':
      return await listRequests(context);
    default:
      return await showOne(line, context);
  }
}

function unread(problem: string): CommandResult {
  return refused({ code: 'usage', verb: 'admin people', problem });
}

async function showOne(
  words: string,
  context: Given<
    'today' | 'inbound',
    Reads<'kpis' | 'linkRequests' | 'objectives' | 'people' | 'peopleAdmin'>
  >,
): Promise<CommandResult> {
  const person = await findAnybody(words, context);
  if (!person.ok) return refused(person.refusal);
  const { people: all } = await listPeople(context);
  const found = all.find(({ id }) => id === person.value.id);
  return found ? reply(personMessage(found)) : unread(`${person.value.name} has left.`);
}

async function add(
  words: string,
  context: Given<Doing | 'today', Reads<'organisations'> & Commits<'audit' | 'peopleAdmin'>>,
): Promise<CommandResult> {
  const read = await parseNewPerson(words, context.record);
  if (!read.ok) return refused(read.refusal);
  const result = await addPerson(read.value, context);
  if (!result.ok) return refused(result.refusal);
  const { name, email, organisation } = result.value;
  return recorded(personAddedMessage({ name, email, organisation: organisation.name }));
}

async function change(
  words: string,
  context: Parameters<typeof changePerson>[2] & Parameters<typeof parsePersonChange>[1],
): Promise<CommandResult> {
  const read = await parsePersonChange(words, context);
  if (!read.ok) return refused(read.refusal);
  const { person, change: asked } = read.value;
  const result = await changePerson(person, asked, context);
  return result.ok
    ? recorded(personChangedMessage(person.name, asked.field, result.value))
    : refused(result.refusal);
}

async function role(
  words: string,
  context: Given<
    Doing | 'partnership' | 'today' | 'terms',
    Reads<'kpis' | 'people'> & Commits<'audit' | 'notifications' | 'peopleAdmin'>
  >,
): Promise<CommandResult> {
  const read = await parseRole(words, context);
  if (!read.ok) return refused(read.refusal);
  const { span, ...request } = read.value;
  const result = await grantRole(request, span, context);
  if (!result.ok) return refused(result.refusal);
  return recorded(roleMessage(request.person.name, result.value.role, result.value.when));
}

type UnroleNeeds = Given<
  Doing | 'partnership' | 'today' | 'terms',
  Reads<'kpis' | 'people'> & Commits<'audit' | 'notifications' | 'people' | 'peopleAdmin'>
>;

async function unrole(
  words: string,
  confirmed: boolean,
  context: UnroleNeeds,
): Promise<CommandResult> {
  const read = await parseRole(words, context);
  if (!read.ok) return refused(read.refusal);
  const { person, role: name, theme } = read.value;
  if (!confirmed) {
    const text = roleText(name, theme ?? undefined);
    return reply(
      confirmMessage(
        `End the role of ${person.name}: ${text}?`,
        'They lose what it lets them do from today on.',
        `admin people unrole confirm ${words}`,
      ),
    );
  }
  const result = await endRole(read.value, context);
  if (!result.ok) return refused(result.refusal);
  return recorded(roleMessage(person.name, result.value.role, result.value.when));
}

type LeaveNeeds = Given<
  Doing | 'partnership' | 'today' | 'terms',
  Reads<'people'> &
    Uses<'peopleAdmin'> &
    Commits<
      | 'absences'
      | 'audit'
      | 'handovers'
      | 'history'
      | 'notifications'
      | 'objectives'
      | 'people'
      | 'peopleAdmin'
    >
>;

async function leave(
  words: string,
  confirmed: boolean,
  context: LeaveNeeds,
): Promise<CommandResult> {
  const { today } = context;
  const [, who = '', when] = /^(.*?)(?:(?<!\s)\s+on\s+(.+))?$/is.exec(words) ?? [];
  if (who === '') return unread('Say who has left, for example “admin people leave @ella”.');
  const person = await findAnybody(who, context);
  if (!person.ok) return refused(person.refusal);
  const read = when === undefined ? ok(today) : someDay(when, 'past', context);
  if (!read.ok) return refused(read.refusal);
  if (today.until(read.value).days > 0)
    return unread('A day that is still to come cannot be recorded: type this on that day.');
  if (!confirmed) {
    const owned = await context.record.peopleAdmin.ownedBy(person.value.id, today);
    const refs = owned.map(({ ref }) => ref).join(', ');
    return reply(
      confirmMessage(
        `Has ${person.value.name} left?`,
        `Their accounts and roles end${refs ? `, and without another owner these become vacant: ${refs}` : ''}. What they recorded stays.`,
        `admin people leave confirm ${words}`,
      ),
    );
  }
  const result = await personLeaves(person.value, read.value, context);
  return result.ok ? recorded(personLeftMessage(result.value)) : refused(result.refusal);
}

async function back(
  words: string,
  context: Given<
    Doing | 'today',
    Reads<'people' | 'peopleAdmin'> & Commits<'audit' | 'history' | 'objectives' | 'peopleAdmin'>
  >,
): Promise<CommandResult> {
  const person = await findAnybody(words, context);
  if (!person.ok) return refused(person.refusal);
  const result = await personReturns(person.value, context);
  return result.ok
    ? recorded(personReturnedMessage(person.value.name, result.value))
    : refused(result.refusal);
}
