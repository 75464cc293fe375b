// `npm run bench -- readers`: the processor time of every reader of typed text, for text that is meant to keep it busy,
// of 3,000, 6,000 and 12,000 characters. Each reader is printed with the text that keeps it longest.
import {
  type HostileText,
  hostileText,
  hostileTexts,
  leastCpuMs,
} from '../test/support/rules/hostile-text.ts';
import { allReaders, type Reader } from '../test/support/rules/readers.ts';

const LENGTHS = [3_000, 6_000, 12_000] as const;
/** No reader may take longer for the longest of them, on a core that does nothing else. */
const LIMIT_MS = 20;
const RUNS = 5;
/** Shorter times are not worth a line of their own. */
const SHOWN_MS = 0.5;

/** Prints the table. */
export async function printReaders(say: (line: string) => void): Promise<void> {
  const readers = await allReaders();
  const rows = readers.map((reader) => ({ reader, worst: worstOf(reader) }));
  const shown = rows
    .filter(({ worst }) => worst.ms >= SHOWN_MS)
    .sort((one, other) => other.worst.ms - one.worst.ms);
  say(`${hostileTexts.length} texts for each of ${readers.length} readers; processor time in ms.`);
  say(`| reader | text | ${LENGTHS.map((length) => length.toLocaleString('en')).join(' | ')} |`);
  say('|---|---|--:|--:|--:|');
  for (const { reader, worst } of shown) {
    const times = LENGTHS.map((length) => timeOf(reader, worst.text, length).toFixed(2));
    say(`| ${reader.name} | ${JSON.stringify(worst.text.piece)} | ${times.join(' | ')} |`);
  }
  const slow = rows.filter(({ worst }) => worst.ms > LIMIT_MS);
  say(
    `The other ${rows.length - shown.length} take less than ${SHOWN_MS} ms. Above ${LIMIT_MS} ms: ${slow.length}.`,
  );
}

function worstOf(reader: Reader): { readonly text: HostileText; readonly ms: number } {
  let worst = { text: hostileTexts[0] as HostileText, ms: 0 };
  for (const text of hostileTexts) {
    const typed = hostileText(text, LENGTHS[2]);
    const ms = leastCpuMs(() => reader.read(typed), RUNS, worst.ms);
    if (ms > worst.ms) worst = { text, ms };
  }
  return worst;
}

function timeOf(reader: Reader, text: HostileText, length: number): number {
  const typed = hostileText(text, length);
  return leastCpuMs(() => reader.read(typed), RUNS);
}
