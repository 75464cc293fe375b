// Reads the workbook into the rows of a plan folder: names become the keys by which rows refer to each other, those of the
// record where it has them. All that is wrong is said at once, each with its cell; then nothing is loaded.
import type { Temporal } from 'temporal-polyfill';
import type { Grid } from '../../../core/message/domain/grid.ts';
import { addressesOf } from '../../../people/people/domain/addresses.ts';
import { concernOf } from '../../layouts/domain/import-guard.ts';
import { keysFor, type Names, namesOf } from './keys-for.ts';
import type { KnownRecord } from './known-record.ts';
import { parseAddresses, parsePeople } from './parse-people.ts';
import { parsePlanSheets } from './parse-plan-sheets.ts';
import { isNote, rowsOfSheet, type WorkbookProblem } from './sheet-rows.ts';
import { refuseTwice, type WorkbookReading, type WorkbookRow } from './workbook-reading.ts';
import type { ColumnOf } from './workbook-sheets.ts';

export type ParsedWorkbook = {
  readonly rows: readonly WorkbookRow[];
  /** With one of these nothing is loaded. */
  readonly problems: readonly WorkbookProblem[];
  /** What was passed over. */
  readonly notes: readonly WorkbookProblem[];
};

/** @param today roles and owners that are new begin on it */
export function parseWorkbook(
  grids: readonly Grid[],
  known: KnownRecord,
  today: Temporal.PlainDate,
): ParsedWorkbook {
  const reading: WorkbookReading = { grids, known, today, rows: [], problems: [] };
  parsePartnership(reading);
  const organisations = parseOrganisations(reading);
  const people = parsePeople(reading, organisations);
  const themes = parseThemes(reading);
  parseRoles(reading, people, themes);
  parsePlanSheets(reading, { organisations, people, themes });
  refusePersonalData(reading);
  return {
    rows: reading.rows,
    problems: reading.problems.filter((one) => !isNote(one)),
    notes: reading.problems.filter((one) => isNote(one)),
  };
}

/** The name of the partnership, by which the record is asked for what it has; null: none is said. */
export function partnershipNamed(grids: readonly Grid[]): string | null {
  const [row] = rowsOfSheet(grids, 'Partnership', []);
  const name = row?.text('name') ?? '';
  return name === '' ? null : name;
}

/** What people wrote in words of their own; the rest names officers, which a plan may. */
const OWN_WORDS = {
  Themes: ['name', 'outcome'],
  Plan: ['title', 'area', 'measure', 'note'],
  KPIs: ['name', 'baseline', 'latest'],
} as const;

/** A plan names no child: what certainly does, or may, is not loaded. The people of the plan may be named in it. */
function refusePersonalData({ grids, known, problems }: WorkbookReading): void {
  const people = rowsOfSheet(grids, 'People', []);
  const officers = {
    emails: new Set([
      ...known.people.flatMap((one) => addressesOf(one)),
      ...people.flatMap((row) => parseAddresses(row.text('email'))),
    ]),
    names: [...known.people.map(({ name }) => name), ...people.map((row) => row.text('name'))],
  };
  const look = <S extends keyof typeof OWN_WORDS>(sheet: S, columns: readonly ColumnOf<S>[]) => {
    for (const row of rowsOfSheet(grids, sheet, []))
      for (const column of columns) {
        const concern = concernOf(row.text(column), officers);
        if (concern)
          problems.push({
            place: row.place(column),
            why: concern === 'bad-words' ? concern : 'personal-data',
          });
      }
  };
  look('Themes', OWN_WORDS.Themes);
  look('Plan', OWN_WORDS.Plan);
  look('KPIs', OWN_WORDS.KPIs);
}

function parsePartnership({ grids, known, rows, problems }: WorkbookReading): void {
  const [row, second] = rowsOfSheet(grids, 'Partnership', problems);
  if (second) problems.push({ place: second.at, why: 'one-partnership' });
  if (!row)
    return void problems.push({ place: 'Sheet ‘Partnership’ A2', why: 'missing', text: 'Name' });
  const name = row.text('name');
  const shortName = row.text('short') || (known.partnership?.shortName ?? name);
  const [key = ''] = keysFor(
    [known.partnership?.name ?? shortName],
    known.partnership ? [known.partnership] : [],
  );
  rows.push({ kind: 'partnership', at: row.at, row: { key, name, shortName } });
  if (!known.hasPlan)
    rows.push({
      kind: 'plan-version',
      at: row.at,
      row: { number: 1, label: 'Plan', status: 'current' },
    });
}

function parseOrganisations({ grids, known, rows, problems }: WorkbookReading): Names {
  const found = rowsOfSheet(grids, 'Organisations', problems).filter(
    (row) => row.text('name') !== '',
  );
  const keys = keysFor(
    found.map((row) => row.text('name')),
    known.organisations,
  );
  found.forEach((row, index) => {
    rows.push({
      ...{ kind: 'organisation', at: row.at },
      row: { key: keys[index], name: row.text('name'), kind: row.choice('kind') },
    });
  });
  for (const row of found) {
    const text = row.text('name');
    const merged = known.merged.find((one) => one.name.toLowerCase() === text.toLowerCase());
    if (merged)
      problems.push({ place: row.place('name'), why: 'merged', text, meant: [merged.into] });
  }
  refuseTwice(found, (row) => row.text('name'), 'name', problems);
  return namesOf(
    found.map((row, index) => ({ key: keys[index] ?? '', name: row.text('name') })),
    known.organisations,
  );
}

function parseThemes({ grids, known, rows, problems }: WorkbookReading): Names {
  const found = rowsOfSheet(grids, 'Themes', problems).filter((row) => row.text('name') !== '');
  const keys = keysFor(
    found.map((row) => row.text('name')),
    known.themes,
  );
  found.forEach((row, index) => {
    const before = known.themes.find(({ key }) => key === keys[index]);
    const number = Number(row.text('number'));
    const place = row.place('number');
    if (!Number.isInteger(number) || number < 1)
      problems.push({ place, why: 'no-number', text: row.text('number'), meant: ['from 1', '1'] });
    // Two themes of one number cannot stand in the record, not even until both are changed.
    const other = known.themes.find((one) => one.number === number && one.key !== keys[index]);
    if (other)
      problems.push({ place, why: 'number-taken', text: row.text('number'), meant: [other.name] });
    rows.push({
      ...{ kind: 'theme', at: row.at },
      row: {
        ...{ key: keys[index], kind: 'theme', number, name: row.text('name') },
        ...{ inShort: before?.inShort ?? null, scope: before?.scope ?? null },
        outcome: row.text('outcome') || null,
      },
    });
  });
  refuseTwice(found, (row) => row.text('number'), 'number', problems);
  refuseTwice(found, (row) => row.text('name'), 'name', problems);
  return namesOf(
    found.map((row, index) => ({ key: keys[index] ?? '', name: row.text('name') })),
    known.themes,
  );
}

/** Roles that go with a theme. */
const OF_A_THEME = ['co-chair', 'evidence-lead'];

function parseRoles(
  { grids, known, today, rows, problems }: WorkbookReading,
  people: Names,
  themes: Names,
): void {
  const found = rowsOfSheet(grids, 'Roles', problems);
  for (const row of found) {
    const person = people.find(row.text('person'), row.place('person'), 'People', problems);
    const role = row.choice('role');
    const named = row.text('theme');
    const theme = named === '' ? null : themes.find(named, row.place('theme'), 'Themes', problems);
    if (role === 'co-chair' && named === '')
      problems.push({ place: row.place('theme'), why: 'needs-theme', text: row.text('role') });
    const own = OF_A_THEME.includes(role) ? theme : null;
    const since = known.roles.find(
      (one) => one.person === person && one.role === role && one.theme === own,
    );
    const from = since?.from ?? today.toString();
    rows.push({ kind: 'role', at: row.at, row: { person, role, theme: own, from, until: null } });
  }
  const isOffice = ({ role }: { readonly role: string }) => role === 'programme-office';
  if (
    !known.roles.some(isOffice) &&
    !found.some((row) => row.choice('role') === 'programme-office')
  )
    problems.push({ place: 'Sheet ‘Roles’', why: 'no-office' });
}
