// Nobody can stop the bot with a line: for text of twice the length, a reader takes twice the processor time. The one
// test of the suite that measures time; what it measures is the processor's, the least of several runs, and a ratio.
import { expect, it } from 'vitest';
import {
  hostileText,
  hostileTexts,
  leastCpuMs,
  worstTexts,
} from '../support/rules/hostile-text.ts';
import { allReaders, type Reader } from '../support/rules/readers.ts';

const LENGTHS = [6_000, 12_000] as const;
/** A reader that takes time with the square of the length takes four times as long. */
const MOST = 3;
/** What is quicker cannot be told from the machine's own work. */
const MEASURED_MS = 3;
/** Every text is tried at this length; the worst are measured. */
const TRIED = { length: 2_000, most: 3 } as const;
const RUNS = 3;
/** Before one is called slow it is measured so often, each time with more runs. */
const TRIES = 3;

const readers = await allReaders();

it('every reader takes time in step with the length of the text', () => {
  expect(readers.length).toBeGreaterThan(100);
  expect(readers.flatMap((reader) => slowTexts(reader))).toEqual([]);
}, 600_000);

it('sees a reader that does not', () => {
  const read = (text: string) => {
    let dots = 0;
    for (let from = 0; from < text.length; from++)
      for (let at = from; at < text.length; at += 24) if (text[at] === '.') dots++;
    return dots;
  };
  expect(slowTexts({ name: 'looks at all behind each character', read })).not.toEqual([]);
});

/** The reader's texts for which twice the length takes three times as long, and how long. */
function slowTexts({ name, read }: Reader): string[] {
  return worstTexts(read, hostileTexts, TRIED).flatMap((text) => {
    const typed = LENGTHS.map((length) => hostileText(text, length));
    if (leastCpuMs(() => read(typed[1] ?? ''), RUNS, MEASURED_MS) <= MEASURED_MS) return [];
    for (let tried = 1; ; tried++) {
      const [one = 0, two = 0] = typed.map((line) => leastCpuMs(() => read(line), RUNS * tried));
      if (two < MOST * one) return [];
      if (tried === TRIES) return [`${name} ${JSON.stringify(text)}: ${one} ms, then ${two} ms`];
    }
  });
}
