// `/pap admin people`: who is on the plan, what they may do, and which accounts speak for them.

import { answerErase } from '../../src/control/privacy/app/erase-lines.ts';
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
import { refuseSeveral } from '../../src/core/request/app/several-numbers.ts';
import { someDay } from '../../src/core/request/domain/date-result.ts';
import { parseNumberList } from '../../src/core/request/domain/number-list.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { ok } from '../../src/core/request/domain/result.ts';
import {
  addPerson,
  decideLink,
  unlinkAccounts,
} from '../../src/people/accounts/app/manage-accounts.ts';
import { linkFacts } from '../../src/people/accounts/app/request-link.ts';
import { linkRequestsMessage } from '../../src/people/accounts/messages/link-request.ts';
import { findAnybody } from '../../src/people/people/app/find-person.ts';
import { endRole, grantRole } from '../../src/people/people/app/manage-roles.ts';
import { parseNewPerson } from '../../src/people/people/app/parse-new-person.ts';
import { parseRole } from '../../src/people/people/app/parse-role.ts';
import { roleText } from '../../src/people/people/messages/identity.ts';
import {
  accountMessage,
  confirmMessage,
  peopleMessage,
  personAddedMessage,
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
    'admin people [@name|requests] [at <date>] | reach | add "<name>" <e-mail> <organisation> | role|unrole @name <role> [theme <n>] [from <date>] [until <date>] | leave @name [on <date>] | return @name | erase @name because <reason> | link <n> @name | refuse <n> | unlink @name <slack|teams>',
  examples: [
    'admin people',
    'admin people reach',
    'admin people role @ella co-chair theme 1 from 1 Sep 2024 until 31 Mar 2025',
  ],
  asAt: {
    lines: (line) =>
      !/^(?:reach|add|role|unrole|leave|return|erase|link|refuse|unlink)(?=\s|$)/i.test(line),
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
      case 'refuse':
        return await decide(word.toLowerCase(), words, context);
      case 'unlink':
        return await unlink(words, context);
      default:
        return await ask(rest, context);
    }
  },
} satisfies Command;

type AskNeeds = Given<
  'actor' | 'partnership' | 'today' | 'inbound',
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
      return await requests(context);
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
  context: Given<Doing | 'today', Reads<'peopleAdmin'> & Commits<'audit' | 'peopleAdmin'>>,
): Promise<CommandResult> {
  const read = await parseNewPerson(words, context.record);
  if (!read.ok) return refused(read.refusal);
  const result = await addPerson(read.value, context);
  if (!result.ok) return refused(result.refusal);
  const { name, email, organisation } = result.value;
  return recorded(personAddedMessage({ name, email, organisation: organisation.name }));
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

async function requests({
  record,
  partnership,
}: Given<'partnership', Reads<'linkRequests' | 'people'>>): Promise<CommandResult> {
  const [open, known] = await Promise.all([record.linkRequests.listOpen(), record.people.list()]);
  return reply(linkRequestsMessage(open.map((one) => linkFacts(one, known, partnership.timeZone))));
}

type DecideNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<'linkRequests' | 'people' | 'peopleAdmin'> &
    Commits<'audit' | 'linkRequests' | 'notifications' | 'peopleAdmin'>
>;

async function decide(word: string, words: string, context: DecideNeeds): Promise<CommandResult> {
  const read = parseNumberList(words);
  const who = read?.words ?? '';
  const numbers = [...(read?.numbers ?? []), ...(read?.unclear ?? [])];
  const several = refuseSeveral(numbers, (one) => `admin people ${word} ${one} ${who}`, null);
  if (several && !several.ok) return refused(several.refusal);
  const [number] = numbers;
  if (number === undefined || (word === 'link') !== (who !== ''))
    return unread(
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
  if (!person.value.active) return unread(`${person.value.name} has left.`);
  const result = await decideLink(request, person.value, context);
  if (!result.ok) return refused(result.refusal);
  const text = `The account in ${result.value} speaks for ${person.value.name} from now on.`;
  return recorded(accountMessage(`Request ${number} is approved`, text));
}

async function unlink(
  words: string,
  context: Given<
    Doing | 'today',
    Reads<'people' | 'peopleAdmin'> & Commits<'audit' | 'peopleAdmin'>
  >,
): Promise<CommandResult> {
  const [, who, platform] = /^(.*\S)\s+(slack|teams)$/is.exec(words) ?? [];
  if (who === undefined)
    return unread('Say whose account and where, for example “admin people unlink @ella slack”.');
  const person = await findAnybody(who, context);
  if (!person.ok) return refused(person.refusal);
  const on = platform?.toLowerCase() === 'slack' ? 'slack' : 'teams';
  const result = await unlinkAccounts(person.value, on, context);
  if (!result.ok) return refused(result.refusal);
  return recorded(
    accountMessage(
      `${person.value.name} is unlinked in ${on === 'slack' ? 'Slack' : 'Teams'}`,
      'An account with their e-mail address is linked again as soon as it writes here. If they are to have no access, type “admin people leave”.',
    ),
  );
}
