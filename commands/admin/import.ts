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
  type Command,
  type CommandResult,
  type Given,
  recorded,
  refused,
  reply,
  type Undated,
} from '../../src/core/request/app/command.ts';
import type { Reads } from '../../src/core/request/app/ports.ts';
import { parseNumbers, refuseSeveral } from '../../src/core/request/app/several-numbers.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { ok } from '../../src/core/request/domain/result.ts';
import { findPerson } from '../../src/people/people/app/find-person.ts';

const LIST_LENGTH = 15;
const VERB = 'admin import';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const importVerb = {
  name: 'import',
  summary: 'reads a plan from a file and shows what it would change, before anything changes',
  usage:
    'admin import [with a file | <number> | confirm <number> | drop <number> | roles <number> | <number> workbook | answer <number> <question> <word> | lead <number> <words> is <name> | columns | [<number>] at <date>]',
  examples: ['admin import', 'admin import columns', 'help admin import'],
  asAt: { lines: (line) => /^(?:#?\d{1,6})?$/.test(line), answer: ask },
  undated: withoutDate,
  access: permissionTable.import.says,
  async run(rest, context) {
    const { actor, partnership, inbound } = context;
    const allowed = permit(actor, 'import', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const { timeZone } = partnership;
    if (inbound.file) {
      const tables = await loadFileOnce(inbound.file, context);
      const workbook = tables && (await workbookFileLine(tables.file, tables.read, context));
      if (workbook) return workbook;
      const read = await loadImport(inbound.file, context, tables?.read);
      if (!read.ok) return refused(read.refusal);
      const { view, seenBefore } = read.value;
      const message = importMessage(view, seenBefore, timeZone);
      return seenBefore ? reply(message) : recorded(message);
    }
    const [, answered, typed = ''] = /^answer\s+#?(\d{1,6})\s*([\s\S]*)$/i.exec(rest.trim()) ?? [];
    if (answered) return await answer(Number(answered), typed, context);
    const [, whole] = /^#?(\d{1,6})\s+(?:workbook|xlsx|file)$/i.exec(rest.trim()) ?? [];
    if (whole) return await asWorkbook(Number(whole), context);
    const lead = /^lead\s+#?(\d{1,6})\s+([\s\S]+?)\s+(?:is|=)\s+(.+)$/i.exec(rest.trim());
    if (lead) return await nameLead(Number(lead[1]), lead[2] ?? '', lead[3] ?? '', context);
    const words = rest.trim().toLowerCase();
    if (words === '') return await list(context);
    if (words === 'columns') return reply(importColumnsMessage());
    const [, what, digits] = /^(?:(confirm|drop|roles)\s+)?#?(\d{1,6})$/.exec(words) ?? [];
    const number = Number(digits);
    if (digits && what === 'roles') return await workbookRolesLine(number, context);
    const workbook =
      digits && what !== 'drop' ? await workbookLine(number, what === 'confirm', context) : null;
    if (workbook) return workbook;
    if (digits && what === 'confirm') return await confirm(number, context);
    if (digits && what === 'drop') {
      const dropped = await dropImport(number, context);
      return dropped.ok ? recorded(droppedMessage(number)) : refused(dropped.refusal);
    }
    if (digits) {
      const shown = await showImport(number, context);
      return shown.ok ? reply(importMessage(shown.value, false, timeZone)) : refused(shown.refusal);
    }
    const [, doing = '', named = ''] = /^(confirm|drop)?\s*([\s\S]*)$/.exec(words) ?? [];
    const start = `${VERB} ${doing}`.trim();
    const several = refuseSeveral(parseNumbers(named) ?? [], (one) => `${start} ${one}`, null);
    if (several && !several.ok) return refused(several.refusal);
    return refused({
      code: 'usage',
      verb: VERB,
      problem:
        'No file came with these words. Send the file and “admin import” in one message, or name a file in the terminal.',
    });
  },
} satisfies Command;

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
  const number = Number(line.replace('#', ''));
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
  const lead = plainLead(words.replace(/^[“"']|[”"']$/g, ''));
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
  const [, number] = /^(?:confirm|drop)\s+#?(\d{1,6})$/.exec(line) ?? [];
  if (number)
    return {
      problem:
        'An import is confirmed or dropped now, not at a date. It can be looked at as at one.',
      instead: `admin import ${number} at ${date}`,
    };
  return line === 'columns'
    ? {
        problem: 'The headings that I understand have no history.',
        instead: 'admin import columns',
      }
    : null;
}

async function confirm(number: number, context: ConfirmImportNeeds): Promise<CommandResult> {
  const done = await confirmImport(number, context);
  if (!done.ok) return refused(done.refusal);
  const { name, organisation } = context.actor;
  return recorded(importedMessage(done.value, `${name}, ${organisation}`, context.today));
}
