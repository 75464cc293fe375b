// A board pack and a digest's pictures beside the same with the libraries alone, and whether making many keeps anything.
import { runToEnd } from './children.ts';
import { median } from './median.ts';

/** Medians of ours and of the libraries alone. */
export type Pair = { readonly ours: number; readonly bare: number };

export type Packs = {
  readonly ms: Pair;
  /** The longest time in which the bot would have answered nobody. */
  readonly pauseMs: Pair;
  readonly bytes: number;
  readonly digestMs: Pair;
  readonly memory: readonly {
    readonly packs: number;
    readonly heapMb: number;
    readonly residentMb: number;
    /** The most that the process held which made them. */
    readonly workerMb: number;
  }[];
};

type Sides = { readonly ours: number[]; readonly bare: number[] };
type Compared = { readonly ms: Sides; readonly pauseMs: Sides };

const CHILD = 'bench/pack-child.ts';

export async function measurePacks(short: boolean): Promise<Packs> {
  const times = short ? '1' : '3';
  const pack: Compared & { bytes: number } = JSON.parse(await runToEnd(CHILD, ['time', times]));
  const digest: Compared = JSON.parse(await runToEnd(CHILD, ['digest', short ? '5' : '20']));
  const marks = short ? ['10', '20', '40'] : ['50', '100', '200'];
  return {
    ms: medians(pack.ms),
    pauseMs: medians(pack.pauseMs),
    bytes: pack.bytes,
    digestMs: medians(digest.ms),
    memory: JSON.parse(await runToEnd(CHILD, ['memory', ...marks])),
  };
}

function medians({ ours, bare }: Sides): Pair {
  return { ours: median(ours), bare: median(bare) };
}
