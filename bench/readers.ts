// `npm run bench -- readers`: the processor time of every reader of typed text, for text that is meant to keep it busy,
// of 3,000, 6,000 and 12,000 characters. Each reader is printed with the text that keeps it longest: every text is tried
// on every reader at the shortest length, and pairs of the worst pieces where that takes long enough to be measured.
import {
  type HostileText,
  hostileText,
  hostileTexts,
  leastCpuMs,
  pairedWith,
  worstTexts,
} from '../test/support/rules/hostile-text.ts';
import { allReaders, type Reader } from '../test/support/rules/readers.ts';

const LENGTHS = [3_000, 6_000, 12_000] as const;
/** No reader may take longer for the longest of them, on a core that does nothing else. */
const LIMIT_MS = 20;
const RUNS = 7;
/** So long at the shortest length is worth trying pairs of pieces; they are tried at a third of it. */
const PAIRED_MS = 0.4;
const PAIRS = { length: 1_000, most: 4 } as const;
const WORST = 4;

/** Prints the table. */
export async function printReaders(say: (line: string) => void): Promise<void> {
  const readers = await allReaders();
  const rows = readers.map((reader) => ({ reader, ...worstOf(reader) }));
  const shown = [...ofEach(rows).values()].sort((one, other) => other.ms - one.ms);
  say(
    `${hostileTexts.length} texts and their pairs for ${shown.length} readers; processor time in ms.`,
  );
  say(`| reader | text | ${LENGTHS.map((length) => length.toLocaleString('en')).join(' | ')} |`);
  say('|---|---|--:|--:|--:|');
  for (const { reader, text, ms } of shown) {
    const shorter = LENGTHS.slice(0, -1).map((length) => timeOf(reader, text, length));
    const times = [...shorter, ms].map((time) => time.toFixed(1));
    say(`| ${reader.name} | ${inCode(text.prefix + text.piece)} | ${times.join(' | ')} |`);
  }
  const slow = shown.filter(({ ms }) => ms > LIMIT_MS);
  say(`Above ${LIMIT_MS} ms: ${slow.length} of ${shown.length}.`);
}

type Row = { readonly reader: Reader; readonly text: HostileText; readonly ms: number };

function worstOf(reader: Reader): Omit<Row, 'reader'> {
  const [length] = LENGTHS;
  const worst = worstTexts(reader.read, hostileTexts, { length, most: PAIRED_PIECES });
  const [first] = worst;
  const pairs =
    first && timeOf(reader, first, length) >= PAIRED_MS
      ? worstTexts(reader.read, pairedWith(worst), PAIRS)
      : [];
  return [...worst.slice(0, WORST), ...pairs]
    .map((text) => ({ text, ms: timeOf(reader, text, LENGTHS[2]) }))
    .reduce((one, other) => (other.ms > one.ms ? other : one));
}

/** So many of a reader's worst pieces are joined with every other. */
const PAIRED_PIECES = 8;

/** One row for each reader: what may follow the text makes several ways to read it. */
function ofEach(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const worst = new Map<string, Row>();
  for (const row of rows) {
    const { name } = row.reader;
    if (row.ms > (worst.get(name)?.ms ?? -1)) worst.set(name, row);
  }
  return worst;
}

function timeOf(reader: Reader, text: HostileText, length: number): number {
  const typed = hostileText(text, length);
  return leastCpuMs(() => reader.read(typed), RUNS, QUICK_MS);
}

/** Not measured again to be exact. */
const QUICK_MS = 0.3;

function inCode(piece: string): string {
  return `\`${JSON.stringify(piece).replaceAll('|', '\\|').replaceAll('`', 'ˋ')}\``;
}
