// `/pap kpi theme 3`: a theme's KPIs on one screen; with `table` as published, with a reading aid beside it. What is recorded
// and decided of a single KPI is in src/app: set-kpi-figure.ts, set-kpi-target.ts, decide-kpi.ts.

import { type Message, paragraph } from '../src/core/message/messages/message.ts';
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
import type { Commits, Reads } from '../src/core/request/app/ports.ts';
import { permissionTable, permit } from '../src/core/request/domain/permissions.ts';
import type { Result } from '../src/core/request/domain/result.ts';
import { findTheme } from '../src/core/themes/app/find-theme.ts';
import { themeName } from '../src/core/themes/domain/theme-name.ts';
import type { KpiFacts } from '../src/reports/figures/domain/kpi-facts.ts';
import { kpiTrend } from '../src/reports/figures/messages/kpi-trend.ts';
import { addKpi } from '../src/reports/kpis/app/add-kpis.ts';
import { confirmProposals, listProposals } from '../src/reports/kpis/app/confirm-polarity.ts';
import { commentOnKpi, decidePolarity, setKpiOwner } from '../src/reports/kpis/app/decide-kpi.ts';
import { exportKpis } from '../src/reports/kpis/app/export-kpis.ts';
import { importKpis } from '../src/reports/kpis/app/import-kpis.ts';
import { loadKpis } from '../src/reports/kpis/app/kpi-readings.ts';
import { parseKpiLine } from '../src/reports/kpis/app/parse-kpi-line.ts';
import { setComparator } from '../src/reports/kpis/app/set-kpi-comparator.ts';
import { type SetFigureNeeds, setFigure } from '../src/reports/kpis/app/set-kpi-figure.ts';
import {
  agreeTarget,
  proposeTarget,
  signOffTarget,
} from '../src/reports/kpis/app/set-kpi-target.ts';
import { sanityNotes } from '../src/reports/kpis/domain/kpi-sanity.ts';
import { kpiNotesMessage } from '../src/reports/kpis/messages/kpi-notes.ts';
import { kpiReadingBlocks } from '../src/reports/kpis/messages/kpi-reading.ts';
import { kpiScorecard } from '../src/reports/kpis/messages/kpi-scorecard.ts';
import { kpiMessage } from '../src/reports/kpis/messages/kpi-show.ts';
import { kpiTableBlocks } from '../src/reports/kpis/messages/kpi-table.ts';

/** Behind a line that shows something: draw it as well. */
const PICTURE = /(?<!\s)\s+picture$/i;

/** Behind a theme: its table as published, not the scorecard. */
const TABLE = /(?<!\s)\s+(?:table|as published)$/i;

type Line = (
  words: string,
  context: Given<
    Doing | 'partnership' | 'today' | 'terms',
    Reads<NoteNames | 'kpiFigures' | 'kpis'> &
      Commits<'audit' | 'kpiFigures' | 'meetings' | 'notifications'>
  >,
) => Promise<Result<Message>>;

const decisions: Readonly<Record<string, Line>> = {
  add: addKpi,
  polarity: async (words, context) => {
    const [, numbers] = /^confirm\s+([\s\S]+)$/i.exec(words) ?? [];
    return numbers === undefined
      ? await decidePolarity(words, context)
      : await confirmProposals(numbers, context);
  },
  owner: setKpiOwner,
  target: proposeTarget,
  agree: agreeTarget,
  'sign-off': signOffTarget,
  signoff: signOffTarget,
  comment: commentOnKpi,
};

export const kpi = {
  name: 'kpi',
  aliases: ['kpis'],
  summary: 'shows a theme’s KPIs as published and how they read; records figures and targets',
  usage:
    'kpi theme <n> [table] [at <date>] | show <n> [picture] [at <date>] | set <n> [as text] <figure> [period <when>] | compare <n> <whom> <figure> [period <when>] | add <theme> <name> | import [<theme>] with a file | export [<theme>] | polarity [confirm <n>, <n> …|<n> <up-is-good|up-is-bad|neutral|undecided> [why]] | owner <n> <@name|nobody> | target <n> at <least|most> <figure> [tolerance <by how much>] [by <date> [via <figure> in <period>, …]] | agree <n> | sign-off <n> <forum> <date> | comment <n> <words> | notes',
  examples: ['kpi theme 3', 'kpi set 12 7.4% (339) period 2024', 'kpi show 12'],
  asAt: {
    lines: (line) =>
      !/^(?:set|compare|add|import|export|polarity|owner|target|agree|sign-?off|comment)(?=\s|$)/i.test(
        line,
      ),
    answer: ask,
  },
  access: `see: ${permissionTable['read-plan'].says}; set, compare and comment: ${permissionTable['kpi-figure'].says}; add and import: ${permissionTable['kpi-add'].says}; polarity and agree: ${permissionTable['kpi-agree'].says}; owner: ${permissionTable['kpi-owner'].says}; target: ${permissionTable['kpi-target'].says}; sign-off: ${permissionTable['kpi-sign-off'].says}; notes: ${permissionTable['kpi-notes'].says}`,
  async run(rest, context) {
    const { word, words } = split(rest);
    if (word === 'set') return await set(words, context);
    if (word === 'compare') return await compare(words, context);
    if (word === 'import') return await fromFile(words, context);
    if (word === 'export') return await toFile(words, context);
    if (word === 'polarity' && words === '') return reply(await listProposals(context));
    const decide = Object.hasOwn(decisions, word) ? decisions[word] : undefined;
    if (!decide) return await ask(rest, context);
    const done = await decide(words, context);
    return done.ok ? recorded(done.value) : refused(done.refusal);
  },
} satisfies Command;

function split(line: string): { readonly word: string; readonly words: string } {
  const [, first = '', words = ''] = /^(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  return { word: first.toLowerCase(), words };
}

async function ask(
  line: string,
  context: Given<
    'actor' | 'partnership' | 'now' | 'today' | 'asAt' | 'files',
    Reads<'kpiFigures' | 'kpis'>
  >,
): Promise<CommandResult> {
  const { word, words } = split(line);
  if (word === '')
    return refused({
      code: 'usage',
      verb: 'kpi',
      problem: 'Say which theme, for example “kpi theme 1” or “kpi right plan”.',
    });
  if (word === 'show') return await show(words, context);
  if (word === 'notes' && words === '') return await notes(context);
  return await showTheme(line, context);
}

/** The scorecard, or with `table` behind it the table as published with its reading aid. */
async function showTheme(
  line: string,
  context: Given<'partnership' | 'now' | 'today' | 'asAt', Reads<'kpiFigures' | 'kpis'>>,
): Promise<CommandResult> {
  const { record, partnership, asAt } = context;
  const words = line.replace(TABLE, '');
  const theme = await findTheme(words, record);
  if (!theme.ok) return refused(theme.refusal);
  const table = await record.kpis.table(theme.value.id);
  const kpis = await loadKpis(record, theme.value.id, context);
  const title = `KPIs of ${themeName(theme.value)}`;
  if (words === line && kpis.length > 0) {
    const dated = asAt ? ` at ${asAt.toString()}` : '';
    return reply(kpiScorecard(title, kpis, table && `kpi ${words.trim()} table${dated}`));
  }
  return reply({
    title,
    blocks: table
      ? [...kpiTableBlocks(table), ...kpiReadingBlocks(kpis, partnership.timeZone)]
      : [paragraph('The documents state no KPIs for it.')],
  });
}

async function show(
  line: string,
  context: Given<'partnership' | 'now' | 'today' | 'asAt' | 'files', Reads<'kpiFigures'>>,
): Promise<CommandResult> {
  const { record, partnership } = context;
  const words = line.replace(PICTURE, '');
  const read = await parseKpiLine(words, 'kpi show 12', context);
  if (!read.ok) return refused(read.refusal);
  const { number, theme } = read.value.kpi;
  const facts = (await loadKpis(record, theme.id, context)).find((one) => one.number === number);
  if (!facts)
    return reply({
      title: `KPI ${number}: ${read.value.kpi.name}`,
      blocks: [paragraph('No KPI figures had been recorded by then.')],
    });
  const message = kpiMessage(facts, partnership.timeZone);
  return words === line ? reply(message) : await withPicture(message, facts, context);
}

/** The trend as a picture beside it, where there are two figures to join. */
async function withPicture(
  message: Message,
  facts: KpiFacts,
  { files, asAt }: Given<'asAt' | 'files'>,
): Promise<CommandResult> {
  const trend = kpiTrend(facts, 'always');
  if (!trend)
    return reply({
      ...message,
      blocks: [
        ...message.blocks,
        paragraph('There is no picture: it takes two figures in the same unit.'),
      ],
    });
  const line = `kpi show ${facts.number} picture${asAt ? ` at ${asAt.toString()}` : ''}`;
  const file = {
    ...{ name: `kpi-${facts.number}.png`, mediaType: 'image/png', line },
    bytes: await files.drawPng(trend),
  };
  return { kind: 'reply', message, files: [file] };
}

async function set(words: string, context: SetFigureNeeds): Promise<CommandResult> {
  const done = await setFigure(words, context);
  if (!done.ok) return refused(done.refusal);
  return done.value.recorded ? recorded(done.value.message) : reply(done.value.message);
}

async function compare(
  words: string,
  context: Parameters<typeof setComparator>[1],
): Promise<CommandResult> {
  const done = await setComparator(words, context);
  if (!done.ok) return refused(done.refusal);
  return done.value.recorded ? recorded(done.value.message) : reply(done.value.message);
}

/** `export`, `export theme 2`. */
async function toFile(
  words: string,
  context: Given<
    'files' | 'partnership' | 'today' | 'now',
    Reads<NoteNames | 'kpiFigures' | 'kpis'>
  >,
): Promise<CommandResult> {
  const theme = words === '' ? null : await findTheme(words, context.record);
  if (theme && !theme.ok) return refused(theme.refusal);
  const line = `kpi export ${words}`.trim();
  const made = await exportKpis(theme?.value.id ?? null, line, context);
  const message = {
    title: `${made.kpis} KPIs with ${made.figures} figures`,
    blocks: [
      paragraph('Each figure is as it was printed or typed. “kpi import” reads the file again.'),
    ],
  };
  return { kind: 'reply', message, files: [made.file] };
}

async function fromFile(
  words: string,
  context: Parameters<typeof importKpis>[1],
): Promise<CommandResult> {
  const done = await importKpis(words, context);
  if (!done.ok) return refused(done.refusal);
  return done.value.recorded ? recorded(done.value.message) : reply(done.value.message);
}

async function notes({
  actor,
  record,
}: Given<'actor', Reads<'kpiFigures'>>): Promise<CommandResult> {
  const allowed = permit(actor, 'kpi-notes', 'kpi notes');
  if (!allowed.ok) return refused(allowed.refusal);
  const [kpis, statements] = await Promise.all([
    record.kpiFigures.list(),
    record.kpiFigures.statements(),
  ]);
  return reply(kpiNotesMessage(sanityNotes(kpis, statements)));
}
