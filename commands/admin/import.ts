// `/pap admin import`: a file with a plan in it. First a dry run, then, once confirmed, the plan.

import {
  type ConfirmImportNeeds,
  confirmImport,
} from '../../src/control/imports/app/confirm-import.ts';
import {
  answerImport,
  dropImport,
  loadImport,
  showImport,
  viewImport,
} from '../../src/control/imports/app/import-plan.ts';
import {
  droppedMessage,
  importColumnsMessage,
  importedMessage,
  importListMessage,
  workbookMessage,
} from '../../src/control/imports/messages/import.ts';
import { importMessage } from '../../src/control/imports/messages/import-preview.ts';
import { importTables } from '../../src/control/imports/messages/import-tables.ts';
import { plainLead } from '../../src/control/layouts/domain/import-values.ts';
import { parseAnswers } from '../../src/control/layouts/domain/parse-answers.ts';
import {
  loadFileOnce,
  workbookFileLine,
  workbookLine,
  workbookRolesLine,
} from '../../src/control/workbook/app/workbook-lines.ts';
import {
  dated,
  fewWords,
  firstWords,
  hidden,
  line,
  maybe,
  number,
  numbers,
  person,
  word,
  words,
} from '../../src/core/message/domain/line-form.ts';
import { splitFirst, unquoted } from '../../src/core/message/domain/text-ends.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  recorded,
  refused,
  reply,
  type Undated,
} from '../../src/core/request/app/command.ts';
import type { GivenFile } from '../../src/core/request/app/inbound.ts';
import { asksOnlyWords, parseWords } from '../../src/core/request/app/parse-words.ts';
import type { Reads } from '../../src/core/request/app/ports.ts';
import { parseNumbers, refuseSeveral } from '../../src/core/request/app/several-numbers.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { ok } from '../../src/core/request/domain/result.ts';
import { findPerson } from '../../src/people/people/app/find-person.ts';

const LIST_LENGTH = 15;
const VERB = 'admin import';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const own = {
  verb: VERB,
  forms: {
    list: dated(line()),
    show: dated(line(number())),
    several: hidden(line(numbers())),
    confirm: line(word('confirm'), numbers()),
    drop: line(word('drop'), numbers()),
    roles: line(word('roles'), number()),
    workbook: line(number(), word('workbook', 'xlsx', 'file')),
    answer: line(word('answer'), number(), maybe(words('answers', '<question> <word>'))),
    lead: line(
      ...[word('lead'), number(), fewWords('lead', '<words>')],
      ...[word('is', '='), person('name', '<name>')],
    ),
    columns: line(word('columns')),
  },
  examples: ['admin import', 'admin import columns', 'help admin import'],
} as const;

export const importVerb = {
  ...own,
  name: 'import',
  summary:
    'reads a plan from the file that comes with it and shows what it would change, before anything changes',
  asAt: { lines: asksOnlyWords(own.forms), answer: ask },
  undated: withoutDate,
  access: permissionTable.import.says,
  async run(rest, context) {
    const allowed = permit(context.actor, 'import', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    if (context.inbound.file) return await readFile(context.inbound.file, context);
    const read = parseWords(own, rest);
    if (!read.ok) {
      const isNamed = firstWords(Object.values(own.forms)).includes(splitFirst(rest).word);
      return refused(isNamed ? read.refusal : NO_FILE);
    }
    const line = read.value;
    switch (line.form) {
      case 'list':
        return await list(context);
      case 'show':
        return await show(numberOf(line.said.number), context);
      case 'several':
        return await one('', line.said.numbers, (number) => show(number, context));
      case 'confirm':
        return await one('confirm', line.said.numbers, (number) => confirm(number, context));
      case 'drop':
        return await one('drop', line.said.numbers, (number) => drop(number, context));
      case 'roles':
        return await workbookRolesLine(numberOf(line.said.number), context);
      case 'workbook':
        return await asWorkbook(numberOf(line.said.number), context);
      case 'answer':
        return await answer(numberOf(line.said.number), line.said.answers, context);
      case 'lead':
        return await nameLead(numberOf(line.said.number), line.said.lead, line.said.name, context);
      case 'columns':
        return reply(importColumnsMessage());
      default:
        return line satisfies never;
    }
  },
} satisfies Command;

const NO_FILE = {
  code: 'usage',
  verb: VERB,
  problem:
    'No file came with these words. Send the file and “admin import” in one message, or name a file in the terminal.',
} as const;

async function readFile(
  file: GivenFile,
  context: Parameters<typeof loadFileOnce>[1] &
    Parameters<typeof workbookFileLine>[2] &
    Parameters<typeof loadImport>[1] &
    Given<'partnership'>,
): Promise<CommandResult> {
  const tables = await loadFileOnce(file, context);
  const workbook = tables && (await workbookFileLine(tables.file, tables.read, context));
  if (workbook) return workbook;
  const read = await loadImport(file, context, tables?.read);
  if (!read.ok) return refused(read.refusal);
  const { view, seenBefore } = read.value;
  const message = importMessage(view, seenBefore, context.partnership.timeZone);
  return seenBefore ? reply(message) : recorded(message);
}

/** Of several numbers nothing is done; each has a line of its own. */
async function one(
  word: string,
  typed: string,
  answer: (number: number) => Promise<CommandResult>,
): Promise<CommandResult> {
  const numbers = parseNumbers(typed) ?? [];
  const start = `${VERB} ${word}`.trim();
  const several = refuseSeveral(numbers, (number) => `${start} ${number}`, null);
  if (several && !several.ok) return refused(several.refusal);
  return await answer(numbers[0] ?? 0);
}

function numberOf(typed: string): number {
  return Number(typed.replace('#', ''));
}

type ShowNeeds = Parameters<typeof workbookLine>[2] &
  Parameters<typeof showImport>[1] &
  Given<'partnership'>;

async function show(number: number, context: ShowNeeds): Promise<CommandResult> {
  const workbook = await workbookLine(number, false, context);
  if (workbook) return workbook;
  const shown = await showImport(number, context);
  if (!shown.ok) return refused(shown.refusal);
  return reply(importMessage(shown.value, false, context.partnership.timeZone));
}

async function drop(
  number: number,
  context: Parameters<typeof dropImport>[1],
): Promise<CommandResult> {
  const dropped = await dropImport(number, context);
  return dropped.ok ? recorded(droppedMessage(number)) : refused(dropped.refusal);
}

type AskNeeds = Given<
  'actor' | 'partnership' | 'today' | 'terms' | 'asAt',
  Reads<'archive' | 'history' | 'imports' | 'items' | 'objectives' | 'people'>
>;

/** As at a date: what it would have done then, and what had become of it. It is not shown for a confirmation. */
async function ask(line: string, context: AskNeeds): Promise<CommandResult> {
  const { actor, partnership, asAt } = context;
  const allowed = permit(actor, 'import', VERB);
  if (!allowed.ok) return refused(allowed.refusal);
  if (line === '') return await list(context);
  const number = numberOf(line);
  const view = await viewImport(number, context);
  if (!view) return refused({ code: 'unknown-import', number, ...(asAt && { asAt }) });
  return reply(importMessage(view, false, partnership.timeZone));
}

type AnswerNeeds = Parameters<typeof answerImport>[2] & Given<'partnership' | 'today' | 'inbound'>;

/** What columns and colours are; the file is shown again with them in their places. */
async function answer(number: number, typed: string, context: AnswerNeeds): Promise<CommandResult> {
  const done = await answerImport(number, (questions) => parseAnswers(typed, questions), context);
  if (!done.ok) return refused(done.refusal);
  return recorded(importMessage(done.value, false, context.partnership.timeZone));
}

/** The dry run as it would be now, whole. */
async function asWorkbook(
  number: number,
  context: AskNeeds & Given<'now' | 'files'>,
): Promise<CommandResult> {
  const view = await viewImport(number, context);
  if (!view) return refused({ code: 'unknown-import', number });
  const madeAt = new Date(context.now.epochMilliseconds);
  const bytes = await context.files.writeXlsx(importTables(view), madeAt);
  const name = `import-${number}-dry-run.xlsx`;
  const file = { name, mediaType: XLSX, bytes, line: `admin import ${number} workbook` };
  return { kind: 'reply', message: workbookMessage(number, name), files: [file] };
}

/** Whom the printed words mean, in this file and in every other. */
async function nameLead(
  number: number,
  words: string,
  name: string,
  context: AnswerNeeds,
): Promise<CommandResult> {
  const person = await findPerson(name, context);
  if (!person.ok) return refused(person.refusal);
  const lead = plainLead(unquoted(words));
  const said = { kind: 'lead', layout: '', words: lead, meaning: person.value.id } as const;
  const done = await answerImport(number, () => ok([said]), context);
  if (!done.ok) return refused(done.refusal);
  return recorded(importMessage(done.value, false, context.partnership.timeZone));
}

async function list({
  record,
  partnership,
}: Given<'partnership', Reads<'imports'>>): Promise<CommandResult> {
  return reply(importListMessage(await record.imports.list(LIST_LENGTH), partnership.timeZone));
}

function withoutDate(line: string, date: string): Undated | null {
  const read = parseWords(own, line);
  if (!read.ok) return null;
  const { form } = read.value;
  if (form === 'columns')
    return {
      problem: 'The headings that I understand have no history.',
      instead: 'admin import columns',
    };
  if (form !== 'confirm' && form !== 'drop') return null;
  return {
    problem: 'An import is confirmed or dropped now, not at a date. It can be looked at as at one.',
    instead: `admin import ${read.value.said.numbers.replaceAll('#', '')} at ${date}`,
  };
}

async function confirm(
  number: number,
  context: ConfirmImportNeeds & Parameters<typeof workbookLine>[2],
): Promise<CommandResult> {
  const workbook = await workbookLine(number, true, context);
  if (workbook) return workbook;
  const done = await confirmImport(number, context);
  if (!done.ok) return refused(done.refusal);
  const { name, organisation } = context.actor;
  return recorded(importedMessage(done.value, `${name}, ${organisation}`, context.today));
}
