// `/pap highlight theme 1 June 2024`: a theme's report of a month, filled from the record and completed by its
// co-chairs.

import {
  choice,
  date,
  flag,
  line,
  maybe,
  number,
  theme,
  word,
  words,
} from '../src/core/message/domain/line-form.ts';
import type { Message } from '../src/core/message/messages/message.ts';
import type { NoteNames } from '../src/core/personal-data/app/typed-note.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import type { Commits, Past, Reads, Uses } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import type { Result } from '../src/core/request/domain/result.ts';
import { findTheme } from '../src/core/themes/app/find-theme.ts';
import {
  type MakeReportFileNeeds,
  makeReportFile,
} from '../src/reports/highlights/app/highlight-file.ts';
import {
  approveReport,
  currentMonth,
  loadDraft,
  newVersion,
  permitReport,
  type Report,
  reportVersions,
  showReport,
  type Written,
  writeReport,
} from '../src/reports/highlights/app/highlight-report.ts';
import { parseHighlightLine } from '../src/reports/highlights/domain/highlight.ts';
import { highlightMessage } from '../src/reports/highlights/messages/highlight.ts';
import { highlightFileMessage } from '../src/reports/highlights/messages/highlight-document.ts';
import {
  approvedMessage,
  approveQuestion,
  highlightFormMessage,
  highlightSavedMessage,
  versionBegunMessage,
  versionsMessage,
} from '../src/reports/highlights/messages/highlight-writing.ts';

const month = maybe(date('month', '<month>'));

// What a form sends is several fields in one line, in any order, each up to the next field’s name: parse in
// domain/highlight.ts. The forms say how one is typed.
const own = {
  verb: 'highlight',
  forms: {
    write: line(theme(), month, word('write')),
    field: line(
      ...[theme(), month],
      choice('field', 'reason', 'mitigation', 'impact', 'progress', 'next', 'decisions'),
      words('words', '<words|none>'),
    ),
    approve: line(theme(), month, word('approve')),
    new: line(theme(), month, word('new')),
    versions: line(theme(), month, word('versions')),
    version: line(theme(), month, word('version'), number()),
    file: line(theme(), month, maybe(word('version'), number()), word('file'), flag('html')),
    show: line(theme(), month),
  },
  examples: [
    'highlight theme 1',
    'highlight theme 1 June 2024 progress 14 of 20 named workers are trained',
    'highlight theme 1 June 2024 file',
  ],
} as const;

export const highlight = {
  ...own,
  name: 'highlight',
  aliases: ['report'],
  summary: 'a theme’s highlight report of a month: shows, writes and approves it',
  needs: {
    write: 'write-highlight',
    field: 'write-highlight',
    approve: 'approve-highlight',
    new: 'write-highlight',
  },
  access: `to read: ${permissionTable['read-plan'].says}; to write: ${permissionTable['write-highlight'].says}; to approve: ${permissionTable['approve-highlight'].says}`,
  async run(rest, context) {
    const line = parseHighlightLine(rest);
    if (!line) return unclear('Say which theme, for example “highlight theme 1”.');
    const theme = await findTheme(line.theme, context.record);
    if (!theme.ok) return refused(theme.refusal);
    const report = { theme: theme.value, month: line.month ?? currentMonth(context) };
    const { ask } = line;
    switch (ask?.kind) {
      case 'show':
        return await show(report, null, context);
      case 'version':
        return await show(report, ask.number, context);
      case 'file':
        return await file(report, ask, context);
      case 'versions':
        return reply(
          versionsMessage(
            ...([report.theme, report.month, await reportVersions(report, context)] as const),
            context.partnership.timeZone,
          ),
        );
      case 'form':
        return await form(report, context);
      case 'write':
        return await write(report, ask, context);
      case 'approve':
        return ask.confirmed
          ? answer(await approveReport(report, ask.seen, context), approvedMessage)
          : await question(report, context);
      case 'new':
        return answer(await newVersion(report, context), ({ version }) =>
          versionBegunMessage(report.theme, report.month, version),
        );
      case undefined:
        return unclear(
          'After the theme and the month I understand “write”, “approve”, “new”, “versions”, “file”, or one of reason, mitigation, impact, progress, next and decisions with its words.',
        );
      default:
        return ask satisfies never;
    }
  },
} satisfies Command;

function unclear(problem: string): CommandResult {
  return refused({ code: 'usage', verb: 'highlight', problem });
}

function answer<T>(result: Result<T>, receipt: (done: T) => Message): CommandResult {
  return result.ok ? recorded(receipt(result.value)) : refused(result.refusal);
}

type ShowNeeds = Given<
  'actor' | 'partnership' | 'now' | 'today',
  Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives' | 'people'> &
    Uses<'highlights'> &
    Past<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives' | 'people'>
>;

async function show(
  report: Report,
  version: number | null,
  context: ShowNeeds,
): Promise<CommandResult> {
  const shown = await showReport(report, version, context);
  if (!shown.ok) return refused(shown.refusal);
  const may = {
    write: permitReport('write-highlight', report, context).ok,
    approve: permitReport('approve-highlight', report, context).ok,
  };
  return reply(highlightMessage({ ...shown.value, timeZone: context.partnership.timeZone, may }));
}

async function file(
  report: Report,
  asked: Parameters<typeof makeReportFile>[1],
  context: MakeReportFileNeeds,
): Promise<CommandResult> {
  const made = await makeReportFile(report, asked, context);
  if (!made.ok) return refused(made.refusal);
  const { shown, file: written } = made.value;
  return {
    kind: 'reply',
    message: highlightFileMessage(shown, written.name),
    files: [written],
  };
}

async function form(report: Report, context: ShowNeeds): Promise<CommandResult> {
  const allowed = permitReport('write-highlight', report, context);
  if (!allowed.ok) return refused(allowed.refusal);
  const draft = await loadDraft(report, context);
  return draft ? reply(highlightFormMessage(draft)) : await show(report, null, context);
}

async function write(
  report: Report,
  written: Written,
  context: Given<
    Doing | 'today',
    Reads<NoteNames> & Commits<'audit' | 'highlights' | 'notifications' | 'people'>
  >,
): Promise<CommandResult> {
  return answer(await writeReport(report, written, context), ({ fields, draft }) =>
    highlightSavedMessage(fields, draft),
  );
}

async function question(report: Report, context: ShowNeeds): Promise<CommandResult> {
  const allowed = permitReport('approve-highlight', report, context);
  if (!allowed.ok) return refused(allowed.refusal);
  const draft = await loadDraft(report, context);
  // What is approved already is shown, with the way to a new version.
  return draft ? reply(approveQuestion(draft)) : await show(report, null, context);
}
