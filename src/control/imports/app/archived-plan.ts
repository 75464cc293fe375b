// The JSON form of a whole plan: what `admin export json` writes and `admin import` takes back.
import type { FileProblem } from '../../../core/message/domain/grid.ts';
import {
  findPersonalData,
  type KnownPeople,
  knownPeople,
} from '../../../core/personal-data/domain/personal-data.ts';
import type { Partnership } from '../../../core/request/app/ports.ts';
import type { ArchivedTable } from './archive-ports.ts';

const NOBODY: KnownPeople = { emails: new Set(), names: [] };

/** Raised when an older reader could not read what is written. */
export const PLAN_FORMAT_VERSION = 1;

export type PlanExport = {
  readonly format: 'pap-plan';
  readonly version: number;
  readonly exportedAt: string;
  readonly partnership: { readonly key: string; readonly name: string; readonly timeZone: string };
  readonly tables: readonly ArchivedTable[];
};

/** What is looked at of such a file when it comes in, and kept of it whole. */
export type KeptPlan = Pick<PlanExport, 'format' | 'version' | 'tables'>;

/** The file's content. `format` comes first: by that it is recognised. */
export function planExport(
  { key, name, timeZone }: Partnership,
  tables: readonly ArchivedTable[],
  exportedAt: string,
): PlanExport {
  const partnership = { key, name, timeZone };
  return { format: 'pap-plan', version: PLAN_FORMAT_VERSION, exportedAt, partnership, tables };
}

/** Null: it is no such file, or one of a later version. */
export function parsePlanExport(text: string): KeptPlan | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isKeptPlan(value) ? value : null;
}

/** Properties of which nothing is known yet, and what holds where they are missing. */
type Untold<Name extends string> = Readonly<Record<Name, unknown>>;
const nothing = { format: null, version: null, tables: null, table: null, rows: null };

function isKeptPlan(value: unknown): value is KeptPlan {
  if (typeof value !== 'object' || value === null) return false;
  const { format, version, tables }: Untold<keyof KeptPlan> = { ...nothing, ...value };
  return (
    format === 'pap-plan' &&
    version === PLAN_FORMAT_VERSION &&
    Array.isArray(tables) &&
    tables.every(isTable)
  );
}

function isTable(value: unknown): value is ArchivedTable {
  if (typeof value !== 'object' || value === null) return false;
  const { table, rows }: Untold<keyof ArchivedTable> = { ...nothing, ...value };
  return (
    typeof table === 'string' &&
    Array.isArray(rows) &&
    rows.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
  );
}

/** An exported plan passes the personal-data guard whole, or not at all. */
export function archiveProblem({ tables }: KeptPlan): FileProblem | null {
  const people = tables.find(({ table }) => table === 'person')?.rows ?? [];
  const known = knownPeople(
    people.map(({ name, email, further_emails: further }) => ({
      ...{ name: String(name), email: String(email) },
      furtherEmails: Array.isArray(further) ? further.map(String) : [],
    })),
  );
  const texts = tables.flatMap(({ rows }) => rows).flatMap((row) => stringsIn(row));
  const isCertain = (text: string, people: KnownPeople) =>
    findPersonalData(text, people).some(({ certainty }) => certainty === 'certain');
  // The people are only looked for where there is something that they could explain: it takes long.
  const isPersonal = texts.some((text) => isCertain(text, NOBODY) && isCertain(text, known));
  return isPersonal ? 'personal-data' : null;
}

/** Ids, digests and times, by the names of their columns: nobody wrote them, and chance makes their digits. */
const NO_WORDS = /(?:^|_)(?:id|key|hash|at|on|day)$|[a-z](?:Id|At|On|Day)$/;

/** Words and figures that people wrote. */
function stringsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string')
    return /\s/.test(value) || value.includes('@') || !NO_WORDS.test(name) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const names = Array.isArray(value) ? [] : Object.keys(value);
  return [
    ...names,
    ...Object.entries(value).flatMap(([key, one]) =>
      stringsIn(one, Array.isArray(value) ? name : key),
    ),
  ];
}
