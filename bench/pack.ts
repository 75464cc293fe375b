// A board pack beside the same charts and words with the libraries alone, and whether making many keeps anything.
import { runToEnd } from './children.ts';
import { median } from './median.ts';

export type Packs = {
  readonly oursMs: number;
  readonly bareMs: number;
  readonly bytes: number;
  readonly memory: readonly {
    readonly packs: number;
    readonly heapMb: number;
    readonly residentMb: number;
  }[];
};

const CHILD = 'bench/pack-child.ts';

export async function measurePacks(short: boolean): Promise<Packs> {
  const timed: { ours: number[]; bare: number[]; bytes: number } = JSON.parse(
    await runToEnd(CHILD, ['time', short ? '1' : '3']),
  );
  const marks = short ? ['10', '20', '40'] : ['50', '100', '200'];
  return {
    oursMs: median(timed.ours),
    bareMs: median(timed.bare),
    bytes: timed.bytes,
    memory: JSON.parse(await runToEnd(CHILD, ['memory', ...marks])),
  };
}
