// `/pap kpi theme 3`: a theme's KPIs on one screen; with `table` as published, with a reading aid beside it. What is recorded
// and decided of a single KPI is in src/app: set-kpi-figure.ts, set-kpi-target.ts, decide-kpi.ts.

import {
  choice,
  date,
  dated,
  fewWords,
  flag,
  hidden,
  line,
  maybe,
  number,
  numbers,
  otherwise,
  person,
  theme,
  word,
  words,
  wordsThatRecord,
} from '../src/core/message/domain/line-form.ts';
import { splitFirst } from '../src/core/message/domain/text-ends.ts';
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
import { parseWords } from '../src/core/request/app/parse-words.ts';
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
import { setFigure } from '../src/reports/kpis/app/set-kpi-figure.ts';
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
    const { word, words: numbers } = split(words);
    return word === 'confirm' && numbers !== ''
      ? await confirmProposals(numbers, context)
      : await decidePolarity(words, context);
  },
  owner: setKpiOwner,
  target: proposeTarget,
  agree: agreeTarget,
  'sign-off': signOffTarget,
  signoff: signOffTarget,
  comment: commentOnKpi,
};

const own = {
  verb: 'kpi',
  forms: {
    theme: dated(line(theme(), flag('table', 'as published'))),
    show: dated(line(word('show'), number(), flag('picture'))),
    set: line(
      ...[word('set'), number(), maybe(word('as text')), fewWords('figure', '<figure>')],
      maybe(word('period'), words('period', '<when>')),
    ),
    compare: line(
      ...[word('compare'), number(), fewWords('figure', '<whom> <figure>')],
      maybe(word('period'), words('period', '<when>')),
    ),
    add: line(word('add'), words('kpi', '<theme> <name>')),
    import: line(word('import'), maybe(words('theme', '<theme>'))),
    export: line(word('export'), maybe(words('theme', '<theme>'))),
    confirm: line(word('polarity'), word('confirm'), numbers()),
    polarity: line(
      ...[word('polarity'), number()],
      choice('polarity', 'up-is-good', 'up-is-bad', 'neutral', 'undecided'),
      maybe(words('why', '<why>')),
    ),
    proposals: line(word('polarity')),
    owner: line(word('owner'), number(), person('owner', '<@name|nobody>')),
    target: line(
      ...[word('target'), number(), choice('way', 'at least', 'at most')],
      ...[
        fewWords('figure', '<figure>'),
        maybe(word('tolerance'), fewWords('off', '<by how much>')),
      ],
      maybe(word('by'), date('by'), maybe(word('via'), words('via', '<figure> in <period>, …'))),
    ),
    agree: line(word('agree'), number()),
    signOff: line(word('sign-off', 'signoff'), number(), words('forum', '<forum>'), date('on')),
    comment: line(word('comment'), number(), words('comment', '<words>')),
    notes: dated(line(word('notes'))),
    named: otherwise(hidden(dated(line(words('theme', '<theme>'), flag('table', 'as published'))))),
  },
  examples: ['kpi theme 3', 'kpi set 12 7.4% (339) period 2024', 'kpi show 12'],
} as const;

export const kpi = {
  ...own,
  name: 'kpi',
  aliases: ['kpis'],
  summary: 'shows a theme’s KPIs as published and how they read; records figures and targets',
  asAt: {
    lines: (line) => !wordsThatRecord(own.forms).has(split(line).word),
    answer: ask,
  },
  needs: {
    set: 'kpi-figure',
    compare: 'kpi-figure',
    add: 'kpi-add',
    import: 'kpi-add',
    confirm: 'kpi-polarity',
    polarity: 'kpi-polarity',
    owner: 'kpi-owner',
    target: 'kpi-target',
    agree: 'kpi-agree',
    signOff: 'kpi-sign-off',
    comment: 'kpi-figure',
    notes: 'kpi-notes',
  },
  access: `see: ${permissionTable['read-plan'].says}; set, compare and comment: ${permissionTable['kpi-figure'].says}; add and import: ${permissionTable['kpi-add'].says}; polarity and agree: ${permissionTable['kpi-agree'].says}; owner: ${permissionTable['kpi-owner'].says}; target: ${permissionTable['kpi-target'].says}; sign-off: ${permissionTable['kpi-sign-off'].says}; notes: ${permissionTable['kpi-notes'].says}`,
  async run(rest, context) {
    const { word, words } = split(rest);
    if (word === 'set') return answered(await setFigure(words, context));
    if (word === 'compare') return answered(await setComparator(words, context));
    if (word === 'import') return answered(await importKpis(words, context));
    if (word === 'export') return await toFile(words, context);
    if (word === 'polarity' && words === '') return reply(await listProposals(context));
    const decide = Object.hasOwn(decisions, word) ? decisions[word] : undefined;
    if (!decide) return await ask(rest, context);
    const done = await decide(words, context);
    return done.ok ? recorded(done.value) : refused(done.refusal);
  },
} satisfies Command;

function split(line: string): { readonly word: string; readonly words: string } {
  const { word, rest } = splitFirst(line);
  return { word: word.toLowerCase(), words: rest };
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
  const read = parseWords(own, line);
  if (!read.ok) return refused(read.refusal);
  const { said } = read.value;
  const words = 'theme' in said ? said.theme : line;
  const isTable = 'table' in said && said.table !== '';
  const theme = await findTheme(words, record);
  if (!theme.ok) return refused(theme.refusal);
  const table = await record.kpis.table(theme.value.id);
  const kpis = await loadKpis(record, theme.value.id, context);
  const title = `KPIs of ${themeName(theme.value)}`;
  if (!isTable && kpis.length > 0) {
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
  const asked = parseWords(own, `show ${line}`);
  const said = asked.ok && asked.value.form === 'show' ? asked.value.said : null;
  const read = await parseKpiLine(said?.number ?? line, 'kpi show 12', context);
  if (!read.ok) return refused(read.refusal);
  const { number, theme } = read.value.kpi;
  const facts = (await loadKpis(record, theme.id, context)).find((one) => one.number === number);
  if (!facts)
    return reply({
      title: `KPI ${number}: ${read.value.kpi.name}`,
      blocks: [paragraph('No KPI figures had been recorded by then.')],
    });
  const message = kpiMessage(facts, partnership.timeZone);
  return said?.picture ? await withPicture(message, facts, context) : reply(message);
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

/** What was recorded, or is asked first. */
function answered(
  done: Result<{ readonly recorded: boolean; readonly message: Message }>,
): CommandResult {
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
