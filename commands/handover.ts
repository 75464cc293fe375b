// `/pap handover 2B:2 @sam`: asks somebody to own an objective from now on; it passes when they accept.

import {
  choice,
  dated,
  hidden,
  line,
  maybe,
  numbers,
  person,
  refs,
  word,
  words,
} from '../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import { asksOnlyWords, parseWords } from '../src/core/request/app/parse-words.ts';
import type { Commits, Reads, Uses } from '../src/core/request/app/ports.ts';
import { parseNumbers } from '../src/core/request/app/several-numbers.ts';
import { hasRole } from '../src/core/request/domain/actor.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../src/core/request/domain/result.ts';
import { findAnybody, findPerson } from '../src/people/people/app/find-person.ts';
import type { Party } from '../src/people/people/app/people-ports.ts';
import { askHandover, checkHandover } from '../src/plan/absences/app/ask-handover.ts';
import type { Handover } from '../src/plan/absences/app/handover-ports.ts';
import { settleHandovers } from '../src/plan/absences/app/settle-handover.ts';
import {
  type HandoverState,
  handoverAskedMessage,
  handoverConfirmMessage,
  handoverListMessage,
  handoverSettledMessage,
} from '../src/plan/absences/messages/handover.ts';
import { findNamedObjectives } from '../src/plan/objectives/app/find-objectives.ts';
import type { Objective } from '../src/plan/objectives/domain/objective.ts';
import type { PlanRefs } from '../src/plan/objectives/domain/plan-refs.ts';

const own = {
  verb: 'handover',
  forms: {
    list: dated(line()),
    settle: line(choice('word', 'accept', 'decline', 'withdraw'), numbers()),
    which: hidden(
      line(choice('word', 'accept', 'decline', 'withdraw'), maybe(words('request', '<number>'))),
    ),
    confirmed: hidden(line(word('confirm'), words('request', '<request>'))),
    all: line(maybe(person('giver', '@giver')), word('all'), maybe(word('to')), person('taker')),
    some: line(maybe(person('giver', '@giver')), refs(), maybe(word('to')), person('taker')),
    free: hidden(line(words('request', '<request>'))),
  },
  examples: ['handover 2B:2 @femi', 'handover', 'handover @asha all @femi'],
} as const;

export const handover = {
  ...own,
  name: 'handover',
  summary: 'asks somebody to own your objectives from now on',
  asAt: { lines: asksOnlyWords(own.forms), answer: (_line, context) => list(context) },
  access: `to ask or withdraw: ${permissionTable['hand-over'].says}; to accept or decline: ${permissionTable['answer-request'].says}`,
  async run(rest, context) {
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'list':
        return await list(context);
      case 'settle':
        return await settle(line.said.word, line.said.numbers, context);
      case 'which':
        return await settle(line.said.word, line.rest, context);
      case 'confirmed':
        return await ask(line.rest, true, context);
      case 'all':
      case 'some':
      case 'free':
        return await ask(rest, false, context);
      default:
        return line satisfies never;
    }
  },
} satisfies Command;

const states: Readonly<Record<string, HandoverState>> = {
  accept: 'accepted',
  decline: 'declined',
  withdraw: 'withdrawn',
};

type AskNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<'handovers' | 'objectives'> &
    Uses<'people' | 'peopleAdmin'> &
    Commits<'handovers' | 'notifications'>
>;

async function ask(line: string, confirmed: boolean, context: AskNeeds): Promise<CommandResult> {
  const read = await readRequest(line, context);
  if (!read.ok) return refused(read.refusal);
  const request = read.value;
  const checked = checkHandover(request, context);
  if (!checked.ok) return refused(checked.refusal);
  const { objectives, taker } = request;
  if (objectives.length > 1 && !confirmed)
    return reply(handoverConfirmMessage(objectives, taker, `handover confirm ${line}`));
  const reached = (await context.record.people.reachable()).has(taker.id);
  const result = await askHandover(request, context);
  return result.ok
    ? recorded(handoverAskedMessage(result.value, reached))
    : refused(result.refusal);
}

async function readRequest(
  line: string,
  context: Given<
    'actor' | 'today' | 'inbound',
    Reads<'objectives' | 'people'> & Uses<'peopleAdmin'>
  >,
) {
  const plan = await context.record.objectives.refs();
  const [typed, after] = splitGiver(line, plan);
  const giver = typed === null ? ok(null) : await findAnybody(typed, context);
  if (!giver.ok) return giver;
  const what = await readObjectives(after, giver.value, context);
  if (!what.ok) return what;
  const { objectives, rest } = what.value;
  const name = rest.replace(/^to\s+/i, '');
  if (name === '') {
    const problem = 'Say who is to take over, for example “handover 2B:2 @femi”.';
    return refuse({ code: 'usage', verb: 'handover', problem });
  }
  const taker = await findPerson(name, context);
  return taker.ok ? ok({ objectives, giver: giver.value, taker: taker.value }) : taker;
}

/** Whose objectives: somebody before `all` or the first reference. */
function splitGiver(line: string, plan: PlanRefs): readonly [giver: string | null, line: string] {
  const [one] = /^(?:<@[^>]+>|[^\s@]+@\S+)(?=\s)/.exec(line) ?? [];
  if (one !== undefined) return [one, line.slice(one.length).trim()];
  if (!line.startsWith('@')) return [null, line];
  for (const { index } of line.slice(0, LONGEST_NAME).matchAll(/\s+/g)) {
    const after = line.slice(index).trim();
    if (/^(?:all|pap)\b/i.test(after) || plan.leading(after) || /^\d/.test(after))
      return [line.slice(0, index), after];
  }
  return [null, line];
}

/** No name is longer. */
const LONGEST_NAME = 200;

type Read = Result<{ readonly objectives: readonly Objective[]; readonly rest: string }>;

async function readObjectives(
  line: string,
  giver: Party | null,
  context: Given<'actor' | 'today', Reads<'objectives'> & Uses<'peopleAdmin'>>,
): Promise<Read> {
  const all = /^all\b\s*(.*)$/is.exec(line)?.[1];
  if (all !== undefined) return await everythingOf(giver, all, context);
  const problem = 'Say which objectives, or “all”, and then who is to take over.';
  const follows = (words: string) => /^\s*(?:to\b|<?@|$)/i.test(words);
  return await findNamedObjectives(line, { verb: 'handover', problem, follows }, context);
}

async function everythingOf(
  giver: Party | null,
  rest: string,
  { record, actor, today }: Given<'actor' | 'today', Reads<'objectives'> & Uses<'peopleAdmin'>>,
): Promise<Read> {
  const owned = await record.peopleAdmin.ownedBy(giver?.id ?? actor.personId, today);
  if (owned.length === 0) {
    const problem = `${giver?.name ?? 'You'} ${giver ? 'owns' : 'own'} no objective that could be handed over.`;
    return refuse({ code: 'usage', verb: 'handover', problem });
  }
  const ids = owned.map(({ objectiveId }) => objectiveId);
  return ok({ objectives: await record.objectives.list(today, { ids }), rest });
}

type SettleNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<'handovers' | 'objectives'> &
    Commits<'handovers' | 'history' | 'notifications' | 'objectives' | 'people'>
>;

async function settle(word: string, words: string, context: SettleNeeds): Promise<CommandResult> {
  const numbers = parseNumbers(words);
  const state = states[word];
  if (!numbers || !state) {
    const problem = `Say which by its number, for example “handover ${word} 4”; “handover” lists them.`;
    return refused({ code: 'usage', verb: 'handover', problem });
  }
  const handovers: Handover[] = [];
  for (const number of numbers) {
    const found = await context.record.handovers.find(number);
    if (!found)
      return refused({ code: 'no-such-number', kind: 'handover', number, list: 'handover' });
    handovers.push(found);
  }
  const result = await settleHandovers(handovers, state, context);
  if (!result.ok) return refused(result.refusal);
  const { footer: _why, ...message } = handoverSettledMessage(result.value, state);
  return recorded(message);
}

async function list({ actor, record }: Given<'actor', Reads<'handovers'>>): Promise<CommandResult> {
  const office = hasRole(actor, 'programme-office');
  const open = await record.handovers.listOpen(office ? undefined : actor.personId);
  const toMe = open.filter(({ to }) => to.id === actor.personId);
  return reply(handoverListMessage({ toMe, others: open.filter((one) => !toMe.includes(one)) }));
}
