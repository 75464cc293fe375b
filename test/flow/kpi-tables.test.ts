// The three KPI tables of the partnership's document, each against the document's own text: in `/pap kpi`, in the
// digest, and in both forms of the board's pack.
import { expect, it } from 'vitest';
import type { Message } from '../../src/core/message/messages/message.ts';
import type { Reply } from '../../src/core/request/app/inbound.ts';
import { fileFormats } from '../../src/files/formats.ts';
import { postDueDigests } from '../../src/reports/digests/app/post-due-digests.ts';
import {
  howToProvideDocuments,
  readSourceDocuments,
} from '../control/plan-folders/files/support/source-documents.ts';
import { blocksOf } from '../support/world/message-parts.ts';
import { describePlan } from '../support/world/plan-suite.ts';

const documents = readSourceDocuments();
if (documents === null) console.log(howToProvideDocuments);

type Table = { readonly headers: readonly string[]; readonly rows: readonly string[][] };

/** A table of the document: its header line, then lines of four cells divided by tabs. */
function tablesOf(lines: readonly string[]): Table[] {
  const cellsOf = (line = '') => line.split('\t').map((cell) => cell.trim());
  return lines.flatMap((line, index) => {
    const headers = cellsOf(line);
    if (headers.length !== 4 || !/^(?:indicator|kpi)/i.test(headers[0] ?? '')) return [];
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((one) => one.split('\t').length < 4);
    return [{ headers, rows: rest.slice(0, end).map(cellsOf) }];
  });
}

const tables = tablesOf(documents?.get('000') ?? []);

/** The table of a message that has a column for each of the document's. */
function tableOf(message: Message): Table | undefined {
  const block = blocksOf(message, 'table').find(({ columns }) => columns.length === 4);
  return (
    block && { headers: block.columns.map(({ header }) => header), rows: block.rows.map(copy) }
  );
}

/** The tables of a pack, read from its file as anybody's file is read. */
async function tablesIn({ files = [] }: Reply, ending: string): Promise<Table[]> {
  const file = files.find(({ name }) => name.endsWith(ending));
  const reading = await fileFormats.read(file?.bytes ?? new Uint8Array());
  if (reading.kind !== 'tables') throw new Error(`${ending} is ${reading.kind}`);
  return reading.grids.map(({ rows }) => {
    const [headers = [], ...body] = rows.map((row) => row.map((cell) => cell?.text ?? ''));
    return { headers, rows: body.map(withoutEmptyEnd) };
  });
}

function copy(row: readonly string[]): string[] {
  return [...row];
}

describePlan('the document’s KPI tables', (parts) => {
  it.skipIf(documents === null)('are three, of 17, 5 and 7 rows', () => {
    expect(tables.map(({ rows }) => rows.length)).toEqual([17, 5, 7]);
  });

  it.skipIf(documents === null)('stand in `/pap kpi` cell for cell', async () => {
    const { world } = parts;
    for (const [index, table] of tables.entries()) {
      const { message } = await world.pap('owner@example.org', `kpi theme ${index + 1} table`);
      expect(tableOf(message)).toEqual(table);
    }
  });

  it.skipIf(documents === null)('stand in the posted digests cell for cell', async () => {
    const { world } = parts;
    await world.bindChannel('slack', 3, { channelId: 'C0THREE' });
    world.at('2024-07-08T09:30');
    await world.run(postDueDigests);
    await world.deliver();

    const posted = world.sent.filter(({ target }) => target.kind === 'channel');
    const found = posted
      .toSorted((one, other) => (one.message.title < other.message.title ? -1 : 1))
      .map(({ message }) => tableOf(message));

    expect(found).toEqual(tables);
  });

  it.skipIf(documents === null)('stand in both forms of the pack cell for cell', async () => {
    const { world } = parts;
    const pack = await world.pap('office@example.org', 'admin pack');
    // A reading aid is another table, never a column of the published one.
    for (const ending of ['.docx', '.html']) {
      const found = await tablesIn(pack, ending);
      for (const { headers, rows } of tables)
        expect(found).toContainEqual({ headers, rows: rows.map(withoutEmptyEnd) });
    }
  });
});

/** A file's reader leaves out the empty cells at the end of a row. */
function withoutEmptyEnd(row: readonly string[]): string[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== '') + 1);
}
