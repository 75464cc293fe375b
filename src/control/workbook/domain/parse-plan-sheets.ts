// Reads the sheets of what people work on: forums and meetings, the plan, its KPIs and the channels.
import { parseDate } from '../../../core/dates/domain/parse-date.ts';
import { parseTimeOfDay } from '../../../core/dates/domain/time-of-day.ts';
import { areaFinder } from '../../layouts/domain/import-areas.ts';
import { keysFor, namesOf } from './keys-for.ts';
import { rowsOfSheet, type SheetRow } from './sheet-rows.ts';
import { refuseTwice, type WorkbookNames, type WorkbookReading } from './workbook-reading.ts';

/** Where the sheet Forums says nothing: what most boards print. */
const [RETURNS_DUE, DUE_TIME, PAPERS_FROZEN, MOST_DAYS] = [10, '17:00', 6, 60] as const;

/** Adds the rows of these sheets, and what is wrong with them. */
export function parsePlanSheets(reading: WorkbookReading, names: WorkbookNames): void {
  parseForums(reading);
  parsePlan(reading, names);
  parseKpis(reading, names);
  parseChannels(reading, names);
}

function parseForums({ grids, known, today, rows, problems }: WorkbookReading): void {
  const found = rowsOfSheet(grids, 'Forums', problems).filter((row) => row.text('name') !== '');
  const keys = keysFor(
    found.map((row) => row.text('name')),
    known.forums,
  );
  found.forEach((row, index) => {
    const days = (column: 'due' | 'freeze', least: number, most: number, otherwise: number) => {
      const typed = row.text(column);
      const number = typed === '' ? otherwise : Number(typed);
      if (Number.isInteger(number) && number >= least && number <= most) return number;
      const meant = [`from ${least} to ${most}`, String(otherwise)];
      problems.push({ place: row.place(column), why: 'no-number', text: typed, meant });
      return otherwise;
    };
    const due = days('due', 1, MOST_DAYS, RETURNS_DUE);
    // Papers stand no earlier than returns are due.
    const freeze = days('freeze', 0, due, Math.min(PAPERS_FROZEN, due));
    const time = row.text('time') === '' ? DUE_TIME : parseTimeOfDay(row.text('time'));
    if (time === null)
      problems.push({ place: row.place('time'), why: 'no-time', text: row.text('time') });
    rows.push({
      ...{ kind: 'forum', at: row.at },
      row: {
        ...{ key: keys[index], name: row.text('name'), kind: row.choice('kind') },
        summary: known.forums.find(({ key }) => key === keys[index])?.summary ?? null,
        collectsReturns: row.choice('collects') === 'yes',
        returnLeadWorkingDays: due,
        returnDueTime: time ?? DUE_TIME,
        freezeLeadWorkingDays: freeze,
      },
    });
  });
  refuseTwice(found, (row) => row.text('name'), 'name', problems);
  const named = found.map((row, index) => ({ key: keys[index] ?? '', name: row.text('name') }));
  const forums = namesOf(named, known.forums);
  for (const row of rowsOfSheet(grids, 'Meetings', problems)) {
    const forum = forums.find(row.text('forum'), row.place('forum'), 'Forums', problems);
    const words = row.text('date');
    const day = parseDate(words, today, 'future', { isPrinted: true });
    const isDay = day.kind === 'date' && day.date.precision === 'day';
    if (words !== '' && !isDay)
      problems.push({ place: row.place('date'), why: 'no-day', text: words });
    const date = isDay ? day.date.lastDay.toString() : '';
    const title = row.text('title') || row.text('forum');
    rows.push({ kind: 'meeting', at: row.at, row: { forum, date, title } });
  }
}

function parsePlan(
  { grids, known, today, rows, problems }: WorkbookReading,
  { organisations, people, themes }: WorkbookNames,
): void {
  const found = rowsOfSheet(grids, 'Plan', problems).filter((row) => row.text('ref') !== '');
  const areaOf = areaFinder(known.areas.map(({ ref, name }) => ({ areaRef: ref, areaName: name })));
  const areas = new Map<string, { readonly name: string | null; readonly at: string }>();
  for (const row of found) {
    const ref = row.text('ref');
    const heading = { text: row.text('area'), place: row.place('area'), row: 0 };
    const area = areaOf(ref, heading.text === '' ? null : heading);
    if (!areas.has(area.ref) || areas.get(area.ref)?.name === null)
      areas.set(area.ref, { name: area.name, at: row.at });
    const theme = themes.find(row.text('theme'), row.place('theme'), 'Themes', problems);
    rows.push({
      ...{ kind: 'objective', at: row.at },
      row: {
        ...{ ref, area: area.ref, themes: theme === '' ? [] : [theme], title: row.text('title') },
        due: dueOf(row, today, problems),
        successMeasure: row.text('measure') || null,
        rag: row.choice('rag') || null,
        ragNote: row.text('note') || null,
      },
    });
    const given = (role: 'owner' | 'deputy') => {
      const words = row.text(role);
      if (words === '') return;
      const organisation = people.exactly(words) === null ? organisations.exactly(words) : null;
      const person =
        organisation === null ? people.find(words, row.place(role), 'People', problems) : null;
      const now = known.assignments.filter((one) => one.objective === ref && one.role === role);
      const since = now.find((one) => one.person === person && one.organisation === organisation);
      // Who answers is handed over by people, so that the one before hears of it.
      if (now.length > 0 && !since)
        return void problems.push({ place: row.place(role), why: 'owner-stays', text: words });
      const from = since?.from ?? today.toString();
      rows.push({
        ...{ kind: 'assignment', at: row.at },
        row: { objective: ref, role, person, organisation, from, until: null },
      });
    };
    given('owner');
    given('deputy');
  }
  for (const [ref, { name, at }] of areas) {
    const before = known.areas.find((one) => one.ref === ref);
    rows.push({
      kind: 'area',
      at,
      row: { ref, name: name ?? before?.name ?? null, note: before?.note ?? null },
    });
  }
  refuseTwice(found, (row) => row.text('ref'), 'ref', problems);
}

/** The date as printed; what says that there is none, such as “ongoing”, is none. */
function dueOf(
  row: SheetRow<'Plan'>,
  today: WorkbookReading['today'],
  problems: WorkbookReading['problems'],
): Readonly<Record<string, string>> | null {
  const words = row.text('due');
  if (words === '') return null;
  const read = parseDate(words, today, 'future', { isPrinted: true });
  if (read.kind === 'unread') {
    const meant = read.readings.length > 0 && { meant: read.readings };
    problems.push({ place: row.place('due'), why: 'no-date', text: words, ...meant });
  }
  if (read.kind !== 'date') return null;
  const { text, precision, lastDay } = read.date;
  return { text, precision, lastDay: lastDay.toString() };
}

/** What stands over the columns of a table of KPIs. */
const KPI_HEADINGS = {
  nameHeader: 'KPI',
  baselineHeader: 'Baseline',
  performanceHeader: 'Latest',
  directionHeader: 'Direction of travel',
} as const;

function parseKpis(
  { grids, known, rows, problems }: WorkbookReading,
  { themes }: WorkbookNames,
): void {
  const found = rowsOfSheet(grids, 'KPIs', problems).filter((row) => row.text('name') !== '');
  const themed = new Map<string, string>();
  let last = Math.max(0, ...known.kpis.map(({ number }) => number));
  for (const row of found) {
    const theme = themes.find(row.text('theme'), row.place('theme'), 'Themes', problems);
    const name = row.text('name');
    const before = known.kpis.find((one) => one.name === name && one.theme === theme);
    if (!themed.has(theme)) themed.set(theme, row.at);
    rows.push({
      ...{ kind: 'kpi', at: row.at },
      row: {
        ...{ number: before?.number ?? ++last, theme, name },
        ...{ baseline: row.text('baseline'), performance: row.text('latest') },
        direction: row.choice('direction'),
      },
    });
  }
  for (const [theme, at] of themed)
    rows.push({ kind: 'kpi-table', at, row: { theme, title: 'KPIs', ...KPI_HEADINGS } });
  refuseTwice(found, (row) => `${row.text('theme')}: ${row.text('name')}`, 'name', problems);
}

function parseChannels(
  { grids, rows, problems }: WorkbookReading,
  { themes }: WorkbookNames,
): void {
  for (const row of rowsOfSheet(grids, 'Channels', problems)) {
    const theme = themes.find(row.text('theme'), row.place('theme'), 'Themes', problems);
    rows.push({
      ...{ kind: 'channel', at: row.at },
      row: {
        ...{ theme: theme || null, platform: row.choice('platform') },
        ...{ tenantId: row.text('tenant'), channelId: row.text('id'), name: row.text('name') },
        purpose: row.choice('purpose') || 'workstream',
      },
    });
  }
}
