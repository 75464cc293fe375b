// The JSON archive of a witness, taken into an empty record, and whether every row of it is there afterwards.
import type { Reply } from '../../src/core/request/app/inbound.ts';
import type { WitnessBot } from './bot.ts';

type Row = Readonly<Record<string, unknown>>;
type Archive = {
  readonly tables: readonly { readonly table: string; readonly rows: readonly Row[] }[];
};

const KEEPER = 'keeper@example.net';
/** Made anew by the record that a row comes into. */
const OF_THE_RECORD = ['seq', 'hash', 'prev_hash'];

/** Makes a partnership without any plan, and its programme office, in a record that holds nothing. */
export async function seedEmpty({ prisma }: WitnessBot['database']): Promise<void> {
  const { id: partnershipId } = await prisma.partnership.create({
    data: { key: 'empty', name: 'An empty record', shortName: 'Empty' },
  });
  await prisma.planVersion.create({
    data: { partnershipId, number: 99, label: 'Nothing yet', status: 'current' },
  });
  const organisation = await prisma.organisation.create({
    data: { partnershipId, key: 'keeper', name: 'Keeper', kind: 'council' },
  });
  const person = await prisma.person.create({
    data: {
      ...{ partnershipId, organisationId: organisation.id, key: 'keeper', name: 'Kit' },
      email: KEEPER,
    },
  });
  await prisma.roleGrant.create({
    data: {
      ...{ partnershipId, personId: person.id, role: 'programme_office' },
      startsOn: new Date('2024-01-01'),
    },
  });
}

/** Imports the archive as the office does; what of it is not in what is exported then, in words. */
export async function lostByImport(bot: WitnessBot, bytes: Uint8Array): Promise<string[]> {
  const file = { name: 'plan.json', bytes };
  const shown = await bot.terminal(KEEPER, 'admin import', { file });
  if (shown.outcome !== 'done') return [`not read: ${shown.code} ${shown.message.title}`];
  const done = await bot.terminal(KEEPER, 'admin import confirm 1');
  if (done.outcome !== 'done') return [`not taken: ${done.message.title}`, ...bot.complaints];
  const exported = await bot.terminal(KEEPER, 'admin export json');
  return missingRows(read(bytes), read(bytesOf(exported)));
}

function bytesOf({ files }: Reply): Uint8Array {
  const [file] = files ?? [];
  if (!file) throw new Error('nothing was exported');
  return file.bytes;
}

function read(bytes: Uint8Array): Archive {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The current version of the plan becomes the one that was there; every other row keeps its id. */
function missingRows(before: Archive, after: Archive): string[] {
  const current = (archive: Archive) =>
    rowsOf(archive, 'plan_version').find(({ status }) => status === 'current')?.id;
  const [was, is] = [String(current(before)), String(current(after))];
  const lost: string[] = [];
  for (const { table, rows } of before.tables) {
    const columns = Object.keys(rows[0] ?? {}).filter((name) => !OF_THE_RECORD.includes(name));
    const words = (row: Row) => JSON.stringify(columns.map((name) => sorted(row[name])));
    const there = new Set(rowsOf(after, table).map(words));
    const missing = rows.map(words).filter((row) => !there.has(row.replaceAll(was, is)));
    lost.push(...missing.map((row) => `${table}: ${row.slice(0, 300)}`));
  }
  return lost;
}

function rowsOf({ tables }: Archive, name: string): readonly Row[] {
  return tables.find(({ table }) => table === name)?.rows ?? [];
}

/** The order of an object’s keys is the database’s own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
