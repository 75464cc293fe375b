// `/pap away 12–23 Aug cover @sam`: when somebody is away and who covers; the cover has to accept.

import { parsePeriod } from '../src/core/dates/domain/parse-period.ts';
import {
  choice,
  dated,
  hidden,
  line,
  maybe,
  numbers,
  period,
  person,
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
import { parseNumbers, refuseSeveral } from '../src/core/request/app/several-numbers.ts';
import { hasRole } from '../src/core/request/domain/actor.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { ok, type Result } from '../src/core/request/domain/result.ts';
import { findPerson } from '../src/people/people/app/find-person.ts';
import type { PersonSummary } from '../src/people/people/app/person-ports.ts';
import type { Absence } from '../src/plan/absences/app/absence-ports.ts';
import { answerCover } from '../src/plan/absences/app/answer-cover.ts';
import { callOffAbsence, recordAbsence } from '../src/plan/absences/app/record-absence.ts';
import {
  absenceListMessage,
  absenceOffMessage,
  absenceRecordedMessage,
  coverReplyMessage,
} from '../src/plan/absences/messages/absence.ts';

const cover = word('cover', 'cover by', 'covered', 'covered by');

const own = {
  verb: 'away',
  forms: {
    list: dated(line()),
    settle: line(choice('word', 'cancel', 'accept', 'decline', 'off'), numbers()),
    off: line(maybe(person('who')), word('off', 'cancel')),
    which: hidden(
      line(choice('word', 'accept', 'decline', 'cancel'), maybe(words('absence', '<number>'))),
    ),
    noCover: hidden(line(maybe(person('who')), period('when', '<when>'), cover)),
    record: line(
      ...[maybe(person('who')), period('when', '<12–23 Aug>')],
      maybe(cover, person('cover')),
    ),
  },
  examples: ['away 12–23 Aug cover @ella', 'away', 'away off'],
} as const;

export const away = {
  ...own,
  name: 'away',
  summary: 'records when you are away and asks somebody to cover',
  asAt: { lines: asksOnlyWords(own.forms), answer: (_line, context) => list(context) },
  access: `${permissionTable['record-absence'].says}; to accept or decline: ${permissionTable['answer-request'].says}`,
  async run(rest, context) {
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'list':
        return await list(context);
      case 'settle':
        return await byNumber(line.said.word, line.said.numbers, context);
      case 'which':
        return sayWhich(line.said.word);
      case 'off': {
        const person = await whose(line.said.who, context);
        return person.ok ? await callOffOnly(person.value, context) : refused(person.refusal);
      }
      case 'noCover': {
        const problem = 'After “cover” say who, for example “cover @ella”.';
        return refused({ code: 'usage', verb: 'away', problem });
      }
      case 'record': {
        const person = await whose(line.said.who, context);
        return person.ok ? await record(person.value, line.said, context) : refused(person.refusal);
      }
      default:
        return line satisfies never;
    }
  },
} satisfies Command;

/** Whose absence the line is about: somebody named first, or its author. */
async function whose(
  typed: string,
  context: Given<'actor' | 'today' | 'inbound', Reads<'people'>>,
): Promise<Result<PersonSummary>> {
  const { actor } = context;
  return typed === '' ? ok({ ...actor, id: actor.personId }) : await findPerson(typed, context);
}

async function record(
  person: PersonSummary,
  { when, cover: name }: { readonly when: string; readonly cover: string },
  context: Given<
    Doing | 'partnership' | 'today' | 'terms',
    Uses<'people'> & Commits<'absences' | 'notifications' | 'people' | 'peopleAdmin'>
  >,
): Promise<CommandResult> {
  const read = parsePeriod(when, context.today, context);
  if (read.kind === 'unread') {
    const { readings } = read;
    return refused({ code: 'bad-period', problem: 'unread', typed: when, readings });
  }
  const { period } = read;
  const cover = name ? await findPerson(name, context) : ok(null);
  if (!cover.ok) return refused(cover.refusal);
  const reachable = await context.record.people.reachable();
  const result = await recordAbsence({ person, period, cover: cover.value }, context);
  if (!result.ok) return refused(result.refusal);
  const own = person.id === context.actor.personId;
  return recorded(absenceRecordedMessage(result.value, own, reachable.has(cover.value?.id ?? '')));
}

async function byNumber(
  word: string,
  words: string,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<'absences'> & Commits<'absences' | 'notifications' | 'people' | 'peopleAdmin'>
  >,
): Promise<CommandResult> {
  const numbers = parseNumbers(words) ?? [];
  const several = refuseSeveral(numbers, (one) => `away ${word} ${one}`, null);
  if (several && !several.ok) return refused(several.refusal);
  const [number] = numbers;
  if (number === undefined) return sayWhich(word);
  const absence = await context.record.absences.find(number);
  if (!absence) return refused({ code: 'no-such-number', kind: 'absence', number, list: 'away' });
  if (word === 'cancel' || word === 'off') return await callOff(absence, context);
  const result = await answerCover(absence, word === 'accept' ? 'accepted' : 'declined', context);
  return result.ok ? recorded(coverReplyMessage(result.value)) : refused(result.refusal);
}

function sayWhich(word: string): CommandResult {
  const problem = `Say which absence by its number, for example “away ${word} 3”; “away” lists them.`;
  return refused({ code: 'usage', verb: 'away', problem });
}

/** `away off` needs no number where there is only one. */
async function callOffOnly(
  person: PersonSummary,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<'absences'> & Commits<'absences' | 'notifications'>
  >,
): Promise<CommandResult> {
  const { record, today } = context;
  const [absence, another] = await record.absences.list(today, { personId: person.id });
  if (another) return sayWhich('cancel');
  if (absence) return await callOff(absence, context);
  const problem = 'No absence is recorded that could be called off.';
  return refused({ code: 'nothing-to-do', problem, look: 'away' });
}

async function callOff(
  absence: Absence,
  context: Given<Doing | 'partnership' | 'today', Commits<'absences' | 'notifications'>>,
): Promise<CommandResult> {
  const result = await callOffAbsence(absence, context);
  return result.ok
    ? recorded(absenceOffMessage(result.value, context.today))
    : refused(result.refusal);
}

async function list({
  actor,
  record,
  today,
}: Given<'actor' | 'today', Reads<'absences'>>): Promise<CommandResult> {
  const all = await record.absences.list(today);
  const own = all.filter(({ person }) => person.id === actor.personId);
  const covering = all.filter(({ cover }) => cover?.id === actor.personId);
  const others = hasRole(actor, 'programme-office')
    ? all.filter((one) => !own.includes(one) && !covering.includes(one))
    : [];
  return reply(absenceListMessage({ own, covering, others }));
}
