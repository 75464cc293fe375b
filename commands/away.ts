// `/pap away 12–23 Aug cover @sam`: when somebody is away and who covers; the cover has to accept.

import { parsePeriod } from '../src/core/dates/domain/parse-period.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
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

export const away = {
  name: 'away',
  summary: 'records when you are away and asks somebody to cover',
  usage:
    'away [@name] <12–23 Aug> [cover @name] | away off | away <cancel|accept|decline> <number> | away at <date>',
  examples: ['away 12–23 Aug cover @ella', 'away', 'away off'],
  asAt: { lines: (line) => line === '', answer: (_line, context) => list(context) },
  access: `${permissionTable['record-absence'].says}; to accept or decline: ${permissionTable['answer-request'].says}`,
  async run(rest, context) {
    if (rest === '') return await list(context);
    const [, word = '', numbers = ''] =
      /^(cancel|off|accept|decline)\s+([#\d].*)$/is.exec(rest) ?? [];
    if (word !== '') return await byNumber(word.toLowerCase(), numbers, context);
    const named = await readPerson(rest, context);
    if (!named.ok) return refused(named.refusal);
    const { person, words } = named.value;
    if (/^(off|cancel)$/i.test(words)) return await callOffOnly(person, context);
    if (/^(accept|decline)$/i.test(words)) return sayWhich(words.toLowerCase());
    return await record(person, words, context);
  },
} satisfies Command;

/** Whose absence the line is about: somebody named first, or its author. */
async function readPerson(
  line: string,
  context: Given<'actor' | 'today' | 'inbound', Reads<'people'>>,
): Promise<Result<{ person: PersonSummary; words: string }>> {
  const [, typed, words] =
    /^(<@[^>]+>|@.+?|[^\s@]+@\S+)(?<!\s)\s+((?:\d|today|tomorrow|until|till|from|on|off|cancel|next|this|half|w\/c|(?:mon|tue|wed|thu|fri)|for|the).*)$/is.exec(
      line,
    ) ?? [];
  const { actor } = context;
  if (typed === undefined || words === undefined)
    return ok({ person: { ...actor, id: actor.personId }, words: line });
  const person = await findPerson(typed, context);
  return person.ok ? ok({ person: person.value, words }) : person;
}

async function record(
  person: PersonSummary,
  words: string,
  context: Given<
    Doing | 'partnership' | 'today' | 'terms',
    Uses<'people'> & Commits<'absences' | 'notifications' | 'people' | 'peopleAdmin'>
  >,
): Promise<CommandResult> {
  const [, when = '', name] =
    /^(.*?)(?:,?(?<!\s)\s+cover(?:ed)?(?:\s+by)?(?:\s+(.*))?)?$/is.exec(words) ?? [];
  const covered = /\scover/i.test(words);
  if (covered && !name) {
    const problem = 'After “cover” say who, for example “cover @ella”.';
    return refused({ code: 'usage', verb: 'away', problem });
  }
  const read = parsePeriod(when, context.today, context);
  if (read.kind === 'unread') {
    const { readings } = read;
    return refused({ code: 'bad-period', problem: 'unread', typed: when.trim(), readings });
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
