// `/pap handover 2B:2 @sam`: asks somebody to own an objective from now on; it passes when they accept.

import {
  choice,
  dated,
  flag,
  hidden,
  line,
  maybe,
  numbers,
  person,
  refs,
  unshown,
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
import { asksOnlyWords } from '../src/core/request/app/parse-words.ts';
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
import { findObjectives } from '../src/plan/objectives/app/find-objectives.ts';
import { parseLine } from '../src/plan/objectives/app/parse-line.ts';
import type { Objective } from '../src/plan/objectives/domain/objective.ts';

const confirmed = unshown(flag('confirm'));
const giver = maybe(person('giver', '@giver'));
const taker = [unshown(word('to')), person('taker')] as const;

const own = {
  verb: 'handover',
  forms: {
    list: dated(line()),
    settle: line(choice('word', 'accept', 'decline', 'withdraw'), numbers()),
    which: hidden(
      line(choice('word', 'accept', 'decline', 'withdraw'), maybe(words('request', '<number>'))),
    ),
    all: line(confirmed, giver, word('all'), ...taker),
    some: line(confirmed, giver, refs(), ...taker),
  },
  examples: ['handover 2B:2 @femi', 'handover', 'handover @asha all @femi'],
} as const;

export const handover = {
  ...own,
  name: 'handover',
  summary: 'asks somebody to own your objectives from now on',
  asAt: { lines: asksOnlyWords(own.forms), answer: (_line, context) => list(context) },
  needs: {
    all: 'hand-over',
    some: 'hand-over',
  },
  access: `to ask or withdraw: ${permissionTable['hand-over'].says}; to accept or decline: ${permissionTable['answer-request'].says}`,
  async run(rest, context) {
    const read = await parseLine(own, rest, context);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'list':
        return await list(context);
      case 'settle':
        return await settle(line.said.word, line.said.numbers, context);
      case 'which':
        return await settle(line.said.word, line.rest, context);
      case 'all':
        return await ask({ refs: null, ...line.said }, rest, context);
      case 'some':
        return await ask(line.said, rest, context);
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

type Asked = {
  /** Null: all that the giver owns. */
  readonly refs: string | null;
  /** Empty: the one who asks. */
  readonly giver: string;
  readonly taker: string;
  readonly confirm: string;
};

async function ask(said: Asked, line: string, context: AskNeeds): Promise<CommandResult> {
  const read = await readRequest(said, context);
  if (!read.ok) return refused(read.refusal);
  const request = read.value;
  const checked = checkHandover(request, context);
  if (!checked.ok) return refused(checked.refusal);
  const { objectives, taker } = request;
  if (objectives.length > 1 && said.confirm === '')
    return reply(handoverConfirmMessage(objectives, taker, `handover confirm ${line}`));
  const reached = (await context.record.people.reachable()).has(taker.id);
  const result = await askHandover(request, context);
  return result.ok
    ? recorded(handoverAskedMessage(result.value, reached))
    : refused(result.refusal);
}

async function readRequest(
  said: Asked,
  context: Given<
    'actor' | 'today' | 'inbound',
    Reads<'objectives' | 'people'> & Uses<'peopleAdmin'>
  >,
) {
  const giver = said.giver === '' ? ok(null) : await findAnybody(said.giver, context);
  if (!giver.ok) return giver;
  const start = `handover ${said.giver}`.trim();
  const objectives =
    said.refs === null
      ? await everythingOf(giver.value, context)
      : await findObjectives(said.refs, { start, rest: said.taker }, context);
  if (!objectives.ok) return objectives;
  const taker = await findPerson(said.taker, context);
  if (!taker.ok) return taker;
  return ok({ objectives: objectives.value, giver: giver.value, taker: taker.value });
}

async function everythingOf(
  giver: Party | null,
  { record, actor, today }: Given<'actor' | 'today', Reads<'objectives'> & Uses<'peopleAdmin'>>,
): Promise<Result<readonly Objective[]>> {
  const owned = await record.peopleAdmin.ownedBy(giver?.id ?? actor.personId, today);
  if (owned.length === 0) {
    const problem = `${giver?.name ?? 'You'} ${giver ? 'owns' : 'own'} no objective that could be handed over.`;
    return refuse({ code: 'usage', verb: 'handover', problem });
  }
  const ids = owned.map(({ objectiveId }) => objectiveId);
  return ok(await record.objectives.list(today, { ids }));
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
