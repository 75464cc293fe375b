// `/pap admin people`: who is on the plan, what they may do, and which accounts speak for them.

import { answerErase } from '../../src/control/privacy/app/erase-lines.ts';
import {
  choice,
  date,
  dated,
  email,
  type Form,
  fewWords,
  flag,
  hidden,
  line,
  maybe,
  numbers,
  otherwise,
  person,
  type Said,
  unshown,
  word,
  words,
} from '../../src/core/message/domain/line-form.ts';
import { printForm } from '../../src/core/message/domain/line-text.ts';
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
import { asksOnlyWords, parseWords } from '../../src/core/request/app/parse-words.ts';
import type { Commits, Reads, Uses } from '../../src/core/request/app/ports.ts';
import { someDay } from '../../src/core/request/domain/date-result.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { ok } from '../../src/core/request/domain/result.ts';
import { linkLine, listRequests, refuseLine } from '../../src/people/accounts/app/account-lines.ts';
import { addPerson } from '../../src/people/accounts/app/manage-accounts.ts';
import {
  linkAccountLine,
  namesAccount,
  preferLine,
  unlinkLine,
} from '../../src/people/accounts/app/one-account-lines.ts';
import { allowLine, disallowLine, listAllowed } from '../../src/people/guests/app/allowed-lines.ts';
import { addressLine } from '../../src/people/people/app/change-addresses.ts';
import { changeLine } from '../../src/people/people/app/change-line.ts';
import { findAnybody } from '../../src/people/people/app/find-person.ts';
import { parseNewPerson } from '../../src/people/people/app/parse-new-person.ts';
import { endRoleLine, giveRoleLine } from '../../src/people/people/app/role-lines.ts';
import {
  peopleMessage,
  personAddedMessage,
  personLeftMessage,
  personMessage,
  personReturnedMessage,
} from '../../src/people/people/messages/people.ts';
import { personLeaves, personReturns } from '../../src/plan/absences/app/person-leaves.ts';
import { listPeople } from '../../src/plan/overview/app/list-people.ts';
import { answerReach } from '../../src/plan/overview/app/load-reach.ts';

const VERB = 'admin people';
const who = person('who');
const confirmed = unshown(flag('confirm'));
const role = [
  choice(
    'role',
    ['co-chair', 'cochair'],
    'board',
    ['programme office', 'programme-office', 'office'],
    ['evidence lead', 'evidence-lead'],
    'viewer',
  ),
  unshown(word('of')),
  maybe(fewWords('theme', 'theme <n>')),
  maybe(word('from'), date('from')),
  maybe(word('until'), date('until')),
] as const;

const own = {
  verb: VERB,
  forms: {
    list: dated(line()),
    everybody: hidden(dated(line(word('list')))),
    requests: dated(line(word('requests'))),
    reach: line(word('reach')),
    add: line(
      ...[word('add'), fewWords('name', '"<name>"'), email()],
      words('organisation', '<organisation>'),
    ),
    addWithout: hidden(line(word('add'), fewWords('name', '"<name>"'), email())),
    changeName: line(word('change'), who, word('name'), words('to', '<name>')),
    changeEmail: line(word('change'), who, word('e-mail', 'email'), words('to', '<e-mail>')),
    changeOrganisation: line(
      ...[word('change'), who, word('organisation', 'organization')],
      words('to', '<organisation>'),
    ),
    address: line(word('address'), who, email()),
    unaddress: line(word('unaddress'), who, email()),
    role: line(word('role'), who, ...role),
    unrole: line(word('unrole'), confirmed, who, ...role),
    leave: line(word('leave'), confirmed, who, maybe(word('on'), date('on'))),
    return: line(word('return'), who),
    erase: line(
      ...[word('erase'), confirmed, who],
      ...[word('because', 'reason'), words('reason', '<reason>')],
    ),
    link: line(word('link'), numbers(), who),
    refuse: line(word('refuse'), numbers()),
    linkAccount: line(word('link'), confirmed, words('account', '@name <slack|teams> <account>')),
    unlink: line(word('unlink'), words('account', '@name <slack|teams> [<account>]')),
    prefer: line(word('prefer'), words('account', '@name <slack|teams> [<account>]')),
    allowed: line(word('allowed')),
    allow: line(word('allow'), words('whom', '<slack|teams> <id> "<name>" because <reason>')),
    disallow: line(word('disallow'), confirmed, words('whom', '<slack|teams> <id>')),
    one: otherwise(dated(line(who))),
  },
  examples: [
    'admin people',
    'admin people reach',
    'admin people role @ella co-chair theme 1 from 1 Sep 2024 until 31 Mar 2025',
  ],
} as const;

export const people = {
  ...own,
  name: 'people',
  summary: 'who is on the plan, their roles and accounts',
  asAt: { lines: asksOnlyWords(own.forms), answer: ask },
  access: permissionTable.people.says,
  async run(rest, context) {
    const allowed = permit(context.actor, 'people', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'list':
      case 'everybody':
      case 'requests':
      case 'one':
        return await ask(rest, context);
      case 'reach':
        return await answerReach(context);
      case 'add':
        return await add(line.said, context);
      case 'addWithout':
        // The answer says which organisations there are.
        return await add({ ...line.said, organisation: '' }, context);
      case 'changeName':
        return await changeLine('name', line.said, context);
      case 'changeEmail':
        return await changeLine('e-mail', line.said, context);
      case 'changeOrganisation':
        return await changeLine('organisation', line.said, context);
      case 'address':
      case 'unaddress':
        return await addressLine(line.form, line.said, context);
      case 'role':
        return await giveRoleLine(line.said, context);
      case 'unrole':
        return await endRoleLine(line.said, again(own.forms.unrole, line.said), context);
      case 'leave':
        return await leave(line.said, again(own.forms.leave, line.said), context);
      case 'return':
        return await back(line.said.who, context);
      case 'erase':
        return await answerErase(line.said, context);
      case 'link':
        return await linkLine(line.said.numbers, line.said.who, context);
      case 'refuse':
        return await refuseLine(line.said.numbers, context);
      case 'unlink':
        return await unlinkLine(line.rest, context);
      case 'linkAccount':
        return namesAccount(line.rest)
          ? await linkAccountLine(line.rest, line.said.confirm !== '', context)
          : unread(
              'Say which request or which account: “link 3 @ella”, “link @ella slack U0123ABCD”; “admin people requests” lists the requests.',
            );
      case 'prefer':
        return await preferLine(line.rest, context);
      case 'allowed':
        return await listAllowed(context);
      case 'allow':
        return await allowLine(line.rest, context);
      case 'disallow':
        return await disallowLine(line.rest, line.said.confirm !== '', context);
      default:
        return line satisfies never;
    }
  },
} satisfies Command;

/** The line that says the same, confirmed. */
function again<F extends Form>(form: F, said: Said<F>): string {
  return `${VERB} ${printForm(form, { ...said, confirm: 'confirm' })}`;
}

type AskNeeds = Given<
  'actor' | 'now' | 'partnership' | 'today' | 'inbound',
  Reads<'kpis' | 'linkRequests' | 'objectives' | 'people' | 'peopleAdmin'>
>;

async function ask(typed: string, context: AskNeeds): Promise<CommandResult> {
  const allowed = permit(context.actor, 'people', VERB);
  if (!allowed.ok) return refused(allowed.refusal);
  const read = parseWords(own, typed);
  if (!read.ok) return refused(read.refusal);
  const line = read.value;
  if (line.form === 'requests') return await listRequests(context);
  if (line.form === 'one') return await showOne(line.said.who, context);
  return reply(peopleMessage(await listPeople(context)));
}

function unread(problem: string): CommandResult {
  return refused({ code: 'usage', verb: VERB, problem });
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
  said: Parameters<typeof parseNewPerson>[0],
  context: Given<Doing | 'today', Reads<'organisations'> & Commits<'audit' | 'peopleAdmin'>>,
): Promise<CommandResult> {
  const read = await parseNewPerson(said, context.record);
  if (!read.ok) return refused(read.refusal);
  const result = await addPerson(read.value, context);
  if (!result.ok) return refused(result.refusal);
  const { name, email, organisation } = result.value;
  return recorded(personAddedMessage({ name, email, organisation: organisation.name }));
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
  said: Said<typeof own.forms.leave>,
  again: string,
  context: LeaveNeeds,
): Promise<CommandResult> {
  const { today } = context;
  const person = await findAnybody(said.who, context);
  if (!person.ok) return refused(person.refusal);
  const read = said.on === '' ? ok(today) : someDay(said.on, 'past', context);
  if (!read.ok) return refused(read.refusal);
  if (today.until(read.value).days > 0)
    return unread('A day that is still to come cannot be recorded: type this on that day.');
  if (said.confirm === '') {
    const owned = await context.record.peopleAdmin.ownedBy(person.value.id, today);
    const refs = owned.map(({ ref }) => ref).join(', ');
    return reply(
      confirmMessage(
        `Has ${person.value.name} left?`,
        `Their accounts and roles end${refs ? `, and without another owner these become vacant: ${refs}` : ''}. What they recorded stays.`,
        again,
      ),
    );
  }
  const result = await personLeaves(person.value, read.value, context);
  return result.ok ? recorded(personLeftMessage(result.value)) : refused(result.refusal);
}

async function back(
  who: string,
  context: Given<
    Doing | 'today',
    Reads<'people' | 'peopleAdmin'> & Commits<'audit' | 'history' | 'objectives' | 'peopleAdmin'>
  >,
): Promise<CommandResult> {
  const person = await findAnybody(who, context);
  if (!person.ok) return refused(person.refusal);
  const result = await personReturns(person.value, context);
  return result.ok
    ? recorded(personReturnedMessage(person.value.name, result.value))
    : refused(result.refusal);
}
