// What is wrong with a workbook and what loading it does, in words that say what to do.

import type { UnreadCell } from '../../../core/message/domain/grid.ts';
import { problemReasons } from '../../imports/messages/import-reasons.ts';
import type { WorkbookProblem } from '../domain/sheet-rows.ts';

type Own = Exclude<WorkbookProblem['why'], UnreadCell | 'too-long'>;

const words: Readonly<Record<Own | 'too-long', (problem: WorkbookProblem) => string>> = {
  'no-sheet': () =>
    'this sheet is missing. Make a new workbook with --template and copy your rows into it',
  'no-column': ({ text = '' }) =>
    `the column “${text}” is missing. Put its heading back into row 1`,
  missing: ({ text = '' }) => `“${text}” is empty, and this row needs it`,
  'too-long': ({ text }) =>
    `longer than ${text === undefined ? 'fits' : `${text} characters`}. Shorten it`,
  'no-choice': ({ text = '', meant = [] }) =>
    `“${text}” isn't one of the choices. Use ${among(meant)}`,
  'no-number': ({ text = '', meant = [] }) =>
    `“${text}” isn't a number ${meant.join('. Use one such as ')}`,
  'no-time': ({ text = '' }) => `“${text}” isn't a time of day. Use one such as 17:00 or noon`,
  'no-date': ({ text = '', meant = [] }) =>
    `“${text}” can't be read as a date for certain.${meant.length > 0 ? ` Did you mean ${among(meant)}?` : ''} Use one such as 31 March 2027 or March 2027`,
  'no-day': ({ text = '' }) => `“${text}” isn't one day. Use one such as 24 July 2026`,
  'no-address': ({ text = '' }) => `“${text}” isn't an e-mail address`,
  'two-people': ({ meant = [] }) =>
    `these addresses are of different people: ${meant.join(', ')}. Give each person a row of their own`,
  'too-many-addresses': ({ text = '' }) =>
    `this person would have ${text} further addresses or more. Keep those that they use for Slack or Teams`,
  unknown: ({ text = '', meant = [], sheet = '' }) =>
    `“${text}” isn't on the sheet ‘${sheet}’.${meant.length > 0 ? ` Did you mean ${among(meant)}?` : ''} Add it there, or use the spelling there`,
  'two-fit': ({ text = '', meant = [] }) =>
    `“${text}” could be more than one: ${meant.join(', ')}. Use the e-mail address instead`,
  twice: ({ text = '', meant = [] }) =>
    `“${text}” is also at ${meant.join(', ')}. Delete one of them`,
  'needs-theme': ({ text = '' }) => `${text}: choose a theme`,
  'one-partnership': () => 'a workbook is for one partnership. Delete all rows but one',
  'no-office': () =>
    'no one is Programme office. Give that role to at least one person, who can then change the plan, people and channels',
  'personal-data': () =>
    'may be about one child or family, so it was not loaded. Take out what shows who it is',
  'bad-words': () => 'has characters that cannot be kept. Type it again',
  'number-taken': ({ text = '', meant = [] }) =>
    `the theme “${meant.join()}” has number ${text} in the record. Use another number`,
  merged: ({ text = '', meant = [] }) =>
    `“${text}” became part of ${meant.join()}. Delete this row, and use that name on the sheet People`,
  'no-such-column': ({ text = '' }) =>
    `“${text}” isn't a column of this workbook, so it was left out`,
  'owner-stays': ({ text = '' }) =>
    `this already has a different owner, who keeps it. To hand it over to ${text}, use “handover” in chat`,
};

/** One line: where, what, and what to do. */
export function workbookProblemText(problem: WorkbookProblem): string {
  const { place, why } = problem;
  return `${place}: ${isOwn(why) ? words[why](problem) : problemReasons[why]}`;
}

function isOwn(why: WorkbookProblem['why']): why is keyof typeof words {
  return why in words;
}

function among(options: readonly string[]): string {
  if (options.length < 2) return options.join('');
  return `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`;
}

/** What loading adds or changes, as the record has it afterwards. */
export type WorkbookEffect = {
  /** How many rows are new, by kind. */
  readonly counts: Readonly<Partial<Record<string, number>>>;
  readonly differences: readonly {
    readonly kind: string;
    readonly name: string | null;
    readonly columns: readonly string[];
    readonly isKept: boolean;
  }[];
};

/** Kinds that a reader counts, in one and in many. */
const KINDS: readonly (readonly [kind: string, one: string, many: string])[] = [
  ['partnership', 'partnership', 'partnerships'],
  ['organisation', 'organisation', 'organisations'],
  ['person', 'person', 'people'],
  ['theme', 'theme', 'themes'],
  ['role', 'role', 'roles'],
  ['forum', 'forum', 'forums'],
  ['meeting', 'meeting', 'meetings'],
  ['area', 'area', 'areas'],
  ['objective', 'objective', 'objectives'],
  ['assignment', 'owner or deputy', 'owners and deputies'],
  ['kpi', 'KPI', 'KPIs'],
  ['channel', 'channel', 'channels'],
];

/** Columns of the record as the workbook calls them. */
const COLUMNS: Readonly<Record<string, string>> = {
  ...{
    shortName: 'short name',
    email: 'e-mail',
    furtherEmails: 'further e-mail',
    organisationId: 'organisation',
    areaId: 'area',
  },
  ...{ dueText: 'due', successMeasure: 'success measure', collectsReturns: 'collects returns' },
  ...{ returns_due: 'returns due', freeze: 'papers frozen', performance: 'latest' },
  ...{ publishedDirection: 'direction of travel', themeId: 'theme', inShort: 'in short' },
};

/** How those that a file does not change are changed. */
const WAYS: Readonly<Record<string, string>> = {
  objective: 'admin change <ref> …',
  kpi: 'kpi set …',
  forum: 'admin cycle …',
  channel: 'admin channel …',
};

/** The lines of the dry run. @returns nothing where the record says all of it already */
export function workbookEffectLines({ counts, differences }: WorkbookEffect): string[] {
  const added = KINDS.flatMap(([kind, one, many]) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const told = (isKept: boolean) =>
    differences
      .filter((one) => one.isKept === isKept && one.name !== null)
      .map(({ kind, name, columns }) => {
        const which = columns.map((column) => COLUMNS[column] ?? column).join(', ');
        const way = isKept && WAYS[kind] ? ` (to change it: “${WAYS[kind]}” in chat)` : '';
        return `  ${name}: ${which}${way}`;
      });
  const changed = told(false);
  const kept = told(true);
  return [
    ...(added.length > 0 ? [`New: ${added.join(', ')}.`] : []),
    ...(changed.length > 0 ? ['Changed:', ...changed] : []),
    ...(kept.length > 0 ? ['Different in the file, and not changed:', ...kept] : []),
  ];
}
