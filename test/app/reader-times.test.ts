// Nobody can stop the bot with a line: a line of twice the length takes about twice the time, whatever stands in it. The one
// test that measures time; it measures the processor's, because others may use the machine.
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { hostileText, hostileTexts, leastCpuMs } from '../support/hostile-text.ts';
import { allLineStarts } from '../support/line-starts.ts';
import { describePlan } from '../support/plan-suite.ts';
import { allReaders } from '../support/readers.ts';
import { BEN } from '../support/writing-lines.ts';

const LONG = 12_000;
const MOST = 3;
/** Below it a time says nothing of how it grows. */
const MEASURABLE_MS = 4;

it('every reader of typed text is linear', { timeout: 120_000 }, async () => {
  const slow: string[] = [];
  for (const { name, read } of await allReaders())
    for (const text of hostileTexts) {
      const [long, half] = [hostileText(text, LONG), hostileText(text, LONG / 2)];
      const atLong = leastCpuMs(() => read(long), 5, MEASURABLE_MS);
      if (atLong <= MEASURABLE_MS) continue;
      const atHalf = leastCpuMs(() => read(half), 9);
      if (atLong > MOST * atHalf) slow.push(`${name} ${JSON.stringify(text)} ${atHalf} ${atLong}`);
    }
  expect(slow).toEqual([]);
});

describePlan('a long line', (parts) => {
  // What the database takes does not grow with the line, so a line of little time has little to show.
  const NOTEWORTHY_MS = 60;
  const pieces = [
    '.',
    '- ',
    '1 ',
    '1, ',
    ' ',
    '1 and ',
    '"x" ',
    '\n',
    ':',
    '`',
    '<',
    '@a ',
    '(',
    'by ',
  ];

  it('costs every verb no more than its length', { timeout: 300_000 }, async () => {
    const { world } = parts;
    const slow: string[] = [];
    const cpuOf = async (line: string, runs: number) => {
      let least = Number.POSITIVE_INFINITY;
      for (let run = 0; run < runs && least > NOTEWORTHY_MS; run++) {
        const before = process.cpuUsage();
        await world.pap(BEN, line);
        const { user, system } = process.cpuUsage(before);
        least = Math.min(least, (user + system) / 1_000);
      }
      return least;
    };
    for (const start of allLineStarts(commands).filter((one) => one.split(' ').length < 4))
      for (const piece of pieces) {
        const lineOf = (length: number) =>
          `${start} ${hostileText({ piece, suffix: 'x' }, length - start.length - 1)}`;
        const long = await cpuOf(lineOf(LONG), 4);
        if (long <= NOTEWORTHY_MS) continue;
        const half = await cpuOf(lineOf(LONG / 2), 4);
        if (long > MOST * half) slow.push(`${JSON.stringify(`${start} ${piece}`)} ${half} ${long}`);
      }
    expect(slow).toEqual([]);
  });
});
