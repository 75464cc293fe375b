// The sheet of people. A row is somebody whom the record has where one of its addresses is theirs, else where the name is.
import { addressesOf, hasAddress, MOST_FURTHER } from '../../../people/people/domain/addresses.ts';
import { keysFor, type Names, peopleNamed } from './keys-for.ts';
import type { KnownRecord } from './known-record.ts';
import { rowsOfSheet, type SheetRow } from './sheet-rows.ts';
import type { WorkbookReading } from './workbook-reading.ts';

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/;
/** What people put between two addresses. */
const BETWEEN = /\s*[,;|/\n]\s*|\s+(?:and|or|&)\s+|\s+/i;

/** The addresses of one cell in lower case, the main one first, each once. */
export function parseAddresses(words: string): readonly string[] {
  const parts = words.toLowerCase().trim().split(BETWEEN);
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** Reads the rows of people, and says by which words the other sheets name them. */
export function parsePeople(
  { grids, known, rows, problems }: WorkbookReading,
  organisations: Names,
): Names {
  const found = rowsOfSheet(grids, 'People', problems).filter((row) => row.text('name') !== '');
  const addresses = found.map((row) => parseAddresses(row.text('email')));
  const before = addresses.map((own) => known.people.filter((one) => sharesOne(own, one)));
  const fresh = keysFor(
    found.map((row) => row.text('name')),
    known.people.filter(({ key }) => !before.some((all) => all.some((one) => one.key === key))),
    known.people.map(({ key }) => key),
  );
  const people = found.map((row, index) => {
    const [email = '', ...further] = addresses[index] ?? [];
    const key = before[index]?.[0]?.key ?? fresh[index] ?? '';
    const same = known.people.find((one) => one.key === key);
    return {
      ...{ key, name: row.text('name'), email, organisation: row.text('organisation') },
      furtherEmails: same ? withKnown(email, further, same) : further,
    };
  });
  found.forEach((row, index) => {
    const { key, name, email, furtherEmails } = people[index] ?? NOBODY;
    const place = row.place('email');
    for (const text of addresses[index] ?? [])
      if (!ADDRESS.test(text)) problems.push({ place, why: 'no-address', text });
    const several = before[index] ?? [];
    if (several.length > 1)
      problems.push({ place, why: 'two-people', meant: several.map((one) => one.name) });
    if (furtherEmails.length > MOST_FURTHER)
      problems.push({ place, why: 'too-many-addresses', text: String(MOST_FURTHER + 1) });
    const organisation = organisations.find(
      row.text('organisation'),
      row.place('organisation'),
      'Organisations',
      problems,
    );
    const facts = { key, name, email, furtherEmails, organisation };
    rows.push({ kind: 'person', at: row.at, row: facts });
  });
  refuseSharedAddress(found, addresses, problems);
  return peopleNamed(people, known.people);
}

const NOBODY = { key: '', name: '', email: '', furtherEmails: [] };

type KnownPerson = KnownRecord['people'][number];

function sharesOne(addresses: readonly string[], one: KnownPerson): boolean {
  return addresses.some((address) => hasAddress(one, address));
}

/** A file from before the office added an address takes none away. */
function withKnown(email: string, further: readonly string[], same: KnownPerson): string[] {
  const stays = hasAddress(same, email) ? addressesOf(same) : same.furtherEmails;
  return [...new Set([...further, ...stays])].filter((one) => one !== email);
}

/** The same address in two rows: whose it is is not guessed. */
function refuseSharedAddress(
  found: readonly SheetRow<'People'>[],
  addresses: readonly (readonly string[])[],
  problems: WorkbookReading['problems'],
): void {
  const first = new Map<string, SheetRow<'People'>>();
  found.forEach((row, index) => {
    for (const text of addresses[index] ?? []) {
      const earlier = first.get(text);
      if (earlier)
        problems.push({
          ...{ place: row.place('email'), why: 'twice', text },
          meant: [earlier.place('email')],
        });
      else first.set(text, row);
    }
  });
}
