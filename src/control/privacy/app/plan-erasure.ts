// What erasing one person would change, row by row: the same for the question, for the work itself and for the report.
import { dayText } from '../../../core/dates/messages/when.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Uses } from '../../../core/request/app/ports.ts';
import { columnsOf, type KeptTable } from '../domain/kept-data.ts';
import { keptTables } from '../domain/kept-tables.ts';
import {
  type EntryText,
  entryWithout,
  type ItemWords,
  itemWithout,
  ownPlaces,
} from '../domain/own-words.ts';
import {
  isTelling,
  mentions,
  needles,
  relabelled,
  relabelledWhole,
  type Traces,
  tellingParts,
  withoutTraces,
} from '../domain/traces.ts';
import type { FoundEntry, FoundText, TextColumn } from './privacy-ports.ts';

export type Outside = {
  readonly packs: readonly { readonly number: number; readonly version: number }[];
  readonly sent: number;
  readonly exports: number;
};

export type ErasurePlan = {
  readonly traces: Traces;
  readonly email: string;
  readonly entries: readonly { readonly id: string; readonly text: EntryText }[];
  readonly items: readonly { readonly id: string; readonly item: ItemWords }[];
  readonly texts: readonly {
    readonly column: TextColumn;
    readonly id: string;
    readonly value: unknown;
  }[];
  /** How many rows of each table change. */
  readonly rows: ReadonlyMap<string, number>;
  /** What nobody can take back. */
  readonly outside: Outside;
};

/** These are looked at by hand: an entry's words with its salts, a part's with who added them. */
const APART = new Set(['objective_entry', 'entry_words', 'plan_item']);

/** Null: there is no such person. */
export async function planErasure(
  personId: string,
  { erasing }: Uses<'erasing'>,
  { today }: Given<'today'>,
): Promise<ErasurePlan | null> {
  const known = await erasing.knownAs(personId);
  if (!known) return null;
  const number = await erasing.nextNumber();
  const email = `erased-${number}@erased.invalid`;
  const traces: Traces = {
    ...{ personId, names: known.names, accounts: known.accounts },
    label: `a former ${known.owned ? 'owner' : 'member'} ${number}`,
    erased: `words erased on ${dayText(today)}`,
    parts: tellingParts(known.names, known.others),
    addresses: new Map(known.addresses.map((address) => [address, email])),
  };
  const wanted = needles(traces);
  const entries = await entriesWithout(await erasing.entries(personId, wanted), traces, today);
  const items = (await erasing.items(personId, wanted)).flatMap(({ id, addedBy, ...item }) => {
    const own = ownPlaces(item, personId, addedBy === personId);
    const changed = itemWithout(item, own, traces);
    return changed ? [{ id, ...changed }] : [];
  });
  const gone = [...entries, ...items].flatMap((one) => bothForms(one.gone, known.people));
  const words = await textsOf(['words'], [], ({ value, by }) =>
    typeof value === 'string' && (by === personId || mentions(value, traces))
      ? traces.erased
      : value,
  );
  gone.push(...words.flatMap(({ was }) => (typeof was === 'string' ? [was] : [])));
  const others = [
    ...(await textsOf(['log'], [], ({ value }) => relabelledWhole(String(value), traces))),
    ...(await textsOf(['plan'], [], ({ value }) => relabelled(String(value), traces))),
    ...(await textsOf(['copy'], gone.filter(isTelling), ({ value }) =>
      withoutTraces(value, traces, gone),
    )),
  ];

  async function textsOf(
    classes: readonly ('words' | 'log' | 'plan' | 'copy')[],
    more: readonly string[],
    change: (found: FoundText) => unknown,
  ) {
    const changes: { column: TextColumn; id: string; value: unknown; was: unknown }[] = [];
    for (const column of keptTables.flatMap((table) => textColumns(table, classes)))
      for (const found of await erasing.texts(column, personId, [...wanted, ...more])) {
        const value = change(found);
        if (JSON.stringify(value) !== JSON.stringify(found.value))
          changes.push({ column, id: found.id, value, was: found.value });
      }
    return changes;
  }

  const texts = [...words, ...others];
  const packs = await erasing.packs(wanted);
  const sent = await erasing.sentMessages(wanted);
  return {
    ...{ traces, email, texts },
    entries: entries.map(({ id, entry }) => ({ id, text: entry })),
    items: items.map(({ id, item }) => ({ id, item })),
    rows: countRows([
      ...entries.map(() => 'entry_words'),
      ...items.map(() => 'plan_item'),
      ...new Set(texts.map(({ column, id }) => `${column.table} ${id}`)),
    ]),
    outside: { packs, sent, exports: await erasing.exports() },
  };
}

async function entriesWithout(
  found: readonly FoundEntry[],
  traces: Traces,
  today: Given<'today'>['today'],
) {
  const { personId } = traces;
  const added = new Set(
    found.flatMap(({ itemId, adds, authorId }) =>
      adds && itemId && authorId === personId ? [itemId] : [],
    ),
  );
  return found.flatMap(({ entryId, authorId, itemId, adds: _, ...text }) => {
    const own = new Set(authorId === personId ? ['/note'] : []);
    for (const side of ['before', 'after'] as const) {
      const facts = itemFacts(text.detail, side);
      const theirs = itemId !== null && added.has(itemId);
      for (const place of facts ? ownPlaces(facts, personId, theirs) : [])
        own.add(`/detail/${side}/${place}`);
    }
    const changed = entryWithout(text, own, traces, today.toString());
    return changed ? [{ id: entryId, ...changed }] : [];
  });
}

/** Words as they are kept, and as they were shown: with names in the place of ids. */
function bothForms(
  words: readonly string[],
  people: Readonly<Record<string, string>>,
): readonly string[] {
  return words.flatMap((one) => {
    const shown = one.replaceAll(/⟦([0-9a-f-]{36})⟧/g, (mark, id: string) => people[id] ?? mark);
    return shown === one ? [one] : [one, shown];
  });
}

/** What an entry says that a part of an objective was, or became. */
function itemFacts(detail: unknown, side: 'before' | 'after'): ItemWords | null {
  if (typeof detail !== 'object' || detail === null) return null;
  const facts: unknown = Object.entries(detail).find(([key]) => key === side)?.[1];
  const isFacts =
    typeof facts === 'object' && facts !== null && 'kind' in facts && 'detail' in facts;
  return isFacts ? (facts as ItemWords) : null;
}

function textColumns(
  table: KeptTable,
  classes: readonly ('words' | 'log' | 'plan' | 'copy')[],
): TextColumn[] {
  const { id, partnership_id: own } = table.columns;
  if (APART.has(table.table) || id === undefined || own === undefined) return [];
  return columnsOf(table, ...classes).map((column) => ({
    ...{ table: table.table, column },
    by: table.by[column] ?? null,
  }));
}

function countRows(rows: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const row of rows) {
    const table = row.split(' ')[0] ?? row;
    counted.set(table, (counted.get(table) ?? 0) + 1);
  }
  return counted;
}
